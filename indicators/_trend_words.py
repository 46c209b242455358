"""What the trend indicators declare, in the same words for every window."""

from typing import Literal

from indicators._indicator import Indicator
from indicators._trend import BLOCKS_FROM

REFERENCE = (
    "Theil (1950), Sen (1968) on the slope and its interval; Mann (1945), Kendall (1975) with pre-whitening after "
    "von Storch (1995) on the test; Benjamini & Yekutieli (2001) on many tests"
)
YEAR = 12
TOO_SHORT = "Twelve months hardly ever tell a trend from chance; the run-rate says more. "


def trend_indicator(width: int, period: Literal["month", "year"]) -> Indicator:
    """Declare the trend over `width` months or years."""
    named, table = f"{width} {period}s", f"violence_{period}"
    if period == "month" and width >= BLOCKS_FROM:
        otherwise = "ten blocks of twelve months are asked instead."
    else:
        otherwise = "there is no answer."
    return Indicator(
        id=f"trend_{width}_{period}s",
        title=f"Trend over {named}",
        question=f"Have recorded deaths been rising or falling over the last {named}?",
        definition=f"Median slope (Theil-Sen) of ln(1 + deaths) over the last {named}, all types of violence, as a factor "
        "a year: 1.3 is three tenths more each year, in deaths plus one. The range is the 95 % interval of the slope by the best "
        f"estimates, widened for {period}s that resemble their neighbours; it does not hold the low and high estimates. The p "
        "value is that of the Mann-Kendall test after pre-whitening, the largest of the "
        f"best, low and high series. Where half of the {period}s or more are without a death, {otherwise}",
        reads=(table,),
        period=period,
        higher_means="worse",
        unit="factor a year",
        caveat=f"{TOO_SHORT if period == 'month' and width <= YEAR else ''}"
        "Says what has been, not what will be: after a rise over 36 months the next year was deadlier about as often "
        "as after any other (state-based deaths). Only rises and falls that hold among all tests of the month are spoken of. "
        f"The test finds a trend in some 5 of 100 still series, but in 8 to 10 where a {period} keeps four fifths of the last; "
        "and it leaves many true rises unseen: no answer is not no change. A step counts as a trend. Recorded deaths; reporting "
        "that grows or thins moves them too.",
        reference=REFERENCE,
        measures="change",
        quiet="no_row",
    )
