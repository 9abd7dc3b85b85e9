"""Whatever a news sentence is made of, the whole engine reads it: analysis, comparison and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Failure, analyze_all, compare
from analysis.messages import render
from analysis.model import ArticleAnalysis
from analysis.output.json import comparison_json, encode
from tests.builders import make_article

APOSTROPHES = ("’", "'", "‘", "`", "´")
DAYS = "Monday Tuesday Sunday Jan. June 2031 yesterday tonight noon".split()
TITLES = "Mr. Mrs. Dr. Sen. Gen. President Prime-Minister Sir the the-mayor's-aide ex-King Col. Rep.".split()
NAMES = "Ann Orr O’Dell MacVey Vallin al-Hadar Ombria U.N. NATO Ōe Zoë X 7 St.-Marr Q.C. Lee's".split()
BODIES = "ministry council army rebels police court union Harbour-Wire newspaper company spokesman crowd".split()
VERBS = """
    said says claimed denied warned welcomed praised called accused insisted admitted wrote told asked vowed urged
    announced tweeted added argued condemned rejected hailed blamed feared hoped
""".split()
NOUNS = (
    "announcement claim statement warning report letter allegation demand promise threat call denial remarks".split()
)
THINGS = "school bridge raid strike attack deal vote fire regime militants clashes protest fence budget".split()
ACTS = "closed seized killed destroyed opened fled shelled collapsed freed attacked rebuilt".split()
LINKS = "that of to by for on as with about from against over who which while after and but if because".split()
QUOTES = ("“", "”", '"', "''", "``", "«", "»", "‚", "„", "‘", "’")
SIGNS = (
    ", . : ; ! ? … – — - ( ) [ ] { } / & % $ £ 12 1,200 3.5m 40% 5pm 9/11 No.10 #1 @who http://a.example • * _ = + ~ "
    "😀 中 é ½"
).split()
ANYTHING = st.sampled_from([*DAYS, *TITLES, *NAMES, *BODIES, *VERBS, *NOUNS, *THINGS, *ACTS, *LINKS, *QUOTES, *SIGNS])


def slot(words: list[str] | tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


@st.composite
def possessor(draw: st.DrawFn) -> str:
    """Return who or what owns something, often in an odd way."""
    owner = draw(st.one_of(slot(NAMES), slot(DAYS), slot(BODIES), slot(TITLES), slot(THINGS), st.just("")))
    return f"{owner}{draw(slot(APOSTROPHES))}{draw(slot(('s', '', 'S', 's own')))}"


@st.composite
def speaker(draw: st.DrawFn) -> str:
    """Return somebody who speaks: a name with a title, a body, a possession, or both with an apposition."""
    name = f"{draw(slot(TITLES))} {draw(slot(NAMES))} {draw(slot(NAMES))}"
    body = f"{draw(slot(('the', 'The', 'a', 'its', '')))} {draw(slot(BODIES))}"
    kind = draw(st.integers(0, 4))
    options = (
        name, body, f"{draw(possessor())} {draw(slot(BODIES))}", f"{name}, {body},", f"{body} ({draw(slot(NAMES))})",
    )  # fmt: skip
    return options[kind]


@st.composite
def clause(draw: st.DrawFn) -> str:
    """Return what somebody may say."""
    return f"the {draw(slot(THINGS))} {draw(slot(('was', 'will be', 'has', 'never')))} {draw(slot(ACTS))}"


@st.composite
def quoted(draw: st.DrawFn) -> str:
    """Return a clause in marks, not always closed, nor by the mark that fits."""
    return f"{draw(slot(QUOTES))}{draw(clause())}{draw(slot((',', '', '.', '…')))}{draw(slot((*QUOTES, '')))}"


@st.composite
def sentence(draw: st.DrawFn) -> str:
    """Return a sentence as news print it, then perhaps with words moved about."""
    who, what, verb = draw(speaker()), draw(clause()), draw(slot(VERBS))
    noun, owner, link = draw(slot(NOUNS)), draw(possessor()), draw(slot(LINKS))
    patterns = (
        f"{who} {verb} {owner} {noun} {link} {what}.",
        f"{draw(quoted())} {verb} {who}.",
        f"{who} {verb}: {draw(quoted())}",
        f"According to {owner} {noun}, {what}.",
        f"{owner} {noun} {verb} {link} {what} on {draw(slot(DAYS))}.",
        f"{what}, {who} {verb}, [{draw(slot(SIGNS))}] {draw(clause())}.",
        f"{who} was {verb} of {link} {draw(slot(THINGS))} by {owner}.",
        f"In {owner} {noun} {link} {draw(quoted())}, {who} {verb} {what}!",
        f"{draw(slot(NAMES)).upper()}: {draw(quoted())}",
        f"{owner} {verb}.",
    )
    made = draw(slot(patterns))
    words = made.split(" ")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words)))
        words[at:at] = [draw(ANYTHING)]
    if draw(st.booleans()):
        del words[draw(st.integers(0, len(words) - 1))]
    return " ".join(words)


SENTENCES = st.lists(st.one_of(sentence(), st.lists(ANYTHING, max_size=12).map(" ".join)), min_size=1, max_size=4)
ARTICLES = st.tuples(SENTENCES, slot((" ", "\n", "\n\n"))).map(lambda made: made[1].join(made[0]))


def holds(texts: list[str]) -> None:
    """Check that the articles are analysed, compared and written."""
    articles = [make_article(text, f"Paper {i}", source=f"{i}.txt") for i, text in enumerate(texts)]
    found = list(analyze_all(articles))
    assert not [render(one.message) for one in found if isinstance(one, Failure)]
    analyses = [one for one in found if isinstance(one, ArticleAnalysis)]
    written = json.loads(encode(comparison_json(compare(analyses))))
    assert [one["article"]["text"] for one in written["articles"]] == [a.article.text for a in analyses]


@settings(max_examples=40)
@given(st.lists(ARTICLES, min_size=1, max_size=3))
def test_news_like_sentences_go_through_the_engine(texts: list[str]) -> None:
    holds(texts)


@pytest.mark.reader
@settings(max_examples=8)
@given(st.lists(ARTICLES, min_size=1, max_size=2))
def test_news_like_sentences_go_through_the_engine_with_the_reader(texts: list[str]) -> None:
    holds(texts)
