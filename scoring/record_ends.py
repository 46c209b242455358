"""Up to when is each place on record?

No death, no figure and a figure that is late look alike on a chart. A month without
a row is never a quiet month; this says for each place where its record ends and how far
that is behind the others of the same release.
"""

import numpy as np
import pandas as pd

from contracts._columns import ALL_TYPES
from contracts.record_end import RECORD_END

LATE_FROM_MONTHS = 12  # event files come once a year: below that, a place waits for the next file as all do


def record_ends(violence_month: pd.DataFrame, violence_year: pd.DataFrame) -> pd.DataFrame:
    """One row per place, from the months and years that all types of violence cover."""
    years = violence_year[violence_year["types_covered"] == ALL_TYPES]
    months = violence_month[violence_month["types_covered"] == ALL_TYPES]
    months = months[["place_id", "place_kind", "month"]].drop_duplicates()
    of_years = years.groupby("place_id")["year"].agg(first_year="min", newest_year="max")
    of_months = months.groupby("place_id")["month"].agg(first_month="min", newest_month="max", held="size")
    kinds = pd.concat([table[["place_id", "place_kind"]] for table in (years, months)]).drop_duplicates("place_id")
    table = kinds.set_index("place_id").join(of_years).join(of_months).reset_index()
    newest = months.loc[months["place_kind"] == "country", "month"].max()
    behind = _months_between(table["newest_month"], newest)
    spanned = _months_between(table["first_month"], table["newest_month"]) + 1
    return RECORD_END.validate(
        table.assign(
            first_year=table["first_year"].astype("Int64"),
            newest_year=table["newest_year"].astype("Int64"),
            missing_months=(spanned - table["held"]).fillna(0).astype("int64"),
            # A unit of a country whose candidate months are known only by country may be behind; none is ahead.
            months_behind=behind.clip(lower=0).astype("Int64"),
            is_late=np.where(behind.isna(), True, behind >= LATE_FROM_MONTHS),
        )
    )


def _months_between(early: pd.Series, late: pd.Series | pd.Timestamp) -> pd.Series:
    """Whole months from one first of a month to the other; NaN where one is missing."""
    late = late if isinstance(late, pd.Series) else pd.Series(late, index=early.index, dtype="datetime64[us]")
    return (late.dt.year - early.dt.year) * 12 + late.dt.month - early.dt.month
