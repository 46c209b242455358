"""The country two-pager: what is on record, how long it has burnt, which way it has moved, whom it touches?"""

import math

from briefing.desk import Desk
from briefing.exposure import exposure_sections
from briefing.pack import Section, Table
from briefing.place_charts import annual_chart, months_chart
from briefing.standing import facts, tempo_said
from figures.labels import DEATHS_NOTE
from language import message
from reading.severity_words import PILLAR_LABELS, leading_sentence
from reading.standing import absent, standing
from reading.tempo_words import since_words, tempo_word

METHOD_NOTES = {
    "deaths": message(
        "One figure of deaths speaks per country and year: events where they agree with the annual record, else the "
        "annual record. The range is from the low to the high estimate."
    ),
    "months": message(
        "Months come from events, else from published months where they agree with the annual record. A month without a "
        "figure is no zero; months that count other types of violence are not compared."
    ),
    "tempo": message(
        "Tempo is judged by episode, from annual deaths of all types: years with 25 or more deaths, with gaps of up to two "
        "quiet years."
    ),
    "direction": message(
        "Direction looks back: by the pace of three months against twelve, and by trends that are told from chance. It says "
        "nothing of what comes."
    ),
    "severity": message(
        "Severity runs from 0 (no recorded death) to 100 and is made of the parts shown; its rank has an interval, because "
        "weights, windows and figures could have been others."
    ),
}


def country_sections(desk: Desk, place_id: str) -> list[Section]:
    """One place, told in messages."""
    words, record = desk.words, desk.record(place_id)
    name = desk.name(place_id)
    if place_id not in record.places:
        return [Section(name, (absent(record, place_id, words),), notes=(words.text(DEATHS_NOTE),))]
    stands, note = standing(record, place_id, words), words.text(DEATHS_NOTE)
    annual, months = annual_chart(desk, place_id), months_chart(desk, place_id)
    way = words.text("Direction: {verdict} ({reason}).", verdict=stands.verdict, reason=stands.because)
    method = {key: words.text(text) for key, text in METHOD_NOTES.items()}
    found = [
        Section(
            words.text("{place} at a glance", place=name),
            (tempo_said(desk, place_id), way, note),
            facts(desk, place_id),
            notes=(method["deaths"], method["direction"], method["severity"], note),
        ),
        Section(annual.title, charts=(annual,), notes=(method["deaths"], method["tempo"], note)),
    ]
    if months is not None:
        found.append(Section(months.title, charts=(months,), notes=(method["months"], note)))
    else:
        said = words.text("No monthly figures stand behind {place}; ask for its annual record.", place=name)
        found.append(Section(words.text("{place}: no monthly figures", place=name), (said,), notes=(method["months"],)))
    tables = tuple(table for table in (episodes_table(desk, place_id), parts_table(desk, place_id)) if table.rows)
    if tables:
        leading = leading_sentence(record.parts(place_id, stands.year or 0), words)
        said_parts = (words.text("Of severity: {sentence}.", sentence=leading),) if leading else ()
        found.append(
            Section(
                words.text("{place}: how long, and what severity is made of", place=name)
                if len(tables) > 1
                else tables[0].title,
                said_parts,
                tables=tables,
                notes=(method["tempo"], method["severity"]),
                begins_page=True,
            )
        )
    return [*found, *exposure_sections(desk, place_id)]


def episodes_table(desk: Desk, place_id: str) -> Table:
    """Every episode with its tempo, deaths and doubts."""
    words = desk.words
    rows = tuple(
        (
            since_words(one, words),
            tempo_word(one, words),
            words.number(one["active_years"]),
            words.number(one["fatalities_best"]),
            words.span(one["fatalities_low"], one["fatalities_high"]),
        )
        for one in desk.record(place_id).episodes.get(place_id, [])
    )
    return Table(
        "episodes",
        words.text("Episodes of organised violence"),
        (
            words.text("Years"),
            words.text("Tempo"),
            words.text("Active years"),
            words.text("Deaths"),
            words.text("Low–high"),
        ),
        rows,
        desk.origin(desk.sources_of(place_id), place_id),
        frozenset({2, 3, 4}),
    )


def parts_table(desk: Desk, place_id: str) -> Table:
    """What the newest severity is made of."""
    words, record = desk.words, desk.record(place_id)
    year = record.last_year(place_id) or 0
    rows = tuple(
        (
            words.text(PILLAR_LABELS[part["pillar"]]),
            "–" if math.isnan(part["score"]) else words.number(part["score"]),
            words.percent(part["weight"]),
        )
        for part in record.parts(place_id, year)
    )
    return Table(
        "severity-parts",
        words.text(
            "Pillars scored 0 to 100 against country-years of 1990–2019; severity is their geometric mean, {year}",
            year=str(year),
        ),
        (words.text("Pillar"), words.text("Score"), words.text("Weight")),
        rows,
        desk.origin(desk.sources_of(place_id), place_id),
        frozenset({1, 2}),
    )
