"""UCDP battle-related deaths by dyad and year: state-based violence only, since 1989.

Names do not identify: "UCK" is one group in Serbia (dyad 868) and another in North
Macedonia (dyad 877). A conflict belongs to a country but may be fought in others:
both lists of countries come along.
"""

from datetime import date

import pandas as pd
import pyarrow as pa

from contracts._columns import STATE_BASED_ONLY
from contracts.dyad_year import DYAD_YEAR
from ingest._source import Get, Parts, Source, SourceError
from ingest._ucdp import csv_in_zip, newest_release, refuse_bad_counts, release_in_address, with_consistent_bounds
from reference.countries import country_from_gw

SOURCE = Source(
    id="ucdp_battle_deaths",
    title="UCDP Battle-Related Deaths, by dyad",
    provider="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    citation="Davies, Shawn, Therése Pettersson and Magnus Öberg: Organized violence, yearly article in the "
    "Journal of Peace Research; UCDP Battle-Related Deaths Dataset.",
    homepage="https://ucdp.uu.se/downloads/",
    table=DYAD_YEAR,
    stale_after_days=600,  # a release covers to the end of the year before it and is the newest for a year
    caveat="Recorded deaths in state-based conflict; true tolls are higher. Years of a dyad with under 25 deaths have no row.",
)
TEMPLATE = "https://ucdp.uu.se/downloads/brd/ucdp-brd-dyadic-{year}1-csv.zip"
COUNTS = ("bd_best", "bd_low", "bd_high")
NAMED = ("dyad_id", "conflict_id", "side_a", "side_b", "gwno_loc", "gwno_battle")
COLUMNS = {
    **dict.fromkeys(NAMED, pa.string()),
    "territory_name": pa.string(),
    "year": pa.int64(),
    **dict.fromkeys(COUNTS, pa.int64()),
}
COMMA = r"\s*,\s*"


def fetch(get: Get, today: date) -> Parts:
    """Download the newest release exactly as published."""
    return newest_release(get, TEMPLATE, today)


def release(parts: Parts) -> str:
    """The release number, such as 25.1."""
    return release_in_address(parts)


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the published zip into dyad_year."""
    url = parts[0].url
    published = csv_in_zip(parts[0], COLUMNS)
    refuse_bad_counts(published, COUNTS, url)
    for name in (*NAMED, "year"):
        if published[name].isna().any():
            raise SourceError(
                f"url={url} column={name} is missing in {published[name].isna().sum()} rows: ask the publisher, nothing was stored"
            )
    rows = pd.DataFrame(
        {
            "dyad_id": published["dyad_id"],
            "year": published["year"],
            "conflict_id": published["conflict_id"],
            "source_id": SOURCE.id,
            "side_a": published["side_a"],
            "side_b": published["side_b"],
            "territory": published["territory_name"],
            "location_gw": published["gwno_loc"].str.replace(COMMA, ",", regex=True),
            "place_ids": _places(published["gwno_loc"]),
            "battle_place_ids": _places(published["gwno_battle"]),
            "types_covered": STATE_BASED_ONLY,
            "fatalities_best": published["bd_best"],
            "fatalities_low": published["bd_low"],
            "fatalities_high": published["bd_high"],
        }
    )
    return DYAD_YEAR.validate(with_consistent_bounds(rows, url))


def _places(numbers: pd.Series) -> pd.Series:
    """Lists of Gleditsch-Ward numbers as lists of places, in the publisher's order."""
    one_each = numbers.str.split(COMMA, regex=True).explode()
    return country_from_gw(one_each, SOURCE.id).groupby(level=0).agg(",".join)
