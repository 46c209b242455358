"""violence_year as UCDP's annual file gives it: with the parts of the one-sided deaths, by whom the file attributes them to."""

from contracts._contract import Column, TableContract
from contracts.violence_year import VIOLENCE_YEAR

PARTIES = ("government", "other_governments", "named_groups")
BOUNDS = ("best", "low", "high")


def part(party: str, bound: str) -> str:
    """The column of one party's part of the one-sided deaths."""
    return f"one_sided_by_{party}_{bound}"


ANNUAL_RECORD = TableContract(
    name="annual_record",
    time=VIOLENCE_YEAR.time,
    measures=VIOLENCE_YEAR.measures,
    grain=VIOLENCE_YEAR.grain,
    key=VIOLENCE_YEAR.key,
    columns=(
        *VIOLENCE_YEAR.columns,
        *(
            Column(
                part(party, bound),
                "count",
                f"one-sided deaths attributed to {party.replace('_', ' ')}, {bound} estimate; missing for other types",
                optional=True,
                minimum=0,
            )
            for party in PARTIES
            for bound in BOUNDS
        ),
    ),
)
