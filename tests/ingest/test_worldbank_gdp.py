"""Gross product: the same pages as population, with fractions."""

from ingest import worldbank_gdp
from tests import published


def test_fractions_stay_and_missing_figures_have_no_row() -> None:
    table = worldbank_gdp.parse(published.parts("worldbank_gdp"), published.TODAY)
    found = table.set_index(["place_id", "year"])["gross_product_usd"]
    assert len(found) == 6 and found["SSD", 2023] == 11_997_800_751.7  # 12 rows, 2 aggregates', 2 nameless, 2 nulls
    assert ("SDN", 2024) not in found.index


def test_the_release_is_the_day_of_the_last_update() -> None:
    assert worldbank_gdp.release(published.parts("worldbank_gdp")) == "2026-02-27"
