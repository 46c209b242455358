"""What do the figures of the page on will to intervene say in sentences, each with its date and source?"""

from collections import Counter

from contracts.response_year import FUNDED, NO_APPEAL, REGIONAL_ONLY, UNFUNDED
from dashboard.frame import Frame
from figures.response_words import MILLION
from language import Language
from reading.names import country_name
from reading.said import period_words, said_words
from reading.will import Row, notes_for
from response import hosted


def sentences(frame: Frame, rows: list[Row], year: int) -> list[str]:
    """What touches the reader's country first; without one, how to choose it. Then what the world did."""
    words, ranked = frame.words, [row for row in rows if not row["is_apart"]]
    if frame.reader is None:
        own = [
            words.text(
                "Choose your country at the top of the page to see how these places touch it: refugees, applications, money, own people."
            )
        ]
    else:
        own = [hosted_sentence(frame, ranked, year), *applications_sentence(frame, ranked)]
    return [*own, *money_sentence(frame, ranked)]


def hosted_sentence(frame: Frame, ranked: list[Row], year: int) -> str:
    """From how many of the places people live here as refugees, on the date that most of them share."""
    words, country = frame.words, country_name(str(frame.reader), frame.words)
    known = [row for row in ranked if row["refugees_status"] == "known"]
    places = words.number(len(ranked))
    if not known:
        return words.text(
            "{country}: how many refugees from the {n} most severe places of {year} live here is not known in this release.",
            country=country,
            n=places,
            year=str(year),
        )
    date = Counter(row["refugees_date"] for row in known).most_common(1)[0][0]
    same = [row for row in known if row["refugees_date"] == date]  # stocks of other dates are not added
    most = max(same, key=lambda row: int(row["refugees"]))
    return words.text(
        "{country}: people from {m} of the {n} most severe places of {year} are counted here as refugees, {persons} on {day}; "
        "the most are from one place, {place}: {largest} ({source}).",
        country=country,
        n=places,
        year=str(year),
        m=words.number(sum(row["refugees"] > 0 for row in same)),
        persons=words.number(sum(row["refugees"] for row in same)),
        day=period_words(date, words),
        place=country_name(most["place_id"], words),
        largest=words.number(most["refugees"]),
        source=source_of(frame, hosted.SOURCE),
    )


def applications_sentence(frame: Frame, ranked: list[Row]) -> list[str]:
    """New applications of one year, in persons; cases are never added, and what the country does not tell follows."""
    words, known = frame.words, [row for row in ranked if row["applications_status"] == "known"]
    if not known:
        return []
    year = max(row["applications_year"] for row in known)
    same = [row for row in known if row["applications_year"] == year]
    sentence = words.text(
        "New asylum applications here in {year}: {persons} persons from {m} of these places; cases stand apart ({source}).",
        m=words.number(sum(row["applications"] > 0 for row in same)),
        year=year,
        persons=words.number(sum(row["applications"] for row in same)),
        source=source_of(frame, "unhcr_applications"),
    )
    notes = notes_for(frame.countries, str(frame.reader), frame.off)
    return [" ".join([sentence, *(said_words(note, words) for note in notes)])]


def money_sentence(frame: Frame, ranked: list[Row]) -> list[str]:
    """What country plans for these places asked and received in one year, and for how many nothing was asked."""
    words, asked = frame.words, [row for row in ranked if row["appeal_state"] in (FUNDED, UNFUNDED)]
    if not asked:
        return []
    states = Counter(row["appeal_state"] for row in ranked)
    return [
        words.text(
            "Plans for {k} of the {n} places asked for {asked} million US dollars in {year} and received {came} million ({source}); "
            "for {none} places no appeal is listed, for {regional} only one for several countries.",
            k=words.number(len(asked)),
            n=words.number(len(ranked)),
            asked=words.amount(sum(row["requirements_usd"] for row in asked) / MILLION),
            came=words.amount(sum(row["funding_usd"] for row in asked) / MILLION),
            year=str(int(asked[0]["world_year"])),
            none=words.number(states[NO_APPEAL]),
            regional=words.number(states[REGIONAL_ONLY]),
            source=source_of(frame, "fts_requirements"),
        )
    ]


def apart_sentence(rows: list[Row], words: Language) -> list[str]:
    """What stands under another place in the record of deaths."""
    names = [country_name(row["place_id"], words) for row in rows if row["is_apart"]]
    if not names:
        return []
    return [
        words.text(
            "Without a severity of its own, since the record of deaths counts it under the place above: {names}. Its people and money stand in a row of their own and are not in the sentences at the top; the gap counts its money with the place above.",
            names=", ".join(names),
        )
    ]


def source_of(frame: Frame, source_id: str) -> str:
    """A source as readers know it, with its version."""
    known = frame.record.release.sources
    return (
        ", ".join(filter(None, (known[source_id].title, known[source_id].release))) if source_id in known else source_id
    )
