"""How bad it is: one figure per place and month, its rank interval and its parts."""

from contracts._columns import MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

CLASS_EDGES = (20, 40, 60, 80)  # a class holds severities from one edge up to below the next; 0 is a class of its own

SEVERITY = TableContract(
    name="severity",
    time="month",
    grain="place, month; no trend in it: how it moves is an axis of its own",
    key=("place_id", "month"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("severity", "number", "0 (no recorded death) to 100, geometric mean of the parts", minimum=0),
        Column("severity_low", "number", "5th percentile over draws of estimates, weights and windows", minimum=0),
        Column("severity_high", "number", "95th percentile over draws of estimates, weights and windows", minimum=0),
        Column("rank", "count", "1 is the most severe; ties share the better rank", minimum=1),
        Column(
            "rank_low",
            "count",
            "5th percentile of the rank over draws of estimates, weights, windows and scale",
            minimum=1,
        ),
        Column(
            "rank_high",
            "count",
            "95th percentile of the rank over draws of estimates, weights, windows and scale",
            minimum=1,
        ),
        Column("n_ranked", "count", "places ranked in that month", minimum=1),
    ),
)

SEVERITY_PART = TableContract(
    name="severity_part",
    time="month",
    grain="place, month, pillar",
    key=("place_id", "month", "pillar"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("pillar", "text", "intensity, burden or persistence"),
        Column("value", "number", "in the pillar's own unit", optional=True),
        Column("score", "number", "0 to 100 against the frozen reference period", optional=True, minimum=0),
        Column("weight", "number", "weight in the geometric mean", minimum=0),
        Column(
            "contribution", "number", "share of the logarithm of severity that this part brings; the shares add to it"
        ),
        Column(
            "lift",
            "number",
            "how far it lifts the logarithm of severity above the middle place with any severity that month; 0 without severity",
        ),
    ),
)
