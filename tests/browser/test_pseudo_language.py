"""No sentence comes past the catalogue: in a language of accents alone, plain letters are names, dates or a mistake."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from playwright.sync_api import Browser, Page

import language
import reference
from reference._admin1_file import WITHOUT_UNIT
from reference.countries import countries
from releases.read import Release, ReleaseShelf
from tests.browser.every_page import every_page, in_language, wait_until_drawn
from tests.browser.serving import serving
from tests.dashboard.conftest import TODAY
from tests.dashboard.small_world import publish_release
from tests.language.pseudo import Pseudo, accented, known

OURS = {"Slowburn", "English", "Français", "PNG", "SVG", "CSV", "python refresh.py"}  # the same in every language
SAID_ABOUT_SOURCES = ("title", "provider", "licence", "citation", "caveat", "release", "homepage")
REFERENCE = Path(reference.__file__).parent
LONGEST_CODE = 4
WORD = re.compile(r"[A-Za-z]{2,}")
SHOWN = """() => {
  const spoken = ["aria-label", "placeholder", "title", "alt"];
  // what stands in CODE is the name of a table or file, the same in every language
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [document.title, document.querySelector("meta[name=description]").content];
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (!["SCRIPT", "STYLE", "CODE"].includes(node.parentElement.tagName)) found.push(node.textContent);
  for (const element of document.querySelectorAll(spoken.map((name) => `[${name}]`).join()))
    for (const name of spoken) found.push(element.getAttribute(name) ?? "");
  const strings = (part) => typeof part === "string" ? found.push(part)
    : part && typeof part === "object" && Object.values(part).forEach(strings);
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    for (const trace of chart.data) strings([trace.name, trace.text, trace.hovertext, trace.hovertemplate, trace.customdata]);
    strings([chart.layout.annotations?.map((note) => note.text), chart.layout.yaxis?.ticktext]);
  }
  return [...new Set(found)];
}"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> ReleaseShelf:
    processed = tmp_path_factory.mktemp("pseudo") / "processed"
    publish_release(processed, "2026-11-01", with_parts=False, with_measures=False)
    publish_release(processed)
    return ReleaseShelf(processed, processed / "starter")


@pytest.fixture
def page(browser: Browser, release: ReleaseShelf, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Pages of which the French is the pseudo language; a server of its own keeps the answers of others French."""
    monkeypatch.setitem(language.KNOWN, "fr", Pseudo("fr"))
    with serving(release, TODAY) as address:
        context = browser.new_context(base_url=address)
        yield context.new_page()
        context.close()


def names_of_data(release: Release) -> set[str]:
    """What pages repeat as data give it: places, sources, and the release."""
    places = {name for country in countries().values() for name in (country.name, country.name_fr)}
    with (REFERENCE / "admin1.csv").open(encoding="utf-8") as units:
        places |= {name for row in csv.DictReader(units) for name in (row["name"], row["name_fr"])}
    places |= {name for names in WITHOUT_UNIT.values() for name in names}
    with (REFERENCE / "missions.csv").open(encoding="utf-8") as missions:
        places |= {row[part] for row in csv.DictReader(missions) for part in ("mission", "name", "source")} - {""}
    for file in ("territories.toml", "crises.toml", "responses.toml", "calendar.toml", "diseases.toml"):
        places |= set(written(tomllib.loads((REFERENCE / file).read_text("utf-8"))))
    sources = {str(vars(source)[part]) for source in release.sources.values() for part in SAID_ABOUT_SOURCES}
    return places | sources | {release.id, *countries()}


def written(part: Any) -> Iterator[str]:
    """Every text of a register; codes of a few letters are none."""
    if isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from written(inner)
    elif isinstance(part, str) and len(part) > LONGEST_CODE:
        yield part


def dates() -> set[str]:
    months = Locale("fr").months["format"]
    return {"1er"} | {name for width in ("wide", "abbreviated") for name in months[width].values()}


def plain_words(texts: list[str], allowed: set[str]) -> dict[str, list[str]]:
    """The words in plain letters that stand for no name or date, with the text that holds them."""
    names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(allowed, key=len, reverse=True)))
    left = {text: WORD.findall(names.sub("", re.sub(r"<[^>]*>|%\{[^}]*\}", "", text))) for text in texts}
    return {text: words for text, words in left.items() if words}


def test_no_page_shows_a_sentence_that_came_past_the_catalogue(page: Page, release: ReleaseShelf) -> None:
    allowed = names_of_data(release.current()) | dates() | OURS
    wrong: dict[str, Any] = {}
    for path in every_page():
        page.goto(in_language(path, "fr"))
        wait_until_drawn(page)
        page.locator("details:not([open]) > summary").evaluate_all("all => all.forEach(opener => opener.click())")
        page.wait_for_load_state("networkidle")
        texts = page.evaluate(SHOWN)
        assert sum("⟦" in text for text in texts) > 5, path
        if found := plain_words(texts, allowed | {path.rsplit("/", 1)[-1], "Atlantis"}):
            wrong[path] = found
    assert wrong == {}


def test_a_sentence_outside_the_catalogue_is_found() -> None:
    sentence = next(iter(sorted(known())))
    assert plain_words([accented(sentence), "Sudan", "octobre 2023"], {"Sudan"} | dates()) == {}
    assert plain_words([accented("No such sentence")], {"Sudan"})["No such sentence"] == ["No", "such", "sentence"]


def test_readers_are_not_offered_it() -> None:
    assert not any(isinstance(language.language(code), Pseudo) for code in (*language.LANGUAGES, "qps", "pseudo"))
