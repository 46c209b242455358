"""One public module per source: the folder is the registry.

Every public module declares SOURCE and exports fetch, release and parse; its
file name is the source's id. A module that does not is refused when the
registry is read, so that a source is never half there.
"""

import importlib
import pkgutil
from datetime import date
from functools import cache
from typing import Protocol, cast

import pandas as pd

from ingest._source import Fetch, Parts, Source, SourceError

__all__ = ["SourceError", "SourceModule", "sources"]


class SourceModule(Protocol):
    """What every public module of this folder exports."""

    SOURCE: Source
    fetch: Fetch

    def release(self, parts: Parts) -> str:
        """The provider's name of the release that the parts hold."""

    def parse(self, parts: Parts, retrieved: date) -> pd.DataFrame:
        """The parts as the contracted table; some figures mean something else before a day of the year."""


@cache
def sources() -> dict[str, SourceModule]:
    """Every source by id, in the order of the ids."""
    found = {}
    for entry in sorted(pkgutil.iter_modules(__path__), key=lambda entry: entry.name):
        if entry.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{entry.name}")
        lacking = [name for name in ("SOURCE", "fetch", "release", "parse") if not hasattr(module, name)]
        if lacking or module.SOURCE.id != entry.name:
            raise SourceError(f"ingest/{entry.name}.py must export {lacking or 'a SOURCE whose id is its file name'}")
        found[entry.name] = cast(SourceModule, module)
    return found
