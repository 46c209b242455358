"""What was done about a place and in crises like it: the entries of one release, found once and kept on it."""

import pandas as pd

from contracts._columns import ALL_TYPES
from dashboard.place_rows import Row, listed
from reading.names import PROVIDER
from reference.territories import unit_of
from releases.read import Release
from response.patterns import Recorded, recorded
from response.precedents import precedents
from response.timeline import timeline

KEPT_AS = "dashboard.world_timeline"
SOURCES = ("un_operations", "un_resolutions", "un_statements", "un_sanctions")


def entries_of(release: Release, place_id: str) -> list[Row]:
    """The timeline of a place, and of those that UCDP counts with it; newest first."""
    kept_as = f"{KEPT_AS}:{place_id}"
    if kept_as not in release.cache:
        held = {name: release.source_table(name) for name in SOURCES if release.has(f"sources/{name}.parquet")}
        unit = unit_of(place_id, release.as_of.year, PROVIDER)
        places = (place_id, *(one for one in (unit.covers if unit is not None else ()) if one != place_id))
        rows = pd.concat([timeline(place, held, pd.Timestamp(release.as_of)) for place in places])
        rows = rows.drop_duplicates(["date", "kind", "symbol"]).sort_values("date", ascending=False, kind="stable")
        release.cache[kept_as] = listed(rows)
    found: list[Row] = release.cache[kept_as]
    return found


def precedents_of(release: Release, place_id: str) -> list[Row]:
    """Measures in crises of the same tempo and pattern, in the order of kinds, force last."""
    kept_as = f"{KEPT_AS}:precedents:{place_id}"
    if kept_as not in release.cache:
        release.cache[kept_as] = listed(precedents(place_id, recorded_of(release)))
    found: list[Row] = release.cache[kept_as]
    return found


def recorded_of(release: Release) -> Recorded:
    """Episodes and years of all places, laid out once per release."""
    kept_as = f"{KEPT_AS}:recorded"
    if kept_as not in release.cache:
        release.cache[kept_as] = recorded(release.table("tempo_episode"), _years_of_whole_places(release))
    known: Recorded = release.cache[kept_as]
    return known


def _years_of_whole_places(release: Release) -> pd.DataFrame:
    """violence_year without units inside countries, which are nobody's precedent; all types alone are compared."""
    years = release.table("violence_year")
    return years[(years["types_covered"] == ALL_TYPES) & years["place_kind"].isin(("country", "crisis"))]
