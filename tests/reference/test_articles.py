"""The watched places, each in both languages."""

from reference.articles import watched


def test_every_watched_place_has_an_article_and_a_name_in_both_languages() -> None:
    languages: dict[str, set[str]] = {}
    for one in watched():
        assert one.article and len(one.news) > 3  # the news search refuses short words
        languages.setdefault(one.place_id, set()).add(one.language)
    assert len(languages) == 20 and set(map(frozenset, languages.values())) == {frozenset({"en", "fr"})}


def test_names_in_the_news_are_not_shared_by_two_places() -> None:
    names = [(one.language, one.news.casefold()) for one in watched()]
    assert len(set(names)) == len(names)
    contained = [(a, b) for language, a in names for other, b in names if language == other and a != b and a in b]
    assert contained == []
