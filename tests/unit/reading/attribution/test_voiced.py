"""What of the Reader's contents is reported: what rules hear, and clear clauses behind cues that no rule heard."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.model import Article, Document, Span, Voice
from analysis.reading.language import find_quotations, segment
from analysis.reading.pipeline import attribute
from analysis.reading.reader.labels import DEPRELS, UPOS
from analysis.reading.voices import assign_voices
from analysis.readings import NO_HEAD, Reading, Relation


def reported(text: str, source: str, cue: str, content: str, probability: float, subject: str = "") -> list[str]:
    """Return the reported words of a sentence of which the Reader says this; `subject` hangs on the word behind it."""
    article = Article("a", "Outlet", "Title", text, (), "test", "", "")
    paragraphs, sentences, tokens = segment(article)
    bare = Document(article, paragraphs, sentences, tokens, find_quotations(text, paragraphs), (), (), ())

    def place(words: str) -> tuple[int, int]:
        span = Span(text.index(words), text.index(words) + len(words))
        inside = [i for i, token in enumerate(tokens) if span.contains(token.span)]
        return inside[0], inside[-1] + 1

    n = len(tokens)
    heads, deprels = np.full(n, NO_HEAD, np.int32), np.full(n, DEPRELS.index("dep"), np.int8)
    if subject:
        first = place(subject)[0]
        heads[first], deprels[first] = first + 1, DEPRELS.index("nsubj")
    relation = Relation((place(source),), (place(cue),), (place(content),), probability)
    zeros = np.zeros(len(sentences), np.float32)
    upos = np.full(n, UPOS.index("NOUN"), np.int8)
    words, polarity = np.zeros(n, np.float32), np.zeros((n, 3), np.float32)
    vectors = np.zeros((len(sentences), 384), np.float32)
    reading = Reading((relation,), (), (), upos, heads, deprels, polarity, words, zeros, zeros, zeros, vectors)
    document = replace(bare, reading=reading)
    document = replace(document, attributions=attribute(document))
    return [run.span.of(text).strip() for run in assign_voices(document) if run.voice is Voice.REPORTED]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "probability", "subject", "expected"),
    [
        # What a noun phrase is, the rules tell: the Reader's content does not make it somebody's words,
        ("Ministers condemned the crackdown.", "Ministers", "condemned", "the crackdown", 0.9, "", []),
        ("He signed a law on the toll.", "He", "signed", "a law on the toll", 0.9, "", []),
        # nor does a narrower content of the Reader's take from them what a rule heard.
        ("Orr warned of a raid on the quay.", "Orr", "warned of", "a raid", 0.9, "", ["a raid on the quay"]),
        # A clause behind a known cue is reported, where the Reader is sure of it.
        ("Upbeat as ever Orr dreaming said crowds came.", "Orr", "said", "crowds came", 0.9, "crowds", ["crowds came"]),
        ("Upbeat as ever Orr dreaming said crowds came.", "Orr", "said", "crowds came", 0.5, "crowds", []),
        ("Upbeat as ever Orr dreaming said crowds came.", "Orr", "said", "crowds came", 0.9, "", []),
    ],
)
def test_rules_decide_what_of_the_readers_contents_is_reported(
    text: str, source: str, cue: str, content: str, probability: float, subject: str, expected: list[str]
) -> None:
    assert reported(text, source, cue, content, probability, subject) == expected
