"""UNHCR's figures: three types within a row, codes of their own, and a newest year that may stand in the middle."""

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, unhcr_population
from tests import published

FIRST, SECOND = published.answers("unhcr_population")
JUNE_2026 = date(2026, 6, 12)


def table(served: dict[str, bytes] | None = None, retrieved: date = JUNE_2026) -> pd.DataFrame:
    parts = unhcr_population.fetch(published.get_from(served or published.answers("unhcr_population")), retrieved)
    return unhcr_population.parse(parts, retrieved)


def figures(of: pd.DataFrame, population_type: str) -> dict[Any, Any]:
    """Persons by origin, asylum and date."""
    rows = of[of["population_type"] == population_type]
    days = rows["reference_date"].dt.strftime("%Y-%m-%d")
    return dict(zip(zip(rows["origin_id"], rows["asylum_id"], days, strict=True), rows["persons"], strict=True))


def edited(address: str, **changed: Any) -> dict[str, bytes]:
    """The pages, with other values in the envelope of one of them."""
    answers = published.answers("unhcr_population")
    return answers | {address: json.dumps(json.loads(answers[address]) | changed).encode()}


def test_no_figure_has_no_row_and_zero_as_text_is_zero() -> None:
    oip = figures(table(), "oip")
    assert ("SDN", "TCD", "2017-12-31") not in oip  # "-": nobody counted them before 2018
    assert oip["SDN", "TCD", "2024-12-31"] == 0
    assert figures(table(), "asylum_seekers")["SDN", "CAN", "2025-12-31"] == 5  # digits as text


def test_a_type_without_any_figure_has_no_row() -> None:
    def without_oip(name: str, text: str) -> str:
        return text.replace('"oip": "0"', '"oip": "-"')

    found = unhcr_population.parse(published.parts("unhcr_population", without_oip), JUNE_2026)
    assert not found["population_type"].eq("oip").any() and found["origin_id"].notna().all() and len(found) > 20


def test_types_stay_apart_and_people_displaced_within_have_their_place_twice() -> None:
    assert figures(table(), "refugees")["SDN", "SDN", "2024-12-31"] == 0
    assert figures(table(), "idps")["SDN", "SDN", "2024-12-31"] == 9_100_000


def test_unhcrs_codes_are_not_iso_codes_and_unknown_is_a_place_of_its_own() -> None:
    assert figures(table(), "refugees")["UNK", "AUT", "1961-12-31"] == 4100  # its ISO code was blank until 2023


def test_a_masked_figure_is_missing_and_says_so() -> None:
    answers = {url: body.replace(b'"5"', b'"*"') for url, body in published.answers("unhcr_population").items()}
    hidden = table(answers)[lambda rows: rows["is_masked"]]
    assert len(hidden) == 2 and hidden["persons"].isna().all()
    assert not table()["is_masked"].any()


@pytest.mark.parametrize(
    ("retrieved", "reads"),
    [
        (date(2025, 11, 11), "2025-06-30"),
        (date(2026, 3, 30), "2025-06-30"),
        (date(2026, 5, 31), "2025-06-30"),
        (date(2026, 6, 1), "2025-12-31"),
        (date(2027, 2, 1), "2025-12-31"),
    ],
)
def test_the_newest_year_stands_at_30_june_until_the_june_after_it(retrieved: date, reads: str) -> None:
    dates = table(retrieved=retrieved)["reference_date"]
    assert f"{dates.max():%Y-%m-%d}" == reads
    assert set(dates[dates.dt.year < 2025].dt.month) == {12}


@pytest.mark.parametrize("pages", [0, 201])
def test_a_confused_number_of_pages_does_not_keep_us_asking(pages: int) -> None:
    with pytest.raises(SourceError, match=f"announces {pages} pages"):
        table(edited(FIRST, maxPages=pages))


def test_a_page_that_lost_rows_is_refused() -> None:
    rows = json.loads(published.answers("unhcr_population")[FIRST])["items"]
    with pytest.raises(SourceError, match=r"url=.*page=2.* holds 4 rows as page 2 of 2, the first page 3 of 2"):
        table(edited(FIRST, items=rows[:3]))


def test_pages_that_disagree_on_their_number_are_refused() -> None:
    with pytest.raises(SourceError, match=r"url=.*page=2.*page 2 of 3"):
        table(edited(SECOND, maxPages=3))


def test_a_page_that_is_another_one_is_refused() -> None:
    with pytest.raises(SourceError, match=r"url=.*page=2.* answers as page 1"):
        table(edited(SECOND, page=1))


def test_a_release_is_named_by_the_year_it_reaches() -> None:
    assert unhcr_population.release(published.parts("unhcr_population")) == "figures to 2025"
