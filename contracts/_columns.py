"""Columns that several grains share: the same quantity has the same name and type everywhere."""

from contracts._contract import Column

PLACE_KINDS = ("country", "crisis", "adm1", "unlocated")
VIOLENCE_TYPES = ("state_based", "non_state", "one_sided")
ALL_TYPES, STATE_BASED_ONLY = "all", "state_based"
TYPES_COVERED = (ALL_TYPES, STATE_BASED_ONLY)

PLACE_ID = Column("place_id", "text", "SDN, crisis:darfur or adm1:SDN:west-darfur")
PLACE_KIND = Column("place_kind", "text", "what the place is", one_of=PLACE_KINDS)
MONTH = Column("month", "month", "first day of the month that is described")
YEAR = Column("year", "count", "calendar year", minimum=1945)
VIOLENCE_TYPE = Column("violence_type", "text", "UCDP's type of organised violence", one_of=VIOLENCE_TYPES)
SOURCE_ID = Column("source_id", "text", "the source whose figure this is")
TYPES_COVERED_COLUMN = Column("types_covered", "text", "which types of violence the series holds", one_of=TYPES_COVERED)
IS_PROVISIONAL = Column("is_provisional", "flag", "rests on figures the source may still change")
IS_BOUNDS_INCONSISTENT = Column(
    "is_bounds_inconsistent",
    "flag",
    "the source's best lay outside its low..high; the band was widened to the three values",
)
FATALITIES_BEST = Column("fatalities_best", "count", "recorded direct deaths, best estimate", minimum=0)
FATALITIES = (
    FATALITIES_BEST,
    Column("fatalities_low", "count", "recorded direct deaths, low estimate", minimum=0),
    Column("fatalities_high", "count", "recorded direct deaths, high estimate", minimum=0),
)
FATALITIES_IF_BOUNDED = (
    FATALITIES_BEST,
    Column("fatalities_low", "count", "low estimate, missing where the source has none", optional=True, minimum=0),
    Column("fatalities_high", "count", "high estimate, missing where the source has none", optional=True, minimum=0),
)
