"""What libraries take for the story of a page: the paragraphs as each of them gives them."""

from __future__ import annotations

from collections.abc import Iterator

from ..canonical import canonical, one_line
from .tree import Tree


def by_trafilatura(tree: Tree, fast: bool) -> list[str]:
    """Return the paragraphs that trafilatura takes; it takes the tree apart."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            tree,
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
    return [text for element in found.body for text in _texts(element)]


def by_justext(tree: Tree) -> list[str]:
    """Return the paragraphs that justext takes."""
    import justext
    from lxml import etree

    try:
        found = justext.justext(
            etree.tostring(tree, encoding="utf-8"), justext.get_stoplist("English"), encoding="utf-8"
        )
    except (etree.LxmlError, ValueError, UnicodeError):
        return []
    return [p.text for p in found if not p.is_boilerplate and not p.is_heading]


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
