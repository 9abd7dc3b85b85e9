"""Who is compared with whom."""

import pytest

from analysis.comparison.groups import make_groups, order
from tests.builders import built


def test_outlets_that_differ_in_case_and_space_are_one_group_under_the_commoner_name() -> None:
    articles = [built("One.", outlet=name) for name in ("The Post", "the  post", "The Post", "Herald")]
    groups = make_groups(order([*articles, built("Two.", outlet="The Post")]))
    assert [(g.label, len(g.articles)) for g in groups] == [("Herald", 1), ("The Post", 3)]


def test_unknown_outlets_do_not_fall_into_one_group() -> None:
    groups = make_groups([built("One.", source="in/first.txt"), built("Two.", source="all.csv#2", title="A title")])
    assert [g.label for g in groups] == ["A title", "first"]


def test_undated_articles_and_their_groups_stand_in_the_order_of_their_names() -> None:
    articles = [built(f"Text {n}.", source=f"in/part {n}.txt") for n in (10, 9, 2, 1)]
    expected = ["part 1", "part 2", "part 9", "part 10"]
    assert [analysis.article.label for analysis in order(articles)] == expected
    assert [group.label for group in make_groups(order(articles))] == expected


def test_an_unknown_outlet_goes_by_its_file_name_and_a_pasted_text_by_its_title() -> None:
    named = [
        built("One.", source=source, title="A title")
        for source in ("in/first.txt", "pasted text", "https://a.b/c.html")
    ]
    assert [analysis.article.label for analysis in named] == ["first", "A title", "A title"]


def test_a_column_groups_and_articles_without_a_value_come_last() -> None:
    articles = [
        built("One.", outlet="A", columns=(("country", "Chad"),)),
        built("Two.", outlet="B", columns=(("country", "chad"),)),
        built("Three.", outlet="C"),
        built("Four.", outlet="D", columns=(("country", "Togo"),)),
    ]
    groups = make_groups(articles, by="country")
    assert [(g.key, len(g.articles)) for g in groups] == [("chad", 2), ("togo", 1), ("", 1)]


def test_a_field_of_the_header_groups_too() -> None:
    articles = [built("One.", published="2020-01-02T10:00:00"), built("Two.", published="2020-01-02")]
    assert [g.label for g in make_groups(articles, by="date")] == ["2020-01-02"]


def test_places_of_datelines_group_and_texts_without_one_come_last() -> None:
    articles = [
        built("One.", dateline="LOWFORD"),
        built("Two.", dateline="Lowford"),
        built("Three."),
        built("Four.", dateline="HAMMER"),
    ]
    groups = make_groups(articles, by="dateline")
    assert [(g.key, len(g.articles)) for g in groups] == [("hammer", 1), ("lowford", 2), ("", 1)]


@pytest.mark.parametrize(("by", "label"), [("language", "fr"), ("kind", "news")])
def test_language_and_kind_group_too(by: str, label: str) -> None:
    articles = [built("One.", language="fr"), built("Two.", language="fr")]
    assert [g.label for g in make_groups(articles, by=by)] == [label]


def test_words_count_only_the_languages_that_are_read() -> None:
    (group,) = make_groups([built("One two.", outlet="A"), built("Trois quatre cinq.", outlet="A", language="fr")])
    assert (group.words, len(group.articles)) == (2, 2)


def test_articles_stand_by_date_then_outlet_with_unknown_dates_last() -> None:
    articles = [built("c"), built("a", outlet="Z", published="2020"), built("b", outlet="A", published="2020")]
    assert [a.article.text for a in order(articles)] == ["b", "a", "c"]


def test_an_article_given_twice_counts_once() -> None:
    assert len(order([built("Same.", outlet="A"), built("Same.", outlet="A")])) == 1


@pytest.mark.parametrize(
    ("source", "label"), [("a/story.txt", "story"), ("a/story.txt.txt", "story"), ("v1.2.txt", "v1.2"), ("story", "T")]
)
def test_an_article_without_outlet_goes_by_its_file_without_the_ending(source: str, label: str) -> None:
    assert built("It rained.", title="T", source=source).article.label == label
