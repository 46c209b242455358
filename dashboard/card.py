"""What stands around a chart: finding, measure, legend, words, table, source and ways to take it along.

Controls change a card in place: head, chart and foot are separate, so that the
chart is redrawn and not built anew.
"""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.native import Copy, Rows
from dashboard.ways import Ways
from figures.caption import Caption, source_line
from figures.dark import on_both
from figures.legend import LegendEntry, detached, entries
from figures.theme import graph_config
from figures.twin import Twin
from language import Language, message
from reading.charts import Drawn
from reading.citations import Work, as_text

FORMATS = {"png": "PNG", "svg": "SVG", "csv": "CSV"}
CONTENTS = {"png": message("Picture"), "svg": message("Drawing"), "csv": message("Figures")}


def card(card_id: str, drawn: Drawn, ways: Ways, words: Language, controls: Sequence[Any] = ()) -> Any:
    """A chart with all that belongs to it."""
    return html.Section(
        [
            html.Div(head(card_id, drawn, words), id=ids.head(card_id), className="head"),
            *([html.Div(list(controls), className="controls")] if controls else []),
            html.Div(legend(drawn, words), id=ids.legend(card_id), className="legend"),
            html.Div(
                dcc.Graph(id=card_id, figure=detached(drawn.figure), config=graph_config(words), responsive=True),
                id=ids.box(card_id),
                className=f"chart {drawn.name}",
            ),
            html.Div(drawn.summary, id=ids.summary(card_id), className="summary"),
            twin_details(card_id, words),
            html.Div(foot(card_id, drawn.caption, ways, words), id=ids.links(card_id), className="origin"),
        ],
        className="card",
        **{"aria-labelledby": ids.title(card_id)},
    )


def text_card(card_id: str, title: str, children: Sequence[Any], measure: str = "") -> Any:
    """A card of words and tables."""
    under = [html.P(measure, className="measure")] if measure else []
    return html.Section(
        [html.Div([html.H2(title, id=ids.title(card_id)), *under], className="head"), *children],
        className="card",
        **{"aria-labelledby": ids.title(card_id)},
    )


def scrolling(table: Rows) -> Any:
    """A table that may be wider than a phone; the keyboard scrolls it too."""
    return html.Div(table, className="scroll", tabIndex="0")


def changed(card_id: str, drawn: Drawn, ways: Ways, words: Language) -> tuple[Any, ...]:
    """What a control changes in a card: head, legend, chart, summary, foot."""
    return (
        head(card_id, drawn, words),
        legend(drawn, words),
        detached(drawn.figure),
        drawn.summary,
        foot(card_id, drawn.caption, ways, words),
    )


def head(card_id: str, drawn: Drawn, words: Language) -> list[Any]:
    """The finding, and what is measured."""
    return [html.H2(drawn.caption.title, id=ids.title(card_id)), html.P(drawn.caption.subtitle, className="measure")]


def legend(drawn: Drawn, words: Language) -> Any:
    """The meaning of the colours, in text that wraps."""
    return html.Ul([_legend_item(entry) for entry in entries(drawn.figure)])


def foot(card_id: str, caption: Caption, ways: Ways, words: Language) -> list[Any]:
    """Note, source, downloads, and what a reader copies."""
    links = [
        html.A(name, href=ways.files[kind], title=words.text(CONTENTS[kind]), download="", rel="nofollow")
        for kind, name in FORMATS.items()
    ]
    return [
        html.P([html.Span(caption.note), " ", html.Span(source_line(caption, words))]),
        html.P(
            [html.Span(words.text("Download"), className="label"), *links, copies(card_id, caption, ways, words)],
            className="downloads",
        ),
    ]


def copies(card_id: str, caption: Caption, ways: Ways, words: Language) -> Copy:
    """The citation of a chart and the address of its view, for a reader's own text."""
    work = Work(
        kind="figure",
        number=card_id,
        title=caption.title,
        stand=words.text(
            "{measure}. As known on {day}, release {release}",
            measure=caption.subtitle,
            day=words.day(caption.as_of),
            release=caption.release,
        ),
        as_of=caption.as_of,
        release=caption.release,
        address=Copy.PLACEHOLDER,
        language=words.code,
    )
    options = [
        {"label": words.text("Copy citation"), "text": as_text(work, ways.release, caption.source_ids).strip()},
        {"label": words.text("Copy link"), "text": Copy.PLACEHOLDER},
    ]
    refused = words.text("This browser does not let the page copy. The text is selected: copy it from here.")
    return Copy(options, f"{ways.view}#{ids.title(card_id)}", words.text("Copied"), refused)


def twin_details(card_id: str, words: Language) -> Any:
    """The chart as a table, fetched when a reader opens it."""
    return html.Details(
        [
            html.Summary(words.text("The same figures as a table"), id=ids.opener(card_id)),
            html.Div(html.P(words.text("One moment …")), id=ids.twin(card_id), className="twin", tabIndex="0"),
        ]
    )


def twin_table(twin: Twin, caption: Caption) -> Rows:
    """A chart's figures as a table."""
    return Rows(f"{caption.title}. {caption.subtitle}", twin.headings, twin.rows)


def _legend_item(entry: LegendEntry) -> Any:
    shape = "hatched" if entry.is_hatched else "crossed" if entry.is_crossed else entry.mark
    return html.Li(
        [html.Span(className=f"swatch {shape}".rstrip(), style={"backgroundColor": on_both(entry.colour)}), entry.label]
    )
