"""How does a watchlist leave the page? As the file that brief.py reads, or as one row of figures a place.

/export/watchlist.txt?places=SDN,COD and /export/watchlist.csv?places=SDN,COD&release=...
"""

from collections.abc import Sequence

import pandas as pd
from flask import Flask, Response, request

from dashboard.document import asked_language
from dashboard.downloads import KINDS, RefusedError, refused
from dashboard.frame import Frame
from dashboard.store import Store
from dashboard.url_state import search_of
from dashboard.watching import asked_places, parameters
from figures.export import rows_as_csv
from reading.name_search import chosen_by
from reading.standing import standing
from reading.watchlist import MOST, list_file, sources_behind
from releases.read import ReleaseError

NAME = "watchlist"
COMMAND_FILE = "slowburn-watchlist.txt"
FILES = {"txt": "text/plain; charset=utf-8", "csv": KINDS["csv"]}
EXAMPLE = f"/export/{NAME}.csv?places=SDN,COD"
OF_SEVERITY = ("severity", "severity_low", "severity_high")


def file_hrefs(frame: Frame, places: Sequence[str]) -> dict[str, str]:
    """The addresses of both files; they name the release, so that the figures are those that were seen."""
    carried = {"release": frame.record.release.id, "lang": frame.words.code}
    return {kind: f"/export/{NAME}.{kind}{search_of({**parameters(places), **carried})}" for kind in FILES}


def register(server: Flask, store: Store) -> None:
    """Add the addresses of the files."""
    for kind in FILES:
        server.add_url_rule(f"/export/{NAME}.{kind}", f"{NAME}_{kind}", lambda kind=kind: _answer(store, kind))


def _answer(store: Store, kind: str) -> Response:
    words = asked_language()
    try:
        return _deliver(store, kind)
    except RefusedError as error:
        return refused(str(error), error.status)
    except ReleaseError:
        return refused(words.text("Nothing is published here yet: run `python refresh.py` first."), 503)


def _deliver(store: Store, kind: str) -> Response:
    frame, problems = store.open(request.path, request.args.to_dict())
    asked = asked_places(request.args.to_dict())
    places = list(dict.fromkeys(place for one in asked if (place := chosen_by(one))))[:MOST]
    if problems or not places or any(chosen_by(one) is None for one in asked):
        said = frame.words.text("Ask for places that are known and a release that is kept: {example}.", example=EXAMPLE)
        raise RefusedError(404, said)
    body = list_file(places, frame.words).encode() if kind == "txt" else rows_as_csv(file_rows(frame, places))
    answer = Response(body, content_type=FILES[kind])
    stem = f"slowburn-{NAME}-{frame.record.release.as_of}.csv" if kind == "csv" else COMMAND_FILE
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}"'
    return answer


def file_rows(frame: Frame, places: Sequence[str]) -> pd.DataFrame:
    """One row a place, in the order of the list."""
    return pd.DataFrame([_row(frame, place) for place in places])


def _row(frame: Frame, place: str) -> dict[str, object]:
    record, release = frame.at(place).record, frame.record.release
    one, direction = standing(record, place, frame.words), record.directions.newest(place)
    last = record.last_month.get(place)
    severity = {
        name: "" if one.year is None or pd.isna(value := record.severity.at(name, place, one.year)) else round(value, 1)
        for name in OF_SEVERITY
    }
    return {
        "place_id": place,
        "place": one.name,
        **severity,
        "deaths": "" if one.year is None else int(one.deaths),
        "year": "" if one.year is None else one.year,
        "direction": one.direction,
        "direction_month": f"{direction['month']:%Y-%m}" if direction else "",
        "why": one.because,
        "tempo": one.tempo,
        "since": one.since,
        "newest_month": "" if last is None else f"{last:%Y-%m}",
        "source": "; ".join(
            f"{known.title} {known.release}".strip()
            for source in sources_behind(release, [place])
            if (known := release.sources.get(source))
        ),
        "as_of": release.as_of.isoformat(),
        "release": release.id,
    }
