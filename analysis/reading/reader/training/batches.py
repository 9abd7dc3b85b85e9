"""Texts → windows → padded arrays with labels; in random order for training, in plain order for measuring."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..encoding import Pieces, Window, batch_of, fill, window_of
from .texts import ELSEWHERE, NONE, ROOT, Text, only

Arrays = dict[str, NDArray[Any]]

WORD_LAYERS = ("upos", "deprels", "loaded_words")
SENTENCE_LAYERS = ("loaded", "subjective", "valence")


@dataclass
class Labelled:
    """A batch of windows with its labels; NONE or NaN where there is none."""

    inputs: Arrays
    words: Arrays
    """(B, L) for upos, deprels, loaded_words and heads (as positions), (B, L, 3) for roles, names and pointers."""
    sentences: Arrays
    """(S,)"""
    targets: list[tuple[int, list[int], int]]
    """(window, positions of its words, polarity)"""
    events: list[tuple[str, frozenset[str]]]
    """Per sentence; empty where not known."""
    teacher: NDArray[np.float32] | None
    """(S, 384)"""


def sizes(pieces: Pieces, text: Text) -> list[int]:
    """Return the pieces of each sentence."""
    return [sum(len(pieces.of(word)) for word in sentence) for sentence in text.sentences]


def plain(pieces: Pieces, texts: Sequence[Text], window: int) -> list[Text]:
    """Return the windows of `texts` in order."""
    return [only(text, *part) for text in texts for part in fill(sizes(pieces, text), window)]


def shuffled(pieces: Pieces, texts: Sequence[Text], choice: Sequence[int], rng: random.Random) -> list[Text]:
    """Return windows of random sizes from random beginnings, so that no place in a window is special."""
    found = []
    for text in texts:
        lengths = sizes(pieces, text)
        window = rng.choice(choice)
        breaks = (rng.randrange(len(lengths)),) if len(lengths) > 1 else ()
        found += [only(text, *part) for part in fill(lengths, window, breaks)]
    return found


def grouped(
    pieces: Pieces, windows: Sequence[Text], budget: int, most: int, rng: random.Random
) -> Iterator[list[Text]]:
    """Yield batches of windows of like length, at most `budget` pieces and `most` windows, in random order."""
    keyed = sorted((sum(sizes(pieces, w)) + rng.random() * 8, i) for i, w in enumerate(windows))
    batches: list[list[Text]] = [[]]
    for length, i in keyed:
        if batches[-1] and (len(batches[-1]) >= most or (len(batches[-1]) + 1) * (length + 8) > budget):
            batches.append([])
        batches[-1].append(windows[i])
    rng.shuffle(batches)
    yield from (batch for batch in batches if batch)


def subtopics(texts: Sequence[Text], most: int, rng: random.Random) -> Iterator[list[Text]]:
    """Yield batches of single sentences of one subtopic each, which are told apart within their batch."""
    for text in texts:
        picked = rng.sample(range(len(text.sentences)), min(most, len(text.sentences)))
        yield [only(text, i, i + 1) for i in picked]


def labelled(pieces: Pieces, texts: Sequence[Text]) -> Labelled:
    """Return windows with their labels as tensors."""
    windows = [window_of(pieces, text.sentences) for text in texts]
    batch = batch_of(windows)
    shape = batch.input_ids.shape
    words: Arrays = {}
    for name in WORD_LAYERS:
        if any(getattr(t, name) is not None for t in texts):
            words[name] = np.full(shape, NONE, np.int64)
    for name in ("roles", "names", "pointers"):
        if any(getattr(t, name) is not None for t in texts):
            words[name] = np.full((*shape, 3), NONE, np.int64)
    if any(t.heads is not None for t in texts):
        words["heads"] = np.full(shape, NONE, np.int64)
    targets: list[tuple[int, list[int], int]] = []
    for row, (text, window) in enumerate(zip(texts, windows, strict=True)):
        places = _places(text, window)
        there = np.flatnonzero(places >= 0)
        at = places[there]
        for name in (*WORD_LAYERS, "roles", "names"):
            values = getattr(text, name)
            if values is not None:
                words[name][row, at] = values[there]
        if text.pointers is not None:
            words["pointers"][row, at] = _moved(text.pointers[there], places, {ELSEWHERE: 0})
        if text.heads is not None:
            heads = _moved(text.heads[there], places, {})
            roots = np.array(window.roots)[np.array(window.sentence)[at]]
            words["heads"][row, at] = np.where(text.heads[there] == ROOT, roots, heads)
        for start, end, polarity in text.targets:
            positions = [int(p) for p in places[start:end] if p >= 0]
            if positions:
                targets.append((row, positions, polarity))
    sentences = {
        name: np.array([v for t in texts for v in (getattr(t, name) or (np.nan,) * len(t.sentences))], np.float32)
        for name in SENTENCE_LAYERS
        if any(getattr(t, name) is not None for t in texts)
    }
    teachers = [t.teacher for t in texts if t.teacher is not None]
    teacher = np.concatenate(teachers).astype(np.float32) if len(teachers) == len(texts) else None
    events = [event for t in texts for event in t.events or ()]
    return Labelled(dict(batch.inputs()), words, sentences, targets, events, teacher)


def _places(text: Text, window: Window) -> np.ndarray:
    """Return the position of each word of `text` in its window; -1 for what did not fit."""
    places = np.full(text.starts[-1], -1, np.int64)
    done = 0
    for start, kept in zip(text.starts, window.lengths, strict=False):
        places[start : start + kept] = window.firsts[done : done + kept]
        done += kept
    return places


def _moved(values: np.ndarray, places: np.ndarray, special: dict[int, int]) -> np.ndarray:
    """Return word indexes as positions; negative ones stay but for the special ones, words that did not fit go."""
    moved = np.where(values >= 0, places[np.maximum(values, 0)], values)
    moved[(values >= 0) & (moved < 0)] = NONE
    for old, new in special.items():
        moved[values == old] = new
    return moved
