"""How does a place touch the country that the briefing is for? Component by component, never added up.

A count of living people below ten is written "<10": it could point at somebody.
"""

from briefing.desk import Desk
from briefing.pack import Section, Table
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
A_SLIDE = 3  # components on one message


def exposure_sections(desk: Desk, place_id: str) -> list[Section]:
    """The components with a figure, a few a message, and what has none in one sentence; none without a receiving country."""
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
    groups = [told[start : start + A_SLIDE] for start in range(0, len(told), A_SLIDE)] or [[]]
    return [
        Section(
            title if number == 0 else words.text("{title}, continued", title=title),
            said if number == 0 else (),
            tables=tuple(_table(answer, desk, place_id) for answer in group),
            notes=tuple(
                words.text(text)
                for answer in group
                for text in (answer.component.definition, answer.component.caveat, answer.component.licence_note)
                if text
            ),
        )
        for number, group in enumerate(groups)
    ]


def _lacking(answers: list[Answer], desk: Desk) -> tuple[str, ...]:
    if not answers:
        return ()
    named = ", ".join(desk.words.text(answer.component.title) for answer in answers)
    return (desk.words.text("Without a figure here: {components}.", components=named),)


def _table(answer: Answer, desk: Desk, place_id: str) -> Table:
    words, declared = desk.words, answer.component
    return Table(
        f"exposure-{declared.id}",
        words.text(declared.title),
        (words.text("Figure"), words.text("Number"), words.text("Share"), words.text("Unit"), words.text("Period")),
        tuple(_row(figure, desk) for figure in answer.figures),
        desk.origin({figure.source_id for figure in answer.figures} | set(declared.sources), place_id),
        frozenset({1, 2}),
        widths=(0.46, 0.16, 0.1, 0.12, 0.16),
    )


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
