"""The label that a page prints above its headline, or within it: "Opinion", "Analysis"."""

from __future__ import annotations

from ..canonical import one_line
from ..kinds.labels import is_label
from .tree import Tree

UP = 4
"""How many boxes around the headline may have the label before them."""
_MENUS = frozenset(("nav", "ul", "ol", "menu", "header", "footer", "aside", "form"))


def kicker_of(tree: Tree, title: str) -> str:
    """Return the label above the headline `title`, "" where none stands there: an item of a menu is none."""
    first_order = list(tree.iter("h1"))
    for heading in first_order or tree.iter("h2"):
        printed = one_line(heading.text_content())
        if not title or (len(first_order) != 1 and printed != title and not printed.endswith(title)):
            continue
        first = next(iter(heading), None)
        if first is not None and not (heading.text or "").strip():
            inside = one_line(first.text_content())
            if inside != printed and is_label(inside):
                return inside
        return _before(heading)
    return ""


def _before(heading: Tree) -> str:
    element = heading
    for _ in range(UP):
        before = element.getprevious()
        while before is not None and not (isinstance(before.tag, str) and before.text_content().strip()):
            before = before.getprevious()
        if before is not None:
            text = one_line(before.text_content())
            alone = before.tag not in _MENUS and sum(1 for _ in before.iter("a")) <= 1
            return text if alone and is_label(text) else ""
        element = element.getparent()
        if element is None or element.tag in ("body", "html"):
            return ""
    return ""
