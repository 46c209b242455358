"""Events as ACLED counts them by country and month: its own definitions, never one series with UCDP's."""

from contracts._columns import MONTH, PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

EVENT_TYPES = (
    "battles",
    "explosions",
    "violence_against_civilians",
    "riots",
    "protests",
    "strategic_developments",
)

REPORTED_EVENTS_MONTH = TableContract(
    name="reported_events_month",
    time="month",
    measures=("events", "fatalities"),
    grain="place, month, type of event; a month without a row may be quiet or not covered",
    key=("place_id", "month", "event_type"),
    columns=(
        SOURCE_ID,
        PLACE_ID,
        MONTH,
        Column("event_type", "text", "ACLED's type of event", one_of=EVENT_TYPES),
        Column("events", "count", "events on record", minimum=1),
        Column("fatalities", "count", "reported fatalities of those events", minimum=0),
    ),
)
