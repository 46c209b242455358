"""What does a view of flows say in sentences? Total, difference, neighbours, the reader's country, what is left out."""

from language import Language, message
from reading.flow_pairs import Asked, Pairs, newest_year, pairs_of
from reading.flow_words import COUNTED, count, is_small, label, share, signed, view_of, when
from reading.flows import APPLICATIONS, MEASURES, flows_of
from reading.names import country_name, unit_note
from reference.borders import borders
from reference.territories import unit_of
from releases.read import Release

PROVIDER = "unhcr"
COUNTED_BY_UNRWA = "PSE"  # its neighbours host millions whom UNHCR does not count: a share of the others would mislead
NAMED = 3
STOCK_NOTE = message(
    "A difference of two dates is not a number of arrivals: people also return, become citizens or are counted anew."
)
FLOW_NOTE = message("Applications, not people who were let in; not every country says where applicants come from.")


def summary(pairs: Pairs, words: Language) -> str:
    """The view in a few sentences."""
    said = [*total_sentence(pairs, words), *named_sentence(pairs, words), *near_sentence(pairs, words)]
    said += [*marked_sentence(pairs, words), *left_sentences(pairs, words)]
    return " ".join(said)


def total_sentence(pairs: Pairs, words: Language) -> list[str]:
    """How many in all, and how many more or fewer than a year before, unless a break stands between."""
    if not pairs.ranked:
        return []
    said = [words.text("All together {n} persons {when}.", n=count(pairs.total, words), when=when(pairs, words))]
    if pairs.is_break:
        said.append(words.text("A break in the series stands before it, so it is not compared with the year before."))
    elif pairs.total_before is not None and not is_small(pairs.total) and not is_small(pairs.total_before):
        change = signed(pairs.total - pairs.total_before, words)
        said.append(words.text("Against the year before: {change}.", change=change))
    return [" ".join(said)]


def named_sentence(pairs: Pairs, words: Language) -> list[str]:
    """The largest, with their shares."""
    if not pairs.ranked:
        return []
    named = [
        f"{label(pair, pairs.asked, words)} {count(pair.number, words)} ({share(pair, words)})"
        for pair in pairs.ranked[:NAMED]
    ]
    return [words.text("The most: {places}.", places="; ".join(named))]


def near_sentence(pairs: Pairs, words: Language) -> list[str]:
    """Which part is in neighbouring countries, or from them."""
    asked = pairs.asked
    if asked.place is None or not pairs.total or not borders().get(asked.place) or asked.place == COUNTED_BY_UNRWA:
        return []
    near = words.percent(sum(pair.share or 0 for pair in pairs.pairs if pair.is_near))
    if asked.origin:
        return [words.text("{share} of them are in neighbouring countries.", share=near)]
    return [words.text("{share} of them come from neighbouring countries.", share=near)]


def marked_sentence(pairs: Pairs, words: Language) -> list[str]:
    """The country that the reader marks, be it small or not on record."""
    asked = pairs.asked
    if asked.marked is None or asked.origin is None:
        return []
    country, pair = country_name(asked.marked, words), pairs.marked()
    if pair is None:
        return [words.text("{country}: none is on record, which need not be zero.", country=country)]
    if pair.number is None:
        if pair.is_masked:
            return [words.text("{country}: a small figure is hidden.", country=country)]
        return [words.text("{country}: only cases are on record.", country=country)]
    of = {"n": count(pair.number, words), "share": share(pair, words)}
    rank = "–" if pair.rank is None else words.number(pair.rank)
    return [
        words.text(
            "{country}: {n}, {share} of all; rank {rank} of {all}.",
            country=country,
            rank=rank,
            all=words.number(pairs.n_known),
            **of,
        )
    ]


def left_sentences(pairs: Pairs, words: Language) -> list[str]:
    """People of unknown places, hidden figures, and cases."""
    said = []
    if pairs.nowhere:
        said.append(
            words.text(
                "Of them {n} are of unknown or no country, or in one that is not named; they have no rank.",
                n=count(pairs.nowhere, words),
            )
        )
    hidden = sum(pair.is_masked for pair in pairs.pairs)
    if hidden:
        said.append(words.texts("{n} small figure is hidden.", "{n} small figures are hidden.", hidden))
    cases = [pair for pair in pairs.pairs if pair.cases]
    if cases:
        most = max(cases, key=lambda pair: pair.cases or 0)
        said.append(
            words.text(
                "Cases, which may be several persons each, stand apart: {n} in all, the most {place}, {m}.",
                n=words.number(sum(pair.cases or 0 for pair in cases)),
                place=label(most, pairs.asked, words),
                m=count(most.cases, words),
            )
        )
    return said


def note_of(asked: Asked, words: Language) -> str:
    """What must be known to read the figures right, with the source's own scope of the place."""
    said = [words.text(FLOW_NOTE if asked.measure == APPLICATIONS else STOCK_NOTE)]
    unit = unit_of(asked.place, asked.year, PROVIDER) if asked.place else None
    return " ".join([*said, *([unit_note(unit, words)] if unit is not None else [])])


def beside_each_other(release: Release, asked: Asked, words: Language) -> list[str]:
    """The four measures of a place at their newest dates, each by itself."""
    parts = []
    for measure in MEASURES:
        flows = flows_of(release, measure)
        newest = newest_year(flows, asked)
        if newest is None:
            continue
        pairs = pairs_of(flows, Asked(measure, newest, asked.origin, asked.asylum))
        if pairs is not None and pairs.ranked:
            counted = words.text(COUNTED[measure])
            parts.append(
                words.text(
                    "{counted}: {n} {when}", counted=counted, n=count(pairs.total, words), when=when(pairs, words)
                )
            )
    if not parts:
        return []
    stated = {
        "origin": message("From {place}, counts of different kinds that are never added: {parts}."),
        "asylum": message("In {place}, counts of different kinds that are never added: {parts}."),
        "world": message("In the world, counts of different kinds that are never added: {parts}."),
    }[view_of(asked)]
    place = {"place": country_name(asked.place, words)} if asked.place else {}
    return [words.text(stated, parts="; ".join(parts), **place)]
