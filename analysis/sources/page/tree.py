"""The text of a page → its tree of elements, unless it is beyond what parsers and extractors read in linear time."""

from __future__ import annotations

import re
from typing import Any

from ...errors import SourceError
from ...messages import message

MAX_DEPTH = 250
"""Deepest nesting read; libxml2 drops what lies below 255. Of 60 news pages the deepest had 38."""
MAX_ELEMENTS = 30_000
"""Most elements read. Of 60 news pages the largest had 1,667."""
MANY_ELEMENTS = 3_000
"""From here on the story is looked for without justext, whose time grows with the square of the elements: 4,000
headings took 2 s, 9,000 over 10 s."""
MAX_INLINE = 1_000
"""Inline elements in a paragraph that stay elements. Trafilatura's time grows with their square: 4,000 links took 1 s,
9,000 more than 10 s."""

_CONTAINERS = re.compile(r"<(/?)(?:div|section|article|main|table|ul|ol|dl|blockquote|span|center|font|form)\b", re.I)
_ELEMENT = re.compile(r"<[a-zA-Z]")
BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head"
    " header hr html li link main meta nav ol option p pre script section style table tbody td tfoot th thead title tr"
    " ul".split()
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
Tree = Any  # lxml has no types


def tree_of(text: str, source: str) -> Tree:
    """Return the tree of the page `text`; SourceError where it is beyond the limits or no page at all."""
    visible = _without(_without(text, "<!--", "-->"), "<script", "</script")
    if (count := sum(1 for _ in _ELEMENT.finditer(visible))) > MAX_ELEMENTS:
        raise SourceError(message("sources.too_many_elements", count=count, limit=MAX_ELEMENTS), source)
    if depth_of(visible) > MAX_DEPTH:
        raise SourceError(message("sources.nested", limit=MAX_DEPTH), source)
    tree = _parse(text)
    if tree is None:
        raise SourceError(message("sources.no_article"), source)
    return tree


def _without(text: str, opening: str, closing: str) -> str:
    """Return `text` without what stands between the two; one pass, whatever is left unclosed."""
    lower, kept, at = text.lower(), [], 0
    while (start := lower.find(opening, at)) >= 0:
        end = lower.find(closing, start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join(kept) + text[at:]


def depth_of(text: str) -> int:
    """Return how deeply the containers of a page are nested."""
    depth = deepest = 0
    for m in _CONTAINERS.finditer(text):
        depth = max(0, depth - 1) if m[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parse(text: str) -> Tree | None:
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.translate(_CONTROLS) if _CONTROL.search(text) else text)
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def flatten(parent: Tree) -> None:
    """Make plain text of the inline elements in `parent` where they are too many to be worth a look."""
    if len(parent) <= MAX_INLINE or sum(child.tag not in BLOCKS for child in parent) <= MAX_INLINE:
        return
    before, words = None, [parent.text or ""]
    for child in list(parent):
        if child.tag in BLOCKS:
            _set_text(parent, before, words)
            before, words = child, [child.tail or ""]
        else:
            words += ["\n" if child.tag == "br" else child.text_content(), child.tail or ""]
            parent.remove(child)
    _set_text(parent, before, words)


def _set_text(parent: Tree, before: Tree | None, words: list[str]) -> None:
    if before is None:
        parent.text = "".join(words)
    else:
        before.tail = "".join(words)
