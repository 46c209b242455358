"""UCDP candidate events: the months after the yearly release, collected fast and not yet vetted.

Events are dropped, merged or recounted before they enter the yearly file, so every
row is provisional. An id may come back in a later file, which then counts.
"""

from datetime import date

import pandas as pd

from contracts.candidate_event import CANDIDATE_EVENT
from ingest._source import Get, NotPublishedError, Part, Parts, Source, SourceError
from ingest._ucdp import read_csv
from ingest._ucdp_candidate_files import PAGE, CandidateFile, described, listed, needed, worth_asking_for
from ingest._ucdp_events import COLUMNS, event_rows

SOURCE = Source(
    id="ucdp_candidate",
    title="UCDP Candidate Events Dataset",
    provider="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    citation="Hegre, Håvard, Mihai Croicu, Kristine Eck and Stina Högbladh (2020) Introducing the UCDP Candidate Events "
    "Dataset. Research & Politics 7(3).",
    homepage=PAGE,
    table=CANDIDATE_EVENT,
    stale_after_days=90,
    caveat="Recorded direct deaths; true tolls are higher. Not yet vetted: events are later dropped, merged or recounted.",
    may_shrink=0.7,  # the oldest of the two years that are kept leaves at the turn of the year
    may_move=0.5,  # vetting
    web_pages=(PAGE,),
)


def fetch(get: Get, today: date) -> Parts:
    """The downloads page and every file that is needed, oldest first."""
    page = Part(PAGE, get(PAGE))
    linked = listed(page)
    unlinked = {file: content for file in worth_asking_for(today, linked) if (content := _if_there(get, file))}
    chosen = needed([*linked, *unlinked])
    return [page, *(Part(file.url, unlinked.get(file) or get(file.url)) for file in chosen)]


def release(parts: Parts) -> str:
    """The newest file's version, such as 26.0.8."""
    return _file_of(parts[-1]).version


def parse(parts: Parts, retrieved: date) -> pd.DataFrame:
    """Turn the files into candidate_event; where an id comes twice the later file counts."""
    tables = [_events(part) for part in parts if part.url != PAGE]
    together = pd.concat(tables, ignore_index=True)
    return CANDIDATE_EVENT.validate(together.drop_duplicates("event_id", keep="last", ignore_index=True))


def _events(part: Part) -> pd.DataFrame:
    if not part.content.endswith(b"\n"):
        raise SourceError(
            f"url={part.url} breaks off within its last line (ends {part.content[-40:]!r}): download it again"
        )
    rows = event_rows(read_csv(part.content, COLUMNS, part.url), SOURCE.id, part.url, is_provisional=True)
    repeated = rows.loc[rows["event_id"].duplicated(), "event_id"]
    if rows.empty or len(repeated):
        raise SourceError(
            f"url={part.url} has {len(rows)} events, {len(repeated)} ids twice ({', '.join(repeated[:3])}): ask the publisher, nothing was stored"
        )
    file = _file_of(part)
    return rows.assign(covers_from=_first_day(file.opens), covers_to=_first_day(file.to))


def _file_of(part: Part) -> CandidateFile:
    return described(part.url.rsplit("/", 1)[-1])


def _first_day(month: int) -> pd.Timestamp:
    return pd.Timestamp(month // 12, month % 12 + 1, 1)


def _if_there(get: Get, file: CandidateFile) -> bytes | None:
    try:
        return get(file.url)
    except NotPublishedError:
        return None
