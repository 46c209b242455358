"""A small world made by hand from the contracts, published as a release: pages are tested on it, not on the starter.

Which places it holds and why is told in small_places.
"""

from pathlib import Path
from typing import Any

import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from contracts.population_year import POPULATION_YEAR
from contracts.severity import SEVERITY, SEVERITY_PART
from contracts.tempo_episode import TEMPO_EPISODE
from contracts.violence_comparison import VIOLENCE_COMPARISON
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from releases.write import publish, write_draft
from tests.dashboard import small_ground, small_health, small_will
from tests.dashboard.small_directions import directions
from tests.dashboard.small_displacement import countries_of_asylum, displaced_scores, jumps
from tests.dashboard.small_killings import attributions, group_scores
from tests.dashboard.small_measures import change_points, persistence, spread_years
from tests.dashboard.small_places import (
    ANNUAL,
    BY_DYADS,
    CARRIED,
    DEATHS,
    DYADS,
    EVENTS,
    FIRST,
    PARTS,
    PEOPLE,
    PERSONS,
    TEMPO,
    WITHOUT_MONTHS,
    YEARS,
    bounds,
    covered,
    places,
    source_of,
    speaks_by_events,
    split,
)
from tests.dashboard.small_response import neglect_years, response_gaps, response_years
from tests.dashboard.small_sources import AS_OF, LAST, source


def violence_years(with_parts: bool = True) -> pd.DataFrame:
    flags = {"is_bounds_inconsistent": False, "is_provisional": False}
    rows = [
        {"place_id": place, "place_kind": place_kind, "year": year, "violence_type": kind, **bounds(deaths), **flags}
        | {"source_id": source_of(place, year), "types_covered": covered(place)}
        for place, place_kind, by_year in places(with_parts)
        for year, total in by_year.items()
        for kind, deaths in split(total, place).items()
    ]
    return VIOLENCE_YEAR.validate(pd.DataFrame(rows))


def violence_months(with_parts: bool = True) -> pd.DataFrame:
    flags = {"types_covered": "all", "is_provisional": False}
    rows = [
        {"place_id": place, "place_kind": place_kind, "month": pd.Timestamp(year, month, 1), "violence_type": kind}
        | bounds(deaths // 12 + (deaths % 12 if month == 12 else 0))
        | flags
        | {"source_id": EVENTS if total else ANNUAL}
        for place, place_kind, by_year in places(with_parts)
        for year, total in by_year.items()
        if (place, year) not in WITHOUT_MONTHS and place != BY_DYADS
        for month in range(1, 13)
        for kind, deaths in split(total).items()
    ]
    return VIOLENCE_MONTH.validate(pd.DataFrame(rows))


def comparisons(with_parts: bool = True) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {"place_id": place, "place_kind": kind, "year": year, "types_covered": covered(place)}
        | {"source_id": source_of(place, year), "rung": "dyads" if place == BY_DYADS else "events"}
        | {**bounds(total), "speaks": True, "reason": "declared"}
        for place, kind, by_year in places(with_parts)
        if kind == "crisis"
        for year, total in by_year.items()
    ]
    for place, by_year in DEATHS.items():
        for year, total in by_year.items():
            both = {"place_id": place, "place_kind": "country", "year": year, "types_covered": "all"}
            by_events = speaks_by_events(place, year)
            rows.append(
                both
                | {"source_id": ANNUAL, "rung": "years", **bounds(total)}
                | {"speaks": not by_events, "reason": "annual_record" if total else "zero_year"}
            )
            if by_events:
                rows.append(
                    both | {"source_id": EVENTS, "rung": "events", **bounds(total), "speaks": True, "reason": "agrees"}
                )
            elif (place, year) == ("COL", 2002):
                rows.append(
                    both | {"source_id": EVENTS, "rung": "events", **bounds(900), "speaks": False, "reason": "differs"}
                )
    return VIOLENCE_COMPARISON.validate(pd.DataFrame(rows))


def populations() -> pd.DataFrame:
    rows = [
        {"place_id": place, "place_kind": "country", "year": year, "source_id": PERSONS, "persons": persons}
        for place, persons in PEOPLE.items()
        for year in YEARS
        if (place, year) != CARRIED
    ]
    return POPULATION_YEAR.validate(pd.DataFrame(rows))


def rate_status(place: str, year: int) -> str:
    if place not in PEOPLE:
        return "no_population"
    return "carried_population" if (place, year) == CARRIED else "ok"


def indicator_scores(with_parts: bool = True, with_measures: bool = True) -> pd.DataFrame:
    rows = [
        {
            "place_id": place,
            "place_kind": kind,
            "month": pd.Timestamp(year, 12, 1),
            "indicator_id": "fatalities_rate_year",
            **{
                name: deaths * factor / PEOPLE[place] * 100_000 if place in PEOPLE else None
                for name, factor in (("value", 1), ("value_low", 0.5), ("value_high", 2))
            },
            "score": 50.0 if place in PEOPLE else None,
            "n_observed": 1,
            "coverage": 1.0,
            "status": rate_status(place, year),
            "is_provisional": False,
        }
        for place, kind, by_year in places(with_parts)
        for year, deaths in by_year.items()
    ]
    rows += [persistence(place, kind) for place, kind, _ in places(with_parts) if place == "crisis:darfur"]
    if with_measures:
        rows += group_scores() + displaced_scores()
    return INDICATOR_SCORES.validate(pd.DataFrame(rows))


def severities() -> tuple[pd.DataFrame, pd.DataFrame]:
    rows, parts = [], []
    for year in YEARS:
        there = {place: DEATHS[place][year] for place in DEATHS if year in DEATHS[place]}
        order = sorted(there, key=lambda place: -there[place])
        for rank, place in enumerate(order, start=1):
            month = {"place_id": place, "place_kind": "country", "month": pd.Timestamp(year, 12, 1)}
            level = 0.0 if there[place] == 0 else 90.0 - 8 * rank
            rows.append(
                month
                | {"severity": level, "severity_low": level * 0.9, "severity_high": min(level * 1.1, 100)}
                | {"rank": rank, "rank_low": max(rank - 1, 1), "rank_high": rank + 1, "n_ranked": len(order)}
            )
            for number, pillar in enumerate(("persistence", "burden", "intensity"), start=-1):
                parts.append(
                    month
                    | {
                        "pillar": pillar,
                        "value": float(there[place]),
                        "score": level,
                        "weight": 1 / 3,
                        "contribution": 1 / 3 if level else 0.0,
                        "lift": 0.1 - number / 10 if level else 0.0,
                    }
                )
    return SEVERITY.validate(pd.DataFrame(rows)), SEVERITY_PART.validate(pd.DataFrame(parts))


def episodes(with_parts: bool = True) -> pd.DataFrame:
    rows = []
    for place, kind, by_year in places(with_parts):
        active = {year: deaths for year, deaths in by_year.items() if deaths >= 25}
        tempo = TEMPO.get(place, "slow_burn" if place in PARTS else None)
        if tempo is None:
            continue
        total = sum(active.values())
        effective = total**2 / sum(deaths**2 for deaths in active.values())
        rows.append(
            {"place_id": place, "place_kind": kind, "types_covered": covered(place)}
            | {"first_year": min(active), "last_year": max(active)}
            | {"recorded_years": max(active) - min(active) + 1, "active_years": len(active), **bounds(total)}
            | {
                "effective_years": effective,
                "effective_years_low": max(1.0, effective * 0.9),
                "effective_years_high": effective * 1.1,
            }
            | {"tempo": tempo, "is_deadliest": True, "is_ongoing": max(active) == LAST}
            | {"is_left_censored": min(active) == FIRST, "is_near_bound": place == "SSD"}
        )
    return TEMPO_EPISODE.validate(pd.DataFrame(rows))


def publish_release(
    processed: Path,
    as_of: str = AS_OF,
    with_parts: bool = True,
    with_measures: bool = True,
    with_will: bool = False,
    with_notices: bool = False,
) -> str:
    """Publish the small world; without its parts it holds countries alone, as older releases do, or no later table."""
    severity, parts = severities()
    tables = {
        "violence_year": violence_years(with_parts),
        "violence_month": violence_months(with_parts),
        "violence_comparison": comparisons(with_parts),
        "indicator_scores": indicator_scores(with_parts, with_measures),
        "tempo_episode": episodes(with_parts),
        "severity": severity,
        "severity_part": parts,
    }
    if with_measures:
        tables |= {"direction": directions(), "change_point": change_points(), "spread_year": spread_years()}
        tables |= {"attribution_year": attributions(), "response_year": response_years()}
        tables |= {"response_gap": response_gaps(), "neglect_year": neglect_years()}
        tables |= {"cell_year": small_ground.cells(), "located_year": small_ground.located()}
        tables |= {"outbreak_month": small_health.counts()}
        tables |= {"destination_year": countries_of_asylum(), "series_break": jumps()}
    held = {PERSONS: populations()}
    if with_will:
        tables |= {name: table() for name, table in small_will.COMPUTED.items()}
        held |= {name: table() for name, table in small_will.SOURCES.items()}
    if with_notices:
        held |= {small_health.SOURCE: small_health.notices()}
    titles = {EVENTS: "Events", ANNUAL: "Years", DYADS: "Dyads", PERSONS: "People"} | {
        name: name for name in held if name != PERSONS
    }
    sources = {source_id: source(source_id, title) for source_id, title in titles.items()}
    sources["fts_requirements"] = source("fts_requirements", "Requirements") | {"release": "2026-04-19"}
    if with_measures:
        sources.setdefault("unhcr_population", source("unhcr_population", "unhcr_population"))
    draft = write_draft(processed, as_of, sources, held, tables)
    return publish(processed, draft)
