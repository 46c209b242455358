"""Gross domestic product by place, to set money given or asked for in proportion."""

from contracts._columns import PLACE_ID, PLACE_KIND, SOURCE_ID, YEAR
from contracts._contract import Column, TableContract

GROSS_PRODUCT_YEAR = TableContract(
    name="gross_product_year",
    time="year",
    measures=("gross_product_usd",),
    grain="place, calendar year; a place without a figure has no row",
    key=("place_id", "year"),
    columns=(
        PLACE_ID,
        PLACE_KIND,
        YEAR,
        SOURCE_ID,
        Column("gross_product_usd", "number", "US dollars of the year, at exchange rates", minimum=0),
    ),
)
