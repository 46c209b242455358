"""Places beside each other in words and as a table."""

from collections.abc import Sequence

from figures.compared_years import Panel
from figures.twin import Twin
from language import Language, message

SAID = {
    "deaths": message("{place}: {number} deaths recorded in the years shown, {peak}."),
    "none": message("{place}: no recorded death in the years shown."),
    "other": message("{place}: {peak}."),
}


def summary(panels: Sequence[Panel], measure: str, language: Language) -> str:
    """Say each panel in a sentence, and what keeps it from being held against the others."""
    return " ".join(part for panel in panels for part in _said(panel, measure, language))


def _said(panel: Panel, measure: str, language: Language) -> list[str]:
    figures = panel.figures
    if panel.remark or not figures.is_known.any():
        reason = panel.remark or language.text("No figure of this kind.")
        return [language.text("{place}: {reason}", place=panel.name, reason=reason)]
    total = language.number(float(figures.total[figures.is_known].sum()))
    kind = "none" if not panel.peak else "deaths" if measure == "deaths" else "other"
    said = [language.text(SAID[kind], place=panel.name, number=total, peak=panel.peak)]
    if figures.is_state_based_only.any():
        said.append(
            language.text(
                "In {place} some years hold state-based deaths alone; other types are missing.", place=panel.name
            )
        )
    if panel.changes:
        said.append(
            language.text("The figures of {place} cover another territory from the dotted line on.", place=panel.name)
        )
    return said


def twin(
    panels: Sequence[Panel],
    span: tuple[int, int],
    starts: Sequence[int],
    is_by_onset: bool,
    digits: int,
    language: Language,
) -> Twin:
    """The panels as columns: newest year first, or from the onset on."""
    headings = (language.text("Years since onset") if is_by_onset else language.text("Year"),)
    points = range(span[1] - span[0] + 1)
    order = points if is_by_onset else reversed(points)
    rows = tuple(
        (
            str(span[0] + at),
            *(
                _cell(panel, at, str(start + at) if is_by_onset else "", span[0], digits, language)
                for panel, start in zip(panels, starts, strict=True)
            ),
        )
        for at in order
    )
    return Twin((*headings, *(panel.name for panel in panels)), rows)


def _cell(panel: Panel, at: int, year: str, first: int, digits: int, language: Language) -> str:
    figures = panel.figures
    if not figures.is_known[at]:
        return language.text("No figure")
    value = language.amount(float(figures.total[at]), digits)
    if figures.has_range[at] and figures.low[at] != figures.high[at]:
        band = language.amounts(float(figures.low[at]), float(figures.high[at]), digits)
        value = f"{value} ({band})"
    flags = [year] if year else []
    flags += [language.text("provisional")] if figures.is_provisional[at] else []
    flags += [language.text("state-based only")] if figures.is_state_based_only[at] else []
    until = [point for point, _ in panel.changes if point > first + at]
    flags += [language.text("other territory")] if until else []
    return " · ".join([value, *flags])
