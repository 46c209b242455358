"""Events with listed groups: matched letter for letter, in the months that event files cover."""

from typing import Any

import pandas as pd

from reference.listed_groups import groups_in_dyads
from response.exposure_tables import candidate_month, listed_group_month
from response.listed_groups import NO_LONGER, listed_group_activity
from response.not_separable import NOT_SEPARABLE
from tests import builders
from tests.response.asking_for import asked


def test_a_name_counts_as_a_whole_side_only() -> None:
    dyads = [
        "Government of Niger - IS",
        "IS - JNIM",
        "AIS - Civilians",
        "TTP - TA - Civilians",
        "TTP - Civilians",
        "Government of Mali - JNIM, IS",
        "al-Qaida  - Civilians",
    ]
    assert groups_in_dyads(pd.Series(dyads)) == {
        "Government of Niger - IS": ("isil",),
        "IS - JNIM": ("isil", "jnim"),
        "TTP - Civilians": ("ttp",),
        "al-Qaida  - Civilians": ("al-qaida",),
    }  # an alliance is not taken apart, and no name is found within a longer one


EVENTS = builders.events(
    {"start": "2023-11-02", "best": 4, "low": 3, "high": 9, "dyad_name": "Government of Sudan - IS"},
    {"start": "2022-01-31", "end": "2022-02-01", "best": 2, "dyad_name": "IS - Civilians"},
    {"start": "2021-12-31", "best": 50, "dyad_name": "IS - Civilians"},  # 25 months before
    {"start": "2023-11-02", "best": 70, "dyad_name": "Government of Sudan - RSF"},
    {"start": "2023-11-03", "best": 0, "dyad_name": "IS - Civilians"},
)
MONTHS = builders.monthly({"SDN": [0] * 36}, "2021-01-01")  # 2021 to 2023


def test_events_and_deaths_in_the_24_months_to_the_newest_covered_one() -> None:
    events, deaths = listed_group_activity(asked(listed_group_month=listed_group_month(EVENTS), violence_month=MONTHS))
    assert (events.value, events.period) == (2, "2022-01..2023-12")
    assert (deaths.value, deaths.low, deaths.high) == (6, 5, 11)
    assert {"reference", "listed_on", "regime"} <= events.notes[0].values.keys() and dict(events.notes[1].values) == {
        "covered": 24
    }


def test_a_covered_place_without_a_listed_group_has_zero_and_an_uncovered_one_no_figure() -> None:
    tables: dict[str, Any] = {
        "listed_group_month": listed_group_month(EVENTS),
        "violence_month": MONTHS.assign(place_id="TCD"),
    }
    (none,) = listed_group_activity(asked(places=("TCD",), **tables))
    (unknown,) = listed_group_activity(asked(places=("MLI",), **tables))
    assert none.value == 0 and none.status == "known"
    assert unknown.value is None and unknown.status == "not_known"


def test_a_place_that_ucdp_counts_under_another_name_is_not_separable_and_never_zero() -> None:
    candidates = pd.DataFrame({"source_id": ["ucdp_candidate"], "month": [pd.Timestamp("2023-10-01")]})
    counted = listed_group_month(EVENTS)
    question = asked(places=("PSE",), listed_group_month=counted, violence_month=MONTHS, candidate_month=candidates)
    (one,) = listed_group_activity(question)
    assert (one.status, one.value) == ("not_known", None) and one.reason is not None
    assert one.reason.message == NOT_SEPARABLE and one.reason.values == {"unit_place": "ISR"}


def test_candidates_count_only_where_vetted_events_do_not_reach_and_missing_months_are_said() -> None:
    late = builders.events(
        *(
            {
                "start": day,
                "best": 5,
                "dyad_name": "IS - Civilians",
                "is_provisional": True,
                "source_id": "ucdp_candidate",
                "event_id": day,
            }
            for day in ("2023-12-05", "2024-03-05")
        )
    )
    months = [pd.Timestamp("2023-12-01"), pd.Timestamp("2024-03-01")]
    candidates = late.assign(covers_from=months, covers_to=months)
    tables: dict[str, Any] = {
        "listed_group_month": listed_group_month(pd.concat([EVENTS, late], ignore_index=True)),
        "candidate_month": candidate_month(candidates),
        "violence_month": MONTHS,
    }
    events = listed_group_activity(asked(**tables))[0]
    assert (events.period, events.value) == ("2022-04..2024-03", 2)  # one of November 2023, one of March 2024
    assert dict(events.notes[1].values) == {"covered": 22}


def test_a_group_taken_off_the_list_is_said() -> None:
    tables: dict[str, Any] = {"listed_group_month": listed_group_month(EVENTS), "violence_month": MONTHS}
    sanctions = pd.DataFrame({"reference_number": ["QDe.115", "QDe.161", "QDe.162", "QDe.163", "QDe.165"]})
    notes = listed_group_activity(asked(un_sanctions=sanctions, **tables))[0].notes
    assert [dict(note.values) for note in notes if note.message == NO_LONGER] == [{"reference": "QDe.166"}]
