"""Titles lead to a closed list of diseases, the more particular one first."""

import pytest

from reference.diseases import disease_in, diseases


@pytest.mark.parametrize(
    ("title", "disease_id"),
    [
        ("Sudan virus disease - Uganda", "ebola"),
        ("Cholera - Sudan", "cholera"),
        ("Guillain-Barré syndrome – Peru", "zika"),
        ("Influenza A(H7N9) virus – China", "avian_influenza"),
        ("Influenza A (H1N1) virus - Global", "influenza"),
        ("Middle East respiratory syndrome coronavirus – Oman", "mers"),
        ("Acute hepatitis E – South Sudan", "hepatitis_e"),
        ("Acute hepatitis of unknown aetiology in children", "hepatitis"),
        ("1998 - Uganda", "other"),
    ],
)
def test_a_title_names_one_disease_or_other(title: str, disease_id: str) -> None:
    assert disease_in(title) == disease_id


def test_every_disease_has_a_name_in_both_languages() -> None:
    assert len(diseases()) > 30 and all(one.name and one.name_fr and one.patterns for one in diseases().values())
