"""The kind of an article and what says so: the source, a label, the form; whatever nothing speaks for is news."""

from __future__ import annotations

import json

import pytest

from analysis.model import Article, ArticleKind
from analysis.sources import read_bytes, read_text

from . import makers

STORY = "\n\n".join(makers.PARAGRAPHS)


def kind(article: Article) -> str:
    return str(article.kind)


def why(article: Article) -> str:
    return next((known.message.key for known in article.evidence if known.field == "kind"), "")


def row(**values: str) -> Article:
    """Return the article of a table's only row."""
    cells = {"title": makers.TITLE, "outlet": "The Lindmark Post", "text": STORY, **values}
    (article,) = read_bytes(makers.table([list(cells), list(cells.values())]), "a.csv").articles
    return article


def pasted(*paragraphs: str) -> Article:
    (article,) = read_text("\n\n".join(paragraphs)).articles
    return article


def page(head: str = "", body: str = "") -> Article:
    (article,) = read_bytes(makers.page(body, head), "a.html").articles
    return article


# --------------------------------------------------------------------------- what the source states


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("section", "Opinion", "opinion"),
        ("section", "EDITORIAL; Pg. A16", "opinion"),
        ("section", "Section A; Column 1; National Desk; Pg. 3", "news"),
        ("section", "News > Analysis", "analysis"),
        ("section", "World", "news"),
        ("type", "Letter", "letter"),
        ("article_type", "liveblog", "live"),
        ("genre", "Interview", "interview"),
        ("document type", "Transcript", "transcript"),
        ("type", "News", "news"),
        ("kind", "OpinionNewsArticle", "opinion"),
        ("category", "Politics, Opinion", "opinion"),
        ("url", "https://lindmark-post.example/opinion/2024/cranes-fall", "opinion"),
        ("url", "https://lindmark-post.example/commentisfree/2024/mar/05/cranes", "opinion"),
        ("url", "https://lindmark-post.example/news/live-updates/cranes", "live"),
        ("url", "https://lindmark-post.example/news/opinion-poll-on-cranes", "news"),
        ("url", "https://lindmark-post.example/live/concerts/cranes", "news"),
        ("outlet", "The Lindmark Post - Opinion", "opinion"),
    ],
)
def test_columns_and_addresses_say_the_kind(column: str, value: str, expected: str) -> None:
    assert kind(row(**{column: value})) == expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ("OpinionNewsArticle", "opinion"),
        ("AnalysisNewsArticle", "analysis"),
        ("LiveBlogPosting", "live"),
        ("ReviewNewsArticle", "opinion"),
        ("ReportageNewsArticle", "news"),
        ("NewsArticle", "news"),
    ],
)
def test_a_page_gives_its_type(types: str, expected: str) -> None:
    data = json.dumps({"@type": ["NewsArticle", types], "headline": makers.TITLE})
    found = page(f'<script type="application/ld+json">{data}</script>')

    assert kind(found) == expected
    assert why(found) == ("sources.kind.type" if types != "NewsArticle" else "")


def test_the_type_of_a_related_story_is_not_the_articles() -> None:
    data = [
        {"@type": "OpinionNewsArticle", "headline": "Why the harbour was never safe"},
        {"@type": "NewsArticle", "headline": makers.TITLE},
    ]
    assert kind(page(f'<script type="application/ld+json">{json.dumps(data)}</script>')) == "news"


def test_a_page_names_its_section() -> None:
    found = page('<meta property="article:section" content="Opinion">')

    assert (kind(found), why(found)) == ("opinion", "sources.kind.column")
    assert dict(found.columns)["section"] == "Opinion"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ('<div class="kicker"><a href="/opinion">Opinion</a></div><h1>{}</h1>', "opinion"),
        ("<header><p>Analysis</p><h1>{}</h1></header>", "analysis"),
        ("<p>Opinion</p><div><div><h1>{}</h1></div></div>", "opinion"),
        ("<nav><a href='/news'>News</a> <a href='/opinion'>Opinion</a></nav><h1>{}</h1>", "news"),
        ("<ul><li>Opinion</li></ul><h1>{}</h1>", "news"),
        ("<p>Opinion is divided over the harbour.</p><h1>{}</h1>", "news"),
    ],
)
def test_a_page_prints_a_label_above_its_headline(above: str, expected: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in makers.PARAGRAPHS)
    top = f"<html><head><title>{makers.TITLE}</title></head><body>{above.format(makers.TITLE)}"
    (article,) = read_bytes(f"{top}<article>{story}</article></body></html>".encode(), "a.html").articles

    assert kind(article) == expected


# --------------------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Opinion | The harbour was never safe", "opinion"),
        ("Analysis: What the fall of two cranes means", "analysis"),
        ("ANALYSIS-Harbours face a bill for old cranes", "analysis"),
        ("Editorial: Pay for the cables", "opinion"),
        ("The council must pay | Letters", "letter"),
        ("Harbour closed after cranes fall – as it happened", "live"),
        ("Live updates: Harbour closed after cranes fall", "live"),
        ("Transcript: The mayor's speech at the harbour", "transcript"),
        ("The harbour's new cable rules, explained", "analysis"),
        ("Fact check: Did the council cut the budget?", "analysis"),
        ("Water analysis shows lead in the harbour", "news"),
        ("Letters from prison reach the harbour", "news"),
        ("Live results: who won the harbour race", "news"),
        ("Live: Lindmark against Halden", "news"),
        ("Interview: Brandt says cables were old", "news"),
        ("Court publishes its opinion on the cranes", "news"),
        ("Editorial-page editor of the Post resigns", "news"),
        ("Mayor's column in the Post angers crews", "news"),
        ("Transcript of the mayor's call goes missing", "news"),
    ],
)
def test_a_label_in_the_headline_says_the_kind(title: str, expected: str) -> None:
    assert kind(row(title=title)) == expected


@pytest.mark.parametrize("label", ["OPINION", "Opinion", "Commentary:", "ANALYSIS/OPINION:"])
def test_a_label_above_the_headline_is_the_section_and_no_headline(label: str) -> None:
    found = pasted(label, makers.TITLE, "By Ada Brandt", STORY)

    assert (kind(found), found.title) == ("opinion", makers.TITLE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Analysis by Ada Brandt, Lindmark Post", "analysis"),
        ("Opinion by Ada Brandt", "opinion"),
        ("By The Editorial Board", "opinion"),
        ("Ada Brandt, Opinion contributor", "opinion"),
        ("ANALYSIS/OPINION:", "opinion"),
        ("By Ada Brandt", "news"),
    ],
)
def test_a_line_below_the_headline_says_the_kind(line: str, expected: str) -> None:
    assert kind(pasted(makers.TITLE, line, STORY)) == expected


# --------------------------------------------------------------------------- lines around the text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The views expressed in this commentary are solely those of the author.", "opinion"),
        ("Opinions expressed here do not necessarily reflect those of the Post.", "opinion"),
        ("Jonas Petrik is a professor of law at Halden University.", "opinion"),
        ("The writer is a former director of the port of Halden.", "opinion"),
        ("Jonas Petrik is a columnist for the Lindmark Post.", "opinion"),
        ("• Jonas Petrik, a retired pilot, lives in Halden.", "news"),
        ("Jonas Petrik is a reporter who covers courts for the Post.", "news"),
        ("Ada Brandt is the president of the port and has led it since 2015.", "news"),
        ("“The views expressed in this letter are those of the crews,” a spokesman said.", "news"),
    ],
)
def test_a_line_at_the_end_says_the_kind(line: str, expected: str) -> None:
    assert kind(pasted(makers.TITLE, STORY, line)) == expected


def test_the_authors_line_counts_for_the_name_in_the_byline() -> None:
    tail = "Jonas Petrik, a former harbour pilot, is the author of “Cables”."

    assert kind(pasted(makers.TITLE, "By Jonas Petrik", STORY, tail)) == "opinion"
    assert kind(pasted(makers.TITLE, "By Mara Delvin", STORY, tail)) == "news"


# --------------------------------------------------------------------------- form

QUESTIONS = ("What fell first?", "Did you hear it?", "Who was there?", "Were you warned?")
ANSWERS = (
    "I saw the northern crane lean over, and then we all ran towards the gate.",
    "I heard the cables go one after the other, like shots, and my hands shook.",
    "My crew was there and I counted them twice before we left the quay.",
    "We were warned in spring, and I wrote to the council about it myself.",
)


def exchange(asks: str, answers: str) -> list[str]:
    return [
        f"{who}: {text}" for q, a in zip(QUESTIONS, ANSWERS, strict=True) for who, text in ((asks, q), (answers, a))
    ]


def test_turns_of_speakers_in_capitals_are_a_transcript() -> None:
    turns = ["LENA ORTH, ANCHOR: Good evening. We go to the harbour of Lindmark.", *exchange("ORTH", "BRANDT")]

    found = pasted("Clearance of the harbour", *turns)

    assert (found.kind, why(found)) == (ArticleKind.TRANSCRIPT, "sources.kind.turns")


def test_questions_and_answers_in_person_are_an_interview() -> None:
    assert kind(pasted("Ada Brandt on the cranes", *exchange("Q", "A"))) == "interview"
    assert kind(pasted("Post talks to Ada Brandt", "Ada Brandt met the Post.", *exchange("Post", "Brandt"))) == "news"
    assert (
        kind(row(outlet="Post", text="\n\n".join(["Ada Brandt met us.", *exchange("Post", "Brandt")]))) == "interview"
    )


def test_questions_that_the_outlet_answers_itself_are_no_interview() -> None:
    answers = ["The northern crane fell first, the port office said in a statement on Monday."] * 4
    turns = [f"{who}: {text}" for q, a in zip(QUESTIONS, answers, strict=True) for who, text in (("Q", q), ("A", a))]

    assert kind(pasted(makers.TITLE, *turns)) == "news"


def test_a_report_that_quotes_an_exchange_is_news() -> None:
    assert kind(pasted(makers.TITLE, STORY, STORY, *exchange("BRANDT", "COUNCIL")[:4], STORY)) == "news"


def entries(*times: str) -> list[str]:
    return [f"{time} — Divers have reached the second crane, the port office says in a statement." for time in times]


def test_entries_by_the_clock_with_the_latest_first_are_live() -> None:
    found = pasted(makers.TITLE, *entries("6.40pm", "5.15pm", "3.02pm", "11.20am", "9.05am"))

    assert (kind(found), why(found)) == ("live", "sources.kind.times")


def test_a_chronicle_and_a_list_of_fixtures_are_news() -> None:
    assert kind(pasted(makers.TITLE, *entries("9:05 a.m.", "11:20 a.m.", "3:02 p.m.", "5:15 p.m."))) == "news"
    assert (
        kind(pasted("Fixtures", STORY, "18:00 Lindmark v Halden", "16:00 Ost v West", "14:00 A v B", "12:00 C v D"))
        == "news"
    )


@pytest.mark.parametrize("opening", ["To the Editor:", "Dear Editor,", "Sir, – Your report on the cranes is right."])
def test_a_salutation_opens_a_letter(opening: str) -> None:
    assert kind(pasted("The council must pay", opening, STORY)) == "letter"


def test_a_text_that_argues_in_its_own_voice_is_opinion() -> None:
    argued = (
        "I have walked this quay for thirty years, and we should be ashamed of what we let happen. Why did nobody pay?"
        " We must ask who cut the budget, and I ask it of myself as well. "
    )
    assert kind(pasted("The harbour was ours to lose", argued * 4, argued * 3)) == "opinion"
    assert kind(pasted("The harbour", f"“{argued * 4}” she said.", STORY * 5)) == "news"


def test_a_report_on_a_column_is_news() -> None:
    assert (
        kind(pasted("Mayor defends column", "In an opinion piece on Monday the mayor wrote that crews lied.", STORY))
        == "news"
    )
