"""Every colour of a chart has a partner for dark pages, and both can be seen."""

import itertools
import re
from pathlib import Path

import pytest

from figures import theme
from figures.dark import DARK, DARK_PAPER, DARK_RAMP, on_both

COLOUR = re.compile(r"""["'](#[0-9a-f]{6}|rgba\((?!0,0,0,0)[^"']*\))["']""")
FIGURES = Path(theme.__file__).parent
TEXT, MARK = 4.5, 3.0  # the contrast that WCAG 2.2 AA asks for
FOLLOWS_NEITHER = {theme.LINE_ON_BOTH, theme.END_ON_BOTH}


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_a_chart_has_a_partner_on_a_dark_page() -> None:
    files = [file for file in FIGURES.glob("*.py") if file.name != "dark.py"]
    used = {(file.name, colour) for file in files for colour in COLOUR.findall(file.read_text("utf-8"))}
    assert len(used) > 20
    assert {(name, colour) for name, colour in used if colour not in DARK and colour not in FOLLOWS_NEITHER} == set()


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_and_marks_stand_out_from_the_paper(is_dark: bool) -> None:
    shown, paper = (DARK, DARK_PAPER) if is_dark else ({}, theme.PAPER)
    texts = (theme.INK, theme.MUTED)
    marks = (*theme.VIOLENCE_COLOURS.values(), theme.ACCENT, theme.EPISODE, *FOLLOWS_NEITHER)
    assert {
        colour: contrast(shown.get(colour, colour), paper)
        for colour in texts
        if contrast(shown.get(colour, colour), paper) < TEXT
    } == {}
    assert {
        colour: contrast(shown.get(colour, colour), paper)
        for colour in marks
        if contrast(shown.get(colour, colour), paper) < MARK
    } == {}
    words_on = {theme.EPISODE: theme.PAPER, theme.EPISODE_MINOR: theme.INK, theme.SILENCE: theme.MUTED}
    for ground, words in words_on.items():
        assert contrast(shown.get(ground, ground), shown.get(words, words)) >= TEXT, (ground, words)


def test_types_of_violence_are_told_apart_without_colour() -> None:
    for shown in ({}, DARK):
        ordered = sorted((shown.get(colour, colour) for colour in theme.VIOLENCE_COLOURS.values()), key=luminance)
        for one, other in itertools.pairwise(ordered):
            assert contrast(one, other) >= 1.6, (one, other)


def test_the_worst_class_is_farthest_from_the_paper_on_both() -> None:
    for ramp, paper in ((theme.RAMP, theme.PAPER), (DARK_RAMP, DARK_PAPER)):
        distances = [contrast(colour, paper) for colour in ramp]
        assert distances == sorted(distances) and min(b / a for a, b in itertools.pairwise(distances)) > 1.15


def test_a_colour_beside_a_chart_is_written_for_both_pages() -> None:
    assert on_both(theme.INK) == f"light-dark({theme.INK}, {DARK[theme.INK]})"
