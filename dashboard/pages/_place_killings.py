"""To whom does UCDP attribute the one-sided killings of a place, and how many armed groups are counted there?

The groups stand in a table that says of each figure what it counts: groups of all violence are known
where events speak, groups that fight a state by dyads of battle deaths. One is never put in the other's place.
"""

from typing import Any

from dash import html

from dashboard import ids
from dashboard.card import card, scrolling
from dashboard.downloads import hrefs
from dashboard.frame import Frame
from dashboard.killings import draw_killings
from dashboard.native import Cell, Rows
from dashboard.place_rows import Row, newest_scores
from language import Language, message

GROUPS = {
    "armed_groups_active": message("Active armed groups"),
    "armed_groups_effective": message("Effective number of armed groups"),
    "state_conflict_groups": message("Groups fighting a state"),
}
COUNTED = {
    "armed_groups_active": message("a side of events with 25 or more deaths in the year, all types of violence"),
    "armed_groups_effective": message("as many groups would share the deaths evenly, all types of violence"),
    "state_conflict_groups": message(
        "in dyads with 25 or more battle deaths, wherever they are fought; state-based violence alone"
    ),
}


def killings_card(frame: Frame, place_id: str) -> list[Any]:
    """The card; nothing for a place without a one-sided killing on record."""
    words, drawn = frame.words, draw_killings(frame, place_id)
    if drawn is None:
        return []
    scores = newest_scores(frame.record.release, place_id)
    said = [share_sentence(scores.get("one_sided_share_2_years"), words), nobody_sentence(words)]
    about = [html.P(" ".join(sentence for sentence in said if sentence), className="caveat")]
    built = card(ids.KILLINGS, drawn, hrefs(frame, ids.KILLINGS, {"place": place_id}), words, about)
    rows = [group_row(one, scores[one], words) for one in GROUPS if one in scores and known(scores[one]["value"])]
    if rows:
        title = words.text("How many armed groups")
        headings = (words.text("Counted"), Cell(words.text("Number"), kind="number"), words.text("Year"))
        opener = html.Details([html.Summary(title), scrolling(Rows(title, headings, rows, "groups"))], className="more")
        built.children.insert(-1, opener)
    return [built]


def share_sentence(row: Row | None, words: Language) -> str:
    """The one-sided share of two years with its interval; why there is none where deaths are too few."""
    if row is None:
        return ""
    years = {"first": str(row["month"].year - 1), "last": str(row["month"].year)}
    if not known(row["value"]):
        return words.text("Too few deaths in {first} and {last} for a share of one-sided violence.", **years)
    return words.text(
        "One-sided violence makes up {share} of the deaths recorded in {first} and {last} (95% interval {low} to {high}).",
        share=words.percent(row["value"]),
        low=words.percent(row["value_low"], 1),
        high=words.percent(row["value_high"], 1),
        **years,
    )


def nobody_sentence(words: Language) -> str:
    return words.text(
        "UCDP counts a death as one-sided only where it names the government or group, so nothing is left to nobody."
    )


def group_row(one: str, row: Row, words: Language) -> list[Cell]:
    """One figure with its range, what it counts, and its own year."""
    write = words.decimal if one == "armed_groups_effective" else words.number
    low, high = row["value_low"], row["value_high"]
    is_band = known(low) and known(high) and write(low) != write(high)
    return [
        Cell(words.text(GROUPS[one]), under=words.text(COUNTED[one]), heads="row"),
        Cell(write(row["value"]), under=f"{write(low)}–{write(high)}" if is_band else "", kind="number"),
        Cell(str(row["month"].year)),
    ]


def known(value: Any) -> bool:
    """Whether a cell holds a number."""
    return bool(value is not None and value == value)
