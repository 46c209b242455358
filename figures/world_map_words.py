"""The map in words: what the pointer reads, a summary in sentences, and the table of places."""

import math

import pandas as pd

from figures._map_classes import CLASSES, Measure
from figures.labels import TEMPO_LABELS
from figures.twin import Twin
from language import Language, message

NAMED = 3  # places named in a summary; more would not be heard
STATUS_WORDS = {
    "no_data": message("no data"),
    "short_history": message("record too short"),
    "stale": message("figures too old"),
    "not_separable": message("not separable in this source"),
    "not_computed": message("severity not computed: a pillar of it has no figure"),
    "no_population": message("no population figure, so no rate"),
}


def hover_texts(places: pd.DataFrame, measure: Measure, language: Language) -> list[str]:
    """Say each place's value, its range, what it is about, and its tempo."""
    pattern = language.text("{measure}: {value}", measure=language.text(CLASSES[measure].name), value="{}")
    digits = CLASSES[measure].digits
    tempos = {code: language.text(label) for code, label in TEMPO_LABELS.items()}
    reasons = {code: language.text(words) for code, words in STATUS_WORDS.items()}
    texts = []
    columns = ("name", "value", "value_low", "value_high", "period", "tempo", "status", "remark")
    for place, value, low, high, period, tempo, status, remark in zip(
        *(places[c].tolist() for c in columns), strict=True
    ):
        if status == "ok":
            band = f" ({language.amounts(low, high, digits)})" if _has_band(low, high) else ""
            said = f"{language.amount(value, digits)}{band}, {period}"
        else:
            said = reasons.get(status, reasons["no_data"])
        lines = [f"<b>{place}</b>", pattern.format(said)]
        lines += [tempos[tempo]] if status == "ok" and tempo in tempos else []
        texts.append("<br>".join([*lines, *([remark] if isinstance(remark, str) and remark else [])]))
    return texts


def _has_band(low: float, high: float) -> bool:
    return not (math.isnan(low) or math.isnan(high))


def summary(places: pd.DataFrame, measure: Measure, language: Language) -> str:
    """Say the map in a few sentences."""
    known = places[places["status"] == "ok"]
    positive = known[known["value"] > 0].nlargest(NAMED, "value")
    n_positive, digits = int((known["value"] > 0).sum()), CLASSES[measure].digits
    said = [
        language.texts(
            "{n} place of {all} with a figure has recorded deaths.",
            "{n} places of {all} with a figure have recorded deaths.",
            n_positive,
            all=language.number(len(known)),
        )
    ]
    if n_positive:
        shown = zip(positive["name"], positive["value"], strict=True)
        listed = ", ".join(f"{place} {language.amount(value, digits)}" for place, value in shown)
        name = language.text(CLASSES[measure].name)
        said.append(language.text("Highest by {measure}: {places}.", measure=name[0].lower() + name[1:], places=listed))
    without = len(places) - len(known)
    if without:
        said.append(
            language.texts("{n} place has no figure of its own.", "{n} places have no figure of their own.", without)
        )
    return " ".join(said)


def twin(places: pd.DataFrame, measure: Measure, language: Language) -> Twin:
    """The map as a table, highest value first, places without a figure last."""
    words, digits = CLASSES[measure], CLASSES[measure].digits
    headings = (
        language.text("Place"),
        language.text(words.name),
        language.text("Low–high"),
        language.text("Period"),
        language.text("Tempo"),
        language.text("Status"),
    )
    rows = []
    for row in places.sort_values(["value", "name"], ascending=[False, True], na_position="last").to_dict("records"):
        is_ok = row["status"] == "ok"
        has_band = is_ok and _has_band(row["value_low"], row["value_high"])
        band = language.amounts(row["value_low"], row["value_high"], digits) if has_band else ""
        tempo = language.text(TEMPO_LABELS[row["tempo"]]) if row["tempo"] in TEMPO_LABELS else ""
        status = "" if is_ok else language.text(STATUS_WORDS.get(row["status"], STATUS_WORDS["no_data"]))
        value = language.amount(row["value"], digits) if is_ok else ""
        rows.append((row["name"], value, band, row["period"] if is_ok else "", tempo, status))
    return Twin(headings, tuple(rows))
