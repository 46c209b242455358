"""In which words, numbers and dates does a reader see this? English and French, from the first string.

A message id is the English sentence. The French catalogue is a .po file read at
the first use, so no compiled file can lag behind it. Numbers follow Babel's
symbols (French groups by U+202F) and zero is singular in French, plural in English.
A missing value has no number: the caller says in words what is missing.
"""

import datetime
import functools
import gettext
import io
import math
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_percent

LANGUAGES = ("en", "fr")
CATALOGUE = Path(__file__).parent / "catalogue"


def message(text: str, /) -> str:
    """Mark a declared sentence for translation; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Language:
    """One language: sentences from the catalogue, numbers and dates as its readers write them."""

    code: str

    def text(self, message: str, /, **values: object) -> str:
        """Translate a sentence and fill its {placeholders}; values are already words."""
        return _translations(self.code).gettext(message).format(**values)

    def texts(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Choose the form for n things; {n} is n as a number."""
        return _translations(self.code).ngettext(one, many, n).format(n=self.number(n), **values)

    def number(self, value: float) -> str:
        """Write a whole number: 106,270."""
        return self.decimal(value, 0)

    def decimal(self, value: float, digits: int = 1) -> str:
        """Write a number with a fixed count of decimals: 12.5."""
        if not math.isfinite(value):
            raise ValueError(f"value={value} is no number: say in words that it is missing, and why")
        group, point = _symbols(self.code)
        written = f"{round(value, digits) + 0.0:,.{digits}f}"  # + 0.0 turns -0.0 into 0.0
        return written.translate({ord(","): group, ord("."): point})

    def amount(self, value: float, digits: int = 1) -> str:
        """Write a measured amount: one above zero never reads as zero, but as under 0.1."""
        if value > 0 and round(value, digits) == 0:
            return self.text("under {n}", n=self.decimal(10.0**-digits, digits))
        return self.decimal(value, digits)

    def amounts(self, low: float, high: float, digits: int = 1) -> str:
        """Write a band of measured amounts: 12.1–14.8; a band too narrow to tell apart is one amount."""
        ends = dict.fromkeys((self.amount(low, digits), self.amount(high, digits)))
        return "–".join(ends)

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share as a percentage: 0.123 is 12%."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        suffix = "\u00a0%" if self.code == "fr" else "%"
        return str(format_percent(share, format=pattern + suffix, locale=self.code))

    def month(self, moment: datetime.date) -> str:
        """Write a month: October 2023."""
        return _date(self.code, datetime.date(moment.year, moment.month, 1), "MMMM y")

    def day(self, moment: datetime.date) -> str:
        """Write a day: 23 November 2026."""
        written = _date(self.code, datetime.date(moment.year, moment.month, moment.day), "d MMMM y")
        return f"1er{written[1:]}" if self.code == "fr" and moment.day == 1 else written

    def span(self, low: float, high: float) -> str:
        """Write a band of whole numbers: 347,614–1,612,663."""
        return f"{self.number(low)}–{self.number(high)}"


KNOWN = {code: Language(code) for code in LANGUAGES}


def language(code: str | None) -> Language:
    """The language of this code; English for any other, and nothing of an unknown code is kept."""
    return KNOWN.get(code or "", KNOWN[LANGUAGES[0]])


@functools.cache
def _translations(code: str) -> gettext.NullTranslations:
    catalogue = CATALOGUE / f"{code}.po"
    if not catalogue.exists():
        return gettext.NullTranslations()  # English is the message id itself
    compiled = io.BytesIO()
    with catalogue.open("rb") as published:
        write_mo(compiled, read_po(published, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@functools.cache
def _symbols(code: str) -> tuple[str, str]:
    """Group separator and decimal point. Babel formats a number in 20 microseconds, and a chart holds thousands."""
    symbols = Locale(code).number_symbols["latn"]
    return str(symbols["group"]), str(symbols["decimal"])


@functools.lru_cache(maxsize=4096)
def _date(code: str, day: datetime.date, pattern: str) -> str:
    return str(format_date(day, pattern, locale=code))
