"""United Nations operations: where they work and until when they are mandated."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract

PEACE_OPERATION = TableContract(
    name="peace_operation",
    time="date_start",
    places=("mission",),
    grain="one operation and its start; successive operations may share an acronym",
    key=("mission", "operation_kind", "date_start"),
    columns=(
        Column("mission", "text", "acronym as in reference/missions.csv"),
        Column("operation_kind", "text", "what it is", one_of=("peacekeeping", "political")),
        Column("date_start", "date", "first day"),
        SOURCE_ID,
        Column("operation_name", "text", "name in full"),
        Column("place_id", "text", "where it works, if in one known country", optional=True),
        Column("mandate_end", "date", "day on which it ended or its mandate expires", optional=True),
        Column("is_active", "flag", "going on, as the source has it"),
    ),
)
