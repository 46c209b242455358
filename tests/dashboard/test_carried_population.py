"""A rate on an older population says so wherever it stands, and one without population denies no death."""

import csv
import io

from flask.testing import FlaskClient

from reading.names import territory_since
from tests.dashboard.conftest import Opened

NOTE = "population of one or two years before, the newest on record"


def test_the_rate_says_that_its_population_is_older(opened: Opened) -> None:
    assert NOTE in opened("/").row("/place/COL")[4] and NOTE not in opened("/").row("/place/SDN")[4]
    assert NOTE in opened("/place/COL").text() and NOTE not in opened("/place/SDN").text()


def test_the_csv_says_so_too(client: FlaskClient) -> None:
    def rows(address: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(client.get(address).text)))

    remarks = {row["place_id"]: row["remark"] for row in rows("/export/world.csv?measure=rate&year=2024")}
    assert remarks["COL"] == NOTE and remarks["SDN"] == ""
    by_year = {row["year"]: row for row in rows("/export/annual.csv?place=COL&unit=rate")}
    assert by_year["2024"]["remark"] == NOTE and by_year["2024"]["persons"] == "50000000.0"
    assert by_year["2023"]["remark"] == ""


def test_the_territory_of_today_begins_where_it_last_changed() -> None:
    assert territory_since("RUS", (1989, 2024)) > 1989 and territory_since("COL", (1989, 2024)) == 1989
