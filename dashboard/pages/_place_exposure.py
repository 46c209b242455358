"""How does this place touch the reader's country? Component by component, none blended, each with its own date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from dash import html

from dashboard import ids
from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.source_names import sources_line
from dashboard.url_state import search_of
from language import Language, message
from reading.exposure import exposure_of
from reading.names import country_name
from reading.said import period_words, said_words, share_words
from response.component import Figure
from response.for_country import Answer

EXPOSURE = "exposure"
STATES = {
    "not_known": message("not known"),
    "not_in_this_release": message("not in this release"),
    "off": message("switched off"),
}
WHOLE_FROM = 10  # a score shows its decimal, an expectation of 288.4 people does not


def exposure_card(frame: Frame, place_id: str) -> Any:
    """Every component for the reader's country; where none is chosen, how to choose one."""
    words = frame.words
    title = words.text("How it touches your country")
    if frame.reader is None:
        choose = words.text(
            "Choose your country at the top of the page: people who came, applications, money and more."
        )
        return text_card(EXPOSURE, title, [html.P(choose)])
    answers = exposure_of(frame.record.release, place_id, frame.reader, frame.off).answers
    title = words.text("How it touches: {country}", country=country_name(frame.reader, words))
    measure = words.text(
        "Each figure stands alone, with its own date and source; they are never added up, and crises are not ranked by them"
    )
    body = html.Div([component(answer, frame) for answer in answers], className="components")
    return text_card(EXPOSURE, title, [body, foot(frame, place_id)], measure)


def component(answer: Answer, frame: Frame) -> Any:
    """One component: what is common to its figures once, then the figures, then what they count and leave out."""
    words, declared = frame.words, answer.component
    title, common = words.text(declared.title), Common.of(answer.figures)
    said = [words.text(common.unit) if common.unit else "", period_words(common.period, words)]
    explained = [words.text(declared.definition), words.text(declared.caveat), words.text(declared.licence_note)]
    return html.Section(
        [
            html.H3(title, id=ids.title(f"{EXPOSURE}-{declared.id}")),
            html.P(" · ".join(part for part in said if part), className="measure"),
            scrolling(
                Rows(title, common.headings(words), [row(one, common, words) for one in answer.figures], EXPOSURE)
            ),
            html.Details(
                [
                    html.Summary(words.text("What it counts")),
                    *(html.P(one) for one in explained),
                    html.P(sources_line(declared.sources, frame.record.release, words)),
                ]
            ),
        ],
        className="component",
        **{"aria-labelledby": ids.title(f"{EXPOSURE}-{declared.id}")},
    )


@dataclass(frozen=True)
class Common:
    """What all figures of a component share is said once, above them; empty where they differ."""

    unit: str
    period: str
    share_of: str
    has_shares: bool

    @classmethod
    def of(cls, figures: Sequence[Figure]) -> Self:
        """What is common to figures with a value; one without any has no say."""
        known = [figure for figure in figures if figure.value is not None]
        shares = [figure for figure in known if figure.share is not None]
        return cls(
            _one({figure.unit for figure in known}),
            _one({figure.period for figure in figures if figure.period}),
            _one({figure.share_of for figure in shares}),
            bool(shares),
        )

    def headings(self, words: Language) -> tuple[str, ...]:
        """The headings of the columns that are needed."""
        share = (
            words.text("Share {of_what}", of_what=words.text(self.share_of)) if self.share_of else words.text("Share")
        )
        return (
            words.text("Figure"),
            words.text("Number"),
            *((share,) if self.has_shares else ()),
            *(() if self.period else (words.text("Period"),)),
        )


def row(figure: Figure, common: Common, words: Language) -> list[Cell]:
    """One figure; what has none says why."""
    label, notes = said_words(figure.label, words), " · ".join(said_words(note, words) for note in figure.notes)
    period = [] if common.period else [Cell(period_words(figure.period, words))]
    if figure.value is None:
        reason = said_words(figure.reason, words) if figure.reason else ""
        state = Cell(words.text(STATES[figure.status]), under=reason, kind="none", span=2 if common.has_shares else 1)
        return [Cell(label, under=notes, heads="row"), state, *period]
    under = [] if figure.low is None or figure.high is None else [band(figure.low, figure.high, words)]
    under += [] if common.unit else [words.text(figure.unit)]
    share = share_words(figure.share, words) if figure.share is not None else ""
    of = words.text(figure.share_of) if share and not common.share_of else ""
    return [
        Cell(label, under=notes, heads="row"),
        Cell(number(figure.value, words), under=" ".join(under), kind="number"),
        *([Cell(share, under=of, kind="share")] if common.has_shares else []),
        *period,
    ]


def band(low: float, high: float, words: Language) -> str:
    """The interval of a figure."""
    return f"{number(low, words)}–{number(high, words)}"


def _one(values: set[str]) -> str:
    return values.pop() if len(values) == 1 else ""


def number(value: float, words: Language) -> str:
    """A count as a whole number, a score with its decimal."""
    return words.number(value) if float(value).is_integer() or abs(value) >= WHOLE_FROM else words.decimal(value)


def foot(frame: Frame, place_id: str) -> Any:
    """As-of date, release and the figures as a file."""
    words, release = frame.words, frame.record.release
    asked = {"place": place_id, "for": str(frame.reader), "release": release.id, "lang": words.code}
    link = html.A("CSV", href=f"/export/{EXPOSURE}.csv{search_of(asked)}", download="", rel="nofollow")
    known = words.text("As known on {day}", day=words.day(release.as_of))
    return html.Div(
        [
            html.P(f"{known} · {words.text('Release')} {release.id}"),
            html.P([html.Span(words.text("Download"), className="label"), link], className="downloads"),
        ],
        className="origin",
    )
