"""What does each figure of the world's response say of itself? Title, definition, unit, source, date, caveat.

Texts are message ids, translated where they are shown. `sources` are modules of ingest/
or files of reference/; `dated_by` says which day or period a figure carries.
"""

from dataclasses import dataclass

from response.component import message


@dataclass(frozen=True)
class Measure:
    """One declared figure or list."""

    id: str
    title: str
    definition: str
    unit: str
    sources: tuple[str, ...]
    dated_by: str
    caveat: str


DOLLARS = message("US dollars of the day")
BUDGET_YEAR = message("budget year, as the source stood on the day of its file")
APPEALS = message(
    "Appeals are made where humanitarian organisations work, for droughts and earthquakes too; the newest year still fills up."
)
MEASURES = (
    Measure(
        "money_asked",
        message("Money asked"),
        message("Requirements of humanitarian plans for the country; its part of regional plans stands apart."),
        DOLLARS,
        ("fts_requirements",),
        BUDGET_YEAR,
        APPEALS,
    ),
    Measure(
        "money_received",
        message("Money received"),
        message("Money committed or paid to these plans; money outside plans stands apart."),
        DOLLARS,
        ("fts_requirements",),
        BUDGET_YEAR,
        message("Reported voluntarily. No appeal, an appeal that nobody answered and no figure are three states."),
    ),
    Measure(
        "coverage",
        message("Coverage"),
        message("Money received for each dollar asked in country plans."),
        message("share of what was asked"),
        ("fts_requirements",),
        BUDGET_YEAR,
        message("Rises when appeals shrink."),
    ),
    Measure(
        "documents",
        message("Resolutions and statements of the Security Council"),
        message("Documents whose index terms name the country."),
        message("documents"),
        ("un_resolutions", "un_statements"),
        message("day of adoption or statement"),
        message("Index terms name countries, not crises; where the source is off the number is not known."),
    ),
    Measure(
        "operations",
        message("United Nations operations"),
        message("Peacekeeping operations and political missions with a mandate in the country."),
        message("missions"),
        ("un_operations", "reference/missions.csv"),
        message("first and last day of the mandate"),
        message("A mandate says nothing about strength, and withdrawal takes months after its end."),
    ),
    Measure(
        "strength",
        message("Strength of operations"),
        message("Uniformed people of each mission in the newest month of the year."),
        message("persons"),
        ("un_personnel",),
        message("month of the report"),
        message("Missing where one contribution has no figure; civilian staff is not counted."),
    ),
    Measure(
        "listings",
        message("Groups on the Security Council's list"),
        message("Groups and entities listed under a regime about the country."),
        message("listings"),
        ("un_sanctions",),
        message("day of listing"),
        message("People are left out, and so are regimes about no country; entries that were removed are gone."),
    ),
    Measure(
        "gap",
        message("Gap between severity and response"),
        message(
            "Rank of the response minus rank of severity, over the number of countries with an appeal less one: "
            "above 0 where severity stands higher."
        ),
        message("share of the ranks, -1 to 1"),
        ("ucdp_country_year", "fts_requirements"),
        message("calendar year"),
        message("Descriptive. Countries without an appeal are not ranked."),
    ),
    Measure(
        "expected",
        message("Response against similar places"),
        message(
            "Logarithm of what places as severe and as populous received in the year and the four before it, "
            "over what was received, by a robust regression."
        ),
        message("natural logarithm; 0.69 is half of what similar places received"),
        ("ucdp_country_year", "fts_requirements", "worldbank_population"),
        message("calendar year"),
        message("What similar places received is usual practice, not need."),
    ),
    Measure(
        "neglect",
        message("Severe, persistent, little response"),
        message(
            "In the upper quarter of severity, active in eight of ten years, and less than half of what was asked "
            "or of what similar places received."
        ),
        message("yes or no for each part"),
        ("ucdp_country_year", "fts_requirements", "worldbank_population"),
        message("calendar year"),
        message("Where nothing was asked, little or much cannot be said."),
    ),
    Measure(
        "precedents",
        message("What was done in similar crises"),
        message(
            "Measures in crises of the same tempo, with a similar share of one-sided violence and a similar length."
        ),
        message("measures"),
        ("reference/responses.toml", "ucdp_country_year"),
        message("day of the decision or signature"),
        message("Few and checked; says nothing about what the measures brought about."),
    ),
)
