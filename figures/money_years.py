"""How much humanitarian money was asked for a place each year, and how much came? Five states, drawn apart.

Received stands inside asked, since it is a part of it. A plan for several countries is another colour and never
added. A year without any appeal has a cross on the line, which is no bar of height 0; a year that the source does
not cover is grey; an appeal that nobody answered is an empty bar with a cross on top. The newest year is hatched
while it fills up.
"""

from typing import Any

import numpy as np
import pandas as pd

from contracts.response_year import FUNDED, NO_APPEAL, NOT_KNOWN, REGIONAL_ONLY, UNFUNDED
from figures._deaths_by_type import Flags, runs
from figures._stacked_deaths import provisional_legend, silence_legend
from figures.response_words import MILLION, STATE_LABELS
from figures.theme import (
    ACCENT,
    MONEY_ASKED,
    MONEY_RECEIVED,
    MONEY_REGIONAL,
    MUTED,
    SILENCE,
    Figure,
    hatching,
    layout,
    left_margin,
    note,
    time_axis,
    value_axis,
)
from figures.twin import Twin
from language import Language

ASKED_WIDTH, RECEIVED_WIDTH = 0.8, 0.5
SMALLEST_TOP = 1.0  # million
DIGITS = 1
LABEL_YEARS = 3  # narrower grey regions leave their label to the legend


def money_years(rows: pd.DataFrame, language: Language) -> Figure:
    """Draw response_year rows of one place, one for each year without a gap, in millions of dollars."""
    rows = rows.sort_values("year")
    x = rows["year"].astype(int).tolist()
    state = rows["appeal_state"].to_numpy()
    asked = millions(rows, "requirements_usd", np.isin(state, (FUNDED, UNFUNDED)))
    came = millions(rows, "funding_usd", state == FUNDED)
    regional = millions(rows, "regional_requirements_usd", state == REGIONAL_ONLY)
    regional_came = millions(rows, "regional_funding_usd", state == REGIONAL_ONLY)
    open_year = rows["is_provisional"].to_numpy(dtype=bool)
    names = (
        (language.text("Asked in plans for the country"), asked, MONEY_ASKED, ASKED_WIDTH),
        (language.text("Received for these plans"), came, MONEY_RECEIVED, RECEIVED_WIDTH),
        (language.text("Asked for it within regional plans only"), regional, MONEY_REGIONAL, ASKED_WIDTH),
        (language.text("Received within regional plans"), regional_came, MONEY_RECEIVED, RECEIVED_WIDTH),
    )
    shown = [_bars(*one, x, open_year, rank) for rank, one in enumerate(names, start=1) if any(one[1])]
    if len(shown) > 2 and any(regional_came):
        shown[-1]["showlegend"] = False  # the same colour as received for plans of the country
    shown += _crosses(x, state, asked, language)
    if open_year.any():
        shown.append(provisional_legend(language))
    is_unknown: Flags = state == NOT_KNOWN
    if is_unknown.any():
        shown.append(silence_legend(language.text(STATE_LABELS[NOT_KNOWN]).capitalize()))
    top = max([SMALLEST_TOP, *(value for value in [*asked, *came, *regional] if value)])
    shapes, notes = _unknown(is_unknown, x, language)
    drawn = layout(language, left_margin(top, language)) | {
        "barmode": "overlay",
        "hovermode": "x unified",
        "xaxis": time_axis(range=[x[0] - 0.6, x[-1] + 0.6], tickformat="d", nticks=9),
        "yaxis": value_axis(range=[0, top * 1.08], tickformat=",d" if top >= 10 else ",.1f", nticks=5),
        "shapes": shapes,
        "annotations": notes,
    }
    return {"data": shown, "layout": drawn}


def millions(rows: pd.DataFrame, column: str, where: Flags) -> list[float | None]:
    """Dollars as millions in the years of a state; None elsewhere and where the figure is missing."""
    values = rows[column].to_numpy(dtype=float, na_value=np.nan) / MILLION
    return [
        round(value, DIGITS) if is_shown and value == value else None
        for value, is_shown in zip(values.tolist(), where.tolist(), strict=True)
    ]


def twin(rows: pd.DataFrame, language: Language) -> Twin:
    """The chart as a table, newest year first, in millions of dollars, with money that no bar shows."""
    headings = (
        language.text("Year"),
        language.text("State"),
        language.text("Asked"),
        language.text("Received"),
        language.text("Coverage"),
        language.text("Asked in regional plans"),
        language.text("Received in regional plans"),
        language.text("Received outside plans"),
    )
    columns = ("regional_requirements_usd", "regional_funding_usd", "outside_plans_usd")
    body = []
    for row in rows.sort_values("year", ascending=False).to_dict("records"):
        label = STATE_LABELS[row["appeal_state"]]
        state = language.text(label)
        said = f"{state} · {language.text('provisional')}" if row["is_provisional"] else state
        share = language.percent(row["coverage"]) if row["coverage"] == row["coverage"] else "–"
        amounts = [_million(row[name], language) for name in ("requirements_usd", "funding_usd", *columns)]
        body.append((str(row["year"]), said, *amounts[:2], share, *amounts[2:]))
    return Twin(headings, tuple(body))


def _million(value: Any, language: Language) -> str:
    return "–" if pd.isna(value) else language.amount(value / MILLION, DIGITS)


def _bars(
    name: str,
    values: list[float | None],
    colour: str,
    width: float,
    x: list[int],
    open_year: Flags,
    rank: int,
) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": colour, "line": {"width": 0}}
    if open_year.any():
        marker["pattern"] = hatching(["/" if flag else "" for flag in open_year.tolist()])
    return {
        "type": "bar",
        "name": name,
        "x": x,
        "y": values,
        "width": width,
        "marker": marker,
        "hovertemplate": f"%{{y:,.{DIGITS}f}}",
        "legendrank": rank,
    }


def _crosses(x: list[int], state: Any, asked: list[float | None], language: Language) -> list[dict[str, Any]]:
    """Years without an appeal on the line of zero, appeals that nobody answered on top of their bar."""
    marks = []
    for which, colour in ((NO_APPEAL, MUTED), (UNFUNDED, ACCENT)):
        at = np.flatnonzero(state == which).tolist()
        if at:
            name = language.text(STATE_LABELS[which]).capitalize()
            marks.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "name": name,
                    "x": [x[i] for i in at],
                    "y": [asked[i] or 0 for i in at],
                    "marker": {"color": colour, "symbol": "x-thin-open", "size": 7, "line": {"width": 1.5}},
                    "hovertemplate": "%{x}",
                    "cliponaxis": False,
                    "legendrank": 6,
                }
            )
    return marks


def _unknown(is_unknown: Flags, x: list[int], language: Language) -> tuple[list[Any], list[Any]]:
    """Grey behind the years that the source does not cover."""
    words = language.text(STATE_LABELS[NOT_KNOWN])
    shapes: list[Any] = []
    notes: list[Any] = []
    for first, last in runs(is_unknown):
        start, end = x[first] - 0.5, x[last] + 0.5
        where = {"xref": "x", "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1}
        shapes.append({"type": "rect", "layer": "below", "fillcolor": SILENCE, "line": {"width": 0}} | where)
        if last - first + 1 >= LABEL_YEARS:
            notes.append(note(words, x=(start + end) / 2, xref="x", y=0.5, yref="paper"))
    return shapes, notes
