"""JSON of scrapers and services: the articles are found wherever their list stands, their values by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_bytes

from . import makers

ONE = {"title": makers.TITLE, "text": makers.LEAD}
TWO = {"title": "Ferries run again", "text": makers.REST[0]}


def articles(value: Any, name: str = "a.json") -> tuple[Article, ...]:
    return read_bytes(json.dumps(value, indent=1).encode(), name).articles


SHAPES: dict[str, Any] = {
    "a list": [ONE, TWO],
    "a list in an object": {"status": "ok", "totalResults": 9, "articles": [ONE, TWO]},
    "a list in an object in an object": {"articles": {"results": [ONE, TWO], "count": 2}},
    "pages of results": [{"page": 1, "items": [ONE]}, {"page": 2, "items": [TWO]}],
    "articles by their addresses": {"https://a.example/1": ONE, "https://a.example/2": TWO},
    "articles beside what is known of them": {"hits": {"total": {"value": 2}, "hits": [
        {"_id": "1", "_index": "news", "_source": ONE}, {"_id": "2", "_index": "news", "_source": TWO}]}},
    "articles in objects of their own": {"data": [{"article": ONE}, {"article": TWO}]},
    "a list called as a text is": {"content": [ONE, TWO]},
    "lists of other things before it": {"facets": [{"name": "a", "count": 1}], "docs": [ONE, TWO]},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_the_list_of_articles_is_found(shape: Any) -> None:
    found = articles(shape)

    assert {a.source: a.title for a in found} == {"a.json#1": makers.TITLE, "a.json#2": "Ferries run again"}


def test_one_article_is_the_file() -> None:
    (found,) = articles({**ONE, "images": [{"url": "a.png", "text": "Cranes"}], "tags": ["port"]})

    assert (found.source, found.title) == ("a.json", makers.TITLE)
    assert makers.LEAD in found.text


SERVICES: dict[str, tuple[Any, tuple[str, str, str]]] = {
    "Event Registry": (
        {"articles": {"page": 1, "results": [
            {"uri": "1", "lang": "eng", "url": "https://post.example/a", "title": makers.TITLE, "body": makers.LEAD,
             "source": {"uri": "post.example", "dataType": "news", "title": "The Lindmark Post"},
             "authors": [{"uri": "ada@post.example", "name": "Ada Brandt", "isAgency": False}],
             "dateTime": "2024-03-05T08:20:00Z", "dateTimePub": "2024-03-05T08:15:00Z", "date": "2024-03-05"}]}},
        ("The Lindmark Post", "2024-03-05", "Ada Brandt"),
    ),
    "NewsAPI": (
        {"status": "ok", "articles": [
            {"source": {"id": None, "name": "The Lindmark Post"}, "author": "Ada Brandt", "title": makers.TITLE,
             "content": makers.LEAD, "publishedAt": "2024-03-05T08:15:00Z"}]},
        ("The Lindmark Post", "2024-03-05", "Ada Brandt"),
    ),
    "an open platform with fields": (
        {"response": {"status": "ok", "results": [
            {"id": "a/b", "webTitle": makers.TITLE, "webPublicationDate": "2024-03-05T08:15:00Z",
             "fields": {"byline": "Ada Brandt", "bodyText": makers.LEAD, "publication": "The Lindmark Post"}}]}},
        ("The Lindmark Post", "2024-03-05", "Ada Brandt"),
    ),
    "a blog's own interface": (
        [{"id": 1, "date": "2024-03-05T08:15:00", "title": {"rendered": makers.TITLE},
          "content": {"rendered": f"<p>{makers.LEAD}</p><p>{makers.REST[0]}</p>", "protected": False},
          "publisher": "The Lindmark Post", "author": {"name": "Ada Brandt"}}],
        ("The Lindmark Post", "2024-03-05", "Ada Brandt"),
    ),
    "linked data": (
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": makers.TITLE,
         "articleBody": makers.LEAD, "datePublished": "2024-03-05T08:15:00Z",
         "author": [{"@type": "Person", "name": "Ada Brandt"}], "publisher": {"name": "The Lindmark Post"}},
        ("The Lindmark Post", "2024-03-05", "Ada Brandt"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "said"), SERVICES.values(), ids=SERVICES.keys())
def test_values_are_found_by_the_names_of_the_services(answer: Any, said: tuple[str, str, str]) -> None:
    (found,) = articles(answer)

    assert (found.outlet, (found.published or "")[:10], found.byline) == said
    assert found.title == makers.TITLE
    assert makers.LEAD in found.text


def test_what_stands_beside_an_article_belongs_to_it() -> None:
    (found,) = articles({"url": "https://post.example/a", "data": {**ONE, "url": "https://post.example/b"}, "id": 7})

    assert dict(found.columns) == {"url": "https://post.example/b", "id": "7"}


def test_a_list_without_texts_is_said_to_be_one() -> None:
    answer = {"articles": [{"url": "https://post.example/a", "title": "A", "domain": "post.example"}]}
    (skipped,) = read_bytes(json.dumps(answer).encode(), "a.json").skipped

    assert skipped.message.key == "sources.titles_only"


def test_items_that_are_no_articles_are_named() -> None:
    reading = read_bytes(json.dumps([ONE, None, {"title": "x", "text": ""}, 7]).encode(), "a.json")

    assert [a.source for a in reading.articles] == ["a.json#1"]
    assert [s.source for s in reading.skipped] == ["a.json#2", "a.json#3", "a.json#4"]


def test_what_stands_above_broken_json_is_read() -> None:
    data = json.dumps(ONE, indent=1) + "\n" + json.dumps(TWO, indent=1) + "\n" + '{"title": "Cut'
    reading = read_bytes(data.encode(), "a.json")

    assert [a.source for a in reading.articles] == ["a.json#1", "a.json#2"]
    assert "no complete JSON (line 9)" in render(reading.skipped[0].message)


@pytest.mark.parametrize("head", ["[", '{"status": "ok", "articles": ['])
def test_the_whole_articles_of_a_list_that_breaks_off_are_read(head: str) -> None:
    data = f'{head}{json.dumps(ONE)},\n{json.dumps(TWO)},\n{{"title": "Cut'
    reading = read_bytes(data.encode(), "a.json")

    assert [a.source for a in reading.articles] == ["a.json#1", "a.json#2"]
    assert [(s.source, s.message.key) for s in reading.skipped] == [("a.json#3", "sources.json_broken")]

    between = read_bytes(data.rpartition(",")[0].rpartition(",")[0].encode(), "a.json")
    assert [s.message.key for s in between.skipped] == ["sources.json_broken"]


def test_an_article_that_breaks_off_is_said_to_be_broken() -> None:
    (skipped,) = read_bytes(b'{"title": "A", "images": [{"url": "a.png"}], "text": "The harb', "a.json").skipped

    assert skipped.message.key == "sources.json_broken"


def test_a_comma_too_many_costs_nothing() -> None:
    reading = read_bytes(f"[{json.dumps(ONE)},{json.dumps(TWO)},]".encode(), "a.json")

    assert (len(reading.articles), reading.skipped) == (2, ())


def test_a_value_that_only_later_articles_have_is_found() -> None:
    (found,) = articles([{"title": "A", "text": ""}, {**ONE, "newspaper": "The Post"}])

    assert found.outlet == "The Post"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_any_encoding_of_unicode_is_read(encoding: str) -> None:
    (found,) = read_bytes(json.dumps([ONE], ensure_ascii=False).encode(encoding), "a.json").articles

    assert makers.LEAD in found.text


THREE = {"title": "Crane firm is fined", "text": makers.REST[1]}
COMMENTS = {"comments": [{"user": "x", "text": makers.REST[1]}], "related": [THREE]}
BESIDE: dict[str, tuple[Any, list[str]]] = {
    "lists by their outlets": ({"guardian": [ONE], "times": [TWO, THREE]}, ["guardian", "times", "times"]),
    "a list deeper than the first": ({"articles": [ONE, TWO], "more": {"items": [THREE]}},
                                     ["articles", "articles", "more.items"]),
    "pages of results with other names": ([{"articles": [ONE]}, {"results": [TWO, THREE]}],
                                          ["articles", "results", "results"]),
    "lists by what their objects are called": ({"guardian": {"items": [ONE]}, "times": {"items": [TWO, THREE]}},
                                               ["guardian", "times", "times"]),
    "lists whose articles have more in them": ({"a": [{**ONE, **COMMENTS}], "b": [TWO, {**THREE, **COMMENTS}]},
                                               ["a", "b", "b"]),
}  # fmt: skip


@pytest.mark.parametrize(("value", "lists"), BESIDE.values(), ids=BESIDE.keys())
def test_lists_beside_each_other_are_all_read(value: Any, lists: list[str]) -> None:
    found = articles(value)

    assert [(a.source, a.title) for a in found] == [
        (f"a.json#{number}", one["title"]) for number, one in enumerate((ONE, TWO, THREE), 1)
    ]
    assert [dict(a.columns)["group"] for a in found] == lists


@pytest.mark.parametrize("value", [{**ONE, **COMMENTS}, [{**ONE, **COMMENTS}]])
def test_comments_and_related_articles_within_an_article_are_no_articles(value: Any) -> None:
    reading = read_bytes(json.dumps(value).encode(), "a.json")

    assert ([a.title for a in reading.articles], reading.skipped) == ([makers.TITLE], ())
    assert "group" not in dict(reading.articles[0].columns)


def test_texts_beside_the_articles_that_are_none_are_named() -> None:
    answer = {"articles": [ONE, TWO], "letters": [{"user": "x", "text": makers.LEAD}] * 3, "tags": [{"text": "Port"}]}
    reading = read_bytes(json.dumps(answer).encode(), "a.json")

    assert [a.title for a in reading.articles] == [makers.TITLE, "Ferries run again"]
    (skipped,) = reading.skipped
    assert "“letters”" in render(skipped.message)
    assert skipped.count == 3


def test_what_an_answer_says_of_itself_is_not_named() -> None:
    feed = {"title": "The Lindmark Post", "description": makers.LEAD}
    reading = read_bytes(json.dumps({"feed": feed, "items": [ONE, TWO]}).encode(), "a.json")

    assert (len(reading.articles), reading.skipped) == (2, ())


def test_a_brief_article_comes_before_its_comments() -> None:
    (found,) = articles({"title": makers.TITLE, "text": "Two cranes fell on Monday.", **COMMENTS})

    assert "Two cranes fell" in found.text


def test_a_word_above_a_list_is_no_article() -> None:
    assert len(articles({"text": "cranes in the harbour", "articles": [ONE, TWO]})) == 2


def test_addresses_of_articles_are_no_groups() -> None:
    found = articles({"https://a.example/1": ONE, "https://a.example/2": TWO})

    assert [a.columns for a in found] == [(), ()]


@pytest.mark.parametrize(
    ("around", "noted"),
    [
        pytest.param(lambda rows: {"totalResults": 41, "articles": rows}, {"total": 41, "count": 2}, id="beside"),
        pytest.param(
            lambda rows: {"response": {"total": 1200, "pages": 600, "results": rows}},
            {"total": 1200, "count": 2},
            id="within",
        ),
        pytest.param(
            lambda rows: {"response": {"docs": rows, "meta": {"hits": 9}}},
            {"total": 9, "count": 2},
            id="in a neighbour",
        ),
        pytest.param(lambda rows: {"totalResults": 2, "articles": rows}, None, id="all of them"),
        pytest.param(
            lambda rows: {"articles": [{**row, "shares": {"total": 90}, "tags": [{"name": "port"}]} for row in rows]},
            None,
            id="within the articles",
        ),
        pytest.param(lambda rows: [{"total": 90, "answer": {"of": "port", "results": rows}}], None, id="in a list"),
        pytest.param(lambda rows: [{**row, "total": 90} for row in rows], None, id="a value of the articles"),
    ],
)
def test_results_that_a_service_names_and_the_file_lacks_are_noted_once(
    around: Callable[[list[dict[str, str]]], object], noted: dict[str, int] | None
) -> None:
    texts = [f"{n} boats left the harbour on Monday, and none of them has come back yet, the port said." for n in "23"]
    rows = [{"title": f"Boats {n}", "text": text} for n, text in enumerate(texts)]
    reading = read_bytes(json.dumps(around(rows)).encode(), "results.json")

    notes = [dict(n.args) for a in reading.articles for n in a.notes if n.key == "sources.json_page"]
    assert notes == ([noted] if noted else [])
    assert len(reading.articles) == 2
    assert not reading.skipped
