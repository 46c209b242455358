"""Print the frozen reference anew from the published release: `python -m indicators > indicators/frozen_1990_2019.csv`.

Only to be run when an indicator is added or its definition changes; a change of
the file is a change of method (CHANGELOG, Methods).
"""

import sys
from pathlib import Path

import pandas as pd
import pyarrow.parquet as parquet

from indicators._annual import annual_deaths
from indicators._frozen import LAST_YEAR, PERCENTILES, reference_values
from indicators.fatalities_rate_year import PER, population_of


def main(release: Path) -> None:
    """Print indicator_id, percentile and value for the two indicators with a frozen reference."""
    years = parquet.read_table(release / "violence_year.parquet").to_pandas()
    deaths = annual_deaths(years[years["place_kind"] == "country"], pd.Timestamp(LAST_YEAR, 12, 1))
    population = parquet.read_table(release / "sources/worldbank_population.parquet").to_pandas()
    values = {
        "fatalities_year": deaths.best,
        "fatalities_rate_year": PER * deaths.best / population_of(deaths, population)[0],
    }
    print("indicator_id,percentile,value")
    for indicator_id, table in values.items():
        for percentile, value in zip(PERCENTILES, reference_values(table, deaths.years), strict=True):
            print(f"{indicator_id},{percentile},{value:.10g}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
