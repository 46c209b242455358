"""The quirks of UCDP's event files: free text, tag rows, days, doubtful bounds, and files as people really meet them."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from contracts.violence_event import VIOLENCE_EVENT
from ingest import SourceError, ucdp_ged
from ingest._source import NotPublishedError, Part
from tests import published

FILE = "GEDEvent_v24_1.csv"
ADDRESS = "https://ucdp.uu.se/downloads/ged/ged{}1-csv.zip"


def events(edit: published.Edit = published.unedited) -> Any:
    return ucdp_ged.parse(published.parts("ucdp_ged", edit), published.TODAY).set_index("event_id")


def parsed(content: bytes) -> Any:
    return ucdp_ged.parse([Part(ADDRESS.format(24), published.zipped(FILE, content))], published.TODAY)


def with_second_row(cells: list[str], quoted: bool = False) -> published.Edit:
    """Put a row under the header, as files passed on through HDX have it."""

    def edit(file: str, text: str) -> str:
        header, _, rest = text.partition("\n")
        padded = cells + [""] * (len(header.split(",")) - len(cells))
        row = ",".join(f'"{cell}"' for cell in padded) if quoted else ",".join(padded)
        return f"{header}\n{row}\n{rest}"

    return edit


def test_free_text_with_newlines_commas_and_quotes_breaks_no_row() -> None:
    table = events()
    assert len(table) == 42  # 6 written one by one, and one a month in Mexico for three years
    village = table.loc["102"]
    assert (village["place_id"], village["fatalities_best"], village["deaths_civilians"]) == ("SDN", 10, 10)


def test_country_numbers_become_places_and_codes_become_types() -> None:
    table = events()
    assert table.loc[["101", "201", "500"], "place_id"].tolist() == ["SDN", "SSD", "MEX"]  # 625, 626, 70
    assert table.loc[["101", "103", "102"], "violence_type"].tolist() == ["state_based", "non_state", "one_sided"]


def test_an_event_keeps_its_year_and_its_days_across_new_year() -> None:
    village = events().loc["102"]
    assert village["year"] == 2011
    assert (village["date_start"], village["date_end"]) == (pd.Timestamp(2011, 12, 28), pd.Timestamp(2012, 1, 6))


def test_a_best_estimate_of_zero_is_kept_with_its_band() -> None:
    quiet = events().loc["103"]
    assert (quiet["fatalities_best"], quiet["fatalities_low"], quiet["fatalities_high"]) == (0, 0, 12)


def test_a_best_outside_its_band_is_flagged_and_the_band_widened() -> None:
    doubtful = events().loc["104"]  # published: best 30, low 5, high 20
    assert doubtful["is_bounds_inconsistent"]
    assert (doubtful["fatalities_best"], doubtful["fatalities_low"], doubtful["fatalities_high"]) == (30, 5, 30)
    assert events()["is_bounds_inconsistent"].sum() == 1


def test_a_file_with_many_doubtful_bounds_is_refused() -> None:
    swapped = published.replacing(FILE, ",best,high,low,", ",best,low,high,")  # 5 of 42 rows have low < high
    with pytest.raises(SourceError, match=r"more than 3%.*columns"):
        events(swapped)


def test_an_unknown_first_order_unit_is_missing_not_a_name() -> None:
    units = events()["admin1_published"]
    assert units.isna().sum() == 4 and units["101"] == "North Invented state"


def test_what_the_coders_doubt_is_not_clear() -> None:
    table = events()
    assert table.index[~table["is_clear"]].tolist() == ["104"]


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("cells", [["#event+id", "", "#date+year"], ["", "", "#date+year", "", "#status"]])
def test_a_row_of_tags_under_the_header_is_passed_over(cells: list[str], quoted: bool) -> None:
    pd.testing.assert_frame_equal(events(with_second_row(cells, quoted)), events())


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    text = (published.FIXTURES / "ucdp_ged" / FILE).read_text("utf-8")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    pd.testing.assert_frame_equal(parsed(windows).set_index("event_id"), events())


def test_columns_in_another_order_and_new_ones_change_nothing() -> None:
    text = (published.FIXTURES / "ucdp_ged" / FILE).read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, ["iso3", *reversed(rows[0])], lineterminator="\n")
    writer.writeheader()
    writer.writerows({"iso3": "XXX", **row} for row in rows)
    pd.testing.assert_frame_equal(parsed(out.getvalue().encode()).set_index("event_id"), events())


def test_a_file_with_only_a_header_is_an_empty_table() -> None:
    text = (published.FIXTURES / "ucdp_ged" / FILE).read_text("utf-8")
    table = parsed((text.partition("\n")[0] + "\n").encode())
    pd.testing.assert_frame_equal(table, VIOLENCE_EVENT.empty())


def test_the_newest_release_is_found_by_probing_down_from_this_year() -> None:
    asked: list[str] = []

    def get(url: str) -> bytes:
        asked.append(url)
        if url == ADDRESS.format(24):
            return b"zip"
        raise NotPublishedError(url)

    parts = ucdp_ged.fetch(get, date(2026, 3, 1))
    assert asked == [ADDRESS.format(year) for year in (26, 25, 24)]
    assert ucdp_ged.release(parts) == "24.1"


def test_a_refusal_while_probing_is_no_missing_release() -> None:
    def get(url: str) -> bytes:
        raise SourceError(f"url={url} answered 503")

    with pytest.raises(SourceError, match=r"ged261.*503"):
        ucdp_ged.fetch(get, date(2026, 3, 1))


def awkward(shared_data: Path, name: str) -> bytes:
    return (shared_data / "ucdp" / "awkward" / name).read_bytes()


@pytest.mark.parametrize("name", ["country_page_export_shifted_header.csv", "ged191_42_columns.csv"])
def test_another_layout_of_the_publisher_is_refused_by_its_missing_columns(shared_data: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"ged241.*lacks the columns \[.*layout"):
        parsed(awkward(shared_data, name))


def test_a_shifted_header_is_refused_even_when_all_names_are_there(shared_data: Path) -> None:
    content = awkward(shared_data, "country_page_export_shifted_header.csv")
    header, _, rest = content.partition(b"\n")
    for bound in (b"best", b"high", b"low"):
        header = header.replace(bound + b"_est", bound)
    header = header.replace(b"geom_wkt", b"gwnoa")  # a name that we read, in the place of one that we do not
    with pytest.raises(SourceError, match=r"ged241.*47.*48.*header"):  # 47 names over 48 values
        parsed(header + b"\n" + rest)


def test_the_real_file_with_a_tag_row_reads_as_plain_python_reads_it(shared_data: Path) -> None:
    content = awkward(shared_data, "hdx_with_hxl_row_sdn.csv")
    rows = [row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))) if row["id"]]
    table = parsed(content)
    assert len(table) == len(rows)
    for bound in ("best", "deaths_civilians"):
        column = {"best": "fatalities_best"}.get(bound, bound)
        assert table[column].sum() == sum(int(row[bound]) for row in rows)
