"""Deaths in organised violence by place, month and type, where a source gives months."""

from contracts._columns import (
    FATALITIES,
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
    columns=(PLACE_ID, PLACE_KIND, MONTH, VIOLENCE_TYPE, SOURCE_ID, TYPES_COVERED_COLUMN, *FATALITIES, IS_PROVISIONAL),
)
