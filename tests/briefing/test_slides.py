"""The numbers behind every chart of the slides are those that are published, and each slide says its caveats."""

import io
from typing import Any

import pytest
from pptx import Presentation

from briefing.powerpoint import write_powerpoint
from releases.read import Release
from tests.briefing.conftest import MakePack


def slides(pack: Any) -> Any:
    return Presentation(io.BytesIO(write_powerpoint(pack)))


def charts(deck: Any) -> list[Any]:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def test_the_numbers_of_a_native_chart_equal_the_published_table(made: MakePack, release: Release) -> None:
    table = release.table("violence_year")
    chart = charts(slides(made("RWA")))[0]
    years = list(chart.plots[0].categories)
    for series, kind in zip(chart.plots[0].series, ("state_based", "non_state", "one_sided"), strict=True):
        published = table[(table["place_id"] == "RWA") & (table["violence_type"] == kind)]
        by_year = published.set_index("year")["fatalities_best"]
        assert [by_year.get(int(year)) for year in years] == list(series.values)
    assert sum(sum(series.values) for series in chart.plots[0].series) > 772_460


def test_the_numbers_can_be_edited_in_the_workbook_behind_a_chart(made: MakePack) -> None:
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in charts(slides(made("SDN"))))


def test_a_year_without_a_figure_stays_empty_in_the_chart(made: MakePack) -> None:
    chart = charts(slides(made("SSD")))[0]
    values = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert values["2010"] is None and values["2011"] == 600


def test_places_compared_share_one_scale(made: MakePack) -> None:
    drawn = charts(slides(made("SDN", "COL", "RWA", template="comparison")))
    assert {chart.value_axis.maximum_scale for chart in drawn} == {772_460.0} and len(drawn) == 3


def test_slides_are_wide_and_every_one_has_a_title_and_notes(made: MakePack) -> None:
    deck = slides(made("SDN"))
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    assert all(slide.shapes.title.text for slide in deck.slides)
    with_chart = [slide for slide in deck.slides if any(shape.has_chart for shape in slide.shapes)]
    assert all("true tolls are higher" in slide.notes_slide.notes_text_frame.text for slide in with_chart)


def test_every_chart_table_and_line_has_an_alternative_text(made: MakePack) -> None:
    for template, places in (("country", ("SDN",)), ("monthly-watch", ("SDN", "RWA"))):
        for slide in slides(made(*places, template=template)).slides:
            drawn = [shape for shape in slide.shapes if shape.has_chart or shape.has_table or shape.shape_type == 13]
            assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in drawn)


def test_under_every_chart_stand_source_licence_release_and_address(made: MakePack, release: Release) -> None:
    for slide in slides(made("SDN")).slides:
        if any(shape.has_chart for shape in slide.shapes):
            said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
            assert "Source: " in said and "licence: " in said and release.id in said and "pack=" in said


def test_words_that_have_no_room_beside_a_table_stand_in_its_notes(made: MakePack) -> None:
    pack = made("SDN")
    said = next(section for section in pack.sections if len(section.tables) > 1)
    titles = [table.title for table in said.tables]
    shown = [slide for slide in slides(pack).slides if slide.shapes.title.text in titles]
    assert len(shown) == len(said.tables)
    assert all(said.paragraphs[0] in slide.notes_slide.notes_text_frame.text for slide in shown)


def test_a_long_table_goes_on_upon_the_next_slide(made: MakePack) -> None:
    places = ("SDN", "COL", "RWA", "SSD", "TUV", "FJI", "CAN", "UKR", "MMR", "COD", "NGA")
    pack = made(*places, template="monthly-watch")
    shown = [slide for slide in slides(pack).slides if any(shape.has_table for shape in slide.shapes)]
    rows = [len(shape.table.rows) - 1 for slide in shown for shape in slide.shapes if shape.has_table]
    assert rows[:2] == [10, 1] and shown[1].shapes.title.text == f"{shown[0].shapes.title.text}, continued"


@pytest.mark.usefixtures("touched")
def test_few_figures_about_a_receiving_country_stand_large(made: MakePack) -> None:
    pack = made("SDN", receiver="CAN")
    few = [table for table in pack.tables() if table.facts]
    assert [fact.value for table in few for fact in table.facts] == ["1,200", "1", "0", "not in this release"]
    said = {shape.text_frame.text for slide in slides(pack).slides for shape in slide.shapes if shape.has_text_frame}
    assert {fact.value for table in few for fact in table.facts} <= said
