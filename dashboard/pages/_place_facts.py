"""What is known of a place at a glance, and what its severity is made of?"""

import math
from typing import Any

from dash import html

from dashboard.frame import Frame
from dashboard.names import country_name, territory_notes, unit_name, unit_note
from dashboard.pages._ranking import severity_cell
from dashboard.tempo_words import since_words, tempo_word
from dashboard.words import PILLAR_LABELS, PILLAR_MEANINGS, RUNG_LABELS
from language import Language, message
from reference.countries import countries

DECIMALS = {"intensity": 1, "burden": 0}  # of a pillar's own unit


def other_names(place: str, words: Language) -> str:
    """The name in the other language, when it differs."""
    country = countries()[place]
    other = country.name if words.code == "fr" else country.name_fr
    return "" if other == country_name(place, words) else other


def facts(frame: Frame, place: str) -> Any:
    """Severity, deaths, rate and the age of the figures."""
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    best, low, high = (record.deaths.at(name, place, year) for name in ("best", "low", "high"))
    rate = record.rate.at("best", place, year)
    months = record.last_month.get(place)
    rung = record.rungs.get((place, year))
    cells = [
        (
            words.text("Severity, end of {year}", year=str(year)),
            severity_words(frame, place, year),
            rank_sentence(frame, place, year),
        ),
        (
            words.text("Deaths in {year}", year=str(year)),
            words.number(best),
            words.text("range {band}", band=words.span(low, high)),
        ),
        (
            words.text("Per 100,000 people in {year}", year=str(year)),
            words.text("no rate") if math.isnan(rate) else words.decimal(rate),
            words.text("no population figure fits this row") if math.isnan(rate) else rate_range(frame, place, year),
        ),
        (
            words.text("Newest figures"),
            words.text("year {year}", year=str(year)),
            " · ".join(
                (
                    words.text(RUNG_LABELS[rung] if rung else message("no figure")),
                    words.text("months to {month}", month=words.month(months))
                    if months is not None
                    else words.text("no months"),
                )
            ),
        ),
    ]
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(value, className="value"), html.Dd(under)]) for name, value, under in cells],
        className="facts",
    )


def severity_words(frame: Frame, place: str, year: int) -> str:
    value = frame.record.severity.at("severity", place, year)
    return frame.words.text("not computed") if math.isnan(value) else frame.words.number(value)


def rank_sentence(frame: Frame, place: str, year: int) -> str:
    """The rank with its interval, among how many."""
    severity, words = frame.record.severity, frame.words
    rank, low, high, among = (severity.at(name, place, year) for name in ("rank", "rank_low", "rank_high", "n_ranked"))
    if math.isnan(rank):
        return words.text("a pillar of it has no figure")
    if severity.at("severity", place, year) == 0:
        return words.text("no recorded death")
    return words.text(
        "rank {rank} of {among} (between {low} and {high})",
        rank=words.number(rank),
        among=words.number(among),
        low=words.number(low),
        high=words.number(high),
    )


def rate_range(frame: Frame, place: str, year: int) -> str:
    low, high = (frame.record.rate.at(name, place, year) for name in ("low", "high"))
    return frame.words.text("range {band}", band=f"{frame.words.decimal(low)}–{frame.words.decimal(high)}")


def parts_card(frame: Frame, place: str) -> Any:
    """Severity split into its pillars."""
    words, record = frame.words, frame.record
    year = record.last_year(place) or int(record.years[-1])
    parts = record.parts(place, year)
    head = [html.H2(words.text("What severity is made of"), id="parts-title")]
    if not parts or math.isnan(record.severity.at("severity", place, year)):
        said = words.text("Severity is not computed: one of its pillars has no figure here.")
        return html.Section(
            [html.Div(head, className="head"), html.P(said)], className="card", **{"aria-labelledby": "parts-title"}
        )
    measure = words.text(
        "Pillars scored 0 to 100 against country-years of 1990–2019; severity is their geometric mean, {year}",
        year=str(year),
    )
    head.append(html.P(measure, className="measure"))
    rows = [
        html.Tr(
            [
                html.Th(
                    [
                        words.text(PILLAR_LABELS[part["pillar"]]),
                        html.Span(_meaning(part, words), className="under-wide"),
                    ],
                    scope="row",
                ),
                html.Td(
                    [html.Span(words.number(part["score"]), className="figure"), bar(part["score"])],
                    className="severity",
                ),
                html.Td(words.percent(part["weight"])),
            ]
        )
        for part in parts
        if not math.isnan(part["score"])
    ]
    total = html.Tr(
        [
            html.Th(words.text("Severity"), scope="row"),
            html.Td(severity_cell(record, place, year, words), className="severity"),
            html.Td(""),
        ],
        className="total",
    )
    names = (words.text("Pillar"), words.text("Score"), words.text("Weight"))
    table = html.Table(
        [html.Thead(html.Tr([html.Th(name, scope="col") for name in names])), html.Tbody([*rows, total])],
        className="parts",
    )
    return html.Section(
        [html.Div(head, className="head"), table], className="card", **{"aria-labelledby": "parts-title"}
    )


def bar(score: float) -> Any:
    return html.Span(
        html.Span(className="fill", style={"width": f"{score:.1f}%"}), className="bar", **{"aria-hidden": "true"}
    )


def episodes_card(frame: Frame, place: str) -> Any:
    """Every episode on record with its tempo."""
    words, rows = frame.words, frame.record.episodes.get(place, [])
    head = [
        html.H2(words.texts("{n} episode on record", "{n} episodes on record", len(rows)), id="episodes-title"),
        html.P(
            words.text("Years with 25 or more deaths, gaps of up to two quiet years; the deadliest names the place"),
            className="measure",
        ),
    ]
    names = (
        words.text("Years"),
        words.text("Tempo"),
        words.text("Deaths"),
        words.text("Active years"),
        words.text("Even years"),
    )
    body = [
        html.Tr(
            [
                html.Th(since_words(row, words), scope="row"),
                html.Td(
                    [
                        tempo_word(row, words),
                        html.Span(words.text("deadliest"), className="badge")
                        if row["is_deadliest"] and len(rows) > 1
                        else "",
                    ]
                ),
                html.Td(
                    [
                        html.Span(words.number(row["fatalities_best"]), className="figure"),
                        html.Span(words.span(row["fatalities_low"], row["fatalities_high"]), className="band"),
                    ]
                ),
                html.Td(
                    words.text(
                        "{n} of {all}", n=words.number(row["active_years"]), all=words.number(row["recorded_years"])
                    )
                ),
                html.Td(words.decimal(row["effective_years"])),
            ]
        )
        for row in rows
    ]
    heads = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    table = html.Div(html.Table([heads, html.Tbody(body)], className="episodes"), className="scroll", tabIndex="0")
    said = html.P(words.text("No year on record reaches 25 deaths, so there is no episode and no tempo."))
    return html.Section(
        [html.Div(head, className="head"), table if rows else said],
        className="card",
        **{"aria-labelledby": "episodes-title"},
    )


def territory_card(frame: Frame, place: str) -> list[Any]:
    """Whose deaths the row holds, where that is not just the place itself."""
    words, years = frame.words, frame.record.years
    units = territory_notes(place, int(years[0]), int(years[-1]))
    if not units:
        return []
    items = []
    for unit in units:
        first, last = unit.valid_from or int(years[0]), unit.valid_to or int(years[-1])
        span = str(first) if first == last else f"{first}–{last}"
        items.append(
            html.Div(
                [
                    html.Dt([unit_name(unit, words), " ", html.Span(span, className="band")]),
                    html.Dd(unit_note(unit, words)),
                ]
            )
        )
    title = html.H2(words.text("Which territory these figures cover"), id="territory-title")
    return [
        html.Section(
            [html.Div(title, className="head"), html.Dl(items, className="notes")],
            className="card",
            **{"aria-labelledby": "territory-title"},
        )
    ]


def _meaning(part: dict[str, Any], words: Language) -> str:
    if part["pillar"] == "persistence":
        return words.text("{share} of the last ten years with 25 or more deaths", share=words.percent(part["value"]))
    return words.text(PILLAR_MEANINGS[part["pillar"]], value=words.decimal(part["value"], DECIMALS[part["pillar"]]))
