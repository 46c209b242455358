"""Deaths in organised violence by place, month and type, where a source gives months.

Where `types_covered` is state_based the other two types have no row, and no
statistic may cross the month in which that changes.
"""

from contracts._columns import (
    FATALITIES_IF_BOUNDED,
    IS_PROVISIONAL,
    MONTH,
    PLACE_ID,
    PLACE_KIND,
    SOURCE_ID,
    TYPES_COVERED_COLUMN,
    VIOLENCE_TYPE,
)
from contracts._contract import TableContract

VIOLENCE_MONTH = TableContract(
    name="violence_month",
    time="month",
    measures=("fatalities_best",),
    grain="place, month, type of violence; months of a year that no monthly source speaks for have no row",
    key=("place_id", "month", "violence_type"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        VIOLENCE_TYPE,
        SOURCE_ID,
        TYPES_COVERED_COLUMN,
        *FATALITIES_IF_BOUNDED,
        IS_PROVISIONAL,
    ),
)
