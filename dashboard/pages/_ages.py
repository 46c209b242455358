"""How old is each number? One line per source behind the release: how far it reaches, when it was read, how it stands.

The page of sources says why; this is the glance before a figure is quoted.
"""

from datetime import date
from typing import Any

from dash import dcc, html

from dashboard.card import text_card
from dashboard.frame import Frame
from dashboard.pages._place_sources import newest_words
from dashboard.standing import STATE_LABELS, Standing, standings
from dashboard.store import Store
from language import Language
from reading.record import Record
from releases.read import SourceRecord

AGES = "ages"
SOURCES_PATH = "/sources"
DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25
MONTHS_FROM, YEARS_FROM = 60, 730  # days from which on an age is told in months, and in years
WITHOUT_DATE = 10**6  # days; such a source stands last


def ages_card(store: Store, frame: Frame) -> Any:
    """Every input of the release, the newest first, and how many other sources there are."""
    words, provisional = frame.words, provisional_sources(frame.record)
    found = [one for one in standings(frame.record.release, store.status(), frame.today) if not one.is_compared_only]
    behind = [(one, one.record) for one in found if one.record is not None]
    ordered = sorted(behind, key=lambda pair: (_age(pair[0]), pair[1].title))
    items = [_item(one, record, one.id in provisional, frame) for one, record in ordered]
    measure = words.text("How far each source behind this release reaches, as of today; the state leads to its reason")
    others = _others([one for one in found if one.record is None], words)
    said = [html.P(others, className="note")] if others else []
    return text_card(AGES, words.text("How old each number is"), [html.Ul(items, className="ages"), *said], measure)


def age_words(days: int | None, words: Language) -> str:
    """Days, months or years, whichever is read at a glance."""
    if days is None:
        return ""
    if days < 0:
        return words.text("reaches beyond today")
    if days < MONTHS_FROM:
        return words.texts("{n} day old", "{n} days old", days)
    if days < YEARS_FROM:
        return words.texts("{n} month old", "{n} months old", round(days / DAYS_A_MONTH))
    return words.texts("{n} year old", "{n} years old", round(days / DAYS_A_YEAR))


def provisional_sources(record: Record) -> frozenset[str]:
    """The sources of which some deaths may still change."""
    tables = (record.table(name) for name in ("violence_month", "violence_year"))
    return frozenset(str(name) for table in tables for name in table.loc[table["is_provisional"], "source_id"].unique())


def _item(one: Standing, record: SourceRecord, is_provisional: bool, frame: Frame) -> Any:
    words = frame.words
    days = (frame.today - date.fromisoformat(record.retrieved_at[:10])).days
    ago = words.texts("{n} day ago", "{n} days ago", days) if days > 0 else words.text("today")
    reach = [words.text("to {newest}", newest=newest_words(record.newest_data, words))] if record.newest_data else []
    facts = [*reach, age_words(one.age, words), words.text("retrieved {ago}", ago=ago)]
    facts += [words.text("provisional")] if is_provisional else []
    state = dcc.Link(words.text(STATE_LABELS[one.state]), href=frame.href(SOURCES_PATH))
    return html.Li([html.Strong(record.title), " · ".join(fact for fact in facts if fact), " · ", state])


def _others(others: list[Standing], words: Language) -> str:
    """How many sources are known without being behind the release, by state."""
    if not others:
        return ""
    counts = {state: sum(one.state == state for one in others) for state in STATE_LABELS}
    listed = ", ".join(f"{words.number(n)} {words.text(STATE_LABELS[state])}" for state, n in counts.items() if n)
    return words.texts(
        "{n} further source is known here but not behind this release: {listed}.",
        "{n} further sources are known here but not behind this release: {listed}.",
        len(others),
        listed=listed,
    )


def _age(one: Standing) -> int:
    return one.age if one.age is not None else WITHOUT_DATE
