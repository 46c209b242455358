"""How does a sentence that a room has declared read, with its values as the reader writes them?"""

import datetime

from language import Language
from reading.names import country_name
from reference.countries import countries
from reference.diseases import diseases
from response.component import Said, Value

DIGITS_OF_YEAR = 4


def said_words(said: Said, words: Language) -> str:
    """A sentence in the reader's language."""
    return words.text(said.message, **{name: _value(name, value, words) for name, value in said.values.items()})


def period_words(period: str, words: Language) -> str:
    """2025-12-31, 2025, 2024-04..2026-03 or 2003-02-01..2023-11-21 as a reader writes them."""
    first, _, last = period.partition("..")
    if not last:
        return _moment(first, words) if first else ""
    if not first:
        return words.text("to {last}", last=_moment(last, words))
    return words.text("{first} to {last}", first=_moment(first, words), last=_moment(last, words))


def share_words(share: float, words: Language) -> str:
    """A share small enough to be read: 0.03%, never 0% of something."""
    smallest = 0.0001
    if 0 < share < smallest:
        return words.text("under {n}", n=words.percent(smallest, 2))
    return words.percent(share, 0 if share == 0 or share >= 0.1 else 1 if share >= 0.01 else 2)


def _moment(written: str, words: Language) -> str:
    if len(written) == DIGITS_OF_YEAR:
        return written
    if len(written) == len("2025-12"):
        return words.month(datetime.date.fromisoformat(f"{written}-01"))
    return words.day(datetime.date.fromisoformat(written))


def _value(name: str, value: Value, words: Language) -> str:
    if isinstance(value, datetime.date):
        return words.day(value)
    if isinstance(value, int):
        return words.number(value)
    if isinstance(value, float):
        return words.decimal(value)
    if name.endswith("place") and value in countries():
        return country_name(value, words)
    if name == "disease" and value in diseases():
        return diseases()[value].name_fr if words.code == "fr" else diseases()[value].name
    return value
