"""How much does the memory of one process grow over many packs? Measured on demand: `python -m benchmarks.briefing_memory`.

The resident memory after each tenth of the packs, in megabytes: all formats that need no browser, country after country.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from briefing.desk import Desk
from briefing.make import Request, make
from briefing.pictures import Pictures
from briefing.writing import Wanted, write_pack
from language import language
from reading.record import record_of
from releases.read import Release, ReleaseShelf

PACKS, TENTHS = 200, 10
FORMATS = ("pptx", "docx", "pdf", "xlsx", "csv")
PAGE = resource.getpagesize()


def resident() -> float:
    """Megabytes that the process holds now; its peak where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def measured(release: Release, packs: int = PACKS) -> list[float]:
    """Memory after each tenth."""
    words, pictures, found = language("en"), Pictures(None), []
    places = [str(place) for place in record_of(release).places]
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(packs):
            request = Request("country", (places[number % len(places)],), words)
            pack = make(request, release)
            desk = Desk(words, release, pack.id)
            out = Path(scratch)
            write_pack(pack, release, desk, Wanted(FORMATS), pictures, out, out / "briefs")
            if (number + 1) % max(1, packs // TENTHS) == 0:
                found.append(resident())
    return found


if __name__ == "__main__":
    processed = Path(os.environ.get("SLOWBURN_DATA") or "data") / "processed"
    began = time.perf_counter()
    told = measured(ReleaseShelf(processed, processed / "starter").current())
    said = ", ".join(f"{value:.0f}" for value in told)
    sys.stdout.write(f"memory after each tenth of {PACKS} packs: {said} MB ({time.perf_counter() - began:.0f} s)\n")
