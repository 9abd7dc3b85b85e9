"""Annotated texts as words with layers of labels: the one form into which every data set is read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ....model import Article, Document, Section, SectionKind, Span
from ...language import find_quotations, segment
from ..words import reader_words

NONE = -100
"""Label of what has none: no loss."""
ROOT = -1
"""Head of a sentence's main word."""
ELSEWHERE = -2
"""Pointed to when what is meant does not stand in the window, or nowhere."""

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Text:
    """Sentences of words with what is known about them. Word layers run over all words of all sentences."""

    group: str
    """What is held out together: an article, a document."""
    sentences: tuple[tuple[str, ...], ...]
    roles: Labels | None = None
    """(words, 3): outside, begin, inside of source, cue, content."""
    pointers: Labels | None = None
    """(words, 3): what `labels.POINTERS` names, as the index of a word; ELSEWHERE, NONE."""
    names: Labels | None = None
    """(words, 3): outside, begin, inside of person, organization, place."""
    upos: Labels | None = None
    heads: Labels | None = None
    """(words,): index of the head; ROOT."""
    deprels: Labels | None = None
    loaded_words: Labels | None = None
    loaded: tuple[float, ...] | None = None
    """Per sentence, as the next two; not a number where not known."""
    subjective: tuple[float, ...] | None = None
    valence: tuple[float, ...] | None = None
    events: tuple[tuple[str, frozenset[str]], ...] | None = None
    """Per sentence: its document and the chains of events it tells of."""
    targets: tuple[tuple[int, int, int], ...] = ()
    """(first word, behind the last, polarity)"""
    teacher: NDArray[np.float16] | None = field(default=None, repr=False)
    """(sentences, 384): the pretrained encoder's embeddings."""

    @property
    def starts(self) -> list[int]:
        """Index of the first word of each sentence, and the number of words."""
        return [0, *np.cumsum([len(s) for s in self.sentences]).tolist()]


def held_out(group: str, share: float = 0.1) -> bool:
    """Return whether a group belongs to the development part: by a digest of its name, so for ever."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) < share * 16**8


def layers(text: str, headline: bool = False) -> Document:
    """Return `text` segmented as the program does it, with its quotation spans."""
    end = text.find("\n")
    sections = (Section(SectionKind.HEADLINE, Span(0, end)),) if headline and end > 0 else ()
    article = Article("a", "", "", text, sections, "", "", "")
    paragraphs, sentences, tokens = segment(article)
    return Document(article, paragraphs, sentences, tokens, find_quotations(text, paragraphs), (), (), ())


def sentences_of(document: Document) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence."""
    words = reader_words(document)
    return tuple(tuple(words[slice(*s.tokens)]) for s in document.sentences)


def as_one(document: Document) -> tuple[tuple[str, ...], ...]:
    """Return all words as one sentence: data sets of single sentences are not cut again."""
    return (tuple(reader_words(document)),)


def begin_inside(size: int, spans: Sequence[tuple[int, int]]) -> Labels:
    """Return outside, begin, inside over `size` words; of spans that overlap, the first keeps the words."""
    tags = np.zeros(size, np.int64)
    for start, end in spans:
        if start < end and not tags[start:end].any():
            tags[start:end] = 2
            tags[start] = 1
    return tags


def only(text: Text, first: int, last: int) -> Text:
    """Return sentences `first` to `last` (half-open) of `text` as a text; pointers and targets that leave it go."""
    starts = text.starts
    a, b = starts[first], starts[last]

    def cut(values: Labels | None) -> Labels | None:
        return None if values is None else values[a:b]

    def inner(values: Labels | None) -> Labels | None:
        if values is None:
            return None
        old = values[a:b]
        return np.where(old < 0, old, np.where((old < a) | (old >= b), ELSEWHERE, old - a))

    return replace(
        text,
        sentences=text.sentences[first:last],
        roles=cut(text.roles),
        pointers=inner(text.pointers),
        names=cut(text.names),
        upos=cut(text.upos),
        heads=inner(text.heads),
        deprels=cut(text.deprels),
        loaded_words=cut(text.loaded_words),
        targets=tuple((s - a, e - a, p) for s, e, p in text.targets if a <= s and e <= b),
        events=None if text.events is None else text.events[first:last],
        teacher=None if text.teacher is None else text.teacher[first:last],
    )
