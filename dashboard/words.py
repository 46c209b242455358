"""Which words do the pages use for codes and measures? Declared once, translated where they are shown."""

from dataclasses import dataclass

from language import message

MEASURE_LABELS = {
    "severity": message("Severity"),
    "persistence": message("Persistence"),
    "spell": message("Present spell"),
    "deaths": message("Deaths"),
    "rate": message("Per 100,000"),
}
LIST_LABELS = {"countries": message("Countries"), "crises": message("Named crises")}
AXIS_LABELS = {"calendar": message("Calendar"), "onset": message("Years since onset")}
COMPARED_LABELS = {
    "deaths": message("Deaths"),
    "rate": message("Per 100,000 people"),
    "severity": message("Severity"),
}
UNIT_LABELS = {"deaths": message("Deaths"), "rate": message("Per 100,000 people")}
FLOW_LABELS = {
    "refugees": message("Refugees"),
    "asylum_seekers": message("Asylum-seekers"),
    "oip": message("Others in need"),
    "applications": message("New applications"),
}
THEME_LABELS = {"system": message("As the system"), "light": message("Light"), "dark": message("Dark")}
SCALE_LABELS = {"linear": message("Linear"), "log": message("Logarithmic")}
GROUND_LABELS = {
    "5": message("Newest five years"),
    "1": message("Newest year"),
    "all": message("All years"),
}
TEMPO_FILTER_LABELS = {
    "any": message("Any tempo"),
    "slow_burn": message("Slow burn"),
    "slow_burn_with_surges": message("Slow burn with surges"),
    "sudden": message("Sudden"),
    "short": message("Short"),
}
TEMPO_MARKS = {
    "slow_burn": "▬▬▬",
    "slow_burn_with_surges": "▂▅▂▇",
    "sudden": "▁▁▇▁",
    "short": "▁▅▁▁",
}  # shape beside the word
ROW_LABELS = {"active": message("25 or more deaths"), "all": message("All places")}
PILLAR_MEANINGS = {
    "intensity": message("{value} deaths per 100,000 people"),
}
RUNG_LABELS = {
    "events": message("events by month"),
    "months": message("published months"),
    "years": message("annual record"),
    "dyads": message("battle deaths by dyad"),
    "candidates": message("candidate events"),
}
REASON_WORDS = {
    "agrees": message("agrees with the annual record within the tolerance"),
    "zero_year": message("the annual record says zero, so every month is zero"),
    "beyond_annual": message("the annual record does not reach this year yet"),
    "annual_record": message("the annual record itself"),
    "differs": message("differs from the annual record by more than the tolerance, so it does not speak"),
    "declared": message("the register of crises says what is counted"),
}
PARAMETER_LABELS = {
    "measure": message("measure"),
    "year": message("year"),
    "tempo": message("tempo"),
    "shown": message("rows"),
    "listed": message("list"),
    "sort": message("order"),
    "unit": message("unit"),
    "axis": message("axis of time"),
    "origin": message("country of origin"),
    "asylum": message("country of asylum"),
    "scale": message("scale"),
    "ground": message("period of the map"),
    "from": message("first year"),
    "to": message("last year"),
    "period": message("period"),
    "lang": message("language"),
    "release": message("release"),
    "known": message("as-known-on date"),
    "for": message("reader’s country"),
    "pack": message("briefing"),
    "since": message("release to compare with"),
}


@dataclass(frozen=True)
class PageNames:
    """How a page is called: in the browser's title and in the navigation."""

    title: str
    nav: str


OVERVIEW_NAMES = PageNames(message("Where violence burns, and for how long"), message("Overview"))
COMPARE_NAMES = PageNames(message("Places beside each other"), message("Compare"))
FLOWS_NAMES = PageNames(message("Who fled from where to where"), message("Flows"))
METHODS_NAMES = PageNames(message("How every figure is made"), message("Methods"))
SOURCES_NAMES = PageNames(message("Sources and how they stand"), message("Sources"))
WILL_NAMES = PageNames(message("Will to intervene"), message("Will to intervene"))
WATCH_NAMES = PageNames(message("Watchlist"), message("Watchlist"))
NAVIGATION = (
    ("/", OVERVIEW_NAMES),
    ("/compare", COMPARE_NAMES),
    ("/flows", FLOWS_NAMES),
    ("/will", WILL_NAMES),
    ("/watchlist", WATCH_NAMES),
    ("/methods", METHODS_NAMES),
    ("/sources", SOURCES_NAMES),
)
