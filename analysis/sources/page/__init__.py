"""Saved web pages: the story, its metadata and captions out of everything else. No script runs, nothing is fetched."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ...errors import SourceError
from ...messages import message
from ...model import SectionKind
from ..archives import archive_lines
from ..draft import Draft
from .about import about
from .body import body_of
from .decode import decode_page
from .gate import gate, wall_on
from .metadata import metadata_of
from .saved import address_of, without_inlined
from .scripts import scripts_of
from .tree import tree_of

MIN_PROSE = 40
"""Characters of running text without which a page holds no article."""
LITTLE_WORDS = 60
"""Words of a page's text up to which its buttons are looked at too."""

__all__ = ["page", "read_html"]


def read_html(data: bytes, source: str, stem: str) -> Draft:
    """Return the article of a saved page."""
    sha256 = hashlib.sha256(data).hexdigest()
    data = without_inlined(data)
    text, notes = decode_page(data, source)
    draft = page(text, sha256, source, stem)
    return replace(draft, notes=(*notes, *draft.notes), meta=draft.meta.with_column("url", address_of(data)))


def page(text: str, sha256: str, source: str, stem: str) -> Draft:
    """Return the article in the HTML `text`; of an archive's page its lines, for `archives.split`."""
    if lines := archive_lines(text):
        return Draft(source, sha256, text=lines, stem=stem)
    tree = tree_of(text, source)
    scripts = scripts_of(tree)
    meta, header = metadata_of(tree)
    said = about(tree, meta, header)
    body = body_of(tree, scripts, meta.title)
    if sum(len(block.text) for block in body.blocks) < MIN_PROSE:
        raise SourceError(wall_on(tree, meta.title) or message("sources.no_article"), source)
    # So little may be what a request says beside its buttons, which are no part of the body.
    if sum(len(b.text.split()) for b in body.blocks) <= LITTLE_WORDS and (wall := wall_on(tree, meta.title)):
        raise SourceError(wall, source)
    # Extractors glue the elements of such a line together: "By Ada BrandtPort Editor5 March 2024".
    glued = {"".join(line.split()) for line in header}
    blocks = tuple(b for b in body.blocks if b.kind is not None or "".join(b.text.split()) not in glued)
    draft = Draft(source, sha256, blocks=blocks, meta=said.told(meta), stem=stem, notes=body.notes, kind=said.kind)
    why = gate(tree, said, [block.text for block in blocks if block.kind is not SectionKind.CAPTION])
    return draft if why is None else draft.cut(why)
