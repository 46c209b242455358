"""Over how much ground the deaths of a place's year are spread, and whether they reach new ground."""

from contracts._columns import PLACE_ID, PLACE_KIND, YEAR
from contracts._contract import Column, TableContract

SPREAD_YEAR = TableContract(
    name="spread_year",
    time="year",
    grain="place, calendar year for which events speak",
    key=("place_id", "year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        Column("fatalities_best", "count", "recorded direct deaths of the year's events", minimum=0),
        Column("fatalities_placed", "count", "of them in events placed to the district or better", minimum=0),
        Column("active_cells", "count", "half-degree cells with a placed death", minimum=0),
        Column("active_cells_25", "count", "half-degree cells with 25 or more placed deaths", minimum=0),
        Column(
            "effective_cells",
            "number",
            "Hill number of the placed deaths over cells: as many cells would share them evenly; missing without any",
            optional=True,
            minimum=1,
        ),
        Column("fatalities_in_units", "count", "deaths in events that name a first-order unit", minimum=0),
        Column("active_units", "count", "first-order units with a death", minimum=0),
        Column("active_units_25", "count", "first-order units with 25 or more deaths", minimum=0),
        Column("effective_units", "number", "Hill number over units", optional=True, minimum=1),
        Column("new_cells", "count", "active cells without a death in the five years before", optional=True, minimum=0),
        Column(
            "new_cells_beside",
            "count",
            "of the new cells those that touch one with a death in these five years",
            optional=True,
            minimum=0,
        ),
    ),
)
