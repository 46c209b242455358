"""VIEWS months: borders that change within a month, types that begin in 2018, and pages that do not add up."""

import json
from typing import Any

import pandas as pd
import pytest

from ingest import SourceError, views_history
from tests import published

FIRST, SECOND = published.answers("views_history")


def fetched(served: dict[str, bytes]) -> Any:
    parts = views_history.fetch(published.get_from(served), published.TODAY)
    return views_history.parse(parts, published.TODAY).set_index(["place_id", "month", "violence_type"])


def served(page: str, **changed: object) -> dict[str, bytes]:
    answers = published.answers("views_history")
    return answers | {page: json.dumps(json.loads(answers[page]) | changed).encode()}


def best(place: str, month: str, violence_type: str = "state_based") -> int:
    table = fetched(published.answers("views_history"))
    return int(table.at[(place, pd.Timestamp(month), violence_type), "fatalities_best"])


def test_a_month_in_which_borders_change_is_the_sum_of_its_two_rows() -> None:
    assert best("SDN", "2011-06-01") == 60
    assert best("SDN", "2011-07-01") == 70 + 7 and best("SSD", "2011-07-01") == 0
    assert best("SRB", "2006-06-01") == 2 + 1  # numbers 345 and 340 are one place


def test_a_historic_state_is_the_place_of_its_number() -> None:
    assert best("RUS", "1990-01-01") == 4


def test_types_that_are_not_in_the_table_have_no_row_and_are_never_zero() -> None:
    table = fetched(published.answers("views_history")).reset_index()
    before = table[table["month"] < "2018-01-01"]
    assert set(before["violence_type"]) == {"state_based"} and set(before["types_covered"]) == {"state_based"}
    after = table[table["month"] >= "2018-01-01"]
    assert set(after["types_covered"]) == {"all"} and after.groupby(["place_id", "month"]).size().eq(3).all()
    assert best("MEX", "2018-01-01", "non_state") == 311 and best("MEX", "2018-01-01", "one_sided") == 0


def test_a_best_estimate_alone_has_no_band() -> None:
    assert fetched(published.answers("views_history"))[["fatalities_low", "fatalities_high"]].isna().all(axis=None)


def test_pages_that_do_not_add_up_to_the_announced_rows_are_refused() -> None:
    with pytest.raises(SourceError, match=r"url=.*page=1 announces 99 rows, but its 2 pages hold"):
        fetched(served(FIRST, row_count=99))


def test_a_page_that_leads_in_a_circle_does_not_keep_us_asking() -> None:
    with pytest.raises(SourceError, match="more than there can be"):
        fetched(served(SECOND, next_page=SECOND))


def test_a_next_page_on_another_host_is_not_asked() -> None:
    with pytest.raises(SourceError, match=r"next page elsewhere: https://elsewhere\.example"):
        fetched(served(FIRST, next_page="https://elsewhere.example/cm?page=2"))


def test_the_real_months_of_2021_add_up_to_the_known_total(shared_data: Any) -> None:
    real = pd.read_csv(shared_data / "views" / "country_month_history.csv.gz", dtype=str, keep_default_na=False)
    rows = real.rename(columns={"country": "name"}).replace({"": None}).to_dict("records")
    fields = list(views_history.FIELDS.values())
    for row in rows:
        row |= {name: None if row[name] is None else float(row[name]) for name in fields}
    page = {"next_page": "", "row_count": len(rows), "data": rows}
    table = fetched({FIRST: json.dumps(page).encode()}).reset_index()
    deaths = table[table["month"].dt.year == 2021].groupby("violence_type")["fatalities_best"].sum()
    assert deaths.to_dict() == {"state_based": 200_181, "non_state": 24_045, "one_sided": 12_321}
    assert table["fatalities_best"].sum() == 2_179_397 + 139_930 + 55_834
