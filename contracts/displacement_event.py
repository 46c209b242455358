"""Reports of people displaced within their country, by event, as IDMC follows them: provisional, movements not people.

Several figures may describe one event. `is_counted` says which of them may be added up:
IDMC's recommended figures, and of reports on the same movement the newest.
"""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

DISPLACEMENT_EVENT = TableContract(
    name="displacement_event",
    time="date_end",
    places=(),  # the file covers the last months only, so countries come and go
    measures=(),  # and so do totals
    grain="one figure: people displaced in one event, at one place, over a few days",
    key=("source_id", "figure_id"),
    columns=(
        SOURCE_ID,
        Column("figure_id", "text", "IDMC's own id"),
        PLACE_ID,
        Column("cause", "text", "what displaced them", one_of=("conflict", "disaster", "other")),
        Column("event_name", "text", "IDMC's name of the event", optional=True),
        Column("date_start", "date", "first day"),
        Column("date_end", "date", "last day"),
        Column("displacements", "count", "movements; the same person may be displaced twice", minimum=0),
        Column("qualifier", "text", "IDMC's word: total, approximately, more than", optional=True),
        Column("reported_at", "date", "day on which IDMC entered the figure"),
        Column("is_counted", "flag", "may be added up with the others"),
    ),
)
