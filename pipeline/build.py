"""From the sources' tables to everything a release publishes; pure, so the same tables give the same release."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from contracts.indicator_scores import INDICATOR_SCORES
from contracts.population_year import POPULATION_YEAR
from contracts.violence_event import VIOLENCE_EVENT
from contracts.violence_year import VIOLENCE_YEAR
from indicators import indicators
from ladder.country import figures_that_speak
from scoring.severity import severities
from scoring.tempo import episodes

ROOT = Path(__file__).parent.parent
METHOD_ROOMS = ("contracts", "reference", "ingest", "ladder", "indicators", "scoring", "pipeline")


class NothingToPublishError(ValueError):
    """There is no figure of violence at all: a release would be empty."""


def build(source_tables: Mapping[str, pd.DataFrame], as_of: pd.Timestamp) -> dict[str, pd.DataFrame]:
    """Compute every published table from the parsed sources; a source that has no table yet counts as empty."""
    events = source_tables.get("ucdp_ged", VIOLENCE_EVENT.empty())
    annual = source_tables.get("ucdp_country_year", VIOLENCE_YEAR.empty())
    if events.empty and annual.empty:
        raise NothingToPublishError(
            "neither ucdp_ged nor ucdp_country_year has a table: run `python refresh.py` with a connection"
        )
    spoken = figures_that_speak(events, annual)
    tables = {
        "violence_year": spoken.years,
        "violence_month": spoken.months,
        "population_year": source_tables.get("worldbank_population", POPULATION_YEAR.empty()),
    }
    scores = [module.compute(tables, as_of) for module in indicators().values()]
    indicator_scores = INDICATOR_SCORES.validate(pd.concat(scores, ignore_index=True))
    scored = severities(indicator_scores)
    return {
        "violence_year": spoken.years,
        "violence_month": spoken.months,
        "violence_comparison": spoken.comparison,
        "indicator_scores": indicator_scores,
        "tempo_episode": episodes(spoken.years, as_of),
        "severity": scored.severity,
        "severity_part": scored.parts,
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
