"""How many displaced people, of which type, from where, are where on a reference date.

A figure the source does not have ("-") has no row; a 0 is the source's own 0. The
types are never added up without a word: UNRWA's and IDMC's stand beside UNHCR's.
"""

from contracts._columns import SOURCE_ID
from contracts._contract import Column, TableContract
from contracts._displacement_columns import ASYLUM_ID, IS_MASKED, ORIGIN_ID, REFERENCE_DATE

UNHCR_TYPES = (
    "refugees",
    "asylum_seekers",
    "oip",  # other people in need of international protection, since 2018
    "idps",
    "stateless",
    "ooc",  # others of concern to UNHCR
    "hst",  # host community
    "returned_refugees",  # came back within the period, not a stock
    "returned_idps",
)
BESIDE = ("unrwa_refugees", "idmc_idps")  # other providers' figures, never in UNHCR's sums

DISPLACEMENT_YEAR = TableContract(
    name="displacement_year",
    time="reference_date",
    places=("origin_id", "asylum_id"),
    measures=("persons",),
    units=("population_type",),
    grain="origin, asylum, population type, reference date; no row where the source has no figure",
    key=("origin_id", "asylum_id", "population_type", "reference_date"),
    columns=(
        ORIGIN_ID,
        ASYLUM_ID,
        Column("population_type", "text", "who is counted", one_of=UNHCR_TYPES + BESIDE),
        REFERENCE_DATE,
        SOURCE_ID,
        Column("persons", "count", "persons; missing only where masked", optional=True, minimum=0),
        IS_MASKED,
    ),
)
