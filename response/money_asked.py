"""How much humanitarian money was asked for a place and how much came, and what is not known of it?

Nothing asked, nothing received and nothing known are three answers. A plan for the
country alone counts; a country's part of a regional plan and money outside plans stand
beside and are never added to it. Appeals are made where humanitarian organisations
work and for droughts and earthquakes too, so a small appeal is no small crisis.
"""

import numpy as np
import pandas as pd

from contracts.funding_requirement import NO_PLAN
from contracts.response_year import FUNDED, NO_APPEAL, NOT_KNOWN, REGIONAL_ONLY, UNFUNDED
from reference.territories import coded_under

PLACE_YEAR = ["place_id", "year"]
ASKED, CAME = "requirements_usd", "funding_usd"


def money_asked(requirements: pd.DataFrame, places: pd.Index, years: range) -> pd.DataFrame:
    """One row for each place and year: sums of country plans, regional parts and other money, with the state."""
    grid = pd.MultiIndex.from_product([places, years], names=PLACE_YEAR)
    own = _sums(requirements, "country", grid)
    regional = _sums(requirements, "regional", grid)
    outside = _sums(requirements, NO_PLAN, grid)
    covered = requirements.loc[requirements["plan_scope"] == "country", "year"].unique()
    in_covered = pd.Series(grid.get_level_values("year").isin(covered), index=grid)
    plans, asked, came = own["plans"], own[ASKED], own[CAME]
    state = np.select(
        [
            ~in_covered,
            (plans > 0) & (asked.fillna(0).eq(0) | came.isna()),
            (plans > 0) & came.fillna(0).gt(0),
            plans > 0,
            regional["plans"] > 0,
        ],
        [NOT_KNOWN, NOT_KNOWN, FUNDED, UNFUNDED, REGIONAL_ONLY],
        NO_APPEAL,
    )
    still_open = requirements.loc[requirements["is_provisional"], "year"].unique()
    return pd.DataFrame(
        {
            "appeal_state": state,
            "plans": plans,
            ASKED: asked,
            CAME: came,
            "coverage": (came.astype("Float64") / asked.mask(asked == 0).astype("Float64")).astype("float64"),
            "regional_requirements_usd": regional[ASKED],
            "regional_funding_usd": regional[CAME],
            "outside_plans_usd": outside[CAME],
            "is_provisional": grid.get_level_values("year").isin(still_open),
        },
        index=grid,
    ).reset_index()


def under_the_names_of_ucdp(requirements: pd.DataFrame) -> pd.DataFrame:
    """The same rows under the place whose deaths they go with: UCDP counts Gaza and the West Bank under Israel."""
    pairs = requirements[PLACE_YEAR].drop_duplicates()
    units = [coded_under(place, year) for place, year in pairs.itertuples(index=False, name=None)]
    named = {
        (place, year): unit.place_id
        for (place, year), unit in zip(pairs.itertuples(index=False, name=None), units, strict=True)
        if unit is not None
    }
    own = zip(requirements["place_id"], requirements["year"], strict=True)
    return requirements.assign(place_id=[named.get((place, year), place) for place, year in own])


def _sums(requirements: pd.DataFrame, scope: str, grid: pd.MultiIndex) -> pd.DataFrame:
    """Plans, dollars asked and dollars received; a sum is missing where a plan that asked has no figure of it."""
    rows = requirements[requirements["plan_scope"] == scope]
    # A plan that asks for nothing and reports nothing (Ukraine 2022 has one beside its appeal) takes nothing away.
    is_blank = rows[ASKED].fillna(0).eq(0) & rows[CAME].isna()
    grouped = rows.assign(is_lost=rows[CAME].isna() & ~is_blank).groupby(PLACE_YEAR)
    sums = grouped.agg(plans=("plan_id", "size"), is_lost=("is_lost", "any"))
    for name in (ASKED, CAME):
        sums[name] = grouped[name].sum(min_count=1)
    sums[CAME] = sums[CAME].mask(sums["is_lost"])
    return (
        sums.drop(columns="is_lost").reindex(grid).assign(plans=lambda table: table["plans"].fillna(0).astype("int64"))
    )
