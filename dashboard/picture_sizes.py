"""How large is the picture of each chart? In pixels; a PNG has twice as many."""

from dashboard import ids

SIZES = {
    "world": (1100, 640),
    "annual": (1100, 560),
    ids.GROUND: (1100, 820),
    ids.FLOWS: (1100, 760),
    ids.FLOW_MAP: (1100, 660),
}
USUAL_SIZE = (1100, 520)
COMPARE_SIZE, PANEL_HEIGHT = (1100, 200), 120  # and so much more for each place


def size_of(chart: str, n_places: int) -> tuple[int, int]:
    """Width and height of a picture."""
    width, height = COMPARE_SIZE
    return (width, height + PANEL_HEIGHT * n_places) if chart == "compare" else SIZES.get(chart, USUAL_SIZE)
