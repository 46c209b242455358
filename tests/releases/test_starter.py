"""The release in git: whole, small, and holding nothing that its sources do not let us pass on."""

import hashlib
from pathlib import Path

import pytest

from releases.read import open_release
from releases.starter import LEFT_OUT, make_starter

STARTER = Path(__file__).parents[2] / "data/processed/starter"
MOST_BYTES = 8_000_000
NOT_TO_BE_PASSED_ON = ("NC", "non-commercial", "SA 3.0", "share-alike", "ND")


def test_every_file_is_there_and_as_the_manifest_says() -> None:
    release = open_release(STARTER)
    there = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*.parquet")}
    assert there == set(release.manifest["files"])
    for name, said in release.manifest["files"].items():
        assert hashlib.sha256((STARTER / name).read_bytes()).hexdigest() == said["sha256"], name
    assert sum(path.stat().st_size for path in STARTER.rglob("*") if path.is_file()) < MOST_BYTES


def test_it_holds_no_table_of_single_events_flows_persons_or_notices() -> None:
    release = open_release(STARTER)
    assert not [source_id for source_id in LEFT_OUT if release.has(f"sources/{source_id}.parquet")]


def test_no_table_comes_under_a_licence_that_forbids_passing_it_on() -> None:
    release = open_release(STARTER)
    for source_id, source in release.sources.items():
        if release.has(f"sources/{source_id}.parquet"):
            assert source.licence and not any(word in source.licence for word in NOT_TO_BE_PASSED_ON), source_id


@pytest.mark.parametrize(
    ("place_id", "first", "last", "deaths"),
    [("SDN", 1989, 2023, 106_270), ("ETH", 2020, 2022, 318_970), ("RWA", 1994, 1994, 772_463)],
)
def test_its_figures_are_the_known_totals(place_id: str, first: int, last: int, deaths: int) -> None:
    years = open_release(STARTER).table("violence_year")
    kept = years[(years["place_id"] == place_id) & years["year"].between(first, last)]
    assert kept["fatalities_best"].sum() == deaths


def test_a_starter_made_again_is_the_same(tmp_path: Path) -> None:
    make_starter(STARTER, tmp_path / "again")
    made = {path.name: path.read_bytes() for path in (tmp_path / "again").rglob("*") if path.is_file()}
    assert made == {path.name: path.read_bytes() for path in STARTER.rglob("*") if path.is_file()}
