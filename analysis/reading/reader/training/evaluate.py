"""Figures of every head on the development parts, of whatever runs the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..decode import likeliest, ranges, relations
from ..encoding import WINDOW, Pieces
from ..labels import NAME_KINDS, OUTPUTS, ROLES
from ..reader import runtime
from .batches import Arrays, Labelled, labelled, plain
from .readers import same_event
from .texts import NONE, Text

Figures = dict[str, float]
SIZE = 24
Run = Callable[[Arrays], Arrays]
Seen = list[tuple[list[Text], Labelled, Arrays]]


def by_onnx(path: Path) -> Run:
    """Return what runs an exported model."""
    session = runtime().InferenceSession(str(path), providers=["CPUExecutionProvider"])
    wanted = {each.name for each in session.get_inputs()}
    return lambda inputs: dict(
        zip(OUTPUTS, session.run(list(OUTPUTS), {n: v for n, v in inputs.items() if n in wanted}), strict=True)
    )


def evaluate(run: Run, pieces: Pieces, dev: dict[str, list[Text]], window: int = WINDOW) -> Figures:
    """Return the figures of all heads; `run` takes and gives the arrays of the exported model by name."""
    figures: Figures = {}
    for name, texts in dev.items():
        windows = plain(pieces, texts, 1 if name == "ecbplus" else window)
        seen: Seen = []
        for start in range(0, len(windows), SIZE):
            part = windows[start : start + SIZE]
            batch = labelled(pieces, part)
            seen.append((part, batch, run(batch.inputs)))
        figures.update(MEASURES[name](seen))
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


def _polnear(seen: Seen) -> Figures:
    counts = {role: Counter[str]() for role in ROLES}
    for part, batch, out in seen:
        for row, text in enumerate(part):
            places = np.flatnonzero(batch.inputs["first"][row])
            if len(places) != text.starts[-1]:
                text = _cut(text, len(places))
            roles = out["roles"][row, places]
            columns = np.concatenate([[0], places])
            pointers = out["pointers"][row][:, places][:, :, columns]
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
    sources, cues, contents = (ranges(text.roles[:, number]) for number in range(3))
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


def _treebank(seen: Seen) -> Figures:
    c: Counter[str] = Counter()
    for _, batch, out in seen:
        there = batch.words["upos"] != NONE
        c["words"] += int(there.sum())
        c["upos"] += int((out["upos"] == batch.words["upos"])[there].sum())
        attached = (out["heads"] == batch.words["heads"])[there]
        c["uas"] += int(attached.sum())
        c["las"] += int((attached & (out["deprels"] == batch.words["deprels"])[there]).sum())
    return {name: c[name] / c["words"] for name in ("upos", "uas", "las")}


def _ewt(seen: Seen) -> Figures:
    return {f"ewt {name}": value for name, value in _treebank(seen).items()}


def _gum(seen: Seen) -> Figures:
    figures = {f"gum {name}": value for name, value in _treebank(seen).items()}
    counts = Counter[str]()
    for part, batch, out in seen:
        for row, text in enumerate(part):
            places = np.flatnonzero(batch.inputs["first"][row])
            tags = likeliest(out["names"][row, places])
            for number in range(len(NAME_KINDS)):
                wanted, given = set(ranges(text.names[: len(places), number])), set(ranges(tags[:, number]))
                counts["right"] += len(wanted & given)
                counts["gold"] += len(wanted)
                counts["found"] += len(given)
    return {**figures, "names": _f1(counts["right"], counts["found"], counts["gold"])}


def _babe(seen: Seen) -> Figures:
    gold, found, precision, top = [], [], [], []
    for _, batch, out in seen:
        gold += batch.sentences["loaded"].astype(int).tolist()
        found += (out["loaded"] > 0).astype(int).tolist()
        for row, labels in enumerate(batch.words["loaded_words"]):
            there = labels != NONE
            marked = labels[there]
            if marked.sum() == 0:
                continue
            order = (-out["loaded_words"][row][there]).argsort(kind="stable")
            size = int(marked.sum())
            precision.append(float(marked[order[:size]].mean()))
            top.append(float(marked[order[0]]))
    return {
        "babe loaded": macro_f1(gold, found, 2),
        "babe words r-precision": float(np.mean(precision)),
        "babe words top-1": float(np.mean(top)),
        "babe n": float(len(gold)),
    }


def _newsmtsc(seen: Seen) -> Figures:
    gold, found = [], []
    for _, batch, out in seen:
        for row, places, polarity in batch.targets:
            gold.append(polarity)
            found.append(int(out["target"][row, places].mean(0).argmax()))
    return {"target": macro_f1(gold, found, 3), "target n": float(len(gold))}


def _valence(seen: Seen) -> Figures:
    gold = np.concatenate([batch.sentences["valence"] for _, batch, _ in seen])
    found = np.concatenate([out["valence"] for _, _, out in seen])
    return {"valence r": float(np.corrcoef(gold, found)[0, 1])}


def _newssd(seen: Seen) -> Figures:
    gold = [int(v) for _, batch, _ in seen for v in batch.sentences["subjective"].tolist()]
    found = [int(v > 0) for _, _, out in seen for v in out["subjective"].tolist()]
    return {"subjective": macro_f1(gold, found, 2)}


def _ecbplus(seen: Seen) -> Figures:
    """Average precision over all pairs of sentences from two documents of one subtopic."""
    scores: list[float] = []
    gold: list[bool] = []
    topics: dict[tuple[str, bool], list[tuple[str, frozenset[str], NDArray[np.float32]]]] = {}
    for part, batch, out in seen:
        groups = [(text.group, "plus" in event[0]) for text in part for event in text.events or ()]
        for group, event, vector in zip(groups, batch.events, out["embedding"], strict=True):
            topics.setdefault(group, []).append((*event, vector))
    for sentences in topics.values():
        for (one, chains, left), (other, others, right) in combinations(sentences, 2):
            if one != other:
                scores.append(float(left @ right))
                gold.append(same_event(chains, others))
    ranked = np.array(gold)[np.argsort(-np.array(scores), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return {"ecb+ pairs ap": float((precision * ranked).sum() / ranked.sum())}


MEASURES = {
    "ecbplus": _ecbplus,
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
