"""Two small releases to compare: what a test says of the older and of the newer one, everything else the same."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from changes.between import Differences, differences
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.severity import SEVERITY
from contracts.tempo_episode import TEMPO_EPISODE
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from releases.read import Release, open_release
from releases.write import keep, write_draft
from tests import builders
from tests.small_release import RECORD

Tables = Mapping[str, pd.DataFrame]
NOTHING: Tables = {
    "violence_year": VIOLENCE_YEAR.empty(),
    "violence_month": VIOLENCE_MONTH.empty(),
    "severity": SEVERITY.empty(),
    "tempo_episode": TEMPO_EPISODE.empty(),
    "indicator_scores": INDICATOR_SCORES.empty(),
}
SOURCES = {"ucdp_country_year": RECORD}


def released(processed: Path, as_of: str, tables: Tables, sources: Mapping[str, Any] = SOURCES) -> Release:
    """A release that holds these tables."""
    return open_release(
        processed / "releases" / keep(processed, write_draft(processed, as_of, sources, {}, {**NOTHING, **tables}))
    )


def between(processed: Path, was: Tables, now: Tables) -> Differences:
    """What differs when only these tables do."""
    return differences(released(processed, "2026-01-05", was), released(processed, "2026-02-05", now))


def years(deaths: Mapping[int, int], place: str = "SDN", **fields: Any) -> pd.DataFrame:
    """Deaths of one place by year."""
    rows = [{**builders.YEAR, "place_id": place, "year": year, **_band(n), **fields} for year, n in deaths.items()]
    return VIOLENCE_YEAR.validate(pd.DataFrame(rows))


def months(deaths: Mapping[str, int], place: str = "SDN", **fields: Any) -> pd.DataFrame:
    """Deaths of one place by month."""
    base = {key: value for key, value in builders.YEAR.items() if key != "is_bounds_inconsistent"}
    rows = [
        {**base, "place_id": place, "month": pd.Timestamp(f"{month}-01"), **_band(n), **fields}
        for month, n in deaths.items()
    ]
    return VIOLENCE_MONTH.validate(pd.DataFrame(rows))


def standing(month: str, severity: float, rank: int, ends: tuple[int, int] = (1, 50)) -> pd.DataFrame:
    """Severity of one place in one month."""
    row = {"place_id": "SDN", "place_kind": "country", "month": pd.Timestamp(f"{month}-01"), "severity": severity}
    row |= {"severity_low": severity, "severity_high": severity, "rank": rank, "n_ranked": 196}
    return SEVERITY.validate(pd.DataFrame([row | {"rank_low": ends[0], "rank_high": ends[1]}]))


def episode(tempo: str, is_ongoing: bool = True) -> pd.DataFrame:
    """The one episode of one place."""
    row = {"place_id": "SDN", "place_kind": "country", "types_covered": "all", "first_year": 1989, "last_year": 2024}
    row |= {"recorded_years": 36, "active_years": 30, **_band(1000), "tempo": tempo, "is_ongoing": is_ongoing}
    row |= dict.fromkeys(("effective_years", "effective_years_low", "effective_years_high"), 9.0)
    return TEMPO_EPISODE.validate(
        pd.DataFrame([row | {"is_deadliest": True, "is_left_censored": True, "is_near_bound": False}])
    )


def counted(month: str, value: float, status: str = "ok", figure: str = "refugees_abroad") -> pd.DataFrame:
    """A count of displaced people of one place."""
    row = {"place_id": "SDN", "place_kind": "country", "month": pd.Timestamp(f"{month}-01"), "indicator_id": figure}
    row |= {"value": value, "value_low": value, "value_high": value, "score": None, "n_observed": 5, "coverage": 1.0}
    return INDICATOR_SCORES.validate(pd.DataFrame([row | {"status": status, "is_provisional": False}]))


def only(found: Differences, figure: str) -> dict[str, Any]:
    """The one change of a figure."""
    rows = [row for row in found.rows if row["figure"] == figure]
    assert len(rows) == 1, rows
    return rows[0]


def _band(best: int) -> dict[str, int]:
    return {f"fatalities_{bound}": best for bound in ("best", "low", "high")}
