"""Saved web pages: the story, its metadata and captions out of everything else. No script runs, nothing is fetched."""

from __future__ import annotations

import hashlib

from ...errors import SourceError
from ...messages import message
from ..draft import Draft
from .body import MIN_PROSE, body_of, without_links
from .captions import with_captions
from .decode import decode_page
from .metadata import metadata_of
from .tree import tree_of

__all__ = ["page", "read_html"]


def read_html(data: bytes, source: str, stem: str) -> Draft:
    """Return the article of a saved page."""
    return page(decode_page(data, source), hashlib.sha256(data).hexdigest(), source, stem)


def page(text: str, sha256: str, source: str, stem: str) -> Draft:
    """Return the article in the HTML `text`."""
    tree = tree_of(text, source)
    meta = metadata_of(tree)
    blocks = without_links(tree, body_of(tree), meta.title)
    if sum(len(block.text) for block in blocks) < MIN_PROSE:
        raise SourceError(message("sources.no_article"), source)
    return Draft(source, sha256, blocks=tuple(with_captions(tree, blocks)), meta=meta, stem=stem)
