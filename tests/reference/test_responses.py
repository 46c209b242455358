"""What was done: dated, sourced, in both languages, and no word that judges."""

import re

import pytest

from reference.crises import crises
from reference.responses import KINDS, Response, ResponsesFileError, parse_responses, responses

ENTRY = """
[[response]]
place = "SDN"
date = 2004-07-30
kind = "sanctions"
symbol = "S/RES/9001 (2004)"
text_en = "The Council decides."
text_fr = "Le Conseil décide."
"""


@pytest.mark.parametrize("one", responses(), ids=lambda one: f"{one.place_id}-{one.symbol}")
class TestEveryResponse:
    def test_its_day_lies_in_the_year_that_its_symbol_names(self, one: Response) -> None:
        named = re.search(r"\((\d{4})\)", one.symbol) or re.fullmatch(r"S/(\d{4})/\d+", one.symbol)
        assert named is None or int(named[1]) == one.date.year

    def test_anybody_can_open_its_document(self, one: Response) -> None:
        assert re.fullmatch(r"https://(undocs\.org|www\.icc-cpi\.int)/\S+", one.url)

    def test_it_is_one_sentence_in_each_language(self, one: Response) -> None:
        for text in (one.text_en, one.text_fr):
            assert text.endswith(".") and not re.search(r"\. [A-ZÉ]", text)

    def test_its_numbers_are_the_same_in_both_languages(self, one: Response) -> None:
        english = re.findall(r"\d+", one.text_en.replace(",", ""))
        assert sorted(english) == sorted(re.findall(r"\d+", one.text_fr.replace("\u202f", "").replace("1er", "1")))


def test_the_crises_that_the_report_is_about_have_entries() -> None:
    wanted = {f"crisis:{name}" for name in ("darfur", "eastern-congo", "southern-sudan", "northern-uganda", "rwanda")}
    assert wanted <= {one.place_id for one in responses()} and wanted <= crises().keys()


def test_force_is_the_last_kind_and_aid_the_first() -> None:
    assert (KINDS[0], KINDS[-1]) == ("aid", "force")


def test_some_facts_by_their_symbol() -> None:
    by_symbol = {(one.place_id, one.symbol): one for one in responses()}
    referral = by_symbol["crisis:darfur", "S/RES/1593 (2005)"]
    assert (f"{referral.date}", referral.kind, referral.url) == (
        "2005-03-31",
        "justice",
        "https://undocs.org/S/RES/1593(2005)",
    )
    assert f"{by_symbol['crisis:rwanda', 'S/RES/912 (1994)'].date}" == "1994-04-21"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("SDN", "XYZ", "unknown place"),
        ("sanctions", "war", "none of the kinds"),
        ("2004-07-30", '"2004-07-30"', "no day"),
        ("S/RES/9001 (2004)", "A newspaper", "no url"),
        ("Le Conseil décide.", "", "empty text"),
        ('kind = "sanctions"\n', "", "lacks"),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(old: str, new: str, says: str) -> None:
    assert len(parse_responses(ENTRY)) == 1
    with pytest.raises(ResponsesFileError, match=says):
        parse_responses(ENTRY.replace(old, new))


def test_the_same_document_stands_once_for_a_place() -> None:
    with pytest.raises(ResponsesFileError, match="more than once"):
        parse_responses(ENTRY * 2)
