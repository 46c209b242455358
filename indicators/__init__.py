"""One public module per indicator: the folder is the registry.

Every public module declares INDICATOR and exports compute(tables, as_of); its file
name is the indicator's id. Menus, the methods page and scoring read them from here.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

import pandas as pd

from indicators._indicator import Indicator, Tables

__all__ = ["Indicator", "IndicatorModule", "Tables", "indicators"]


class IndicatorModule(Protocol):
    """What every public module of this folder exports."""

    INDICATOR: Indicator

    def compute(self, tables: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
        """All months up to as_of as indicator_scores; later rows change nothing earlier."""


@cache
def indicators() -> dict[str, IndicatorModule]:
    """Every indicator by id, in the order of the ids."""
    found = {}
    for entry in sorted(pkgutil.iter_modules(__path__), key=lambda entry: entry.name):
        if entry.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{entry.name}")
        if (
            getattr(module, "INDICATOR", None) is None
            or module.INDICATOR.id != entry.name
            or not hasattr(module, "compute")
        ):
            raise ImportError(
                f"indicators/{entry.name}.py must export compute and an INDICATOR whose id is its file name"
            )
        found[entry.name] = cast(IndicatorModule, module)
    return found
