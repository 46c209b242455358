"""Everything that speaks for a place: countries, and with them their units and the crises that cross them.

Countries stay as they are. Crises and units rest on the same events and stand beside
them under their own ids; nobody adds up across kinds of places.
"""

from dataclasses import dataclass

import pandas as pd

from contracts.annual_record import ANNUAL_RECORD
from ladder._crises_by_country import events_of_countries
from ladder.admin1 import figures_of_units, locate, years_with_events
from ladder.attribution import attributions
from ladder.country import Spoken
from ladder.covered import PLACE_YEAR
from ladder.crisis import Counted, events_of_crises, figures_of_crises
from reference.admin1 import UNLOCATED, UNMAPPED, unknown_names
from reference.crises import crises

WITHOUT_UNIT = (f":{UNLOCATED}", f":{UNMAPPED}")


@dataclass(frozen=True)
class Parts:
    """All that speaks; the events behind it under the ids of countries and of crises, with the years they speak for.

    `of_crises` holds the events under the names of crises alone, of whole countries as well as of units.
    `mapped` holds the events of every country and crisis that has some, in the years of `mapped_years`.
    `unknown` tells names of units that the register lacks, with the remedy.
    """

    spoken: Spoken
    events: pd.DataFrame
    covered: pd.DataFrame
    attribution: pd.DataFrame
    of_crises: pd.DataFrame
    mapped: pd.DataFrame
    mapped_years: pd.DataFrame
    unknown: list[str]


def with_crises_and_units(
    countries: Spoken, events: pd.DataFrame, dyads: pd.DataFrame, annual: pd.DataFrame | None = None
) -> Parts:
    """Put crises and units beside the countries; `dyads` is dyad_year, `annual` annual_record, for the attribution."""
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
    years = pd.concat([countries.years, units.years, named.years], ignore_index=True)
    speaking = _that_speak(events, countries.years)
    under_crises = pd.concat(
        [counted.events[list(events.columns)], events_of_countries(listed, speaking, _uncounted(named.years, counted))],
        ignore_index=True,
    )
    in_units = located.events.assign(place_id=located.events["unit_id"])[list(events.columns)]
    recorded = ANNUAL_RECORD.empty() if annual is None else annual
    of_events = years_with_events(events, countries.comparison)
    mapped = events.merge(of_events.loc[~of_events["is_zero"], PLACE_YEAR], on=PLACE_YEAR, validate="many_to_one")
    of_units = counted.covered[[*PLACE_YEAR, "place_kind"]]
    return Parts(
        spoken=Spoken(
            years=years,
            months=pd.concat([countries.months, units.months, named.months], ignore_index=True),
            comparison=pd.concat([countries.comparison, named.comparison], ignore_index=True),
        ),
        events=pd.concat([of_countries, of_crises], ignore_index=True),
        covered=pd.concat([located.covered[PLACE_YEAR].assign(place_kind="country"), of_units], ignore_index=True),
        attribution=attributions(
            years, pd.concat([speaking, in_units, under_crises], ignore_index=True), recorded, listed
        ),
        of_crises=under_crises,
        mapped=pd.concat([mapped, counted.events[list(events.columns)]], ignore_index=True),
        mapped_years=pd.concat([of_events[PLACE_YEAR].assign(place_kind="country"), of_units], ignore_index=True),
        unknown=unknown_names(unmapped["place_id"], unmapped["admin1_published"], unmapped["year"]),
    )


def _that_speak(events: pd.DataFrame, years: pd.DataFrame) -> pd.DataFrame:
    """The events of country-years for which they speak."""
    speaks = years[[*PLACE_YEAR, "source_id"]].drop_duplicates()
    return events.merge(speaks, on=[*PLACE_YEAR, "source_id"], validate="many_to_one")


def _uncounted(years: pd.DataFrame, counted: Counted) -> pd.DataFrame:
    """The crisis-years that are not counted by events in units."""
    by_units = pd.MultiIndex.from_frame(counted.covered[PLACE_YEAR])
    return years[~pd.MultiIndex.from_frame(years[PLACE_YEAR]).isin(by_units)]
