"""The page of methods says every declaration once, under one head, with an anchor, in both languages."""

from dashboard.pages._declarations import BEGINNINGS, GROUPS, declared, group_of
from dashboard.pages.methods import tempo_rules
from indicators import indicators
from language import language
from response.for_country import COMPONENTS
from response.world import MEASURES
from tests.dashboard.conftest import Opened

ENGLISH = language("en")


def test_every_declaration_stands_under_one_head(opened: Opened) -> None:
    shown = [one.id for group in GROUPS for one in declared(group, ENGLISH)]
    assert len(shown) == len(set(shown)) == len(indicators()) + len(MEASURES) + len(COMPONENTS)
    assert set(shown) <= set(opened("/methods").ids())


def test_every_head_has_its_figures_and_an_anchor(opened: Opened) -> None:
    page = opened("/methods")
    anchors = {href.removeprefix("#") for href in page.hrefs() if href.startswith("#")}
    assert set(GROUPS) <= anchors <= set(page.ids())
    assert all(declared(group, ENGLISH) for group in GROUPS)


def test_an_indicator_that_no_rule_names_is_still_shown() -> None:
    assert group_of("acute_hunger") == group_of("something_new") == "others"
    known = {group_of(one) for one in indicators()}
    assert known == {*BEGINNINGS, "others"}


def test_a_declaration_is_shown_with_question_unit_reads_caveat_and_reference(opened: Opened) -> None:
    text, one = opened("/methods").text(), indicators()["fatalities_rate_year"].INDICATOR
    for said in (one.title, one.question, one.definition, one.caveat, one.reference, "population_year"):
        assert said in text


def test_the_tempo_rule_has_the_bounds_that_are_computed_with() -> None:
    said = tempo_rules(ENGLISH)[1]
    assert "under 2 effective years" in said and "8 or more, and at least 10 active years" in said


def test_the_declarations_are_read_in_french(opened: Opened) -> None:
    page = opened("/methods", "?lang=fr")
    assert page.title == "Comment chaque chiffre est fait · Slowburn"
    assert "Depuis combien d’années dure la période actuelle de conflit actif" in page.text()
    english = {module.INDICATOR.definition for module in indicators().values()}
    assert not any(said in page.text() for said in english)


def test_an_unknown_parameter_is_told(opened: Opened) -> None:
    assert "colour=red" in opened("/methods", "?colour=red").text()
