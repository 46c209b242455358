"""The real files, read by the sources, give the totals that can be counted in them by other means."""

import csv
import gzip
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pandas as pd

from ingest import fts_incoming, fts_requirements, inform_severity, un_fatalities
from ingest._outbreak_titles import places_in
from ingest._source import Part, Parts

RETRIEVED = date(2026, 4, 19)


def from_hdx(file: Path, name: str) -> Parts:
    """A description of the dataset as the exchange would give it, and the file."""
    url = f"https://data.humdata.org/{name}"
    listed = [{"name": name, "last_modified": f"{RETRIEVED}T06:00:00", "url": url}]
    described = json.dumps({"success": True, "result": {"resources": listed}}).encode()
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return [Part("https://data.humdata.org/api/3/action/package_show?id=any", described), Part(url, content)]


def fatalities_as_json(file: Path) -> Parts:
    """The data set as the hub gives it in JSON: days as milliseconds."""

    def milliseconds(day: str) -> int:
        return (date.fromisoformat(day[:10]) - date(1970, 1, 1)).days * 86_400_000

    with file.open(encoding="utf-8", newline="") as lines:
        rows = [
            row | {day: milliseconds(row[day]) for day in ("incident_date", "last_update")}
            for row in csv.DictReader(lines)
        ]
    return [Part("https://api.psdata.un.org/public/data/DPPADPOSS-FATALITIES/json", json.dumps(rows).encode())]


def test_sudan_s_plan_of_2025_and_its_funding_by_april_2026(shared_data: Path) -> None:
    file = shared_data / "fts" / "fts_requirements_funding_global_2026-04-19.csv"
    table = fts_requirements.parse(from_hdx(file, "fts_requirements_funding_global.csv"), RETRIEVED)
    sudan = table[(table["place_id"] == "SDN") & (table["year"] == 2025) & (table["plan_scope"] == "country")]
    assert round(sudan["requirements_usd"].sum() / 1e6, 1) == 4162.5
    assert round(sudan["funding_usd"].sum() / 1e6, 1) == 1645.6
    assert fts_requirements.SOURCE.table.newest(table) == "2026"


def test_canada_s_flows_by_destination_and_status_equal_a_sum_over_ids(shared_data: Path) -> None:
    file = shared_data / "fts" / "fts_incoming_funding_global_2026-04-19.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        by_id = {row["id"]: row for row in csv.DictReader(lines)}
    expected: dict[tuple[str, str], int] = defaultdict(int)
    for row in by_id.values():
        if row["srcLocations"] == "CAN" and row["destLocations"] in ("SDN", "SSD", "COD"):
            expected[row["destLocations"], row["status"]] += int(row["amountUSD"])
    table = fts_incoming.parse(from_hdx(file, "fts_incoming_funding_global.csv"), RETRIEVED)
    own = table[(table["source_place_id"] == "CAN") & table["place_id"].isin(["SDN", "SSD", "COD"])]
    assert own.groupby(["place_id", "flow_status"])["amount_usd"].sum().to_dict() == dict(expected)
    assert len(table) == len(by_id) and expected["SDN", "commitment"] > 0


def test_canadians_who_died_in_missions(shared_data: Path) -> None:
    parts = fatalities_as_json(shared_data / "psdata" / "DPPADPOSS-FATALITIES.csv")
    table = un_fatalities.parse(parts, RETRIEVED)
    canadians = table[table["nationality_place_id"] == "CAN"]
    by_mission = canadians["mission"].value_counts()
    assert (by_mission["MONUC"], by_mission["ONUC"]) == (1, 3)
    assert not canadians["place_id"].isin(["SDN", "SSD"]).any() and len(table) == 4350


def test_severity_has_one_row_for_each_figure_of_the_workbook(shared_data: Path) -> None:
    file = shared_data / "inform" / "202601-inform-severity-january-2026.xlsx"
    table = inform_severity.parse(from_hdx(file, file.name), RETRIEVED)
    assert set(table["severity_scale"]) == {"0-5"} and table["month"].max() == pd.Timestamp("2026-01-01")
    afghanistan = table[table["source_crisis_id"] == "AFG001"]
    assert len(afghanistan) == 85  # January 2019 to January 2026, without a gap
    assert inform_severity.release(from_hdx(file, file.name)) == "2026-01"


def test_nearly_every_title_with_a_country_leads_to_it(shared_data: Path) -> None:
    with gzip.open(shared_data / "who_don" / "don_titles_1996_2025-03.csv.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Country"] not in ("", "NA")]
    known = [bool(places_in(f"{row['Disease']} - {row['Country']}")) for row in rows]
    assert sum(known) / len(known) > 0.95
