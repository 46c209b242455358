"""How is it said what the world did, and what is not known of it? Sentences that describe and do not judge.

Every sentence on money names dollars, what was asked, the year and the day of the source.
A source attributes killings, we repeat it; a gap is a distance between ranks, not a reason.
"""

import datetime
import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from contracts.attribution_year import ATTRIBUTED_TO
from contracts.response_year import FUNDED, NO_APPEAL, NOT_KNOWN, REGIONAL_ONLY, UNFUNDED
from language import Language, message

Row = Mapping[str, Any]  # one row of a contracted table
Band = tuple[int, int, int]  # best, low, high
MILLION = 1_000_000

STATE_LABELS = {
    FUNDED: message("asked for, and money came"),
    UNFUNDED: message("asked for, and nothing came"),
    REGIONAL_ONLY: message("asked for within a regional plan only"),
    NO_APPEAL: message("no appeal: nothing was asked"),
    NOT_KNOWN: message("not known"),
}
KIND_LABELS = {  # in the order of showing
    "aid": message("Aid and access"),
    "mediation": message("Mediation and agreements"),
    "statement": message("Statements of the Security Council"),
    "resolution": message("Resolutions of the Security Council"),
    "inquiry": message("Inquiries"),
    "justice": message("Courts"),
    "sanctions": message("Sanctions and listings"),
    "political_mission": message("Political missions"),
    "peacekeeping": message("Peacekeeping operations"),
    "force": message("Force"),
}
ATTRIBUTION_LABELS = {
    "government": message("to the government"),
    "other_governments": message("to other governments"),
    "named_groups": message("to named groups"),
    "nobody": message("to nobody"),
}
GAP_SENTENCES = {  # by response_measure
    "received_usd": message(
        "Of {n} countries with an appeal in {year}: rank {severity} in severity, rank {response} in US dollars received."
    ),
    "coverage": message(
        "Of {n} countries with an appeal in {year}: rank {severity} in severity, rank {response} in the share of what was asked."
    ),
}
ANSWER_LABELS = {"yes": message("yes"), "no": message("no")} | STATE_LABELS
NO_RECORD_OF_INACTION = message("What is not listed here may have been done all the same.")
PRECEDENTS_NOTE = message(
    "What was done in crises of the same tempo, with a similar share of one-sided violence and a similar length. "
    "It says nothing about what these measures brought about."
)
GAP_NOTE = message("Ranks of a year beside each other: a description, not a reason.")
EXPECTED_NOTE = message("What similar places received is usual practice, not need.")


def money_sentence(row: Row, place: str, as_of: datetime.date, words: Language) -> str:
    """Money asked and received in a year, or which of the other states holds; `row` is one of response_year."""
    said: dict[str, object] = {"place": place, "year": str(row["year"]), "date": words.day(as_of)}
    if row["appeal_state"] in (FUNDED, UNFUNDED):
        said["asked"] = words.amount(row["requirements_usd"] / MILLION)
    if row["appeal_state"] == FUNDED:
        return words.text(
            "{place}, plans for {year}: {came} of {asked} million US dollars asked were received, {share} ({date}).",
            came=words.amount(row["funding_usd"] / MILLION),
            share=words.percent(row["coverage"]),
            **said,
        )
    if row["appeal_state"] == UNFUNDED:
        return words.text(
            "{place}, plans for {year}: {asked} million US dollars were asked and none received ({date}).", **said
        )
    if row["appeal_state"] == REGIONAL_ONLY:
        return words.text("{place}, {year}: money was asked within plans for several countries only ({date}).", **said)
    if row["appeal_state"] == NO_APPEAL:
        return words.text(
            "{place}, {year}: no appeal is listed, so nothing was asked; that is not the same as nothing received ({date}).",
            **said,
        )
    return words.text("{place}, {year}: money asked and received is not known ({date}).", **said)


def gap_sentence(row: Row, words: Language) -> str | None:
    """The two ranks of a row of response_gap; None where it has none."""
    if is_missing(row["gap"]):
        return None
    sentence = GAP_SENTENCES[row["response_measure"]]
    return words.text(
        sentence,
        severity=words.number(row["severity_rank"]),
        response=words.number(row["response_rank"]),
        n=words.number(row["n_compared"]),
        year=str(row["year"]),
    )


def expected_sentence(row: Row, words: Language) -> str | None:
    """What came for each dollar that places as severe and as populous received, with its interval; None without one."""
    if row["response_measure"] != "received_usd" or is_missing(row["residual_gap"]):
        return None
    best, high, low = (math.exp(-row[name]) for name in ("residual_gap", "residual_gap_low", "residual_gap_high"))
    return words.text(
        "For each US dollar that places as severe and as populous received in {year}, it received {best} ({band}).",
        best=words.amount(best, 2),
        band=words.amounts(low, high, 2),
        year=str(row["year"]),
    )


def neglect_sentence(row: Row, words: Language) -> str:
    """The three parts of a row of neglect_year, each with its answer."""
    answers = ("yes" if row["is_severe"] else "no", "yes" if row["is_persistent"] else "no", row["little_response"])
    severe, persistent, little = (words.text(label) for label in map(ANSWER_LABELS.__getitem__, answers))
    return words.text(
        "{year}: in the upper quarter of severity: {severe}; persistent: {persistent}; little response: {little}.",
        year=str(row["year"]),
        severe=severe,
        persistent=persistent,
        little=little,
    )


def attribution_sentence(year: int, killed: Mapping[str, Band], words: Language) -> str | None:
    """One-sided killings of a year by whom UCDP attributes them to, best with low and high; None without a figure."""
    parts = [
        words.text(
            "{whom} {best} ({band})",
            whom=words.text(ATTRIBUTION_LABELS[whom]),
            best=words.number(killed[whom][0]),
            band=words.span(*killed[whom][1:]),
        )
        for whom in ATTRIBUTED_TO
        if whom in killed
    ]
    if not parts:
        return None
    return words.text(
        "One-sided killings that UCDP attributes in {year}, best estimate (low–high): {parts}; true tolls are higher.",
        year=str(year),
        parts=", ".join(parts),
    )


def is_missing(value: Any) -> bool:
    """Whether a cell of a contracted table holds no figure."""
    return bool(pd.isna(value))
