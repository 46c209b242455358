"""An address and a view say the same; what cannot be read falls back and is reported."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.url_state import PLACE_CHOICES, OverviewView, PlaceView, overview_choices, search_of

CHOICES = overview_choices((1989, 1990, 2024))


@st.composite
def views(draw: st.DrawFn) -> OverviewView:
    return OverviewView(**{name: draw(st.sampled_from(allowed)) for name, allowed in CHOICES.items()})


@given(views())
def test_a_view_written_as_an_address_is_read_as_the_same_view(view: OverviewView) -> None:
    assert OverviewView.from_search(search_of(view.parameters(CHOICES)), CHOICES) == view


@given(
    st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=80), st.lists(st.text(), max_size=2)), max_size=5)
)
def test_no_address_breaks_the_page(query: dict[str, object]) -> None:
    view, problems = OverviewView.from_query(query, CHOICES)
    assert all(value in CHOICES[name] for name, value in vars(view).items())
    read = {name for name in query if name in CHOICES and query[name] in CHOICES[name]}
    assert {problem.parameter for problem in problems} == query.keys() - read - {"lang", "release"}


@given(st.text(max_size=60))
def test_no_search_text_breaks_the_page(search: str) -> None:
    PlaceView.from_search(search, PLACE_CHOICES)


def test_the_default_view_has_an_empty_address() -> None:
    assert search_of(OverviewView.from_query({}, CHOICES)[0].parameters(CHOICES)) == ""


def test_the_newest_year_is_the_default() -> None:
    assert OverviewView.from_query({}, CHOICES)[0].year == "2024"
