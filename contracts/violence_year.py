"""Deaths in organised violence by place, calendar year and type."""

from contracts._columns import (
    FATALITIES,
    IS_BOUNDS_INCONSISTENT,
    IS_PROVISIONAL,
    PLACE_ID,
    PLACE_KIND,
    SOURCE_ID,
    TYPES_COVERED_COLUMN,
    VIOLENCE_TYPE,
    YEAR,
)
from contracts._contract import TableContract

VIOLENCE_YEAR = TableContract(
    name="violence_year",
    time="year",
    measures=("fatalities_best",),
    grain="place, calendar year, type of violence; zero is a statement of the source, absence is not",
    key=("place_id", "year", "violence_type"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        VIOLENCE_TYPE,
        SOURCE_ID,
        TYPES_COVERED_COLUMN,
        *FATALITIES,
        IS_BOUNDS_INCONSISTENT,
        IS_PROVISIONAL,
    ),
)
