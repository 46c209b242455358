"""Do the deaths on record rest on fewer reported events than in the three years before?

Where reporters are gone, many deaths arrive in few entries. The same happens where
attacks grow deadlier; the figure cannot tell the two apart, so it is read beside
vaguer dates and vaguer places.
"""

import numpy as np
import pandas as pd

from indicators._indicator import Indicator, Tables
from indicators._reporting import FEWEST_EVENTS, change_scores, compared

BOUNDS = ("best", "low", "high")

INDICATOR = Indicator(
    id="thinner_reporting",
    title="Events behind each death",
    question="Do the deaths on record rest on fewer events than in the three years before?",
    definition="Events per death of the year divided by events per death of the three years before: 0.5 is half as many "
    f"entries behind as many deaths. Only where both have {FEWEST_EVENTS} events or more. The range is the smallest and the "
    "largest ratio by the low, best and high estimates.",
    reads=("violence_event",),
    period="year",
    higher_means="better",
    unit="ratio",
    caveat="Falls when reporting thins and also when attacks grow deadlier; read it beside vaguer dates and places. Of the "
    "vetted event file alone, which lacks the newest years of some places.",
    reference="Own definition on UCDP GED",
    measures="change",
    quiet="no_row",
)


def compute(tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """The ratio for every country and ended year with events."""
    events = tables["violence_event"]
    found = compared(events, as_of, **{bound: events[f"fatalities_{bound}"] for bound in BOUNDS})
    ratios = np.stack(
        [
            # Low estimates can add up to none: at least one death stands below the line.
            (found.now["events"] / np.maximum(found.now[bound], 1))
            / (np.maximum(found.before["events"], 1) / np.maximum(found.before[bound], 1))
            for bound in BOUNDS
        ]
    )
    return change_scores(found, INDICATOR.id, [ratios[0], ratios.min(axis=0), ratios.max(axis=0)])
