"""Columns that all tables on displaced people share."""

from contracts._contract import Column

ORIGIN_ID = Column("origin_id", "text", "place the people come from, as the source says; UNK unknown, XXA stateless")
ASYLUM_ID = Column("asylum_id", "text", "place the people are in; the origin itself for people displaced within it")
REFERENCE_DATE = Column("reference_date", "date", "30 June or 31 December; never difference one with the other")
PERIOD_END = Column(
    "reference_date", "date", "last day of the period, which begins on 1 January: 30 June (half a year) or 31 December"
)
IS_MASKED = Column("is_masked", "flag", "the source hides a small figure (*): the figure is missing, not 0")
