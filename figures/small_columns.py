"""How did deaths run over time, small enough for a table or a row of charts, without a browser?

Columns from zero in one colour that prints in greyscale; a period without a figure is a grey ground, so
that it does not read as zero. Where several stand side by side they share one upper end.
"""

from collections.abc import Sequence
from html import escape

from figures.theme import ACCENT, END_ON_BOTH, FAINT, LINE_ON_BOTH, MUTED, SILENCE

LEAST = 0.8  # pixels of a column above zero, so that few deaths do not vanish
LABEL_SIZE = 7.5
ON_PAPER = (MUTED, ACCENT, SILENCE, FAINT)  # a period, a newest period, one without a figure, the ground
ON_BOTH = (LINE_ON_BOTH, END_ON_BOTH, "#857c7333", LINE_ON_BOTH)  # for a page that may be dark


def small_columns(
    values: Sequence[float | None],
    title: str,
    top: float,
    size: tuple[int, int] = (180, 26),
    labels: tuple[str, str, str] | None = None,
    marked_from: int | None = None,
    colours: tuple[str, str, str, str] = ON_PAPER,
) -> str:
    """Draw one column a period as an SVG; `labels` are those of the first and last period and of the upper end."""
    width, height = size
    usual, newest, silent, line = colours
    above, below = (10, 10) if labels else (1, 1)
    floor, step = height - below, width / max(len(values), 1)
    scale = (floor - above) / (top or 1.0)
    drawn = []
    for number, value in enumerate(values):
        x = number * step
        if value is None:
            drawn.append(f'<rect x="{x:.2f}" y="{above}" width="{step:.2f}" height="{floor - above}" fill="{silent}"/>')
            continue
        tall = max(LEAST, value * scale) if value else 0
        colour = newest if marked_from is not None and number >= marked_from else usual
        if tall:
            drawn.append(
                f'<rect x="{x + step * 0.1:.2f}" y="{floor - tall:.2f}" width="{step * 0.8:.2f}" height="{tall:.2f}"'
                f' fill="{colour}"/>'
            )
    ground = f'<path d="M0 {floor}H{width}" stroke="{line}" stroke-width="0.6"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img"><title>{escape(title)}</title>{"".join(drawn)}{ground}{_labels(labels, width, height, above)}</svg>'
    )


def _labels(labels: tuple[str, str, str] | None, width: int, height: int, above: float) -> str:
    if labels is None:
        return ""
    first, last, top = labels
    words = f'font-family="Inter, Arial, sans-serif" font-size="{LABEL_SIZE}" fill="{MUTED}"'
    return (
        f'<path d="M0 {above}H{width}" stroke="{FAINT}" stroke-width="0.4" stroke-dasharray="2 2"/>'
        f'<text x="0" y="{above - 2.5}" {words}>{escape(top)}</text>'
        f'<text x="0" y="{height - 1.5}" {words}>{escape(first)}</text>'
        f'<text x="{width}" y="{height - 1.5}" text-anchor="end" {words}>{escape(last)}</text>'
    )
