"""What the components say of Sudan, South Sudan and DR Congo, for Canada and the United States, against the plain files."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from response.component import Figure
from response.for_country import Exposure, for_country
from tests.response.real_tables import AS_OF, DEATHS, FLOWS, ORIGINS, RECEIVERS, rows, tables

Exposures = dict[tuple[str, str], Exposure]


@pytest.fixture(scope="module")
def real(shared_data: Path) -> dict[str, pd.DataFrame]:
    return tables(shared_data)


@pytest.fixture(scope="module")
def exposures(real: dict[str, pd.DataFrame]) -> Exposures:
    return {
        (receiver, origin): for_country(real, origin, receiver, AS_OF) for receiver in RECEIVERS for origin in ORIGINS
    }


def figures(exposure: Exposure, component: str, measure: str) -> list[Figure]:
    return [one for one in exposure.answer(component).figures if one.measure == measure]


def figure(exposure: Exposure, component: str, measure: str) -> Figure:
    (found,) = figures(exposure, component, measure)
    return found


def test_refugees_hosted_in_canada_at_the_end_of_2025(exposures: Exposures, shared_data: Path) -> None:
    hosted = {origin: figure(exposures["CAN", origin], "hosted", "refugees") for origin in ORIGINS}
    assert {origin: one.value for origin, one in hosted.items()} == {"SDN": 936, "SSD": 32, "COD": 7149}
    assert {one.period for one in hosted.values()} == {"2025-12-31"}
    assert hosted["SDN"].total == 2_820_737 and round(100 * (hosted["SDN"].share or 0), 2) == 0.03
    plain: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows(shared_data / "unhcr/population.csv.gz"):
        if row["year"] == "2025" and row["coo_iso"] in ORIGINS and row["coa_iso"] != row["coo_iso"]:
            plain[row["coo_iso"], row["coa_iso"]] += int(row["refugees"] or 0)
    for origin, one in hosted.items():
        assert one.total == sum(number for (from_, _), number in plain.items() if from_ == origin)
        answers = exposures["CAN", origin].answer("elsewhere").figures
        assert sum(host.value or 0 for host in answers) == one.total
        assert all(host.value == plain[origin, host.place_id] for host in answers if host.measure != "rest")


def test_chad_hosts_most_sudanese_and_neighbours_stand_first(exposures: Exposures) -> None:
    hosts = exposures["CAN", "SDN"].answer("elsewhere").figures
    assert [one.place_id for one in hosts if one.measure == "neighbour"][:3] == ["TCD", "SSD", "LBY"]
    assert [one.measure for one in hosts][-2:] == ["receiver", "rest"] and hosts[0].measure == "neighbour"


def test_new_applications_in_canada_in_2025(exposures: Exposures) -> None:
    found = {origin: figure(exposures["CAN", origin], "applications", "persons") for origin in ORIGINS}
    assert {origin: one.value for origin, one in found.items()} == {"SDN": 288, "SSD": 22, "COD": 1749}
    assert {one.period for one in found.values()} == {"2025"} and all(one.share for one in found.values())


def test_the_united_states_gave_only_courts_by_origin_in_2025_and_it_is_said(
    exposures: Exposures, shared_data: Path
) -> None:
    found = {origin: figure(exposures["USA", origin], "applications", "persons") for origin in ORIGINS}
    assert {origin: one.value for origin, one in found.items()} == {"SDN": 168, "SSD": 9, "COD": 316}
    in_rows = [
        row
        for row in rows(shared_data / "unhcr/asylum_applications.csv.gz")
        if (row["year"], row["coa_iso"], row["dec_level"], row["app_type"]) == ("2025", "USA", "IN", "N")
    ]
    assert [(row["app_pc"], int(row["applied"])) for row in in_rows] == [("C", 282_594)]
    for one in found.values():
        said: list[dict[str, Any]] = [dict(note.values) for note in one.notes]
        assert {"year": "2025", "levels": "EO"} in said and {"before": "EO, IN", "now": "EO"} in said
        assert {"number": 282_594, "level": "IN", "year": "2025", "rows": 1} in said
        assert one.series[-1].flags and not one.series[-2].flags


def test_canada_s_money_of_2026_by_status_equals_a_sum_over_ids(exposures: Exposures, shared_data: Path) -> None:
    by_id = {row["id"]: row for row in rows(shared_data / FLOWS)}
    plain: dict[tuple[str, str], int] = defaultdict(int)
    for row in by_id.values():
        if row["srcLocations"] == "CAN" and row["srcOrganizationTypes"] == "Governments":
            plain[row["destLocations"], row["status"]] += int(row["amountUSD"])
    for origin in ORIGINS:
        for status in ("pledge", "commitment", "paid"):
            one = figure(exposures["CAN", origin], "own_money", status)
            assert one.value == plain[origin, status] and one.period == "2026", (origin, status)
    assert plain["SDN", "commitment"] == 17_430_909


def test_canadians_who_died_in_operations_there(exposures: Exposures, shared_data: Path) -> None:
    plain: dict[str, int] = defaultdict(int)
    for row in rows(shared_data / DEATHS):
        plain[row["mission_acronym"]] += row["isocode3"] == "CAN"
    died = {
        str(one.label.values["mission"]): one.value
        for origin in ORIGINS
        for one in figures(exposures["CAN", origin], "own_people", "died")
    }
    assert (died["MONUC"], died["ONUC"]) == (1, 3)
    assert {died[mission] for mission in ("UNMIS", "UNAMID", "UNITAMS", "UNMISS", "UNISFA")} == {0}
    assert all(number == plain[mission] for mission, number in died.items())


def test_next_year_s_applications_come_with_an_interval_and_a_judgement(exposures: Exposures) -> None:
    one = figure(exposures["CAN", "SDN"], "next_year", "next_year")
    assert one.period == "2026" and one.low is not None and one.high is not None and one.value is not None
    assert one.low < one.value < one.high and len(one.notes) >= 2
    few = figure(exposures["USA", "SSD"], "next_year", "next_year")
    assert few.status == "not_known" and few.value is None


def test_what_no_release_holds_says_so(exposures: Exposures) -> None:
    views = figure(exposures["CAN", "SDN"], "attention", "page_views")
    groups = figures(exposures["CAN", "SDN"], "attention", "rights_groups")
    assert views.status == "not_in_this_release" and groups[0].status == "not_known"
