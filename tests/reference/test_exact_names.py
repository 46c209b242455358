"""A name stands for a place word for word, or for none."""

import pandas as pd
import pytest

from reference.exact_names import place_from_name


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Democratic Republic of the Congo", "COD"),
        ("Congo", "COG"),
        ("The Philippines", "PHL"),
        ("Lao People’s Democratic Republic", "LAO"),
        ("Cote dIvoire", "CIV"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("SOUTH SUDAN", "SSD"),
    ],
)
def test_a_name_in_full_is_known_whatever_its_accents_and_case(name: str, place_id: str) -> None:
    assert place_from_name(pd.Series([name])).tolist() == [place_id]


@pytest.mark.parametrize("name", ["Horn of Africa", "Global", "Saudi Arabia and Qatar", "Sud", "", "South"])
def test_part_of_a_name_or_several_names_are_no_place(name: str) -> None:
    assert place_from_name(pd.Series([name])).isna().all()


def test_a_missing_name_stays_missing() -> None:
    assert place_from_name(pd.Series([None, "Chad"])).isna().tolist() == [True, False]
