"""The named crises of the first hour against a second reading of the published files with the standard library alone."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from ladder.parts import Parts
from tests.ladder.test_parts import deaths
from tests.plain_reading import rows_in

LRA, UCK = "688", "868"


def of_dyad(shared_data: Path, dyad_id: str) -> tuple[str, dict[int, int]]:
    """The published name of a dyad and its deaths by year."""
    with (shared_data / "ucdp" / "BattleDeaths_v25_1.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["dyad_id"] == dyad_id]
    return f"{rows[0]['side_a']} - {rows[0]['side_b']}", {int(row["year"]): int(row["bd_best"]) for row in rows}


def darfur(shared_data: Path) -> list[dict[str, str]]:
    events = rows_in(shared_data / "ucdp" / "ged241-csv.zip")
    return [row for row in events if row["country"] == "Sudan" and "Darfur" in row["adm_1"]]


def test_darfur_by_year(real: Parts, shared_data: Path) -> None:
    by_year: dict[int, int] = defaultdict(int)
    for row in darfur(shared_data):
        by_year[int(row["year"])] += int(row["best"])
    ours = deaths(real, "crisis:darfur")["fatalities_best"]
    assert {year: best for year, best in ours.to_dict().items() if best} == {y: n for y, n in by_year.items() if n}
    assert sum(by_year.values()) == 36_103


def test_the_band_of_darfur_is_wider_than_published_by_one_event_told_the_wrong_way_round(
    real: Parts,
    shared_data: Path,
) -> None:
    """Widening low and high to the three values is, for that event, the same as exchanging them."""
    war = [row for row in darfur(shared_data) if 2003 <= int(row["year"]) <= 2006]
    best, low, high = (sum(int(row[name]) for row in war) for name in ("best", "low", "high"))
    assert (best, low, high) == (15_965, 15_555, 20_113)
    outside = [row for row in war if not int(row["low"]) <= int(row["best"]) <= int(row["high"])]
    assert [(row["id"], row["best"], row["low"], row["high"]) for row in outside] == [("347769", "653", "653", "636")]
    ours = deaths(real, "crisis:darfur").loc[2003:2006].sum().tolist()
    assert ours == [best, low - 653 + 636, high - 636 + 653]


@pytest.mark.parametrize(
    ("place_id", "dyad_id", "side_b"), [("crisis:kosovo", UCK, "UCK"), ("crisis:northern-uganda", LRA, "LRA")]
)
def test_crises_of_one_dyad_are_its_published_years(
    real: Parts,
    shared_data: Path,
    place_id: str,
    dyad_id: str,
    side_b: str,
) -> None:
    name, published = of_dyad(shared_data, dyad_id)
    assert name.endswith(f" - {side_b}")
    assert deaths(real, place_id)["fatalities_best"].to_dict() == published
    if dyad_id == UCK:
        assert name.startswith("Government of Serbia") and max(published, key=lambda year: published[year]) == 1999
