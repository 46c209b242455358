"""How does a place touch the country that the briefing is for? Component by component, never added up.

A count of living people below ten is written "<10": it could point at somebody.
"""

from briefing.desk import Desk
from briefing.pack import Fact, Section, Table
from language import message
from reading.exposure import exposure_of
from reading.names import country_name
from reading.said import period_words, said_words, share_words
from response.component import Figure
from response.for_country import Answer

SMALL = 10
OF_THE_DEAD = ("died", "malicious")
STATES = {
    "not_known": message("not known"),
    "not_in_this_release": message("not in this release"),
    "off": message("switched off"),
}
LARGE = 3  # figures that stand large on a slide
ON_PAPER = 6  # figures of a component on the brief's two pages; the workbook has all


def exposure_sections(desk: Desk, place_id: str) -> list[Section]:
    """The components with a figure, on slides each and on paper in one table; none without a receiving country."""
    if desk.receiver is None:
        return []
    words = desk.words
    answers = exposure_of(desk.release, place_id, desk.receiver, frozenset()).answers
    told = [answer for answer in answers if any(one.value is not None for one in answer.figures)]
    title = words.text("How it touches: {country}", country=country_name(desk.receiver, words))
    measure = words.text(
        "Each figure stands alone, with its own date and source; they are never added up, and crises are not ranked by them"
    )
    said = (measure + ".", *_lacking([answer for answer in answers if answer not in told], desk))
    if not told:
        return [Section(title, said)]
    paper = Section(title, said, tables=(_paper_table(told, desk, place_id),), is_paper_only=True)
    return [paper, *(_slide(title, answer, said, desk, place_id) for answer in told)]


def _slide(title: str, answer: Answer, said: tuple[str, ...], desk: Desk, place_id: str) -> Section:
    words, declared = desk.words, answer.component
    notes = [words.text(text) for text in (declared.definition, declared.caveat, declared.licence_note) if text]
    table = _table(answer, desk, place_id)
    return Section(table.title, (title,), tables=(table,), notes=(*said, *notes), is_slide_only=True)


def _paper_table(answers: list[Answer], desk: Desk, place_id: str) -> Table:
    """Every component in a few lines; what is left out is said."""
    words = desk.words
    rows: list[tuple[str, ...]] = []
    for answer in answers:
        title = words.text(answer.component.title)
        for number, figure in enumerate(answer.figures[:ON_PAPER]):
            label, value, share, unit, period = _row(figure, desk)
            rows.append((title if number == 0 else "", label, value, share, unit, period))
        left = len(answer.figures) - ON_PAPER
        if left > 0:
            said = words.texts("and {n} more figure in the workbook", "and {n} more figures in the workbook", left)
            rows.append(("", said, "", "", "", ""))
    behind = {figure.source_id for answer in answers for figure in answer.figures}
    return Table(
        "exposure",
        words.text("Component by component"),
        (
            words.text("Component"),
            words.text("Figure"),
            words.text("Number"),
            words.text("Share"),
            words.text("Unit"),
            words.text("Period"),
        ),
        tuple(rows),
        desk.origin(behind | {source for answer in answers for source in answer.component.sources}, place_id),
        frozenset({2, 3}),
        widths=(0.2, 0.28, 0.13, 0.06, 0.09, 0.24),
    )


def _lacking(answers: list[Answer], desk: Desk) -> tuple[str, ...]:
    if not answers:
        return ()
    named = ", ".join(desk.words.text(answer.component.title) for answer in answers)
    return (desk.words.text("Without a figure here: {components}.", components=named),)


def _table(answer: Answer, desk: Desk, place_id: str) -> Table:
    words, declared = desk.words, answer.component
    rows = tuple(_row(figure, desk) for figure in answer.figures)
    return Table(
        f"exposure-{declared.id}",
        words.text(declared.title),
        (words.text("Figure"), words.text("Number"), words.text("Share"), words.text("Unit"), words.text("Period")),
        rows,
        desk.origin({figure.source_id for figure in answer.figures} | set(declared.sources), place_id),
        frozenset({1, 2}),
        widths=(0.4, 0.16, 0.1, 0.12, 0.22),
        note=words.text(declared.definition) if len(rows) <= LARGE else "",
        facts=tuple(_fact(row) for row in rows) if len(rows) <= LARGE else (),
    )


def _fact(row: tuple[str, ...]) -> Fact:
    label, value, share, unit, period = row
    return Fact(label, value, " · ".join(part for part in (unit, share, period) if part))


def _row(figure: Figure, desk: Desk) -> tuple[str, ...]:
    words = desk.words
    label, period = said_words(figure.label, words), period_words(figure.period, words)
    if figure.value is None:
        return label, words.text(STATES.get(figure.status, STATES["not_known"])), "", words.text(figure.unit), period
    written = _number(figure, figure.value, desk)
    if figure.low is not None and figure.high is not None:
        written += f" ({_number(figure, figure.low, desk)}–{_number(figure, figure.high, desk)})"
    share = share_words(figure.share, words) if figure.share is not None and not is_small(figure) else ""
    return label, written, share, words.text(figure.unit), period


def is_small(figure: Figure) -> bool:
    """Whether it counts so few living people that they could be known."""
    value = figure.value or 0
    return figure.unit == "persons" and 0 < value < SMALL and figure.measure not in OF_THE_DEAD


def _number(figure: Figure, value: float, desk: Desk) -> str:
    if is_small(figure):
        return f"<{SMALL}"
    return desk.words.number(value) if float(value).is_integer() or abs(value) >= SMALL else desk.words.decimal(value)
