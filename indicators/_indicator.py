"""What an indicator declares about itself; dashboard, briefing and methods page take their words from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Indicator:
    """One declared question and how to read its answer; texts are message ids."""

    id: str
    title: str
    question: str
    definition: str
    reads: tuple[str, ...]
    period: Literal["month", "year"]
    higher_means: Literal["worse", "better"]
    unit: str
    caveat: str
    reference: str
    measures: Literal["state", "change"] = "state"
    quiet: Literal["zero", "no_row"] = "zero"  # what stands where no death is on record in the whole window
