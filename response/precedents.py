"""What was done in crises that burnt like this one?

Alike are episodes of the same tempo, with a share of one-sided violence that differs by
at most fifteen hundredths and no more than twice or less than half as many active years. Only
crises of which we keep entries are listed: few and checked rather than many. A crisis
whose record holds state-based deaths only is compared by the record of its country. The
list is in the order of kinds, with aid and talk first and force last. It says what was
done, not what it brought about, and no likeness makes one case a model for another.
"""

import numpy as np
import pandas as pd

from contracts.precedent import PRECEDENT
from contracts.response_entry import ENTRY_KINDS
from reference.responses import responses
from response.patterns import YEARS_AROUND, Pattern, Recorded, pattern_of
from response.timeline import known_entries, places_of


def precedents(place_id: str, known: Recorded) -> pd.DataFrame:
    """precedent of a place, from what is recorded of every place."""
    own = pattern_of(place_id, known)
    if own is None:
        return PRECEDENT.empty()
    near = {*places_of(place_id), *places_of(own.place_id)}
    found = []
    for other_id in sorted({one.place_id for one in responses()} - near):
        years = [one.date.year for one in responses() if one.place_id == other_id]
        other = pattern_of(other_id, known, years)
        if other is not None and other.place_id not in near and own.is_like(other):
            found.append(_measures(other_id, other, own))
    if not found:
        return PRECEDENT.empty()
    rows = pd.concat(found, ignore_index=True)
    rows = rows.assign(kind_order=rows["kind"].map({kind: number for number, kind in enumerate(ENTRY_KINDS)}))
    rows = rows.sort_values(["kind_order", "date", "precedent_place_id", "symbol"], ignore_index=True)
    return PRECEDENT.validate(rows.assign(place_id=place_id, order=np.arange(1, len(rows) + 1)))


def _measures(place_id: str, other: Pattern, own: Pattern) -> pd.DataFrame:
    entries = known_entries([place_id])
    years = entries["date"].dt.year
    entries = entries[years.between(other.first_year - YEARS_AROUND, other.last_year + YEARS_AROUND)]
    return entries.rename(columns={"place_id": "precedent_place_id"}).assign(
        pattern_place_id=other.place_id,
        tempo=other.tempo,
        first_year=other.first_year,
        last_year=other.last_year,
        active_years=other.active_years,
        own_active_years=own.active_years,
        one_sided_share=other.one_sided_share,
        own_one_sided_share=own.one_sided_share,
    )
