"""How long it has burnt, as the map reads it for each place: each year as it ended, with what is on record by then."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.charts import draw_world
from dashboard.frame import Frame
from dashboard.measures import measures_of
from dashboard.url_state import OverviewView
from dashboard.world import world_rows
from language import language
from reading.grid import Grid, grid_of
from reading.record import Record
from releases.read import ReleaseShelf
from tests.dashboard.conftest import Opened
from tests.dashboard.small_sources import LAST

EN = language("en")


def held(record: Record, rows: list[tuple[str, int, float, int]]) -> Grid:
    table = pd.DataFrame(rows, columns=["place_id", "year", "best", "n_observed"])
    return grid_of(
        table.assign(low=table["best"], high=table["best"]), ["best", "low", "high", "n_observed"], record.years
    )


@pytest.fixture
def record(processed: Path) -> Record:
    """Four places in two years: SDN never rested, SSD is too young to say so."""
    record = Record(ReleaseShelf(processed, processed / "starter").current())
    measures = measures_of(record)
    shares = [("SDN", LAST, 1.0, 20), ("SSD", LAST, 1.0, 14), ("UKR", LAST, 0.55, 20), ("TUV", LAST, 0.0, 20)]
    measures.__dict__["lasting"] = held(record, [*shares, ("SDN", 1994, 1.0, 6)])
    lengths = [("SDN", LAST, 36.0, 20), ("UKR", LAST, 11.0, 20), ("TUV", LAST, 0.0, 20)]
    measures.__dict__["spell"] = held(record, lengths)
    return record


def of(rows: pd.DataFrame, place: str, column: str) -> object:
    return rows.set_index("place_id").at[place, column]


def test_persistence_says_of_how_many_years_it_is_a_share(record: Record) -> None:
    rows = world_rows(record, "persistence", LAST, EN)
    assert (of(rows, "UKR", "value"), of(rows, "UKR", "remark")) == (0.55, "11 of the 20 years on record")
    assert of(rows, "SSD", "remark") == "14 of the 14 years on record" and of(rows, "COL", "status") == "no_data"
    assert [of(rows, place, "is_lasting") for place in ("SDN", "SSD", "UKR")] == [True, False, False]


def test_a_dot_needs_twenty_years_on_record(record: Record) -> None:
    assert of(world_rows(record, "severity", LAST, EN), "SDN", "is_lasting")
    assert not of(world_rows(record, "severity", 1994, EN), "SDN", "is_lasting")
    assert of(world_rows(record, "persistence", 1994, EN), "SDN", "is_lasting")  # every year there is by then


def test_a_spell_says_since_when(record: Record) -> None:
    rows = world_rows(record, "spell", LAST, EN)
    assert of(rows, "UKR", "remark") == "since 2014" and of(rows, "SDN", "remark") == "since 1989 or before"
    assert of(rows, "TUV", "remark") == "" and of(rows, "PSE", "status") == "not_separable"


def test_an_earlier_year_knows_no_tempo_of_the_whole_record(record: Record) -> None:
    assert of(world_rows(record, "deaths", LAST, EN), "SDN", "tempo") == "slow_burn"
    assert world_rows(record, "deaths", 2003, EN)["tempo"].isna().all()


def test_a_place_behind_the_others_is_late_and_one_that_ended_long_ago_is_not(record: Record) -> None:
    measures = measures_of(record)
    assert measures.reached == LAST and of(world_rows(record, "deaths", LAST, EN), "LIE", "status") == "no_data"
    ahead = record.deaths.values["best"].copy()
    ahead[[row for place, row in record.deaths.places.items() if place != "SDN"], -1] = np.nan
    record.deaths.values["best"][:] = ahead  # one source alone has reached the newest year
    record.release.cache.clear()
    rows = world_rows(record, "deaths", LAST, EN)
    assert (
        of(rows, "COL", "status") == "late"
        and of(rows, "SDN", "status") == "ok"
        and of(rows, "FRA", "status") == "no_data"
    )


def test_the_map_states_its_window_and_counts_who_never_rested(record: Record) -> None:
    frame = Frame(EN, "/", record, is_pinned=False, is_superseded=False, today=date(2026, 11, 23))
    drawn = draw_world(frame, OverviewView("persistence", str(LAST), "any", "active", "countries", "severity"))
    assert drawn.caption.title == "In 1 place every year from 2005 to 2024 had 25 or more recorded deaths"
    assert drawn.caption.subtitle == "Share of the years 2005 to 2024 with 25 or more recorded deaths"


def test_both_are_in_the_address_and_without_figures_say_so(opened: Opened) -> None:
    text = opened("/", "?measure=spell&year=2003").text()
    assert "going on at the end of 2003" in text and "No place has a figure for this" in text
