"""What must hold for any source, present or future: it reads its publisher's layout and refuses what is broken."""

import json
from typing import Any

import pandas as pd
import pytest

from contracts._contract import ContractError
from ingest import SourceError, SourceModule, sources
from reference.countries import UnknownCodeError
from tests import published

REFUSALS = (SourceError, UnknownCodeError, ContractError)
TODAY = published.TODAY
WEB_PAGE = b"<!DOCTYPE html>\n<html><body>Please verify that you are human</body></html>"
GARBAGE = bytes(range(256)) * 16
COMMON_FAULTS = {"unknown country code", "missing column", "negative count", "count is no number"}
EVERY_FAULT = [(source_id, fault) for source_id in sources() for fault in published.faults(source_id)]


@pytest.fixture(params=sources().values(), ids=list(sources()))
def source(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_a_source_declares_what_a_reader_may_ask(source: SourceModule) -> None:
    declared = source.SOURCE
    asked = (declared.title, declared.provider, declared.licence, declared.citation, declared.caveat)
    assert all(asked) and declared.homepage.startswith("https://") and declared.stale_after_days > 0


def test_the_published_layout_becomes_the_contracted_table(source: SourceModule) -> None:
    table = source.parse(published.parts(source.SOURCE.id), TODAY)
    assert len(table) > 0
    pd.testing.assert_frame_equal(source.SOURCE.table.validate(table), table)


def test_parsing_twice_gives_the_same_and_leaves_the_parts_alone(source: SourceModule) -> None:
    parts = published.parts(source.SOURCE.id)
    before = list(parts)
    pd.testing.assert_frame_equal(source.parse(parts, TODAY), source.parse(parts, TODAY))
    assert parts == before


def test_fetch_brings_every_part_in_order_and_knows_its_release(source: SourceModule) -> None:
    served = published.answers(source.SOURCE.id)
    parts = source.fetch(published.get_from(served), TODAY)
    assert [(part.url, part.content) for part in parts] == list(served.items())
    assert source.release(parts)


def test_a_publisher_who_moved_everything_is_named(source: SourceModule) -> None:
    with pytest.raises(SourceError, match="url=https://"):
        source.fetch(published.get_from({}), TODAY)


@pytest.mark.parametrize(
    "broken",
    [WEB_PAGE, GARBAGE, b"", b"Please limit requests to one every 5 seconds", b"PK\x03\x04", b"{}", b"[]", b"null"],
    ids=["web page", "garbage", "nothing", "plain text", "start of a zip", "object", "empty list", "null"],
)
def test_something_else_with_status_200_is_refused_with_its_address(source: SourceModule, broken: bytes) -> None:
    legitimate = published.may_be_empty(source.SOURCE.id) if broken == b"[]" else set()
    for url, served in broken_in_turn(source, lambda whole: broken):
        if url in legitimate:
            continue
        with pytest.raises(SourceError) as refusal:
            source.parse(source.fetch(published.get_from(served), TODAY), TODAY)
        assert url in str(refusal.value)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_half_a_file_is_refused_with_its_address(source: SourceModule, share: float) -> None:
    for url, served in broken_in_turn(source, lambda whole: whole[: int(len(whole) * share)]):
        with pytest.raises(SourceError) as refusal:
            source.parse(source.fetch(published.get_from(served), TODAY), TODAY)
        assert url in str(refusal.value)


def test_a_flipped_byte_never_passes_as_another_number(source: SourceModule) -> None:
    whole = source.parse(published.parts(source.SOURCE.id), TODAY)
    for _, served in broken_in_turn(source, lambda whole: flipped(whole)):
        try:
            table = source.parse(source.fetch(published.get_from(served), TODAY), TODAY)
        except REFUSALS:
            continue
        pd.testing.assert_frame_equal(table, whole)


def flipped(whole: bytes) -> bytes:
    """One bit wrong in the middle of the data: in a zip that is the compressed text."""
    if not whole.startswith(b"PK"):
        return whole + b"\x00"  # plain JSON has no checksum; what follows it must at least be seen
    return whole[: len(whole) // 2] + bytes([whole[len(whole) // 2] ^ 0x10]) + whole[len(whole) // 2 + 1 :]


def broken_in_turn(source: SourceModule, breaks: Any) -> list[tuple[str, dict[str, bytes]]]:
    """For each address what is served when that one is broken."""
    served = published.answers(source.SOURCE.id)
    return [(url, {**served, url: breaks(body)}) for url, body in served.items()]


def test_every_source_shows_the_common_faults(source: SourceModule) -> None:
    assert {fault["fault"] for fault in published.faults(source.SOURCE.id)} >= COMMON_FAULTS


@pytest.mark.parametrize(
    ("source_id", "fault"), EVERY_FAULT, ids=[f"{source_id}: {fault['fault']}" for source_id, fault in EVERY_FAULT]
)
def test_bad_input_is_refused_with_source_value_and_remedy(source_id: str, fault: dict[str, Any]) -> None:
    edit = published.replacing(fault["file"], fault["old"], fault["new"])
    with pytest.raises(REFUSALS) as refusal:
        sources()[source_id].parse(published.parts(source_id, edit), TODAY)
    said = str(refusal.value)
    assert [word for word in fault["says"] if word not in said] == [], said
    addresses = list(published.answers(source_id))
    named = [source_id, sources()[source_id].SOURCE.table.name, *addresses]
    assert any(name in said for name in named), said


def test_fixtures_stay_small_enough_to_be_read(source: SourceModule) -> None:
    folder = published.FIXTURES / source.SOURCE.id
    assert max(file.stat().st_size for file in folder.iterdir()) < 50_000
    assert json.loads((folder / "answers.json").read_text("utf-8"))
