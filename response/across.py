"""How do many crises touch one receiving country, side by side? The plainest figures of four components, at once.

The rules are those of the components themselves, read for all places together: the newest
reference date of each origin, new applications of whole years, money by status, deaths by
operation. Each figure keeps its own period and state; none is added to another.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from response import applications, hosted, own_money, own_people
from response.component import Asked, Said, Status

STOCKED, NEW = hosted.SOURCE, applications.SOURCE
DEATHS, MONEY, BREAKS = "mission_death_count", own_money.TABLE, "series_break"
KNOWN, NOT_KNOWN = "known", "not_known"


def across(
    tables: Mapping[str, pd.DataFrame],
    places: Sequence[str],
    receiver: str,
    as_of: pd.Timestamp,
    off: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """One row per country of origin; `*_status` is a state of response.component, `*_reason` the message that goes with it."""
    asked = Asked(tables, tuple(places), receiver, as_of, off)
    parts = [_refugees(asked), _applications(asked), _own_money(asked), _own_people(asked)]
    return pd.concat(parts, axis=1).reindex(pd.Index(places, name="place_id")).reset_index()


def newest_stocks(stocks: pd.DataFrame, places: Sequence[str], as_of: pd.Timestamp) -> pd.DataFrame:
    """The stocks abroad of each of these origins on its newest date, whatever the kind of people."""
    is_ours = stocks["origin_id"].isin(places) & stocks["reference_date"].le(as_of)
    abroad = stocks[is_ours & stocks["origin_id"].ne(stocks["asylum_id"])]
    return abroad[abroad["reference_date"].eq(abroad.groupby("origin_id")["reference_date"].transform("max"))]


def _refugees(asked: Asked) -> pd.DataFrame:
    """Refugees here on the newest date of their origin, beside all abroad."""
    counts, texts = ["refugees", "refugees_total"], ["refugees_date"]
    gone = asked.lacks(STOCKED)
    if gone:
        return _without(asked, "refugees", gone, counts, texts).assign(is_break=False)
    stocks = newest_stocks(asked.tables[STOCKED], asked.places, asked.as_of)
    newest = stocks.groupby("origin_id")["reference_date"].max()
    now = stocks[stocks["population_type"] == "refugees"]
    here = now[now["asylum_id"] == asked.receiver].set_index("origin_id")
    found = pd.DataFrame(index=pd.Index(asked.places))
    is_hidden = here["is_masked"].astype(bool).reindex(found.index, fill_value=False)
    found["refugees"] = here["persons"].reindex(found.index).astype("Int64").mask(is_hidden)
    found["refugees_total"] = now.groupby("origin_id")["persons"].sum().reindex(found.index).astype("Int64")
    found["refugees_date"] = newest.reindex(found.index).dt.strftime("%Y-%m-%d").fillna("")
    reason = is_hidden.map({True: hosted.HIDDEN, False: hosted.NO_ROW})
    return _stated(found, "refugees", reason).assign(is_break=_breaks(asked, newest))


def _breaks(asked: Asked, newest: pd.Series) -> pd.Series:
    """Whether the origin as a whole, or the pair, jumped at its newest date without flows that explain it."""
    nothing = pd.Series(False, index=pd.Index(asked.places))
    table = asked.tables.get(BREAKS)
    if table is None or table.empty:
        return nothing
    near = table[table["asylum_id"].isna() | table["asylum_id"].eq(asked.receiver)]
    jumped = near.loc[near["reference_date"].eq(near["origin_id"].map(newest)), "origin_id"]
    return nothing | nothing.index.isin(jumped)


def _applications(asked: Asked) -> pd.DataFrame:
    """New applications of the newest year that the origin or the receiving country has."""
    counts, texts = ["applications", "applications_total", "applications_cases"], ["applications_year"]
    gone = asked.lacks(NEW)
    if gone:
        return _without(asked, "applications", gone, counts, texts)
    new = applications.new_rows(asked)
    found = pd.DataFrame(index=pd.Index(asked.places))
    of_receiver = new.loc[new["asylum_id"].eq(asked.receiver), "year"]
    newest = new.groupby("origin_id")["year"].max().reindex(found.index)
    newest = newest.fillna(0).clip(lower=of_receiver.max() if len(of_receiver) else 0).astype("int64")
    now = new[new["year"].eq(new["origin_id"].map(newest))]
    here = now[now["asylum_id"] == asked.receiver]
    for name, rows, unit in zip(counts, (here, now, here), ("persons", "persons", "cases"), strict=True):
        sums = rows[rows["counted_in"] == unit].groupby("origin_id")["number"].sum()
        found[name] = sums.reindex(found.index).astype("Int64")
    found["applications_year"] = newest.astype("str").where(newest.gt(0), "")
    reports = newest.isin(of_receiver.unique())
    return _stated(found, "applications", reports.map({True: applications.NO_ROW, False: applications.NO_REPORT}))


def _own_money(asked: Asked) -> pd.DataFrame:
    """Money of the receiver's government for that place alone, by status, in the newest year of use."""
    counts, texts = ["paid", "commitment"], ["money_year", "money_newest"]
    gone = asked.lacks(MONEY, own_money.SOURCE)
    table = asked.tables[MONEY] if not gone else pd.DataFrame()
    if not gone:
        table = table[table["usage_year"] <= asked.as_of.year]
        is_own = table["donor_place_id"].eq(asked.receiver) & table["giver_kind"].eq("government")
        table = table[is_own & table["usage_year"].eq(table["usage_year"].max())]
        if table.empty:
            gone = "not_known", Said(own_money.NO_DONOR)
    if gone:
        return _without(asked, "money", gone, counts, texts)
    found = pd.DataFrame(index=pd.Index(asked.places))
    alone = table[table["reach"] == "alone"]
    for status in counts:
        sums = alone[alone["flow_status"] == status].groupby("place_id")["amount_usd"].sum()
        # The government reports and no flow of this status goes there: that is a zero, as known on the file's day.
        found[status] = sums.reindex(found.index).fillna(0).round().astype("Int64")
    return found.assign(
        money_year=str(table["usage_year"].iloc[0]),
        money_newest=f"{pd.Timestamp(table['newest_date'].iloc[0]):%Y-%m-%d}",
        money_status=KNOWN,
        money_reason="",
    )


def _own_people(asked: Asked) -> pd.DataFrame:
    """People of the receiver's nationality who died in all operations that work or worked in the place."""
    gone = asked.lacks(DEATHS, own_people.DEATHS)
    if gone:
        return _without(asked, "died", gone, ["died", "operations", "shared_operations"], ["died_from", "died_to"])
    table = asked.tables[DEATHS]
    own = table[table["nationality_place_id"] == asked.receiver].groupby("mission")["deaths"].sum()
    there = {place: own_people.missions_in(place) for place in asked.places}
    rows = [
        {
            "died": sum(int(own.get(one.mission, 0)) for one in running) if running else None,
            "operations": len(running),
            "shared_operations": sum(len(one.places) > 1 for one in running),  # counted at each of their countries
            "died_from": str(min((one.valid_from for one in running if one.valid_from), default="")),
            "died_to": f"{pd.Timestamp(table['newest_date'].max()):%Y-%m-%d}" if running else "",
        }
        for running in there.values()
    ]
    found = pd.DataFrame(rows, index=pd.Index(asked.places)).astype({"died": "Int64"})
    return _stated(found, "died", pd.Series(own_people.NO_MISSION, index=found.index))


def _stated(found: pd.DataFrame, name: str, reason: pd.Series) -> pd.DataFrame:
    """Say of each row whether its figure is known, and of one that is not, why."""
    is_known = found[name].notna()
    status = is_known.map({True: KNOWN, False: NOT_KNOWN})
    return found.assign(**{f"{name}_status": status, f"{name}_reason": reason.where(~is_known, "")})


def _without(
    asked: Asked, name: str, gone: tuple[Status, Said], counts: Sequence[str], texts: Sequence[str]
) -> pd.DataFrame:
    """All places in the same state, without a figure."""
    status, reason = gone
    missing = pd.Series(pd.NA, index=pd.Index(asked.places), dtype="Int64")
    found = pd.DataFrame(dict.fromkeys(counts, missing)).assign(**dict.fromkeys(texts, ""))
    return found.assign(**{f"{name}_status": status, f"{name}_reason": reason.message})
