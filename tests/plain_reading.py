"""The real UCDP files read with the standard library alone: what our own reading is compared with."""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

Series = dict[tuple[int, int], int]  # (Gleditsch-Ward number, year) -> deaths


def rows_in(archive: Path) -> Iterator[dict[str, str]]:
    """The rows of the one CSV in a zip."""
    with zipfile.ZipFile(archive) as opened, opened.open(opened.namelist()[0]) as handle:
        yield from csv.DictReader(io.TextIOWrapper(handle, "utf-8-sig", newline=""))


def deaths_of_years(shared_data: Path, bound: str = "best") -> Series:
    """Deaths of all three types by country number and year, from UCDP's annual file."""
    totals: Series = defaultdict(int)
    for row in rows_in(shared_data / "ucdp" / "organizedviolencecy-251-csv.zip"):
        for kind in ("sb", "ns", "os"):
            totals[int(row["country_id_cy"]), int(row["year_cy"])] += int(row[f"{kind}_total_deaths_{bound}_cy"])
    return dict(totals)


def deaths_of_events(shared_data: Path, bound: str = "best") -> Series:
    """Deaths of all three types by country number and year, from UCDP's event file."""
    totals: Series = defaultdict(int)
    for row in rows_in(shared_data / "ucdp" / "ged241-csv.zip"):
        totals[int(row["country_id"]), int(row["year"])] += int(row[bound])
    return dict(totals)
