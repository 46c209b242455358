"""What holds for every component: it says its source, date and unit, and answers in every state without a made-up number."""

from pathlib import Path

import pandas as pd
import pytest

from contracts.displacement_year import DISPLACEMENT_YEAR
from contracts.violence_month import VIOLENCE_MONTH
from ingest import sources
from response.component import Figure
from response.exposure_tables import EXPOSURE_TABLES, exposure_tables
from response.for_country import (
    COMPONENTS,
    COMPUTED_TABLES,
    SOURCE_TABLES,
    Exposure,
    UnknownPlaceError,
    countries_of,
    for_country,
)

ROOT = Path(__file__).parents[2]
AS_OF = pd.Timestamp("2026-03-01")
EMPTY = {name: sources()[name].SOURCE.table.empty() for name in SOURCE_TABLES}


def figures(exposure: Exposure) -> list[Figure]:
    return [figure for answer in exposure.answers for figure in answer.figures]


@pytest.mark.parametrize("component", [one for one, _ in COMPONENTS], ids=lambda one: one.id)
def test_a_component_declares_source_date_unit_and_how_to_read_it(component: object) -> None:
    said = {name: getattr(component, name) for name in component.__dataclass_fields__}  # type: ignore[attr-defined]
    assert all(said.values()), said
    for source in said["sources"]:
        assert source in sources() or (ROOT / source).is_file(), source


def test_components_have_ids_of_their_own_and_stand_in_one_order() -> None:
    ids = [component.id for component, _ in COMPONENTS]
    assert len(ids) == len(set(ids))
    exposure = for_country({}, "SDN", "CAN", AS_OF)
    assert [answer.component.id for answer in exposure.answers] == ids and all(one.figures for one in exposure.answers)


def test_without_any_table_nothing_is_known_and_nothing_is_a_number() -> None:
    found = figures(for_country({}, "SDN", "CAN", AS_OF))
    assert {one.value for one in found} == {None} and all(one.reason for one in found)
    assert {one.status for one in found} == {"not_in_this_release", "not_known"}


def test_a_source_that_is_switched_off_says_so() -> None:
    exposure = for_country({}, "SDN", "CAN", AS_OF, off=frozenset({"wikipedia_views", "fts_incoming"}))
    by_measure = {one.measure: one.status for one in figures(exposure)}
    assert (by_measure["page_views"], by_measure["paid"], by_measure["news"]) == ("off", "off", "not_in_this_release")


def test_empty_tables_know_nothing_either() -> None:
    computed = exposure_tables({}, AS_OF)
    tables = {**EMPTY, **computed, "violence_month": VIOLENCE_MONTH.empty()}
    found = figures(for_country(tables, "SDN", "CAN", AS_OF))
    assert all(one.value is None and one.status in ("not_known", "not_in_this_release") and one.reason for one in found)


def test_every_known_figure_says_its_source_period_and_unit() -> None:
    rows = pd.DataFrame(
        {
            "origin_id": "SDN",
            "asylum_id": ["CAN", "TCD"],
            "population_type": "refugees",
            "reference_date": pd.Timestamp("2025-12-31"),
            "source_id": "unhcr_population",
            "persons": [10, 90],
            "is_masked": False,
        }
    )
    known = [
        one
        for one in figures(for_country({"unhcr_population": DISPLACEMENT_YEAR.validate(rows)}, "SDN", "CAN", AS_OF))
        if one.value is not None
    ]
    assert len(known) == 4 and all(one.source_id and one.period and one.unit and one.reason is None for one in known)


def test_the_tables_that_are_read_exist() -> None:
    for name, columns in SOURCE_TABLES.items():
        assert {*columns} <= {column.name for column in sources()[name].SOURCE.table.columns}, name
    assert {contract.name for contract in EXPOSURE_TABLES} <= {*COMPUTED_TABLES}


def test_a_crisis_is_asked_for_by_the_countries_it_lies_in() -> None:
    assert countries_of("crisis:darfur") == ("SDN",) and countries_of("adm1:SDN:west-darfur") == ("SDN",)
    assert countries_of("crisis:southern-sudan") == ("SDN", "SSD")
    with pytest.raises(UnknownPlaceError, match="Atlantis"):
        countries_of("Atlantis")
    with pytest.raises(UnknownPlaceError, match="Atlantis"):
        for_country({}, "SDN", "Atlantis", AS_OF)
