"""The slim strip under the annual bars: each episode of violence from its first to its last year, with its tempo."""

from collections.abc import Mapping, Sequence
from typing import Any

from figures.labels import TEMPO_LABELS
from figures.theme import EPISODE, EPISODE_MINOR, INK, PAPER, SMALL_SIZE, axis
from language import Language

STRIP_TOP = 0.1  # share of the chart's height


def episode_bars(episodes: Sequence[Mapping[str, Any]], span: tuple[int, int], language: Language) -> dict[str, Any]:
    """One horizontal bar per tempo_episode row; the episode that names the place is darker."""
    firsts = [max(int(episode["first_year"]), span[0]) for episode in episodes]
    lasts = [min(int(episode["last_year"]), span[1]) for episode in episodes]
    chief = [bool(episode["is_deadliest"]) for episode in episodes]
    tempos = [language.text(TEMPO_LABELS[episode["tempo"]]) for episode in episodes]
    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": "x",
        "yaxis": "y2",
        "base": [first - 0.45 for first in firsts],
        "x": [last - first + 0.9 for first, last in zip(firsts, lasts, strict=True)],
        "y": [0] * len(firsts),
        "width": 1,
        "text": tempos,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "inside",
        "cliponaxis": True,
        "textfont": {"size": SMALL_SIZE, "color": [PAPER if flag else INK for flag in chief]},
        "marker": {"color": [EPISODE if flag else EPISODE_MINOR for flag in chief], "line": {"width": 0}},
        "customdata": _spans(episodes, tempos, language),
        "hovertemplate": "%{customdata}<extra></extra>",
        "showlegend": False,
    }


def episode_axis() -> dict[str, Any]:
    return axis(domain=[0, STRIP_TOP], range=[-0.5, 0.5], showticklabels=False)


def _spans(episodes: Sequence[Mapping[str, Any]], tempos: list[str], language: Language) -> list[str]:
    return [
        language.text("{first} to now: {tempo}", first=episode["first_year"], tempo=tempo)
        if episode["is_ongoing"]
        else language.text(
            "{first} to {last}: {tempo}", first=episode["first_year"], last=episode["last_year"], tempo=tempo
        )
        for episode, tempo in zip(episodes, tempos, strict=True)
    ]
