"""Does the public of the receiving country look at the crisis, as far as anybody here can measure it?

Page views and news in the country's languages, which are not the country's alone: English
is read everywhere. Religious, student and rights groups are measured by no source here; hosted
refugees and page views do not stand in for them.
"""

from collections.abc import Callable

import pandas as pd

from reference.languages import public_languages
from response.component import Asked, Component, Figure, message, said

Answerer = Callable[[Asked, str, str], Figure]
VIEWS, NEWS = "wikipedia_views", "gdelt_volume"
MONTHS, WEEKS = 12, 52
UNIT_VIEWS, UNIT_NEWS = message("page views"), message("percent of monitored articles")
COMPONENT = Component(
    id="attention",
    title=message("Public attention in this country's languages"),
    definition=message(
        "Views of the encyclopaedia's articles on the country in the newest twelve months, beside all views of the watched places in "
        "that language; and the share of monitored news that names it, mean of the newest 52 weeks; in each language of the receiving country."
    ),
    sources=(VIEWS, NEWS, "reference/languages.csv"),
    unit=UNIT_VIEWS,
    period=message("12 months; 52 weeks"),
    caveat=message(
        "Of a language, not of a country: it is read elsewhere too. Attention is no sign of what people want to be done."
    ),
    licence_note=message("Counts may be passed on with the name of their source."),
)
LABEL_VIEWS = message("Page views, language {language}")
LABEL_NEWS = message("News that names it, language {language}")
OF_WATCHED = message("of the views of all watched places in that language")
NO_LANGUAGE = message("No language of this country is watched.")
NOT_WATCHED = message("This country is not among the places whose articles and news are watched.")
UNMEASURED = {
    "religious_groups": message("Religious groups that speak or act on it"),
    "student_groups": message("Student groups that speak or act on it"),
    "rights_groups": message("Rights groups that speak or act on it"),
}
NOT_MEASURED = message("Not measured: no source here counts it, and nothing else stands in for it.")


def attention(asked: Asked) -> tuple[Figure, ...]:
    """Views and news by language for each country of the crisis, and what is not measured."""
    languages = public_languages().get(asked.receiver, ())
    measured = [
        figure
        for place in asked.places
        for source_id, answer in ((VIEWS, _views), (NEWS, _news))
        for figure in _in_languages(asked, place, source_id, languages, answer)
    ]
    groups = [
        Figure(name, said(label), place, message("groups"), "", "", status="not_known", reason=said(NOT_MEASURED))
        for place in asked.places
        for name, label in UNMEASURED.items()
    ]
    return (*measured, *groups)


def _in_languages(
    asked: Asked, place: str, source_id: str, languages: tuple[str, ...], answer: Answerer
) -> list[Figure]:
    unit, measure = (UNIT_VIEWS, "page_views") if source_id == VIEWS else (UNIT_NEWS, "news")
    label = said(LABEL_VIEWS if source_id == VIEWS else LABEL_NEWS, language=", ".join(languages) or "—")
    gone = asked.lacks(source_id)
    if gone or not languages:
        status, reason = gone or ("not_known", said(NO_LANGUAGE))
        return [Figure(measure, label, place, unit, source_id, "", status=status, reason=reason)]
    return [answer(asked, place, language) for language in languages]


def _views(asked: Asked, place: str, language: str) -> Figure:
    table = asked.tables[VIEWS]
    known = table[table["language"].eq(language) & table["month"].le(asked.as_of)]
    label = said(LABEL_VIEWS, language=language)
    own = known[known["place_id"] == place]
    if own.empty:
        return Figure("page_views", label, place, UNIT_VIEWS, VIEWS, "", status="not_known", reason=said(NOT_WATCHED))
    last = known["month"].max()
    first = last - pd.DateOffset(months=MONTHS - 1)
    value, total = (float(rows.loc[rows["month"] >= first, "views"].sum()) for rows in (own, known))
    return Figure(
        "page_views",
        label,
        place,
        UNIT_VIEWS,
        VIEWS,
        f"{first:%Y-%m}..{last:%Y-%m}",
        value,
        total=total,
        share_of=OF_WATCHED,
    )


def _news(asked: Asked, place: str, language: str) -> Figure:
    table = asked.tables[NEWS]
    known = table[table["place_id"].eq(place) & table["language"].eq(language) & table["week"].le(asked.as_of)]
    label = said(LABEL_NEWS, language=language)
    if known.empty:
        return Figure("news", label, place, UNIT_NEWS, NEWS, "", status="not_known", reason=said(NOT_WATCHED))
    last = known["week"].max()
    weeks = known[known["week"] > last - pd.Timedelta(weeks=WEEKS)]
    return Figure(
        "news",
        label,
        place,
        UNIT_NEWS,
        NEWS,
        f"{weeks['week'].min():%Y-%m-%d}..{last:%Y-%m-%d}",
        float(weeks["news_share"].mean()),
    )
