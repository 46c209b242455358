"""What a trend indicator computes: indicator_scores with the p value of its test, before verdicts are held together."""

from contracts._contract import Column, TableContract
from contracts.indicator_scores import INDICATOR_SCORES

P_VALUE = Column(
    "p_value",
    "number",
    "chance of so strong a move without a trend; the largest of the best, low and high series",
    optional=True,
    minimum=0,
)

TREND_SCORES = TableContract(
    name="trend_scores",
    time=INDICATOR_SCORES.time,
    grain=INDICATOR_SCORES.grain,
    key=INDICATOR_SCORES.key,
    columns=(*INDICATOR_SCORES.columns, P_VALUE),
)
