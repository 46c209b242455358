"""To whom does UCDP attribute the one-sided killings behind each figure that speaks?

Every place-year is split by the source that speaks for its total: events by the side
that they name, the annual record by its own columns, a crisis of whole countries by
summing these. What cannot be split has no rows: state-based rungs, tables of older
releases that keep no sides. A government that kills in another country is kept apart
from the country's own, so that nobody reads Kuwait 1990 as killings by Kuwait.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from contracts.annual_record import BOUNDS, PARTIES, part
from contracts.attribution_year import ATTRIBUTED_TO, ATTRIBUTION_YEAR
from ladder._crises_by_country import summed_over_countries
from ladder._grid import only_source
from ladder.covered import PLACE_YEAR
from reference.crises import Crisis

ONE_SIDED = "one_sided"
GOVERNMENT = "Government of "  # how UCDP begins the name of every government and of nobody else
COUNTS = [f"fatalities_{bound}" for bound in BOUNDS]
SPLIT = [*PLACE_YEAR, "attributed_to", *COUNTS, "is_bounds_inconsistent"]


def attributions(
    years: pd.DataFrame, events: pd.DataFrame, annual: pd.DataFrame, crises: Iterable[Crisis]
) -> pd.DataFrame:
    """attribution_year of `years`, all violence_year rows that speak.

    `events` are those that speak, under the ids of countries, of units and of crises that
    are counted by events; `annual` is annual_record.
    """
    totals = years[(years["violence_type"] == ONE_SIDED) & (years["types_covered"] == ALL_TYPES)]
    is_of_events = totals["source_id"].eq(only_source(events)) | totals[COUNTS].eq(0).all(axis=1)
    is_of_annual = ~is_of_events & totals["source_id"].eq(only_source(annual)) & (totals["place_kind"] == "country")
    by_events = _filled(totals[is_of_events], _told_by_events(events))
    by_annual = _filled(totals[is_of_annual], _told_by_annual(annual))
    directly = pd.concat([by_events, by_annual], ignore_index=True)
    by_countries = _filled(
        totals[~is_of_events & ~is_of_annual], _of_crises(crises, directly[directly["place_kind"] == "country"])
    )
    return ATTRIBUTION_YEAR.validate(pd.concat([directly, by_countries], ignore_index=True))


def _told_by_events(events: pd.DataFrame) -> pd.DataFrame:
    if "side_a" not in events:
        return pd.DataFrame(columns=SPLIT)
    killings = events[events["violence_type"] == ONE_SIDED]
    by_whom = np.select(
        [killings["is_side_a_own_government"], killings["side_a"].str.startswith(GOVERNMENT)],
        ["government", "other_governments"],
        "named_groups",
    )
    keys = [*PLACE_YEAR, "attributed_to"]
    rows = killings.assign(attributed_to=by_whom)
    return rows.groupby(keys, as_index=False).agg({**dict.fromkeys(COUNTS, "sum"), "is_bounds_inconsistent": "any"})


def _told_by_annual(annual: pd.DataFrame) -> pd.DataFrame:
    if part(PARTIES[0], BOUNDS[0]) not in annual:
        return pd.DataFrame(columns=SPLIT)
    rows = annual[annual["violence_type"] == ONE_SIDED]
    split = []
    for party in PARTIES:
        counts = {f"fatalities_{bound}": rows[part(party, bound)].astype("int64") for bound in BOUNDS}
        best, low, high = counts.values()
        flag = (best < low) | (best > high)
        split.append(rows[PLACE_YEAR].assign(attributed_to=party, **counts, is_bounds_inconsistent=flag))
    return pd.concat(split, ignore_index=True)


def _of_crises(crises: Iterable[Crisis], countries: pd.DataFrame) -> pd.DataFrame:
    rows = countries.rename(columns={"attributed_to": "violence_type"}).assign(types_covered=ALL_TYPES)
    summed = summed_over_countries(crises, rows).rename(columns={"violence_type": "attributed_to"})
    return summed[summed["attributed_to"] != ATTRIBUTED_TO[-1]][SPLIT]


def _filled(totals: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Every party of every total that is split, zero where it has no part; nobody's is what the parts leave over."""
    is_split = pd.MultiIndex.from_frame(totals[PLACE_YEAR]).isin(pd.MultiIndex.from_frame(said[PLACE_YEAR]))
    totals = totals[is_split | totals[COUNTS].eq(0).all(axis=1)]
    size = (len(totals), len(ATTRIBUTED_TO))
    row = pd.MultiIndex.from_frame(totals[PLACE_YEAR]).get_indexer(pd.MultiIndex.from_frame(said[PLACE_YEAR]))
    said, row = said[row >= 0], row[row >= 0]
    column = said["attributed_to"].map({name: place for place, name in enumerate(ATTRIBUTED_TO)}).to_numpy("int64")
    split = np.zeros((3, *size), dtype="int64")
    for number, name in enumerate(COUNTS):
        split[number, row, column] = said[name].to_numpy("int64")
    flags = np.zeros(size, dtype=bool)
    flags[row, column] = said["is_bounds_inconsistent"].to_numpy(bool)
    whole = totals[COUNTS].to_numpy("int64").T
    split[:, :, -1] = np.maximum(whole - split.sum(axis=2), 0)
    split = np.stack([split[0], split.min(axis=0), split.max(axis=0)])
    differs = (split.sum(axis=2) != whole).any(axis=0)
    repeated = totals.take(np.repeat(np.arange(size[0]), size[1]))[
        [*PLACE_YEAR, "place_kind", "source_id", "is_provisional"]
    ]
    return repeated.reset_index(drop=True).assign(
        attributed_to=np.tile(ATTRIBUTED_TO, size[0]),
        **{name: split[number].ravel() for number, name in enumerate(COUNTS)},
        is_bounds_inconsistent=flags.ravel(),
        is_sum_inconsistent=np.repeat(differs, size[1]),
    )
