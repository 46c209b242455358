"""Which of the World Bank's codes are groups of places?

Its tables list the world, regions and income groups among the countries. They are
named here so that a reader drops them on purpose; a code that is neither a place
nor named here is still refused. The Channel Islands (CHI) are Guernsey and Jersey
together, so they too are a group.
"""

import functools

import pandas as pd

REGIONS = """AFE AFW ARB CEB CHI CSS EAP EAS ECA ECS EMU EUU LAC LCN MEA MNA NAC OSS PSS SAS SSA SSF SST
TEA TEC TLA TMN TSA TSS WLD"""
INCOME_LENDING_AND_AGE = "EAR FCS HIC HPC IBD IBT IDA IDB IDX LDC LIC LMC LMY LTE MIC OED PRE PST UMC"


@functools.cache
def aggregate_codes() -> frozenset[str]:
    """Return the World Bank codes that stand for groups of places."""
    return frozenset(f"{REGIONS} {INCOME_LENDING_AND_AGE}".split())


def is_aggregate(codes: pd.Series) -> pd.Series:
    """Say for each World Bank code whether it stands for a group of places."""
    return codes.isin(aggregate_codes())
