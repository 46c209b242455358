"""A date comes up once, every month or every year; a calendar program reads it as whole days, whatever its text holds."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest

from language import language
from team._strict import EntryError
from team.dates import Dated, Occurrence, occurrences, own_dates, parse_date
from team.ics import LONGEST_LINE, calendar_text, escaped, fold

DAY = datetime.date
TODAY = DAY(2026, 11, 23)
ENGLISH, FRENCH = language("en"), language("fr")


def dated(**fields: Any) -> Dated:
    return parse_date({"what": "Mandate ends", **fields})


def days(one: Dated, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
    return [(found.first, found.last) for found in occurrences([one], first, last)]


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_comes_up_once_with_both_ends_of_the_span_in_it() -> None:
    one = dated(date=DAY(2026, 12, 20))
    assert days(one, TODAY, DAY(2026, 12, 20)) == days(one, DAY(2026, 12, 20), DAY(2027, 1, 1))
    assert days(one, TODAY, DAY(2026, 12, 19)) == days(one, DAY(2026, 12, 21), DAY(2028, 1, 1)) == []


def test_every_month_and_every_year_come_up_across_the_turn_of_the_year() -> None:
    assert [first for first, _ in days(dated(monthly=20), TODAY, DAY(2027, 2, 20))] == [
        DAY(2026, 12, 20),
        DAY(2027, 1, 20),
        DAY(2027, 2, 20),
    ]
    assert days(dated(annual="01-05"), TODAY, DAY(2027, 3, 1)) == [(DAY(2027, 1, 5), DAY(2027, 1, 5))]


def test_months_within_which_something_is_expected_count_until_they_are_over() -> None:
    window = dated(annual="10..11")
    assert days(window, TODAY, DAY(2026, 12, 31)) == [(DAY(2026, 10, 1), DAY(2026, 11, 30))]
    (found,) = occurrences([window], TODAY, DAY(2026, 12, 31))
    assert found.when(ENGLISH) == "October 2026–November 2026"
    assert days(dated(annual="02"), DAY(2028, 2, 29), DAY(2028, 3, 1)) == [(DAY(2028, 2, 1), DAY(2028, 2, 29))]


def test_a_day_that_is_not_fixed_is_told_as_such_in_both_languages() -> None:
    found = Occurrence(DAY(2026, 12, 20), DAY(2026, 12, 20), dated(monthly=20, about=True))
    assert found.when(ENGLISH) == "about 20 December 2026" and found.when(FRENCH) == "vers le 20 décembre 2026"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date": DAY(2026, 1, 1), "monthly": 5},
        {"monthly": 29},
        {"monthly": 0},
        {"monthly": True},
        {"monthly": "5"},
        {"annual": "02-29"},
        {"annual": "13"},
        {"annual": "11..10"},
        {"annual": 6},
        {"date": DAY(2026, 1, 1), "kind": "party"},
        {"date": DAY(2026, 1, 1), "kind": []},
        {"date": DAY(2026, 1, 1), "about": "yes"},
        {"date": DAY(2026, 1, 1), "places": ["XXX"]},
    ],
)
def test_a_rule_that_no_calendar_knows_is_refused(fields: Mapping[str, Any]) -> None:
    with pytest.raises(EntryError):
        dated(**fields)


def test_our_own_calendar_is_right_and_says_what_its_days_rest_on() -> None:
    dates, problems = own_dates()
    assert problems == () and len(dates) >= 5
    assert all(one.what_fr and one.source and one.link and one.kind == "data_release" for one in dates)
    assert all(one.is_about or (one.annual and not one.annual[1]) for one in dates)  # no publisher promises a day


def test_a_calendar_file_has_whole_days_rules_and_a_lasting_identity() -> None:
    both = [dated(date=DAY(2026, 12, 20), places=["COD"], link="https://undocs.org/x"), dated(monthly=20)]
    lines = unfolded(calendar_text(both, TODAY, ENGLISH))
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20261220" in lines and "DTEND;VALUE=DATE:20261221" in lines
    assert lines.count("RRULE:FREQ=MONTHLY") == 1 and "URL:https://undocs.org/x" in lines
    assert "DESCRIPTION:other date\\nDR Congo" in lines
    later = unfolded(calendar_text(both, TODAY + datetime.timedelta(days=9), ENGLISH))
    assert [line for line in lines if line.startswith("UID:")] == [line for line in later if line.startswith("UID:")]


def test_what_is_past_is_left_out_and_what_recurs_is_not() -> None:
    text = calendar_text([dated(date=DAY(2020, 1, 1)), dated(annual="01-01")], TODAY, ENGLISH)
    assert text.count("BEGIN:VEVENT") == 1 and "DTSTART;VALUE=DATE:20270101" in text


def test_no_text_can_break_out_of_its_line() -> None:
    assert escaped("a;b,c\\d\ne\r\x07f") == "a\\;b\\,c\\\\d\\nef"
    hostile = dated(what="x" + "\nEND:VEVENT\nBEGIN:VALARM; " * 3, date=DAY(2026, 12, 20))
    lines = calendar_text([hostile], TODAY, ENGLISH).split("\r\n")
    assert lines.count("END:VEVENT") == 1 and not any(line.startswith("BEGIN:VALARM") for line in lines)


def test_long_lines_are_folded_between_characters() -> None:
    line = "SUMMARY:" + "é日" * 100
    parts = list(fold(line))
    assert all(len(part.encode()) <= LONGEST_LINE for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
