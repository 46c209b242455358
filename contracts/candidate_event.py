"""Candidate events: violence_event with the months that each event's file covers.

Candidate files are about months, not years, and hold a few events of other months.
Only a covered month without an event had no recorded death, so the coverage has to
travel with the events.
"""

from contracts._contract import Column, TableContract
from contracts.violence_event import VIOLENCE_EVENT

CANDIDATE_EVENT = TableContract(
    name="candidate_event",
    time=VIOLENCE_EVENT.time,
    places=(),  # a country with few events may vanish when its events are rejected or the year is closed
    measures=VIOLENCE_EVENT.measures,
    grain="one event, not yet vetted for the yearly release",
    key=VIOLENCE_EVENT.key,
    columns=(
        *VIOLENCE_EVENT.columns,
        Column("covers_from", "month", "first month that the event's file covers"),
        Column("covers_to", "month", "last month that the event's file covers"),
    ),
)
