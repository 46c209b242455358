"""Do the real files agree with the register of territories?"""

import csv
import gzip
import io
import zipfile
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from reference.countries import countries, country_from_gw
from reference.territories import coded_under, denominator, units

DATA = Path(__file__).parents[3] / "shared/data"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the real files are not beside this checkout")


def ucdp_rows() -> set[tuple[str, int]]:
    """Every place and year that UCDP's country-year file has a row for."""
    with (
        zipfile.ZipFile(DATA / "ucdp/organizedviolencecy-251-csv.zip") as archive,
        archive.open(archive.namelist()[0]) as raw,
    ):
        rows = list(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8")))
    places = country_from_gw(pd.Series([row["country_id_cy"] for row in rows]), "ucdp_country_year")
    return {(place, int(row["year_cy"])) for place, row in zip(places, rows, strict=True)}


def views_rows() -> set[tuple[str, int]]:
    """Every place and year that the VIEWS history has months for."""
    path = DATA / "views/country_month_history.csv.gz"
    rows = pd.read_csv(path, usecols=["gwcode", "year"], keep_default_na=False).drop_duplicates()
    return set(zip(country_from_gw(rows["gwcode"], "views_country_month"), rows["year"].astype(int), strict=True))


def unhcr_rows() -> set[tuple[str, int]]:
    """Every place and year that UNHCR's population table has a row for, as origin or asylum."""
    with gzip.open(DATA / "unhcr/population.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return {(row[f"{side}_iso"], int(row["year"])) for row in csv.DictReader(lines) for side in ("coo", "coa")}


ROWS_OF = {"ucdp": ucdp_rows, "views": views_rows, "unhcr": unhcr_rows}


@pytest.mark.real
@needs_data
@pytest.mark.parametrize("provider", ROWS_OF)
def test_the_real_source_has_rows_for_units_and_none_for_what_they_hold(provider: str) -> None:
    rows = ROWS_OF[provider]()
    years = range(min(year for _, year in rows), max(year for _, year in rows) + 1)
    for unit in (unit for unit in units() if unit.provider == provider):
        valid = {year for year in years if unit.is_valid_in(year)}
        bearer_years = valid & {year for place, year in rows if place == unit.place_id}
        assert bearer_years, unit.unit_id
        assert provider == "unhcr" or bearer_years == valid, unit.unit_id  # UNHCR prints no rows of zeros
        for held in set(unit.covers) - {unit.place_id}:
            assert sorted(year for year in valid if (held, year) in rows) == [], (unit.unit_id, held)


@pytest.mark.real
@needs_data
def test_every_state_without_a_row_in_ucdp_is_counted_under_another() -> None:
    rows = ucdp_rows()
    for year in range(1989, 2025):
        for country in countries().values():
            if country.kind == "state" and country.iso3 != "PLW" and (country.iso3, year) not in rows:
                assert coded_under(country.iso3, year) is not None or country.iso3 in ("CZE", "SVK"), (
                    country.iso3,
                    year,
                )


@pytest.mark.real
@needs_data
def test_denominators_have_a_population_wherever_ucdp_has_a_row_but_where_declared() -> None:
    with gzip.open(DATA / "worldbank/SP.POP.TOTL.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        populations = {(row["Country Code"], int(row["Year"])) for row in csv.DictReader(lines)}
    without: defaultdict[str, set[int]] = defaultdict(set)
    for place_id, year in ucdp_rows():
        if any((part, year) not in populations for part in denominator(place_id, year)):
            without[place_id].add(year)
    assert set(without) == {"ISR", "VAT"}
    assert without["ISR"] == {1989}
