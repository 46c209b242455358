"""Where were the deaths of a place located in a period? Finding, map, words and tables from the same rows.

Events say where; a year for which another source speaks is not on the map and is named. The
newest year is the newest for which events speak here, which may lie behind the record.
"""

from dataclasses import dataclass

import pandas as pd

from dashboard import ids
from dashboard.frame import Frame
from dashboard.outlines import HALF_THE_GLOBE, country_boxes
from dashboard.place_rows import rows_of
from figures.caption import Caption
from figures.ground_map import HALF, ground_map
from figures.ground_map_words import Located, UnitDeaths, cell_twin, finding, located_sentence, summary, unit_twin
from figures.labels import DEATHS_NOTE
from figures.map_frame import Box, around, framed, touches
from figures.twin import Twin
from language import Language
from reading.charts import Drawn, sources_named
from reading.names import name_of, place_name
from reading.parts import COUNTRY, UNIT, crisis_of, kind_of, lies_in
from reading.people import PROVIDER
from reading.record import record_of
from reference.territories import unit_of

EVENTS = "ucdp_ged"
WINDOWS = {"1": 1, "5": 5}  # years; any other period is the whole record
SUMMED = ["fatalities_best", "fatalities_low", "fatalities_high"]


@dataclass(frozen=True)
class Ground:
    """What is known of where people died in a place, for one period."""

    cells: pd.DataFrame
    located: Located
    years: list[int]  # for which events speak

    @property
    def period(self) -> str:
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else f"{first}–{last}"


def ground_of(frame: Frame, place_id: str, period: str) -> Ground | None:
    """The cells of a period; None where no event speaks for the place in any year, or none records a death."""
    release = frame.record.release
    known = rows_of(release, "located_year", place_id)
    if known.empty or not known["fatalities_best"].any():
        return None
    last = int(known["year"].max())
    first = last - WINDOWS[period] + 1 if period in WINDOWS else int(known["year"].min())
    chosen = known[known["year"] >= first]
    cells = rows_of(release, "cell_year", place_id)
    cells = cells[cells["year"] >= first].groupby(["cell", "latitude", "longitude"], as_index=False)[SUMMED].sum()
    columns = ("best", "in_cells", "in_provinces", "in_country")
    located = Located(*(int(chosen[f"fatalities_{column}"].sum()) for column in columns))
    return Ground(cells, located, sorted(int(year) for year in chosen["year"]))


def draw_ground(frame: Frame, place_id: str, period: str, with_twin: bool = False) -> Drawn | None:
    """The map of a place; None where nothing says where people died."""
    ground = ground_of(frame, place_id, period)
    if ground is None:
        return None
    words, release, cells = frame.words, frame.record.release, ground.cells
    units = units_of(frame, place_id, ground)
    own = own_countries(place_id, ground.years)
    is_country = kind_of(place_id) == COUNTRY  # of a crisis the frame is that of its cells in all years
    box = box_of(own, cells if is_country else rows_of(release, "cell_year", place_id), is_country)
    others = sorted(iso3 for iso3, lies in country_boxes().items() if touches(lies, framed(box)) and iso3 not in own)
    caption = Caption(
        title=finding(place_name(place_id, ground.years[-1], words), cells, ground.located, ground.period, words),
        subtitle=words.text(
            "Recorded direct deaths in organised violence by half-degree cell (about 55 km), {period}",
            period=ground.period,
        ),
        source=sources_named(frame.record, {EVENTS}),
        as_of=release.as_of,
        release=release.id,
        note=f"{located_sentence(ground.located, ground.period, words)} {words.text(DEATHS_NOTE)}".strip(),
        source_ids=(EVENTS,),
    )
    return Drawn(
        ids.GROUND,
        caption,
        ground_map(cells, box, own, others, ground.period, words, is_crisis=not is_country),
        summary(cells, units, ground.located, words),
        _twin(ground, units, words) if with_twin else None,
        lambda: cells.assign(place_id=place_id, first_year=ground.years[0], last_year=ground.years[-1]),
    )


def _twin(ground: Ground, units: list[UnitDeaths], words: Language) -> Twin:
    return unit_twin(units, ground.located, words) if units else cell_twin(ground.cells, ground.located, words)


def units_of(frame: Frame, place_id: str, ground: Ground) -> list[UnitDeaths]:
    """Deaths by first-order unit, most first, and last what no unit of the place is named for; none without units."""
    release, crisis = frame.record.release, crisis_of(place_id)
    of_units = record_of(release, UNIT)
    prefixes = tuple(f"adm1:{country}:" for country in own_countries(place_id, ground.years[-1:]))
    listed = crisis.units if crisis else [one for one in of_units.places if one.startswith(prefixes)]
    deaths = {one: sum(_known(of_units.deaths.at("best", one, year)) for year in ground.years) for one in listed}
    found = sorted((one for one in deaths if deaths[one]), key=lambda one: (-deaths[one], one))
    units = [UnitDeaths(name_of(one, frame.words), deaths[one], True) for one in found]
    rest = ground.located.total - sum(unit.deaths for unit in units)
    if units and rest > 0:
        units.append(UnitDeaths(frame.words.text("In none of these units, or without a named one"), rest, False))
    return units


def _known(value: float) -> int:
    return 0 if value != value else int(value)  # a unit that did not exist yet holds none of the deaths


def own_countries(place_id: str, years: list[int]) -> list[str]:
    """The countries whose ground a place's row held in these years, those that the source counts with it among them."""
    if kind_of(place_id) != COUNTRY:
        return sorted(lies_in(place_id))
    held = [unit_of(place_id, year, PROVIDER) for year in years]
    covered = {covers for unit in held if unit is not None for covers in unit.covers}
    return sorted(({place_id} | covered) & country_boxes().keys())


def box_of(own: list[str], cells: pd.DataFrame, is_country: bool) -> Box:
    """The ground to show: a country's with all its cells, in whichever period; of a crisis its cells alone."""
    boxes = [country_boxes()[iso3] for iso3 in own if iso3 in country_boxes()]
    if cells.empty:  # every death was located too vaguely
        return around(boxes)
    east, north = cells["longitude"], cells["latitude"]
    of_cells = Box(east.min() - HALF, north.min() - HALF, east.max() + HALF, north.max() + HALF)
    whole = around([*(boxes if is_country else []), of_cells])
    return whole if whole.east - whole.west < HALF_THE_GLOBE else of_cells
