"""Which way have recorded deaths moved, in words? What has been, up to the place's own last month; never what will be."""

import math
from typing import Any

import pandas as pd

from language import Language, message

Direction = dict[str, Any]  # one row of direction

DIRECTION_LABELS = {
    "worse": message("has worsened"),
    "no_clear_change": message("no clear change"),
    "better": message("has eased"),
    "not_known": message("not known"),
}
DIRECTION_MARKS = {"worse": "↗", "no_clear_change": "→", "better": "↘", "not_known": ""}  # shape beside the word
MONTHS_A_YEAR = 12
RATHER_YEARS = 120  # a window of ten years is told in years


def direction_word(row: Direction, words: Language) -> str:
    direction = row["direction"]
    return words.text(DIRECTION_LABELS[direction])


def window_words(row: Direction, words: Language) -> str:
    """How far back the word looks, and to when."""
    if is_annual(row):
        years = row["window_months"] // MONTHS_A_YEAR
        return words.text("{n} years to {year}", n=words.number(years), year=str(row["month"].year))
    return words.text("{n} months to {month}", n=words.number(row["window_months"]), month=words.month(row["month"]))


def direction_sentence(row: Direction, words: Language) -> str:
    """What the word rests on, with its figures and dates, or why there is no word."""
    said = [_annual_reason(row, words)] if is_annual(row) else _monthly_reasons(row, words)
    if row["is_provisional"]:
        said.append(words.text("provisional"))
    return " · ".join(said)


def is_annual(row: Direction) -> bool:
    """Whether annual figures alone stand behind it."""
    return bool(pd.isna(row["pace"]))


def _annual_reason(row: Direction, words: Language) -> str:
    year = str(row["month"].year)
    if row["reason"] == "trend":
        return _trend(row, words.text("ten years to {year}", year=year), words)
    return {
        "quiet": words.text("no recorded death in the years on record among the ten to {year}", year=year),
        "sparse": words.text(
            "annual figures alone, and half or more of the ten years to {year} without a death", year=year
        ),
        "short_history": words.text("annual figures alone, and fewer than ten years of them to {year}", year=year),
    }.get(
        row["reason"],
        words.text("annual figures alone: no trend over the ten years to {year} is told from chance", year=year),
    )


def _monthly_reasons(row: Direction, words: Language) -> list[str]:
    month = words.month(row["month"])
    if row["pace"] == "quiet":
        said = [words.text("no recorded death in the twelve months to {month}", month=month)]
    elif row["pace"] == "few_deaths":
        said = [words.text("fewer than 25 deaths in the twelve months to {month}, too few for a pace", month=month)]
    else:
        said = [_pace(row, month, words)]
    if "rising" in (verdicts := _verdicts(row)) or "falling" in verdicts:
        months = words.text("{n} months to {month}", n=words.number(_width_of_trend(row)), month=month)
        said.append(_trend(row, months, words))
    elif "not_shown" in verdicts:
        said.append(words.text("no longer trend is told from chance"))
    return said


def _pace(row: Direction, month: str, words: Language) -> str:
    return words.text(
        "three months to {month} at {ratio} times the pace of their twelve ({band})",
        month=month,
        ratio=words.amount(row["run_rate"]),
        band=words.amounts(row["run_rate_low"], row["run_rate_high"]),
    )


def _trend(row: Direction, window: str, words: Language) -> str:
    if math.isnan(row["trend"]):
        return ""
    is_rising = row["trend"] > 1
    said = message("has been rising over {window}, by a factor of {factor} a year ({low}–{high})")
    if not is_rising:
        said = message("has been falling over {window}, by a factor of {factor} a year ({low}–{high})")
    factor, low, high = (words.decimal(row[name], 2) for name in ("trend", "trend_low", "trend_high"))
    return words.text(said, window=window, factor=factor, low=low, high=high)


def _verdicts(row: Direction) -> tuple[Any, Any]:
    return row["verdict_36_months"], row["verdict_60_months"]


def _width_of_trend(row: Direction) -> int:
    """The shortest window whose trend is spoken of; the figures are that trend's."""
    return 36 if row["verdict_36_months"] in ("rising", "falling") else 60
