"""Day by day: our entries, mandates, documents of the Council and listings in one list, none of them twice."""

from typing import Any

import pandas as pd

from contracts.mission_strength_month import MISSION_STRENGTH_MONTH
from contracts.response_entry import ENTRY_KINDS, RESPONSE_ENTRY
from ingest import un_operations, un_resolutions, un_sanctions
from reference.responses import KINDS
from response.timeline import places_of, strength_years, timeline
from response.years import operations_in, response_years
from tests import published

AS_OF = pd.Timestamp(2026, 11, 23)


def sources() -> dict[str, pd.DataFrame]:
    """The hand-made answers of the two sources."""
    return {
        "un_resolutions": un_resolutions.parse(published.parts("un_resolutions"), published.TODAY),
        "un_sanctions": un_sanctions.parse(published.parts("un_sanctions"), published.TODAY),
    }


def of(place_id: str, tables: dict[str, pd.DataFrame], as_of: pd.Timestamp = AS_OF) -> Any:
    table = timeline(place_id, tables, as_of)
    pd.testing.assert_frame_equal(
        RESPONSE_ENTRY.validate(table).sort_values(["date", "symbol"], ignore_index=True), table
    )
    return table


def test_darfur_has_its_entries_and_those_of_its_country_each_named() -> None:
    table = of("crisis:darfur", {})
    by_symbol = table.set_index("symbol")
    assert by_symbol.loc["S/RES/1593 (2005)", "place_id"] == "crisis:darfur"
    assert by_symbol.loc["UNAMID", ["place_id", "kind"]].tolist() == ["SDN", "peacekeeping"]
    assert f"{by_symbol.loc['UNAMID', 'date_end']:%Y-%m-%d}" == "2020-12-31"
    assert "S/RES/1996 (2011)" not in by_symbol.index  # of southern Sudan
    assert table["date"].is_monotonic_increasing


def test_a_country_shows_the_crises_that_lie_in_it() -> None:
    assert {"crisis:darfur", "crisis:southern-sudan"} <= set(places_of("SDN"))
    assert {"crisis:darfur", "SDN"} <= set(of("SDN", {})["place_id"])


def test_documents_of_the_council_stand_with_title_and_address() -> None:
    table = of("SDN", sources())
    row = table[table["symbol"] == "S/RES/9002 (2026)"].iloc[0]
    assert (row["kind"], row["url"]) == ("resolution", "https://digitallibrary.un.org/record/9002")
    assert row["text_en"].startswith("Resolution 9002") and pd.isna(row["text_fr"])


def test_a_document_that_we_describe_is_not_listed_again_by_its_title() -> None:
    documents = (
        sources()["un_resolutions"]
        .iloc[:1]
        .assign(symbol="S/RES/1593 (2005)", place_id="SDN", place_number=1, date=pd.Timestamp(2005, 3, 31))
    )
    table = of("crisis:darfur", {"un_resolutions": documents})
    assert table[table["symbol"] == "S/RES/1593 (2005)"]["source_id"].tolist() == ["responses"]


def test_a_listing_stands_with_the_country_of_its_regime_and_no_other() -> None:
    tables = sources()
    congo, mali = of("COD", tables), of("MLI", tables)
    assert congo.loc[congo["source_id"] == "un_sanctions", "symbol"].tolist() == ["CDe.902"]
    assert not (mali["source_id"] == "un_sanctions").any()  # Al-Qaida's regime is about no country


def test_the_list_of_operations_says_until_when_a_mission_that_goes_on_is_mandated() -> None:
    operations = {"un_operations": un_operations.parse(published.parts("un_operations"), published.TODAY)}
    told, untold = (of("SSD", tables).set_index("symbol") for tables in (operations, {}))
    assert f"{told.loc['UNMISS', 'date_end']:%Y-%m-%d}" == "2026-04-30" and pd.isna(untold.loc["UNMISS", "date_end"])
    ended = of("COD", operations).set_index("symbol")  # an end that we know stays as it is
    assert f"{ended.loc['MONUC', 'date_end']:%Y-%m-%d}" == "2010-06-30"


def test_nothing_of_after_the_day_asked_about_is_known() -> None:
    early = of("crisis:rwanda", {}, pd.Timestamp(1994, 5, 1))
    assert early["symbol"].iloc[-1] == "S/RES/912 (1994)"


def test_a_place_without_an_entry_has_an_empty_list() -> None:
    assert of("NOR", {}).empty


def test_the_kinds_of_our_entries_are_kinds_of_the_list_in_the_same_order() -> None:
    assert [kind for kind in ENTRY_KINDS if kind in KINDS] == list(KINDS)


def test_documents_and_operations_are_counted_by_year_and_missing_where_not_on_record() -> None:
    table: Any = response_years(sources(), AS_OF).set_index(["place_id", "year"])
    assert table.loc[("SDN", 2026), "resolutions"] == 1 and table.loc[("SDN", 2025), "resolutions"] == 0
    assert table["statements"].isna().all()  # that source is not among the tables
    assert table.loc[("SDN", 2007), "operations"] == "UNAMID|UNMIS" and pd.isna(table.loc[("SDN", 2025), "operations"])
    assert table.loc[("ERI", 2007), "operations"] == table.loc[("ETH", 2007), "operations"] == "UNMEE"
    assert [one.mission for one in operations_in("SSD")] == ["UNMISS"]


def test_strength_is_the_newest_month_of_each_year_and_missing_where_a_part_is() -> None:
    rows = [
        {"month": pd.Timestamp(2024, month, 1), "uniformed_service": service, "personnel": personnel}
        for month, service, personnel in [(11, "troops", 900), (12, "troops", 700), (12, "individual_police", 50)]
    ]
    rows.append({"month": pd.Timestamp(2025, 1, 1), "uniformed_service": "troops", "personnel": None})
    table = pd.DataFrame(rows)
    personnel = MISSION_STRENGTH_MONTH.validate(
        table.assign(
            personnel=table["personnel"].astype("Int64"),
            contribution_id=[str(number) for number in table.index],
            source_id="un_personnel",
            mission="UNMISS",
            place_id="SSD",
            contributor_place_id="RWA",
            women=pd.array([None] * 4, dtype="Int64"),
            men=pd.array([None] * 4, dtype="Int64"),
        )
    )
    found = strength_years(personnel, ["SSD"]).set_index("year")["personnel"]
    assert found[2024] == 750 and pd.isna(found[2025])
    assert strength_years(personnel, ["NOR"]).empty
