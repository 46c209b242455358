"""What does a chart of a chosen period say? Its level over these years, and that the record goes on outside them.

Nothing is said of a year outside: "most since" needs the whole record, so a title over a
period gives the sum and the highest year within it, and names what does not compare.
"""

import numpy as np

from figures._deaths_by_type import DeathsByType
from figures.theme import MUTED, SMALL_SIZE, Figure
from language import Language

Span = tuple[int, int]
TITLE_ROOM = 24  # pixels under the years, for the title of the axis


def period_finding(
    place: str, deaths: DeathsByType, span: Span, language: Language, digits: int = 0, is_other_territory: bool = False
) -> str:
    """Title of the annual chart over a period; with `digits` the values are rates, which are not added up."""
    years = {"first": str(span[0]), "last": str(span[1])}
    if not deaths.is_known.any():
        return language.text("{place}: no annual figures from {first} to {last}", place=place, **years)
    peak = int(np.where(deaths.is_known, deaths.total, -1).argmax())
    highest, year = float(deaths.total[peak]), str(span[0] + peak)
    if highest == 0:
        said = language.text("{place}: no death recorded from {first} to {last}", place=place, **years)
    elif digits:
        number = language.amount(highest, digits)
        said = language.text(
            "{place}: at most {number} deaths a year per 100,000 people from {first} to {last}, in {year}",
            place=place,
            number=number,
            year=year,
            **years,
        )
    else:
        said = language.texts(
            "{place}: {n} death recorded from {first} to {last}, most in {year}",
            "{place}: {n} deaths recorded from {first} to {last}, most in {year}",
            int(deaths.total[deaths.is_known].sum()),
            place=place,
            year=year,
            **years,
        )
    return _flagged(said, deaths, language, is_other_territory)


def _flagged(said: str, deaths: DeathsByType, language: Language, is_other_territory: bool) -> str:
    """What in these years does not compare, or is still to come."""
    missing, partial = int((~deaths.is_known).sum()), deaths.is_known & deaths.is_state_based_only
    if partial.any():
        said = language.text("{finding}; state-based deaths alone in some years", finding=said)
    if is_other_territory:
        said = language.text("{finding}; another territory than now in some years", finding=said)
    if (deaths.is_provisional & deaths.is_known).any():
        said = language.text("{finding}; partly provisional", finding=said)
    if missing:
        said = language.texts(
            "{finding}; {n} year has no figure", "{finding}; {n} years have no figure", missing, finding=said
        )
    return said


def outside_words(span: Span, record: Span, language: Language) -> str:
    """That years outside the period are on record and not shown; empty where none are."""
    if span == record:
        return ""
    return language.text(
        "Shown: {first}–{last}. On record: {begin}–{end}.",
        first=str(span[0]),
        last=str(span[1]),
        begin=str(record[0]),
        end=str(record[1]),
    )


def with_axis_words(figure: Figure, said: str) -> Figure:
    """The figure with a sentence under its axis of time; as it is where there is nothing to say."""
    if not said:
        return figure
    layout = figure["layout"]
    title = {"text": said, "standoff": 8, "font": {"size": SMALL_SIZE, "color": MUTED}}
    margin = layout["margin"] | {"b": layout["margin"]["b"] + TITLE_ROOM}
    return figure | {"layout": layout | {"xaxis": layout["xaxis"] | {"title": title}, "margin": margin}}
