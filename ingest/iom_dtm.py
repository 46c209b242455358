"""IOM: how many internally displaced people did its operations count, round by round?

Levels 0, 1 and 2 stand in one file and hold the same people: only countries are read.
Several operations may watch one country at once, and some give a round in several rows.
"""

from datetime import date

import pandas as pd

from contracts.displacement_round import DISPLACEMENT_ROUND
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source
from ingest._values import days, one_of, required, texts, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="iom_dtm",
    title="IOM Displacement Tracking Matrix",
    provider="International Organization for Migration",
    licence="IOM terms: non-commercial, no redistribution",
    citation="International Organization for Migration (IOM), Displacement Tracking Matrix (DTM).",
    homepage="https://data.humdata.org/dataset/global-iom-dtm-from-api",
    table=DISPLACEMENT_ROUND,
    stale_after_days=120,  # weekly file, irregular rounds
    caveat="Operations overlap and count in different ways: figures are never added up, nor passed on.",
    enters_release=False,
    is_met_live=False,
)
DATASET = "global-iom-dtm-from-api"
FILE = r"Global IOM DTM data for admin levels 0.*|global-iom-dtm-from-api-admin-0-to-2(\.csv)?"
COLUMNS = (
    "operation",
    "admin0Pcode",
    "adminLevel",
    "numPresentIdpInd",
    "reportingDate",
    "roundNumber",
    "assessmentType",
)
LEVELS = {"0": "country", "1": "adm1", "2": "adm2"}


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into displacement_round, adding up the rows of one round of one operation."""
    url, published = parts[1].url, read_texts(parts[1], COLUMNS)
    level = one_of(published["adminLevel"], LEVELS, "adminLevel", url)
    persons = whole_numbers(published["numPresentIdpInd"], "numPresentIdpInd", url)
    rounds = pd.DataFrame(
        {
            "place_id": country_from_iso3(required(published["admin0Pcode"], "admin0Pcode", url), SOURCE.id),
            "operation": texts(required(published["operation"], "operation", url)),
            "round": whole_numbers(required(published["roundNumber"], "roundNumber", url), "roundNumber", url),
            "assessment_type": texts(required(published["assessmentType"], "assessmentType", url)),
            "date": days(required(published["reportingDate"], "reportingDate", url), "reportingDate", url),
            "persons": persons,
        }
    )
    rounds = rounds[(level == "country") & persons.notna()]
    return DISPLACEMENT_ROUND.validate(
        rounds.groupby(list(DISPLACEMENT_ROUND.key), as_index=False)["persons"].sum().assign(source_id=SOURCE.id)
    )
