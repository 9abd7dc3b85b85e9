"""Figures of every head on the development parts, with the torch model in full precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from ..decode import ranges, relations
from ..encoding import WINDOW, Pieces
from ..labels import NAME_KINDS, ROLES
from .batches import labelled, plain
from .corpus import Corpus
from .model import Reader
from .texts import NONE, Text

Figures = dict[str, float]
SIZE = 24


@torch.no_grad()
def evaluate(model: Reader, pieces: Pieces, corpus: Corpus, window: int = WINDOW) -> Figures:
    """Return the figures of all heads."""
    model.eval()
    figures: Figures = {}
    for name, texts in corpus.dev.items():
        windows = plain(pieces, texts, window)
        seen = []
        for start in range(0, len(windows), SIZE):
            part = windows[start : start + SIZE]
            batch = labelled(pieces, part)
            seen.append((part, batch, model(**batch.inputs)))
        figures.update(MEASURES[name](model, seen))
    return figures


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def macro_f1(gold: Sequence[int], found: Sequence[int], classes: int) -> float:
    """Return the mean F over the classes."""
    values = []
    for c in range(classes):
        right = sum(g == f == c for g, f in zip(gold, found, strict=True))
        values.append(_f1(right, sum(f == c for f in found), sum(g == c for g in gold)))
    return sum(values) / classes


def _polnear(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    counts = {role: Counter[str]() for role in ROLES}
    for part, batch, out in seen:
        for row, text in enumerate(part):
            places = torch.nonzero(batch.inputs["first"][row]).flatten()
            if len(places) != text.starts[-1]:
                text = _cut(text, len(places))
            roles = out.roles[row, places].numpy()
            columns = torch.cat([torch.zeros(1, dtype=torch.long), places])
            pointers = out.pointers[row][:, places][:, :, columns].numpy()
            found, _ = relations(roles, pointers)
            gold = gold_relations(text)
            for role in ROLES:
                wanted = Counter(g[role] for g in gold if g[role])
                given = Counter(frozenset(getattr(f, role)) for f in found if getattr(f, role))
                counts[role]["right"] += sum((wanted & given).values())
                counts[role]["gold"] += sum(wanted.values())
                counts[role]["found"] += sum(given.values())
    return {f"polnear {role}": _f1(c["right"], c["found"], c["gold"]) for role, c in counts.items()}


def _cut(text: Text, size: int) -> Text:
    from dataclasses import replace

    assert text.roles is not None and text.pointers is not None
    return replace(text, roles=text.roles[:size], pointers=text.pointers[:size])


def gold_relations(text: Text) -> list[dict[str, frozenset[tuple[int, int]]]]:
    """Return the annotated attributions of a window as sets of ranges, by role; those whose cue stands in it."""
    assert text.roles is not None and text.pointers is not None
    one_hot = np.eye(3, dtype=np.float32)[np.maximum(text.roles, 0)]
    sources, cues, contents = (ranges(one_hot[:, number]) for number in range(3))
    found: dict[int, dict[str, set[tuple[int, int]]]] = {}
    for cue in cues:
        anchor = int(text.pointers[cue[0], 1])
        one = found.setdefault(anchor, {role: set() for role in ROLES})
        one["cue"].add(cue)
        source = int(text.pointers[cue[0], 0])
        one["source"].update(s for s in sources if s[0] <= source < s[1])
    for content in contents:
        anchor = int(text.pointers[content[0], 2])
        if anchor in found:
            found[anchor]["content"].add(content)
    return [{role: frozenset(spans) for role, spans in one.items()} for one in found.values()]


def _treebank(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    c: Counter[str] = Counter()
    for _, batch, out in seen:
        there = batch.words["upos"] != NONE
        c["words"] += int(there.sum())
        c["upos"] += int((out.upos.argmax(-1) == batch.words["upos"])[there].sum())
        heads = out.arcs.argmax(-1)
        right = (heads == batch.words["heads"])[there]
        c["uas"] += int(right.sum())
        row, place = torch.nonzero(there, as_tuple=True)
        dependent, head = out.labels
        labels = model.label_scores(dependent[row, place], head[row, heads[row, place]]).argmax(-1)
        c["las"] += int((right & (labels == batch.words["deprels"][there])).sum())
    return {name: c[name] / c["words"] for name in ("upos", "uas", "las")}


def _ewt(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    return {f"ewt {name}": value for name, value in _treebank(model, seen).items()}


def _gum(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    figures = {f"gum {name}": value for name, value in _treebank(model, seen).items()}
    counts = Counter[str]()
    for part, batch, out in seen:
        for row, text in enumerate(part):
            places = torch.nonzero(batch.inputs["first"][row]).flatten()
            logits = out.names[row, places].numpy()
            gold = np.eye(3, dtype=np.float32)[text.names[: len(places)]]
            for number in range(len(NAME_KINDS)):
                wanted, given = set(ranges(gold[:, number])), set(ranges(logits[:, number]))
                counts["right"] += len(wanted & given)
                counts["gold"] += len(wanted)
                counts["found"] += len(given)
    return {**figures, "names": _f1(counts["right"], counts["found"], counts["gold"])}


def _babe(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    gold, found, precision, top = [], [], [], []
    for _, batch, out in seen:
        gold += batch.sentences["loaded"].int().tolist()
        found += (out.loaded > 0).int().tolist()
        for row, labels in enumerate(batch.words["loaded_words"]):
            there = labels != NONE
            marked = labels[there]
            if marked.sum() == 0:
                continue
            order = out.loaded_words[row][there].argsort(descending=True)
            size = int(marked.sum())
            precision.append(float(marked[order[:size]].float().mean()))
            top.append(float(marked[order[0]]))
    return {
        "babe loaded": macro_f1(gold, found, 2),
        "babe words r-precision": float(np.mean(precision)),
        "babe words top-1": float(np.mean(top)),
        "babe n": float(len(gold)),
    }


def _newsmtsc(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    gold, found = [], []
    for _, batch, out in seen:
        for row, places, polarity in batch.targets:
            gold.append(polarity)
            found.append(int(out.target[row, places].mean(0).argmax()))
    return {"target": macro_f1(gold, found, 3), "target n": float(len(gold))}


def _valence(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    gold = np.concatenate([batch.sentences["valence"].numpy() for _, batch, _ in seen])
    found = np.concatenate([out.valence.numpy() for _, _, out in seen])
    return {"valence r": float(np.corrcoef(gold, found)[0, 1])}


def _newssd(model: Reader, seen) -> Figures:  # type: ignore[no-untyped-def]
    gold = [int(v) for _, batch, _ in seen for v in batch.sentences["subjective"].tolist()]
    found = [int(v > 0) for _, _, out in seen for v in out.subjective.tolist()]
    return {"subjective": macro_f1(gold, found, 2)}


MEASURES = {
    "polnear": _polnear,
    "ewt": _ewt,
    "gum": _gum,
    "babe": _babe,
    "newsmtsc": _newsmtsc,
    "vader_nyt": _valence,
    "newssd": _newssd,
}


def table(figures: Figures) -> str:
    """Return the figures one per line."""
    return "\n".join(f"{name:24} {value:8.4f}" for name, value in figures.items())
