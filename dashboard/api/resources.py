"""Which tables can programs read, by which address, narrowed by what?"""

from contracts._columns import PLACE_KINDS, TYPES_COVERED, VIOLENCE_TYPES
from contracts._contract import TableContract
from contracts.asylum_flow_year import ASYLUM_FLOW_YEAR, FLOWS
from contracts.attribution_year import ATTRIBUTED_TO, ATTRIBUTION_YEAR
from contracts.cell_year import CELL_YEAR
from contracts.change_point import CHANGE_POINT
from contracts.destination_year import DESTINATION_YEAR, TYPES_ABROAD
from contracts.direction import DIRECTION, DIRECTIONS
from contracts.displacement_year import BESIDE, DISPLACEMENT_YEAR, UNHCR_TYPES
from contracts.funding_requirement import FUNDING_REQUIREMENT, PLAN_SCOPES
from contracts.indicator_scores import INDICATOR_SCORES, STATUSES
from contracts.located_year import LOCATED_YEAR
from contracts.neglect_year import ANSWERS, NEGLECT_YEAR
from contracts.release_change import FIGURES, HOWS
from contracts.response_gap import RESPONSE_GAP, RESPONSE_MEASURES
from contracts.response_year import APPEAL_STATES, RESPONSE_YEAR
from contracts.series_break import SERIES_BREAK
from contracts.severity import SEVERITY, SEVERITY_PART
from contracts.solution_year import SOLUTION_YEAR, SOLUTIONS
from contracts.spread_year import SPREAD_YEAR
from contracts.tempo_episode import TEMPO_EPISODE, TEMPOS
from contracts.tempo_now import TEMPO_NOW, TEMPOS_NOW
from contracts.trend_verdict import TREND_VERDICT, VERDICTS
from contracts.violence_month import VIOLENCE_MONTH
from contracts.violence_year import VIOLENCE_YEAR
from dashboard.api import compared, registers
from dashboard.api._resource import Filter, Means, Resource

UCDP = ("ucdp_ged", "ucdp_country_year", "ucdp_battle_deaths", "ucdp_candidate", "views_history")
ABROAD = ("unhcr_population", "unhcr_unrwa", "unhcr_idmc")
FLOW_SOURCES = ("unhcr_applications", "unhcr_decisions", "unhcr_solutions")
MONEY, PEOPLE = ("fts_requirements",), ("worldbank_population",)
SEVERE = UCDP + PEOPLE

PLACE = Filter("place", "place_id", "place", "places by id, as in /api/v1/places")
KIND = Filter("kind", "place_kind", "word", "kinds of place", PLACE_KINDS)
BOTH = tuple(
    Filter(name, f"{name}_id", "origin_or_asylum", f"places of {name} by id; UNK is unknown, XXA stateless")
    for name in ("origin", "asylum")
)
INDICATOR = Filter("indicator", "indicator_id", "indicator", "indicators by id, as in /api/v1/indicators")
SOURCE = Filter("source", "source_id", "source", "sources by id, as in /api/v1/sources")

SINCE = Filter("since", "compared_with", "since", "the older release to compare with, as in /api/v1/releases")


def _words(column: str, known: tuple[str, ...]) -> Filter:
    return Filter(column, column, "word", f"values of {column}", known)


def _table(
    path: str,
    title: str,
    contract: TableContract,
    *filters: Filter,
    files: tuple[str, ...] = (),
    rests_on: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    small_with: tuple[tuple[str, tuple[str, ...]], ...] = (),
    note: str = "",
) -> Resource:
    """A table of a release: what its columns are decides which of the usual filters it has."""
    named = {column.name for column in contract.columns}
    usual = [one for one in (PLACE, KIND, *BOTH, INDICATOR, SOURCE) if one.column in named]
    ends: tuple[tuple[Means, str], ...] = (("from", "first period asked for"), ("to", "last period asked for"))
    spans = [Filter(means, contract.time, means, meaning) for means, meaning in ends] if contract.time in named else []
    return Resource(
        path,
        title,
        contract,
        (*usual, *spans, *filters),
        files or (f"{contract.name}.parquet",),
        rests_on=rests_on,
        people=people,
        small_with=small_with,
        is_coded_by_ucdp=rests_on in (UCDP, SEVERE),
        note=note,
    )


SHARES = (("share_of_refugees", ("refugees",)), ("share_of_all", TYPES_ABROAD))
RESOURCES: dict[str, Resource] = {
    one.path: one
    for one in (
        Resource("places", "Places", registers.PLACES, (PLACE, KIND), rows=registers.place_rows),
        Resource("indicators", "Indicators", registers.INDICATORS, (INDICATOR,), rows=registers.indicator_rows),
        Resource("sources", "Sources of a release", registers.SOURCES, (SOURCE,), rows=registers.source_rows),
        Resource("releases", "Releases that are kept", registers.RELEASES, (), rows=registers.release_rows),
        Resource(
            "changes",
            "What changed between two releases",
            compared.CHANGES,
            (PLACE, KIND, SOURCE, _words("figure", FIGURES), _words("how", HOWS), SINCE),
            rows=compared.change_rows,
            note="Without `since` the release before the one that answers is compared; without any there are no rows. "
            "Counts of 1 to 9 living people are left out.",
        ),
        _table(
            "scores",
            "Indicators by place and month",
            INDICATOR_SCORES,
            _words("status", STATUSES),
            people=("value", "value_low", "value_high"),
        ),
        _table("scores/severity", "Severity by place and month", SEVERITY, rests_on=SEVERE),
        _table("scores/severity-parts", "The parts of severity", SEVERITY_PART, rests_on=SEVERE),
        _table("scores/direction", "Direction", DIRECTION, _words("direction", DIRECTIONS), rests_on=UCDP),
        _table("scores/tempo", "Tempo by episode", TEMPO_EPISODE, _words("tempo", TEMPOS), rests_on=UCDP),
        _table("scores/tempo-now", "Tempo as it looks now", TEMPO_NOW, _words("tempo_now", TEMPOS_NOW), rests_on=UCDP),
        _table("scores/verdicts", "Verdicts on trends", TREND_VERDICT, _words("verdict", VERDICTS)),
        _table(
            "series",
            "Recorded deaths by month",
            VIOLENCE_MONTH,
            _words("violence_type", VIOLENCE_TYPES),
            _words("types_covered", TYPES_COVERED),
            rests_on=UCDP,
        ),
        _table(
            "series/years",
            "Recorded deaths by year",
            VIOLENCE_YEAR,
            _words("violence_type", VIOLENCE_TYPES),
            _words("types_covered", TYPES_COVERED),
            rests_on=UCDP,
        ),
        _table(
            "series/attribution",
            "To whom UCDP attributes one-sided killings",
            ATTRIBUTION_YEAR,
            _words("attributed_to", ATTRIBUTED_TO),
            rests_on=UCDP,
        ),
        _table("series/steps", "Steps of the level", CHANGE_POINT, rests_on=UCDP),
        _table("series/spread", "How far deaths are spread", SPREAD_YEAR, rests_on=UCDP),
        _table("series/cells", "Recorded deaths by half-degree cell and year", CELL_YEAR, rests_on=UCDP),
        _table("series/located", "How exactly deaths are located, by year", LOCATED_YEAR, rests_on=UCDP),
        _table(
            "displacement",
            "People abroad by origin and country of asylum",
            DESTINATION_YEAR,
            rests_on=("unhcr_population",),
            people=TYPES_ABROAD,
            small_with=SHARES,
        ),
        _table(
            "displacement/populations",
            "Displaced people by type, with UNRWA's and IDMC's figures beside UNHCR's",
            DISPLACEMENT_YEAR,
            _words("population_type", UNHCR_TYPES + BESIDE),
            files=tuple(f"sources/{name}.parquet" for name in ABROAD),
            rests_on=ABROAD,
            people=("persons",),
            note="Types and providers are never added up; 30 June is never compared with 31 December.",
        ),
        _table(
            "displacement/applications",
            "Asylum applications and decisions",
            ASYLUM_FLOW_YEAR,
            _words("flow", FLOWS),
            files=("sources/unhcr_applications.parquet", "sources/unhcr_decisions.parquet"),
            rests_on=FLOW_SOURCES[:2],
            people=("number",),
            note="Cases and persons are never added up; an appeal is no new application.",
        ),
        _table(
            "displacement/solutions",
            "Returns, resettlement and naturalisation",
            SOLUTION_YEAR,
            _words("solution", SOLUTIONS),
            files=("sources/unhcr_solutions.parquet",),
            rests_on=FLOW_SOURCES[2:],
            people=("persons",),
        ),
        _table(
            "displacement/breaks",
            "Breaks of series",
            SERIES_BREAK,
            rests_on=("unhcr_population", *FLOW_SOURCES),
            people=("persons_before", "persons", "matching_flow"),
        ),
        _table(
            "response",
            "Money asked and received, documents, operations",
            RESPONSE_YEAR,
            _words("appeal_state", APPEAL_STATES),
            note="Coverage rises when appeals shrink; no appeal, unfunded and not known are three states.",
        ),
        _table(
            "response/gap",
            "Severity beside response",
            RESPONSE_GAP,
            _words("response_measure", RESPONSE_MEASURES),
            rests_on=SEVERE + MONEY,
            note="Descriptive, never a cause.",
        ),
        _table(
            "response/neglect",
            "Severe, persistent, little done",
            NEGLECT_YEAR,
            _words("neglect", ANSWERS),
            rests_on=SEVERE + MONEY,
        ),
        _table(
            "response/requirements",
            "Humanitarian plans",
            FUNDING_REQUIREMENT,
            _words("plan_scope", PLAN_SCOPES),
            files=("sources/fts_requirements.parquet",),
            rests_on=MONEY,
        ),
    )
}
