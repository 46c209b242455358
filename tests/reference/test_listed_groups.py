"""Curated matches: each with a reference, a day and evidence, and none twice."""

import pytest

from reference.languages import public_languages
from reference.listed_groups import ListedGroupsFileError, listed_groups, parse_listed_groups

ENTRY = '[[group]]\nid = "{id}"\nname = "A"\nucdp_names = ["{name}"]\nreference = "{reference}"\nregime = "1267"\nlisted_on = 2001-10-06\nevidence = "Same name."\n'


def test_every_match_says_its_reference_regime_day_and_evidence() -> None:
    groups = listed_groups().values()
    assert all(one.regime and one.evidence and one.listed_on.year >= 2001 for one in groups)
    references = [one.reference for one in groups]
    assert len(references) == len(set(references))
    assert listed_groups()["al-shabaab"].reference == "SOe.001" and listed_groups()["jnim"].reference == "QDe.159"


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.format(id="a", name="A", reference="QDi.001"),
        ENTRY.format(id="a", name="A", reference="QDe.001") + ENTRY.format(id="b", name="A", reference="QDe.002"),
        ENTRY.format(id="a", name="A", reference="QDe.001") + ENTRY.format(id="a", name="B", reference="QDe.002"),
    ],
)
def test_a_wrong_reference_or_a_name_twice_is_refused(text: str) -> None:
    with pytest.raises(ListedGroupsFileError):
        parse_listed_groups(text)


def test_public_languages_are_watched_ones() -> None:
    assert public_languages()["CAN"] == ("en", "fr") and public_languages()["USA"] == ("en",)
    assert {one for languages in public_languages().values() for one in languages} == {"en", "fr"}
