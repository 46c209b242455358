"""Appeals: plans for one country and for several, money outside plans, years that are not over."""

from typing import Any

import pytest

from ingest import SourceError, fts_requirements
from tests import published

DESCRIBED, FILE = published.answers("fts_requirements")


def plans(edit: published.Edit = published.unedited) -> Any:
    parts = published.parts("fts_requirements", edit)
    return fts_requirements.parse(parts, published.TODAY).set_index(["place_id", "year", "plan_id"])


def test_a_plan_gives_requirement_and_money_in_dollars() -> None:
    row = plans().loc[("SDN", 2025, "9002")]
    assert (row["requirements_usd"], row["funding_usd"], row["plan_scope"]) == (4_000_000_000, 1_600_000_000, "country")


def test_a_plan_for_several_countries_is_regional_however_it_is_called() -> None:
    scope = plans()["plan_scope"]
    assert scope["TCD", 2025, "9004"] == scope["SSD", 2025, "9004"] == "regional"
    assert scope["TCD", 2024, "9005"] == scope["NGA", 2024, "9005"] == "regional"  # published as "Other"


def test_money_outside_plans_has_no_requirement_instead_of_zero() -> None:
    outside = plans().xs("none", level="plan_id")
    assert len(outside) == 5 and outside["requirements_usd"].isna().all() and outside["plan_name"].isna().all()
    assert outside.loc[("SDN", 2028), "funding_usd"] == 31_000


def test_corrections_can_leave_less_than_nothing_outside_plans() -> None:
    assert plans().loc[("NGA", 2012, "none"), "funding_usd"] == -1_500_000


def test_a_missing_figure_and_a_zero_stay_apart() -> None:
    table = plans()
    assert table.loc[("NGA", 2024, "9005"), "requirements_usd"] == 0
    assert table.loc[("TCD", 2024, "9005")].isna()["requirements_usd"]
    assert table.loc[("SSD", 2024, "9001")].isna()["funding_usd"]


def test_the_year_of_retrieval_and_later_ones_are_provisional() -> None:
    table = plans().reset_index()
    assert set(table.loc[table["is_provisional"], "year"]) == {2026, 2027, 2028}
    assert fts_requirements.SOURCE.table.newest(table) == "2026"


def test_the_release_is_the_day_on_which_the_file_changed() -> None:
    assert fts_requirements.release(published.parts("fts_requirements")) == "2026-02-25"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"success": true', '"success": false', "success"),
        ('"resources"', '"files"', "lacks the field 'resources'"),
        ("fts_requirements_funding_global.csv", "other.csv", "lists no file named"),
        ('"url": "https', '"url": "ftp', "gives the address 'ftp"),
    ],
)
def test_a_description_without_the_file_is_refused(old: str, new: str, says: str) -> None:
    served = published.answers("fts_requirements")
    served[DESCRIBED] = served[DESCRIBED].replace(old.encode(), new.encode())
    with pytest.raises(SourceError, match=r"url=https://data\.humdata\.org/api") as refusal:
        fts_requirements.fetch(published.get_from(served), published.TODAY)
    assert says in str(refusal.value)


def test_an_address_that_moved_is_followed() -> None:
    served = published.answers("fts_requirements")
    moved = FILE.replace("resource/", "resource/new-")
    served = {DESCRIBED: served[DESCRIBED].replace(FILE.encode(), moved.encode()), moved: served[FILE]}
    assert [part.url for part in fts_requirements.fetch(published.get_from(served), published.TODAY)] == [
        DESCRIBED,
        moved,
    ]
