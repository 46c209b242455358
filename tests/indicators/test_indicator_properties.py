"""Laws that every indicator obeys whatever the numbers are: drawn series, drawn damage, drawn dates.

"No look-ahead" is said of periods: nothing about a month or year after as_of, be it
changed, added or taken away, moves a row up to as_of. A corrected figure of an earlier
period is another release, and may.
"""

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from contracts._contract import ContractError
from indicators import IndicatorModule, indicators
from tests.contracts.test_every_contract import CONTRACTS
from tests.indicators.test_every_indicator import AS_OF, DEATHS, MEXICO, PEOPLE, SUDAN, tables

COUNTS_ENTRIES = {
    "thinner_reporting",
    "vaguer_dates",
    "vaguer_places",
}  # about reports, not deaths: two say more than one
PLACES = ("SDN", "MEX")
YEARS = tuple(range(2010, 2022))

every_indicator = pytest.mark.parametrize("module", indicators().values(), ids=list(indicators()))
# Derandomised, all modules draw the same tables; a failing one is not made smaller, which would take minutes.
seldom = settings(max_examples=2, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
deaths = st.one_of(st.just(0), st.integers(1, 24), st.integers(25, 2000))
series = st.tuples(*[deaths] * len(YEARS))


@lru_cache(maxsize=64)
def world(
    sudan: tuple[int, ...], mexico: tuple[int, ...], quiet: str = "", mexicans: int = 1
) -> dict[str, pd.DataFrame]:
    """Everything an indicator may read, of two countries, of which one has its people multiplied, and a quiet third one."""
    told = {"SDN": list(sudan), "MEX": list(mexico)} | ({quiet: [0] * len(YEARS)} if quiet else {})
    return tables(told, PEOPLE | {"MEX": PEOPLE["MEX"] * mexicans})


def years_in(table: pd.DataFrame) -> pd.Series:
    """The calendar year each row is about, whatever its grain calls it."""
    for name in ("month", "reference_date", "date"):
        if name in table:
            return table[name].dt.year
    return table["year"]


def months_in(table: pd.DataFrame) -> pd.Series:
    """The month at whose end each row is whole; a year is whole in December."""
    for name in ("month", "reference_date", "date"):
        if name in table:
            return table[name].dt.to_period("M").dt.to_timestamp()
    return pd.to_datetime({"year": table["year"], "month": 12, "day": 1}).astype("datetime64[us]")


def equal(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found.reset_index(drop=True), expected.reset_index(drop=True))


@every_indicator
@seldom
@given(sudan=series, mexico=series, seed=st.integers(0, 99))
def test_rows_in_any_order_give_the_same_rows(
    module: IndicatorModule, sudan: tuple[int, ...], mexico: tuple[int, ...], seed: int
) -> None:
    asked = world(sudan, mexico)
    equal(
        module.compute({name: one.sample(frac=1, random_state=seed) for name, one in asked.items()}, AS_OF),
        module.compute(asked, AS_OF),
    )


@every_indicator
@seldom
@given(sudan=series, quiet=st.sampled_from(["AFG", "LKA", "TCD", "ZWE"]))
def test_a_place_without_a_death_changes_no_row_of_another(
    module: IndicatorModule, sudan: tuple[int, ...], quiet: str
) -> None:
    wider = module.compute(world(sudan, tuple(MEXICO), quiet), AS_OF)
    equal(wider[wider["place_id"] != quiet], module.compute(world(sudan, tuple(MEXICO)), AS_OF))


@every_indicator
@seldom
@given(factor=st.integers(2, 50), sudan=series)
def test_people_times_k_make_rates_a_kth_and_leave_counts_alone(
    module: IndicatorModule, factor: int, sudan: tuple[int, ...]
) -> None:
    """Of one country: the other keeps its rates."""
    before, after = (module.compute(world(sudan, tuple(MEXICO), "", times), AS_OF) for times in (1, factor))
    if "population_year" not in module.INDICATOR.reads:
        equal(after, before)
        return
    is_scaled = before["place_id"].eq("MEX")
    for bound in ("value", "value_low", "value_high"):
        expected = before[bound].where(~is_scaled, before[bound] / factor)
        np.testing.assert_allclose(after[bound], expected, rtol=1e-12)
    equal(after[~is_scaled], before[~is_scaled])


@every_indicator
@seldom
@given(narrow=st.sets(st.tuples(st.sampled_from(PLACES), st.sampled_from(YEARS)), min_size=1, max_size=8))
def test_years_of_other_types_are_as_if_they_were_not_there(
    module: IndicatorModule, narrow: set[tuple[str, int]]
) -> None:
    """Anywhere: before, after or amid the years that all types cover."""
    asked = world(tuple(SUDAN), tuple(MEXICO))
    mixed, cut = dict(asked), dict(asked)
    for name in ("violence_year", "violence_month"):
        table = asked[name]
        is_narrow = pd.MultiIndex.from_arrays([table["place_id"], years_in(table)]).isin(narrow)
        mixed[name] = table.assign(types_covered=table["types_covered"].mask(is_narrow, "state_based"))
        cut[name] = table[~is_narrow]
    equal(module.compute(mixed, AS_OF), module.compute(cut, AS_OF))


@every_indicator
@seldom
@given(as_of=st.dates(pd.Timestamp(2011, 1, 1).date(), pd.Timestamp(2021, 11, 1).date()), other=series)
def test_whatever_is_said_of_later_periods_moves_nothing_earlier(
    module: IndicatorModule, as_of: Any, other: tuple[int, ...]
) -> None:
    """Later figures are replaced by others, a quiet place begins later; both are as if they were not yet known."""
    stand = pd.Timestamp(as_of).replace(day=1)
    was = world(tuple(SUDAN), tuple(MEXICO))
    will_be = world(other, other[::-1], "LKA", 3)
    known = {name: table[months_in(table) <= stand] for name, table in was.items()}
    revised = {
        name: pd.concat([known[name], table[months_in(table) > stand]], ignore_index=True)
        for name, table in will_be.items()
    }
    if "violence_event" in known:  # numbered anew in each world
        revised["violence_event"]["event_id"] = [f"{number:06d}" for number in range(len(revised["violence_event"]))]
    expected = module.compute(known, stand)
    equal(module.compute(revised, stand), expected)
    late = module.compute(revised, AS_OF)
    equal(late[late["month"] <= stand], expected)


@every_indicator
@seldom
@given(split=st.sets(st.integers(0, 200), min_size=1, max_size=30), place=st.sampled_from(PLACES))
def test_events_told_in_two_parts_move_no_figure_of_deaths(
    module: IndicatorModule, split: set[int], place: str
) -> None:
    """Same day, same place, the deaths divided. Measures of reporting count entries: they move, but there alone."""
    asked = world(tuple(SUDAN), tuple(MEXICO))
    events = asked["violence_event"]
    is_split = events["event_id"].astype("int64").isin(split) & events["place_id"].eq(place)
    first = events.assign(**{name: events[name].where(~is_split, events[name] // 2) for name in DEATHS})
    told_twice = events[is_split]
    second = told_twice.assign(
        event_id="b" + told_twice["event_id"], **{name: told_twice[name] - told_twice[name] // 2 for name in DEATHS}
    )
    before = module.compute(asked, AS_OF)
    after = module.compute({**asked, "violence_event": pd.concat([first, second], ignore_index=True)}, AS_OF)
    if module.INDICATOR.id in COUNTS_ENTRIES:
        begins = told_twice["year"].min() if len(told_twice) else AS_OF.year + 1
        before, after = (one[one["place_id"].ne(place) | (one["month"].dt.year < begins)] for one in (before, after))
    equal(after, before)


@every_indicator
def test_the_same_tables_twice_give_the_same_rows_to_the_last_bit(module: IndicatorModule) -> None:
    once, again = (module.compute(tables({"SDN": SUDAN, "MEX": MEXICO}), AS_OF) for _ in range(2))
    pd.testing.assert_frame_equal(once, again, check_exact=True)


def test_only_measures_of_reporting_count_entries() -> None:
    assert indicators().keys() >= COUNTS_ENTRIES
    assert all(indicators()[name].INDICATOR.reads == ("violence_event",) for name in COUNTS_ENTRIES)


@pytest.mark.parametrize("name", sorted(CONTRACTS.keys() & world(tuple(SUDAN), tuple(MEXICO)).keys()))
def test_a_release_that_came_twice_is_refused_and_never_added_up(name: str) -> None:
    table = world(tuple(SUDAN), tuple(MEXICO))[name]
    with pytest.raises(ContractError, match="repeats its key"):
        CONTRACTS[name].validate(pd.concat([table, table], ignore_index=True))
