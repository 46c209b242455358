"""VIEWS forecasts: state-based deaths by country in each of the next 36 months, for comparison only.

A run is named after its newest month of data, not after the month it appears in:
fatalities003_2026_08_t01 rests on August 2026. The newest is found in the list of
runs; the alias `current` does not say what it is. Older families name their fields
otherwise and are refused.
"""

import re
from datetime import date

import pandas as pd

from contracts.peer_forecast import PEER_FORECAST
from ingest._json import read_json
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import numbers, required
from ingest._views import FIRST_YEAR, SITE, country_months, pages
from reference.countries import country_from_gw

SOURCE = Source(
    id="views_forecasts",
    title="VIEWS, forecasts by country and month",
    provider="VIEWS (Uppsala University and PRIO)",
    licence="none stated: shown with its name, not passed on",
    citation="Hegre, Håvard et al. (2021) ViEWS2020: Revising and evaluating the ViEWS political Violence Early-Warning "
    "System. Journal of Peace Research 58(3).",
    homepage="https://viewsforecasting.org/",
    table=PEER_FORECAST,
    stale_after_days=75,  # monthly, three to four weeks after the month of data
    caveat="Another model's forecast of state-based deaths, to compare with; never an input of ours.",
    role="comparison",
    enters_release=False,
    is_met_live=False,
)
RUN = re.compile(r"fatalities(\d{3})_(\d{4})_(0[1-9]|1[0-2])_t(\d\d)")
FIELDS = {"main_mean": "deaths_state_based", "main_dich": "probability_of_conflict"}
HIGHEST = {"main_mean": None, "main_dich": 1.0}


def fetch(get: Get, today: date) -> Parts:
    """The list of runs and all pages of the newest one."""
    listing = Part(SITE, get(SITE))
    return [listing, *pages(get, f"{_newest_run(listing)}/cm/sb")]


def release(parts: Parts) -> str:
    """The run's name."""
    return _newest_run(parts[0])


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into peer_forecast, one row for each measure."""
    found = RUN.fullmatch(_newest_run(parts[0]))
    assert found is not None  # _newest_run returns nothing else
    year, month, url = int(found[2]), int(found[3]), parts[1].url
    published = country_months(parts[1:], FIELDS)
    horizon = published["month_id"] - ((year - FIRST_YEAR) * 12 + month)
    if (horizon < 1).any():
        raise SourceError(
            f"url={url} forecasts months up to its own month of data: the run is named otherwise than before"
        )
    rows = pd.DataFrame(
        {
            "source_id": SOURCE.id,
            "place_id": country_from_gw(published["gwcode"], SOURCE.id),
            "made_in": pd.Timestamp(year, month, 1),
            "horizon": horizon,
        }
    )
    by_measure = [
        rows.assign(
            measure=measure,
            value=numbers(required(published[field], field, url), field, url, minimum=0, maximum=HIGHEST[field]),
        )
        for field, measure in FIELDS.items()
    ]
    return PEER_FORECAST.validate(pd.concat(by_measure, ignore_index=True))


def _newest_run(listing: Part) -> str:
    """The run with the newest month of data, of these the newest family and try."""
    answer = read_json(listing)
    runs = answer.get("runs") if isinstance(answer, dict) else None
    found = [match for run in runs or [] if (match := RUN.fullmatch(str(run)))]
    if not found:
        raise SourceError(
            f"url={listing.url} lists no run such as fatalities003_2026_08_t01 ({str(answer)[:120]}): a refusal, or new names"
        )
    return max(found, key=lambda match: (match[2], match[3], match[1], match[4]))[0]
