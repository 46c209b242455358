"""IPC: how many people of a country were found, or are projected, in each phase of acute food insecurity?

The month is that of the analysis; the period it holds for may lie ahead. Two analyses
of one country and period cover different areas and are told apart by their order.
Phases "3+" and "all" repeat the others. For use in-house only: the licence is
non-commercial.
"""

from datetime import date

import pandas as pd

from contracts.food_insecurity import FOOD_INSECURITY, PHASES
from ingest._csv import read_texts
from ingest._hdx import changed_on, fetch_file
from ingest._source import Get, Parts, Source
from ingest._values import days, numbers, one_of, refuse, required, whole_numbers
from reference.countries import country_from_iso3

SOURCE = Source(
    id="ipc_phases",
    title="IPC acute food insecurity phases by country",
    provider="Integrated Food Security Phase Classification",
    licence="IPC terms: non-commercial, no redistribution",
    citation="Integrated Food Security Phase Classification (IPC) and the national IPC technical working groups.",
    homepage="https://data.humdata.org/dataset/global-acute-food-insecurity-country-data",
    table=FOOD_INSECURITY,
    stale_after_days=120,
    caveat="Countries are analysed at irregular times and often in part; no analysis does not mean no hunger.",
    enters_release=False,
)
DATASET = "global-acute-food-insecurity-country-data"
FILE = r"ipc_global_national_long(_latest)?\.csv"
COLUMNS = ("Date of analysis", "Country", "Validity period", "From", "To", "Phase", "Number", "Percentage")
VALIDITY = {
    "current": "current",
    "first projection": "first_projection",
    "second projection": "second_projection",
}


def fetch(get: Get, today: date) -> Parts:
    """Look the file's address up and download it."""
    return fetch_file(get, DATASET, FILE)


def release(parts: Parts) -> str:
    """The day on which the file was last changed."""
    return changed_on(parts[0], FILE)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the file into food_insecurity."""
    url, published = parts[1].url, read_texts(parts[1], COLUMNS)
    analysed = required(published["Date of analysis"], "Date of analysis", url)
    month = pd.to_datetime(analysed, format="%b %Y", errors="coerce").astype("datetime64[us]")
    refuse(analysed, month.isna(), "no month such as Apr 2023", "Date of analysis", url)
    found = pd.DataFrame(
        {
            "place_id": country_from_iso3(required(published["Country"], "Country", url), SOURCE.id),
            "place_kind": "country",
            "month": month,
            "source_id": SOURCE.id,
            "validity": one_of(published["Validity period"], VALIDITY, "Validity period", url),
            "period_start": days(required(published["From"], "From", url), "From", url),
            "period_end": days(required(published["To"], "To", url), "To", url),
            "phase": one_of(published["Phase"], {phase: phase for phase in PHASES}, "Phase", url),
            "people_in_phase": whole_numbers(published["Number"], "Number", url),
            "share_in_phase": numbers(published["Percentage"], "Percentage", url, 0, 1),
        }
    )
    same = ["place_id", "month", "validity", "period_start", "phase"]
    return FOOD_INSECURITY.validate(found.assign(analysis_number=found.groupby(same).cumcount() + 1))
