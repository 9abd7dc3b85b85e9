"""What kind of article a text is, and what says so: its source, a label around it, or else its form.

Whatever nothing speaks for is news: a wrong "opinion" would take a report out of the figures it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import ArticleKind, SectionKind
from ..draft import Block, Draft, Meta
from . import form, labels, stated
from .found import Found, shown

__all__ = ["Found", "kind_of", "shown", "with_kind"]

_TOLD = (SectionKind.LEAD, SectionKind.BODY, SectionKind.NOTE)
"""Sections that a form is looked for in; headline and captions are written alike in every kind."""


def kind_of(draft: Draft, meta: Meta, blocks: Sequence[Block], removed: Sequence[str] = ()) -> Found:
    """Return the kind of an article of these paragraphs; `removed` are the lines left out as furniture."""
    paragraphs = [block.text for block in blocks if block.kind is None or block.kind in _TOLD]
    told = stated.of_source(draft, meta)
    if told is not None:
        return told
    seen = form.seen(paragraphs, meta)
    labelled = (
        labels.in_headline(meta.title, seen)
        or labels.in_opening(meta, paragraphs, removed)
        or stated.of_address(meta, seen)
    )
    if labelled is not None:
        return labelled
    noted = form.noted(paragraphs, removed) or stated.of_outlet(meta)
    if noted is not None:
        return noted
    if stated.is_report(draft, meta):
        return Found(ArticleKind.NEWS)
    return seen or form.own_voice(paragraphs, meta) or Found(ArticleKind.NEWS)


def with_kind(meta: Meta, found: Found) -> Meta:
    """Return `meta` with what says the kind; what the reader of the file said of it stays where that decided."""
    return meta.because("kind", found.why) if found.why is not None else meta
