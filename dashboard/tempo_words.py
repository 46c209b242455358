"""How is an episode told? Its tempo, since when it has burnt, and what makes either uncertain."""

from typing import Any

from figures.labels import TEMPO_LABELS
from language import Language, message

Episode = dict[str, Any]  # one row of tempo_episode

NEAR_BOUND = message("The low, best and high estimates do not all give the same tempo, so it lies near a bound.")
LEFT_CENSORED = message("It was already burning when the record begins in {year}, so it may be older.")
SENTENCES = {
    "slow_burn": message("{place} has burnt slowly"),
    "slow_burn_with_surges": message("{place} has burnt slowly, with surges"),
    "sudden": message("{place} burnt suddenly"),
    "short": message("{place} burnt for a short time"),
}


def since_words(episode: Episode, words: Language) -> str:
    """When it burnt, in a few words for a table."""
    first, last = str(episode["first_year"]), str(episode["last_year"])
    if not episode["is_ongoing"]:
        return words.text("{first}–{last}, ended", first=first, last=last)
    if episode["is_left_censored"]:
        return words.text("since {year} or before", year=first)
    return words.text("since {year}", year=first)


def tempo_word(episode: Episode, words: Language) -> str:
    return words.text(TEMPO_LABELS[episode["tempo"]])


def tempo_sentence(place: str, episode: Episode, words: Language) -> str:
    """The tempo of a place in a sentence or three, with its deaths and its doubts."""
    said = [
        words.text(
            "{sentence}, {since}: {active} of {recorded} years recorded 25 or more deaths, "
            "{deaths} in all ({band}), spread as if over {effective} even years.",
            sentence=words.text(SENTENCES[episode["tempo"]], place=place),
            since=since_words(episode, words),
            active=words.number(episode["active_years"]),
            recorded=words.number(episode["recorded_years"]),
            deaths=words.number(episode["fatalities_best"]),
            band=words.span(episode["fatalities_low"], episode["fatalities_high"]),
            effective=words.decimal(episode["effective_years"]),
        )
    ]
    if episode["is_left_censored"]:
        said.append(words.text(LEFT_CENSORED, year=str(episode["first_year"])))
    if episode["is_near_bound"]:
        said.append(words.text(NEAR_BOUND))
    return " ".join(said)
