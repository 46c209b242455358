"""What stands around the table of places: what it lists, how it can be filtered, and what must be known to read it?"""

from dataclasses import replace
from typing import Any

from dash import html

from dashboard import ids
from dashboard.controls import choice
from dashboard.frame import Frame
from dashboard.pages._crisis_list import crisis_list
from dashboard.pages._ranking import ranking, table_title
from dashboard.recent import recent
from dashboard.url_state import OverviewView
from dashboard.words import LIST_LABELS, ROW_LABELS, TEMPO_FILTER_LABELS
from figures.labels import DEATHS_NOTE
from language import Language, message

TEMPO, ROWS, LIST = message("Tempo"), message("Places"), message("List")


def ranking_card(frame: Frame, view: OverviewView) -> Any:
    """The table with its head and controls."""
    words = frame.words
    filters = (
        choice(ids.LISTED, LIST, LIST_LABELS, view.listed, words),
        choice(ids.TEMPO, TEMPO, TEMPO_FILTER_LABELS, view.tempo, words),
        choice(ids.SHOWN, ROWS, ROW_LABELS, view.shown, words),
    )
    return html.Section(
        [
            html.Div(ranking_head(view, words), id=ids.head(ids.RANKING), className="head"),
            html.Div(filters, className="controls"),
            html.Div(listing(frame, view), id=ids.RANKING, className="scroll"),
            html.P(f"{words.text(DEATHS_NOTE)} {own_country_hint(frame)}".rstrip(), className="note"),
        ],
        className="card",
        **{"aria-labelledby": ids.title(ids.RANKING)},
    )


def ranking_head(view: OverviewView, words: Language) -> list[Any]:
    """What the table lists."""
    if view.listed == "crises":
        said = words.text("Named crises, {year}", year=view.year)
        measure = words.text(
            "Recorded deaths of the newest year on record with low–high. Crises overlap, some hold state-based deaths "
            "alone, and no source counts the people in them: they are neither added up nor ranked."
        )
        return [html.H2(said, id=ids.title(ids.RANKING)), html.P(measure, className="measure")]
    said = table_title(view, words)
    measure = words.text(
        "Severity 0 to 100 with the range of its rank; recorded deaths with low–high; money of plans for the country. Gap: "
        "above 0 where severity ranks higher than the money received. A heading sorts; nothing is ranked by exposure."
    )
    return [html.H2(said, id=ids.title(ids.RANKING)), html.P(measure, className="measure")]


def own_country_hint(frame: Frame) -> str:
    """How a reader gets the column of the own country; nothing once it is there."""
    if frame.reader is not None:
        return ""
    return frame.words.text(
        "Choose your country at the top of the page, and a column shows how many refugees of each place it hosts."
    )


def listing(frame: Frame, view: OverviewView) -> Any:
    """The table that is asked for: of countries or of named crises."""
    made = crisis_list if view.listed == "crises" else ranking
    asked = (
        frame.href("/place/"),
        frame.words.code,
        replace(view, measure=""),
    )  # links carry what the address of the page holds
    return recent(frame.record.release, "listing", asked, lambda: made(frame, view))
