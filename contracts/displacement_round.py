"""How many internally displaced people an operation of IOM counted in a country in one round.

Rounds are irregular, operations overlap and ways of counting are not comparable: never
add them up. IOM's terms keep the figures out of releases and exports.
"""

from contracts._columns import PLACE_ID, SOURCE_ID
from contracts._contract import Column, TableContract

DISPLACEMENT_ROUND = TableContract(
    name="displacement_round",
    time="date",
    measures=("persons",),
    units=("assessment_type",),
    grain="place, operation, round, way of counting",
    key=("place_id", "operation", "round", "assessment_type", "date"),
    columns=(
        PLACE_ID,
        Column("operation", "text", "IOM's name of the operation"),
        Column("round", "count", "number of the round within the operation", minimum=0),
        Column("assessment_type", "text", "BA baseline, SA site, ETT emergency tracking; not comparable"),
        Column("date", "date", "reporting date"),
        SOURCE_ID,
        Column("persons", "count", "internally displaced persons present", minimum=0),
    ),
)
