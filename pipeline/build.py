"""From the sources' tables to everything a release publishes; pure, so the same tables give the same release."""

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from contracts.annual_record import ANNUAL_RECORD
from contracts.attribution_year import ATTRIBUTION_YEAR
from contracts.candidate_event import CANDIDATE_EVENT
from contracts.cell_year import CELL_YEAR
from contracts.change_point import CHANGE_POINT
from contracts.destination_year import DESTINATION_YEAR
from contracts.direction import DIRECTION
from contracts.dyad_year import DYAD_YEAR
from contracts.funding_requirement import FUNDING_REQUIREMENT
from contracts.indicator_scores import INDICATOR_SCORES
from contracts.located_year import LOCATED_YEAR
from contracts.neglect_year import NEGLECT_YEAR
from contracts.population_year import POPULATION_YEAR
from contracts.record_end import RECORD_END
from contracts.response_gap import RESPONSE_GAP
from contracts.response_year import RESPONSE_YEAR
from contracts.series_break import SERIES_BREAK
from contracts.severity import SEVERITY, SEVERITY_PART
from contracts.spread_year import SPREAD_YEAR
from contracts.tempo_episode import TEMPO_EPISODE
from contracts.tempo_now import TEMPO_NOW
from contracts.trend_verdict import TREND_VERDICT
from contracts.violence_comparison import VIOLENCE_COMPARISON
from contracts.violence_event import VIOLENCE_EVENT
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from indicators import indicators
from ladder.country import figures_that_speak
from ladder.parts import with_crises_and_units
from pipeline.displacement import displacement_tables, other_records
from response.exposure_tables import EXPOSURE_TABLES, exposure_tables
from response.gap import response_gaps
from response.neglect import neglect_years
from response.years import response_years
from scoring.cells import cell_years, located_years
from scoring.change_points import steps_of_levels
from scoring.destinations import destinations
from scoring.direction import directions
from scoring.record_ends import record_ends
from scoring.severity import severities
from scoring.spread import spread_years
from scoring.tempo import episodes
from scoring.tempo_now import tempo_now
from scoring.trend_verdicts import trend_verdicts

log = logging.getLogger(__name__)

ROOT = Path(__file__).parent.parent
METHOD_ROOMS = ("contracts", "reference", "ingest", "ladder", "indicators", "scoring", "response", "pipeline")


COMPUTED = (
    VIOLENCE_YEAR,
    ATTRIBUTION_YEAR,
    VIOLENCE_MONTH,
    VIOLENCE_COMPARISON,
    INDICATOR_SCORES,
    TEMPO_EPISODE,
    TEMPO_NOW,
    RECORD_END,
    CHANGE_POINT,
    TREND_VERDICT,
    SEVERITY,
    SEVERITY_PART,
    DIRECTION,
    SPREAD_YEAR,
    CELL_YEAR,
    LOCATED_YEAR,
    RESPONSE_YEAR,
    RESPONSE_GAP,
    NEGLECT_YEAR,
    *EXPOSURE_TABLES,
    SERIES_BREAK,
    DESTINATION_YEAR,
)


class NothingToPublishError(ValueError):
    """No source has a row: a release would be empty."""


def build(source_tables: Mapping[str, pd.DataFrame], as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Compute every published table from the parsed sources; a source that has no table yet counts as empty."""
    if all(table.empty for table in source_tables.values()):
        raise NothingToPublishError("no source has a table: run `python refresh.py` with a connection")
    events = source_tables.get("ucdp_ged", VIOLENCE_EVENT.empty())
    annual = source_tables.get("ucdp_country_year", ANNUAL_RECORD.empty())
    if events.empty and annual.empty:  # what was known on a day on which nobody had asked for deaths yet
        return {contract.name: contract.empty() for contract in COMPUTED} | exposure_tables(source_tables, as_of)
    countries = figures_that_speak(
        events,
        annual,
        source_tables.get("views_history", VIOLENCE_MONTH.empty()),
        source_tables.get("ucdp_candidate", CANDIDATE_EVENT.empty()),
    )
    dyads = source_tables.get("ucdp_battle_deaths", DYAD_YEAR.empty())
    parts = with_crises_and_units(countries, events, dyads, annual)
    for unknown in parts.unknown:
        log.error("unit unknown source=ucdp_ged %s", unknown)
    spoken = parts.spoken
    # Units have months to look at and annual indicators; ten years of mostly zeros bear no monthly statistic.
    is_unit = spoken.months["place_kind"].isin(("adm1", "unlocated"))
    tables = {
        "violence_year": spoken.years,
        "violence_month": spoken.months[~is_unit],
        "violence_event": pd.concat([events, parts.of_crises], ignore_index=True),
        "dyad_year": dyads,
        "population_year": source_tables.get("worldbank_population", POPULATION_YEAR.empty()),
        **displacement_tables(source_tables, as_of),
        **other_records(source_tables),
    }
    scores = [module.compute(tables, as_of) for module in indicators().values()]
    indicator_scores = INDICATOR_SCORES.validate(pd.concat(scores, ignore_index=True))
    trends = pd.concat([table for table in scores if "p_value" in table], ignore_index=True)
    verdicts = trend_verdicts(trends, {name: one.INDICATOR.period for name, one in indicators().items()})
    scored = severities(indicator_scores)
    asked = source_tables.get("fts_requirements", FUNDING_REQUIREMENT.empty())
    gaps = response_gaps(scored.severity, asked, tables["population_year"])
    return {
        "violence_year": spoken.years,
        "attribution_year": parts.attribution,
        "violence_month": spoken.months,
        "violence_comparison": spoken.comparison,
        "indicator_scores": indicator_scores,
        "tempo_episode": episodes(spoken.years, as_of),
        "tempo_now": tempo_now(indicator_scores),
        "record_end": record_ends(spoken.months, spoken.years),
        "change_point": steps_of_levels(tables["violence_month"], tables["violence_year"], as_of),
        "trend_verdict": verdicts,
        "severity": scored.severity,
        "severity_part": scored.parts,
        "direction": directions(indicator_scores, verdicts),
        "spread_year": spread_years(parts.events, parts.covered),
        "cell_year": cell_years(parts.mapped, parts.mapped_years),
        "located_year": located_years(parts.mapped, parts.mapped_years),
        "response_year": response_years(source_tables, as_of),
        "response_gap": gaps,
        "neglect_year": neglect_years(gaps, indicator_scores),
        **exposure_tables(source_tables, as_of),
        "series_break": tables["series_break"],
        "destination_year": destinations(tables["displacement_year"], as_of),
    }


def method_digest() -> str:
    """A digest over every file that decides what a release holds; it changes when the method does."""
    files = sorted(
        path for room in METHOD_ROOMS for path in (ROOT / room).rglob("*") if path.suffix in {".py", ".csv", ".toml"}
    )
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
