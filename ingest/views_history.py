"""VIEWS country-months: deaths by month since 1990 for every country, as UCDP records them.

State-based deaths only before 2018, all three types after; there are no low and
high estimates. A country-month appears twice when borders change within it (Sudan
in July 2011, Serbia in June 2006): both rows are parts of it and are added up.
Zero is stated, and null means that the type is not in the table.
"""

from datetime import date

import pandas as pd

from contracts._columns import ALL_TYPES, STATE_BASED_ONLY
from contracts.violence_month import VIOLENCE_MONTH
from ingest._source import Get, Parts, Source, SourceError
from ingest._views import country_months, first_days, pages, whole_numbers
from reference.countries import country_from_gw

SOURCE = Source(
    id="views_history",
    title="VIEWS, deaths by country and month",
    provider="VIEWS (Uppsala University and PRIO), from UCDP",
    licence="CC BY 4.0",
    citation="Hegre, Håvard et al. (2021) ViEWS2020: Revising and evaluating the ViEWS political Violence Early-Warning "
    "System. Journal of Peace Research 58(3); deaths from UCDP GED and UCDP Candidate.",
    homepage="https://viewsforecasting.org/",
    table=VIOLENCE_MONTH,
    stale_after_days=90,  # renewed every month
    caveat="Recorded direct deaths; true tolls are higher. State-based only before 2018; best estimates without a range.",
)
RUN = "predictors_fatalities002_0000_00"  # 0000_00: the rolling table, renewed monthly
FIELDS = {
    "state_based": "ucdp_ged_sb_best_sum",
    "non_state": "ucdp_ged_ns_best_sum",
    "one_sided": "ucdp_ged_os_best_sum",
}


def fetch(get: Get, today: date) -> Parts:
    """Download all pages of the rolling table."""
    return pages(get, f"{RUN}/cm")


def release(parts: Parts) -> str:
    """The run; it is renewed under the same name."""
    return RUN


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into violence_month, one row for each type that is there."""
    url = parts[0].url
    published = country_months(parts, FIELDS.values())
    others = [FIELDS["non_state"], FIELDS["one_sided"]]
    missing = published[others].isna()
    if (missing.any(axis=1) & ~missing.all(axis=1)).any():
        raise SourceError(
            f"url={url} has months with one of {others} but not the other: the coverage of types has changed"
        )
    rows = published.assign(
        place_id=country_from_gw(published["gwcode"], SOURCE.id),
        month=first_days(published),
        types_covered=missing[others[0]].map({True: STATE_BASED_ONLY, False: ALL_TYPES}),
    )
    kept = {FIELDS["state_based"]: rows, **dict.fromkeys(others, rows[~missing[others[0]]])}
    by_type = []
    for violence_type, field in FIELDS.items():
        counted = kept[field].assign(
            fatalities_best=whole_numbers(kept[field][field], url), violence_type=violence_type
        )
        by_type.append(counted)
    key = ["place_id", "month", "violence_type", "types_covered"]
    summed = pd.concat(by_type, ignore_index=True).groupby(key, as_index=False)["fatalities_best"].sum()
    return VIOLENCE_MONTH.validate(
        summed.assign(
            place_kind="country",
            source_id=SOURCE.id,
            fatalities_low=pd.NA,
            fatalities_high=pd.NA,
            is_provisional=False,
        )
    )
