"""refresh.py from its command line, against publishers on loopback that serve the fixtures."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from ingest import sources
from releases.read import open_release
from tests import published
from tests.operations.warm_refresh import Run, WarmRefresh, cold_refresh, warm_refresh
from tests.publisher import Answering, Publisher, Reply, Request, file_server, publisher
from tests.refreshing import everything, release_bytes, release_of, settings

NEXT_DAY = "2026-03-02"


@dataclass(frozen=True)
class First:
    """A first refresh, shared and only copied: its folder, its end, the release it made, and what was asked."""

    data: Path
    ended: Run
    release: str
    paths: list[str]


@pytest.fixture(scope="module")
def site() -> Iterator[Publisher]:
    with publisher(file_server(everything())) as running:
        yield running


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmRefresh]:
    with warm_refresh(tmp_path_factory.mktemp("warm"), {}) as running:
        yield running


@pytest.fixture(scope="module")
def first(site: Publisher, warm: WarmRefresh, tmp_path_factory: pytest.TempPathFactory) -> First:
    data = tmp_path_factory.mktemp("first")
    site.forget()
    ended = warm.run(further=settings(data, site.address + "/"))
    return First(data, ended, release_of(ended.out), [request.path for request in site.asked])


@pytest.fixture
def data(first: First, tmp_path: Path) -> Path:
    """A copy of the folder after the first refresh."""
    return Path(shutil.copytree(first.data, tmp_path / "data"))


def web_page_at(word: str) -> Answering:
    """The publishers, but a web page with status 200 wherever the address holds the word."""
    served = file_server(everything())
    page = Reply(b"<html>Please verify</html>", 200, {"Content-Type": "text/html"})
    return lambda request: page if word in request.path else served(request)


def status(warm: WarmRefresh, environment: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(warm.run("--status", "--json", further=environment).out))


def of(said: dict[str, Any], source_id: str) -> dict[str, Any]:
    return next(row for row in said["sources"] if row["id"] == source_id)


def test_a_first_refresh_asks_everybody_and_publishes(first: First) -> None:
    assert first.ended.code == 0, first.ended.err
    without_key = {source_id for source_id, module in sources().items() if module.SOURCE.key is not None}
    said = {f"{source_id}: new" for source_id in sources() if source_id not in without_key}
    assert said <= set(first.ended.out.splitlines())
    off = {line.partition(":")[0] for line in first.ended.out.splitlines() if ": off - needs " in line}
    assert off == without_key
    assert first.ended.out.splitlines()[-1] == f"release: {first.release} (new)"
    release = open_release(first.data / "processed" / "releases" / first.release)
    assert release.as_of == published.TODAY and set(release.sources) <= set(sources())


def test_started_by_hand_it_does_the_same(site: Publisher, data: Path, first: First) -> None:
    process = cold_refresh(environment=settings(data, site.address))
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0 and out.splitlines()[-1] == f"release: {first.release} (unchanged)"


def test_piped_output_holds_no_control_codes(first: First) -> None:
    assert "\x1b" not in first.ended.out + first.ended.err and "\r" not in first.ended.out + first.ended.err


def test_a_set_clock_is_written_into_manifests(first: First) -> None:
    manifests = [json.loads(path.read_text("utf-8")) for path in first.data.glob("raw/*/*/manifest.json")]
    assert manifests and {manifest["clock"] for manifest in manifests} == {"set"}
    assert {manifest["retrieved_at"][:10] for manifest in manifests} == {published.TODAY.isoformat()}
    release = open_release(first.data / "processed" / "releases" / first.release)
    assert {said["clock"] for said in release.manifest["sources"].values()} == {"set"}


def test_the_published_tables_are_what_the_fixtures_say(first: First) -> None:
    years = open_release(first.data / "processed" / "releases" / first.release).table("violence_year")
    best = years.groupby(["place_id", "year"])["fatalities_best"].sum()
    assert best["SDN", 2011] == 44  # by events: 4 + 10 + 0 + 30, within 25 of UCDP's 45
    assert best["SDN", 2012] == 500  # no events: the annual record
    assert best["MEX", 2011] == 200  # events say 120
    assert best["SSD", 2012] == 0 and best["SDN", 2013] == 7  # a statement of zero; beyond the annual record
    assert ("SSD", 2010) not in best.index


def test_a_second_refresh_asks_conditionally_and_publishes_nothing(
    warm: WarmRefresh, site: Publisher, data: Path, first: First
) -> None:
    site.forget()
    again = warm.run(further=settings(data, site.address))
    assert again.code == 0 and again.out.splitlines()[-1] == f"release: {first.release} (unchanged)"
    assert [request.path for request in site.asked] == first.paths
    served = {url.removeprefix("https:/") for url in everything()}
    codes = {request.path: code for request, code in zip(site.asked, site.statuses, strict=True)}
    assert codes == {path: 304 if path in served else 404 for path in first.paths}  # 404: a probe for a newer release
    assert [path.name for path in (data / "processed/releases").iterdir()] == [first.release]


def test_an_offline_rebuild_asks_nobody_and_gives_the_same_bytes(
    warm: WarmRefresh, site: Publisher, data: Path, first: First
) -> None:
    shutil.rmtree(data / "processed")
    site.forget()
    rebuilt = warm.run("--offline", further=settings(data, site.address))
    assert rebuilt.code == 0 and release_of(rebuilt.out) == first.release and site.asked == []
    assert release_bytes(data, release_of(rebuilt.out)) == release_bytes(first.data, first.release)


def test_only_asks_one_publisher(warm: WarmRefresh, site: Publisher, data: Path, first: First) -> None:
    site.forget()
    one = warm.run("--only", "worldbank_population", further=settings(data, site.address))
    assert one.code == 0 and release_of(one.out) == first.release
    assert site.asked and all(request.path.startswith("/api.worldbank.org/") for request in site.asked)
    assert one.out.splitlines()[0] == "worldbank_population: unchanged"


def test_an_unknown_source_is_refused_with_the_known_ones(warm: WarmRefresh, tmp_path: Path) -> None:
    refused = warm.run("--only", "ucdp", further=settings(tmp_path, "http://127.0.0.1:9"))
    assert refused.code == 2 and "ucdp_ged" in refused.err


def test_status_names_every_source_with_its_state(warm: WarmRefresh, site: Publisher, data: Path, first: First) -> None:
    said = status(warm, settings(data, site.address))
    assert said["release"] == first.release and [row["id"] for row in said["sources"]] == list(sources())
    row = of(said, "ucdp_country_year")
    assert {"id", "release", "retrieved_at", "newest_data", "rows", "state", "reason"} <= row.keys()
    assert (row["release"], row["retrieved_at"]) == ("25.1", f"{published.TODAY}T00:00:00Z")
    assert (row["newest_data"], row["rows"]) == ("2012", 36)
    assert row["state"] == "stale" and "2012" in row["reason"]  # the fixture ends long before the clock


def test_status_in_words_names_the_release_and_every_source(
    warm: WarmRefresh, site: Publisher, data: Path, first: First
) -> None:
    said = warm.run("--status", further=settings(data, site.address))
    lines = said.out.splitlines()
    assert said.code == 0 and lines[0] == f"release: {first.release}"
    assert [line.split(":")[0] for line in lines[1:]] == list(sources())


def test_before_the_first_refresh_status_says_so(warm: WarmRefresh, tmp_path: Path) -> None:
    said = warm.run("--status", further=settings(tmp_path, "http://127.0.0.1:9"))
    assert said.code == 2 and "none yet: run `python refresh.py`" in said.out and "missing" in said.out


def test_a_failing_source_keeps_its_last_good_table_and_the_others_go_on(
    warm: WarmRefresh, data: Path, first: First
) -> None:
    changed = everything() | published.answers(
        "worldbank_population", published.replacing("figures_1.json", "30500000", "30500001")
    )
    served, page = file_server(changed), web_page_at("ged241")

    def answer(request: Request) -> Reply:
        return page(request) if "ged241" in request.path else served(request)

    with publisher(answer) as site:
        environment = settings(data, site.address, SLOWBURN_NOW=NEXT_DAY)
        ended = warm.run(further=environment)
        row = of(status(warm, environment), "ucdp_ged")
    assert ended.code == 1 and release_of(ended.out) != first.release
    said = next(line for line in ended.out.splitlines() if line.startswith("ucdp_ged: failed"))
    assert "https://ucdp.uu.se/downloads/ged/ged241-csv.zip" in said and "web page" in said and "browser" in said
    assert row["state"] == "kept" and "web page" in row["reason"] and row["rows"] == 42
    old, new = (open_release(data / "processed" / "releases" / name) for name in (first.release, release_of(ended.out)))
    assert old.sources["ucdp_ged"] == new.sources["ucdp_ged"]
    people = new.source_table("worldbank_population").set_index(["place_id", "year"])["persons"]
    assert people["SDN", 2011] == 30_500_001
    assert len(list((data / "raw" / "ucdp_ged").glob("*/manifest.json"))) == 1  # an error page is no snapshot


def test_a_new_method_rebuilds_what_was_published(warm: WarmRefresh, site: Publisher, data: Path, first: First) -> None:
    note = data / "processed" / "status.json"
    note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), "method": "another"}), encoding="utf-8")
    again = warm.run(further=settings(data, site.address))
    assert again.code == 0 and release_of(again.out) == first.release  # computed anew, to the same bytes
    assert "computing" in again.err or "published" in again.err


def test_nothing_to_publish_ends_with_2_and_a_reason(warm: WarmRefresh, tmp_path: Path) -> None:
    with publisher(lambda request: Reply(b"", 503)) as site:
        ended = warm.run(further=settings(tmp_path, site.address))
    assert ended.code == 2
    assert "answered 503 after 2 tries" in ended.out and "https://ucdp.uu.se/" in ended.out
    assert not (tmp_path / "processed" / "CURRENT").exists()


def test_offline_without_raw_files_ends_with_2(warm: WarmRefresh, tmp_path: Path) -> None:
    ended = warm.run("--offline", further=settings(tmp_path, "http://127.0.0.1:9"))
    assert ended.code == 2 and not (tmp_path / "processed" / "CURRENT").exists()


def test_a_second_refresh_at_the_same_time_ends_with_3(warm: WarmRefresh, data: Path, site: Publisher) -> None:
    site.forget()
    with FileLock(data / "processed" / ".refresh.lock"):
        ended = warm.run(further=settings(data, site.address))
    assert ended.code == 3 and "another refresh" in ended.err and site.asked == []


def test_a_damaged_release_is_made_anew_by_refresh(
    warm: WarmRefresh, site: Publisher, data: Path, first: First
) -> None:
    folder = data / "processed" / "releases" / first.release
    (folder / "manifest.json").write_text("{", encoding="utf-8")
    ended = warm.run(further=settings(data, site.address))
    assert ended.code == 0, ended.err
    assert release_bytes(data, release_of(ended.out)) == release_bytes(first.data, first.release)


@pytest.mark.parametrize(
    ("name", "value"), [("SLOWBURN_NOW", "yesterday"), ("SLOWBURN_TRIES", "few"), ("SLOWBURN_PACE_SECONDS", "slow")]
)
def test_a_setting_that_is_none_is_named(warm: WarmRefresh, tmp_path: Path, name: str, value: str) -> None:
    ended = warm.run(further=settings(tmp_path, "http://127.0.0.1:9", **{name: value}))
    assert ended.code == 2 and name in ended.err and value in ended.err and "Traceback" not in ended.err
