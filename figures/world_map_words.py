"""The map in words: what the pointer reads, a summary in sentences, and the table of places."""

import math

import numpy as np
import pandas as pd

from figures._map_classes import CLASSES, Measure, band_words, class_labels, class_of, value_words
from figures.labels import TEMPO_LABELS
from figures.twin import Twin
from language import Language, message

PROVISIONAL = message("provisional")
NAMED = 3  # places named in a summary; more would not be heard
STATUS_WORDS = {
    "no_data": message("no data"),
    "late": message("late: not reached yet"),
    "short_history": message("record too short"),
    "stale": message("figures too old"),
    "not_separable": message("not separable in this source"),
    "not_computed": message("severity not computed: a pillar of it has no figure"),
    "no_population": message("no population figure, so no rate"),
}


def hover_texts(places: pd.DataFrame, measure: Measure, language: Language) -> list[str]:
    """Say each place's value, its range, what it is about, and its tempo."""
    pattern = language.text("{measure}: {value}", measure=language.text(CLASSES[measure].name), value="{}")
    tempos = {code: language.text(label) for code, label in TEMPO_LABELS.items()}
    reasons = {code: language.text(words) for code, words in STATUS_WORDS.items()}
    texts = []
    columns = ("name", "value", "value_low", "value_high", "period", "tempo", "status", "remark", "is_provisional")
    for place, value, low, high, period, tempo, status, remark, is_provisional in zip(
        *(places[c].tolist() for c in columns), strict=True
    ):
        if status == "ok":
            band = f" ({band_words(low, high, measure, language)})" if _has_band(low, high) else ""
            said = f"{value_words(value, measure, language)}{band}, {period}"
            said += f", {language.text(PROVISIONAL)}" if is_provisional else ""
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
    n_positive = int((known["value"] > 0).sum())
    said = (
        [_counted(known, measure, language)]
        if CLASSES[measure].labels
        else [
            language.texts(
                "{n} place of {all} with a figure has recorded deaths.",
                "{n} places of {all} with a figure have recorded deaths.",
                n_positive,
                all=language.number(len(known)),
            )
        ]
    )
    if n_positive and not CLASSES[measure].labels:
        shown = zip(positive["name"], positive["value"], strict=True)
        listed = ", ".join(f"{place} {value_words(value, measure, language)}" for place, value in shown)
        name = language.text(CLASSES[measure].name)
        said.append(language.text("Highest by {measure}: {places}.", measure=name[0].lower() + name[1:], places=listed))
    n_lasting = int(known["is_lasting"].sum()) if measure == "severity" else 0
    if n_lasting:
        said.append(
            language.texts(
                "{n} place had 25 or more deaths in each of the last twenty years.",
                "{n} places had 25 or more deaths in each of the last twenty years.",
                n_lasting,
            )
        )
    n_provisional = int(known["is_provisional"].sum())
    if n_provisional:
        said.append(
            language.texts(
                "The figure of {n} place is provisional.", "The figures of {n} places are provisional.", n_provisional
            )
        )
    without = len(places) - len(known)
    if without:
        said.append(
            language.texts("{n} place has no figure of its own.", "{n} places have no figure of their own.", without)
        )
    return " ".join(said)


def _counted(known: pd.DataFrame, measure: Measure, language: Language) -> str:
    """How many places stand in each class: of shares and lengths many share the highest, so naming three would mislead."""
    n_in = np.bincount(class_of(known["value"].to_numpy(dtype=float), measure), minlength=len(CLASSES[measure].labels))
    labels = class_labels(measure, language)
    parts = [f"{label} {language.number(n)}" for label, n in zip(labels[::-1], n_in[::-1].tolist(), strict=True)]
    return language.text("Places with a figure, by class: {classes}.", classes=", ".join(parts))


def twin(places: pd.DataFrame, measure: Measure, language: Language) -> Twin:
    """The map as a table, highest value first, places without a figure last."""
    words = CLASSES[measure]
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
        band = band_words(row["value_low"], row["value_high"], measure, language) if has_band else ""
        tempo = language.text(TEMPO_LABELS[row["tempo"]]) if row["tempo"] in TEMPO_LABELS else ""
        status = "" if is_ok else language.text(STATUS_WORDS.get(row["status"], STATUS_WORDS["no_data"]))
        value = value_words(row["value"], measure, language) if is_ok else ""
        if is_ok and row["is_provisional"]:
            status = language.text(PROVISIONAL)
        rows.append((row["name"], value, band, row["period"] if is_ok else "", tempo, status))
    return Twin(headings, tuple(rows))
