"""Mid-year population by place."""

from contracts._columns import PLACE_ID, PLACE_KIND, SOURCE_ID, YEAR
from contracts._contract import Column, TableContract

POPULATION_YEAR = TableContract(
    name="population_year",
    time="year",
    measures=("persons",),
    grain="place, calendar year; a place without a figure has no row",
    key=("place_id", "year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        SOURCE_ID,
        Column("persons", "count", "mid-year population, persons", minimum=1),
    ),
)
