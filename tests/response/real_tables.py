"""The real files beside the project, read by their sources; of UNHCR's only the rows that a test is about."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from ingest import fts_incoming, un_fatalities, unhcr_applications, unhcr_population
from ingest._source import Part, Parts
from response.exposure_tables import exposure_tables

ORIGINS, RECEIVERS = ("SDN", "SSD", "COD"), ("CAN", "USA")
AS_OF = pd.Timestamp("2026-11-23")
TODAY = AS_OF.date()
FLOWS = "fts/fts_incoming_funding_global_2026-04-19.csv.gz"
DEATHS = "psdata/DPPADPOSS-FATALITIES.csv"


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a file as it is published."""
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    yield from csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def tables(shared_data: Path) -> dict[str, pd.DataFrame]:
    """What a release would hold of these sources, with our own counts."""
    about = {
        "unhcr_population": unhcr_population.parse(_unhcr(shared_data, "population", _of_origins), TODAY),
        "unhcr_applications": unhcr_applications.parse(_unhcr(shared_data, "asylum_applications", _near), TODAY),
        "fts_incoming": fts_incoming.parse(_flows(shared_data / FLOWS), TODAY),
        "un_fatalities": un_fatalities.parse(_deaths(shared_data / DEATHS), TODAY),
    }
    return about | exposure_tables(about, AS_OF)


def _of_origins(row: dict[str, str]) -> bool:
    return row["coo_iso"] in ORIGINS


def _near(row: dict[str, str]) -> bool:
    return row["coo_iso"] in ORIGINS or row["coa_iso"] in RECEIVERS


def _unhcr(shared_data: Path, table: str, wanted: Callable[[dict[str, str]], bool]) -> Parts:
    """One page in UNHCR's layout; a figure that is not there is a dash."""
    found = [row for row in rows(shared_data / f"unhcr/{table}.csv.gz") if wanted(row)]
    items = [{name: value or "-" for name, value in row.items()} for row in found]
    url = f"https://api.unhcr.org/population/v1/{table}/"
    return [Part(url, json.dumps({"page": 1, "maxPages": 1, "items": items}).encode())]


def _flows(file: Path) -> Parts:
    url = "https://data.humdata.org/fts_incoming_funding_global.csv"
    listed = [{"name": "fts_incoming_funding_global.csv", "last_modified": "2026-04-19T06:00:00", "url": url}]
    described = json.dumps({"success": True, "result": {"resources": listed}}).encode()
    return [Part("https://data.humdata.org/api", described), Part(url, gzip.decompress(file.read_bytes()))]


def _deaths(file: Path) -> Parts:
    def milliseconds(day: str) -> int:
        return (date.fromisoformat(day[:10]) - date(1970, 1, 1)).days * 86_400_000

    found = [row | {day: milliseconds(row[day]) for day in ("incident_date", "last_update")} for row in rows(file)]
    return [Part("https://api.psdata.un.org/public/data/DPPADPOSS-FATALITIES/json", json.dumps(found).encode())]
