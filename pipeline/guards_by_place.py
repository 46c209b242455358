"""What a world total hides: one place whose record collapses, doubles or breaks off, and one place that explains a jump."""

import pandas as pd

from ingest._source import Source

ENOUGH_PERIODS = 3  # one or two periods of a place are revised for good reasons
NOTABLE = 25.0  # a place's period below this turns to zero for no reason that matters
MANY = 1000.0  # a place's sum below this moves by large shares for no reason
TWICE = 2.0


def place_collapsed(old: pd.DataFrame, new: pd.DataFrame, source: Source) -> str | None:
    """A place whose figures turned to zero, halved or doubled, or broke off, in several closed periods.

    Only for tables of one place and one unit: stocks by origin, asylum and type are recounted by
    such factors between UNHCR's real releases, and are guarded by their totals.
    """
    if source.table.units or len(source.table.places) != 1:
        return None
    for column in source.table.places:
        for measure in source.table.measures:
            both = pd.concat(
                [place_totals(old, source, column, measure), place_totals(new, source, column, measure)],
                axis=1,
                keys=["was", "now"],
            )
            both = both[both["was"].notna()]
            said = _zero(both, measure) or _broken_off(both, new, source, measure) or _doubled(both, measure)
            if said is not None:
                return said
    return None


def explained_by_one_place(
    old: pd.DataFrame, new: pd.DataFrame, source: Source, measure: str, period: object, band: float, small: float
) -> str | None:
    """The place without which the period's total stays within the band: a recount of one place, not of the world."""
    column = source.table.places[0] if source.table.places else None
    if column is None or source.table.units:
        return None
    was, now = (
        totals[totals.index.get_level_values("period") == period].droplevel("period")
        for totals in (place_totals(table, source, column, measure) for table in (old, new))
    )
    change = now.sub(was, fill_value=0.0).abs()
    place = str(change.idxmax())
    rest_was, rest_now = was.drop(place, errors="ignore").sum(), now.drop(place, errors="ignore").sum()
    return place if rest_was >= small and abs(rest_now / rest_was - 1) <= band else None


def place_totals(table: pd.DataFrame, source: Source, column: str, measure: str) -> pd.Series:
    """Totals by place, period and unit, of periods that are closed."""
    contract = source.table
    if contract.open_flag:
        table = table[~table[contract.open_flag]]
    period = contract.periods(table).rename("period")
    keys = [table[column].rename("place"), period, *(table[unit] for unit in contract.units)]
    totals = table[measure].astype("float64").groupby(keys).sum(min_count=1)
    if contract.has_closed_periods or contract.open_flag or table.empty:
        return totals
    return totals[totals.index.get_level_values("period") != period.max()]


def _zero(both: pd.DataFrame, measure: str) -> str | None:
    gone = both[(both["was"] >= NOTABLE) & both["now"].eq(0)].groupby("place").size()
    worst = gone[gone >= ENOUGH_PERIODS]
    return f"{measure} of {worst.idxmax()} turned to 0 in {worst.max()} periods" if len(worst) else None


def _broken_off(both: pd.DataFrame, new: pd.DataFrame, source: Source, measure: str) -> str | None:
    there = set(source.table.periods(new).unique())
    periods = both.index.get_level_values("period").isin(there)
    gone = both[(both["was"] >= NOTABLE) & both["now"].isna() & periods].groupby("place").size()
    worst = gone[gone >= ENOUGH_PERIODS]
    return f"{measure} of {worst.idxmax()} is gone in {worst.max()} periods that others have" if len(worst) else None


def _doubled(both: pd.DataFrame, measure: str) -> str | None:
    common = both.dropna().groupby("place").agg(was=("was", "sum"), now=("now", "sum"), periods=("was", "size"))
    common = common[(common["was"] >= MANY) & (common["periods"] >= ENOUGH_PERIODS)]
    ratio = common["now"] / common["was"]
    odd = ratio[(ratio >= TWICE) | (ratio <= 1 / TWICE)]
    return f"{measure} of {odd.idxmax()} sums to {odd.max():.3g} times what it was" if len(odd) else None
