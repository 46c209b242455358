"""From the real files to a published release, and its totals against the same files read with the standard library."""

import csv
import io
import json
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from indicators import indicators
from indicators._frozen import FILE as FROZEN
from ingest import ucdp_country_year, ucdp_ged
from ingest._source import Part
from ladder.spread import spread_over_months
from reference.countries import countries
from releases.read import Release, open_release
from tests import published
from tests.operations.warm_refresh import ROOT, cold_refresh
from tests.plain_reading import deaths_of_events, deaths_of_years, rows_in
from tests.refreshing import release_of
from tests.replica import replica

ON = "2026-11-23"


@dataclass(frozen=True)
class World:
    """A release made from the real files, and what the replica was asked in the first and the second run."""

    release: Release
    first: list[dict[str, Any]]
    second: list[dict[str, Any]]
    second_out: str

    def best(self, place_id: str, *years: int) -> int:
        table = self.release.table("violence_year")
        return int(table[(table["place_id"] == place_id) & table["year"].isin(years)]["fatalities_best"].sum())

    def months(self, place_id: str, *years: int) -> Any:
        """Months of the place that all types cover."""
        table = self.release.table("violence_month")
        chosen = (
            (table["place_id"] == place_id) & table["month"].dt.year.isin(years) & (table["types_covered"] == "all")
        )
        return table[chosen]


@pytest.fixture(scope="module")
def upstream(shared_data: Path) -> Iterator[str]:
    """The publishers' files at their addresses."""
    with replica() as address:
        yield address


@pytest.fixture(scope="module")
def world(upstream: str, tmp_path_factory: pytest.TempPathFactory) -> World:
    data = tmp_path_factory.mktemp("real")
    first_out, first = refreshed(upstream, data)
    second_out, second = refreshed(upstream, data)
    folder = data / "processed" / "releases" / release_of(first_out)
    return World(open_release(folder), first, second, second_out)


def refreshed(upstream: str, data: Path) -> tuple[str, list[dict[str, Any]]]:
    """Run refresh.py; its output, and what it asked."""
    forget = urllib.request.Request(f"{upstream}/_faults", method="DELETE")
    urllib.request.urlopen(forget, timeout=5).close()
    settings = {
        "SLOWBURN_DATA": str(data),
        "SLOWBURN_MIRROR": upstream,
        "SLOWBURN_NOW": ON,
        "SLOWBURN_PACE_SECONDS": "0",
    }
    process = cold_refresh(environment=settings)
    out, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    with urllib.request.urlopen(f"{upstream}/_log", timeout=5) as log:
        return out, list(json.load(log))


def test_the_first_refresh_fetches_and_the_second_only_asks(world: World) -> None:
    assert {200} < {entry["status"] for entry in world.first} | {404}
    assert {entry["status"] for entry in world.second} <= {304, 404}
    probes = [entry["request"] for entry in world.first if entry["status"] == 404]
    assert [entry["request"] for entry in world.second if entry["status"] == 404] == probes
    assert world.second_out.splitlines()[-1] == f"release: {world.release.id} (unchanged)"


def test_sudan_is_106_270_by_events_and_after_spreading_over_months(world: World) -> None:
    events = world.release.source_table("ucdp_ged").query("place_id == 'SDN'")
    assert events["fatalities_best"].sum() == 106_270
    assert spread_over_months(events)["fatalities_best"].sum() == 106_270
    years = range(1989, 2024)
    assert world.best("SDN", *years) == 106_270
    assert world.months("SDN", *years)["fatalities_best"].sum() == 106_270


@pytest.mark.parametrize(("place_id", "total"), [("LKA", 65_628), ("SLE", 20_444), ("MMR", 28_721)])
def test_the_known_totals_of_the_event_file(world: World, place_id: str, total: int) -> None:
    events = world.release.source_table("ucdp_ged")
    assert events.loc[events["place_id"] == place_id, "fatalities_best"].sum() == total


def test_seven_deaths_more_in_one_event_are_seven_more_in_sudan(shared_data: Path) -> None:
    rows = list(rows_in(shared_data / "ucdp" / "ged241-csv.zip"))
    one = next(row for row in rows if row["country_id"] == "625")
    one["best"] = str(int(one["best"]) + 7)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(one))
    writer.writeheader()
    writer.writerows(rows)
    url = next(iter(published.answers("ucdp_ged")))
    events = ucdp_ged.parse([Part(url, published.zipped("copy.csv", out.getvalue().encode()))], published.TODAY)
    sudan = events[events["place_id"] == "SDN"]
    assert sudan["fatalities_best"].sum() == 106_277
    assert spread_over_months(sudan)["fatalities_best"].sum() == 106_277


def test_ethiopia_2020_to_2022_is_its_annual_record_without_months_of_the_event_file(world: World) -> None:
    events = world.release.source_table("ucdp_ged").query("place_id == 'ETH' and 2020 <= year <= 2022")
    assert events["fatalities_best"].sum() == 121_444
    assert world.best("ETH", 2020, 2021, 2022) == 318_970
    assert "ucdp_ged" not in set(world.months("ETH", 2020, 2021, 2022)["source_id"])


def test_rwanda_1994_is_an_annual_figure_with_its_range_and_no_months_of_all_types(world: World) -> None:
    years = world.release.table("violence_year").query("place_id == 'RWA' and year == 1994")
    assert years["fatalities_best"].sum() == 772_463
    assert (years["fatalities_low"].sum(), years["fatalities_high"].sum()) == (347_614, 1_612_663)
    assert world.months("RWA", 1994).empty


def test_ukraine_2022_and_2023_is_never_zero(world: World, shared_data: Path) -> None:
    annual = deaths_of_years(shared_data)
    for year in (2022, 2023):
        assert world.best("UKR", year) == annual[369, year] > 10_000
        months = world.months("UKR", year)
        assert "ucdp_ged" not in set(months["source_id"])
        assert months.empty or months["fatalities_best"].sum() > 10_000


def test_deaths_in_gaza_stand_in_israels_row_and_palestine_has_none(world: World) -> None:
    assert (world.best("ISR", 2023), world.best("ISR", 2024)) == (27_434, 21_476)
    for name in ("violence_year", "violence_month", "severity"):
        assert "PSE" not in set(world.release.table(name)["place_id"])
    scores = world.release.table("indicator_scores")
    of_deaths = [
        name for name, one in indicators().items() if any("violence" in table for table in one.INDICATOR.reads)
    ]
    assert "PSE" not in set(scores.loc[scores["indicator_id"].isin(of_deaths), "place_id"])
    rates = world.release.table("indicator_scores").query(
        "indicator_id == 'fatalities_rate_year' and place_id == 'ISR'"
    )
    people = world.release.source_table("worldbank_population").set_index(["place_id", "year"])["persons"]
    both = people["ISR", 2023] + people["PSE", 2023]
    assert rates.set_index(rates["month"].dt.year).loc[2023, "value"] == pytest.approx(27_434 * 100_000 / both)


def test_refugees_of_sudan_and_where_they_are(world: World) -> None:
    table = world.release.table("destination_year")
    sudan = table[(table["origin_id"] == "SDN") & (table["reference_date"] >= "2024-12-31")]
    assert sudan.groupby("reference_date")["refugees"].sum().tolist() == [2_094_373, 2_820_737]
    canada = sudan[sudan["asylum_id"] == "CAN"].iloc[-1]
    assert canada["refugees"] == 936 and canada["share_of_refugees"] == pytest.approx(936 / 2_820_737, abs=5e-7)
    assert table["reference_date"].dt.year.nunique() == 10


def test_the_recount_of_afghans_in_2025_is_a_break_and_unrwa_stands_beside(world: World) -> None:
    breaks = world.release.table("series_break")
    breaks = breaks[(breaks["origin_id"] == "AFG") & (breaks["reference_date"] == "2025-12-31")]
    jumps = zip(breaks["asylum_id"].fillna("all"), breaks["persons_before"], breaks["persons"], strict=True)
    assert list(jumps) == [("IRN", 3_477_082, 758_339), ("all", 5_766_586, 2_671_560)]
    scores = world.release.table("indicator_scores")
    scores = scores[scores["month"] == "2025-12-01"]
    of: Any = scores.set_index(["indicator_id", "place_id"])
    afghans = of.loc[("refugees_abroad", "AFG")]
    assert (afghans["value"], afghans["status"]) == (2_671_560, "break_in_series")
    assert of.loc[("unrwa_refugees", "PSE"), "value"] == 5_964_782
    assert of.loc[("refugees_abroad", "PSE"), "value"] < 100_000
    assert not {"UNK", "XXA", "TIB"} & set(scores["place_id"])


def test_every_country_year_is_the_figure_that_plain_python_lets_speak(world: World, shared_data: Path) -> None:
    place_of = {number: place_id for place_id, country in countries().items() for number in country.gw}
    by_events, by_years = deaths_of_events(shared_data), deaths_of_years(shared_data)
    expected = {
        (place_of[number], year): by_events[number, year]
        if (number, year) in by_events and abs(by_events[number, year] - deaths) <= max(0.02 * deaths, 25)
        else deaths
        for (number, year), deaths in by_years.items()
    }
    table = world.release.table("violence_year")
    known = table[(table["year"] <= 2024) & (table["place_kind"] == "country")]
    said = known.groupby(["place_id", "year"])["fatalities_best"].sum()
    assert said.to_dict() == expected


def test_doubtful_bounds_are_counted_not_dropped(world: World, shared_data: Path) -> None:
    events = world.release.source_table("ucdp_ged")
    assert (len(events), int(events["is_bounds_inconsistent"].sum())) == (47_476, 232)
    annual = world.release.source_table("ucdp_country_year")
    flagged = annual[annual["is_bounds_inconsistent"]]
    doubtful = sum(
        not int(row[f"{kind}_total_deaths_low_cy"])
        <= int(row[f"{kind}_total_deaths_best_cy"])
        <= int(row[f"{kind}_total_deaths_high_cy"])
        for row in rows_in(shared_data / "ucdp" / "organizedviolencecy-251-csv.zip")
        for kind in ("sb", "ns", "os")
    )
    assert len(flagged) == doubtful > 0


def test_the_frozen_reference_is_what_the_real_files_give(world: World) -> None:
    command = [sys.executable, "-m", "indicators", str(world.release.folder)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout
    assert printed == FROZEN.read_text("utf-8")


def test_the_annual_file_reads_the_same_with_plain_python(shared_data: Path) -> None:
    archive = shared_data / "ucdp" / "organizedviolencecy-251-csv.zip"
    url = next(iter(published.answers("ucdp_country_year")))
    table = ucdp_country_year.parse([Part(url, archive.read_bytes())], published.TODAY)
    with zipfile.ZipFile(archive) as opened:
        assert len(opened.namelist()) == 1
    assert table["fatalities_best"].sum() == sum(deaths_of_years(shared_data).values())
    assert len(table) == 3 * 6_936
