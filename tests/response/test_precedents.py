"""What was done elsewhere: alike by three rules, in the order of kinds, and nothing where nothing is alike."""

from typing import Any

import pandas as pd

from contracts.precedent import PRECEDENT
from contracts.response_entry import ENTRY_KINDS
from response.precedents import Pattern, pattern_of, precedents
from scoring.tempo import episodes
from tests import builders

AS_OF = pd.Timestamp(2024, 12, 31)


def world(share: float = 0.3) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Darfur 1996-2023 and Myanmar 1997-2024 burn slowly; Myanmar's share of one-sided violence is `share`."""
    parts = []
    for place, kind, one_sided, first in (("crisis:darfur", "crisis", 0.4, 1996), ("MMR", "country", share, 1997)):
        for violence_type, part in (("one_sided", one_sided), ("state_based", 1 - one_sided)):
            series = {place: [round(1000 * part)] * 28}
            parts.append(builders.yearly(series, first, violence_type=violence_type, place_kind=kind))
    years = pd.concat(parts, ignore_index=True)
    return episodes(years, AS_OF), years


def test_measures_of_an_alike_crisis_stand_by_kind_with_force_last() -> None:
    found = precedents("MMR", *world())
    pd.testing.assert_frame_equal(PRECEDENT.validate(found), found)
    assert set(found["precedent_place_id"]) == {"crisis:darfur"} and found["order"].tolist() == [*range(1, 8)]
    order = [ENTRY_KINDS.index(kind) for kind in found["kind"]]
    assert order == sorted(order) and found["kind"].iloc[0] == "inquiry"
    row: Any = found.iloc[0]
    assert (round(row["one_sided_share"], 2), round(row["own_one_sided_share"], 2)) == (0.4, 0.3)
    assert (row["tempo"], row["active_years"], row["own_active_years"]) == ("slow_burn", 28, 28)


def test_another_pattern_is_no_precedent() -> None:
    assert precedents("MMR", *world(share=0.2)).empty


def test_a_crisis_is_no_precedent_of_itself_or_of_its_country() -> None:
    tempo, years = world()
    assert precedents("crisis:darfur", tempo, years).empty and precedents("NOR", tempo, years).empty


def test_likeness_by_hand() -> None:
    one = Pattern("MMR", "slow_burn", 1989, 2024, 20, 0.30)
    assert one.is_like(Pattern("SDN", "slow_burn", 1989, 2024, 40, 0.44))
    assert not one.is_like(Pattern("SDN", "slow_burn", 1989, 2024, 41, 0.30))
    assert not one.is_like(Pattern("SDN", "slow_burn", 1989, 2024, 20, 0.46))
    assert not one.is_like(Pattern("SDN", "sudden", 1989, 2024, 20, 0.30))


def test_the_episode_that_holds_the_measures_is_compared_not_a_later_one() -> None:
    quiet = [0] * 5
    uganda = builders.yearly({"UGA": [100] * 20 + quiet + [200]}, 1990)
    tempo = episodes(uganda, pd.Timestamp(2015, 12, 31))
    found = pattern_of("crisis:northern-uganda", tempo, uganda, [2004, 2005])
    assert found is not None and (found.place_id, found.first_year, found.last_year) == ("UGA", 1990, 2009)
