"""From events to every published table: what may be told otherwise without a figure moving."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.dyad_year import DYAD_YEAR
from ladder.country import figures_that_speak
from ladder.parts import Parts, with_crises_and_units
from ladder.spread import BOUNDS
from scoring.record_ends import record_ends
from scoring.spread import spread_years
from scoring.tempo import episodes
from tests import builders

AS_OF = pd.Timestamp(2021, 12, 1)
UNITS = ("West Darfur state", "South Kordofan state", None)
TYPES = ("state_based", "non_state", "one_sided")


def event(day: int, best: int, unit: str | None, kind: str, latitude: float) -> dict[str, Any]:
    start = date(2018, 1, 1) + timedelta(days=day)
    told = {"start": start.isoformat(), "best": best, "low": best // 2, "high": 2 * best}
    return told | {"admin1_published": unit, "violence_type": kind, "latitude": latitude}


EVENTS = st.lists(
    st.builds(
        event,
        st.integers(0, 4 * 365 - 1),
        st.integers(0, 400),
        st.sampled_from(UNITS),
        st.sampled_from(TYPES),
        st.sampled_from([9.75, 12.5, 13.25]),
    ),
    min_size=4,
    max_size=12,
)


def everything(events: pd.DataFrame, annual: pd.DataFrame) -> dict[str, pd.DataFrame]:
    parts: Parts = with_crises_and_units(figures_that_speak(events, annual), events, DYAD_YEAR.empty())
    spoken = parts.spoken
    return {
        "years": spoken.years,
        "months": spoken.months,
        "comparison": spoken.comparison,
        "tempo": episodes(spoken.years, AS_OF),
        "spread": spread_years(parts.events, parts.covered),
        "ends": record_ends(spoken.months, spoken.years),
    }


def annual_of(events: pd.DataFrame, **more: list[int]) -> pd.DataFrame:
    totals = events.groupby("year")["fatalities_best"].sum().reindex(range(2018, 2022), fill_value=0)
    return builders.yearly({"SDN": totals.tolist(), **more}, 2018)


def in_two(events: pd.DataFrame) -> pd.DataFrame:
    """Every event as two of the same day and place."""
    first = events.assign(**{bound: events[bound] // 2 for bound in BOUNDS})
    second = events.assign(
        event_id="b" + events["event_id"], **{bound: events[bound] - first[bound] for bound in BOUNDS}
    )
    return pd.concat([first, second], ignore_index=True)


@settings(max_examples=3, deadline=None, derandomize=True)
@given(EVENTS, st.integers(0, 99))
def test_events_in_another_order_or_told_in_two_move_no_table(rows: list[dict[str, Any]], seed: int) -> None:
    events = builders.events(*rows)
    annual = annual_of(events)
    expected = everything(events, annual)
    shuffled = everything(events.sample(frac=1, random_state=seed), annual.sample(frac=1, random_state=seed))
    halved = everything(in_two(events), annual)
    for name, table in expected.items():
        pd.testing.assert_frame_equal(shuffled[name], table)
        pd.testing.assert_frame_equal(halved[name], table)


@settings(max_examples=2, deadline=None, derandomize=True)
@given(EVENTS)
def test_a_country_without_a_death_adds_its_zeros_and_moves_nobody(rows: list[dict[str, Any]]) -> None:
    events = builders.events(*rows)
    expected = everything(events, annual_of(events))
    for name, table in everything(events, annual_of(events, LKA=[0, 0, 0, 0])).items():
        others = table[table["place_id"] != "LKA"].reset_index(drop=True)
        pd.testing.assert_frame_equal(others, expected[name])
        assert name not in {"years", "months"} or table.loc[table["place_id"] == "LKA", "fatalities_best"].eq(0).all()
