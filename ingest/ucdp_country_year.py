"""UCDP organised violence by country and year: the complete annual record since 1989, all three types.

Zero is a statement here: a row with 0 says that UCDP recorded no death. A country
without a row did not exist that year, or is coded under another (reference/territories.toml).
One-sided killings are split by whom UCDP attributes them to. What the file calls `unknown`
there is the status of those killed, not who killed them (docs/decisions/009-attribution.md).
"""

from datetime import date

import pandas as pd
import pyarrow as pa

from contracts._columns import ALL_TYPES
from contracts.annual_record import ANNUAL_RECORD, BOUNDS, part
from ingest._source import Get, Parts, Source, SourceError
from ingest._ucdp import (
    MAY_BE_INCONSISTENT,
    csv_in_zip,
    newest_release,
    refuse_bad_counts,
    release_in_address,
    with_consistent_bounds,
)
from reference.countries import country_from_gw

SOURCE = Source(
    id="ucdp_country_year",
    title="UCDP Organised Violence, country-year",
    provider="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    citation="Davies, Shawn, Therése Pettersson and Magnus Öberg: Organized violence, yearly article in the "
    "Journal of Peace Research; UCDP country-year dataset on organized violence.",
    homepage="https://ucdp.uu.se/downloads/",
    table=ANNUAL_RECORD,
    stale_after_days=600,  # a release covers to the end of the year before it and is the newest for a year
    caveat="Recorded direct deaths in organised violence; true tolls are higher.",
)
TEMPLATE = "https://ucdp.uu.se/downloads/organizedviolencecy/organizedviolencecy-{year}1-csv.zip"
PREFIX = {"sb": "state_based", "ns": "non_state", "os": "one_sided"}
KILLED_BY = ("main_govt", "any_govt", "nsgroup")  # any government: the country's own or another, also both together
COUNTS = [f"{prefix}_total_deaths_{bound}_cy" for prefix in PREFIX for bound in BOUNDS]
COUNTS += [f"os_{party}_killings_{bound}_cy" for party in KILLED_BY for bound in BOUNDS]
COLUMNS = {"country_id_cy": pa.int64(), "year_cy": pa.int64(), **dict.fromkeys(COUNTS, pa.int64())}


def fetch(get: Get, today: date) -> Parts:
    """Download the newest release exactly as published."""
    return newest_release(get, TEMPLATE, today)


def release(parts: Parts) -> str:
    """The release number, such as 25.1."""
    return release_in_address(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the published zip into annual_record, one row for each type of violence."""
    url = parts[0].url
    published = csv_in_zip(parts[0], COLUMNS)
    refuse_bad_counts(published, COUNTS, url)
    place_id = country_from_gw(published["country_id_cy"], SOURCE.id)
    by_type = [
        pd.DataFrame(
            {
                "place_id": place_id,
                "place_kind": "country",
                "year": published["year_cy"],
                "violence_type": violence_type,
                "source_id": SOURCE.id,
                "types_covered": ALL_TYPES,
                "fatalities_best": published[f"{prefix}_total_deaths_best_cy"],
                "fatalities_low": published[f"{prefix}_total_deaths_low_cy"],
                "fatalities_high": published[f"{prefix}_total_deaths_high_cy"],
                "is_provisional": False,
                **(_parts_of_one_sided(published, url) if violence_type == "one_sided" else {}),
            }
        )
        for prefix, violence_type in PREFIX.items()
    ]
    return ANNUAL_RECORD.validate(with_consistent_bounds(pd.concat(by_type, ignore_index=True), url))


def _parts_of_one_sided(published: pd.DataFrame, url: str) -> dict[str, pd.Series]:
    """By whom UCDP attributes the killings to; SourceError where many parts are more than their whole."""
    killed = {who: [published[f"os_{who}_killings_{bound}_cy"] for bound in BOUNDS] for who in KILLED_BY}
    own, any_government, groups = (counts[0] for counts in killed.values())
    exceeds = (own > any_government) | (any_government + groups > published["os_total_deaths_best_cy"])
    if exceeds.mean() > MAY_BE_INCONSISTENT:
        raise SourceError(
            f"url={url} attributes more one-sided killings than there are in {exceeds.mean():.1%} of rows (more than {MAY_BE_INCONSISTENT:.0%}): columns may be mixed up"
        )
    counts = {}
    for bound, own, any_government, groups in zip(BOUNDS, *killed.values(), strict=True):
        counts[part("government", bound)] = own
        counts[part("other_governments", bound)] = (any_government - own).clip(lower=0)
        counts[part("named_groups", bound)] = groups
    return counts
