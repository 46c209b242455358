"""Every sentence in the code has a French one, with the same placeholders, and none uses a word that judges."""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from indicators import indicators
from language import CATALOGUE
from tests.lexicon import judging_words

ROOT = Path(__file__).parents[2]
NOT_OURS = {"tests", "benchmarks", "validation", ".venv", "node_modules", "data"}
KEYWORDS = {"text": None, "texts": (1, 2), "message": None}
DECLARED = ("title", "question", "definition", "unit", "caveat", "reference")
LOOSE = re.compile(r"(?<![\u00a0\u202f])(?:[;?!»]|:(?=\s|$))|«(?![\u00a0\u202f])")

Forms = tuple[str, ...]


def sentences() -> Iterator[tuple[Path, Forms]]:
    """Every message of the tree: one form, or singular and plural."""
    for file in sorted(ROOT.rglob("*.py")):
        inside = file.relative_to(ROOT)
        if NOT_OURS.isdisjoint(inside.parts):
            for _, found, _, _ in extract_from_file("python", file, keywords=KEYWORDS):
                yield inside, found if isinstance(found, tuple) else (found,)
    for indicator_id, module in indicators().items():  # rooms below language declare without marking
        for field in DECLARED:
            yield Path("indicators", f"{indicator_id}.py"), (getattr(module.INDICATOR, field),)


@pytest.fixture(scope="module")
def french() -> Catalog:
    with (CATALOGUE / "fr.po").open("rb") as published:
        return read_po(published, locale="fr")


def entry(forms: Forms) -> str:
    """A catalogue entry, ready to be filled in."""
    names = ["msgid", "msgid_plural"][: len(forms)]
    slots = ["msgstr"] if len(forms) == 1 else ["msgstr[0]", "msgstr[1]"]
    return "\n".join(
        [f'{name} "{form}"' for name, form in zip(names, forms, strict=True)] + [f'{slot} ""' for slot in slots]
    )


def placeholders(form: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def translated(french: Catalog, forms: Forms) -> Forms:
    found = french.get(forms[0])
    if found is None or found.fuzzy or not found.string:
        return ()
    return found.string if isinstance(found.string, tuple) else (found.string,)


def test_every_sentence_of_the_tree_has_a_french_one(french: Any) -> None:
    lacking = {
        forms: file
        for file, forms in sentences()
        if len(translated(french, forms)) != len(forms) or "" in translated(french, forms)
    }
    assert not lacking, "add to language/catalogue/fr.po:\n\n" + "\n\n".join(
        f"#: {file}\n{entry(forms)}" for forms, file in lacking.items()
    )


def test_a_sentence_is_translated_with_the_placeholders_it_has(french: Any) -> None:
    for file, forms in sentences():
        for form, french_form in zip(forms, translated(french, forms), strict=False):
            assert placeholders(french_form) == placeholders(forms[-1]) or placeholders(french_form) == placeholders(
                form
            ), (file, form)


def test_no_french_sentence_has_lost_its_english_one(french: Any) -> None:
    used = {forms[0] for _, forms in sentences()}
    orphans = [
        found.id
        for found in french
        if found.id and (found.id if isinstance(found.id, str) else found.id[0]) not in used
    ]
    assert not orphans, "no code says these any more, take them out of fr.po"


def test_no_sentence_says_more_than_a_source_does(french: Any) -> None:
    for file, forms in sentences():
        for form in (*forms, *translated(french, forms)):
            assert not judging_words(form), (file, form)


def test_french_uses_its_typography(french: Any) -> None:
    """A hard space stands before : ; ? ! and inside quotation marks, so that no line begins with them."""
    for found in french:
        for form in found.string if isinstance(found.string, tuple) else (found.string,):
            if found.id:
                assert not LOOSE.search(form), form
                assert "'" not in form, form
