"""Where does a number of refugees jump without flows that explain it?

A stock may fall because people went home, or because they were counted anew: in 2025
the number of Afghans in Iran fell by 2.7 million, with 1.4 million returns. Such a jump
is a break in the series, not an arrival nor a departure, and no trend may cross it. A
mass arrival without single procedures is flagged too: no published flow counts it.
Equal reference dates are compared, 30 June with 30 June and 31 December with 31 December.
"""

import pandas as pd

from indicators._asylum import new_applications, recognitions

NOTABLE_SHARE = 0.25  # of the earlier number: smaller jumps are the usual coming and going
NOTABLE_PERSONS = 50_000
UNMATCHED_SHARE = 0.25  # of the jump that flows may leave open before it counts as a break
OUTFLOWS = ("returned_refugees", "resettlement", "naturalisation")
PAIR = ["origin_id", "asylum_id"]
BREAK = [*PAIR, "reference_date", "persons_before", "persons", "matching_flow"]


def series_breaks(stocks: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Breaks of pairs and of whole origins (asylum_id missing), with the flow that went the same way.

    `stocks` is displacement_year; `flows` is what known_flows made of the flow tables.
    """
    refugees = stocks[stocks["population_type"].eq("refugees") & stocks["persons"].notna()]
    refugees = refugees.astype({"persons": "float64"})
    by_pair = _breaks(refugees, flows, PAIR)
    by_origin = _breaks(refugees, flows, PAIR[:1]).assign(asylum_id=None)
    found = pd.concat([by_origin, by_pair], ignore_index=True).astype({"asylum_id": "str"})
    return found[BREAK].sort_values(
        ["origin_id", "reference_date", "asylum_id"], na_position="first", ignore_index=True
    )


def known_flows(
    stocks: pd.DataFrame, asylum_flows: pd.DataFrame | None = None, solutions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Persons known to have come (inflow) and gone (outflow) by pair and period, generously.

    Applications and recognitions both count as coming, although many are the same person
    twice: what is flagged is not explained even so. Returns are also in displacement_year,
    for a release that holds nothing else; the larger figure of the two counts.
    """
    gone = [_gone(stocks.rename(columns={"population_type": "solution"}))]
    if solutions is not None:
        gone.append(_gone(solutions))
    outflow = pd.concat(gone).groupby([*PAIR, "reference_date", "solution"]).max()
    parts = [outflow.reset_index().assign(way="outflow")]
    if asylum_flows is not None:
        come = pd.concat([new_applications(asylum_flows), recognitions(asylum_flows)])
        come = come[come["counted_in"] == "persons"].rename(columns={"number": "persons"})
        parts.append(come.assign(way="inflow"))
    table = pd.concat(parts, ignore_index=True)
    sums = table.astype({"persons": "float64"}).groupby([*PAIR, "reference_date", "way"])["persons"].sum()
    ways = sums.unstack("way").reindex(columns=["inflow", "outflow"])
    return ways.fillna(0.0).reset_index()  # no row: no flow is known


def _gone(table: pd.DataFrame) -> pd.DataFrame:
    rows = table[table["solution"].isin(OUTFLOWS) & table["persons"].notna()]
    return rows[[*PAIR, "reference_date", "solution", "persons"]].set_index([*PAIR, "reference_date", "solution"])


def _breaks(refugees: pd.DataFrame, flows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Jumps from one reference date to the same a year later that flows do not explain."""
    stocks = refugees.groupby([*keys, "reference_date"])[["persons"]].sum().reset_index()
    stocks = stocks[
        stocks.groupby(keys)["persons"].transform("max") > NOTABLE_PERSONS
    ]  # smaller ones cannot jump so far
    before = stocks.rename(columns={"persons": "persons_before"})
    both = stocks.merge(_a_year_later(before), on=[*keys, "reference_date"], validate="one_to_one")
    jump = both["persons"] - both["persons_before"]
    is_jump = (jump.abs() > NOTABLE_PERSONS) & (jump.abs() > NOTABLE_SHARE * both["persons_before"])
    jumps, size = both[is_jump].reset_index(drop=True), jump[is_jump].reset_index(drop=True)
    jumps["matching_flow"] = _flow_of(jumps, flows, keys, size)
    left_open = size.abs() - jumps["matching_flow"]
    return jumps[(left_open > NOTABLE_PERSONS) & (left_open > UNMATCHED_SHARE * size.abs())]


def _flow_of(jumps: pd.DataFrame, flows: pd.DataFrame, keys: list[str], size: pd.Series) -> pd.Series:
    """Persons who moved the way of each jump in every period that ends within its year."""
    of_keys = flows.groupby([*keys, "reference_date"], as_index=False)[["inflow", "outflow"]].sum()
    numbered = jumps[[*keys, "reference_date"]].assign(jump=jumps.index)
    near = numbered.merge(of_keys.rename(columns={"reference_date": "period_end"}), on=keys)
    year_before = near["reference_date"] - pd.DateOffset(years=1)
    within = near[(near["period_end"] > year_before) & (near["period_end"] <= near["reference_date"])]
    sums = within.groupby("jump")[["inflow", "outflow"]].sum().reindex(jumps.index, fill_value=0.0)
    return sums["inflow"].where(size > 0, sums["outflow"])


def _a_year_later(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(reference_date=(table["reference_date"] + pd.DateOffset(years=1)).astype("datetime64[us]"))
