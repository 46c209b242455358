"""How is an episode told? Its tempo, since when it has burnt, and what makes either uncertain."""

from collections.abc import Sequence
from typing import Any

from figures.labels import TEMPO_LABELS
from language import Language, message

Episode = dict[str, Any]  # one row of tempo_episode

NEAR_BOUND = message("The low, best and high estimates do not all give the same tempo, so it lies near a bound.")
LEFT_CENSORED = message("It was already burning when the record begins in {year}, so it may be older.")
SENTENCES = {
    "slow_burn": message("{place}: a slow burn of organised violence, {since}."),
    "slow_burn_with_surges": message("{place}: a slow burn of organised violence with surges, {since}."),
    "sudden": message("{place}: sudden organised violence, {since}."),
    "short": message("{place}: a short episode of organised violence, {since}."),
}


def since_words(episode: Episode, words: Language) -> str:
    """When it burnt, in a few words."""
    first, last = str(episode["first_year"]), str(episode["last_year"])
    if not episode["is_ongoing"]:
        span = first if first == last else f"{first}–{last}"
        return words.text("{span}, ended", span=span)
    if episode["is_left_censored"]:
        return words.text("since {year} or before", year=first)
    return words.text("since {year}", year=first)


def again_words(episodes: Sequence[Episode], words: Language) -> str:
    """When the deadliest episode burnt, and since when another one does, where it has ended."""
    deadliest = next(episode for episode in episodes if episode["is_deadliest"])
    ongoing = next((episode for episode in episodes if episode["is_ongoing"]), None)
    said = since_words(deadliest, words)
    if ongoing is None or ongoing is deadliest:
        return said
    return words.text("{said}; again since {year}", said=said, year=str(ongoing["first_year"]))


def tempo_word(episode: Episode, words: Language) -> str:
    return words.text(TEMPO_LABELS[episode["tempo"]])


def tempo_sentence(place: str, episodes: Sequence[Episode], words: Language) -> str:
    """The tempo of a place in a few sentences, with its deaths and its doubts; and apart, an episode that goes on."""
    episode = next(episode for episode in episodes if episode["is_deadliest"])
    said = [_single_year(place, episode, words)] if _is_single_year(episode) else _many_years(place, episode, words)
    if episode["is_left_censored"]:
        said.append(words.text(LEFT_CENSORED, year=str(episode["first_year"])))
    if episode["is_near_bound"]:
        said.append(words.text(NEAR_BOUND))
    ongoing = next((other for other in episodes if other["is_ongoing"] and other is not episode), None)
    return " ".join([*said, *(_ongoing(ongoing, words) if ongoing else [])])


def _is_single_year(episode: Episode) -> bool:
    return int(episode["active_years"]) == 1


def _single_year(place: str, episode: Episode, words: Language) -> str:
    return words.text(
        "{place}: one year with {deaths} deaths ({band}) in organised violence, {since}; "
        "with a single active year the tempo is sudden by definition.",
        place=place,
        since=since_words(episode, words),
        **_deaths(episode, words),
    )


def _many_years(place: str, episode: Episode, words: Language) -> list[str]:
    return [
        words.text(SENTENCES[episode["tempo"]], place=place, since=since_words(episode, words)),
        words.text(
            "{active} of {recorded} years recorded 25 or more deaths, {deaths} in all ({band}), "
            "as concentrated as if spread evenly over {effective} years.",
            active=words.number(episode["active_years"]),
            recorded=words.number(episode["recorded_years"]),
            effective=words.decimal(episode["effective_years"]),
            **_deaths(episode, words),
        ),
    ]


def _ongoing(episode: Episode, words: Language) -> list[str]:
    """A later and less deadly episode: its own deaths and tempo, and why that tempo is not settled."""
    said = [
        words.text(
            "Another episode counts as going on, since {year}: {deaths} recorded deaths to {last} ({band}), "
            "its own tempo so far: {tempo}.",
            year=str(episode["first_year"]),
            last=str(episode["last_year"]),
            tempo=tempo_word(episode, words),
            **_deaths(episode, words),
        )
    ]
    if _is_single_year(episode):
        said.append(words.text("With a single active year the tempo is sudden by definition."))
    said.append(
        words.texts(
            "That tempo is not settled: the episode has {n} year on record and may still change its name.",
            "That tempo is not settled: the episode has {n} years on record and may still change its name.",
            int(episode["recorded_years"]),
        )
    )
    if episode["is_near_bound"]:
        said.append(words.text(NEAR_BOUND))
    return said


def _deaths(episode: Episode, words: Language) -> dict[str, str]:
    return {
        "deaths": words.number(episode["fatalities_best"]),
        "band": words.span(episode["fatalities_low"], episode["fatalities_high"]),
    }
