"""Numbers and dates read as their readers write them, and a missing value is never a number."""

import datetime
import math
from typing import Any

import pandas as pd
import pytest
from babel.numbers import format_decimal

from language import LANGUAGES, language, message

ENGLISH, FRENCH = language("en"), language("fr")
NARROW_SPACE, SPACE = "\u202f", "\u00a0"


@pytest.mark.parametrize("code", ["en", None, "xx", "EN"])
def test_any_language_that_is_not_spoken_is_english(code: Any) -> None:
    assert language(code).code == "en"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", [0, 7, 999, 1000, 106270, 1612663, -27434])
def test_whole_numbers_are_written_as_babel_writes_them(code: Any, value: Any) -> None:
    assert language(code).number(value) == format_decimal(value, locale=code)


def test_numbers_follow_the_language() -> None:
    assert ENGLISH.number(106270) == "106,270"
    assert FRENCH.number(106270) == f"106{NARROW_SPACE}270"
    assert (ENGLISH.decimal(1234.5), FRENCH.decimal(1234.5)) == ("1,234.5", f"1{NARROW_SPACE}234,5")
    assert (ENGLISH.percent(0.123, 1), FRENCH.percent(0.123, 1)) == ("12.3%", f"12,3{SPACE}%")
    assert ENGLISH.span(347614, 1612663) == "347,614–1,612,663"


def test_a_small_negative_number_does_not_become_minus_zero() -> None:
    assert ENGLISH.decimal(-0.01) == "0.0"


@pytest.mark.parametrize("missing", [math.nan, math.inf])
def test_a_missing_value_is_refused_instead_of_written(missing: Any) -> None:
    with pytest.raises(ValueError, match="missing"):
        ENGLISH.number(missing)


def test_dates_follow_the_language_and_the_french_first_is_the_first() -> None:
    moment = pd.Timestamp("2023-10-01")
    assert (ENGLISH.month(moment), FRENCH.month(moment)) == ("October 2023", "octobre 2023")
    assert (ENGLISH.day(moment), FRENCH.day(moment)) == ("1 October 2023", "1er octobre 2023")
    assert FRENCH.day(datetime.date(2026, 11, 11)) == "11 novembre 2026"


def test_zero_is_plural_in_english_and_singular_in_french() -> None:
    forms = ("{n} year has no figure.", "{n} years have no figure.")
    assert [ENGLISH.texts(*forms, n)[:9] for n in (0, 1, 2)] == ["0 years h", "1 year ha", "2 years h"]
    zero, one, two = (FRENCH.texts(*forms, n) for n in (0, 1, 2))
    assert zero.replace("0", "1") == one
    assert two.replace("2", "1") != one


def test_a_marked_sentence_stays_what_it_is() -> None:
    assert message("slow burn") == "slow burn"


def test_an_unknown_code_is_english_and_leaves_nothing_behind() -> None:
    assert language("tlh") is language("xx") is language(None) is language("en")
    assert not hasattr(language, "cache_info")


@pytest.mark.parametrize(
    ("value", "digits", "english", "french"),
    [
        (0.0, 1, "0.0", "0,0"),
        (0.0004, 1, "under 0.1", "moins de 0,1"),
        (0.049, 1, "under 0.1", "moins de 0,1"),
        (0.06, 1, "0.1", "0,1"),
        (0.0004, 2, "under 0.01", "moins de 0,01"),
        (14.13, 1, "14.1", "14,1"),
    ],
)
def test_an_amount_above_zero_never_reads_as_zero(value: Any, digits: Any, english: Any, french: Any) -> None:
    assert (ENGLISH.amount(value, digits), FRENCH.amount(value, digits)) == (english, french)


def test_a_band_that_cannot_be_told_apart_is_one_amount() -> None:
    assert ENGLISH.amounts(0.01, 0.02) == "under 0.1"
    assert ENGLISH.amounts(0.01, 0.2) == "under 0.1–0.2"
