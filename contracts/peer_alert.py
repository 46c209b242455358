"""Alerts that others raised, for comparison only."""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

PEER_ALERT = TableContract(
    name="peer_alert",
    time="raised_on",
    places=(),  # a place with a single alert vanishes when that alert is withdrawn
    grain="source, place, what was watched, day",
    key=("source_id", "place_id", "watched", "raised_on"),
    columns=(
        SOURCE_ID,
        PLACE_ID,
        Column("raised_on", "date", "day of the data that raised the alert"),
        Column("watched", "text", "the peer's name of what it watches"),
        Column("level", "text", "how strong the peer calls it", one_of=("medium", "high")),
        Column("value", "number", "in a unit of its own that may change without a mark: never compared", optional=True),
    ),
)
