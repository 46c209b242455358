"""What does the chart of one-sided killings say of a place: finding, figure, words and table from the same rows?"""

import pandas as pd

from dashboard import ids
from dashboard.frame import Frame
from dashboard.place_rows import listed, rows_of
from figures.caption import Caption
from figures.killings_years import killings_years, twin
from figures.labels import DEATHS_NOTE
from figures.response_words import Band, attribution_sentence
from language import Language
from reading.charts import Drawn, sources_named
from reading.names import place_name


def draw_killings(frame: Frame, place_id: str, with_twin: bool = False) -> Drawn | None:
    """One-sided killings by year and by whom UCDP attributes them to; None where no year holds one."""
    words, rows = frame.words, rows_of(frame.record.release, "attribution_year", place_id)
    if not rows["fatalities_high"].any():
        return None
    span = int(rows["year"].min()), int(rows["year"].max())
    caption = Caption(
        title=finding(rows, place_name(place_id, span[1], words), words),
        subtitle=words.text(
            "One-sided killings a year by whom UCDP attributes them to, recorded direct deaths, {first} to {last}",
            first=str(span[0]),
            last=str(span[1]),
        ),
        source=sources_named(frame.record, rows["source_id"].unique()),
        as_of=frame.record.release.as_of,
        release=frame.record.release.id,
        note=words.text(DEATHS_NOTE),
        source_ids=tuple(sorted(rows["source_id"].unique())),
    )
    return Drawn(
        ids.KILLINGS,
        caption,
        killings_years(rows, span, words),
        newest_sentence(rows, words),
        twin(rows, span, words) if with_twin else None,
        lambda: rows,
    )


def finding(rows: pd.DataFrame, place: str, words: Language) -> str:
    """How many in all years on record, best estimates, and to whom UCDP attributes the most."""
    by_whom = rows.groupby("attributed_to")["fatalities_best"].sum()
    total, most = int(by_whom.sum()), str(by_whom.idxmax())
    years = {"first": str(int(rows["year"].min())), "last": str(int(rows["year"].max()))}
    if not total:
        return words.text("{place}: no one-sided killing by best estimates, {first} to {last}", place=place, **years)
    share = words.percent(float(by_whom[most]) / total)
    said = {"place": place, "share": share, "n": words.number(total), **years}
    if most == "named_groups":
        return words.text(
            "{place}: UCDP attributes {share} of {n} one-sided killings from {first} to {last} to named groups", **said
        )
    if most == "other_governments":
        return words.text(
            "{place}: UCDP attributes {share} of {n} one-sided killings from {first} to {last} to other governments",
            **said,
        )
    return words.text(
        "{place}: UCDP attributes {share} of {n} one-sided killings from {first} to {last} to the government", **said
    )


def newest_sentence(rows: pd.DataFrame, words: Language) -> str:
    """The newest year by whom, best with low and high, nobody among them."""
    year = int(rows["year"].max())
    killed: dict[str, Band] = {
        str(row["attributed_to"]): (
            int(row["fatalities_best"]),
            int(row["fatalities_low"]),
            int(row["fatalities_high"]),
        )
        for row in listed(rows[rows["year"] == year])
    }
    return attribution_sentence(year, killed, words) or ""
