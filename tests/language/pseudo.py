"""A language that nobody speaks: every sentence of the catalogue in accents and brackets, made when it is asked for.

What a page then shows in plain letters came past the catalogue. It stands in for French
during a test, so dates and numbers keep working, and readers are never offered it.
"""

import re
import string
from dataclasses import dataclass
from functools import cache

from babel.messages.pofile import read_po

from language import CATALOGUE, Language

PLAIN = string.ascii_letters
ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, ACCENTED)
PLACEHOLDER = re.compile(r"(\{[^{}]*\})")


@cache
def known() -> frozenset[str]:
    """Every sentence of the catalogue, in singular and plural."""
    with (CATALOGUE / "fr.po").open("rb") as published:
        ids = [entry.id for entry in read_po(published, locale="fr") if entry.id]
    return frozenset(form for id in ids for form in ((id,) if isinstance(id, str) else id))


def accented(sentence: str) -> str:
    """Every letter replaced but those of placeholders; a sentence that the catalogue lacks stays plain."""
    if sentence not in known():
        return sentence
    parts = PLACEHOLDER.split(sentence)
    return "⟦" + "".join(part if part.startswith("{") else part.translate(LETTERS) for part in parts) + "⟧"


@dataclass(frozen=True)
class Pseudo(Language):
    """Numbers and dates as in the language it stands for, sentences as in none."""

    def text(self, message: str, /, **values: object) -> str:
        return accented(message).format(**values)

    def texts(self, one: str, many: str, n: int, /, **values: object) -> str:
        return accented(one if n == 1 else many).format(n=self.number(n), **values)
