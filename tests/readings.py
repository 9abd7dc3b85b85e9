"""Readings written by hand, for tests of what is made of one.

    parsed("Soldiers/NOUN/2/nsubj shot/VERB/0/root him/PRON/2/obj ./PUNCT/2/punct")

Each word with its part of speech, the number of its head (from 1; 0 for the root) and its relation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.model import Document
from analysis.reading.reader.labels import DEPRELS, UPOS
from analysis.readings import NO_HEAD, Name, Reading

from .builders import make_article, make_document


def parsed(*sentences: str, names: Sequence[tuple[str, str]] = ()) -> Document:
    """Return a document of these sentences with their parse, and `names` (words, kind) found in it."""
    words = [[word.rsplit("/", 3) for word in sentence.split()] for sentence in sentences]
    text = " ".join(" ".join(word[0] for word in sentence) for sentence in words)
    document = make_document(make_article(text))
    blank = reading(document)
    upos, heads, deprels = blank.upos.copy(), blank.heads.copy(), blank.deprels.copy()
    at = 0
    for sentence in words:
        for i, (_, tag, head, relation) in enumerate(sentence):
            upos[at + i], deprels[at + i] = UPOS.index(tag), DEPRELS.index(relation)
            heads[at + i] = at + int(head) - 1 if int(head) else NO_HEAD
        at += len(sentence)
    assert at == len(document.tokens), "a word was cut into several tokens"
    return replace(
        document, reading=replace(blank, upos=upos, heads=heads, deprels=deprels, names=named(document, names))
    )


def named(document: Document, names: Sequence[tuple[str, str]]) -> tuple[Name, ...]:
    """Return every place where these words stand as a name of this kind."""
    found = []
    for words, kind in names:
        for place in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text):
            first, last = document.token_at(place.start()), document.token_at(place.end())
            found.append(Name((first, last), kind, 0.9))
    return tuple(sorted(found, key=lambda n: n.range))


def reading(document: Document) -> Reading:
    """Return a reading of `document` that found nothing."""
    tokens, sentences = len(document.tokens), len(document.sentences)
    return Reading(
        relations=(),
        loose=(),
        names=(),
        upos=np.zeros(tokens, np.int8),
        heads=np.full(tokens, NO_HEAD, np.int32),
        deprels=np.zeros(tokens, np.int8),
        polarity=np.zeros((tokens, 3), np.float32),
        loaded_words=np.zeros(tokens, np.float32),
        loaded=np.zeros(sentences, np.float32),
        subjective=np.zeros(sentences, np.float32),
        valence=np.zeros(sentences, np.float32),
        embeddings=np.zeros((sentences, 384), np.float32),
    )
