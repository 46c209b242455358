"""What differs between two releases: one row per place, figure and period, or per source.

A change of what is counted is named and never differenced; a period that only one of the two
releases has bears a figure on one side only, and the missing one is no zero.
"""

from contracts._columns import IS_PROVISIONAL, PLACE_KINDS
from contracts._contract import Column, TableContract

DEATHS_YEAR, DEATHS_MONTH, DEATHS_MONTHS = "deaths_year", "deaths_month", "deaths_months"
SEVERITY_CLASS, SEVERITY_RANK, TEMPO, EPISODE, TEMPO_NOW = (
    "severity_class",
    "severity_rank",
    "tempo",
    "episode",
    "tempo_now",
)
REFUGEES, ASYLUM_SEEKERS, OTHERS, DISPLACED = (
    "refugees_abroad",
    "asylum_seekers_abroad",
    "oip_abroad",
    "internally_displaced",
)
NEWEST_DATA = "newest_data"
FIGURES = (
    DEATHS_YEAR,  # recorded deaths of a calendar year
    DEATHS_MONTH,  # recorded deaths of a month after the last whole year
    DEATHS_MONTHS,  # recorded deaths of the months that only the newer release has
    SEVERITY_CLASS,  # severity, where it stands in another class
    SEVERITY_RANK,  # rank in severity, where it lies outside the interval it had
    TEMPO,  # of the episode that names the place
    EPISODE,  # whether that episode goes on
    TEMPO_NOW,  # the tempo as it looks from inside
    REFUGEES,
    ASYLUM_SEEKERS,
    OTHERS,
    DISPLACED,
    NEWEST_DATA,  # how far a source reaches
)
REVISED, NEW, GONE, MOVED_ON = "revised", "new", "gone", "moved_on"
OTHER_SOURCE, REDEFINED = "other_source", "redefined"
NEWER, OLDER, OTHER_CONTENT, LATE = "newer", "older", "other_content", "late"
HOWS = (
    REVISED,  # the same period has another figure
    NEW,  # only the newer release has it
    GONE,  # only the older release has it
    MOVED_ON,  # the newest figure is of a later period: both stand, they are no revision
    OTHER_SOURCE,  # another source speaks: both stand
    REDEFINED,  # something else is counted, or the series breaks: both stand and must not be compared
    NEWER,  # the source reaches further
    OLDER,  # the source reaches less far than it did
    OTHER_CONTENT,  # it reaches as far, and its table differs
    LATE,  # it is as it was, and meanwhile later than is usual for it
)

RELEASE_CHANGE = TableContract(
    name="release_change",
    grain="place, figure and period in which two releases differ; a source by itself has no place",
    key=("figure", "place_id", "source_id", "period"),
    columns=(
        Column("figure", "text", "what is compared", one_of=FIGURES),
        Column("how", "text", "in which way it differs", one_of=HOWS),
        Column("place_id", "text", "SDN, crisis:darfur or adm1:SDN:west-darfur; missing for a source", optional=True),
        Column("place_kind", "text", "what the place is", optional=True, one_of=PLACE_KINDS),
        Column("source_id", "text", "whose figure it is; missing where it is computed of several", optional=True),
        Column("source_was", "text", "whose figure it was, where another source spoke", optional=True),
        Column("period", "text", "what the newer figure is about: 2024, 2024-06, 2024-06/2024-08", optional=True),
        Column("period_was", "text", "what the older figure is about", optional=True),
        Column("was", "number", "figure in the older release; missing where it has none", optional=True),
        Column("is", "number", "figure in the newer release; missing where it has none", optional=True),
        Column("word_was", "text", "word in the older release, of figures that are words", optional=True),
        Column("word_is", "text", "word in the newer release", optional=True),
        IS_PROVISIONAL,
        Column("size", "number", "how large the change is among those of its figure", minimum=0),
    ),
)
