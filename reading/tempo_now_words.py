"""How did a place burn as seen from inside, and up to which month does that hold?

The companion of the tempo by episodes stands at the newest month of all types, which may
lie years before the newest annual figure: then it is no verdict for today, and says so.
"""

from typing import Any

from language import Language, message
from reading.record import Record

LABELS = {
    "slow_burn": message("a slow burn"),
    "sudden": message("sudden"),
    "between": message("neither clearly a slow burn nor clearly sudden"),
}


def live_tempo(record: Record, place: str, words: Language) -> str:
    """The tempo from inside of one place in sentences; nothing where its months give none."""
    table = record.table("tempo_now")
    rows = table[table["place_id"] == place].to_dict("records")
    return live_sentence(rows[0], record.last_year(place), words) if rows else ""


def live_sentence(row: dict[Any, Any], last_year: int | None, words: Language) -> str:
    """One row of tempo_now with its month, and what a later annual record means for it."""
    month, label = row["month"], LABELS[row["tempo_now"]]
    said = [
        words.text(
            "Seen from inside, to {month}: {tempo}. The last three months stood at {ratio} times the pace "
            "of the last 36 (yearly paces plus one), and {share} of the months of the last five years were active.",
            month=words.month(month),
            tempo=words.text(label),
            ratio=words.amount(row["surge_ratio"]),
            share=words.percent(row["share_active"]),
        )
    ]
    if row["is_short_history"]:
        said.append(words.text("Fewer than 60 months are on record, so the share is of those."))
    if row["is_provisional"]:
        said.append(words.text("The newest of these months are provisional."))
    if last_year is not None and last_year > month.year:
        said.append(
            words.text(
                "The annual record goes on to {year}, past these months: this is no verdict for today.",
                year=str(last_year),
            )
        )
    return " ".join(said)
