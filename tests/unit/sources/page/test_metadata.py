"""Outlet, byline, date and title of a page, out of all that it says about itself."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_bytes

TITLE = "Cranes fall into the harbour"
STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said.",
        "Nobody was hurt. Divers began to look for the cables in the afternoon, and ferries were sent to other towns.",
        "The harbour will open again when the cables are found, which may take a week, said the head of the port.",
    )
)
ADDRESS = "https://www.lindmarkpost.example/harbour/cranes"


def meta(**contents: str) -> str:
    """Return meta tags; "__" in a name stands for a colon."""
    return "".join(f'<meta property="{n.replace("__", ":")}" content="{value}">' for n, value in contents.items())


def linked(*items: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


def article(**values: object) -> dict[str, Any]:
    """Return the JSON-LD of this page's article with `values` in it."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE} | values


def read(head: str = "", body: str = f"<h1>{TITLE}</h1>", title: str = TITLE) -> Article:
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
    (found,) = read_bytes(f"{page}<article>{body}{STORY}</article></body></html>".encode(), "a.html").articles
    return found


class Case(NamedTuple):
    """What a page has in its head, around its headline and as its title, and what it amounts to."""

    head: str = ""
    body: str = f"<h1>{TITLE}</h1>"
    title: str = TITLE
    outlet: str = ""
    byline: str | None = None
    published: str | None = None
    agency: str | None = None
    headline: str = TITLE


PERSON = {"@type": "Person", "name": "Ada Brandt"}
HOUSE = {"@type": "NewsMediaOrganization", "name": "The Lindmark Post"}
CASES = {
    "an outlet as the author, the writer printed": Case(
        linked(article(author=HOUSE, publisher=HOUSE)),
        f"<h1>{TITLE}</h1><div>By <span>Ada Brandt</span></div>",
        outlet="The Lindmark Post",
        byline="Ada Brandt",
    ),
    "a related story first": Case(
        linked(
            {"@type": "ItemList", "itemListElement": [article(headline="Bakers", datePublished="2020-01-01")]},
            article(headline="Bakers strike for more", datePublished="2020-01-01", author={"name": "Jon Ek"}),
            article(datePublished="2024-03-05T08:00:00Z", author=PERSON),
        ),
        byline="Ada Brandt",
        published="2024-03-05T08:00:00Z",
    ),
    "told by its address, the headline reworded": Case(
        meta(og__url=ADDRESS)
        + linked(
            article(headline="Bakers", url="https://www.lindmarkpost.example/bakers", author={"name": "Jon Ek"}),
            article(headline="Two cranes sink", mainEntityOfPage={"@id": ADDRESS + "/"}, author=PERSON),
        ),
        outlet="lindmarkpost.example",
        byline="Ada Brandt",
    ),
    "only another story": Case(
        linked(article(headline="Bakers strike for more", datePublished="2020-01-01", author={"name": "Jon Ek"})),
    ),
    "names by id in a graph": Case(
        linked(
            {
                "@graph": [
                    article(author={"@id": "#ada"}, publisher={"@id": "#post"}, datePublished="2024-03-05"),
                    {"@type": ["Person"], "@id": "#ada", "name": "Ada Brandt"},
                    {"@type": "Organization", "@id": "#post", "name": "The Lindmark Post"},
                ]
            }
        ),
        outlet="The Lindmark Post",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "kinds of articles": Case(
        linked(article(**{"@type": ["OpinionNewsArticle"], "author": [PERSON, {"name": "Jon Ek"}]})),
        byline="Ada Brandt, Jon Ek",
    ),
    "a live blog": Case(
        linked(article(**{"@type": "LiveBlogPosting", "datePublished": "2024-03-05", "author": "Ada Brandt"})),
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "a number as the date": Case(linked(article(datePublished=1709625600)), published="2024-03-05T08:00:00Z"),
    "data with remarks and commas too many": Case(
        '<script type="application/ld+json">{// ours\n"@type": "NewsArticle", "author": "Ada Brandt",\n'
        '// "author": "Jon Ek",\n"datePublished": "2024-03-05",}</script>',
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "microdata": Case(
        body=f"<div><h1 itemprop='headline'>{TITLE}</h1><b itemprop='author'><i itemprop='name'>Ada Brandt</i>"
        "</b><meta itemprop='datePublished' content='2024-03-05'><div itemprop='publisher'>"
        "<meta itemprop='name' content='The Beacon'></div></div>",
        outlet="The Beacon",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "a label in the heading": Case(meta(og__title=TITLE), f"<h1><span>Exclusive</span> {TITLE}</h1>"),
    "a claim that is checked": Case(
        linked(
            {
                "@type": "ClaimReview",
                "itemReviewed": {"author": {"@type": "Person", "name": "Jon Ek"}, "datePublished": "2024-03-01"},
                "author": {"@type": "Organization", "name": "Norland Checks"},
                "datePublished": "2024-03-05",
            }
        )
        + meta(og__site_name="Norland Checks"),
        outlet="Norland Checks",
        published="2024-03-05",
    ),
    "an address as the site's name": Case(
        meta(og__site_name="https://www.lindmarkpost.example") + linked(article(publisher=HOUSE)),
        outlet="The Lindmark Post",
    ),
    "a section as the site's name": Case(
        meta(og__site_name="U.S.") + linked(article(publisher=HOUSE)), outlet="The Lindmark Post"
    ),
    "a handle as the site's name": Case(
        meta(og__site_name="@lindmarkpost"), title=f"{TITLE} - The Lindmark Post", outlet="The Lindmark Post"
    ),
    "a slogan as the site's name": Case(
        meta(og__site_name="Breaking news, latest news and videos", **{"application-name": "The Lindmark Post"}),
        outlet="The Lindmark Post",
    ),
    "a name and a slogan": Case(
        meta(og__site_name="Norland news and weather | The Lindmark Post", og__url=ADDRESS), outlet="The Lindmark Post"
    ),
    "an agency as the publisher": Case(
        linked(article(publisher={"name": "Associated Press"}, author="By ADA BRANDT, AP Port Writer"))
        + meta(og__site_name="The Lindmark Post"),
        outlet="The Lindmark Post",
        byline="ADA BRANDT",
        agency="Associated Press",
    ),
    "an agency's own page": Case(
        linked(article(publisher={"name": "Reuters"}, author=PERSON)), outlet="Reuters", byline="Ada Brandt"
    ),
    "an agency as the source": Case(
        linked(article(publisher=HOUSE, sourceOrganization={"name": "Reuters"})),
        outlet="The Lindmark Post",
        agency="Reuters",
    ),
    "the better spelling of the name": Case(
        meta(og__site_name="LindmarkPost") + linked(article(publisher={"name": "Lindmark Post"})),
        outlet="Lindmark Post",
    ),
    "two words as a headline": Case(
        meta(date="2024-03-05"),
        "<h1>Harbour shut</h1>",
        "Harbour shut - The Lindmark Post",
        outlet="The Lindmark Post",
        published="2024-03-05",
        headline="Harbour shut",
    ),
    "the outlet and a section behind the headline": Case(
        meta(og__title=f"{TITLE} | World | The Beacon", og__site_name="The Beacon"), "", outlet="The Beacon"
    ),
    "the outlet before the headline": Case(
        meta(og__site_name="The Beacon"), "", f"The Beacon: {TITLE}", outlet="The Beacon"
    ),
    "the outlet as a heading": Case(
        meta(og__title=TITLE, og__site_name="The Beacon"), "<h1>The Beacon</h1><h2>Home</h2>", outlet="The Beacon"
    ),
    "several headings": Case(meta(og__title=TITLE), f"<h1>{TITLE}</h1><h1>Get our letter each morning</h1>"),
    "the author's address": Case(
        meta(article__author="https://social.example/ada", author="Ada Brandt, Political Editor"), byline="Ada Brandt"
    ),
    "staff": Case(meta(author="Staff Reports"), f"<h1>{TITLE}</h1><p>By Staff Writers</p>"),
    "written by, for cards": Case(meta(twitter__label1="Written by", twitter__data1="Ada Brandt"), byline="Ada Brandt"),
    "who put it on the page and who wrote it": Case(
        meta(author="Jon Ek", **{"sailthru.author": "By Ada Brandt"}),
        f"<h1>{TITLE}</h1><p>By Ada Brandt</p>",
        byline="Ada Brandt",
    ),
    "one author stated, two printed": Case(
        linked(article(author=PERSON)),
        f"<h1>{TITLE}</h1><p class='byline'>By Ada Brandt and Jon Ek</p>",
        byline="Ada Brandt and Jon Ek",
    ),
    "an element marked as the author's": Case(
        body=f"<h1>{TITLE}</h1><div class='meta'><span class='author-name'>Ada Brandt</span> <b>Reporter</b></div>",
        byline="Ada Brandt",
    ),
    "authors of comments are none": Case(body=f"<h1>{TITLE}</h1><b class='comment-author'>Jon Ek</b>"),
    "a name behind a word alone on its line": Case(
        body=f"<h1>{TITLE}</h1><div>By</div><div>Ada Brandt</div><div>Lindmark</div>", byline="Ada Brandt"
    ),
    "a printed date": Case(
        body=f"<h1>{TITLE}</h1><p>Published 5 March 2024 09:15 GMT</p>", published="2024-03-05T09:15Z"
    ),
    "a date in numbers": Case(body=f"<h1>{TITLE}</h1><p>Published 03/04/2024</p>", published="2024-03-04"),
    "authors in elements of one line": Case(
        body=f"<h1>{TITLE}</h1><div>By <span>Ada Brandt</span> and <span>Jon Ek</span></div>",
        byline="Ada Brandt and Jon Ek",
    ),
    "byline, office and date in elements of one line": Case(
        body=f"<h1>{TITLE}</h1><div><span>By <b>Ada Brandt</b></span><span>Port Correspondent</span>"
        "<span>Published 5 March 2024</span> | <span>Updated 7 March 2024</span></div>",
        byline="Ada Brandt",
        published="2024-03-05",
    ),
    "published behind updated": Case(
        body=f"<h1>{TITLE}</h1><p>Updated 7 March 2024; Posted 5 March 2024</p>", published="2024-03-05"
    ),
    "a later date alone": Case(
        linked(article(dateModified="2024-03-07")) + meta(article__modified_time="2024-03-07", author="Ada Brandt"),
        byline="Ada Brandt",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_page_by_what_it_says_about_itself(case: Case) -> None:
    found = read(case.head, case.body, case.title)

    assert found.title == case.headline
    assert found.outlet == case.outlet
    assert found.byline == case.byline
    assert found.published == case.published
    assert dict(found.columns).get("agency") == case.agency


@pytest.mark.parametrize(
    ("language", "published"),
    [
        ("en-GB", "2024-04-03"),
        ("pt_BR", "2024-04-03"),
        ("de", "2024-04-03"),
        ("en-US", "2024-03-04"),
        ("en", "2024-03-04"),
    ],
)
def test_a_date_in_numbers_is_read_as_the_country_of_the_page_prints_it(language: str, published: str) -> None:
    found = read(meta(**{"og:locale": language}), f"<h1>{TITLE}</h1><p>Published 03/04/2024</p>")

    assert found.published == published
    assert any(note.key == "sources.date_either" for note in found.notes) is (language == "en")


def test_the_line_of_byline_and_date_is_no_text() -> None:
    line = "<div><span>By <b>Ada Brandt</b></span><span>Port Editor</span><span>Published 5 March 2024</span></div>"

    assert "Ada Brandt" not in read(body=f"<h1>{TITLE}</h1>{line}").text


def test_every_value_says_where_it_comes_from() -> None:
    found = read(
        meta(og__site_name="The Lindmark Post") + linked(article(datePublished="2024-03-05")),
        f"<h1>{TITLE}</h1><p>By Ada Brandt</p>",
    )

    said = {known.field: render(known.message) for known in found.evidence}
    assert said["outlet"] == "from the page’s meta tag “og:site_name”"
    assert said["published"] == "from the page’s data for machines (JSON-LD, datePublished)"
    assert said["byline"] == "from the line “By Ada Brandt”"
    assert said["title"] == "the heading of the page"


@pytest.mark.parametrize("data", ["{", "[]", "3", '{"@graph": 5}', '{"@type": {"a": 1}, "author": [[["x"]]]}', "null"])
def test_data_that_is_none_costs_nothing(data: str) -> None:
    found = read(f'<script type="application/ld+json">{data}</script>' + meta(og__site_name="The Beacon"))

    assert found.outlet == "The Beacon"


@pytest.mark.parametrize("title", ["Lindmark Post", "The Lindmark Post", "App", ""])
def test_the_only_article_of_a_page_that_scripts_fill_is_its_own(title: str) -> None:
    publisher = {"@type": "Organization", "name": "Lindmark Post"}
    found = read(linked(article(author="Ada Brandt", publisher=publisher)), "", title)

    assert (found.title, found.byline, found.outlet) == (TITLE, "Ada Brandt", "Lindmark Post")


def test_the_only_article_in_the_data_of_a_page_about_something_else_is_not_its_own() -> None:
    found = read(linked(article(author="Ada Brandt")), "<h1>Ferries sold to a northern town</h1>", "Ferries sold")

    assert (found.title, found.byline) == ("Ferries sold to a northern town", None)


def test_the_address_in_a_web_archive_is_the_pages_own() -> None:
    archived = f"https://web.archive.org/web/20240306101500/{ADDRESS}"
    found = read(f'<link rel="canonical" href="{archived}">')

    assert dict(found.columns)["url"] == ADDRESS


def test_an_outlet_that_only_a_printed_line_names_is_read() -> None:
    found = read("", f"<h1>{TITLE}</h1><p>By Ada Brandt<br>Lindmark Gazette, 5 May 2026</p>")

    assert (found.outlet, found.byline, found.published) == ("Lindmark Gazette", "Ada Brandt", "2026-05-05")


BARE = (
    "<html><head><title>{title}</title></head><body><table><tr><td><font size=5>{headline}</font><br>"
    "<i>By ADA BRANDT, Staff Writer</i><br>Tuesday, March 5, 2024<br><br>{story}</td></tr></table></body></html>"
)


@pytest.mark.parametrize("title", [f"The Lindmark Post - {TITLE}", f"{TITLE} | The Lindmark Post"])
def test_a_page_without_headings_prints_which_end_of_its_title_is_the_headline(title: str) -> None:
    (found,) = read_bytes(BARE.format(title=title, headline=TITLE, story=STORY).encode(), "a.html").articles

    assert (found.title, found.outlet) == (TITLE, "The Lindmark Post")
    assert (found.byline, found.published) == ("ADA BRANDT", "2024-03-05")


@pytest.mark.parametrize("name", ["today", "header-date", "top-date current"])
def test_the_day_of_the_visit_is_not_that_of_publication(name: str) -> None:
    today = f'<div class="{name}">Monday, March 25, 2024</div>'

    assert read("", f"{today}<h1>{TITLE}</h1>").published is None
    posted = '<div class="meta">Posted by Staff on Tuesday, 5 March 2024 in Metro | 14 Views</div>'
    assert read("", f"{today}<h1>{TITLE}</h1>{posted}").published == "2024-03-05"


def test_a_section_with_what_stands_beside_it_gives_way_to_the_title() -> None:
    found = read(meta(og__site_name="Metro | North Central"), title=f"{TITLE} – The Lindmark Post")

    assert found.outlet == "The Lindmark Post"
