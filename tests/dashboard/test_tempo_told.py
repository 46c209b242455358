"""What is said of two episodes, of a single year, and of the tempo from inside, with figures written by hand."""

from typing import Any

import pandas as pd

from language import language
from reading.tempo_now_words import live_sentence
from reading.tempo_words import again_words, tempo_sentence

ENGLISH, FRENCH = language("en"), language("fr")


def told(deaths: list[int], first: int, tempo: str, **flags: bool) -> dict[str, Any]:
    """An episode by its years: N_eff is (sum d)^2 / sum d^2; low is half and high twice the deaths."""
    total, effective = sum(deaths), sum(deaths) ** 2 / sum(year**2 for year in deaths)
    never = dict.fromkeys(("is_deadliest", "is_ongoing", "is_left_censored", "is_near_bound"), False)
    return {
        "first_year": first,
        "last_year": first + len(deaths) - 1,
        "tempo": tempo,
        "recorded_years": len(deaths),
        "active_years": sum(year >= 25 for year in deaths),
        "fatalities_best": total,
        "fatalities_low": total // 2,
        "fatalities_high": total * 2,
        "effective_years": effective,
        **never,
        **flags,
    }


ENDED = told([300] * 12, 1990, "slow_burn", is_deadliest=True)
YOUNG = told([60, 40, 100], 2022, "short", is_ongoing=True)


def test_an_ended_episode_and_the_one_that_goes_on_are_told_apart() -> None:
    said = tempo_sentence("Chad", [ENDED, YOUNG], ENGLISH)
    assert "Chad: a slow burn of organised violence, 1990–2001, ended." in said
    assert "3,600 in all (1,800–7,200), as concentrated as if spread evenly over 12.0 years." in said
    assert "going on, since 2022: 200 recorded deaths to 2024 (100–400), its own tempo so far: short." in said
    assert "not settled: the episode has 3 years on record" in said and "single active year" not in said


def test_a_list_keeps_both_episodes_short() -> None:
    assert again_words([ENDED, YOUNG], ENGLISH) == "1990–2001, ended; again since 2022"


def test_an_only_episode_has_no_other() -> None:
    assert "Another episode" not in tempo_sentence("Chad", [ENDED], ENGLISH)


def test_a_single_active_year_is_sudden_by_definition_only() -> None:
    said = tempo_sentence("Albania", [told([26], 1999, "sudden", is_deadliest=True)], ENGLISH)
    assert said == (
        "Albania: one year with 26 deaths (13–52) in organised violence, 1999, ended; "
        "with a single active year the tempo is sudden by definition."
    )
    young = tempo_sentence("Angola", [ENDED, told([26], 2024, "sudden", is_ongoing=True)], ENGLISH)
    assert "With a single active year the tempo is sudden by definition." in young and "has 1 year on record" in young


def live(**columns: object) -> dict[Any, Any]:
    row = {"month": pd.Timestamp(2022, 12, 1), "tempo_now": "slow_burn", "surge_ratio": 0.81, "share_active": 0.88}
    return {**row, "is_short_history": False, "is_provisional": False, **columns}


def test_the_tempo_from_inside_says_its_month_and_gives_no_verdict_past_it() -> None:
    said = live_sentence(live(is_short_history=True), 2024, ENGLISH)
    assert "Seen from inside, to December 2022: a slow burn." in said and "0.8 times" in said and "88%" in said
    assert "The annual record goes on to 2024" in said and "no verdict for today" in said and "Fewer than 60" in said


def test_months_up_to_the_newest_year_need_no_such_warning() -> None:
    said = live_sentence(live(tempo_now="between"), 2022, ENGLISH)
    assert "neither clearly a slow burn nor clearly sudden" in said and "verdict" not in said and "Fewer" not in said


def test_both_are_told_in_french() -> None:
    assert "Un autre épisode" in tempo_sentence("Tchad", [ENDED, YOUNG], FRENCH)
    assert "décembre 2022" in live_sentence(live(), 2024, FRENCH)
