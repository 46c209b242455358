"""No sentence that a reader may meet judges: catalogue, reference texts, declarations and generated pages."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from indicators import indicators
from ingest import sources
from language import CATALOGUE
from tests.lexicon import judging_words

ROOT = Path(__file__).parents[2]
GENERATED = ("docs/methods.md", "docs/validation.md")
NOT_SHOWN = {"patterns"}  # regular expressions that titles are compared with


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a parsed TOML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_SHOWN:
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def judged(texts: Iterator[str]) -> dict[str, list[str]]:
    return {text: found for text in texts if (found := judging_words(text))}


def test_no_message_and_no_translation_judges() -> None:
    with (CATALOGUE / "fr.po").open("rb") as published:
        catalogue: Any = read_po(published, locale="fr")
    forms = [form for found in catalogue if found.id for form in (found.id, found.string)]
    assert len(forms) > 500
    assert judged(one for form in forms for one in ((form,) if isinstance(form, str) else form)) == {}


@pytest.mark.parametrize("file", sorted((ROOT / "reference").glob("*.toml")), ids=lambda file: file.name)
def test_no_text_of_the_reference_judges(file: Path) -> None:
    assert judged(texts_in(tomllib.loads(file.read_text("utf-8")))) == {}


@pytest.mark.parametrize("file", GENERATED)
def test_no_generated_page_judges(file: str) -> None:
    assert judged(iter((ROOT / file).read_text("utf-8").splitlines())) == {}


def test_no_declaration_judges() -> None:
    declared = [vars(one.INDICATOR) for one in indicators().values()]
    declared += [{"title": one.SOURCE.title, "caveat": one.SOURCE.caveat} for one in sources().values()]
    assert judged(text for fields in declared for text in fields.values() if isinstance(text, str)) == {}


@pytest.mark.parametrize(
    "text",
    [
        *("the perpetrators", "states unwilling to act", "a genocide", "terrorist groups", "a safe haven", "havens"),
        *("les auteurs des crimes", "l’auteur d’un crime", "le bourreau", "un génocide", "des terroristes"),
        *("un refuge sûr", "un sanctuaire", "faire preuve de mauvaise volonté", "victims", "casualties"),
    ],
)
def test_a_word_that_judges_is_seen(text: str) -> None:
    assert judging_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda 1990–94: civil war and the 1994 genocide against the Tutsi",
        "guerre civile et génocide de 1994 contre les Tutsi",
        "One-sided killings that UCDP attributes to the government",
        "violence unilatérale que l’UCDP attribue à des groupes nommés",
        "la hauteur du graphique",
    ],
)
def test_a_proper_name_and_a_neutral_sentence_pass(text: str) -> None:
    assert judging_words(text) == []
    assert not re.search(r"\bgenocide\b", text) or "Tutsi" in text
