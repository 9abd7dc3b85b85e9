"""Sentences, tokens and quotation spans: the layers that every other reading stands on."""

from __future__ import annotations

from .marks import straighten
from .quotations import find_quotations
from .segment import segment
from .words import lemma, word_key

__all__ = ["find_quotations", "lemma", "segment", "straighten", "word_key"]
