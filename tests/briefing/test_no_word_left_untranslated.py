"""A pack in a language that brackets every translated sentence shows which words never went through the catalogue."""

import gettext
import re
from collections.abc import Iterator

import pytest

import language as languages
from briefing.pack import Pack, Section
from reference.territories import units
from tests.briefing.conftest import MakePack

MARKS = "↗→↘ "


class Bracketed(gettext.NullTranslations):
    """The pseudo-locale."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def texts(section: Section) -> Iterator[str]:
    """Every word of a message but names, sources and citations."""
    yield from (section.title, *section.paragraphs, *section.notes)
    for fact in section.facts:
        yield from (fact.label, fact.value, fact.under)
    for chart in section.charts:
        yield from (chart.title, chart.measure, chart.summary, chart.note, chart.unit)
        yield from (series.name for series in chart.series)
    for table in section.tables:
        yield from (table.title, *table.headings)
        if table.name != "sources":
            yield from (cell for row in table.rows for cell in row)


@pytest.mark.usefixtures("touched")
@pytest.mark.parametrize(
    ("template", "places"),
    [("country", ("SDN",)), ("country", ("FJI",)), ("comparison", ("SDN", "COL")), ("monthly-watch", ("SDN", "TUV"))],
)
def test_every_sentence_went_through_the_catalogue(
    made: MakePack, monkeypatch: pytest.MonkeyPatch, template: str, places: tuple[str, ...]
) -> None:
    monkeypatch.setattr(languages, "_translations", lambda code: Bracketed())
    pack: Pack = made(*places, template=template, code="fr", receiver="CAN")
    names = {"Soudan", "Fidji", "Colombie", "Tuvalu", *(unit.note_fr for unit in units())}
    told = [pack.title, pack.subtitle, *(text for one in (*pack.sections, *pack.last) for text in texts(one))]
    loose = [text for text in told if re.search(r"[A-Za-zé]{2}", text) and not text.lstrip(MARKS).startswith("⟦")]
    assert [text for text in loose if text not in names and "<" not in text] == []
    assert len(told) > 10


def test_the_sources_of_a_french_pack_bear_french_headings(made: MakePack) -> None:
    table = next(table for one in made("SDN", code="fr").last for table in one.tables)
    assert "Licence" in table.headings and "Newest data" not in table.headings
