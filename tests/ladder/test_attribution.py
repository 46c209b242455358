"""Whom the source names: events by their sides, the annual record by its columns, and what is not split has no row."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.annual_record import ANNUAL_RECORD
from contracts.attribution_year import ATTRIBUTION_YEAR
from contracts.dyad_year import DYAD_YEAR
from ingest import ucdp_country_year, ucdp_ged
from ingest._source import Part
from ladder.country import figures_that_speak
from ladder.parts import Parts, with_crises_and_units
from tests import builders
from tests.published import TODAY

GOVERNMENT = {"side_a": "Government of Sudan", "side_a_id": "112", "is_side_a_own_government": True}
NEIGHBOUR = {"side_a": "Government of Chad", "side_a_id": "98"}
JOINT = {"side_a": "Government of Chad, Government of Sudan", "side_a_id": "9001"}
WEST = "West Darfur state"
KILLINGS = [
    {"start": "2020-05-05", "best": 30, "low": 20, "high": 60, "admin1_published": WEST} | GOVERNMENT,
    {"start": "2020-06-05", "best": 7, "admin1_published": "Kassala state"} | NEIGHBOUR,
    {"start": "2020-06-09", "best": 2, "admin1_published": WEST} | JOINT,
    {"start": "2020-07-05", "best": 11, "admin1_published": WEST},
]
BATTLE = {"start": "2020-07-06", "best": 90, "admin1_published": WEST, "violence_type": "state_based"}


def parts(killings: list[dict[str, Any]], annual: pd.DataFrame) -> Parts:
    events = builders.events(BATTLE, *({**row, "violence_type": "one_sided"} for row in killings))
    return with_crises_and_units(figures_that_speak(events, annual), events, DYAD_YEAR.empty(), annual)


def record(*rows: tuple[str, int, str, int, tuple[int, int, int] | None]) -> pd.DataFrame:
    """annual_record: place, year, type, deaths and by whom the one-sided ones (own, other governments, groups)."""
    listed = [{"place_id": row[0], "year": row[1], "violence_type": row[2], "best": row[3]} for row in rows]
    table = builders.years(*listed).set_index(["place_id", "year", "violence_type"])
    for bound in ("best", "low", "high"):
        for number, party in enumerate(("government", "other_governments", "named_groups")):
            known = {row[:3]: row[4][number] for row in rows if row[4]}
            table[f"one_sided_by_{party}_{bound}"] = pd.Series(known, dtype="Int64").reindex(table.index)
    return ANNUAL_RECORD.validate(table.reset_index())


def said(table: pd.DataFrame, place_id: str, year: int = 2020) -> dict[str, int]:
    rows = table[(table["place_id"] == place_id) & (table["year"] == year)]
    return dict(zip(rows["attributed_to"], rows["fatalities_best"], strict=True))


SUDAN = record(("SDN", 2020, "state_based", 90, None), ("SDN", 2020, "one_sided", 50, (30, 9, 11)))


def test_events_speak_for_country_unit_and_crisis_by_the_side_they_name() -> None:
    table = parts(KILLINGS, SUDAN).attribution
    whole = {"government": 30, "named_groups": 11, "nobody": 0, "other_governments": 9}
    assert said(table, "SDN") == whole
    assert said(table, "adm1:SDN:west-darfur") == {**whole, "other_governments": 2}
    assert said(table, "crisis:darfur") == {**whole, "other_governments": 2}
    assert said(table, "adm1:SDN:unlocated") == dict.fromkeys(whole, 0)
    own = table[(table["place_id"] == "SDN") & (table["attributed_to"] == "government")].iloc[0]
    assert (own["fatalities_low"], own["fatalities_high"], own["source_id"]) == (20, 60, "ucdp_ged")


def test_the_annual_record_speaks_where_events_do_not_and_what_it_leaves_over_is_nobodys() -> None:
    mali = record(
        ("MLI", 2024, "one_sided", 500, (29, 300, 160)),
        ("MLI", 2024, "state_based", 9, None),
        ("MLI", 2023, "state_based", 5, None),
        ("MLI", 2023, "one_sided", 0, (0, 0, 0)),
        ("NER", 2024, "one_sided", 20, (30, 0, 0)),
    )
    table = parts(KILLINGS, mali).attribution
    assert said(table, "MLI", 2024) == {"government": 29, "named_groups": 160, "nobody": 11, "other_governments": 300}
    assert set(said(table, "MLI", 2023).values()) == {0}
    flagged = table[table["is_sum_inconsistent"]]
    assert set(flagged["place_id"]) == {"NER"} and said(table, "NER", 2024)["government"] == 30


def test_tables_of_older_releases_without_sides_or_parts_give_no_rows_but_zeros() -> None:
    events = builders.events(BATTLE, {**KILLINGS[0], "violence_type": "one_sided"})
    events = events.drop(columns=[name for name in events.columns if "side_" in name])
    annual = builders.years(
        {"place_id": "SDN", "year": 2020, "best": 120},
        {"place_id": "MLI", "year": 2020, "best": 5, "violence_type": "one_sided"},
        {"place_id": "LKA", "year": 2020, "best": 0, "violence_type": "one_sided"},
    )
    table = with_crises_and_units(figures_that_speak(events, annual), events, DYAD_YEAR.empty(), annual).attribution
    assert table["fatalities_high"].sum() == 0 and not set(table["place_id"]) & {"SDN", "MLI", "crisis:darfur"}
    assert {"LKA", "adm1:SDN:unlocated"} <= set(table["place_id"])


def test_an_event_told_in_two_halves_another_order_and_a_quiet_place_change_nothing() -> None:
    whole = parts(KILLINGS, SUDAN).attribution
    half = {"best": 15, "low": 10, "high": 30}
    halves = parts([*KILLINGS[:0:-1], KILLINGS[0] | half, KILLINGS[0] | half], SUDAN).attribution
    pd.testing.assert_frame_equal(halves, whole)
    wider = parts(KILLINGS, pd.concat([SUDAN, record(("LKA", 2020, "one_sided", 0, (0, 0, 0)))])).attribution
    pd.testing.assert_frame_equal(wider[wider["place_id"] != "LKA"].reset_index(drop=True), whole)


@pytest.fixture(scope="module")
def real(shared_data: Path) -> Parts:
    ged, record_zip = (shared_data / "ucdp" / name for name in ("ged241-csv.zip", "organizedviolencecy-251-csv.zip"))
    events = ucdp_ged.parse([Part(ged.name, ged.read_bytes())], TODAY)
    annual = ucdp_country_year.parse([Part(record_zip.name, record_zip.read_bytes())], TODAY)
    return with_crises_and_units(figures_that_speak(events, annual), events, DYAD_YEAR.empty(), annual)


def test_the_parts_add_up_to_the_one_sided_deaths_wherever_there_are_any(real: Parts) -> None:
    years, keys = real.spoken.years, ["place_id", "year"]
    totals = years[years["violence_type"] == "one_sided"].set_index(keys)["fatalities_best"].sort_index()
    table = ATTRIBUTION_YEAR.validate(real.attribution)
    pd.testing.assert_series_equal(table.groupby(keys)["fatalities_best"].sum(), totals)
    assert table.loc[table["attributed_to"] == "nobody", "fatalities_best"].sum() == 0  # UCDP names somebody each time
    flagged = table.loc[table["is_sum_inconsistent"], keys].drop_duplicates()
    assert flagged.to_numpy().tolist() == [["RUS", 2004]]  # the best of its government is above the high estimate


def test_plain_reading_of_ucdps_file_gives_the_same_parts(real: Parts, shared_data: Path) -> None:
    with zipfile.ZipFile(shared_data / "ucdp/organizedviolencecy-251-csv.zip") as archive:
        name = next(name for name in archive.namelist() if name.endswith(".csv"))
        rows = list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
    by_name = {(row["country_cy"], int(row["year_cy"])): row for row in rows}
    for place, country, year in (("UKR", "Ukraine", 2022), ("KWT", "Kuwait", 1990), ("RWA", "Rwanda", 1994)):
        row = by_name[country, year]
        own, every, groups = (int(row[f"os_{who}_killings_best_cy"]) for who in ("main_govt", "any_govt", "nsgroup"))
        assert said(real.attribution, place, year) == {
            "government": own,
            "other_governments": every - own,
            "named_groups": groups,
            "nobody": 0,
        }
    assert said(real.attribution, "KWT", 1990)["other_governments"] == 271
    totals = {"os": sum(int(row["os_total_deaths_best_cy"]) for row in rows)}
    split = sum(int(row[f"os_{who}_killings_best_cy"]) for row in rows for who in ("any_govt", "nsgroup"))
    assert split == totals["os"]


def test_events_and_the_annual_record_attribute_alike(real: Parts, shared_data: Path) -> None:
    record_zip = shared_data / "ucdp/organizedviolencecy-251-csv.zip"
    annual = ucdp_country_year.parse([Part(record_zip.name, record_zip.read_bytes())], TODAY)
    annual = annual[annual["violence_type"] == "one_sided"].set_index(["place_id", "year"])
    rows = real.attribution[
        (real.attribution["source_id"] == "ucdp_ged") & (real.attribution["place_kind"] == "country")
    ]
    by_party = rows.pivot_table(index=["place_id", "year"], columns="attributed_to", values="fatalities_best")
    for party in ("government", "other_governments", "named_groups"):
        recorded = annual.loc[by_party.index, f"one_sided_by_{party}_best"].astype("int64")
        assert abs(by_party[party].sum() - recorded.sum()) <= 0.01 * by_party[party].sum() + 25, party
