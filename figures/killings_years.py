"""To whom does UCDP attribute the one-sided killings of each year? Three parts of one stack, the range on the whole.

A year without a figure is grey; a year of zero is an empty place. Nobody is no colour: the source names
somebody for every death it counts as one-sided, so that part is a figure in the table and in words.
"""

from typing import Any

import numpy as np
import pandas as pd

from contracts.attribution_year import ATTRIBUTED_TO
from figures._deaths_by_type import Counts, DeathsByType
from figures._stacked_deaths import listed, provisional_legend, range_bars, silence_legend, total_marks
from figures._year_marks import silences
from figures.response_words import ATTRIBUTION_LABELS
from figures.theme import ATTRIBUTION_COLOURS, Figure, hatching, layout, left_margin, time_axis, value_axis
from figures.twin import Twin
from language import Language

Span = tuple[int, int]
STACKED = ("government", "named_groups", "other_governments")  # ground first
BAR_WIDTH, RANGE_WIDTH = 0.8, 0.26
SMALLEST_TOP = 4.0


def killings_years(rows: pd.DataFrame, span: Span, language: Language) -> Figure:
    """Draw attribution_year rows of one place."""
    deaths, x = lay_out_killings(rows, span), list(range(span[0], span[1] + 1))
    traces = _bars(deaths, x, language)
    traces += range_bars(deaths, x, RANGE_WIDTH, language)
    traces.append(total_marks(deaths, x, language))
    if (deaths.is_provisional & deaths.is_known).any():
        traces.append(provisional_legend(language))
    silence = language.text("No figure")
    if not deaths.is_known.all():
        traces.append(silence_legend(silence))
    shapes, notes = silences(deaths, span, silence.lower(), 0)
    top = max(deaths.top(), SMALLEST_TOP)
    drawn = layout(language, left_margin(top, language)) | {
        "barmode": "stack",
        "hovermode": "x unified",
        "xaxis": time_axis(range=[span[0] - 0.6, span[1] + 0.6], tickformat="d", nticks=9),
        "yaxis": value_axis(range=[0, top * 1.06], tickformat=",d", nticks=5),
        "shapes": shapes,
        "annotations": notes,
    }
    return {"data": traces, "layout": drawn}


def lay_out_killings(rows: pd.DataFrame, span: Span) -> DeathsByType:
    """attribution_year rows by year: best estimates by whom, low and high of the whole."""
    n_years = span[1] - span[0] + 1
    rows = rows[rows["year"].between(*span)]
    at = rows["year"].to_numpy(dtype=np.int64) - span[0]
    best = np.zeros((len(STACKED), n_years))
    for row, whom in enumerate(STACKED):
        chosen = (rows["attributed_to"] == whom).to_numpy()
        np.add.at(best[row], at[chosen], rows["fatalities_best"].to_numpy(dtype=float)[chosen])
    low, high = np.zeros(n_years), np.zeros(n_years)
    np.add.at(low, at, rows["fatalities_low"].to_numpy(dtype=float))
    np.add.at(high, at, rows["fatalities_high"].to_numpy(dtype=float))
    known, provisional = np.zeros(n_years, dtype=bool), np.zeros(n_years, dtype=bool)
    known[at] = True
    provisional[at[rows["is_provisional"].to_numpy(dtype=bool)]] = True
    return DeathsByType(best, low, high, known, provisional, np.zeros(n_years, dtype=bool))


def twin(rows: pd.DataFrame, span: Span, language: Language) -> Twin:
    """The chart as a table, newest year first, each part with its range, nobody too."""
    cells = {(int(row["year"]), str(row["attributed_to"])): _cell(row, language) for row in rows.to_dict("records")}
    headings = (
        language.text("Year"),
        *(language.text(ATTRIBUTION_LABELS[whom]).capitalize() for whom in ATTRIBUTED_TO),
    )
    years = range(span[1], span[0] - 1, -1)
    missing = language.text("No figure")
    return Twin(
        headings,
        tuple((str(year), *(cells.get((year, whom), missing) for whom in ATTRIBUTED_TO)) for year in years),
    )


def _cell(row: dict[str, Any] | dict[Any, Any], language: Language) -> str:
    best, low, high = (row[f"fatalities_{bound}"] for bound in ("best", "low", "high"))
    return language.number(best) if best == low == high else f"{language.number(best)} ({language.span(low, high)})"


def _bars(deaths: DeathsByType, x: list[int], language: Language) -> list[dict[str, Any]]:
    traces: list[dict[str, Any]] = []
    for row, whom in enumerate(STACKED):
        values: Counts = deaths.best[row]
        if not values.any() and whom == "other_governments":
            continue
        marker: dict[str, Any] = {"color": ATTRIBUTION_COLOURS[whom], "line": {"width": 0}}
        if deaths.is_provisional.any():
            marker["pattern"] = hatching(["/" if flag else "" for flag in deaths.is_provisional.tolist()])
        traces.append(
            {
                "type": "bar",
                "name": language.text(ATTRIBUTION_LABELS[whom]).capitalize(),
                "x": x,
                "y": listed(values, deaths.is_known, 0),
                "width": BAR_WIDTH,
                "marker": marker,
                "hovertemplate": "%{y:,.0f}",
                "legendrank": row + 1,
            }
        )
    return traces
