"""Places that a source counts under another name are said to be so, and rates use the population that fits."""

import pytest

from reference._territories_file import parse_units
from reference.territories import TerritoriesFileError, Unit, coded_under, denominator, unit_of, units

JUDGING_WORDS = (
    "occupied",
    "occupé",
    "annex",
    "illegal",
    "illégal",
    "regime",
    "régime",
    "terroris",
    "rebel",
    "separatis",
)

UNIT = """
[[unit]]
id = "sudan-south"
providers = ["ucdp"]
place = "SDN"
covers = ["SDN", "SSD"]
from = 1989
to = 2010
name_en = "Sudan, with the south"
name_fr = "Soudan, avec le Sud"
note_en = "One row."
note_fr = "Une ligne."
denominators = ["SDN", "SSD"]
"""


def test_palestine_is_counted_under_israel_and_said_to_be_not_separable() -> None:
    unit = coded_under("PSE", 2023)
    assert unit is not None
    assert unit.place_id == "ISR"
    assert unit.name_en == "Israel and Palestine (as coded by UCDP)"
    assert unit.name_fr == "Israël et Palestine (selon le codage de l'UCDP)"
    assert "not separable in this source" in unit.note_en
    assert "pas séparables dans cette source" in unit.note_fr
    assert unit_of("ISR", 2023) == unit
    assert coded_under("ISR", 2023) is None


def test_views_counts_palestine_under_israel_too() -> None:
    unit = coded_under("PSE", 2020, provider="views")
    assert unit is not None
    assert unit.unit_id == "views:israel-palestine"


def test_unhcr_counts_palestinians_apart_and_unrwa_stands_beside() -> None:
    assert coded_under("PSE", 2023, provider="unhcr") is None
    unit = unit_of("PSE", 2023, provider="unhcr")
    assert unit is not None
    assert "UNRWA" in unit.note_en
    assert "UNRWA" in unit.note_fr


def test_a_usual_country_is_no_unit_and_its_own_denominator() -> None:
    assert unit_of("RWA", 1994) is None
    assert coded_under("RWA", 1994) is None
    assert denominator("RWA", 1994) == ("RWA",)


@pytest.mark.parametrize(
    ("place_id", "year", "places"),
    [
        ("ISR", 2023, {"ISR", "PSE"}),
        ("MAR", 1991, {"MAR"}),  # the World Bank has no population of Western Sahara
        ("SDN", 1995, {"SDN", "SSD"}),
        ("SDN", 2011, {"SDN", "SSD"}),  # the year of the change keeps the wider population
        ("SDN", 2012, {"SDN"}),
        ("SSD", 2011, {"SSD"}),
        ("ETH", 1990, {"ETH", "ERI"}),
        ("ETH", 1994, {"ETH"}),
        ("IDN", 1999, {"IDN", "TLS"}),
        ("IDN", 2003, {"IDN"}),
        ("ZAF", 1989, {"ZAF", "NAM"}),
        ("ZAF", 1991, {"ZAF"}),
        ("SRB", 1990, {"SRB", "MNE", "XKX", "SVN", "HRV", "BIH", "MKD"}),
        ("SRB", 1991, {"SRB", "MNE", "XKX", "SVN", "HRV", "BIH", "MKD"}),
        ("SRB", 1992, {"SRB", "MNE", "XKX", "SVN", "HRV", "BIH"}),
        ("SRB", 1999, {"SRB", "MNE", "XKX"}),
        ("SRB", 2006, {"SRB", "MNE", "XKX"}),
        ("SRB", 2007, {"SRB", "XKX"}),
        ("SRB", 2008, {"SRB", "XKX"}),
        ("SRB", 2009, {"SRB"}),
        ("CSK", 1990, {"CZE", "SVK"}),
        ("BIH", 1992, {"BIH"}),
        ("YEM", 1991, {"YEM"}),
        ("DEU", 1991, {"DEU"}),
    ],
)
def test_a_rate_uses_the_population_of_what_the_row_holds(place_id: str, year: int, places: set[str]) -> None:
    answer = denominator(place_id, year)
    assert set(answer) == places
    assert len(answer) == len(places)


def test_the_soviet_union_is_fifteen_republics() -> None:
    assert len(denominator("RUS", 1989)) == 15
    assert len(denominator("RUS", 1991)) == 15
    assert denominator("RUS", 1992) == ("RUS",)


NO_POPULATION_FITS = (("YEM", 1990), ("YMD", 1989), ("DEU", 1989), ("DDR", 1990), ("TWN", 2020))
COUNTED_UNDER_ANOTHER = (("PSE", 2023), ("ESH", 2000), ("SSD", 2005), ("XKX", 1999), ("UKR", 1990))
ENDED_OR_NO_PLACE = (("SUN", 1990), ("UNK", 2020))


@pytest.mark.parametrize(("place_id", "year"), [*NO_POPULATION_FITS, *COUNTED_UNDER_ANOTHER, *ENDED_OR_NO_PLACE])
def test_no_rate_is_given_where_none_fits(place_id: str, year: int) -> None:
    assert denominator(place_id, year) == ()


@pytest.mark.parametrize(
    ("place_id", "year", "under"),
    [
        ("SSD", 2010, "SDN"),
        ("AB9", 2015, "SDN"),
        ("ERI", 1992, "ETH"),
        ("TLS", 2001, "IDN"),
        ("NAM", 1989, "ZAF"),
        ("XKX", 2007, "SRB"),
        ("MNE", 2005, "SRB"),
        ("HRV", 1991, "SRB"),
        ("ESH", 2020, "MAR"),
        ("KAZ", 1990, "RUS"),
    ],
)
def test_a_place_without_a_row_is_counted_under_another(place_id: str, year: int, under: str) -> None:
    unit = coded_under(place_id, year)
    assert unit is not None
    assert unit.place_id == under


@pytest.mark.parametrize(
    ("place_id", "year"),
    [("SSD", 2011), ("ERI", 1993), ("TLS", 2002), ("NAM", 1990), ("XKX", 2008), ("MNE", 2006), ("HRV", 1992)],
)
def test_a_place_with_its_own_row_is_not_counted_under_another(place_id: str, year: int) -> None:
    assert coded_under(place_id, year) is None


def test_unhcr_gives_one_figure_for_serbia_and_kosovo() -> None:
    unit = coded_under("XKX", 2024, provider="unhcr")
    assert unit is not None
    assert unit.place_id == "SRB"
    assert "S/RES/1244" in unit.name_en


@pytest.mark.parametrize(
    ("place_id", "year", "words"),
    [
        ("UKR", 2023, ("Crimea", "Crimée")),
        ("IND", 2019, ("Kashmir", "Cachemire")),
        ("PAK", 2019, ("Kashmir", "Cachemire")),
        ("SOM", 2023, ("Somaliland", "Somaliland")),
        ("AZE", 2020, ("Nagorno-Karabakh", "Haut-Karabakh")),
        ("SDN", 2020, ("Abyei", "Abyei")),
    ],
)
def test_areas_that_readers_look_for_are_explained_in_both_languages(
    place_id: str, year: int, words: tuple[str, str]
) -> None:
    unit = unit_of(place_id, year)
    assert unit is not None
    assert words[0] in unit.note_en
    assert words[1] in unit.note_fr
    assert denominator(place_id, year) == (place_id,)


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.unit_id)
def test_every_unit_speaks_both_languages_and_judges_nobody(unit: Unit) -> None:
    texts = (unit.name_en, unit.name_fr, unit.note_en, unit.note_fr)
    assert all(text.strip() for text in texts)
    assert unit.note_en.endswith(".")
    assert unit.note_fr.endswith(".")
    assert [word for word in JUDGING_WORDS for text in texts if word in text.casefold()] == []


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.unit_id)
def test_a_text_that_names_kosovo_refers_to_resolution_1244(unit: Unit) -> None:
    assert "Kosovo" not in unit.note_en + unit.name_en or "1244" in unit.note_en + unit.name_en
    assert "Kosovo" not in unit.note_fr + unit.name_fr or "1244" in unit.note_fr + unit.name_fr


def test_an_entry_becomes_a_unit_for_each_provider() -> None:
    both = parse_units(UNIT.replace('["ucdp"]', '["ucdp", "views"]'))
    assert [unit.unit_id for unit in both] == ["ucdp:sudan-south", "views:sudan-south"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (UNIT.replace('"SSD"', '"QQQ"'), "unknown places.*QQQ"),
        (UNIT.replace('"ucdp"', '"acme"'), "provider 'acme'"),
        (UNIT + 'rate = "maybe"', "rate 'maybe'"),
        (UNIT + 'rate = "withheld"', "withholds the rate"),
        (UNIT.replace("to = 2010", "to = 1980"), "ends before it begins"),
        (UNIT.replace('covers = ["SDN", "SSD"]', 'covers = ["SSD"]'), "does not cover"),
        (UNIT.replace('note_fr = "Une ligne."', ""), "lacks.*note_fr"),
        (UNIT + 'colour = "red"', "unknown keys.*colour"),
        (UNIT + UNIT, "declared twice"),
        (
            UNIT + UNIT.replace("sudan-south", "other").replace("1989", "2010").replace("to = 2010", "to = 2012"),
            "both hold",
        ),
    ],
)
def test_a_contradiction_in_the_register_is_named(text: str, complaint: str) -> None:
    with pytest.raises(TerritoriesFileError, match=complaint):
        parse_units(text)
