"""Which disease does a title name? A short closed list, so that counts can be made without passing titles on.

The list is diseases.toml; what fits none of its patterns is "other", and many old
titles name a year and a country only.
"""

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

DISEASES_FILE = Path(__file__).with_name("diseases.toml")
OTHER = "other"


@dataclass(frozen=True)
class Disease:
    """One entry of diseases.toml."""

    id: str
    name: str
    name_fr: str
    patterns: tuple[re.Pattern[str], ...]


@functools.cache
def diseases() -> dict[str, Disease]:
    """Every disease by id, in the order in which titles are compared; read once per process."""
    entries = tomllib.loads(DISEASES_FILE.read_text(encoding="utf-8"))["disease"]
    return {
        entry["id"]: Disease(entry["id"], entry["name"], entry["name_fr"], tuple(map(re.compile, entry["patterns"])))
        for entry in entries
    }


def disease_in(title: str) -> str:
    """The id of the first disease that the title names, or "other"."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return next((one.id for one in diseases().values() if any(p.search(bare) for p in one.patterns)), OTHER)
