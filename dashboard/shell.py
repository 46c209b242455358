"""What stands around every page: the way in, the way elsewhere, and what must be known about every figure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.frame import Frame
from dashboard.native import ReaderCountry, Theme, WatchLink
from dashboard.release_line import earlier_state, release_line
from dashboard.search import WATCH_PATH
from dashboard.url_state import FRAME_PARAMETERS, Parameters, Problem
from dashboard.words import NAVIGATION, PARAMETER_LABELS, THEME_LABELS
from figures.labels import DEATHS_NOTE
from language import LANGUAGES, Language, message
from reading.receiving import receiving_countries

BRAND = "Slowburn"
BARE = "bare"  # stands for the id of an address where a page has no controls
LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
BOUNDARIES = message(
    "Boundaries, names and codes follow the sources and imply no opinion on the legal status of any territory. "
    "Map: Natural Earth."
)
CORRECTIONS = message("Something wrong or missing? Report it in the issue tracker of the Slowburn repository.")


def page(
    url: str | None, frame: Frame, parameters: Parameters, problems: Sequence[Problem], children: Sequence[Any]
) -> Any:
    """A whole page: header, main part and footer, and its own address under the id `url` if it has controls."""
    return html.Div(
        [
            *([dcc.Location(id=url, refresh=False)] if url else []),
            dcc.Store(id=ids.FRAME, data=frame.stored()),
            html.A(frame.words.text("Skip to the content"), href=f"#{ids.MAIN}", className="skip"),
            header(
                frame.words,
                frame.href,
                frame.path,
                frame.language_hrefs(parameters),
                frame.pin,
                url or BARE,
                frame.reader,
            ),
            html.Main([notices(frame, problems, parameters), *children], id=ids.MAIN, tabIndex="-1"),
            footer(frame),
        ],
        className="page",
    )


def shell_skeleton(url: str) -> list[Any]:
    """The components around a page that its callbacks name."""
    links = [html.A(id=ids.language_link(url, code)) for code in LANGUAGES]
    return [dcc.Location(id=url), dcc.Store(id=ids.FRAME), *links]


def bare_page(words: Language, path: str, children: Sequence[Any]) -> Any:
    """A page without any release behind it."""
    hrefs = tuple(f"{path}?lang={code}" for code in LANGUAGES)
    return html.Div(
        [
            html.A(words.text("Skip to the content"), href=f"#{ids.MAIN}", className="skip"),
            header(words, lambda of: of if words.code == LANGUAGES[0] else f"{of}?lang={words.code}", path, hrefs),
            html.Main(list(children), id=ids.MAIN, tabIndex="-1"),
        ],
        className="page",
    )


def header(
    words: Language,
    address: Callable[[str], str],
    path: str,
    hrefs: Sequence[str],
    pin: Mapping[str, str] | None = None,
    url: str = BARE,
    reader: str | None = None,
) -> Any:
    """Brand, navigation, search and languages; `address` gives the address of a page of ours."""
    links = [
        WatchLink(words.text(names.nav), address(of), of == path)
        if of == WATCH_PATH
        else dcc.Link(words.text(names.nav), href=address(of), className="here" if of == path else "")
        for of, names in NAVIGATION
    ]
    return html.Header(
        html.Div(
            [
                dcc.Link(BRAND, href=address("/"), className="brand"),
                html.Nav(links, className="pages", **{"aria-label": words.text("Pages")}),
                search_form(words, pin or {}, reader),
                ReaderCountry(
                    ids.READER,
                    label=words.text("My country"),
                    none=words.text("none chosen"),
                    options=receiving_countries(words.code),
                    value=reader,
                ),
                language_switch(words, hrefs, url),
                theme_switch(words),
            ],
            className="bar",
        ),
        className="top",
    )


def search_form(words: Language, pin: Mapping[str, str], reader: str | None) -> Any:
    """A plain form: it works from any page, and the answer is an address."""
    carried = {"lang": words.code if words.code != LANGUAGES[0] else None, **pin, "for": reader}
    return html.Form(
        [
            html.Label(words.text("Find a place"), htmlFor=ids.SEARCH, className="unseen"),
            dcc.Input(
                id=ids.SEARCH,
                name="q",
                type="search",
                list=ids.PLACE_NAMES,
                placeholder=words.text("Find a place"),
                autoComplete="off",
                required=True,
                maxLength=80,
            ),
            html.Datalist(id=ids.PLACE_NAMES),
            *(dcc.Input(type="hidden", name=name, value=value) for name, value in carried.items() if value),
            html.Button(words.text("Search"), type="submit"),
        ],
        action="/search",
        method="get",
        role="search",
        className="search",
    )


def language_switch(words: Language, hrefs: Sequence[str], url: str) -> Any:
    """This view in the other language."""
    links = [
        html.A(
            LANGUAGE_NAMES[code],
            id=ids.language_link(url, code),
            href=href,
            lang=code,
            className="here" if code == words.code else "",
            **({"aria-current": "true"} if code == words.code else {}),
        )
        for code, href in zip(LANGUAGES, hrefs, strict=True)
    ]
    return html.Nav(links, className="languages", **{"aria-label": words.text("Language")})


def theme_switch(words: Language) -> Theme:
    """Light or dark, as the reader likes it."""
    options = [{"label": words.text(label), "value": value} for value, label in THEME_LABELS.items()]
    return Theme(words.text("Colours"), options)


def notices(frame: Frame, problems: Sequence[Problem], parameters: Parameters) -> Any:
    """Say what in the address could not be read, and whether a newer release is published."""
    said = [*earlier_state(frame, parameters), *(html.P(describe(problem, frame.words)) for problem in problems)]
    return html.Div(said, id=ids.NOTICE, className="notice", role="status")


def describe(problem: Problem, words: Language) -> str:
    """One unreadable part of the address in a sentence."""
    if problem.said:
        return problem.said
    if problem.shown is None:
        return words.text(
            "The address says {parameter}={given}; this page has no such setting, so it is left out.",
            parameter=problem.parameter,
            given=problem.given,
        )
    if problem.parameter in FRAME_PARAMETERS:
        return words.text(
            "The {parameter} “{given}” in the address is not available here; {shown} is shown instead.",
            parameter=words.text(PARAMETER_LABELS[problem.parameter]),
            given=problem.given,
            shown=problem.shown,
        )
    return words.text(
        "The address asks for {parameter} “{given}”, which does not exist; {shown} is shown instead.",
        parameter=words.text(PARAMETER_LABELS[problem.parameter]),
        given=problem.given,
        shown=problem.shown,
    )


def footer(frame: Frame) -> Any:
    """What travels with every figure: what it counts, which release it is, and where to object."""
    words, release = frame.words, frame.record.release
    return html.Footer(
        html.Div(
            [
                html.P(words.text(DEATHS_NOTE), className="strong"),
                *release_line(frame),
                html.P(
                    [words.text("Address of these figures:"), " ", html.Span(id=ids.PRINTED_ADDRESS)],
                    className="printed",
                    **{"data-release": release.id},
                ),
                html.P(words.text(CORRECTIONS)),
                html.P(words.text(BOUNDARIES)),
            ],
            className="foot",
        )
    )
