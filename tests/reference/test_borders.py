"""Neighbours are each other's, known places, and those that everybody knows."""

import pytest

from reference.borders import BordersFileError, borders, neighbours, parse_borders
from reference.countries import countries


def test_every_border_has_two_sides_and_known_places() -> None:
    for place, others in borders().items():
        assert place in countries() and place not in others
        assert all(place in neighbours(other) for other in others), place


def test_neighbours_that_everybody_knows() -> None:
    assert neighbours("SDN") == ("AB9", "CAF", "EGY", "ERI", "ETH", "LBY", "SSD", "TCD")
    assert neighbours("CAN") == ("USA",) and neighbours("HTI") == ("DOM",) and neighbours("ISL") == ()
    assert {len(neighbours("CHN")), len(neighbours("RUS"))} == {16, 14}  # China with Hong Kong and Macao


@pytest.mark.parametrize("pairs", [[("SDN", "SDN")], [("SDN", "Atlantis")], [("SDN", "TCD"), ("TCD", "SDN")]])
def test_a_border_of_one_place_of_an_unknown_one_or_named_twice_is_refused(pairs: list[tuple[str, str]]) -> None:
    with pytest.raises(BordersFileError):
        parse_borders(pairs)
