"""UNHCR's Refugee Data Finder: pages of JSON, one layout for all its tables.

Within one row a figure may be 35156, the text "0" or "-", which means that there is
none: not 0. UNHCR's place codes are not ISO codes ("AUS" is Austria), so each is held
against the ISO code beside it. The rows of a year published in its own autumn stand at
30 June; they turn into 31 December with the release of June after it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from contracts.asylum_flow_year import DECISION_LEVELS
from ingest._json import read_json, records
from ingest._source import Get, Part, Parts, SourceError, Unchanged
from ingest._values import one_of, refuse
from reference.countries import country_from_unhcr

ADDRESS = "https://api.unhcr.org/population/v1/{table}/?limit=10000&page={page}&coo_all=true&coa_all=true&cf_type=ISO"
MOST_PAGES = 200  # far more than there are; a bound, so that a confused answer cannot keep us asking
PLACES = ("coo", "coo_iso", "coa", "coa_iso")
YEAR_END_FROM_MONTH = 6  # of the year after: the month of the Global Trends release
NO_FIGURE, MASKED = "-", "*"
PROCEDURES = {"G": "government", "U": "unhcr", "J": "joint"}
COUNTED_IN = {"P": "persons", "C": "cases"}


def fetch_pages(get: Get, table: str, address: str = ADDRESS) -> Parts:
    """Download all pages of a table and hold their number and lengths against what is announced."""
    first = Part(address.format(table=table, page=1), get(address.format(table=table, page=1)))
    announced = envelope(first, 1)
    pages, page_length = announced["maxPages"], len(announced["items"])
    if not 1 <= pages <= MOST_PAGES:
        raise SourceError(
            f"url={first.url} announces {pages} pages, not 1 to {MOST_PAGES}: has the interface changed? read UNHCR's notes on it"
        )
    addresses = [address.format(table=table, page=page) for page in range(2, pages + 1)]
    parts = [first, *(Part(url, get(url)) for url in addresses)]
    if all(isinstance(part.content, Unchanged) for part in parts):
        return parts  # counting their rows again takes longer than all else on a night without news
    for number, part in enumerate(parts, start=1):
        answer = envelope(part, number) if number > 1 else announced
        length = len(answer["items"])
        is_whole = length == page_length if number < pages else 0 < length <= page_length
        if answer["maxPages"] != pages or not is_whole:
            raise SourceError(
                f"url={part.url} holds {length} rows as page {number} of {answer['maxPages']}, the first page {page_length} of {pages}: rows are missing or the table is changing, try later"
            )
    return parts


def newest_year(parts: Parts) -> str:
    """What the table reaches to; UNHCR gives its releases no number."""
    return f"figures to {max(int(row['year']) for part in parts for row in envelope(part)['items'])}"


def long_figures(
    parts: Parts,
    measures: Mapping[str, str],
    names: tuple[str, str],
    source_id: str,
    retrieved: date,
    texts: Sequence[str] = (),
) -> pd.DataFrame:
    """One row for each figure there is, with origin, asylum and reference date; `texts` are taken as they are.

    `measures` maps each published column to its value in the first of `names`; the figure is in the second.
    """
    url, (kind, figure) = parts[0].url, names
    table = pd.concat([_page(part, (*PLACES, *texts), tuple(measures)) for part in parts], ignore_index=True)
    keys = table[list(texts)].assign(
        origin_id=_place_ids(table, "coo", source_id, url),
        asylum_id=_place_ids(table, "coa", source_id, url),
        reference_date=reference_dates(table["year"], retrieved),
        source_id=source_id,
    )
    found = []
    for column, value in measures.items():
        text = table[column].map(str)  # integers, digits as text, "-"
        is_figure, is_masked = text.str.fullmatch(r"\d+"), text.eq(MASKED)
        refuse(table[column], ~is_figure & ~is_masked & ~text.isin((NO_FIGURE, "None")), "no figure", column, url)
        said = (
            is_figure | is_masked
        )  # a type may have no figure at all, and a frame without rows takes those it is given
        long = keys[said].assign(is_masked=is_masked[said])
        long[kind] = pd.Series(value, index=long.index, dtype="str")
        long[figure] = text.where(is_figure).astype("Int64")[said]
        found.append(long)
    return pd.concat(found, ignore_index=True)


def asylum_flows(
    parts: Parts, flows: Mapping[str, str], counted_in: str, source_id: str, retrieved: date, texts: Sequence[str] = ()
) -> pd.DataFrame:
    """Applications or decisions: `flows` maps published columns to ours, `counted_in` names the column P or C."""
    url, stated = parts[0].url, ("procedure_type", "dec_level", counted_in, *texts)
    found = long_figures(parts, flows, ("flow", "number"), source_id, retrieved, stated)
    return found.assign(
        procedure=one_of(found["procedure_type"], PROCEDURES, "procedure_type", url),
        decision_level=one_of(found["dec_level"], {code: code for code in DECISION_LEVELS}, "dec_level", url),
        counted_in=one_of(found[counted_in], COUNTED_IN, counted_in, url),
    )


def reference_dates(years: pd.Series, retrieved: date) -> pd.Series:
    """31 December, or 30 June for a year whose final figures were not yet out when the table was retrieved."""
    is_half = (years >= retrieved.year) | ((years == retrieved.year - 1) & (retrieved.month < YEAR_END_FROM_MONTH))
    days = years.astype("str") + is_half.map({True: "-06-30", False: "-12-31"})
    return pd.to_datetime(days, format="%Y-%m-%d").astype("datetime64[us]")


def _page(part: Part, texts: Sequence[str], measures: Sequence[str]) -> pd.DataFrame:
    """The rows of one page, each of which has every field."""
    page = records(part, envelope(part)["items"], ("year", *texts, *measures))
    for column in texts:
        refuse(page[column], ~page[column].map(lambda value: isinstance(value, str)), "no text", column, part.url)
    years = page["year"].map(str)
    refuse(page["year"], ~years.str.fullmatch(r"(19|20)\d\d"), "no year", "year", part.url)
    return page.astype(dict.fromkeys(texts, "str")).assign(year=years.astype("int64"))


def _place_ids(table: pd.DataFrame, side: str, source_id: str, url: str) -> pd.Series:
    """The place of each row's UNHCR code, held against the ISO code beside it, which may be blank."""
    refuse(table[side], table[side].eq(NO_FIGURE), f"sums over places ({side}_all is not understood)", side, url)
    pairs = table[[side, f"{side}_iso"]].drop_duplicates().reset_index(drop=True)
    place_ids = country_from_unhcr(pairs[side], source_id)
    iso = pairs[f"{side}_iso"]
    refuse(pairs[side] + " = " + iso, ~iso.isin(("", NO_FIGURE)) & (iso != place_ids), "two places", side, url)
    return table[side].map(dict(zip(pairs[side], place_ids, strict=True))).astype("str")


def envelope(part: Part, number: int | None = None) -> dict[str, Any]:
    """The answer, which must be the page asked for."""
    answer = read_json(part)
    if (
        not isinstance(answer, dict)
        or not isinstance(answer.get("items"), list)
        or not isinstance(answer.get("maxPages"), int)
    ):
        raise SourceError(
            f"url={part.url} lacks items or maxPages: it answers {str(answer)[:200]}; a refusal, or a new layout"
        )
    if number is not None and answer.get("page") != number:
        raise SourceError(
            f"url={part.url} answers as page {answer.get('page')}: paging has changed; read UNHCR's notes on its interface"
        )
    return answer
