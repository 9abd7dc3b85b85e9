"""Sentences, tokens and quotation spans: the layers that every other reading stands on."""

from __future__ import annotations

from .labels import find_turns, set_apart
from .marks import straighten
from .quotations import find_quotations
from .segment import segment
from .turns import Turn, TurnKind
from .words import lemma, word_key

__all__ = [
    "Turn",
    "TurnKind",
    "find_quotations",
    "find_turns",
    "lemma",
    "segment",
    "set_apart",
    "straighten",
    "word_key",
]
