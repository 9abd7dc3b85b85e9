"""All data sets as training and development parts."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F
from transformers import BertModel

from ..encoding import Pieces, batch_of, window_of
from .model import encoder_folder
from .readers import babe, newsmtsc, newssd, polnear, treebank, vader_nyt
from .texts import Text, held_out

Parts = tuple[list[Text], list[Text]]
"""(train, dev)"""


@dataclass(frozen=True)
class Corpus:
    train: dict[str, list[Text]]
    dev: dict[str, list[Text]]


def read_corpus(data: Path, share: float) -> Corpus:
    """Return every data set; where one has no dev part, `share` of its groups are held out."""

    def split(texts: Sequence[Text]) -> Parts:
        return [t for t in texts if not held_out(t.group, share)], [t for t in texts if held_out(t.group, share)]

    readers: dict[str, Callable[[], Parts]] = {
        "polnear": lambda: (list(polnear(data / "polnear", "train")), list(polnear(data / "polnear", "dev"))),
        "ewt": lambda: (list(treebank(data / "ud/ewt_train.conllu")), list(treebank(data / "ud/ewt_dev.conllu"))),
        "gum": lambda: (
            list(treebank(data / "ud/gum_open_train.conllu")),
            list(treebank(data / "ud/gum_open_dev.conllu")),
        ),
        "babe": lambda: split(list(babe(data / "babe/train.csv"))),
        "newsmtsc": lambda: split(list(newsmtsc(data / "newsmtsc/train.jsonl"))),
        "vader_nyt": lambda: split(list(vader_nyt(data / "vader_nyt/nyt_dev.tsv"))),
        "newssd": lambda: (list(newssd(data / "newssd/train.csv")), list(newssd(data / "newssd/val.csv"))),
    }
    parts = {name: reader() for name, reader in readers.items()}
    return Corpus({name: train for name, (train, _) in parts.items()}, {name: dev for name, (_, dev) in parts.items()})


def with_teacher(corpus: Corpus, pieces: Pieces, cache: Path) -> Corpus:
    """Return the training part with the pretrained encoder's embedding of every sentence, kept in `cache`."""
    texts = [text for part in corpus.train.values() for text in part]
    sentences = [sentence for text in texts for sentence in text.sentences]
    if cache.exists():
        vectors = np.load(cache)
    else:
        vectors = _embedded(sentences, pieces)
        np.save(cache, vectors)
    if len(vectors) != len(sentences):
        raise SystemExit(f"{cache} belongs to other data: delete it.")
    train: dict[str, list[Text]] = {}
    at = 0
    for name, part in corpus.train.items():
        train[name] = []
        for text in part:
            end = at + len(text.sentences)
            train[name].append(replace(text, teacher=vectors[at:end]))
            at = end
    return Corpus(train, corpus.dev)


def teacher(sentences: Sequence[tuple[str, ...]], pieces: Pieces) -> NDArray[np.float16]:
    """Return the pretrained encoder's own embeddings: the mean over all pieces, length 1."""
    return _embedded(sentences, pieces)


@torch.no_grad()
def _embedded(sentences: Sequence[tuple[str, ...]], pieces: Pieces) -> NDArray[np.float16]:
    encoder = BertModel.from_pretrained(str(encoder_folder()), add_pooling_layer=False).eval()
    vectors = np.zeros((len(sentences), encoder.config.hidden_size), np.float16)
    windows = [window_of(pieces, [sentence]) for sentence in sentences]
    order = sorted(range(len(windows)), key=lambda i: len(windows[i]))
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        batch = batch_of([windows[i] for i in part])
        real = torch.from_numpy(batch.sentence > -2)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = encoder(torch.from_numpy(batch.input_ids), attention_mask=real.long()).last_hidden_state
        weight = real.unsqueeze(-1).float()
        mean = (hidden.float() * weight).sum(1) / weight.sum(1)
        vectors[part] = F.normalize(mean, dim=-1).numpy().astype(np.float16)
    return vectors


def kept(path: Path, make: Callable[[], Corpus]) -> Corpus:
    """Return what `make` gives, kept in a file of our own making between runs."""
    if path.exists():
        with path.open("rb") as file:
            found: Corpus = pickle.load(file)
            return found
    corpus = make()
    with path.open("wb") as file:
        pickle.dump(corpus, file)
    return corpus
