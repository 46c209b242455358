"""The one-sided share and the effective number of groups beside other programs, on the tables of the starter release."""

from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from indicators import one_sided_share_2_years, state_conflict_groups_effective
from indicators.one_sided_share_2_years import PRIOR_ONE_SIDED, PRIOR_OTHER

THE_END = pd.Timestamp(2100, 1, 1)
Pair = tuple[np.ndarray, np.ndarray]  # ours, theirs


def one_sided_shares(release: Path) -> Pair:
    """Share, lower and upper end of every country-year: mean of scipy's beta, statsmodels' Wilson interval."""
    years = pd.read_parquet(release / "violence_year.parquet").query("place_kind == 'country'")
    scores = one_sided_share_2_years.compute({"violence_year": years}, THE_END).dropna(subset="value")
    at = pd.MultiIndex.from_arrays([scores["place_id"], scores["month"].dt.year])
    one_sided, every = (_two_years(table) for table in (years[years["violence_type"] == "one_sided"], years))
    other = every - one_sided
    killed, others = ({bound: table[bound].loc[at].to_numpy() for bound in table} for table in (one_sided, other))
    mean = stats.beta.mean(killed["best"] + PRIOR_ONE_SIDED, others["best"] + PRIOR_OTHER)
    ends = []
    for low_or_high, opposite, end in (("low", "high", 0), ("high", "low", 1)):
        part = killed[low_or_high] + PRIOR_ONE_SIDED
        ends.append(proportion_confint(part, part + others[opposite] + PRIOR_OTHER, method="wilson")[end])
    return scores[["value", "value_low", "value_high"]].to_numpy().T.ravel(), np.concatenate([mean, *ends])


def effective_groups(release: Path) -> Pair:
    """The groups that fight a state: the reciprocal of the sum of squared shares, group by group in pandas."""
    years = pd.read_parquet(release / "violence_year.parquet")
    dyads = pd.read_parquet(release / "sources" / "ucdp_battle_deaths.parquet")
    scores = state_conflict_groups_effective.compute({"violence_year": years, "dyad_year": dyads}, THE_END)
    at = pd.MultiIndex.from_arrays([scores["place_id"], scores["month"].dt.year])
    groups = dyads[~dyads["side_b"].str.startswith("Government of ")]
    by_year = groups.groupby(["place_ids", "year"])["fatalities_best"]
    theirs = by_year.apply(lambda deaths: 1 / ((deaths / deaths.sum()) ** 2).sum())
    return scores["value"].to_numpy(), theirs.loc[at].to_numpy()


def _two_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Deaths of each place's year and the one before, by bound."""
    summed = rows.groupby(["place_id", "year"])[[f"fatalities_{bound}" for bound in ("best", "low", "high")]].sum()
    before = summed.rename(index=lambda year: year + 1, level="year")
    return (summed + before).rename(columns=lambda name: name.removeprefix("fatalities_"))
