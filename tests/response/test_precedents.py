"""What was done elsewhere: alike by three rules, in the order of kinds, and nothing where nothing is alike."""

from typing import Any

import pandas as pd

from contracts.precedent import PRECEDENT
from contracts.response_entry import ENTRY_KINDS
from response.patterns import Pattern, Recorded, pattern_of, patterns_like, recorded
from response.precedents import precedents
from scoring.tempo import episodes
from tests import builders

AS_OF = pd.Timestamp(2024, 12, 31)


def world(share: float = 0.3) -> Recorded:
    """Darfur 1996-2023 and Myanmar 1997-2024 burn slowly; Myanmar's share of one-sided violence is `share`."""
    parts = []
    for place, kind, one_sided, first in (("crisis:darfur", "crisis", 0.4, 1996), ("MMR", "country", share, 1997)):
        for violence_type, part in (("one_sided", one_sided), ("state_based", 1 - one_sided)):
            series = {place: [round(1000 * part)] * 28}
            parts.append(builders.yearly(series, first, violence_type=violence_type, place_kind=kind))
    years = pd.concat(parts, ignore_index=True)
    return recorded(episodes(years, AS_OF), years)


def test_measures_of_an_alike_crisis_stand_by_kind_with_force_last() -> None:
    found = precedents("MMR", world())
    pd.testing.assert_frame_equal(PRECEDENT.validate(found), found)
    assert set(found["precedent_place_id"]) == {"crisis:darfur"} and found["order"].tolist() == [*range(1, 8)]
    order = [ENTRY_KINDS.index(kind) for kind in found["kind"]]
    assert order == sorted(order) and found["kind"].iloc[0] == "inquiry"
    row: Any = found.iloc[0]
    assert (round(row["one_sided_share"], 2), round(row["own_one_sided_share"], 2)) == (0.4, 0.3)
    assert (row["tempo"], row["active_years"], row["own_active_years"]) == ("slow_burn", 28, 28)


def test_another_pattern_is_no_precedent() -> None:
    assert precedents("MMR", world(share=0.2)).empty


def test_a_crisis_is_no_precedent_of_itself_or_of_its_country() -> None:
    known = world()
    assert precedents("crisis:darfur", known).empty and precedents("NOR", known).empty


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
    found = pattern_of("crisis:northern-uganda", recorded(tempo, uganda), [2004, 2005])
    assert found is not None and (found.place_id, found.first_year, found.last_year) == ("UGA", 1990, 2009)


def test_places_alike_are_those_of_the_same_rule_without_the_place_and_its_own_parts() -> None:
    own, alike = patterns_like("MMR", world(), frozenset())
    assert own is not None and (own.place_id, own.active_years) == ("MMR", 28)
    assert [one.place_id for one in alike] == ["crisis:darfur"]
    assert patterns_like("MMR", world(), frozenset({"crisis:darfur"}))[1] == []
    assert patterns_like("MMR", world(share=0.2), frozenset())[1] == []
    assert patterns_like("NOR", world(), frozenset()) == (None, [])


def test_a_crisis_that_is_its_whole_country_does_not_stand_beside_it_and_short_episodes_are_like_none() -> None:
    parts = [builders.yearly({place: [100] * 12}, 2000) for place in ("MMR", "COL")]
    parts.append(builders.yearly({"crisis:colombia": [100] * 12}, 2000, place_kind="crisis"))
    years = pd.concat(parts, ignore_index=True)
    alike = patterns_like("MMR", recorded(episodes(years, AS_OF), years), frozenset())[1]
    assert [one.place_id for one in alike] == ["COL"]
    brief = builders.yearly({"MMR": [100, 100], "COL": [100, 100]}, 2000)
    assert patterns_like("MMR", recorded(episodes(brief, AS_OF), brief), frozenset())[1] == []
