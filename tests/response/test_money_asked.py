"""Nothing asked, nothing received, nothing known: three answers, by hand and on the real file."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.funding_requirement import FUNDING_REQUIREMENT
from contracts.response_year import RESPONSE_YEAR
from ingest import fts_requirements
from ingest._source import Part
from response.money_asked import money_asked, under_the_names_of_ucdp
from response.years import response_years
from tests import published

ROW = {
    "place_kind": "country",
    "source_id": "fts_requirements",
    "plan_scope": "country",
    "plan_name": "A plan",
    "plan_type": "Humanitarian response plan",
    "plan_start": pd.NaT,
    "plan_end": pd.NaT,
    "is_provisional": False,
}
FILE = "fts_requirements_funding_global_2026-04-19.csv"
AS_OF = pd.Timestamp(2026, 11, 23)


def plans(*rows: tuple[str, int, int | None, int | None], **columns: Any) -> pd.DataFrame:
    """funding_requirement from (place, year, asked, came)."""
    made: list[Mapping[str, Any]] = [
        ROW
        | {"place_id": place, "year": year, "plan_id": f"{number}-{columns.get('plan_scope', '')}"}
        | {"requirements_usd": asked, "funding_usd": came}
        | columns
        for number, (place, year, asked, came) in enumerate(rows)
    ]
    table = pd.DataFrame(made)
    return FUNDING_REQUIREMENT.validate(
        table.assign(**{name: table[name].astype("Int64") for name in ("requirements_usd", "funding_usd")})
    )


def asked(*tables: pd.DataFrame, years: range = range(2020, 2021)) -> Any:
    whole = pd.concat(tables, ignore_index=True)
    places = pd.Index(sorted({*whole["place_id"], "NOR"}))
    return money_asked(whole, places, years).set_index(["place_id", "year"])


def test_the_five_states() -> None:
    table = asked(
        plans(("SDN", 2020, 100, 40), ("SSD", 2020, 100, 0), ("TCD", 2020, 100, None), ("MLI", 2020, 0, 5)),
        plans(("UGA", 2020, 60, 6), plan_scope="regional"),
        years=range(2019, 2021),
    )
    states = table.xs(2020, level="year")["appeal_state"].to_dict()
    assert states == {
        "SDN": "funded",
        "SSD": "unfunded",
        "TCD": "not_known",
        "MLI": "not_known",
        "UGA": "regional_only",
        "NOR": "no_appeal",
    }
    assert set(table.xs(2019, level="year")["appeal_state"]) == {"not_known"}  # a year that the source does not cover


def test_nothing_asked_has_no_dollars_and_no_coverage() -> None:
    row = asked(plans(("SDN", 2020, 100, 40))).loc[("NOR", 2020)]
    assert row[["requirements_usd", "funding_usd", "coverage"]].isna().all() and row["plans"] == 0


def test_two_plans_of_a_country_are_added_and_a_blank_one_takes_nothing_away() -> None:
    row = asked(plans(("UKR", 2020, 300, 100), ("UKR", 2020, 100, 60), ("UKR", 2020, 0, None))).loc[("UKR", 2020)]
    assert (row["requirements_usd"], row["funding_usd"], row["coverage"]) == (400, 160, 0.4)
    assert row["appeal_state"] == "funded"


def test_a_sum_is_not_known_where_one_plan_that_asked_has_no_figure() -> None:
    row = asked(plans(("UKR", 2020, 300, 100), ("UKR", 2020, 100, None))).loc[("UKR", 2020)]
    assert pd.isna(row["funding_usd"]) and row["appeal_state"] == "not_known"


def test_regional_plans_and_money_outside_plans_stand_apart() -> None:
    outside = plans(("TCD", 2020, None, -3), plan_scope="none", plan_name=None)
    row = asked(plans(("TCD", 2020, 100, 50)), plans(("TCD", 2020, 80, 8), plan_scope="regional"), outside)
    found = row.loc[("TCD", 2020)]
    assert (found["requirements_usd"], found["funding_usd"], found["coverage"]) == (100, 50, 0.5)
    assert (found["regional_requirements_usd"], found["regional_funding_usd"]) == (80, 8)
    assert found["outside_plans_usd"] == -3


def test_money_for_palestine_goes_with_the_deaths_that_ucdp_lists_under_israel() -> None:
    named = under_the_names_of_ucdp(plans(("PSE", 2023, 100, 50), ("SDN", 2023, 10, 5)))
    assert sorted(named["place_id"]) == ["ISR", "SDN"]


def test_a_year_that_still_fills_up_is_provisional() -> None:
    table = asked(plans(("SDN", 2020, 100, 40), is_provisional=True), years=range(2019, 2021))
    assert table.xs(2020, level="year")["is_provisional"].all()
    assert not table.xs(2019, level="year")["is_provisional"].any()


@pytest.fixture(scope="module")
def real(shared_data: Path) -> pd.DataFrame:
    described, address = published.answers("fts_requirements")
    parts = [Part(described, b""), Part(address, (shared_data / "fts" / FILE).read_bytes())]
    return response_years({"fts_requirements": fts_requirements.parse(parts, AS_OF.date())}, AS_OF)


@pytest.mark.parametrize(
    ("place", "came", "wanted"), [("SDN", 1645.6, 4162.5), ("SSD", 780.1, 1694.8), ("COD", 689.4, 2538.0)]
)
def test_the_country_plans_of_2025_in_millions_of_dollars(
    real: pd.DataFrame, shared_data: Path, place: str, came: float, wanted: float
) -> None:
    row: Any = real.set_index(["place_id", "year"]).loc[(place, 2025)]
    assert round(row["funding_usd"] / 1e6, 1) == came and round(row["requirements_usd"] / 1e6, 1) == wanted
    with (shared_data / "fts" / FILE).open(encoding="utf-8", newline="") as lines:
        mine = [one for one in csv.DictReader(lines) if (one["countryCode"], one["year"]) == (place, "2025")]
    of_plans = [one for one in mine if one["id"]]
    assert sum(int(one["funding"]) for one in of_plans) == row["funding_usd"]
    assert sum(int(one["requirements"]) for one in of_plans) == row["requirements_usd"]
    assert row["coverage"] == pytest.approx(row["funding_usd"] / row["requirements_usd"])
    assert row["appeal_state"] == "funded" and not row["is_provisional"]


def test_the_real_file_knows_a_year_without_an_answer_and_years_without_an_appeal(real: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(RESPONSE_YEAR.validate(real), real)
    state: Any = real.set_index(["place_id", "year"])["appeal_state"]
    assert state["HND", 2015] == "unfunded" and state["DJI", 2001] == "not_known"
    assert state["MEX", 2015] == "no_appeal" and state["SDN", 1999] == "not_known"
    assert real["year"].max() == 2026  # plans of later years are announced, not given
    assert real["resolutions"].isna().all()  # that source is not in the files: not known, never 0
