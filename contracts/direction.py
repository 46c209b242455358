"""Which way recorded deaths have moved, apart from how bad it is; it says nothing of what comes."""

from contracts._columns import IS_PROVISIONAL, MONTH, PLACE_ID, PLACE_KIND
from contracts._contract import Column, TableContract
from contracts.trend_verdict import VERDICTS

DIRECTIONS = ("worse", "no_clear_change", "better", "not_known")
REASONS = (
    "run_rate",  # three months far above or below the pace of twelve
    "trend",  # a trend that may be spoken of
    "both",  # and they agree
    "windows_disagree",  # the short and the long window move opposite ways
    "not_shown",  # asked, and no window moved clearly
    "quiet",  # no recorded death in the window
    "few_deaths",  # too few in twelve months for a pace, and no trend was tested
    "sparse",  # annual figures alone, and half or more of the ten years without a death
    "short_history",  # annual figures alone, and fewer than ten years of them
)
PACES = ("above", "level", "below", "few_deaths", "quiet")

DIRECTION = TableContract(
    name="direction",
    time="month",
    grain="place, month with twelve months of all types on record; where there are none, the December of a year on record",
    key=("place_id", "month"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        MONTH,
        Column("direction", "text", "of recorded deaths, over the window", one_of=DIRECTIONS),
        Column("reason", "text", "what the word rests on, or why there is none", one_of=REASONS),
        Column("window_months", "count", "how far back the word looks", minimum=1),
        Column("pace", "text", "three months against twelve; missing without months", optional=True, one_of=PACES),
        Column("run_rate", "number", "ratio of yearly paces, one death added to each", optional=True, minimum=0),
        Column("run_rate_low", "number", "the smallest by low, best and high estimates", optional=True, minimum=0),
        Column("run_rate_high", "number", "the largest by low, best and high estimates", optional=True, minimum=0),
        Column("verdict_36_months", "text", "of the trend, if tested", optional=True, one_of=VERDICTS),
        Column("verdict_60_months", "text", "of the trend, if tested", optional=True, one_of=VERDICTS),
        Column("verdict_10_years", "text", "of the annual trend, if tested", optional=True, one_of=VERDICTS),
        Column(
            "trend", "number", "factor a year: the shortest that is spoken of, else the longest tested", optional=True
        ),
        Column("trend_low", "number", "lower end of its 95 % interval", optional=True),
        Column("trend_high", "number", "upper end of its 95 % interval", optional=True),
        IS_PROVISIONAL,
    ),
)
