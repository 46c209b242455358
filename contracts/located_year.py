"""How exactly the deaths of a place's year are located, for every year for which events speak."""

from contracts._columns import FATALITIES_BEST, PLACE_ID, PLACE_KIND, YEAR
from contracts._contract import Column, TableContract

LOCATED_YEAR = TableContract(
    name="located_year",
    time="year",
    measures=("fatalities_best",),
    grain="place, calendar year for which events speak",
    key=("place_id", "year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        FATALITIES_BEST,
        Column("fatalities_in_cells", "count", "of them placed to the district or better (where_prec 1-3)", minimum=0),
        Column("fatalities_in_provinces", "count", "of them placed to a province or a wider area (4-5)", minimum=0),
        Column("fatalities_in_country", "count", "of them placed no better than to the country (6-7)", minimum=0),
    ),
)
