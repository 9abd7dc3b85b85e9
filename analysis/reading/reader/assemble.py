"""The figures of windows put together over a document's own tokens and sentences."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...model import Document
from ...readings import NO_HEAD, Name, Range, Reading, Relation
from ..english.tables import endings, words
from .calibration import Calibration
from .decode import Floats, likeliest, ranges, relations
from .encoding import Window
from .labels import DEPRELS, NAME_KINDS, UPOS

EMBEDDING = 384
DECIMALS = 4
"""Processors differ in the last digits of int8 arithmetic; what is shown and compared is rounded here once."""
UNDECIDED = (0.4, 0.7)
"""Probabilities of a loaded sentence, read beside others, from which on and below which it is read again by itself. On
BABE's held-out sentences macro-F1 is .849 alone and .825 to .835 in windows of four kinds of neighbours; this band, one
sentence of six in news, brings it back to .841 to .845 for three tenths more time, a wider one (.35 to .75) to the same
within a sentence or two."""

_SUBJECTS = frozenset(number for number, name in enumerate(DEPRELS) if name.startswith(endings("labels.subjects")))
_VERB, _AUX = UPOS.index("VERB"), UPOS.index("AUX")
_NOMINAL = frozenset(map(UPOS.index, words("labels.nominal")))

Figures = Mapping[str, NDArray[np.float32]]
"""The model's outputs by name, for one window."""


class Assembly:
    """A reading in the making."""

    def __init__(self, document: Document, calibration: Calibration) -> None:
        tokens, sentences = len(document.tokens), len(document.sentences)
        self._starts = [sentence.tokens[0] for sentence in document.sentences]
        self._ends = [sentence.tokens[1] for sentence in document.sentences]
        self._calibration = calibration
        self._relations: list[Relation] = []
        self._loose: list[Range] = []
        self._names: list[Name] = []
        self._upos = np.full(tokens, -1, np.int8)
        self._heads = np.full(tokens, NO_HEAD, np.int32)
        self._deprels = np.full(tokens, -1, np.int8)
        self._polarity = np.zeros((tokens, 3), np.float32)
        self._loaded_words = np.zeros(tokens, np.float32)
        self._loaded, self._subjective, self._valence = (np.full(sentences, np.nan, np.float32) for _ in range(3))
        self._embeddings = np.zeros((sentences, EMBEDDING), np.float32)
        self._together = np.zeros(sentences, np.bool_)

    def add(self, window: Window, first: int, figures: Figures) -> None:
        """Take over the figures of a window that begins with sentence `first`; of padding nothing is read."""
        words = _tokens(window, self._starts[first : first + len(window.lengths)])
        places = np.array(window.firsts, np.int64)
        self._add_sentences(slice(first, first + len(window.lengths)), figures)
        self._together[first : first + len(window.lengths)] = len(window.lengths) > 1
        if len(words):
            self._add_words(words, places, len(window), figures)
            self._add_relations(words, places, figures)
            self._add_names(words, figures["names"][0, places])

    def undecided(self) -> list[int]:
        """Return the sentences that were read beside others and are neither clearly loaded nor clearly plain."""
        low, high = UNDECIDED
        found: list[int] = np.flatnonzero(self._together & (self._loaded >= low) & (self._loaded < high)).tolist()
        return found

    def add_alone(self, sentence: int, figures: Figures) -> None:
        """Take over how loaded a sentence is when it is read by itself."""
        self._loaded[sentence] = self._calibration.of("loaded").probability(figures["loaded"]).round(DECIMALS)[0]

    def without_subject(self) -> list[int]:
        """Return the sentences that were read beside others and whose root is a verb that lost its subject.

        A parse depends on its window: a lede read behind its headline may lose its subject, and its act with it. Where
        no noun stands before the verb, as in "Call the police", there was none to lose.
        """
        return [at for at in np.flatnonzero(self._together).tolist() if self._lost_subject(self._parsed(at))]

    def add_parse_alone(self, sentence: int, window: Window, figures: Figures) -> None:
        """Take over the parse of a sentence that is read by itself, where its root has a subject then."""
        words, places = _tokens(window, self._starts[sentence : sentence + 1]), np.array(window.firsts, np.int64)
        if not len(words):
            return
        before = self._parsed(sentence).copy()
        self._add_parse(words, places, len(window), figures)
        if self._lost_subject(self._parsed(sentence)):
            self._upos[before[0]], self._heads[before[0]], self._deprels[before[0]] = before[1:]

    def _parsed(self, sentence: int) -> NDArray[np.int64]:
        """Return tokens, parts of speech, heads and relations of the words of a sentence that were read."""
        at = np.arange(self._starts[sentence], self._ends[sentence])
        at = at[self._upos[at] >= 0]
        return np.stack((at, self._upos[at], self._heads[at], self._deprels[at])).astype(np.int64)

    @staticmethod
    def _lost_subject(parsed: NDArray[np.int64]) -> bool:
        """Whether a root is a verb without a subject, though a noun stands before it."""
        tokens, tags, heads, relations = parsed.tolist()
        having = {head for head, relation in zip(heads, relations, strict=True) if relation in _SUBJECTS}
        noun = False
        for token, tag, head in zip(tokens, tags, heads, strict=True):
            if head == NO_HEAD and tag in (_VERB, _AUX) and token not in having and noun:
                return True
            noun = noun or tag in _NOMINAL
        return False

    def _add_sentences(self, at: slice, figures: Figures) -> None:
        for head, into in (("loaded", self._loaded), ("subjective", self._subjective)):
            into[at] = self._calibration.of(head).probability(figures[head]).round(DECIMALS)
        self._valence[at] = figures["valence"].clip(-4, 4).round(DECIMALS)
        self._embeddings[at] = figures["embedding"]

    def _add_words(self, words: NDArray[np.int64], places: NDArray[np.int64], size: int, figures: Figures) -> None:
        self._add_parse(words, places, size, figures)
        self._polarity[words] = figures["target"][0, places]
        scale = self._calibration.of("loaded_words")
        self._loaded_words[words] = scale.probability(figures["loaded_words"][0, places]).round(DECIMALS)

    def _add_parse(self, words: NDArray[np.int64], places: NDArray[np.int64], size: int, figures: Figures) -> None:
        token_at = np.full(size, NO_HEAD, np.int32)
        token_at[places] = words
        self._upos[words] = figures["upos"][0, places]
        self._heads[words] = token_at[figures["heads"][0, places].astype(np.int64)]
        self._deprels[words] = figures["deprels"][0, places]

    def _add_relations(self, words: NDArray[np.int64], places: NDArray[np.int64], figures: Figures) -> None:
        columns = np.concatenate(([0], places))
        pointers: Floats = figures["pointers"][0][:, places][:, :, columns]
        found, loose = relations(figures["roles"][0, places], pointers)
        for one in found:
            source, cue, content = (tuple(_over(words, r) for r in role) for role in (one.source, one.cue, one.content))
            self._relations.append(Relation(source, cue, content, round(one.probability, DECIMALS)))
        self._loose += [_over(words, r) for r in loose]

    def _add_names(self, words: NDArray[np.int64], logits: Floats) -> None:
        shifted = np.exp(logits - logits.max(-1, keepdims=True))
        sure = (shifted / shifted.sum(-1, keepdims=True)).max(-1)
        tags = likeliest(logits)
        for number, kind in enumerate(NAME_KINDS):
            for start, end in ranges(tags[:, number]):
                probability = round(float(sure[start:end, number].min()), DECIMALS)
                self._names.append(Name(_over(words, (start, end)), kind, probability))

    def reading(self) -> Reading:
        """Return what has been put together."""
        return Reading(
            tuple(sorted(self._relations, key=lambda one: min(one.cue + one.content))),
            tuple(sorted(self._loose)),
            tuple(sorted(self._names, key=lambda name: (name.range, name.kind))),
            self._upos,
            self._heads,
            self._deprels,
            self._polarity,
            self._loaded_words,
            self._loaded,
            self._subjective,
            self._valence,
            self._embeddings,
            self._calibration.of("target").temperature,
        )


def _tokens(window: Window, starts: list[int]) -> NDArray[np.int64]:
    """Return the document's token of each word in a window whose sentences begin at the tokens `starts`."""
    found = [np.arange(start, start + kept) for start, kept in zip(starts, window.lengths, strict=True)]
    return np.concatenate(found).astype(np.int64) if found else np.zeros(0, np.int64)


def _over(words: NDArray[np.int64], part: Range) -> Range:
    """Return a range of a window's words as one of the document's tokens."""
    return int(words[part[0]]), int(words[part[1] - 1]) + 1
