"""The World Bank's pages: aggregates among the countries, missing figures, errors that come as answers."""

import json
from typing import Any

import pytest

from ingest import SourceError, worldbank_population
from tests import published

LISTED, FIRST, SECOND = published.answers("worldbank_population")
REFUSAL = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]


def fetched(served: dict[str, bytes]) -> Any:
    parts = worldbank_population.fetch(published.get_from(served), published.TODAY)
    return worldbank_population.parse(parts, published.TODAY)


def served(**changed: object) -> dict[str, bytes]:
    """The fixtures, with other JSON at the addresses named: listed, first or second."""
    address = {"listed": LISTED, "first": FIRST, "second": SECOND}
    answers = published.answers("worldbank_population")
    return answers | {address[name]: json.dumps(value).encode() for name, value in changed.items()}


def test_both_pages_are_read_without_aggregates_and_missing_figures() -> None:
    table = fetched(served()).set_index(["place_id", "year"])["persons"]
    assert len(table) == 6 * 3 - 1  # six countries, three years, one null; WLD and SSF are no places
    assert table["SDN", 2011] == 30_500_000 and table["LKA", 2012] == 20_000_000  # first and second page


def test_a_missing_figure_has_no_row_instead_of_zero() -> None:
    table = fetched(served()).set_index("place_id")
    assert table.loc["PSE", "year"].tolist() == [2010, 2012] and (table["persons"] > 0).all()


def test_a_new_aggregate_is_known_by_the_country_list() -> None:
    answers = published.answers("worldbank_population")
    renamed = {url: body.replace(b'"SSF"', b'"XQX"') for url, body in answers.items()}
    assert len(fetched(renamed)) == 17


@pytest.mark.parametrize("at", ["listed", "first", "second"])
def test_an_error_that_comes_as_an_answer_is_refused_with_its_words(at: str) -> None:
    with pytest.raises(SourceError, match=r"url=https://api\.worldbank\.org.*Invalid value.*refusal"):
        fetched(served(**{at: REFUSAL}))


def test_a_confused_number_of_pages_does_not_keep_us_asking() -> None:
    meta, rows = json.loads(published.answers("worldbank_population")[FIRST])
    with pytest.raises(SourceError, match="announces 100000 pages"):
        fetched(served(first=[{**meta, "pages": 100_000}, rows]))


@pytest.mark.parametrize("pages", ["many", None])
def test_a_number_of_pages_that_is_none_is_refused(pages: object) -> None:
    meta, rows = json.loads(published.answers("worldbank_population")[FIRST])
    with pytest.raises(SourceError, match=r"url=.*pages"):
        fetched(served(first=[{**meta, "pages": pages}, rows]))


def test_a_page_that_lost_its_rows_is_refused() -> None:
    meta, _ = json.loads(published.answers("worldbank_population")[SECOND])
    with pytest.raises(SourceError, match=r"url=.*announces 24 rows.* hold 15"):
        fetched(served(second=[meta, []]))


def test_the_release_is_the_day_of_the_last_update() -> None:
    assert worldbank_population.release(published.parts("worldbank_population")) == "2026-03-01"
