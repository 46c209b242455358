"""Are more events known only vaguely than before? The same for dates and for places."""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator
from indicators._reporting import FEWEST_EVENTS, change_scores, compared, newcombe

REFERENCE = "UCDP GED codebook (date_prec, where_prec); Newcombe (1998), Statistics in Medicine 17, method 10"


def vagueness_scores(
    events: pd.DataFrame, as_of: pd.Timestamp, indicator_id: str, column: str, since: int
) -> pd.DataFrame:
    """Share of a year's events whose precision is `since` or vaguer, less that of the three years before."""
    found = compared(events, as_of, vague=events[column] >= since)
    n_now, n_before = (np.maximum(side["events"], 1) for side in (found.now, found.before))
    return change_scores(found, indicator_id, newcombe(found.now["vague"], n_now, found.before["vague"], n_before))


def vagueness_indicator(indicator_id: str, title: str, subject: str, vague: str) -> Indicator:
    """Declare the change of the share of vaguely known events."""
    return Indicator(
        id=indicator_id,
        title=title,
        question=f"Are the {subject} of events known less well than in the three years before?",
        definition=f"Share of the year's events {vague}, less the same share of the three years before, in shares of one. "
        f"Only where both have {FEWEST_EVENTS} events or more. The range is Newcombe's 95 % interval.",
        reads=("violence_event",),
        period="year",
        higher_means="worse",
        unit="difference of shares",
        caveat="Of the vetted event file alone, which lacks the newest years of some places. The interval takes events as "
        "independent and is too narrow. Coding rules change as well as reporting does.",
        reference=REFERENCE,
        measures="change",
        quiet="no_row",
    )
