"""The register of named crises: complete in both languages, without contradiction, judging nobody."""

import pytest

from reference.admin1 import admin1_units
from reference.countries import countries
from reference.crises import CrisesFileError, Crisis, crises, find_crises, parse_crises

EXPECTED = [
    "darfur",
    "eastern-congo",
    "southern-sudan",
    "northern-uganda",
    "rwanda",
    "kosovo",
    "tigray",
    "oromia",
    "somalia-al-shabaab",
    "lake-chad",
    "central-sahel",
    "anglophone-cameroon",
    "cabo-delgado",
    "rakhine",
    "kachin-shan",
    "donbas",
    "syria-war",
    "yemen-war",
    "sri-lanka-war",
    "nuba-blue-nile",
    "colombia",
    "casamance",
    "afghanistan-wars",
    "iraq-2003",
    "central-african-republic-2013",
    "sierra-leone-war",
]
JUDGING_WORDS = ("perpetrator", "terroris", "unwilling", "auteur des", "safe haven", "victim", "casualt", "regime")
PROPER_NAMES = ("1994 genocide against the tutsi", "génocide de 1994 contre les tutsi")
ONE = """
[[crisis]]
id = "west"
name_en = "West"
name_fr = "Ouest"
other_names = []
countries = ["SDN"]
from = 1989
rule = "units"
units = ["adm1:SDN:west-darfur"]
boundary_en = "A line."
boundary_fr = "Une ligne."
source = "UCDP"
"""


def texts(crisis: Crisis) -> tuple[str, ...]:
    return (
        crisis.name_en,
        crisis.name_fr,
        *crisis.other_names,
        crisis.boundary_en,
        crisis.boundary_fr,
        crisis.note_en,
        crisis.note_fr,
        crisis.source,
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_a_specialist_finds_the_crisis(name: str) -> None:
    assert f"crisis:{name}" in crises()


@pytest.mark.parametrize("crisis", crises().values(), ids=crises())
class TestEveryCrisis:
    def test_speaks_both_languages_and_says_whose_boundary_it_has(self, crisis: Crisis) -> None:
        assert crisis.name_en and crisis.name_fr and crisis.source.startswith("UCDP")
        assert crisis.boundary_en.endswith(".") and crisis.boundary_fr.endswith(".")

    def test_judges_nobody(self, crisis: Crisis) -> None:
        for text in map(str.casefold, texts(crisis)):
            for name in PROPER_NAMES:
                text = text.replace(name, "")
            assert [word for word in (*JUDGING_WORDS, "genocide", "génocide") if word in text] == []

    def test_names_its_dyads_in_its_source_or_bounds_them_by_place(self, crisis: Crisis) -> None:
        assert crisis.rule != "dyads" or crisis.fought_in or len(crisis.dyads) > 3 or crisis.dyads[0] in crisis.source

    def test_covers_a_unit_over_all_its_names(self, crisis: Crisis) -> None:
        # whoever counts a unit counts what it came from, as far as that lies in the crisis's years and country
        for unit_id in crisis.units:
            unit = admin1_units()[unit_id]
            older = [admin1_units()[before] for before in unit.comes_from]
            counted = [before for before in older if (before.valid_to or 9999) > crisis.first_year]
            is_part_of_more = unit_id in ("adm1:SDN:west-kordofan", "adm1:MMR:kayin")
            assert is_part_of_more or all(before.unit_id in crisis.units for before in counted), unit_id


def test_kosovo_is_named_with_reference_to_resolution_1244() -> None:
    for crisis in crises().values():
        for text in (crisis.name_en, crisis.name_fr):
            assert "Kosovo" not in text or "1244" in text


def test_no_crisis_bears_the_id_of_another_place() -> None:
    assert not {crisis.removeprefix("crisis:").upper() for crisis in crises()} & set(countries())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("darfour", "crisis:darfur"),
        ("boko haram", "crisis:lake-chad"),
        ("LRA", "crisis:northern-uganda"),
        ("rohingya", "crisis:rakhine"),
        ("kivu", "crisis:eastern-congo"),
        ("tigre", "crisis:tigray"),
        ("seleka", "crisis:central-african-republic-2013"),
    ],
)
def test_a_crisis_is_found_by_its_usual_names(asked: str, found: str) -> None:
    assert found in [crisis.crisis_id for crisis in find_crises(asked)]


def test_an_empty_question_has_no_answer() -> None:
    assert find_crises("  ") == []


def test_a_crisis_is_followed_from_its_first_to_its_last_year() -> None:
    rwanda, darfur = crises()["crisis:rwanda"], crises()["crisis:darfur"]
    assert [rwanda.is_followed_in(year) for year in (1989, 1990, 1994, 1995)] == [False, True, True, False]
    assert darfur.is_followed_in(2050)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (ONE.replace("west-darfur", "far-west"), "unknown places.*far-west"),
        (ONE.replace('["SDN"]', '["QQQ"]'), "unknown places.*QQQ"),
        (ONE.replace('["SDN"]', '["TCD"]'), "beyond its countries"),
        (ONE.replace('["SDN"]', "[]"), "in no country"),
        (ONE.replace('rule = "units"', 'rule = "feeling"'), "rule 'feeling'"),
        (ONE.replace('rule = "units"', 'rule = "dyads"'), "needs.*dyads"),
        (ONE.replace('rule = "units"', 'rule = "countries"'), "but has.*units"),
        (ONE + "to = 1980", "ends before it begins"),
        (ONE + 'continued_by = ["SDN"]', "alone"),
        (ONE + 'note_en = "So."', "note in one language"),
        (ONE.replace('source = "UCDP"', ""), "lacks.*source"),
        (ONE + 'colour = "red"', "unknown keys.*colour"),
        (ONE + ONE, "more than one entry"),
    ],
)
def test_a_contradiction_in_the_register_is_named(text: str, complaint: str) -> None:
    with pytest.raises(CrisesFileError, match=complaint):
        parse_crises(text)
