"""State-based deaths by dyad and calendar year: the rung of crises that have no events."""

from contracts._columns import FATALITIES, IS_BOUNDS_INCONSISTENT, SOURCE_ID, TYPES_COVERED_COLUMN, YEAR
from contracts._contract import Column, TableContract

DYAD_YEAR = TableContract(
    name="dyad_year",
    time="year",
    places=("place_ids",),
    measures=("fatalities_best",),
    grain="dyad, calendar year with 25 or more state-based deaths; a year below that has no row and is not zero",
    key=("dyad_id", "year"),
    columns=(
        Column("dyad_id", "text", "UCDP dyad"),
        YEAR,
        Column("conflict_id", "text", "UCDP conflict"),
        SOURCE_ID,
        Column("side_a", "text", "first side as UCDP names it, the government where there is one"),
        Column("side_b", "text", "second side as UCDP names it; the same name may stand for two groups"),
        Column("territory", "text", "what is fought over, where it is no government", optional=True),
        Column("location_gw", "text", "Gleditsch-Ward numbers of the countries whose conflict it is, comma apart"),
        Column("place_ids", "text", "the same as place_ids, comma apart"),
        Column("battle_place_ids", "text", "where battles of the dyad took place in the year, comma apart"),
        TYPES_COVERED_COLUMN,
        *FATALITIES,
        IS_BOUNDS_INCONSISTENT,
    ),
)
