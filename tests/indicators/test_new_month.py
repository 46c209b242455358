"""A new month added to what was computed before gives what a rebuild gives, on the real months too."""

import inspect
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from indicators import indicators
from releases.read import open_release

STARTER = Path(__file__).parent.parent.parent / "data" / "processed" / "starter"
MODULES = {
    name: module for name, module in indicators().items() if "since" in inspect.signature(module.compute).parameters
}


@pytest.fixture(scope="module")
def real() -> dict[str, pd.DataFrame]:
    """Months and years of countries in the starter release."""
    release = open_release(STARTER)
    tables = {name: release.table(name) for name in ("violence_month", "violence_year")}
    return {name: table[table["place_kind"] == "country"] for name, table in tables.items()}


@pytest.mark.parametrize("name", MODULES)
def test_earlier_scores_and_the_newest_period_are_together_the_rebuild(
    name: str, real: dict[str, pd.DataFrame]
) -> None:
    compute: Any = MODULES[name].compute
    newest = pd.Timestamp(compute(real, pd.Timestamp(real["violence_month"]["month"].max()))["month"].max())
    before = newest - pd.DateOffset(months=1)
    months, years = real["violence_month"], real["violence_year"]
    earlier_tables = {
        "violence_month": months[months["month"] <= before],
        "violence_year": years[years["year"] < newest.year],
    }
    earlier, added = compute(earlier_tables, before), compute(real, newest, newest)
    rebuilt = compute(real, newest)
    assert len(added) > 0 and (added["month"] == newest).all()
    together = pd.concat([earlier, added]).sort_values(["place_id", "month"], kind="stable", ignore_index=True)
    pd.testing.assert_frame_equal(together, rebuilt, check_exact=True)
