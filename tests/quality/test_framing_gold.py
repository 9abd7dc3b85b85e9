"""How well the built-in lexicons do on invented reports whose every framing term is marked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from analysis import analyze, read
from analysis.model import Article, ArticleAnalysis, MarkKind, Section, SectionKind, Span

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "framing.toml").read_text("utf-8"))["report"]
VOICES = {"n": "narrator", "q": "quoted", "r": "reported", "s": "scare"}
_MARK = re.compile(r"\[\[(?P<words>[^|\]]+)\|(?P<entry>[^|\]]+)\|(?P<voice>\w)\]\]")

Finding = tuple[Span, str, str]


def unmarked(marked: str) -> tuple[str, set[Finding]]:
    """Return the plain text and the findings marked in it."""
    text, found, at = "", set(), 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match["words"]
        found.add((Span(start, len(text)), match["entry"], VOICES[match["voice"]]))
        at = match.end()
    return text + marked[at:], found


def read_through(text: str) -> ArticleAnalysis:
    article = Article("g", "Wire", "", text, (Section(SectionKind.BODY, Span(0, len(text))),), "g.txt", "", "")
    return analyze(article)


def findings(text: str) -> set[Finding]:
    return {
        (mark.span, mark.entry.split("/", 1)[1], mark.voice.value)
        for mark in read_through(text).of_kind(MarkKind.FRAMING)
        if _counted(mark.entry)
    }


def _counted(entry: str) -> bool:
    # The neutral members of a set are its denominator; the reports do not mark them.
    return not entry.endswith(("/government", "/administration", "/authorities", "/government-forces"))


@pytest.mark.parametrize("report", GOLD, ids=[report["id"] for report in GOLD])
def test_every_marked_term_is_found_in_its_sense_and_no_other(report: dict[str, str]) -> None:
    text, wanted = unmarked(report["text"].strip())
    found = findings(text)
    assert {(s.of(text), e) for s, e, _ in found} == {(s.of(text), e.removeprefix("rule/")) for s, e, _ in wanted}


def test_voices_of_the_marked_terms() -> None:
    right = total = 0
    for report in GOLD:
        text, wanted = unmarked(report["text"].strip())
        found = {(span, entry): voice for span, entry, voice in findings(text)}
        for span, entry, voice in wanted:
            total += 1
            right += found.get((span, entry)) == voice
    assert total >= 35
    assert right / total >= 0.90  # only moves up on purpose; voices come from the attribution rules


@pytest.mark.data
def test_the_seed_article_has_its_terms_each_in_the_right_voice(shared_data: Path) -> None:
    reading = read([str(shared_data / "seed" / "xinhua_2017-11-10.txt")])
    (article,) = reading.articles
    analysis = analyze(article)
    text = article.text
    found: dict[str, set[str]] = {}
    for mark in analysis.of_kind(MarkKind.FRAMING):
        found.setdefault(mark.span.of(text), set()).add(mark.voice.value)
    wanted = {
        "liberated": {"narrator"},
        "liberate": {"narrator"},
        "liberation": {"reported", "quoted", "narrator"},
        "captured": {"narrator"},
        "terror-designated": {"narrator"},
        "self-declared": {"narrator"},
        "U.S.-backed": {"narrator"},
        "Russian-backed": {"narrator"},
        "foreign-backed": {"reported"},
        "militants": {"narrator", "reported"},
        "terrorist organizations": {"quoted"},
        "stormed": {"narrator"},
        "caliphate": {"scare", "narrator"},
    }
    assert {term: found.get(term) for term in wanted} == wanted
