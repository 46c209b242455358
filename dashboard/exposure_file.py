"""How do the figures on a reader's country leave the page? As rows, each with its source, date and release.

/export/exposure.csv?place=SDN&for=CAN&release=...
"""

import pandas as pd
from flask import Flask, Response, request

from dashboard.document import asked_language
from dashboard.downloads import KINDS, RefusedError, refused
from dashboard.frame import Frame
from dashboard.store import Store
from figures.export import rows_as_csv
from language import Language
from reading.exposure import exposure_of
from reading.names import is_place
from reading.said import said_words
from releases.read import ReleaseError
from response.component import Figure

NAME = "exposure"
EXAMPLE = f"/export/{NAME}.csv?place=SDN&for=CAN"
SMALL = 10  # a count of living people below it is written "<10": it could point at somebody
OF_THE_DEAD = ("died", "malicious")


def register(server: Flask, store: Store) -> None:
    """Add the address of the file."""
    server.add_url_rule(f"/export/{NAME}.csv", NAME, lambda: _answer(store))


def _answer(store: Store) -> Response:
    words = asked_language()
    try:
        return _deliver(store, words)
    except RefusedError as error:
        return refused(str(error), error.status)
    except ReleaseError:
        return refused(words.text("Nothing is published here yet: run `python refresh.py` first."), 503)


def _deliver(store: Store, words: Language) -> Response:
    frame, problems = store.open(request.path, request.args.to_dict())
    place = request.args.get("place", "")
    if problems or frame.reader is None or not is_place(place):
        said = words.text("Ask for a known place and a receiving country: {example}.", example=EXAMPLE)
        raise RefusedError(404, said)
    content = rows_as_csv(exposure_rows(frame, place, frame.reader))
    answer = Response(content, content_type=KINDS["csv"])
    stem = f"slowburn-{NAME}-{place.replace(':', '-')}-for-{frame.reader}-{frame.record.release.as_of}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.csv"'
    return answer


def exposure_rows(frame: Frame, place_id: str, reader: str) -> pd.DataFrame:
    """Every figure of the card, in its order."""
    words, release = frame.words, frame.record.release
    known = release.sources
    rows = [
        {
            "place_id": place_id,
            "receiving_country": reader,
            "component": answer.component.id,
            "title": words.text(answer.component.title),
            "measure": figure.measure,
            "label": said_words(figure.label, words),
            "about": figure.place_id,
            "value": written(figure.value, figure),
            "low": written(figure.low, figure),
            "high": written(figure.high, figure),
            "share": figure.share if written(figure.value, figure) != f"<{SMALL}" else None,
            "share_of": words.text(figure.share_of) if figure.share_of else "",
            "unit": words.text(figure.unit),
            "period": figure.period,
            "status": figure.status,
            "note": " ".join(said_words(one, words) for one in (*figure.notes, *filter(None, (figure.reason,)))),
            "source": known[figure.source_id].title if figure.source_id in known else figure.source_id,
            "source_release": known[figure.source_id].release if figure.source_id in known else "",
            "as_of": release.as_of.isoformat(),
            "release": release.id,
        }
        for answer in exposure_of(release, place_id, reader, frame.off).answers
        for figure in answer.figures
    ]
    return pd.DataFrame(rows)


def written(value: float | None, figure: Figure) -> str:
    """A number as the file holds it."""
    if value is None:
        return ""
    if figure.unit == "persons" and 0 < value < SMALL and figure.measure not in OF_THE_DEAD:
        return f"<{SMALL}"
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.3f}"
