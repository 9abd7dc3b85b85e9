"""All data sets as training and development parts."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .readers import babe, ecbplus, newsmtsc, newssd, polnear, treebank, vader_nyt
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
        "ecbplus": lambda: (list(ecbplus(data / "ecbplus", "Train")), list(ecbplus(data / "ecbplus", "Dev"))),
        "babe": lambda: split(list(babe(data / "babe/train.csv"))),
        "newsmtsc": lambda: split(list(newsmtsc(data / "newsmtsc/train.jsonl"))),
        "vader_nyt": lambda: split(list(vader_nyt(data / "vader_nyt/nyt_dev.tsv"))),
        "newssd": lambda: (list(newssd(data / "newssd/train.csv")), list(newssd(data / "newssd/val.csv"))),
    }
    parts = {name: reader() for name, reader in readers.items()}
    return Corpus({name: train for name, (train, _) in parts.items()}, {name: dev for name, (_, dev) in parts.items()})


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
