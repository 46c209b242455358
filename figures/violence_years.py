"""How many deaths did each year record, by type of violence, and at what tempo did the episodes burn?

Heights of a stack cannot be read on a logarithmic axis: there the total stands as a
point with its range, and a year of zero, which has no logarithm, sits on a line of its own.
A year without a figure is grey, a year of zero is an empty place.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd

from figures._deaths_by_type import DeathsByType, columns, lay_out, per_100_000
from figures._episode_strip import STRIP_TOP, episode_axis, episode_bars
from figures._logarithmic_totals import logarithmic_axis, logarithmic_totals
from figures._stacked_deaths import provisional_legend, range_bars, silence_legend, total_marks, type_bars
from figures._year_marks import changes, silences
from figures.theme import SMALL_SIZE, Figure, layout, left_margin, time_axis, value_axis
from language import Language

Span = tuple[int, int]  # first and last year shown
Scale = Literal["linear", "log"]
BAR_WIDTH, RANGE_WIDTH = 0.8, 0.26  # the range is slimmer, so that the height of the bar stays the best estimate
RATE_DIGITS = 2
SMALLEST_TOP, SMALLEST_TOP_RATE = 4.0, 0.1  # so that a year of one death does not fill the chart


def violence_years(
    years: pd.DataFrame | DeathsByType,
    span: Span,
    language: Language,
    *,
    scale: Scale = "linear",
    persons: Mapping[int, float] | None = None,
    episodes: Sequence[Mapping[str, Any]] = (),
    territory_changes: Sequence[tuple[int, str]] = (),
    silence: str = "",
) -> Figure:
    """Draw violence_year rows of one place, or what years_by_place made of them; with `persons` by year, deaths per 100,000 people.

    `silence` names years without a figure where it is known why there is none.
    """
    deaths, digits = deaths_by_year(years, span, persons), RATE_DIGITS if persons is not None else 0
    x, has_strip = list(range(span[0], span[1] + 1)), len(episodes) > 0
    silence = silence or (language.text("No figure") if persons is None else language.text("No rate"))
    top = max(deaths.top(), SMALLEST_TOP if persons is None else SMALLEST_TOP_RATE)
    floor = STRIP_TOP + 0.025 if has_strip else 0
    if scale == "log":
        traces, y = logarithmic_totals(deaths, x, language, digits), logarithmic_axis(deaths, language)
    else:
        traces = _stacked(deaths, x, language, digits)
        y = value_axis(range=[0, top * 1.06], tickformat=_ticks(top), nticks=6)
    if not deaths.is_known.all():
        traces.append(silence_legend(silence))
    shapes, notes = silences(deaths, span, silence.lower(), floor)
    changed_shapes, changed_notes = changes(territory_changes, span)
    ends, anchor = [span[0] - 0.6, span[1] + 0.6], "y2" if has_strip else "y"
    drawn = layout(language, left_margin(top, language, 0 if top >= 10 else digits)) | {
        "barmode": "stack",
        "uniformtext": {"mode": "hide", "minsize": SMALL_SIZE},  # a tempo too long for its bar is left to the pointer
        "hovermode": "x unified",
        "xaxis": time_axis(range=ends, tickformat="d", nticks=9, anchor=anchor),
        "yaxis": y | {"domain": [floor, 1]},
        "shapes": shapes + changed_shapes,
        "annotations": notes + changed_notes,
    }
    if has_strip:
        traces.append(episode_bars(episodes, span, language))
        drawn["yaxis2"] = episode_axis()
    return {"data": traces, "layout": drawn}


def _stacked(deaths: DeathsByType, x: list[int], language: Language, digits: int) -> list[dict[str, Any]]:
    traces = type_bars(deaths, x, BAR_WIDTH, language, digits)
    traces += range_bars(deaths, x, RANGE_WIDTH, language, digits)
    traces.append(total_marks(deaths, x, language, digits))
    if (deaths.is_provisional & deaths.is_known).any():
        traces.append(provisional_legend(language))
    return traces


def years_by_place(years: pd.DataFrame, span: Span) -> dict[str, DeathsByType]:
    """Lay a whole violence_year out at once, place by place."""
    row, places = pd.factorize(years["place_id"])
    n_years, year = span[1] - span[0] + 1, years["year"].to_numpy(dtype=np.int64) - span[0]
    is_inside = (year >= 0) & (year < n_years)
    deaths = lay_out(years, np.where(is_inside, row * n_years + year, -1), len(places) * n_years)
    return {str(place): columns(deaths, at * n_years, (at + 1) * n_years) for at, place in enumerate(places)}


def deaths_by_year(
    years: pd.DataFrame | DeathsByType, span: Span, persons: Mapping[int, float] | None = None
) -> DeathsByType:
    """Lay violence_year rows out by year, as counts or as a rate."""
    if isinstance(years, DeathsByType):
        deaths = years
    else:
        deaths = lay_out(years, years["year"].to_numpy(dtype=np.int64) - span[0], span[1] - span[0] + 1)
    if persons is None:
        return deaths
    return per_100_000(
        deaths, np.array([persons.get(year, np.nan) for year in range(span[0], span[1] + 1)], dtype=float)
    )


def _ticks(top: float) -> str:
    return ",d" if top >= 10 else ",.1f" if top >= 1 else ",.2f"
