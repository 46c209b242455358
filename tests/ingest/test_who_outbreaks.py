"""Outbreak news: a country is known word for word or not at all, and no text is passed on."""

import json
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, who_outbreaks
from ingest._outbreak_titles import places_in
from tests import published

FIRST, SECOND, LAST = published.answers("who_outbreaks")


def notices() -> Any:
    return who_outbreaks.parse(published.parts("who_outbreaks"), published.TODAY).set_index("notice_id")


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Cholera - Angola", ("AGO",)),
        ("Marburg virus disease–United Republic of Tanzania", ("TZA",)),
        ("Crimean-Congo haemorrhagic fever - Iraq", ("IRQ",)),
        ("Cholera – Guinea-Bissau", ("GNB",)),
        ("Zika virus disease – Bosnia and Herzegovina", ("BIH",)),
        ("Lassa fever – Benin, Togo and Burkina Faso", ("BEN", "TGO", "BFA")),
        ("Salmonella – Europe and the United States of America", ("USA",)),
        ("COVID-19 – Republic of Korea (ex-China)", ("KOR",)),
        ("Ebola virus disease – Democratic Republic of the Congo - 2019-DON149", ("COD",)),
        ("Yellow fever – African Region (AFRO)", ()),
        ("Cholera – Global situation", ()),
        ("Plague - NA", ()),
        ("1998", ()),
    ],
)
def test_the_country_is_what_follows_a_dash(title: str, places: tuple[str, ...]) -> None:
    assert places_in(title) == places


def test_a_notice_on_several_countries_has_a_row_for_each() -> None:
    rows = notices().loc["2025-DON880"]
    assert rows["place_id"].tolist() == ["BEN", "TGO", "BFA"] and rows["place_number"].tolist() == [1, 2, 3]


def test_a_notice_without_a_known_country_is_kept_without_a_place() -> None:
    table = notices()
    assert table.loc["1998_10_22c-en", "place_number"] == 0 and pd.isna(table.loc["1998_10_22c-en", "place_id"])


def test_a_notice_pushed_onto_the_next_page_counts_once() -> None:
    assert notices().index.tolist().count("2025-DON879") == 1


def test_no_title_is_passed_on() -> None:
    table = notices()
    assert table.loc["2026-DON898", "disease_id"] == "crimean_congo_fever"
    assert table.loc["2020_03_01-en", "disease_id"] == "other"
    assert not [text for text in ("Botulism", "Lassa", "–") if text in table.to_csv()]


def test_the_link_leads_to_the_notice() -> None:
    assert notices().loc["2026-DON901", "url"].endswith("/emergencies/disease-outbreak-news/item/2026-DON901")


def test_pages_that_never_end_do_not_keep_us_asking() -> None:
    body = published.answers("who_outbreaks")[FIRST]
    with pytest.raises(SourceError, match="does not end after 200 pages"):
        who_outbreaks.fetch(lambda url: body, published.TODAY)


def test_a_list_without_any_notice_is_refused() -> None:
    served = {FIRST: json.dumps({"value": []}).encode()}
    with pytest.raises(SourceError, match=r"url=.*no notice at all"):
        who_outbreaks.parse(who_outbreaks.fetch(published.get_from(served), published.TODAY), published.TODAY)
