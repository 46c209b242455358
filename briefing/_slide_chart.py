"""A native chart on a slide: its numbers can be edited, a period without a figure stays empty."""

import math
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from briefing._slide_text import FONT, described, rgb
from briefing.pack import Chart
from figures.theme import HAIRLINE, INK, MUTED

COUNTS = "#,##0"  # a spreadsheet program writes it with the separators of its own reader
LABELS, FEW_LABELS = 12, 4  # category labels that fit under a chart
STEPS = 4  # of an axis whose end is given
STEP_SIZES = (1, 2, 2.5, 5, 10)


def chart_on(slide: Any, chart: Chart, where: tuple[int, int, int, int], is_small: bool = False) -> None:
    """Stacked columns by type."""
    data = CategoryChartData(number_format=COUNTS)
    data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.name, series.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *where, data)
    described(frame, chart.title, chart.summary)
    drawn = frame.chart
    drawn.font.size, drawn.font.name, drawn.font.color.rgb = Pt(9 if is_small else 12), FONT, rgb(MUTED)
    drawn.has_title, drawn.has_legend = False, not is_small
    if not is_small:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 25, 100
    for series, told in zip(plot.series, chart.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(told.colour)
        series.invert_if_negative = False
    _numbered(drawn._chartSpace)
    _values(drawn.value_axis, chart.top)
    _periods(drawn.category_axis, len(chart.categories), FEW_LABELS if is_small else LABELS)


def _numbered(chart: Any) -> None:
    """The ids of the axes as the standard wants them; python-pptx writes negative numbers."""
    for name in ("axId", "crossAx"):
        for one in chart.iter(qn(f"c:{name}")):
            one.set("val", one.get("val").lstrip("-"))


def _values(axis: Any, top: float | None) -> None:
    axis.minimum_scale = 0
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = COUNTS, False
    axis.major_gridlines.format.line.color.rgb = rgb(HAIRLINE)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    if top is not None:
        axis.maximum_scale, axis.major_unit = top, step_of(top)


def step_of(top: float) -> float:
    """A round step that divides an axis into about four."""
    size = 10 ** math.floor(math.log10(top / STEPS))
    return next(step * size for step in STEP_SIZES if step * size >= top / STEPS)


def _periods(axis: Any, periods: int, labels: int) -> None:
    axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = rgb(INK)
    skipped = axis._element.makeelement(qn("c:tickLblSkip"), {"val": str(max(1, -(-periods // labels)))})
    before = axis._element.find(qn("c:noMultiLvlLbl"))
    if before is not None:
        before.addprevious(skipped)
