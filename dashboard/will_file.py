"""How do the rows of the page on will to intervene leave it? One figure a row, with source, period, state and release.

/export/will.csv?for=CAN&release=...; without `for`, what the world did alone.
"""

from collections.abc import Iterator

import pandas as pd
from flask import Flask, Response, request

from dashboard.document import asked_language
from dashboard.downloads import KINDS, RefusedError, refused
from dashboard.exposure_file import SMALL
from dashboard.frame import Frame
from dashboard.store import Store
from figures.export import rows_as_csv
from figures.response_words import is_missing
from reading.names import country_name
from reading.will import Row, will_rows
from releases.read import ReleaseError

NAME = "will"
EXAMPLE = f"/export/{NAME}.csv?for=CAN"
LIVING = (
    "refugees",
    "applications",
    "applications_cases",
)  # a small count of them could point at somebody; the dead are counted as they are
OF_THE_RECORD = ("severity", "gap", "neglect")  # a place that is counted under another has none of its own
KNOWN = "known"
OWN = (  # measure, unit, column of its total, of its period, of its state, source
    ("refugees", "persons", "refugees_total", "refugees_date", "refugees_status", "unhcr_population"),
    *(
        (
            "applications",
            "persons",
            "applications_total",
            "applications_year",
            "applications_status",
            "unhcr_applications",
        ),
        ("applications_cases", "cases", "", "applications_year", "", "unhcr_applications"),
        ("paid", "US dollars", "", "money_year", "money_status", "fts_incoming"),
        ("commitment", "US dollars", "", "money_year", "money_status", "fts_incoming"),
        ("died", "persons", "", "died_to", "died_status", "un_fatalities"),
    ),
)
WORLD = (
    ("requirements_usd", "US dollars", "", "world_year", "appeal_state", "fts_requirements"),
    ("funding_usd", "US dollars", "requirements_usd", "world_year", "appeal_state", "fts_requirements"),
    ("gap", "-1 to 1", "", "gap_year", "gap_state", "fts_requirements"),
    ("neglect", "yes or no", "", "neglect_year", "", "fts_requirements"),
)
SEVERITY = ("severity", "0 to 100", "", "year", "", "ucdp_country_year")


def register(server: Flask, store: Store) -> None:
    """Add the address of the file."""
    server.add_url_rule(f"/export/{NAME}.csv", NAME, lambda: _answer(store))


def _answer(store: Store) -> Response:
    words = asked_language()
    try:
        return _deliver(store)
    except RefusedError as error:
        return refused(str(error), error.status)
    except ReleaseError:
        return refused(words.text("Nothing is published here yet: run `python refresh.py` first."), 503)


def _deliver(store: Store) -> Response:
    frame, problems = store.open(request.path, request.args.to_dict())
    if problems:
        said = frame.words.text("Ask for a receiving country and a release that is kept: {example}.", example=EXAMPLE)
        raise RefusedError(404, said)
    answer = Response(rows_as_csv(file_rows(frame)), content_type=KINDS["csv"])
    about = f"-for-{frame.reader}" if frame.reader else ""
    stem = f"slowburn-{NAME}{about}-{frame.record.release.as_of}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.csv"'
    return answer


def file_rows(frame: Frame) -> pd.DataFrame:
    """Every figure of the table, in its order."""
    measures = (SEVERITY, *(OWN if frame.reader else ()), *WORLD)
    rows = will_rows(frame.countries, frame.reader, frame.off)
    return pd.DataFrame([figure for row in rows for measure in measures for figure in _figure(frame, row, measure)])


def _figure(frame: Frame, row: Row, measure: tuple[str, str, str, str, str, str]) -> Iterator[dict[str, object]]:
    """One figure of one place with what belongs to it; cases only where some are reported."""
    name, unit, total, period, state, source_id = measure
    if name == "applications_cases" and is_missing(row[name]):
        return
    release = frame.record.release
    value = (
        row[name] if name != "neglect" or row[name] in ("yes", "no") else None
    )  # a flag that cannot be said is a state
    known, is_hidden = release.sources.get(source_id), is_small(row[name], name)
    yield {
        "place_id": row["place_id"],
        "place": country_name(row["place_id"], frame.words),
        "receiving_country": frame.reader or "",
        "measure": name,
        "value": written(value, name),
        "low": written(row.get(f"{name}_low"), name),
        "high": written(row.get(f"{name}_high"), name),
        "of_total": "" if not total or is_hidden else written(row[total], total),
        "rank": written(row["rank"], "rank") if name == "severity" else "",
        "rank_low": written(row["rank_low"], "rank") if name == "severity" else "",
        "rank_high": written(row["rank_high"], "rank") if name == "severity" else "",
        "unit": unit,
        "period": "" if is_missing(row[period]) else str(row[period]).removesuffix(".0"),
        "status": status(row, name, state),
        "source": known.title if known else source_id,
        "source_release": known.release if known else "",
        "as_of": release.as_of.isoformat(),
        "release": release.id,
    }


def status(row: Row, name: str, state: str) -> str:
    """The state of a figure: its own column's, or whether there is one."""
    if row["is_apart"] and name in OF_THE_RECORD:
        return "not_separable"
    if name == "neglect":
        return str(row[name]) if row[name] not in ("yes", "no") else KNOWN
    return str(row[state]) if state else ("not_known" if is_missing(row[name]) else KNOWN)


def written(value: object, name: str) -> str:
    """A value as the file holds it."""
    if value is None or is_missing(value):
        return ""
    if isinstance(value, str):
        return value
    if is_small(value, name):
        return f"<{SMALL}"
    number = float(str(value))
    return f"{number:.0f}" if number.is_integer() else f"{number:.3f}"


def is_small(value: object, name: str) -> bool:
    """Whether it counts so few living people that the file does not say how many."""
    return name in LIVING and not is_missing(value) and 0 < float(str(value)) < SMALL
