"""What a refresh that was killed left behind, cleared by a later one.

Everything is written under a name that begins with a dot and renamed when it is
whole, so such a name that is there when a refresh begins belongs to nobody any
more. Only whoever holds the lock may say so.
"""

import logging
import shutil
from pathlib import Path

log = logging.getLogger(__name__)

IN_RAW = ("*/.draft-*",)
IN_PROCESSED = ("releases/.draft-*", "releases/.leaving-*", ".CURRENT-*", ".status.json-*")


def clear_leftovers(raw: Path, processed: Path) -> None:
    """Remove the unfinished drafts of earlier refreshes; to be called under the lock."""
    found = [path for pattern in IN_RAW for path in raw.glob(pattern)]
    found += [path for pattern in IN_PROCESSED for path in processed.glob(pattern)]
    for path in found:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        log.info("leftover cleared path=%s", path)
