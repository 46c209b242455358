"""How much was asked and received for a place, and how does that stand beside its severity? Ranks and parts, no verdict."""

from typing import Any

from dash import html

from dashboard import ids
from dashboard.card import card
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.money import draw_money
from dashboard.place_rows import listed, rows_of
from figures.response_words import EXPECTED_NOTE, GAP_NOTE, expected_sentence, gap_sentence, neglect_sentence
from language import Language
from response.neglect import LITTLE_COVERAGE, LITTLE_OF_EXPECTED, PERSISTENT_SHARE


def money_card(frame: Frame, place_id: str) -> list[Any]:
    """The chart with the ranks beside it; nothing where no appeal is on record."""
    drawn = draw_money(frame, place_id)
    if drawn is None:
        return []
    built = card(ids.MONEY, drawn, hrefs(frame, ids.MONEY, {"place": place_id}), frame.words)
    said = beside_severity(frame, place_id)
    if said:
        built.children.insert(-2, html.Ul([html.Li(sentence) for sentence in said], className="said"))
    return [built]


def beside_severity(frame: Frame, place_id: str) -> list[str]:
    """The newest year's ranks and gap by each measure, money against similar places, and neglect with its parts."""
    words, release = frame.words, frame.record.release
    gaps = listed(rows_of(release, "response_gap", place_id).sort_values(["year", "response_measure"]))
    newest = [row for row in gaps if row["year"] == gaps[-1]["year"]]
    said = []
    for row in sorted(newest, key=lambda row: row["response_measure"] != "received_usd"):
        ranks = gap_sentence(row, words)
        if ranks:
            said.append(f"{ranks} {gap_interval(row, words)}")
    if said:
        said[-1] = f"{said[-1]} {words.text(GAP_NOTE)}"
    expected = next(filter(None, (expected_sentence(row, words) for row in newest)), None)
    if expected:
        said.append(f"{expected} {words.text(EXPECTED_NOTE)}")
    neglect = listed(rows_of(release, "neglect_year", place_id).sort_values("year"))
    if neglect:
        said.append(f"{neglect_sentence(neglect[-1], words)} {parts_explained(words)}")
    return said


def gap_interval(row: dict[str, Any], words: Language) -> str:
    """The distance of the two ranks as a share of the ranks, with its interval."""
    return words.text(
        "Gap {gap} ({low} to {high}); above 0 where severity stands higher.",
        gap=signed(row["gap"], words),
        low=signed(row["gap_low"], words),
        high=signed(row["gap_high"], words),
    )


def signed(value: float, words: Language) -> str:
    """A number between -1 and 1 with its sign."""
    written = words.decimal(abs(value), 2)
    return f"+{written}" if value >= 0.005 else f"\u2212{written}" if value <= -0.005 else written


def parts_explained(words: Language) -> str:
    return words.text(
        "Persistent: active in {share} of ten years or more; little: less than {coverage} of what was asked, or less than "
        "{expected} of what similar places received. Where nothing was asked, little or much cannot be said.",
        share=words.percent(PERSISTENT_SHARE),
        coverage=words.percent(LITTLE_COVERAGE),
        expected=words.percent(LITTLE_OF_EXPECTED),
    )
