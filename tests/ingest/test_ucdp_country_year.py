"""The annual record: three types side by side become three rows, and zero stays a statement."""

from typing import Any

from ingest import ucdp_country_year
from tests import published

FILE = "organizedviolencecy_v25_1.csv"


def years(edit: published.Edit = published.unedited) -> Any:
    parts = published.parts("ucdp_country_year", edit)
    return ucdp_country_year.parse(parts, published.TODAY).set_index(["place_id", "year", "violence_type"])


def test_each_country_year_has_one_row_for_every_type() -> None:
    table = years()
    assert len(table) == 12 * 3
    sudan = table.loc[("SDN", 2012), ["fatalities_best", "fatalities_low", "fatalities_high"]]
    assert sudan.loc["state_based"].tolist() == [400, 300, 900]
    assert sudan.loc["non_state"].tolist() == [60, 60, 60]
    assert sudan.loc["one_sided"].tolist() == [40, 40, 45]


def test_a_year_of_zero_is_a_row_and_a_country_not_yet_there_has_none() -> None:
    table = years()
    assert table.loc[("SSD", 2012), "fatalities_best"].tolist() == [0, 0, 0]
    assert ("SSD", 2010) not in table.index.droplevel("violence_type")


def test_all_types_are_covered_and_nothing_is_provisional() -> None:
    table = years()
    assert set(table["types_covered"]) == {"all"} and not table["is_provisional"].any()


def test_a_type_whose_best_lies_outside_its_band_is_flagged_alone() -> None:
    table = years(published.replacing(FILE, ",400,900,300,", ",400,350,300,"))  # 1 of 36 rows: under 3 %
    assert table.index[table["is_bounds_inconsistent"]].tolist() == [("SDN", 2012, "state_based")]
    assert table.loc[("SDN", 2012, "state_based"), "fatalities_high"] == 400


def test_one_sided_deaths_come_with_whom_they_are_attributed_to_and_other_types_do_not() -> None:
    table = years()
    parts = [name for name in table.columns if name.startswith("one_sided_by_") and name.endswith("_best")]
    assert table.loc[("SDN", 2012, "one_sided"), parts].tolist() == [20, 5, 15]  # own, other governments, groups
    assert table.loc[("SDN", 2012, "one_sided"), "one_sided_by_other_governments_high"] == 27 - 21
    assert table.loc[("SDN", 2012, "state_based"), parts].isna().all()


def test_the_release_is_in_the_address() -> None:
    assert ucdp_country_year.release(published.parts("ucdp_country_year")) == "25.1"
