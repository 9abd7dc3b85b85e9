"""Embeddings of the pretrained encoder, which the Reader's own sentence embedding learns to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F
from transformers import BertModel

from ..encoding import Pieces, batch_of, window_of
from .corpus import Corpus
from .model import encoder_folder
from .texts import Text


def with_teacher(corpus: Corpus, pieces: Pieces, cache: Path) -> Corpus:
    """Return the training part with the pretrained encoder's embedding of every sentence, kept in `cache`."""
    texts = [text for part in corpus.train.values() for text in part]
    sentences = [sentence for text in texts for sentence in text.sentences]
    if cache.exists():
        vectors = np.load(cache)
    else:
        vectors = embedded(sentences, pieces)
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


@torch.no_grad()
def embedded(sentences: Sequence[tuple[str, ...]], pieces: Pieces) -> NDArray[np.float16]:
    """Return the mean over all pieces, length 1: (sentences, 384)."""
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
