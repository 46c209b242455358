"""What would a new month cost if the scores of earlier months were kept?

Only windows can be kept: the trends, which `since` asks of the newest month alone. All
other indicators are sums over whole arrays, as fast for every month as for one, and the
tables are laid out and validated whole in both cases. So the line says what keeping would
save of the indicators, of the windows, and how much of a whole build that is.
"""

import inspect
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from indicators import indicators
from indicators._indicator import Tables
from pipeline.build import build
from releases._layout import current_folder
from releases.read import Release, open_release

AIM = 10
UNITS = ("adm1", "unlocated")  # they have no monthly statistic


def measured(processed: Path, rounds: int) -> list[str]:
    """The ratios as lines to print, on the release that lies in `processed`."""
    folder = current_folder(processed)
    if folder is None:
        return []
    release = open_release(folder)
    tables, as_of = _tables(release), pd.Timestamp(release.as_of).replace(day=1)
    newest = tables["violence_month"]["month"].max()
    sources = {source_id: release.source_table(source_id) for source_id in release.sources}
    spent = [_spent(tables, as_of, newest) for _ in range(rounds)]
    whole, windows, month = (min(seconds) for seconds in zip(*spent, strict=True))
    building = min(_seconds(lambda: build(sources, as_of)) for _ in range(rounds))
    kept = whole - windows + month
    return [
        f"a new month of the trends: {month:.2f} s, all months {windows:.2f} s, 1/{windows / month:.0f} (aim: at most 1/{AIM})",
        f"a new month of all indicators if only trends are kept: {kept:.2f} s, all months {whole:.2f} s, 1/{whole / kept:.1f}; "
        f"a whole build {building:.1f} s, so keeping them would save {100 * (windows - month) / building:.0f} % of it",
    ]


def _tables(release: Release) -> Tables:
    """What the indicators read, from a published release."""
    months = release.table("violence_month")
    sources = {
        "violence_event": "ucdp_ged",
        "dyad_year": "ucdp_battle_deaths",
        "population_year": "worldbank_population",
    }
    read: Mapping[str, pd.DataFrame] = {
        name: release.source_table(source_id) for name, source_id in sources.items() if source_id in release.sources
    }
    years = release.table("violence_year")
    return {**read, "violence_year": years, "violence_month": months[~months["place_kind"].isin(UNITS)]}


def _spent(tables: Tables, as_of: pd.Timestamp, newest: pd.Timestamp) -> tuple[float, float, float]:
    """Seconds of all indicators, of those that can begin at a month, and of these for the newest alone."""
    whole = windows = month = 0.0
    for module in indicators().values():
        if not set(module.INDICATOR.reads) <= tables.keys():
            continue  # made-up files hold fewer sources
        compute: Any = module.compute
        seconds = _seconds(lambda compute=compute: compute(tables, as_of))
        whole += seconds
        if "since" in inspect.signature(compute).parameters:
            windows += seconds
            month += _seconds(lambda compute=compute: compute(tables, as_of, newest))
    return whole, windows, month


def _seconds(run: Any) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began
