"""Everything that speaks for a place: countries, and with them their units and the crises that cross them.

Countries stay as they are. Crises and units rest on the same events and stand beside
them under their own ids; nobody adds up across kinds of places.
"""

from dataclasses import dataclass

import pandas as pd

from ladder.admin1 import figures_of_units, locate
from ladder.country import Spoken
from ladder.covered import PLACE_YEAR
from ladder.crisis import events_of_crises, figures_of_crises
from reference.admin1 import UNLOCATED, UNMAPPED, unknown_names
from reference.crises import crises

WITHOUT_UNIT = (f":{UNLOCATED}", f":{UNMAPPED}")


@dataclass(frozen=True)
class Parts:
    """All that speaks; the events behind it under the ids of countries and of crises, with the years they speak for.

    `unknown` tells names of units that the register lacks, with the remedy.
    """

    spoken: Spoken
    events: pd.DataFrame
    covered: pd.DataFrame
    unknown: list[str]


def with_crises_and_units(countries: Spoken, events: pd.DataFrame, dyads: pd.DataFrame) -> Parts:
    """Put crises and units beside the countries; `dyads` is dyad_year."""
    listed = list(crises().values())
    located = locate(events, countries.comparison)
    counted = events_of_crises(listed, located)
    units, named = figures_of_units(located), figures_of_crises(listed, counted, dyads, countries)
    unmapped = located.events[located.events["unit_id"].str.endswith(f":{UNMAPPED}")]
    without = located.events["unit_id"].str.endswith(WITHOUT_UNIT)
    of_countries = located.events.assign(unit_id=located.events["unit_id"].mask(without))
    of_crises = counted.events.assign(
        unit_id=counted.events["unit_id"].mask(counted.events["unit_id"].str.endswith(WITHOUT_UNIT))
    )
    return Parts(
        spoken=Spoken(
            years=pd.concat([countries.years, units.years, named.years], ignore_index=True),
            months=pd.concat([countries.months, units.months, named.months], ignore_index=True),
            comparison=pd.concat([countries.comparison, named.comparison], ignore_index=True),
        ),
        events=pd.concat([of_countries, of_crises], ignore_index=True),
        covered=pd.concat(
            [located.covered[PLACE_YEAR].assign(place_kind="country"), counted.covered[[*PLACE_YEAR, "place_kind"]]],
            ignore_index=True,
        ),
        unknown=unknown_names(unmapped["place_id"], unmapped["admin1_published"], unmapped["year"]),
    )
