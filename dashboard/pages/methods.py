"""What does each figure count, from what, and what must be known to read it right? In the words of its declaration."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.card import text_card
from dashboard.pages._declarations import GROUPS, Declared, declared
from dashboard.pages._money_sentence import USUAL_YEARS as MONEY_YEARS
from dashboard.pages._standing_sentences import HIGHEST
from dashboard.shell import page
from dashboard.store import Store
from dashboard.url_state import View
from dashboard.words import METHODS_NAMES
from figures.labels import DEATHS_NOTE
from indicators import indicators
from language import Language, message
from reading.usual import USUAL_YEARS
from scoring.direction import FAR_ABOVE, FAR_BELOW
from scoring.severity import PILLARS
from scoring.tempo import QUIET_YEARS_INSIDE, SLOW_ACTIVE_YEARS, SLOW_FROM, SUDDEN_BELOW, SURGES_ACTIVE_YEARS

PATH = "/methods"
STATES = (
    (message("Zero"), message("A source that covers the place and the time says that nothing was recorded.")),
    (
        message("Missing"),
        message("No source has a figure. It is grey in charts, empty in tables, and never counted as zero."),
    ),
    (message("Late"), message("The source has not reached the time yet; the newest date stands beside each number.")),
    (message("Provisional"), message("Published before it was vetted: hatched in charts, and it will change.")),
)
DOCS = (
    ("docs/methods.md", message("the same declarations with every threshold")),
    ("docs/validation.md", message("each statistic against another program, and on made-up series")),
    ("docs/decisions/", message("why each method was chosen, with what the data showed")),
)


def title(words: Language) -> str:
    return words.text(METHODS_NAMES.title)


def layout(store: Store, query: Mapping[str, object]) -> Any:
    """The page of an address."""
    frame, problems = store.open(PATH, query)
    _, unread = View.from_query(query, {})
    words = frame.words
    heads = {"severity": words.text("Severity"), "direction": words.text("Direction"), "tempo": words.text("Tempo")}
    heads |= {"sentences": words.text("Sentences of the overview"), "states": words.text("Four states of a figure")}
    heads |= {group: words.text(name) for group, name in GROUPS.items()}
    contents = html.Ul([html.Li(html.A(name, href=f"#{anchor}")) for anchor, name in heads.items()])
    children = [
        html.H1(words.text(METHODS_NAMES.title)),
        html.P(
            words.text("Each figure in the words of its own declaration, from which it is computed."), className="lead"
        ),
        html.P(words.text(DEATHS_NOTE), className="note"),
        html.Nav(contents, className="contents", **{"aria-label": words.text("On this page")}),
        _rules("severity", heads["severity"], severity_rules(words)),
        _rules("direction", heads["direction"], direction_rules(words)),
        _rules("tempo", heads["tempo"], tempo_rules(words)),
        _rules("sentences", heads["sentences"], sentence_rules(words)),
        states_card(heads["states"], words),
        *(group_card(group, heads[group], declared(group, words)) for group in GROUPS),
        docs_card(words),
    ]
    return page(None, frame, {}, (*problems, *unread), children)


def severity_rules(words: Language) -> list[str]:
    """How severity is made, with its parts as they are declared."""
    declarations = indicators()
    parts = ", ".join(f"“{words.text(declarations[one].INDICATOR.title)}”" for one in PILLARS.values())
    if words.code == "fr":
        parts = parts.replace("“", "«\u202f").replace("”", "\u202f»")
    return [
        words.text(
            "How bad it is, from 0 (no recorded death) to 100: the geometric mean, with equal weights, of: {parts}.",
            parts=parts,
        ),
        words.text(
            "Each part is scored against a fixed reference period, so that later data change no earlier score. "
            "It holds no trend: a crisis that stays terrible stays high."
        ),
        words.text(
            "The rank interval holds nine in ten of 1,000 draws in which deaths move within low, best and high and the "
            "weights, windows and scale move too. Only countries have severity: of crises and provinces no source counts "
            "the people."
        ),
    ]


def direction_rules(words: Language) -> list[str]:
    """How the direction is told."""
    return [
        words.text(
            "Which way recorded deaths have moved: an axis beside severity, a description and never a forecast."
        ),
        words.text(
            "The pace is clear when three months stand above {above} or below {below} times the pace of their year, by "
            "the low, best and high estimates alike. Trends over 36 and 60 months speak where they hold among all tests "
            "of the month; where there are no months, the trend over ten years.",
            above=words.decimal(FAR_ABOVE),
            below=words.decimal(FAR_BELOW),
        ),
    ]


def tempo_rules(words: Language) -> list[str]:
    """How an episode gets its name, with the bounds as they are declared."""
    return [
        words.text(
            "An episode is a run of years with 25 or more deaths, with pauses of up to {quiet} quiet years; a place is "
            "named by its deadliest. Its effective number of years is the square of the summed deaths over the sum of "
            "squared deaths: 1 when all died in one year.",
            quiet=words.number(QUIET_YEARS_INSIDE),
        ),
        words.text(
            "Sudden: under {sudden} effective years. Slow burn: {slow} or more, and at least {active} active years. Slow "
            "burn with surges: at least {surges} active years otherwise. Short: the rest.",
            sudden=words.number(SUDDEN_BELOW),
            slow=words.number(SLOW_FROM),
            active=words.number(SLOW_ACTIVE_YEARS),
            surges=words.number(SURGES_ACTIVE_YEARS),
        ),
    ]


def sentence_rules(words: Language) -> list[str]:
    """Which place each of the sentences counts, with the bounds as they are declared."""
    before, money = words.number(USUAL_YEARS), words.number(MONEY_YEARS)
    return [
        words.text(
            "Highest class: severity {edge} or more at the end of the newest year, and of every year back without a break.",
            edge=words.number(HIGHEST),
        ),
        words.text(
            "Usual: the median of the {n} years before. Without change: a slow burn that goes on, with deaths from half to "
            "double the usual, no clear change of its direction and no step of its level in {n} years. Turned worse: even "
            "the low estimate of the year above double the usual, or a direction that has worsened.",
            n=before,
        ),
        words.text(
            "Money ran dry: of places with 25 or more deaths, those whose plans received half or less of the median of the "
            "{n} years before, in dollars of the day, where a plan asked in every one of these years. A place without a "
            "plan of its own is named apart: nothing was asked, which is not nothing received.",
            n=money,
        ),
    ]


def states_card(name: str, words: Language) -> Any:
    """Zero, missing, late and provisional, which are never taken for each other."""
    lines = [html.Div([html.Dt(words.text(state)), html.Dd(words.text(meaning))]) for state, meaning in STATES]
    return html.Div(text_card("method-states", name, [html.Dl(lines, className="notes")]), id="states")


def group_card(group: str, name: str, figures: Sequence[Declared]) -> Any:
    """Every figure under one head."""
    return html.Div(text_card(f"method-{group}", name, [_declared(one) for one in figures]), id=group)


def docs_card(words: Language) -> Any:
    """Where more is written."""
    lines = [html.Li([html.Code(file), " ", words.text(meaning)]) for file, meaning in DOCS]
    return text_card("docs", words.text("More, in the repository of Slowburn"), [html.Ul(lines, className="offers")])


def _declared(one: Declared) -> Any:
    lines = [html.Div([html.Dt(name), html.Dd(said)]) for name, said in one.lines]
    heading = html.H3([html.A(one.title, href=f"#{one.id}"), " ", html.Code(one.id)])
    asked = [html.P(one.question)] if one.question else []
    return html.Div([heading, *asked, html.Dl(lines, className="lines")], id=one.id, className="declared")


def _rules(anchor: str, name: str, said: Sequence[str]) -> Any:
    return html.Div(text_card(f"method-{anchor}", name, [html.P(one, className="rule") for one in said]), id=anchor)
