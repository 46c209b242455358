"""Which cells does a place have on the page on will to intervene? Not known, not held, off and no appeal are never a 0."""

from contracts.response_year import FUNDED, UNFUNDED
from dashboard import ids
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._place_exposure import EXPOSURE, STATES
from figures.response_words import ANSWER_LABELS, MILLION, STATE_LABELS, is_missing
from language import Language, message
from reading.names import country_name, hidden_in, place_name, unit_name
from reading.said import period_words, share_words
from reading.will import Row

NO_OPERATION = message("no operation on record")
OWN_COUNTRY = message("the country itself")
NOT_RANKED = message("not compared: too few places with an appeal")
NOT_SEPARABLE = message("not separable")
PERIODS = (
    *("year", "refugees_date", "applications_year", "money_year", "money_newest"),
    *("world_year", "gap_year", "neglect_year"),
)
YES_OR_NO = {True: ANSWER_LABELS["yes"], False: ANSWER_LABELS["no"]}
LABELS = dict(STATE_LABELS) | STATES | ANSWER_LABELS


def will_table(name: str, frame: Frame, rows: list[Row]) -> Rows:
    """All places, most severe first; a period that a whole column shares stands in its heading."""
    words = frame.words
    periods = {column: shared(rows, column) for column in PERIODS if column in rows[0]}
    touched = touched_heads(periods, words) if frame.reader else []
    world = [
        (words.text("Received of asked, million US dollars"), "world_year"),
        (words.text("Gap"), "gap_year"),
        (words.text("Neglect"), "neglect_year"),
    ]
    heads = [
        Cell(words.text("Place"), kind="place"),
        Cell(with_period(words.text("Severity"), periods["year"], words), kind="severity"),
        *touched,
        *(Cell(with_period(label, periods[column], words), kind="number") for label, column in world),
    ]
    return Rows(name, heads, [cells(frame, row, periods) for row in rows], "will stacked")


def touched_heads(periods: dict[str, str], words: Language) -> list[Cell]:
    """The headings of what touches the reader's country."""
    money = with_period(words.text("Own money there, million US dollars"), periods["money_year"], words)
    if periods["money_newest"]:
        money = words.text("{money}, reported to {day}", money=money, day=period_words(periods["money_newest"], words))
    return [
        Cell(with_period(words.text("Refugees here"), periods["refugees_date"], words), kind="number"),
        Cell(with_period(words.text("New applications here"), periods["applications_year"], words), kind="number"),
        Cell(money, kind="number"),
        Cell(words.text("Own people who died in operations there"), kind="number"),
    ]


def cells(frame: Frame, row: Row, periods: dict[str, str]) -> list[Cell]:
    """One place; its name leads to how it touches the reader's country."""
    words, place, year = frame.words, row["place_id"], int(row["year"])
    href = frame.href(f"/place/{place}") + f"#{ids.title(EXPOSURE)}"
    name = country_name(place, words) if row["is_apart"] else place_name(place, year, words)
    touched = (
        (refugees(row, frame, periods), applications(row, frame, periods), money(row, frame, periods), died(row, words))
        if frame.reader
        else ()
    )
    return [
        Cell(name, href=href, kind="place", heads="row"),
        severity(row, words),
        *touched,
        received(row, words),
        gap(row, words),
        neglect(row, words),
    ]


def severity(row: Row, words: Language) -> Cell:
    """Severity with the interval of its rank; a place counted under another has none of its own."""
    if row["is_apart"]:
        unit = hidden_in(row["place_id"], int(row["year"]))
        under = words.text("counted under {unit}", unit=unit_name(unit, words)) if unit else ""
        return Cell(words.text(NOT_SEPARABLE), under=under, kind="severity none")
    values = tuple(round(row[name], 1) for name in ("severity", "severity_low", "severity_high"))
    rank = words.text(
        "rank {rank} ({span})", rank=words.number(row["rank"]), span=words.span(row["rank_low"], row["rank_high"])
    )
    return Cell(words.number(row["severity"]), under=rank, bar=values, kind="severity")


def refugees(row: Row, frame: Frame, periods: dict[str, str]) -> Cell:
    """Refugees here with their share of all abroad; a jump without flows that explain it is flagged."""
    words = frame.words
    if row["refugees_status"] != "known":
        return without(row, "refugees", frame)
    share = share_words(row["refugees"] / row["refugees_total"], words) if row["refugees_total"] else ""
    under = [words.text("{share} of all abroad", share=share)] if share else []
    under += own_period(row["refugees_date"], periods["refugees_date"], words)
    badge = words.text("a jump that flows do not explain") if row["is_break"] else ""
    return Cell(words.number(row["refugees"]), under=" · ".join(under), badge=badge, kind="number")


def applications(row: Row, frame: Frame, periods: dict[str, str]) -> Cell:
    """New applications in persons; cases stand apart."""
    words, notes = frame.words, []
    if not is_missing(row["applications_cases"]):
        n = int(row["applications_cases"])
        notes.append(words.texts("besides {n} case", "besides {n} cases", n))
    if row["applications_status"] != "known":
        return without(row, "applications", frame, notes)
    notes += own_period(row["applications_year"], periods["applications_year"], words)
    return Cell(words.number(row["applications"]), under=" · ".join(notes), kind="number")


def money(row: Row, frame: Frame, periods: dict[str, str]) -> Cell:
    """Paid and committed, two figures that are never added."""
    words = frame.words
    if row["money_status"] != "known":
        return without(row, "money", frame)
    paid, committed = (millions(row[name], words) for name in ("paid", "commitment"))
    under = [words.text("committed {n}", n=committed), *own_period(row["money_year"], periods["money_year"], words)]
    return Cell(words.text("paid {n}", n=paid), under=" · ".join(under), kind="number")


def died(row: Row, words: Language) -> Cell:
    """People of the reader's country who died in all operations there, and since when they are counted."""
    status = row["died_status"]
    if is_missing(row["died"]):
        said = NO_OPERATION if status == "not_known" else STATES[status]
        return Cell(words.text(said), kind="none")
    period = f"{row['died_from']}..{row['died_to']}"
    n = words.texts("{n} operation", "{n} operations", int(row["operations"]))
    shared_by = int(row["shared_operations"])
    also = [words.text("{n} of them also elsewhere", n=words.number(shared_by))] if shared_by else []
    return Cell(words.number(row["died"]), under=" · ".join([f"{n}, {years(period)}", *also]), kind="number")


def received(row: Row, words: Language) -> Cell:
    """Money received of money asked in country plans, or which other state holds."""
    state = row["appeal_state"]
    if state not in (FUNDED, UNFUNDED):
        return Cell(words.text(LABELS[state]), kind="none")
    asked, came = (millions(row[name], words) for name in ("requirements_usd", "funding_usd"))
    said = words.text("{came} of {asked}", came=came, asked=asked)
    return Cell(said, under=words.percent(row["coverage"]), kind="number")


def gap(row: Row, words: Language) -> Cell:
    """The distance between ranks with its interval; above 0 severity stands higher than the money received."""
    if row["is_apart"]:
        return Cell(words.text(NOT_SEPARABLE), kind="none")
    if is_missing(row["gap"]):
        state = row["gap_state"]
        return Cell(words.text(NOT_RANKED if state in (FUNDED, UNFUNDED) else LABELS[state]), kind="none")
    low, high = (signed(row[name], words) for name in ("gap_low", "gap_high"))
    under = words.text("{low} to {high}", low=low, high=high).replace(" ", "\N{NO-BREAK SPACE}")
    return Cell(signed(row["gap"], words), under=under, kind="number")


def neglect(row: Row, words: Language) -> Cell:
    """The flag of the year with its three parts; where it cannot be said, the state."""
    if row["is_apart"]:
        return Cell(words.text(NOT_SEPARABLE), kind="none")
    answer, parts = row["neglect"], [row["is_severe"], row["is_persistent"]]
    if any(is_missing(one) for one in parts):
        return Cell(words.text(LABELS[answer]), kind="none")
    severe, persistent = (words.text(YES_OR_NO[bool(one)]) for one in parts)
    little = row["little_response"]
    said = [
        words.text("severe: {answer}", answer=severe),
        words.text("persistent: {answer}", answer=persistent),
        *(
            [words.text("little response: {answer}", answer=words.text(LABELS[little]))]
            if little in ("yes", "no")
            else []
        ),
    ]
    return Cell(
        words.text(LABELS[answer]), under=" · ".join(said), kind="number" if answer in ("yes", "no") else "none"
    )


def without(row: Row, name: str, frame: Frame, notes: list[str] | None = None) -> Cell:
    """Why there is no figure; the reader's own country hosts nobody from itself."""
    words = frame.words
    if row["place_id"] == frame.reader and name in ("refugees", "applications"):
        return Cell(words.text(OWN_COUNTRY), kind="none")
    return Cell(words.text(STATES[row[f"{name}_status"]]), under=" · ".join(notes or []), kind="none")


def shared(rows: list[Row], column: str) -> str:
    """The one period of a column; empty where its rows differ."""
    found = {str(row[column]) for row in rows if row[column] and not is_missing(row[column])}
    return str(found.pop()).removesuffix(".0") if len(found) == 1 else ""


def own_period(period: str, common: str, words: Language) -> list[str]:
    return [] if period == common else [period_words(period, words)]


def with_period(label: str, period: str, words: Language) -> str:
    return f"{label}, {period_words(period, words)}" if period else label


def years(period: str) -> str:
    """1960-07-01..2023-11-21 as years."""
    first, _, last = period.partition("..")
    return f"{first[:4]}–\N{WORD JOINER}{last[:4]}" if first else last[:4]


def millions(dollars: float, words: Language) -> str:
    """A sum in millions; nothing is written without a decimal, so that it is not taken for a rounded sum."""
    return words.amount(dollars / MILLION) if dollars else words.number(0)


def signed(value: float, words: Language) -> str:
    """A gap with its sign."""
    return f"{'+' if value > 0 else '−' if round(value, 2) < 0 else ''}{words.decimal(abs(value), 2)}"
