"""All parts of the real files, read once for every test of this room."""

import datetime
from pathlib import Path

import pytest

from ingest import ucdp_battle_deaths, ucdp_country_year, ucdp_ged
from ingest._source import Part
from ladder.country import figures_that_speak
from ladder.parts import Parts, with_crises_and_units
from tests.published import zipped

TODAY = datetime.date(2026, 11, 1)


@pytest.fixture(scope="session")
def real(shared_data: Path) -> Parts:
    """All parts of the real files."""
    folder = shared_data / "ucdp"
    events = ucdp_ged.parse([Part("ged241-csv.zip", (folder / "ged241-csv.zip").read_bytes())], TODAY)
    name = "organizedviolencecy-251-csv.zip"
    annual = ucdp_country_year.parse([Part(name, (folder / name).read_bytes())], TODAY)
    dyadic = zipped("BattleDeaths_v25_1.csv", (folder / "BattleDeaths_v25_1.csv").read_bytes())
    dyads = ucdp_battle_deaths.parse([Part("ucdp-brd-dyadic-251-csv.zip", dyadic)], TODAY)
    return with_crises_and_units(figures_that_speak(events, annual), events, dyads)
