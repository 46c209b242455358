"""Every figure says where it is from, what it is counted in and which day it carries; none is declared without."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ingest
import response
from indicators import indicators
from ingest._source import Source
from reference.responses import responses

ROOT = Path(__file__).parents[1]
ASKED = {"sources", "unit"}  # fields by which a declaration of the room response is recognised
SOURCES = {
    entry.name: importlib.import_module(f"ingest.{entry.name}")
    for entry in pkgutil.iter_modules(ingest.__path__)
    if not entry.name.startswith("_")
}


def declared() -> Iterator[tuple[str, Any]]:
    """Whatever a module of `response` declares at its top: dataclasses with a unit and sources, alone or in a tuple."""
    for entry in pkgutil.iter_modules(response.__path__):
        for name, value in vars(importlib.import_module(f"response.{entry.name}")).items():
            for one in value if isinstance(value, tuple) else (value,):
                if dataclasses.is_dataclass(one) and not isinstance(one, type):
                    fields = {field.name for field in dataclasses.fields(one)}
                    if fields >= ASKED:
                        yield f"{entry.name}.{name}:{getattr(one, 'id', '')}", one


DECLARED = dict(declared())


def test_the_response_of_the_world_is_declared() -> None:
    found = {one.id for one in DECLARED.values()}
    assert {"money_asked", "money_received", "coverage", "documents", "operations", "gap", "neglect"} <= found


@pytest.mark.parametrize("one", DECLARED.values(), ids=list(DECLARED))
def test_no_declaration_of_a_response_lacks_source_date_or_unit(one: Any) -> None:
    dated_by = getattr(one, "dated_by", None) or getattr(one, "period", None)
    assert one.title and one.definition and one.unit and dated_by and one.caveat and one.sources
    files = [source for source in one.sources if source.startswith("reference/")]
    assert set(one.sources) - set(files) <= SOURCES.keys()
    assert all((ROOT / file).is_file() for file in files)


@pytest.mark.parametrize("name", SOURCES)
def test_no_source_lacks_its_citation_its_licence_or_its_date(name: str) -> None:
    source: Source = SOURCES[name].SOURCE
    assert source.citation and source.licence and source.homepage.startswith("https://")
    assert source.table.time and callable(SOURCES[name].release) and source.stale_after_days > 0


@pytest.mark.parametrize("name", list(indicators()))
def test_no_indicator_lacks_its_reference_its_unit_or_its_period(name: str) -> None:
    one = indicators()[name].INDICATOR
    assert one.reference and one.unit and one.period in ("month", "year") and one.reads and one.caveat


def test_no_entry_lacks_its_document_or_its_day() -> None:
    assert all(one.symbol and one.url and one.date for one in responses())
