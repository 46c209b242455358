"""Where recorded deaths were located: half-degree cells by place and year."""

from contracts._columns import FATALITIES, PLACE_ID, PLACE_KIND, YEAR
from contracts._contract import Column, TableContract

CELL_YEAR = TableContract(
    name="cell_year",
    time="year",
    measures=("fatalities_best",),
    grain="place, calendar year for which events speak, half-degree cell with a death placed to the district or better",
    key=("place_id", "year", "cell"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column("cell", "count", "number of the cell as in PRIO-GRID, from the south-west corner", minimum=1),
        Column("latitude", "number", "degrees north of the cell's centre", minimum=-90),
        Column("longitude", "number", "degrees east of the cell's centre", minimum=-180),
        *FATALITIES,
    ),
)
