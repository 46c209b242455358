"""How does each source stand today, and what made us say so?

A source behind the release is described by the release itself; one that has never
given a table by what it declared at the last refresh. The state is that of the last
refresh, whichever release a page shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from language import Language, message
from releases.read import Release, SourceRecord
from releases.status import FRESH, HELD, KEPT, MISSING, NOT_ASKED, NOT_REACHED, OFF, STALE, age_in_days, state_of

STATE_LABELS = {
    FRESH: message("fresh"),
    KEPT: message("kept"),
    HELD: message("held back"),
    STALE: message("stale"),
    OFF: message("off"),
    NOT_REACHED: message("not reached"),
    MISSING: message("missing"),
    NOT_ASKED: message("not asked"),
}
NEVER_ASKED = message("As delivered with the starter release; not asked here yet.")
EXPLAINED = {
    FRESH: message("The publisher answered at the last refresh, and its newest table is the one shown."),
    KEPT: message("The last refresh got no good answer; the last good table stands."),
    HELD: message("A newer table is held back by a check until somebody accepts it."),
    OFF: message("It is not asked: a key is missing on this machine."),
    NOT_REACHED: message("It has never answered yet."),
    MISSING: message("No table of it has been retrieved yet."),
    NOT_ASKED: message("The refreshes so far did not ask it."),
}
TOO_OLD = message("Its newest data are older than usual for it.")
NOT_PASSED_ON = message("Its licence does not let us pass its figures on, so no release holds them.")


@dataclass(frozen=True)
class Standing:
    """One source with its state."""

    id: str
    declared: Mapping[str, Any]  # title, provider, licence, citation, homepage, caveat, stale_after_days
    record: SourceRecord | None  # None: it is not behind the release
    state: str
    reason: str  # as the program noted it, in English
    age: int | None  # days from the end of the newest period to today

    @property
    def is_met_live(self) -> bool:
        return bool(self.declared.get("is_met_live", True))

    @property
    def is_compared_only(self) -> bool:
        return self.declared.get("role") == "comparison"

    @property
    def is_passed_on(self) -> bool:
        return bool(self.declared.get("enters_release", True))


def standings(release: Release, status: Mapping[str, Any], today: date) -> list[Standing]:
    """Every source that the release or the last refresh knows: first those behind the release, each by provider."""
    records, notes = release.sources, status.get("sources", {})
    found = []
    for source_id in records.keys() | notes.keys():
        record, note = records.get(source_id), notes.get(source_id, {})
        declared = {**note, **(vars(record) if record is not None else {})}
        if "title" not in declared:
            continue  # noted by an older refresh, which did not write what sources declare
        state, reason = state_of(record, note, today)
        age = age_in_days(record.newest_data, today) if record is not None else None
        found.append(Standing(source_id, declared, record, state, reason, age))
    return sorted(found, key=lambda one: (one.record is None, one.declared["provider"], one.declared["title"]))


def explained(one: Standing, is_ever_refreshed: bool, words: Language) -> str:
    """Why the source stands so, in words; what the program noted follows as it was noted."""
    said = []
    if one.state == STALE:
        said.append(words.text(TOO_OLD))
    if not is_ever_refreshed:
        said.append(words.text(NEVER_ASKED))
    elif one.state == FRESH and one.record is None:
        said.append(words.text(NOT_PASSED_ON) if not one.is_passed_on else words.text(EXPLAINED[MISSING]))
    elif one.state != STALE:
        said.append(words.text(EXPLAINED[one.state]))
    if one.reason and one.state in (KEPT, HELD, OFF, NOT_REACHED, MISSING) and is_ever_refreshed:
        said.append(words.text("Noted: {reason}", reason=one.reason))
    if one.record is not None and one.record.accepted:
        said.append(words.text("Held back at first, then accepted: {reason}", reason=one.record.accepted))
    return " ".join(said)
