"""What did the world do about each country, year by year? The components, side by side and never blended.

Money stands under the place that the Financial Tracking Service names. Documents of
the Security Council are counted by the place that their index terms name; where that
source is not in the release the count is missing, not zero. An operation is present in
a year in which its mandate had a day there, as reference/missions.csv has it: presence
says nothing about strength.
"""

from collections.abc import Mapping

import pandas as pd

from contracts.council_document import COUNCIL_DOCUMENT
from contracts.funding_requirement import FUNDING_REQUIREMENT
from contracts.response_year import RESPONSE_YEAR
from reference.countries import countries
from reference.missions import Mission, missions
from response.money_asked import money_asked

FIRST_YEAR = 1989  # of the record of deaths that the response stands beside
SOURCE_ID = "fts_requirements"
DOCUMENTS = {"resolutions": "un_resolutions", "statements": "un_statements"}
PRESENT_KINDS = ("peacekeeping", "political")  # not offices for relief, guards or mines
Tables = Mapping[str, pd.DataFrame]


def response_years(sources: Tables, as_of: pd.Timestamp) -> pd.DataFrame:
    """response_year of every place of the world up to the year of as_of."""
    requirements = sources.get(SOURCE_ID, FUNDING_REQUIREMENT.empty())
    requirements = requirements[requirements["year"] <= as_of.year]
    years = range(FIRST_YEAR, as_of.year + 1)
    standing = [place for place, one in countries().items() if one.kind in ("state", "territory")]
    places = pd.Index(sorted({*standing, *requirements["place_id"]}))
    table = money_asked(requirements, places, years).assign(source_id=SOURCE_ID, place_kind="country")
    for name, source_id in DOCUMENTS.items():
        documents = sources.get(source_id, COUNCIL_DOCUMENT.empty())
        table = table.join(_counts(documents[documents["date"] <= as_of], name), on=["place_id", "year"])
        table[name] = table[name].where(table["year"] < _first_year(documents), table[name].fillna(0)).astype("Int64")
    return RESPONSE_YEAR.validate(table.assign(operations=_present(table, as_of)))


def operations_in(place_id: str) -> list[Mission]:
    """Missions that had a mandate in the place, alone or with others, the oldest first."""
    there = [one for one in missions().values() if place_id in one.places and one.kind in PRESENT_KINDS]
    return sorted((one for one in there if one.valid_from), key=lambda one: (str(one.valid_from), one.mission))


def _first_year(documents: pd.DataFrame) -> float:
    """From when on a year without a document is a zero; never, where there is no document at all."""
    return float("inf") if documents.empty else float(documents["date"].dt.year.min())


def _counts(documents: pd.DataFrame, name: str) -> pd.Series:
    """Documents by the place they name and the year."""
    named = documents.dropna(subset="place_id").drop_duplicates(["symbol", "place_id"])
    counted = named.groupby(["place_id", named["date"].dt.year.rename("year")]).size()
    return counted.rename(name)


def _present(table: pd.DataFrame, as_of: pd.Timestamp) -> pd.Series:
    found: dict[tuple[str, int], list[str]] = {}
    for one in missions().values():
        if one.kind not in PRESENT_KINDS or one.valid_from is None:
            continue
        ended = min(one.valid_to or as_of.date(), as_of.date())
        for year in range(max(one.valid_from.year, FIRST_YEAR), ended.year + 1):
            for place in one.places:
                found.setdefault((place, year), []).append(one.mission)
    keys = zip(table["place_id"], table["year"], strict=True)
    named = [sorted(found.get((place, year), [])) for place, year in keys]
    return pd.Series(["|".join(one) or None for one in named], index=table.index, dtype="str")
