"""Sentences, tokens and quotation spans: the layers that every other reading stands on."""

from __future__ import annotations

from ..english.text import lemma, straighten, word_key
from .labels import find_turns, set_apart, set_apart_spans
from .quotations import find_quotations
from .segment import segment
from .turns import Turn, TurnKind

__all__ = [
    "Turn",
    "TurnKind",
    "find_quotations",
    "find_turns",
    "lemma",
    "segment",
    "set_apart",
    "set_apart_spans",
    "straighten",
    "word_key",
]
