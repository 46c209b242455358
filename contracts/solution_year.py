"""How many refugees and displaced people returned, were resettled or naturalised within a year."""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, IS_MASKED, ORIGIN_ID, PERIOD_END

SOLUTIONS = ("returned_refugees", "resettlement", "naturalisation", "returned_idps")

SOLUTION_YEAR = TableContract(
    name="solution_year",
    time="reference_date",
    places=("origin_id", "asylum_id"),
    measures=("persons",),
    units=("solution",),
    grain="origin, other place, period, solution; the other place is where returned people came from, "
    "or the place that resettled or naturalised",
    key=("origin_id", "asylum_id", "solution", "reference_date"),
    columns=(
        ORIGIN_ID,
        ASYLUM_ID,
        Column("solution", "text", "what came to pass", one_of=SOLUTIONS),
        PERIOD_END,
        SOURCE_ID,
        Column("persons", "count", "persons; missing only where masked", optional=True, minimum=0),
        IS_MASKED,
    ),
)
