"""Loaded language: words that readers would mark, within sentences whose wording the Reader holds to be loaded."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, SectionKind
from ...progress import checked
from ...readings import Reading
from ...thresholds import LIKELIEST_WORD, LOADED_SENTENCE, LOADED_WORD
from ..english.tables import words
from ..english.text import singular
from ..language.apart import apart, inside, names
from ..reader.labels import DEPRELS, UPOS
from .base import mark_at

ENTRY = "reader/loaded"
PLAIN_FROM = 0.50
"""Calibrated probability from which a word that names a group or a legal status neutrally is marked."""
CONTENT = frozenset(UPOS.index(tag) for tag in words("labels.content"))
"""What the likeliest word may be: names and numbers are no wording, particles carry none."""
PARTICLE = DEPRELS.index("compound:prt")
PLAIN = Path(__file__).resolve().parents[3] / "resources" / "loaded" / "plain.toml"
UNREAD = frozenset({SectionKind.DATELINE})


def loaded_marks(document: Document) -> tuple[Mark, ...]:
    """Return a mark per loaded word, with the word's probability as its weight; none without a reading.

    A loaded sentence in which no word stands out is loaded as a whole and has none.
    """
    reading = document.reading
    if reading is None:
        return ()
    stretches = (*apart(document), *names(document))
    return tuple(
        _mark(document, at, float(reading.loaded_words[at]), probability)
        for index, probability in checked(loaded_sentences(document))
        for at in stand_out(document, reading, index)
        if not inside(document.tokens[at].span, stretches)
    )


def sentence_probability(document: Document, index: int) -> float | None:
    """Return the calibrated probability that sentence `index` is loaded; None where it was not read."""
    reading = document.reading
    if reading is None or document.sentences[index].section in UNREAD:
        return None
    value = float(reading.loaded[index])
    return None if math.isnan(value) else value


def loaded_sentences(document: Document) -> list[tuple[int, float]]:
    """Return the loaded sentences with their probabilities."""
    read = ((i, sentence_probability(document, i)) for i in checked(range(len(document.sentences))))
    return [(i, p) for i, p in read if p is not None and p >= LOADED_SENTENCE]


def stand_out(document: Document, reading: Reading, index: int) -> list[int]:
    """Return the tokens that stand out in a loaded sentence."""
    words = range(*document.sentences[index].tokens)
    worded = [i for i in words if document.tokens[i].word and _spelled(document.tokens[i].text)]
    worded = [i for i in worded if not _plain(document.tokens[i].text) or reading.loaded_words[i] >= PLAIN_FROM]
    content = [i for i in worded if int(reading.upos[i]) in CONTENT and not _particle(reading, i)]
    likeliest = max(content, key=lambda i: (float(reading.loaded_words[i]), -i), default=None)
    return [i for i in worded if reading.loaded_words[i] >= (LIKELIEST_WORD if i == likeliest else LOADED_WORD)]


def _mark(document: Document, at: int, weight: float, sentence: float) -> Mark:
    token = document.tokens[at]
    return mark_at(document, token.span, MarkKind.LOADED, ENTRY, _why(token.text, sentence, weight), weight)


def _plain(word: str) -> bool:
    """Whether a word names a group or a legal status neutrally."""
    low = word.lower()
    return low in plain_words() or singular(low) in plain_words()


@cache
def plain_words() -> frozenset[str]:
    """Return the words of `resources/loaded/plain.toml`, read once."""
    return frozenset(tomllib.loads(PLAIN.read_text(encoding="utf-8"))["words"])


def _spelled(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _particle(reading: Reading, at: int) -> bool:
    """Whether a word is the particle of a verb, which the parts of speech may call an adverb."""
    return int(reading.deprels[at]) == PARTICLE


def _why(word: str, probability: float, weight: float) -> Message:
    return message("loaded.why", word=word, sentence=f"{probability:.0%}", weight=f"{weight:.0%}")
