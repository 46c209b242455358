"""How hungry is a place, and which outbreaks were announced there? What may be shown of it, and why the rest may not.

The figures of IPC are under terms that forbid passing them on and stand in no release; a missing analysis is no sign
of plenty. The World Health Organization announces what it chooses: a year without a notice is a 0 of its list.
"""

from typing import Any

import pandas as pd
from dash import html

from dashboard.card import scrolling, text_card
from dashboard.frame import Frame
from dashboard.native import Cell, Rows
from dashboard.pages._place_killings import known
from dashboard.place_rows import listed, newest_scores, reaches, rows_of
from figures.caption import Caption, source_line
from language import Language
from reading.charts import sources_named
from reading.parts import COUNTRY, kind_of
from reference.diseases import diseases
from releases.read import Release

HEALTH = "health"
HUNGER, NOTICES = "acute_hunger", "who_outbreaks"
SHOWN_YEARS = 10
SHOWN_NOTICES = 20  # the years say the rest
IPC = "https://data.humdata.org/dataset/global-acute-food-insecurity-country-data"
WHO = "https://www.who.int/emergencies/disease-outbreak-news"


def health_card(frame: Frame, place_id: str) -> list[Any]:
    """Hunger in a sentence and outbreak notices by year; nothing of a place without deaths, analyses or notices."""
    if kind_of(place_id) != COUNTRY:
        return []
    words, release = frame.words, frame.record.release
    months = rows_of(release, "outbreak_month", place_id)
    has_hunger = HUNGER in newest_scores(release, place_id)
    if months.empty and not has_hunger and not frame.countries.episodes.get(place_id):
        return []
    body: list[Any] = [html.P(hunger(frame, place_id))]
    newest = end_of_list(release)
    title = words.text("Hunger and outbreaks")
    if newest is None:
        body.append(html.P(words.text("Outbreak notices are not in this release.")))
    else:
        years = by_year(months, newest.year)
        title = finding(years, words)
        if any(years.values()):
            body += [*notices_table(years, newest, words), *single_notices(frame, place_id, newest)]
        source = sources_named(frame.record, {NOTICES})
        caption = Caption(title="", subtitle="", source=source, as_of=release.as_of, release=release.id, note="")
        said = words.text(
            "What WHO chose to announce, by the country that a title names: no notice is not no outbreak."
        )
        body.append(html.P([said, " ", source_line(caption, words)], className="note"))
    measure = words.text(
        "Hunger as IPC finds it; outbreak notices of the World Health Organization by year, our counts"
    )
    return [text_card(HEALTH, title, body, measure)]


def hunger(frame: Frame, place_id: str) -> list[Any]:
    """People in IPC phase 3 or worse, or in which of three ways there is no number."""
    words, release = frame.words, frame.record.release
    row = newest_scores(release, place_id).get(HUNGER)
    if reaches(release, HUNGER) is None:
        said = words.text(
            "Hunger: the figures of IPC are in no release, since its terms do not let us pass them on; that is no zero."
        )
        return [said, " ", html.A(words.text("IPC’s analyses at their publisher"), href=IPC, rel="noreferrer"), "."]
    if row is None:
        return [words.text("Hunger: no IPC analysis of this country is on record, which does not mean no hunger.")]
    month = words.month(row["month"])
    if not known(row["value"]):
        return [words.text("Hunger: the IPC analysis of {month} gives no number.", month=month)]
    said = words.text(
        "Hunger: {n} people found in crisis or worse (IPC phase 3 and above) by the analysis of {month}. Analyses often "
        "cover a part of a country, not always the same one, so they are not compared with each other.",
        n=words.number(row["value"]),
        month=month,
    )
    return [said]


def end_of_list(release: Release) -> pd.Timestamp | None:
    """The day of the newest notice of the whole list; None where the release holds no list."""
    if not release.has("outbreak_month.parquet"):
        return None
    newest = release.table("outbreak_month")["newest_date"].max()
    return None if pd.isna(newest) else newest


def by_year(months: pd.DataFrame, last: int) -> dict[int, dict[str, int]]:
    """Notices by year and disease, newest year first; a year without any is empty."""
    years: dict[int, dict[str, int]] = {year: {} for year in range(last, last - SHOWN_YEARS, -1)}
    dated = months.assign(year=months["month"].dt.year)
    counted = dated.groupby(["year", "disease_id"], as_index=False).agg({"notices": "sum"})
    for row in sorted(listed(counted), key=lambda one: (-one["notices"], one["disease_id"])):
        if row["year"] in years:
            years[row["year"]][row["disease_id"]] = row["notices"]
    return years


def finding(years: dict[int, dict[str, int]], words: Language) -> str:
    """How many notices in the years shown, and about what most of them are."""
    total: dict[str, int] = {}
    for counted in years.values():
        for disease, notices in counted.items():
            total[disease] = total.get(disease, 0) + notices
    first, last = str(min(years)), str(max(years))
    if not total:
        return words.text("No outbreak announced by WHO from {first} to {last}", first=first, last=last)
    most = max(total, key=lambda disease: total[disease])
    return words.texts(
        "{n} outbreak notice from {first} to {last}, about {disease}",
        "{n} outbreak notices from {first} to {last}, most about {disease}",
        sum(total.values()),
        first=first,
        last=last,
        disease=disease_name(most, words),
    )


def notices_table(years: dict[int, dict[str, int]], newest: pd.Timestamp, words: Language) -> list[Any]:
    """The notices of each year; the newest year says on which day the list ends."""
    title = words.text("Outbreak notices by year")
    headings = (words.text("Year"), Cell(words.text("Notices"), kind="number"), words.text("Diseases"))
    ends = words.text("the list at hand ends on {day}", day=words.day(newest.date()))
    rows = [
        [
            Cell(str(year), under=ends if year == newest.year else "", heads="row"),
            Cell(words.number(sum(counted.values())), kind="number"),
            Cell(", ".join(f"{disease_name(one, words)} {words.number(n)}" for one, n in counted.items())),
        ]
        for year, counted in years.items()
    ]
    return [scrolling(Rows(title, headings, rows, "groups"))]


def single_notices(frame: Frame, place_id: str, newest: pd.Timestamp) -> list[Any]:
    """Each notice with its day and link, folded away; the publisher's list where the release holds counts alone."""
    words, release = frame.words, frame.record.release
    chosen = notices_of(release, place_id)
    chosen = chosen[chosen["date"].dt.year > newest.year - SHOWN_YEARS]
    chosen = chosen.sort_values("date", ascending=False).head(SHOWN_NOTICES)
    if chosen.empty:
        link = html.A(words.text("The notices at their publisher"), href=WHO, rel="noreferrer")
        return [html.P(link, className="note")]
    opener = words.texts("The newest notice, with its link", "The newest {n} notices, with links", len(chosen))
    headings = (words.text("Date"), words.text("Disease"))
    rows = [
        [Cell(words.day(row["date"]), heads="row"), Cell(disease_name(row["disease_id"], words), href=row["url"])]
        for row in listed(chosen)
    ]
    return [html.Details([html.Summary(opener), scrolling(Rows(opener, headings, rows, "groups"))])]


def notices_of(release: Release, place_id: str) -> pd.DataFrame:
    """outbreak_notice of a place, found once per release; the starter holds counts alone."""
    kept_as = "dashboard.notices"
    if kept_as not in release.cache:
        has_links = release.has(f"sources/{NOTICES}.parquet")
        table = release.source_table(NOTICES) if has_links else pd.DataFrame(columns=["place_id", "date"])
        dated = table.assign(date=pd.to_datetime(table["date"]))
        release.cache[kept_as] = dated, dated.groupby("place_id").indices
    found, positions = release.cache[kept_as]
    rows: pd.DataFrame = found.take(positions.get(place_id, []))
    return rows


def disease_name(disease_id: str, words: Language) -> str:
    """The disease in the reader's language; a title that names none of the list is another one."""
    disease = diseases().get(disease_id)
    if disease is None:
        return words.text("another disease, or none named")
    return disease.name_fr if words.code == "fr" else disease.name
