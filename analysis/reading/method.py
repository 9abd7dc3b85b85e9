"""With what an article was analysed, for provenance and for those who explain its marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from types import MappingProxyType

from ..method import Codebook, Method
from ..model import Document
from .analyzers import Analyzer, SearchesLexicons
from .reader import available, shared


def method_of(document: Document, analyzers: Sequence[Analyzer]) -> Method:
    """Return the analyzers, the lexicons that they search, and the Reader that read `document` or why none did."""
    given = Method(
        tuple(a.info for a in analyzers), _joined(a.codebook for a in analyzers if isinstance(a, SearchesLexicons))
    )
    if document.reading is None:
        return replace(given, unread=available())
    reader = shared()
    if reader is None:
        return given
    return replace(given, model=reader.identity, figures=reader.calibration.figures)


def _joined(codebooks: Iterable[Codebook]) -> Codebook:
    """Return the codebooks as one; a single one itself, so that all articles of a process share it."""
    return reduce(_both, codebooks, EMPTY)


def _both(one: Codebook, other: Codebook) -> Codebook:
    if one is EMPTY:
        return other
    return Codebook(
        tuple(sorted({*one.digests, *other.digests})),
        MappingProxyType({**one.concepts, **other.concepts}),
        MappingProxyType({**one.terms, **other.terms}),
    )


EMPTY = Codebook()
