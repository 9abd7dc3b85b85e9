"""Sentences of words as windows of word pieces: the form in which the Reader reads, in training and in use alike.

A window holds consecutive whole sentences, each behind a special piece that stands for it (its *root*: the place of
its sentence figures and of the root of its parse):

    [CLS] first sentence [SEP] second sentence [SEP]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 128
"""Pieces of a window. Context beyond some five sentences did not pay for the time that attention takes."""
LONGEST = 254
"""Pieces of a sentence that are read; what is beyond (lists, tables) gets no findings. The encoder knows 512 places."""

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences as word pieces."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    """How the piece's word is printed, see `shape_of`; 0 for special pieces."""
    sentence: tuple[int, ...]
    """Which sentence of the window a piece belongs to, its root included; -1 for the closing [SEP]."""
    firsts: tuple[int, ...]
    """Position of the first piece of each word, in order, sentence after sentence."""
    lengths: tuple[int, ...]
    """Words of each sentence that are in the window."""
    roots: tuple[int, ...]
    """Position of the special piece before each sentence."""

    def __len__(self) -> int:
        return len(self.ids)


class Pieces:
    """Cuts words into word pieces, each word for itself, so that words keep their places."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.cls = _known(tokenizer, "[CLS]")
        self.sep = _known(tokenizer, "[SEP]")
        self.unknown = _known(tokenizer, "[UNK]")

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Return the cutter of a `tokenizer.json`."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of one word; at least one."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 100_000:
                self._known.clear()
            ids = tuple(self._tokenizer.encode(word, add_special_tokens=False).ids)
            found = self._known[word] = ids or (self.unknown,)
        return found


def _known(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the tokenizer has no {piece}")
    return number


SHAPES = 6


def shape_of(word: str) -> int:
    """Return how a word is printed, which the pieces, all in lower case, no longer show.

    1 in lower case, 2 capitalised, 3 all capitals, 4 capitals within, 5 without letters.
    """
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5
    if not any(c.isupper() for c in letters):
        return 1
    if all(c.isupper() for c in letters) and len(letters) > 1:
        return 3
    return 2 if word[0].isupper() and not any(c.isupper() for c in letters[1:]) else 4


def window_of(pieces: Pieces, sentences: Iterable[Words], longest: int = LONGEST) -> Window:
    """Return `sentences` as one window; of a sentence only what fits into `longest` pieces."""
    ids: list[int] = []
    shapes: list[int] = []
    owner: list[int] = []
    firsts: list[int] = []
    lengths: list[int] = []
    roots: list[int] = []
    for number, words in enumerate(sentences):
        roots.append(len(ids))
        ids.append(pieces.cls if number == 0 else pieces.sep)
        shapes.append(0)
        room, kept = longest, 0
        for word in words:
            cut = pieces.of(word)
            if len(cut) > room:
                break
            firsts.append(len(ids))
            ids.extend(cut)
            shapes.extend([shape_of(word)] * len(cut))
            room -= len(cut)
            kept += 1
        lengths.append(kept)
        owner.extend([number] * (len(ids) - len(owner)))
    ids.append(pieces.sep)
    shapes.append(0)
    owner.append(-1)
    return Window(tuple(ids), tuple(shapes), tuple(owner), tuple(firsts), tuple(lengths), tuple(roots))


def fill(sizes: Sequence[int], window: int = WINDOW, breaks: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of sentences whose pieces fit into a window; a longer sentence has one of its own.

    `sizes`: pieces of each sentence without its root. `breaks`: sentences that must open a window.
    """
    opens = frozenset(breaks)
    start, used = 0, 1
    for i, size in enumerate(sizes):
        size = min(size, LONGEST) + 1
        if i > start and (used + size > window or i in opens):
            yield start, i
            start, used = i, 1
        used += size
    if start < len(sizes):
        yield start, len(sizes)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length as arrays; the inputs of the model."""

    input_ids: NDArray[np.int64]
    """(windows, pieces)"""
    shapes: NDArray[np.int64]
    """(windows, pieces)"""
    sentence: NDArray[np.int64]
    """(windows, pieces): sentence of the piece; -1 for the closing [SEP], -2 for padding."""
    first: NDArray[np.bool_]
    """(windows, pieces): whether a word begins here."""
    roots: NDArray[np.int64]
    """(sentences, 2): window and position of each sentence's root, in order."""

    def inputs(self) -> dict[str, NDArray[np.int64] | NDArray[np.bool_]]:
        """Return the arrays by the names of the model's inputs."""
        return {
            "input_ids": self.input_ids,
            "shapes": self.shapes,
            "sentence": self.sentence,
            "first": self.first,
            "roots": self.roots,
        }


def batch_of(windows: Sequence[Window]) -> Batch:
    """Return windows padded to the longest of them."""
    shape = (len(windows), max(map(len, windows)))
    ids, shapes = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    sentence = np.full(shape, -2, np.int64)
    first = np.zeros(shape, np.bool_)
    roots: list[tuple[int, int]] = []
    for row, window in enumerate(windows):
        ids[row, : len(window)] = window.ids
        shapes[row, : len(window)] = window.shapes
        sentence[row, : len(window)] = window.sentence
        first[row, list(window.firsts)] = True
        roots.extend((row, root) for root in window.roots)
    return Batch(ids, shapes, sentence, first, np.array(roots, np.int64).reshape(-1, 2))


def words_by_sentence(window: Window) -> Iterator[tuple[int, ...]]:
    """Yield the first positions of the words of each sentence."""
    ends = np.cumsum((0, *window.lengths)).tolist()
    for start, end in pairwise(ends):
        yield window.firsts[start:end]
