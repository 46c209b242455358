"""Colours hold in black and white: contrast is computed as WCAG 2 defines it."""

from itertools import pairwise
from typing import Any

import pytest

from figures.theme import ACCENT, INK, MUTED, PAPER, RAMP, VIOLENCE_COLOURS


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ramp_darkens_from_class_to_class() -> None:
    assert all(luminance(light) > luminance(dark) for light, dark in pairwise(RAMP))
    assert all(contrast(light, dark) > 1.2 for light, dark in pairwise(RAMP))


def test_types_of_violence_differ_in_luminance_and_stand_out_from_paper() -> None:
    by_luminance = sorted(VIOLENCE_COLOURS.values(), key=luminance)
    assert all(contrast(dark, light) >= 2 for dark, light in pairwise(by_luminance))
    assert all(contrast(colour, PAPER) >= 3 for colour in by_luminance)


@pytest.mark.parametrize("colour", [INK, MUTED, ACCENT])
def test_text_is_legible_on_paper(colour: Any) -> None:
    assert contrast(colour, PAPER) >= 4.5
