"""Pages on which archives show many documents → their lines, as the archive's text files have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .values import opens_byline

_NEXIS = ("<DOC NUMBER=", "DOC_ID_")
# Each begins with letters that stand there as they are, which are found far faster than one pattern of all.
_FACTIVA = (re.compile(r"article [a-z]{2}Article\b"), re.compile(r"article-[A-Z][A-Z0-9]{3,}\d{8}\w"))
_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt form h1 h2 h3 h4 h5 h6 hr html li ol p pre section table tbody"
    " tr ul".split()
)
_SKIPPED = frozenset(("head", "script", "style", "noscript", "title", "select", "button"))
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
_SPACES = re.compile(r"[ \t\r\n]+")
_Tree = Any  # lxml has no types


def lines_of_page(text: str) -> str | None:
    """Return the lines of an archive's page, as text; None where the page shows no sign of any archive."""
    if not (any(mark in text for mark in _NEXIS) or any(mark.search(text) for mark in _FACTIVA)):
        return None
    from lxml import etree, html

    try:
        plain = _XML.sub("", text.translate(_CONTROLS))
        tree = html.document_fromstring(plain, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return "".join(_pieces(tree))


def _pieces(tree: _Tree) -> Iterator[str]:
    """Yield the text of a tree in one pass: an empty line between blocks, a tab between cells, fields in one line."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED or not tag:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS and not _in_label(element):
                yield "\n\n"
            if tag == "br":
                yield "\n"
            if tag == "div" and element.get("class") == "author" and not opens_byline((element.text or "").strip()):
                yield "By "
            if element.text:
                yield _SPACES.sub(" ", element.text)
        else:
            if tag == "td" and element.getnext() is not None:
                yield "\t"
            elif tag in _BLOCKS and not _in_label(element):
                yield "\n\n"
            if element.tail:
                yield _SPACES.sub(" ", element.tail)


def _in_label(element: _Tree) -> bool:
    """Return whether an element stands in a row's first cell, which holds the code of a field."""
    parent = element.getparent()
    return element.tag == "p" and parent is not None and parent.tag == "td" and parent.getnext() is not None
