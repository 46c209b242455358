"""When did the level of recorded deaths change for a year or more, and by how much?

Looked for in the newest unbroken run of each place's months and of its years, all
types of violence. In hindsight: tomorrow's months may move a step or take it away, so
steps are published for the whole release and never as if they had been known. One
month far beyond all others can make a level of a year. Of 100 made-up series without a
step 6 to 8 show one, and of fivefold steps in 36 years five in six stay unseen.
"""

from itertools import pairwise

import numpy as np
import pandas as pd

from contracts.change_point import CHANGE_POINT
from indicators._annual import AnnualDeaths, annual_deaths
from indicators._change_points import change_points, step_penalty
from indicators._monthly import MonthlyDeaths, monthly_deaths

SHORTEST_RUN = {"month": 60, "year": 15}
SHORTEST_SEGMENT = {"month": 12, "year": 3}  # what lasts for less is a peak, not a level
SPARSE_FROM = 0.5  # as for trends: among mostly zeros a level means nothing


def steps_of_levels(violence_month: pd.DataFrame, violence_year: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """All steps of all places, by months and by years."""
    by_period: tuple[tuple[str, MonthlyDeaths | AnnualDeaths], ...] = (
        ("month", monthly_deaths(violence_month, as_of)),
        ("year", annual_deaths(violence_year, as_of)),
    )
    rows = [
        step
        for period, deaths in by_period
        for place in range(len(deaths.place_id))
        for step in _steps_of_place(deaths, place, period)
    ]
    return CHANGE_POINT.validate(pd.DataFrame(rows)) if rows else CHANGE_POINT.empty()


def _steps_of_place(deaths: MonthlyDeaths | AnnualDeaths, place: int, period: str) -> list[dict[str, object]]:
    begin, end = newest_run(deaths.best[place])
    series = np.log1p(deaths.best[place, begin:end])
    if len(series) < SHORTEST_RUN[period] or (series == 0).mean() >= SPARSE_FROM:
        return []
    steps = change_points(series, step_penalty(series), SHORTEST_SEGMENT[period])
    bounds = [0, *steps, len(series)]
    levels = [float(series[first:last].mean()) for first, last in pairwise(bounds)]
    return [
        {
            "place_id": deaths.place_id[place],
            "place_kind": deaths.place_kind[place],
            "period": period,
            "month": _opening_month(deaths.months[begin + step], period),
            "level_before": np.expm1(levels[number]),
            "level_after": np.expm1(levels[number + 1]),
            "factor": np.exp(levels[number + 1] - levels[number]),
            "n_before": step - bounds[number],
            "n_after": bounds[number + 2] - step,
            "is_newest": step == steps[-1],
        }
        for number, step in enumerate(steps)
    ]


def newest_run(values: np.ndarray) -> tuple[int, int]:
    """Begin and end of the last stretch without a missing value."""
    held = np.flatnonzero(~np.isnan(values))
    if not len(held):
        return 0, 0
    breaks = np.flatnonzero(np.diff(held) > 1)
    return int(held[breaks[-1] + 1] if len(breaks) else held[0]), int(held[-1]) + 1


def _opening_month(month: np.datetime64, period: str) -> pd.Timestamp:
    """A level of years begins in January of its first year; annual figures stand in December."""
    moment = pd.Timestamp(month)
    return pd.Timestamp(moment.year, 1, 1) if period == "year" else moment
