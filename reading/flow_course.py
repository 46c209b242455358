"""How did a view of flows run over the years? The largest places of the asked year as parts, all others together."""

from figures.flow_years import Course, Part
from language import Language
from reading.flow_pairs import Asked
from reading.flow_words import COUNTED, count
from reading.flows import Flows, is_place_of_people
from reading.names import country_name

PARTS = 5
MID_YEAR_MONTH = 6


def course_of(flows: Flows, asked: Asked, words: Language) -> Course | None:
    """The years from the first on record to the newest of the measure; None where there is no number."""
    rows = flows.rows(asked.origin, None if asked.origin else asked.asylum)
    rows = rows[rows["number"].notna()]
    if rows.empty:
        return None
    key = "asylum_id" if asked.origin else "origin_id"
    sums = rows.groupby([key, "year"], observed=True)["number"].sum().unstack("year")
    years = tuple(range(int(rows["year"].min()), flows.years[-1] + 1))
    known = {int(year) for year in rows["year"].tolist()}
    # in a known year a place without a row adds nothing to the stack
    table = sums.reindex(columns=list(years)).astype("float64").fillna(0.0).to_numpy(dtype="int64")
    counts = {str(place): row.tolist() for place, row in zip(sums.index, table, strict=True)}
    largest = _largest(counts, years.index(asked.year if asked.year in known else max(known)))
    parts = [Part(country_name(place, words), tuple(counts.pop(place))) for place in largest]
    rest = tuple(sum(numbers) for numbers in zip(*counts.values(), strict=True))
    if any(rest):
        parts.append(Part(words.text("Others"), rest, is_others=True))
    return Course(
        years,
        tuple(parts),
        tuple(year in known for year in years),
        _breaks(flows, asked, largest, years),
        tuple(year for year in years if year in flows.days and flows.days[year].month == MID_YEAR_MONTH),
    )


def course_finding(course: Course, asked: Asked, words: Language) -> str:
    """Since when it is on record, and how often the series breaks: years across a break are not compared."""
    counted, first = words.text(COUNTED[asked.measure]), str(course.years[0])
    if asked.place is None:
        return words.text(
            "{counted}: where they come from, {first} to {last}",
            counted=counted,
            first=first,
            last=str(course.years[-1]),
        )
    place, n = country_name(asked.place, words), len(course.breaks)
    if asked.origin:
        said = words.text("{counted} from {place}: on record since {first}", counted=counted, place=place, first=first)
    else:
        said = words.text("{counted} in {place}: on record since {first}", counted=counted, place=place, first=first)
    if not n:
        return said
    breaks = words.texts("{n} break in the series", "{n} breaks in the series", n)
    return words.text("{said}, with {breaks}", said=said, breaks=breaks)


def course_summary(course: Course, words: Language) -> str:
    """The newest known year by its parts, and the years of breaks."""
    at = max(place for place, is_known in enumerate(course.is_known) if is_known)
    parts = "; ".join(f"{part.name} {count(part.numbers[at], words)}" for part in course.parts)
    year, total = str(course.years[at]), count(course.totals()[at], words)
    said = [words.text("{year}: {total} persons; {parts}.", year=year, total=total, parts=parts)]
    if course.breaks:
        years = ", ".join(str(year) for year in course.breaks)
        said.append(words.text("Breaks in the series: {years}.", years=years))
    return " ".join(said)


def _largest(counts: dict[str, list[int]], at: int) -> list[str]:
    """The places with the most in a year; those with none in it only where there are no others."""
    places = [place for place in counts if is_place_of_people(place)]
    return sorted(places, key=lambda place: (-counts[place][at], -sum(counts[place]), place))[:PARTS]


def _breaks(flows: Flows, asked: Asked, largest: list[str], years: tuple[int, ...]) -> tuple[int, ...]:
    """The years of a jump of the origin as a whole or of a part that is shown; the world has one in every year."""
    if asked.place is None:
        return ()
    broken = set()
    for year in years[1:]:
        whole = asked.origin is not None and (asked.origin, None, year) in flows.breaks
        pairs = ((asked.origin, place) if asked.origin else (place, str(asked.asylum)) for place in largest)
        if whole or any(flows.is_break(origin, asylum, year) for origin, asylum in pairs):
            broken.add(year)
    return tuple(sorted(broken))
