"""Recorded violence with groups on the Security Council's list as a side, by place and month."""

from contracts._columns import FATALITIES, IS_PROVISIONAL, MONTH, PLACE_ID, SOURCE_ID, VIOLENCE_TYPE
from contracts._contract import Column, TableContract

LISTED_GROUP_MONTH = TableContract(
    name="listed_group_month",
    time="month",
    places=(),
    measures=("events",),
    grain="source, place, group, type of violence, month in which events end; a fight of two listed groups counts for both",
    key=("source_id", "place_id", "group_id", "violence_type", "month"),
    columns=(
        SOURCE_ID,
        PLACE_ID,
        Column("group_id", "text", "as in reference/listed_groups.toml"),
        VIOLENCE_TYPE,
        MONTH,
        Column("events", "count", "events with a death on record in which the group is a side", minimum=1),
        *FATALITIES,
        IS_PROVISIONAL,
    ),
)
