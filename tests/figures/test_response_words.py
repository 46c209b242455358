"""What the world did, in words: dollars, requirement and date always; what is not known is said."""

from datetime import date
from typing import Any

import pandas as pd

from contracts.neglect_year import ANSWERS
from contracts.response_entry import ENTRY_KINDS
from contracts.response_gap import RESPONSE_MEASURES
from contracts.response_year import APPEAL_STATES
from figures.response_words import (
    ANSWER_LABELS,
    GAP_SENTENCES,
    KIND_LABELS,
    STATE_LABELS,
    attribution_sentence,
    expected_sentence,
    gap_sentence,
    money_sentence,
    neglect_sentence,
)
from language import language

EN, FR = language("en"), language("fr")
DAY = date(2026, 4, 19)
SUDAN: dict[str, Any] = {
    "year": 2025,
    "appeal_state": "funded",
    "requirements_usd": 4_162_518_656,
    "funding_usd": 1_645_600_872,
    "coverage": 0.395338,
}
GAP: dict[str, Any] = {
    "year": 2024,
    "response_measure": "received_usd",
    "severity_rank": 2,
    "response_rank": 9,
    "n_compared": 30,
    "gap": 0.24,
    "residual_gap": 0.6931472,
    "residual_gap_low": 0.0,
    "residual_gap_high": 1.3862944,
}


def test_money_is_said_with_dollars_requirement_and_date() -> None:
    assert money_sentence(SUDAN, "Sudan", DAY, EN) == (
        "Sudan, plans for 2025: 1,645.6 of 4,162.5 million US dollars asked were received, 40% (19 April 2026)."
    )
    assert "1\u202f645,6 millions de dollars" in money_sentence(SUDAN, "Soudan", DAY, FR)


def test_each_state_has_a_sentence_of_its_own_and_only_a_funded_one_says_received() -> None:
    said = {state: money_sentence(SUDAN | {"appeal_state": state}, "Sudan", DAY, EN) for state in APPEAL_STATES}
    assert len(set(said.values())) == len(APPEAL_STATES) and all("19 April 2026" in text for text in said.values())
    assert [state for state, text in said.items() if "1,645.6" in text] == ["funded"]


def test_a_gap_is_two_ranks_and_is_not_said_where_there_is_none() -> None:
    said = gap_sentence(GAP, EN)
    assert said == "Of 30 countries with an appeal in 2024: rank 2 in severity, rank 9 in US dollars received."
    assert gap_sentence(GAP | {"gap": pd.NA}, EN) is None and gap_sentence(GAP | {"gap": float("nan")}, EN) is None


def test_a_residual_of_ln_2_is_half_of_what_similar_places_received() -> None:
    said = expected_sentence(GAP, EN)
    assert said is not None and said.endswith("it received 0.50 (0.25–1.00).")
    assert expected_sentence(GAP | {"residual_gap": float("nan")}, EN) is None
    assert expected_sentence(GAP | {"response_measure": "coverage"}, EN) is None


def test_neglect_says_each_of_its_three_parts() -> None:
    row = {"year": 2024, "is_severe": True, "is_persistent": False, "little_response": "no_appeal"}
    assert neglect_sentence(row, EN) == (
        "2024: in the upper quarter of severity: yes; persistent: no; little response: no appeal: nothing was asked."
    )


def test_killings_are_said_as_the_source_attributes_them() -> None:
    killed = {"government": (1200, 1000, 1500), "named_groups": (30, 30, 41), "nobody": (0, 0, 0)}
    assert attribution_sentence(2004, killed, EN) == (
        "One-sided killings that UCDP attributes in 2004, best estimate (low–high): to the government 1,200 "
        "(1,000–1,500), to named groups 30 (30–41), to nobody 0 (0–0); true tolls are higher."
    )
    assert attribution_sentence(2004, {}, EN) is None
    assert "au gouvernement 1\u202f200" in str(attribution_sentence(2004, killed, FR))


def test_every_state_kind_and_answer_of_the_contracts_has_words() -> None:
    assert set(STATE_LABELS) == set(APPEAL_STATES) and set(ANSWERS) <= set(ANSWER_LABELS)
    assert tuple(KIND_LABELS) == ENTRY_KINDS and tuple(GAP_SENTENCES) == RESPONSE_MEASURES
