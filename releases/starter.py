"""The starter release: what a fresh clone shows before its first refresh.

It is a published release without the source tables that list single events or
single flows: those are the publishers' to give out, and anybody's to fetch. All
that was computed from them is there, over the full history.
"""

import json
import shutil
from pathlib import Path

from releases._layout import MANIFEST, read_manifest

LEFT_OUT = {"ucdp_ged", "ucdp_api", "ucdp_candidate", "fts_incoming", "un_fatalities", "who_outbreaks"}


def make_starter(release: Path, starter: Path) -> None:
    """Copy a release to the starter's folder, without single events; its id and records stay."""
    manifest = read_manifest(release)
    left_out = {f"sources/{source_id}.parquet" for source_id in LEFT_OUT}
    kept = {name: said for name, said in manifest["files"].items() if name not in left_out}
    shutil.rmtree(starter, ignore_errors=True)
    for name in kept:
        (starter / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(release / name, starter / name)
    text = json.dumps({**manifest, "files": kept}, indent=1, ensure_ascii=False) + "\n"
    (starter / MANIFEST).write_text(text, encoding="utf-8")
