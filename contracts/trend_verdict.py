"""Which trends may be spoken of, with false discoveries held across places and windows."""

from contracts._columns import MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract

VERDICTS = (
    "rising",  # has been rising over the window; says nothing of what comes
    "falling",
    "not_shown",  # tested, and not told apart from chance
)

TREND_VERDICT = TableContract(
    name="trend_verdict",
    time="month",
    grain="place, month, trend indicator: one row for each test that was made",
    key=("place_id", "month", "indicator_id"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("indicator_id", "text", "module of the indicator"),
        Column("p_value", "number", "of this test alone", minimum=0),
        Column(
            "p_adjusted", "number", "Benjamini-Yekutieli over all tests of the month on places of this kind", minimum=0
        ),
        Column("n_tests", "count", "tests made for the month on places of this kind", minimum=1),
        Column("verdict", "text", "what may be said", one_of=VERDICTS),
    ),
)
