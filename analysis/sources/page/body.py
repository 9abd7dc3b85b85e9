"""The tree of a page → the paragraphs of its story."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import SectionKind
from ..canonical import canonical, one_line
from ..draft import Block
from .captions import key
from .tree import MANY_ELEMENTS, Tree, flatten

MIN_PROSE = 40
"""Characters of running text without which a page holds no article."""


def body_of(tree: Tree) -> list[Block]:
    """Return the paragraphs of the story: trafilatura's, or justext's where it finds nothing, or every paragraph."""
    many = sum(1 for _ in tree.iter()) > MANY_ELEMENTS
    if many:
        for parent in tree.iter():
            flatten(parent)
    blocks = _by_trafilatura(tree, fast=many)
    if sum(len(block.text) for block in blocks) >= MIN_PROSE:
        return blocks
    return (not many and _by_justext(tree)) or [
        Block(text) for p in tree.iter("p") if (text := one_line(p.text_content()))
    ]


def without_links(tree: Tree, blocks: list[Block], title: str) -> list[Block]:
    """Return `blocks` with those as notes that are links as a whole on the page: the teasers of other stories."""
    links = {key(a.text_content()) for a in tree.iter("a") if a.get("href") and _alone(a)}
    links.discard(key(title))
    return [Block(b.text, SectionKind.NOTE) if b.kind is None and key(b.text) in links else b for b in blocks]


def _alone(link: Tree) -> bool:
    """Return whether a link is all that its paragraph or item holds."""
    element = link
    for _ in range(3):  # "<p><strong><a>"
        parent = element.getparent()
        if parent is None or len(parent) != 1 or (parent.text or "").strip() or (element.tail or "").strip():
            return False
        if parent.tag in ("p", "li", "div", "h2", "h3", "h4"):
            return True
        element = parent
    return False


def _by_trafilatura(tree: Tree, fast: bool) -> list[Block]:
    from copy import deepcopy

    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            fast=fast,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
        )
    except ValueError:  # a character reference to a control character, which it cannot write back
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [Block(text) for element in found.body for text in _texts(element)]


def _texts(element: Tree) -> Iterator[str]:
    """Yield the paragraphs in one element of an extracted body."""
    if element.tag in ("list", "quote", "div", "table", "row", "cell") and len(element):
        if text := one_line(element.text or ""):
            yield text
        for child in element:
            yield from _texts(child)
            if text := one_line(child.tail or ""):
                yield text
        return
    for line in canonical("".join(_broken(element))).split("\n"):
        if line:
            yield line


def _broken(element: Tree) -> Iterator[str]:
    """Yield the text in an element, its line breaks as such."""
    yield "\n" if element.tag == "lb" else element.text or ""
    for child in element:
        yield from _broken(child)
        yield child.tail or ""


def _by_justext(tree: Tree) -> list[Block]:
    import justext
    from lxml import etree

    try:
        found = justext.justext(
            etree.tostring(tree, encoding="utf-8"), justext.get_stoplist("English"), encoding="utf-8"
        )
    except (etree.LxmlError, ValueError, UnicodeError):
        return []
    return [Block(p.text) for p in found if not p.is_boilerplate and not p.is_heading]
