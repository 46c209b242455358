"""WHO Disease Outbreak News: which outbreaks were announced, where and when?

Only facts are taken: disease (from a closed list), country, day and link. The titles
and texts are under a non-commercial, share-alike licence and are never passed on; they
are not even asked for beyond the title. Pages end with an empty one; a notice that
comes in meanwhile pushes another onto the next page, where it stands again.
"""

from datetime import date

import pandas as pd

from contracts.outbreak_notice import OUTBREAK_NOTICE
from ingest._json import read_json, records
from ingest._outbreak_titles import places_in
from ingest._source import Get, Part, Parts, Source, SourceError
from ingest._values import days, refuse, required
from reference.diseases import disease_in

SOURCE = Source(
    id="who_outbreaks",
    title="WHO Disease Outbreak News: counts and links",
    provider="World Health Organization",
    licence="Facts and links compiled by this project; WHO's own texts are under a licence of their own and are not passed on",
    citation="Compiled from the list of the World Health Organization's Disease Outbreak News; each notice is linked.",
    homepage="https://www.who.int/emergencies/disease-outbreak-news",
    table=OUTBREAK_NOTICE,
    stale_after_days=60,
    caveat="What WHO chose to announce, not all outbreaks; places and diseases are read from titles, and some titles name none.",
)
PAGE = (
    "https://www.who.int/api/news/diseaseoutbreaknews?sf_culture=en&$orderby=PublicationDateAndTime%20desc"
    "&$select=Title,UrlName,PublicationDateAndTime&$top=100&$skip={skip}"
)
LINK = "https://www.who.int/emergencies/disease-outbreak-news/item/"
MOST_PAGES = 200  # several times what there is; a bound, so that a confused answer cannot keep us asking
FIELDS = ("Title", "UrlName", "PublicationDateAndTime")


def fetch(get: Get, today: date) -> Parts:
    """Download page after page until one is empty."""
    parts: Parts = []
    received = 0
    for _ in range(MOST_PAGES):
        url = PAGE.format(skip=received)
        parts.append(Part(url, get(url)))
        listed = _listed(parts[-1])
        if not listed:
            return parts
        received += len(listed)
    raise SourceError(f"url={PAGE} does not end after {MOST_PAGES} pages: has the interface changed?")


def release(parts: Parts) -> str:
    """The day of the newest notice."""
    return f"{_notices(parts)['date'].max():%Y-%m-%d}"


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the pages into outbreak_notice, one row for each place that a title names."""
    notices = _notices(parts)
    places = notices["title"].map(places_in)
    notices["place_id"] = places.map(lambda named: list(named) or [None])
    notices["place_number"] = places.map(lambda named: list(range(1, len(named) + 1)) or [0])
    rows = notices.explode(["place_id", "place_number"], ignore_index=True)
    return OUTBREAK_NOTICE.validate(
        pd.DataFrame(
            {
                "source_id": SOURCE.id,
                "notice_id": rows["notice_id"],
                "place_number": rows["place_number"].astype("int64"),
                "place_id": rows["place_id"].astype("str"),
                "date": rows["date"],
                "disease_id": rows["title"].map(disease_in),
                "url": LINK + rows["notice_id"],
            }
        )
    )


def _notices(parts: Parts) -> pd.DataFrame:
    """Each notice once, as its first page has it; the last page is the empty one."""
    read = [_page(part) for part in parts if _listed(part)]
    if not read:
        raise SourceError(f"url={parts[0].url} lists no notice at all: the service may be down, try later")
    return pd.concat(read, ignore_index=True).drop_duplicates("notice_id", ignore_index=True)


def _page(part: Part) -> pd.DataFrame:
    published = records(part, _listed(part), FIELDS)
    name = required(published["UrlName"], "UrlName", part.url)
    refuse(name, ~name.astype("str").str.fullmatch(r"[^\s/?#]+"), "no part of an address", "UrlName", part.url)
    moment = required(published["PublicationDateAndTime"], "PublicationDateAndTime", part.url)
    return pd.DataFrame(
        {
            "notice_id": name.astype("str"),
            "title": required(published["Title"], "Title", part.url).astype("str"),
            "date": days(moment, "PublicationDateAndTime", part.url),
        }
    )


def _listed(part: Part) -> list[object]:
    answer = read_json(part)
    if not isinstance(answer, dict) or not isinstance(answer.get("value"), list):
        raise SourceError(f"url={part.url} lacks the list 'value' ({str(answer)[:200]}): a refusal, or a new layout")
    return list(answer["value"])
