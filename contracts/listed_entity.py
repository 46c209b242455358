"""Groups and organisations on the Security Council's lists."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

LISTED_ENTITY = TableContract(
    name="listed_entity",
    time="listed_on",
    places=(),
    grain="one listed group, undertaking or entity; people are left out",
    key=("source_id", "reference_number"),
    columns=(
        SOURCE_ID,
        Column("reference_number", "text", "permanent reference number, such as QDe.014"),
        Column("entity_name", "text", "name as listed"),
        Column("other_names", "text", "aliases as listed, separated by |", optional=True),
        Column("list_type", "text", "the regime under which it is listed"),
        Column("listed_on", "date", "day of listing"),
        Column("last_updated", "date", "day of the last change of the entry", optional=True),
    ),
)
