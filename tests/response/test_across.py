"""The table of many crises says what each crisis' own components say, for every place and in every state."""

from pathlib import Path

import pandas as pd
import pytest

from contracts.mission_death_count import MISSION_DEATH_COUNT
from contracts.own_money_year import OWN_MONEY_YEAR
from response.across import across
from response.component import Figure
from response.for_country import Exposure, for_country
from tests.response.asking_for import AS_OF, applied, stocks
from tests.response.real_tables import AS_OF as REAL_AS_OF
from tests.response.real_tables import ORIGINS, RECEIVERS
from tests.response.real_tables import tables as real_tables

PLACES = ("SDN", "COD", "SSD", "MEX", "CAN")
Tables = dict[str, pd.DataFrame]


def money(*cells: tuple[str, str, str, str, int]) -> pd.DataFrame:
    """own_money_year from (place, reach, giver, status, dollars) of Canada in 2026."""
    table = pd.DataFrame(cells, columns=["place_id", "reach", "giver_kind", "flow_status", "amount_usd"])
    table = table.assign(
        source_id="fts_incoming",
        usage_year=2026,
        donor_place_id="CAN",
        flows=1,
        parked_usd=0,
        in_kind_usd=0,
        newest_date=pd.Timestamp("2026-02-17"),
    )
    return OWN_MONEY_YEAR.validate(table)


def died(*cells: tuple[str, str, str, int]) -> pd.DataFrame:
    table = pd.DataFrame(cells, columns=["mission", "nationality_place_id", "death_cause", "deaths"])
    return MISSION_DEATH_COUNT.validate(table.assign(source_id="un_fatalities", newest_date=pd.Timestamp("2023-11-21")))


@pytest.fixture
def small() -> Tables:
    return {
        "unhcr_population": stocks(
            ("SDN", "CAN", "refugees", "2024-12-31", 800),
            ("SDN", "CAN", "refugees", "2025-12-31", 936),
            ("SDN", "CAN", "asylum_seekers", "2025-12-31", 50),
            ("SDN", "TCD", "refugees", "2025-12-31", 1064),
            ("SDN", "CAN", "refugees", "2026-06-30", 9999),  # not known yet on the day on which we stand
            ("COD", "CAN", "refugees", "2025-12-31", None),
            ("COD", "UGA", "refugees", "2025-12-31", 500),
            (
                "SSD",
                "CAN",
                "refugees",
                "2024-12-31",
                32,
            ),  # only older: the newest date of the origin has no row of Canada
            ("SSD", "UGA", "refugees", "2025-12-31", 700),
            ("MEX", "CAN", "refugees", "2025-12-31", 0),
        ),
        "unhcr_applications": applied(
            ("SDN", "CAN", 2025, "FI", "persons", 280),
            ("SDN", "CAN", 2025, "TA", "persons", 8),
            ("SDN", "CAN", 2025, "AR", "persons", 77),  # a review, no new application
            ("SDN", "CAN", 2025, "FI", "cases", 3),
            ("SDN", "EGY", 2025, "FI", "persons", 100),
            ("COD", "CAN", 2024, "FI", "persons", 40),
            ("SSD", "CAN", 2025, "FI", "cases", 4),
        ),
        "own_money_year": money(
            ("SDN", "alone", "government", "paid", 5_000_000),
            ("SDN", "alone", "government", "commitment", 12_000_000),
            ("SDN", "shared", "government", "paid", 9_000_000),
            ("SDN", "alone", "other", "paid", 1),
        ),
        "mission_death_count": died(
            ("MONUC", "CAN", "illness", 1), ("ONUC", "CAN", "accident", 3), ("UNMIS", "IND", "illness", 5)
        ),
    }


def figure(exposure: Exposure, component: str, measure: str) -> Figure | None:
    found = [one for one in exposure.answer(component).figures if one.measure == measure]
    return found[0] if found else None


def assert_equal(tables: Tables, places: tuple[str, ...], receiver: str, as_of: pd.Timestamp) -> None:
    """Each figure of the table against the component's own answer for that place."""
    table = across(tables, places, receiver, as_of)
    assert table["place_id"].tolist() == list(places)
    for row in table.to_dict("records"):
        alone = for_country(tables, row["place_id"], receiver, as_of)
        for component, measure, name, status, period in (
            ("hosted", "refugees", "refugees", "refugees_status", "refugees_date"),
            ("applications", "persons", "applications", "applications_status", "applications_year"),
            ("own_money", "paid", "paid", "money_status", "money_year"),
            ("own_money", "commitment", "commitment", "money_status", "money_year"),
        ):
            one = figure(alone, component, measure)
            assert one is not None
            told = None if pd.isna(row[name]) else float(row[name])
            assert (told, row[status], row[period]) == (one.value, one.status, one.period), (row["place_id"], name)
            if f"{name}_total" in row and told is not None:
                assert float(row[f"{name}_total"]) == one.total
            if told is None and one.reason:
                assert row[status.replace("status", "reason")] == one.reason.message
        cases = figure(alone, "applications", "cases")
        assert (None if cases is None else cases.value) == (
            None if pd.isna(row["applications_cases"]) else row["applications_cases"]
        )
        deaths = [one.value for one in alone.answer("own_people").figures if one.measure == "died"]
        told = None if pd.isna(row["died"]) else row["died"]
        assert told == (None if None in deaths else sum(value or 0 for value in deaths))


def test_every_figure_is_what_the_components_say_of_each_place_alone(small: Tables) -> None:
    assert_equal(small, PLACES, "CAN", AS_OF)
    assert_equal(small, PLACES, "USA", AS_OF)


def test_the_small_case_by_hand(small: Tables) -> None:
    rows = across(small, PLACES, "CAN", AS_OF).set_index("place_id").to_dict("index")
    # 936 in Canada of 936 + 1,064 abroad; 280 + 8 new applications, the review left out, three cases apart.
    sudan, congo = rows["SDN"], rows["COD"]
    assert (sudan["refugees"], sudan["refugees_total"]) == (936, 2000)
    assert (sudan["applications"], sudan["applications_cases"]) == (288, 3)
    assert (sudan["paid"], sudan["commitment"], sudan["died"]) == (5_000_000, 12_000_000, 0)
    assert (congo["paid"], congo["commitment"], congo["died"]) == (0, 0, 4)
    assert rows["MEX"]["refugees"] == 0 and pd.isna(rows["SSD"]["refugees"])
    assert pd.isna(congo["refugees"]) and "hides" in congo["refugees_reason"]


def test_without_tables_every_figure_says_that_the_release_has_none_or_that_its_source_is_off() -> None:
    assert_equal({}, PLACES, "CAN", AS_OF)
    rows = across({}, PLACES, "CAN", AS_OF, frozenset({"fts_incoming"}))
    assert set(rows["money_status"]) == {"off"} and set(rows["refugees_status"]) == {"not_in_this_release"}


def test_a_break_of_the_origin_or_the_pair_is_flagged_and_one_elsewhere_is_not(small: Tables) -> None:
    breaks = pd.DataFrame(
        {
            "origin_id": ["SDN", "MEX", "COD"],
            "asylum_id": ["CAN", "USA", None],
            "reference_date": pd.to_datetime(["2025-12-31", "2025-12-31", "2020-12-31"]),
        }
    )
    rows = across({**small, "series_break": breaks}, PLACES, "CAN", AS_OF)
    assert rows.loc[rows["is_break"], "place_id"].tolist() == ["SDN"]


def test_later_rows_change_nothing_earlier(small: Tables) -> None:
    before = across(small, PLACES, "CAN", pd.Timestamp("2025-06-01"))
    shorter = {
        **small,
        **{
            name: small[name][small[name]["reference_date"] <= "2025-06-01"]
            for name in ("unhcr_population", "unhcr_applications")
        },
        "own_money_year": small["own_money_year"].iloc[:0],
    }
    after = across(shorter, PLACES, "CAN", pd.Timestamp("2025-06-01"))
    names = ["refugees", "refugees_date", "applications", "applications_year", "paid"]
    pd.testing.assert_frame_equal(before[names], after[names])


@pytest.fixture(scope="module")
def real(shared_data: Path) -> Tables:
    return real_tables(shared_data)


@pytest.mark.parametrize("receiver", RECEIVERS)
def test_the_real_files_say_the_same_in_the_table_and_place_by_place(real: Tables, receiver: str) -> None:
    assert_equal(real, ORIGINS, receiver, REAL_AS_OF)


def test_sudan_south_sudan_and_congo_for_canada_and_the_united_states(real: Tables) -> None:
    canada, states = (across(real, ORIGINS, receiver, REAL_AS_OF) for receiver in RECEIVERS)
    assert canada["refugees"].tolist() == [936, 32, 7149] and canada["applications"].tolist() == [288, 22, 1749]
    assert set(canada["refugees_date"]) == {"2025-12-31"} and canada["died"].tolist() == [0, 0, 4]
    assert states["applications"].tolist() == [168, 9, 316] and set(states["applications_year"]) == {"2025"}
