"""Published severity of humanitarian crises by month, on the scale of the month."""

from contracts._columns import MONTH, SOURCE_ID
from contracts._contract import Column, TableContract

UP_TO_5, UP_TO_10 = "0-5", "0-10"

CRISIS_SEVERITY_MONTH = TableContract(
    name="crisis_severity_month",
    time="month",
    measures=("severity_score",),
    units=("severity_scale",),
    grain="crisis as the source cuts it, month; a crisis that was not assessed in a month has no row",
    key=("source_crisis_id", "month"),
    columns=(
        Column("source_crisis_id", "text", "the source's id of the crisis"),
        Column("place_id", "text", "country of the crisis; missing where it is regional", optional=True),
        MONTH,
        SOURCE_ID,
        Column("crisis_name", "text", "the crisis as the source names it, while it is assessed", optional=True),
        Column(
            "severity_scale",
            "text",
            "two measures that must never share an axis or a mean",
            one_of=(UP_TO_5, UP_TO_10),
        ),
        Column("severity_score", "number", "severity on the scale of the row", minimum=0),
    ),
)
