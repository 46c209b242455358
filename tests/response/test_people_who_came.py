"""People hosted, where the others are, and new applications: small cases counted by hand."""

import pandas as pd
import pytest

from response.applications import applications
from response.elsewhere import elsewhere
from response.hosted import BREAK, HIDDEN, MID_YEAR, ORIGIN_BREAK, hosted
from response.not_separable import NOT_SEPARABLE
from tests.response.asking_for import applied, asked, stocks

YEAR_END, HALF = "2025-12-31", "2025-06-30"


def test_people_hosted_stand_beside_all_of_their_origin_and_kind() -> None:
    table = stocks(
        ("SDN", "CAN", "refugees", YEAR_END, 30),
        ("SDN", "TCD", "refugees", YEAR_END, 970),
        ("SDN", "CAN", "asylum_seekers", YEAR_END, 5),
        ("SDN", "TCD", "asylum_seekers", YEAR_END, 15),
        ("SDN", "SDN", "idps", YEAR_END, 9_000_000),
        ("SDN", "CAN", "refugees", "2024-12-31", 20),
    )
    refugees, seekers, oip = hosted(asked(unhcr_population=table))
    assert (refugees.value, refugees.total, refugees.share, refugees.period) == (30, 1000, 0.03, YEAR_END)
    assert (seekers.value, seekers.share) == (5, 0.25)
    assert (oip.status, oip.value) == ("not_known", None)
    assert [(point.period, point.value, point.total) for point in refugees.series] == [
        ("2024-12-31", 20, 20),
        (YEAR_END, 30, 1000),
    ]


def test_a_hidden_figure_is_not_zero_and_zero_is_a_figure() -> None:
    hidden = hosted(asked(unhcr_population=stocks(("SDN", "CAN", "refugees", YEAR_END, None))))[0]
    assert hidden.value is None and hidden.reason is not None and hidden.reason.message == HIDDEN
    zero = hosted(asked(unhcr_population=stocks(("SDN", "CAN", "refugees", YEAR_END, 0))))[0]
    assert zero.status == "known" and zero.value == 0 and zero.share is None


def test_later_dates_change_nothing_and_a_mid_year_is_flagged() -> None:
    early = stocks(("SDN", "CAN", "refugees", "2024-12-31", 20), ("SDN", "CAN", "refugees", HALF, 25))
    later = stocks(
        ("SDN", "CAN", "refugees", "2024-12-31", 20),
        ("SDN", "CAN", "refugees", HALF, 25),
        ("SDN", "CAN", "refugees", "2026-12-31", 900),
    )
    one, two = (hosted(asked(unhcr_population=table)) for table in (early, later))
    assert one == two and one[0].notes[0].message == MID_YEAR


def test_a_recount_is_flagged_for_the_pair_and_for_the_origin() -> None:
    table = stocks(("SDN", "CAN", "refugees", "2024-12-31", 20_000), ("SDN", "CAN", "refugees", YEAR_END, 120_000))
    flags = hosted(asked(unhcr_population=table))[0].series[-1].flags
    assert {flag.message for flag in flags} == {BREAK, ORIGIN_BREAK}
    assert {(flag.values["before"], flag.values["now"]) for flag in flags} == {(20_000, 120_000)}


def test_hosts_are_neighbours_then_the_largest_others_then_here_then_the_rest() -> None:
    others = {"UGA": 60, "FRA": 50, "GBR": 40, "KEN": 30, "DEU": 20, "ITA": 7, "ESP": 3}
    cells = [
        ("SDN", host, "refugees", YEAR_END, number)
        for host, number in {**others, "TCD": 500, "EGY": 100, "CAN": 1}.items()
    ]
    found = elsewhere(asked(unhcr_population=stocks(*cells)))
    assert [(one.place_id, one.value) for one in found] == [
        ("TCD", 500), ("EGY", 100), ("UGA", 60), ("FRA", 50), ("GBR", 40), ("KEN", 30), ("DEU", 20), ("CAN", 1), ("UNK", 10),
    ]  # fmt: skip
    assert {one.total for one in found} == {811} and sum(one.share or 0 for one in found) == pytest.approx(1)


def test_unrwa_s_refugees_stand_beside() -> None:
    unhcr = stocks(("PSE", "JOR", "refugees", YEAR_END, 10))
    unrwa = stocks(
        ("PSE", "JOR", "unrwa_refugees", YEAR_END, 40),
        ("PSE", "LBN", "unrwa_refugees", YEAR_END, 60),
        source_id="unhcr_unrwa",
    )
    found = elsewhere(asked("JOR", ("PSE",), unhcr_population=unhcr, unhcr_unrwa=unrwa))
    beside = next(one for one in found if one.measure == "unrwa")
    assert (beside.value, beside.total) == (40, 100) and next(
        one for one in found if one.measure == "receiver"
    ).value == 10


def test_new_applications_are_persons_and_cases_stand_apart() -> None:
    table = applied(
        ("SDN", "CAN", 2025, "FI", "persons", 30),
        ("SDN", "CAN", 2025, "AR", "persons", 99),  # a review is no new application
        ("SDN", "CAN", 2025, "FI", "cases", 4),
        ("SDN", "GBR", 2025, "FI", "persons", 90),
    )
    persons, cases = applications(asked(unhcr_applications=table))
    assert (persons.value, persons.total, persons.share, persons.period) == (30, 120, 0.25, "2025")
    assert (cases.value, cases.unit, cases.share) == (4, "cases", None)


def test_kosovo_is_counted_within_serbia_and_that_is_said() -> None:
    unhcr = stocks(("SRB", "CAN", "refugees", YEAR_END, 10))
    table = applied(("SRB", "CAN", 2025, "FI", "persons", 5))
    question = asked(places=("XKX",), unhcr_population=unhcr, unhcr_applications=table)
    found = [*hosted(question), *elsewhere(question), *applications(question)]
    assert {one.value for one in found} == {None} and len(found) == 5
    assert {one.reason.message for one in found if one.reason} == {NOT_SEPARABLE}


def test_half_a_year_of_applications_is_no_year_s_number() -> None:
    table = applied(("SDN", "CAN", 2024, "FI", "persons", 20), ("SDN", "CAN", 2025, "FI", "persons", 9))
    half = table["reference_date"].where(table["reference_date"].dt.year == 2024, pd.Timestamp("2025-06-30"))
    one = applications(asked(unhcr_applications=table.assign(reference_date=half)))[0]
    assert (one.value, one.period, len(one.series)) == (20, "2024", 1)


def test_what_a_country_stopped_reporting_by_origin_is_said() -> None:
    table = applied(
        ("SDN", "USA", 2024, "EO", "persons", 40),
        ("SDN", "USA", 2024, "IN", "persons", 60),
        ("SDN", "USA", 2025, "EO", "persons", 7),
        ("UNK", "USA", 2025, "IN", "cases", 2000),
    )
    one = applications(asked("USA", unhcr_applications=table))[0]
    said = [dict(note.values) for note in one.notes]
    assert one.value == 7 and [point.value for point in one.series] == [100, 7] and one.series[1].flags
    assert said == [
        {"year": "2025", "levels": "EO"},
        {"before": "EO, IN", "now": "EO"},
        {"number": 2000, "level": "IN", "year": "2025", "rows": 1},
    ]


def test_no_row_is_told_apart_from_a_country_that_reports_nothing() -> None:
    table = applied(("SDN", "GBR", 2025, "FI", "persons", 5), ("SYR", "CAN", 2025, "FI", "persons", 5))
    none, silent = (applications(asked(who, unhcr_applications=table))[0] for who in ("CAN", "FRA"))
    assert none.value is silent.value is None and none.reason != silent.reason
