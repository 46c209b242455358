"""Which words tell who fled from where to where? Measures, dates, shares and differences, for chart, table and page."""

from figures.twin import Twin
from language import Language, message
from reading.flow_pairs import Asked, Pair, Pairs
from reading.flows import APPLICATIONS
from reading.names import country_name

SMALL = 10  # a count of living people below it is not told exactly: it could point at somebody
LEAST_SHARE = 0.0001
COUNTED = {
    "refugees": message("Refugees"),
    "asylum_seekers": message("Asylum-seekers"),
    "oip": message("Other people in need of international protection"),
    APPLICATIONS: message("New asylum applications"),
}
MEASURED = {
    "refugees": message("Refugees, with people in a refugee-like situation, in persons {when}"),
    "asylum_seekers": message("Asylum-seekers waiting for a decision, in persons {when}"),
    "oip": message("Other people in need of international protection, in persons {when}"),
    APPLICATIONS: message("New applications for asylum within the year, in persons {when}"),
}
BY = {
    "origin": message("{measure}, by country of asylum"),
    "asylum": message("{measure}, by country of origin"),
    "world": message("{measure}, the largest pairs of origin and country of asylum"),
}
TITLES = {
    "origin": message("{counted} from {place}: {n} {when}, {share} of them in {top}"),
    "asylum": message("{counted} in {place}: {n} {when}, {share} of them from {top}"),
    "world": message("{counted}: the most from {origin} in {asylum}, {n} {when}"),
}
NO_PERSONS = {
    "origin": message("{counted} from {place}: no number of persons is on record {when}"),
    "asylum": message("{counted} in {place}: no number of persons is on record {when}"),
    "world": message("{counted}: no number of persons is on record {when}"),
}
BREAK = message("break in the series")


def view_of(asked: Asked) -> str:
    """Which of the three views this is."""
    return "origin" if asked.origin else "asylum" if asked.asylum else "world"


def when(pairs: Pairs, words: Language) -> str:
    """Of which date, or within which year."""
    if pairs.asked.measure == APPLICATIONS and pairs.day.month == 12:
        return words.text("in {year}", year=str(pairs.day.year))
    return words.text("on {day}", day=words.day(pairs.day))


def finding(pairs: Pairs, words: Language) -> str:
    """How many, and where or from where the most are."""
    asked, view = pairs.asked, view_of(pairs.asked)
    said = {"counted": words.text(COUNTED[asked.measure]), "when": when(pairs, words)}
    if asked.place is not None:
        said["place"] = country_name(asked.place, words)
    if not pairs.ranked:
        return words.text(NO_PERSONS[view], **said)
    most = pairs.ranked[0]
    if asked.place is None:
        ends = {"origin": country_name(most.origin, words), "asylum": country_name(most.asylum, words)}
        return words.text(TITLES[view], n=count(most.number, words), **ends, **said)
    top = country_name(str(most.other(asked)), words)
    return words.text(TITLES[view], n=count(pairs.total, words), share=share(most, words), top=top, **said)


def measured(pairs: Pairs, words: Language) -> str:
    """What is counted, in which unit and when, and how it is laid out."""
    measure = words.text(MEASURED[pairs.asked.measure], when=when(pairs, words))
    return words.text(BY[view_of(pairs.asked)], measure=measure)


def count(number: int | None, words: Language) -> str:
    """A number of living people; a small one is not told exactly."""
    if number is None:
        return "–"
    return words.text("under {n}", n=words.number(SMALL)) if 0 < number < SMALL else words.number(number)


def share(pair: Pair, words: Language) -> str:
    """The part of all in the view; a tiny one never reads as zero."""
    if pair.share is None:
        return "–"
    if pair.share < LEAST_SHARE / 2:
        return words.text("under {n}", n=words.percent(LEAST_SHARE, 2))
    return words.percent(pair.share, 1 if pair.share >= 0.001 else 2)


def difference(pair: Pair, words: Language) -> str:
    """Against the year before, with its sign; "–" where it must not or cannot be told."""
    change = pair.difference
    if change is None or is_small(pair.number) or is_small(pair.before):
        return "–"
    return signed(change, words)


def signed(change: int, words: Language) -> str:
    """A whole number with its sign."""
    mark = "+" if change > 0 else "\u2212" if change < 0 else ""
    return f"{mark}{words.number(abs(change))}"


def is_small(number: int | None) -> bool:
    return number is not None and 0 < number < SMALL


def remarks(pair: Pair, words: Language) -> list[str]:
    """What must be known of one pair."""
    said = [words.text("neighbour")] if pair.is_near else []
    said += [words.text(BREAK)] if pair.is_break else []
    return said + ([words.text("a small figure is hidden")] if pair.is_masked else [])


def label(pair: Pair, asked: Asked, words: Language) -> str:
    """The other end, or both where the view is of the world."""
    other = pair.other(asked)
    if other is not None:
        return country_name(other, words)
    return f"{country_name(pair.origin, words)} → {country_name(pair.asylum, words)}"


def twin(pairs: Pairs, words: Language) -> Twin:
    """Every pair of the view as a table, the most people first."""
    asked, has_cases = pairs.asked, pairs.asked.measure == APPLICATIONS
    ends = {
        "origin": [words.text("Country of asylum")],
        "asylum": [words.text("Country of origin")],
        "world": [words.text("Country of origin"), words.text("Country of asylum")],
    }[view_of(asked)]
    headings = [*ends, words.text("Rank"), words.text("Persons"), *([words.text("Cases")] if has_cases else [])]
    headings += [words.text("Share"), words.text("A year before"), words.text("Difference"), words.text("Remark")]
    rows = [
        (
            *label(pair, asked, words).split(" → "),
            "" if pair.rank is None else words.number(pair.rank),
            count(pair.number, words),
            *([count(pair.cases, words)] if has_cases else []),
            share(pair, words),
            count(pair.before, words),
            difference(pair, words),
            ", ".join(remarks(pair, words)),
        )
        for pair in pairs.pairs
    ]
    return Twin(tuple(headings), tuple(rows))
