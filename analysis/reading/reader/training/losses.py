"""What training makes small: one loss per head, summed over what a batch has labels for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import Arrays, Labelled
from .model import Output, Part, Reader
from .readers import same_event
from .texts import NONE


def tensors(arrays: Arrays) -> dict[str, Tensor]:
    """Return arrays as tensors."""
    return {name: torch.from_numpy(values) for name, values in arrays.items()}


def parts_of(batch: Labelled) -> frozenset[Part]:
    """Return the groups of heads that a batch has labels for."""
    needed = {Part.ATTRIBUTION: "roles" in batch.words, Part.SYNTAX: "upos" in batch.words}
    needed[Part.MEANING] = bool(batch.events) or batch.teacher is not None
    return frozenset(part for part, wanted in needed.items() if wanted)


def losses(model: Reader, out: Output, batch: Labelled) -> dict[str, Tensor]:
    """Return the mean loss of every head that the batch has labels for."""
    found: dict[str, Tensor] = {}
    words, sentences = tensors(batch.words), tensors(batch.sentences)
    if "roles" in words:
        found["roles"] = _choice(out.roles, words["roles"])
        if (words["pointers"] != NONE).any():
            found["pointers"] = _pointed(out.pointers, words["pointers"])
    if "names" in words:
        found["names"] = _choice(out.names, words["names"])
    if "upos" in words:
        found["upos"] = _choice(out.upos, words["upos"])
        found["arcs"] = _choice(out.arcs, words["heads"])
        found["deprels"] = _relations(model, out, words)
    if "loaded_words" in words:
        there = words["loaded_words"] != NONE
        found["loaded_words"] = F.binary_cross_entropy_with_logits(
            out.loaded_words[there], words["loaded_words"][there].float()
        )
    for name in ("loaded", "subjective"):
        if name in sentences:
            there = ~sentences[name].isnan()
            if there.any():
                found[name] = F.binary_cross_entropy_with_logits(getattr(out, name)[there], sentences[name][there])
    if "valence" in sentences:
        there = ~sentences["valence"].isnan()
        found["valence"] = F.mse_loss(out.valence[there], sentences["valence"][there])
    if batch.targets:
        logits = torch.stack([out.target[row, places].mean(0) for row, places, _ in batch.targets])
        found["target"] = F.cross_entropy(logits, torch.tensor([p for _, _, p in batch.targets]))
    if batch.events:
        found["events"] = _same(out.embedding, batch.events)
    if batch.teacher is not None:
        found["embedding"] = (1 - (out.embedding * torch.from_numpy(batch.teacher)).sum(-1)).mean()
    return found


def _choice(logits: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(logits.flatten(0, -2), labels.flatten(), ignore_index=NONE)


def _pointed(log_probabilities: Tensor, labels: Tensor) -> Tensor:
    """Return the mean over all places that point: (B, 3, L, L) against (B, L, 3)."""
    return F.nll_loss(log_probabilities.transpose(1, 2).flatten(0, 2), labels.flatten(), ignore_index=NONE)


def _relations(model: Reader, out: Output, words: dict[str, Tensor]) -> Tensor:
    row, place = torch.nonzero((words["heads"] != NONE) & (words["deprels"] != NONE), as_tuple=True)
    head = words["heads"][row, place]
    dependent, heads = out.labels
    scores = model.label_scores(dependent[row, place], heads[row, head])
    return F.cross_entropy(scores, words["deprels"][row, place])


MIDDLE, STEEP = 0.55, 10.0
"""Of the curve from cosine to the odds that two sentences tell the same: what the pretrained encoder gives on ECB+."""


def _same(embedding: Tensor, events: list[tuple[str, frozenset[str]]]) -> Tensor:
    """Return the loss over all pairs of sentences from two documents; the two classes weigh alike."""
    first, second = torch.triu_indices(len(events), len(events), 1)
    across = torch.tensor([events[i][0] != events[j][0] for i, j in zip(first, second, strict=True)])
    gold = torch.tensor([same_event(events[i][1], events[j][1]) for i, j in zip(first, second, strict=True)])
    first, second, gold = first[across], second[across], gold[across]
    logits = STEEP * ((embedding[first] * embedding[second]).sum(-1) - MIDDLE)
    loss = F.binary_cross_entropy_with_logits(logits, gold.float(), reduction="none")
    parts = [loss[gold == side].mean() for side in (True, False) if (gold == side).any()]
    return torch.stack(parts).mean() if parts else embedding.sum() * 0
