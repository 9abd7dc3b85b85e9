"""The story of a page is found wherever its markup keeps it, and nothing but the story."""

from __future__ import annotations

import json
import textwrap

import pytest

from analysis.messages import render
from analysis.model import Article, SectionKind
from analysis.sources import read_bytes

from .. import makers

OPENING = "The ferry to Halm stood still on Monday after its crew found water in the engine room, the operator said."
NEXT = "Nobody was hurt. About two hundred passengers waited in the hall until buses took them around the bay."
THIRD = "A diver is to look at the hull on Tuesday, and the operator will not say before that when the ferry sails."
FOURTH = (
    "The town council met in the evening and asked for a second boat, as it has done in each of the last four years."
)
FIFTH = "Two bakers in Halm said that they had thrown away their bread, since nobody had come over to buy any of it."
STORY = (OPENING, NEXT, THIRD, FOURTH, FIFTH)
TITLE = "Ferry to Halm stands still"


def read(body: str, head: str = "") -> Article:
    top = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head>'
    reading = read_bytes(f"{top}<body>{body}</body></html>".encode(), "a.html")
    assert not reading.skipped, render(reading.skipped[0].message)
    (article,) = reading.articles
    return article


def paragraphs(article: Article, *kinds: SectionKind) -> list[str]:
    """Return the paragraphs below the headline; of these kinds where some are named."""
    return [
        text
        for section in article.sections
        if section.kind is not SectionKind.HEADLINE and (not kinds or section.kind in kinds)
        for text in section.span.of(article.text).split("\n\n")
    ]


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


HEAD = f"<h1>{TITLE}</h1>"
MENU = "<nav><ul>" + "".join(f'<li><a href="/{s}">{s}</a></li>' for s in ("news", "sport", "weather")) + "</ul></nav>"
LISTED = (
    "At eight the operator said that the ferry would sail at ten.",
    "At ten it said that it would sail at noon.",
    "At noon it said nothing.",
)

WRAPPED = "\n\n".join(textwrap.fill(text, 60) for text in STORY)
LAYOUTS = {
    "paragraphs of an article": f"<article>{HEAD}{p(*STORY)}</article>",
    "paragraphs under the body": f"{MENU}{HEAD}{p(*STORY)}",
    "containers with advertisements between": f"<main>{HEAD}"
    + '<div class="ad"></div>'.join(
        f'<div class="row"><div class="cell text">{p(*part)}</div><div class="cell side"></div></div>'
        for part in (STORY[:2], STORY[2:4], STORY[4:])
    )
    + "</main>",
    "containers of names of their own": f"<main>{HEAD}<div class=first>{p(*STORY[:2])}</div><div class=ad></div>"
    f"<section class=second>{p(STORY[2])}</section><div class=third>{p(*STORY[3:])}</div></main>",
    "a container for each paragraph": f"<main>{HEAD}"
    + "".join(f"<div class=block><p>{t}</p></div>" for t in STORY)
    + "</main>",
    "lines that two breaks part": f"{MENU}<div>{HEAD}<div id=t>{'<br><br>'.join(STORY)}</div></div>",
    "bare text under the body": f"{HEAD}{'<br><br>'.join(STORY)}",
    "a table for the layout": f"<table><tr><td>{MENU}</td><td>{HEAD}{p(*STORY)}</td></tr></table>",
    "cells of a table": f"{HEAD}<table>{''.join(f'<tr><td>{t}</td></tr>' for t in STORY)}</table>",
    "preformatted lines": f"{HEAD}<pre>{WRAPPED}</pre>",
    "sections with headings": f"<article>{HEAD}<section>{p(*STORY[:3])}</section>"
    f"<section>{p(*STORY[3:])}</section></article>",
    "an element that scripts fill": f"{MENU}<noscript>{HEAD}{p(*STORY)}</noscript>",
    "a template": f"{MENU}<template>{HEAD}{p(*STORY)}</template>",
    "a form around everything": f"<form>{MENU}{HEAD}{p(*STORY)}</form>",
    "a name that menus have": f'<div class="sidebar">{HEAD}{p(*STORY)}</div>',
    "a column of a table for the menu": f"<table><tr><td><a href=/a>News</a><br><a href=/b>Sport</a></td>"
    f"<td>{HEAD}<font>{'<p>'.join(STORY)}</font></td></tr></table>",
    "divisions for paragraphs": f"{MENU}<div>{HEAD}{''.join(f'<div>{t}</div>' for t in STORY)}</div>",
    "an introduction of its own": f"{MENU}<main><div>{HEAD}<div class=intro>{p(STORY[0])}</div></div>"
    f"<div class=a><div class=b>{p(*STORY[1:])}</div></div></main>",
    "a rest that is hidden until one pays": f"<article>{HEAD}{p(STORY[0])}"
    f"<div style='display:none'>{p(*STORY[1:])}</div></article>",
    "a page behind an open dialog": f"<div aria-hidden=true>{MENU}<article>{HEAD}{p(*STORY)}</article></div>",
    "a fast page for phones": f"<amp-sidebar>{MENU}</amp-sidebar><article>{HEAD}<section>{p(*STORY[:2])}"
    f"<amp-ad></amp-ad>{p(*STORY[2:])}</section></article><amp-social-share></amp-social-share>",
    "elements of the site's own": f"<x-page><x-story>{HEAD}{p(*STORY)}</x-story></x-page>",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_paragraph_is_read_once_and_in_order(body: str) -> None:
    assert paragraphs(read(body)) == list(STORY)


def test_a_list_within_the_story_is_kept_item_by_item() -> None:
    items = "".join(f"<li>{item}</li>" for item in LISTED)

    assert paragraphs(read(f"{HEAD}{p(*STORY[:2])}<ul>{items}</ul>{p(*STORY[2:])}")) == [
        *STORY[:2],
        *LISTED,
        *STORY[2:],
    ]


def test_a_list_of_terms_within_the_story_is_kept() -> None:
    terms = "<dl><dt>Halm</dt><dd>A town on the far side of the bay, with four thousand people.</dd></dl>"

    found = paragraphs(read(f"<article>{HEAD}{p(*STORY[:2])}{terms}{p(*STORY[2:])}</article>"))

    assert found[2:4] == ["Halm", "A town on the far side of the bay, with four thousand people."]


def test_a_row_of_figures_is_one_paragraph() -> None:
    table = "<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2023</td><td>41,200</td></tr></table>"

    found = paragraphs(read(f"<article>{HEAD}{p(*STORY[:3])}{table}{p(*STORY[3:])}</article>"))

    assert found == [*STORY[:3], "Year | Passengers", "2023 | 41,200", *STORY[3:]]


def test_headings_within_the_story_are_paragraphs_of_their_own() -> None:
    found = paragraphs(read(f"<article>{HEAD}{p(*STORY[:3])}<h2>Bread thrown away</h2>{p(*STORY[3:])}</article>"))

    assert found == [*STORY[:3], "Bread thrown away", *STORY[3:]]


OTHERS = "".join(f'<li><a href="/{i}">Other story number {i} of this long day in Halm</a></li>' for i in range(6))
AROUND = {
    "a link to another story": '<p>ALSO READ | <a href="/x">Boats of the bay are late again and again</a></p>',
    "a list of other stories": f'<div class="related"><h3>Related stories</h3><ul>{OTHERS}</ul></div>',
    "a list of other stories without a name": f"<div><h3>Most read</h3><ul>{OTHERS}</ul></div>",
    "teasers with a sentence each": "".join(
        f'<div class="c"><h3><a href="/{i}">Harbour office counts its boats</a></h3>'
        "<p>The office said that it had counted every boat twice, and that none was missing.</p></div>"
        for i in range(3)
    ),
    "comments": '<div id="comments">'
    + p(*["I have taken this boat for years and it has never once been late."] * 3)
    + "</div>",
    "an author's box": '<div class="author-bio"><p>Ada Brandt has written about boats for years.</p></div>',
    "a notice of cookies": '<div class="cookie-notice"><p>We and our partners store cookies on your device.</p></div>',
    "a box for a newsletter": '<div class="newsletterBox"><p>Our letter of the morning tells of the bay.</p></div>',
    "an aside": "<aside><p>The ferry was built in 1974, carries forty cars and has two engines.</p></aside>",
    "what is hidden": '<div style="display: none"><p>Thank you for reading; here is one more sentence.</p></div>',
    "a box that its heading names": "<div><h2>Sign up for our morning newsletter</h2>"
    "<p>The stories of the day, in your letter box before breakfast.</p></div>",
    "a footer": "<footer><p>The Halm Post is published by the Halm Post Company, 4 Harbour Street, Halm.</p></footer>",
}


@pytest.mark.parametrize("box", AROUND.values(), ids=AROUND.keys())
@pytest.mark.parametrize("place", ["among the paragraphs", "below them"])
def test_what_stands_around_a_story_is_not_read_with_it(box: str, place: str) -> None:
    at = 2 if place == "among the paragraphs" else len(STORY)
    body = f"<article>{HEAD}{p(*STORY[:at])}{box}{p(*STORY[at:])}</article>"

    assert paragraphs(read(body)) == list(STORY)


@pytest.mark.parametrize("around", ["<div id=comments>{}</div>", "<section class=comments-area><ol>{}</ol></section>"])
def test_comments_longer_than_the_story_are_not_read_with_it(around: str) -> None:
    comments = [
        f"I have lived on this bay for {n} years, and the boat was late in every one of them." for n in range(20)
    ]

    assert paragraphs(read(f"<article>{HEAD}{p(*STORY)}</article>{around.format(p(*comments))}")) == list(STORY)


def test_a_story_shorter_than_the_footer_is_the_story() -> None:
    footer = f"<footer>{p('The Halm Post is published by the Halm Post Company, registered in Halm. ' * 4)}</footer>"

    assert paragraphs(read(f"{MENU}<article>{HEAD}{p(OPENING)}</article>{footer}")) == [OPENING]


def test_a_story_printed_for_two_widths_of_screen_is_read_once() -> None:
    body = f'<div class="wide">{HEAD}{p(*STORY)}</div><div class="narrow">{HEAD}{p(*STORY)}</div>'

    assert paragraphs(read(body)) == list(STORY)


def test_a_story_that_says_a_paragraph_twice_is_read_with_both() -> None:
    assert paragraphs(read(f"<article>{HEAD}{p(*STORY, STORY[1])}</article>")) == [*STORY, STORY[1]]


def test_a_caption_is_read_once_and_stands_where_its_picture_does() -> None:
    figure = "<figure><img src=x.jpg><figcaption>The ferry at its berth. Photo: J. Ek</figcaption></figure>"
    article = read(f"<article>{HEAD}{p(*STORY[:2])}{figure}{p(*STORY[2:])}</article>")

    assert paragraphs(article)[2] == "The ferry at its berth. Photo: J. Ek"
    assert paragraphs(article, SectionKind.CAPTION) == ["The ferry at its berth. Photo: J. Ek"]


# --------------------------------------------------------------------------- what a page keeps in its data


def test_a_story_that_only_json_ld_holds_is_read_from_there_and_said_to_be() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(STORY)}
    article = read(
        f"{MENU}<main>{HEAD}{p(STORY[0])}</main>",
        f'<script type="application/ld+json">{json.dumps(data)}</script>',
    )

    assert paragraphs(article) == list(STORY)
    assert [render(note) for note in article.notes] == [
        "The page shows less of the story than its data hold (JSON-LD); it was read from there."
    ]


STATES = {
    "blocks of text": {"props": {"pageProps": {"article": {"body": [{"type": "text", "text": t} for t in STORY]}}}},
    "one text of HTML": {"state": {"story": {"html": p(*STORY), "title": TITLE, "tracking": "a b c d e f" * 9}}},
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize("way", ["as JSON", "as a statement", "as a text that is parsed"])
def test_a_story_that_only_the_state_of_scripts_holds_is_read_from_there(state: object, way: str) -> None:
    text = json.dumps(state).replace("</", "<\\/")
    script = {
        "as JSON": f'<script id="__NEXT_DATA__" type="application/json">{text}</script>',
        "as a statement": f'<script>var a = "one", b = [1, 2]; window.__STATE__ = {text};go(b)</script>',
        "as a text that is parsed": f"<script>window.__STATE__ = JSON.parse({json.dumps(text)});go()</script>",
    }[way]

    assert paragraphs(read(f"{MENU}{HEAD}<div id=root></div>{script}")) == list(STORY)


def test_a_story_that_a_page_sends_in_numbered_pieces_is_read_from_there() -> None:
    row = json.dumps(["$", "article", None, {"children": [["$", "p", None, {"children": text}] for text in STORY]}])
    sent = f'1:["$","div",null,{{}}]\n2:{row}\n'
    pieces = (sent[:200], sent[200:])
    scripts = "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)

    assert paragraphs(read(f"{MENU}{HEAD}<div id=root></div>{scripts}")) == list(STORY)


def test_the_markup_stands_where_the_data_hold_another_story() -> None:
    data = {"@type": "NewsArticle", "headline": "Boats", "articleBody": "Another day on another bay, told twice. " * 60}
    article = read(
        f"<article>{HEAD}{p(*STORY)}</article>", f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )

    assert paragraphs(article) == list(STORY)


TEASERS = [f"Halm has {n} bakers, and each of them tells the story of that day in a way of his own." for n in range(9)]
OWN = {"title": TITLE, "body": p(*STORY)}
AROUND = {
    "readers' comments": {"article": OWN, "discussion": [{"user": "Ida", "text": text} for text in TEASERS * 3]},
    "comments by their name": {"article": OWN, "comments": [p(*TEASERS * 3)]},
    "teasers": {"article": OWN, "top": [{"title": text[:15], "summary": text} for text in TEASERS * 3]},
    "another story": {"article": OWN, "next": {"headline": "Bakers of Halm", "body": p(*TEASERS)}},
    "what the page says to everybody": {"article": OWN, "messages": {"privacy": " ".join(TEASERS)}},
    "other stories of a list": {"items": [{"title": "Bakers", "body": p(*TEASERS)}, OWN]},
    "a story known by its address": {
        "items": [{"title": "Boats", "body": p(*STORY), "url": "/ferry/"}, {"title": "B"}]
    },
}


@pytest.mark.parametrize("state", AROUND.values(), ids=AROUND.keys())
def test_nothing_that_stands_beside_the_story_in_the_data_replaces_it(state: object) -> None:
    script = f'<script type="application/json">{json.dumps(state)}</script>'
    article = read(f"{HEAD}<div id=root></div>{script}", '<link rel="canonical" href="https://post.example/ferry">')

    assert paragraphs(article) == list(STORY)


def test_the_parts_of_one_story_are_one_text_though_each_has_a_heading_and_a_time() -> None:
    parts = [{"title": f"At {n}", "created": f"2024-03-05T0{n}:00", "text": text} for n, text in enumerate(STORY)]
    state = {"story": {"title": TITLE, "updates": parts}}

    article = read(f'{HEAD}<div id=root></div><script type="application/json">{json.dumps(state)}</script>')
    assert paragraphs(article) == list(STORY)


def test_a_short_story_of_the_page_is_not_replaced_by_a_longer_one() -> None:
    state = {"main": {"title": TITLE, "body": p(OPENING)}, "next": {"title": "Bakers", "body": p(*TEASERS)}}

    article = read(f'{HEAD}<div id=root></div><script type="application/json">{json.dumps(state)}</script>')
    assert paragraphs(article) == [OPENING]


# --------------------------------------------------------------------------- what is said of what stayed out


def test_prose_that_stays_out_is_told_of() -> None:
    other = [
        f"Halm has {n} bakers, and each of them tells the story of that day in a way of his own." for n in range(9)
    ]
    body = (
        f"<article>{HEAD}{p(*STORY)}</article><div><div><ul>{''.join(f'<li>{t}</li>' for t in other)}</ul></div></div>"
    )

    (note,) = [n for n in read(body).notes if n.key == "sources.page_left_out"]

    assert render(note).startswith("9 paragraphs of the page (")
    assert "Halm has 0 bakers" in render(note)


def test_nothing_is_said_where_nothing_of_size_stays_out() -> None:
    assert read(f"{MENU}<article>{HEAD}{p(*STORY)}</article>").notes == ()


def test_short_paragraphs_at_the_ends_of_a_story_are_of_it() -> None:
    more = '<h3>More from the Post</h3><p><a href="/1">Bread from Halm</a></p><p><a href="/2">Boats</a></p>'
    head = f"{HEAD}<p>By Ada Brandt</p><p>March 5, 2024</p>"
    text = p("The operator waits for a diver.", *STORY, "“Not before Tuesday,” it said.", "Bread is sold out.")
    rows = f"<tr><td>{head}{text}</td></tr><tr><td>{more}</td></tr><tr><td>You get this since you signed up.</td></tr>"

    assert paragraphs(read(f"<table>{rows}</table>"), SectionKind.LEAD, SectionKind.BODY) == [
        "The operator waits for a diver.",
        *STORY,
        "“Not before Tuesday,” it said.",
        "Bread is sold out.",
    ]


OTHER = "".join(f"<p>{text}</p>" for text in TEASERS[:4])
ENTRY = "<time>{}</time><h2>{}</h2>{}"
SEVERAL = {
    "two articles": f"<article><h2>{TITLE}</h2>{p(*STORY)}</article><article><h2>Bakers of Halm</h2>{OTHER}</article>",
    "two boxes": f"<div class=post>{HEAD}{p(*STORY)}</div><div class=post><h1>Bakers of Halm</h1>{OTHER}</div>",
    "below the name of the site": "<h1>The Post</h1>"
    f"<article><h2>{TITLE}</h2>{p(*STORY)}</article><article><h2>Bakers of Halm</h2>{OTHER}</article>",
}
ONE = {
    "sub-headings in boxes": f"{HEAD}<div class=part><h2>Monday</h2>{p(*STORY)}</div>"
    f"<div class=part><h2>Bakers of Halm</h2>{OTHER}</div>",
    "sub-headings in sections of an article": f"<article>{HEAD}<section><h2>Monday</h2>{p(*STORY)}</section>"
    f"<section><h2>Bakers of Halm</h2>{OTHER}</section></article>",
    "sub-headings under one box": f"<h2>Monday</h2>{p(*STORY)}<h2>Bakers of Halm</h2>{OTHER}",
    "entries of a live blog": f"{HEAD}<article>{ENTRY.format('09:10', 'Monday', p(*STORY))}</article>"
    f"<article>{ENTRY.format('09:40', 'Bakers of Halm', OTHER)}</article>",
    "articles of one paragraph below a headline": HEAD + "".join(f"<article>{p(text)}</article>" for text in STORY),
}


@pytest.mark.parametrize("body", SEVERAL.values(), ids=SEVERAL.keys())
def test_stories_with_headlines_of_their_own_are_said_to_be_several(body: str) -> None:
    (note,) = [n for n in read(f"<main>{body}</main>").notes if n.key == "sources.page_several"]

    assert render(note) == (
        "The page holds 2 separate texts, which were read as one article: Ferry to Halm stands still / Bakers of Halm"
    )


def test_articles_without_headlines_below_that_of_the_page_are_called_by_their_words() -> None:
    more = "".join(f"<article>{p(' '.join(TEASERS[n : n + 3]))}</article>" for n in (0, 3, 6))
    (note,) = [n for n in read(f"<article>{HEAD}{p(*STORY)}</article>{more}").notes if "several" in n.key]

    assert "4 separate texts" in render(note)
    assert "Halm has 0 bakers" in render(note)


@pytest.mark.parametrize("body", ONE.values(), ids=ONE.keys())
def test_the_parts_of_one_story_are_not_said_to_be_several(body: str) -> None:
    assert not [n for n in read(f"<main>{body}</main>").notes if n.key == "sources.page_several"]


def test_the_page_that_other_tests_use_is_read_whole() -> None:
    (article,) = read_bytes(makers.page(), "a.html").articles

    assert paragraphs(article, SectionKind.LEAD, SectionKind.BODY) == list(makers.PARAGRAPHS)


def test_a_short_last_sentence_between_line_breaks_is_of_the_story() -> None:
    last = "It closes in May."
    told = "<br><br>".join([*STORY, last, '<a href="mailto:a@x.example">a@x.example</a>'])

    assert paragraphs(read(f"<table><tr><td><h1>Cranes fall</h1>{told}</td></tr></table>"))[-1] == last
