"""Whether a page keeps the rest of its article for subscribers, by what it says for machines and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...messages import Message, message
from ..canonical import one_line
from ..walls import cut_off, wall_of
from .about import About
from .tree import Tree

LITTLE = 200
"""Words from which a text that is not for all, as its page says, is taken to be whole: who saves a page as a subscriber
has everything, previews have some 50 to 150."""
GATED_WORDS = 50
"""Words in the elements that a page names as for subscribers from which they are there."""
MOST_GATED = 400
COUNTED = 0.5
"""Share of the words that a page says its article has below which a part is missing."""
MAX_LINES = 5_000
"""Lines of a page that are looked at."""

_LINES = frozenset("p h1 h2 h3 h4 h5 li button div section td".split())
_WALL = re.compile(
    r"(?:^|[\s_-])(?:pay-?wall|reg-?wall|register-?wall|subscri\w+-?(?:wall|only|prompt)|metered-?wall)", re.I
)
_OFFER = re.compile(r"subscri|sign in|log in|register|abonn|abo\b|suscri|registr|assin", re.I)


def gate(tree: Tree, said: About, paragraphs: Sequence[str]) -> Message | None:
    """Return that these paragraphs of a page are a part of its article only, None where they may be all of it."""
    words = sum(len(p.split()) for p in paragraphs)
    if said.free is False:
        if said.words and words < COUNTED * said.words:
            return message("sources.stub.counted", count=words, stated=said.words)
        if words <= LITTLE or (said.gated and words <= MOST_GATED and not _holds(tree, said.gated)):
            return message("sources.stub.gated", count=words)
    if words <= LITTLE and _walled(tree):
        return message("sources.stub.gated", count=words)
    return cut_off(paragraphs, around=list(lines_of(tree)))


def wall_on(tree: Tree, title: str) -> Message | None:
    """Return that a page without an article is a wall, and of which kind."""
    unscripted = [one_line(element.text_content()) for element in tree.iter("noscript")]
    return wall_of(title, list(dict.fromkeys([*lines_of(tree), *unscripted])))


def lines_of(tree: Tree) -> Iterator[str]:
    """Yield what stands in paragraphs, headings, items, buttons and boxes without further ones in them."""
    count = 0
    for element in tree.iter():
        if element.tag in _LINES and not any(child.tag in _LINES for child in element):
            text = one_line(element.text_content())
            if text:
                yield text
                count += 1
                if count >= MAX_LINES:
                    return


def _holds(tree: Tree, names: Sequence[str]) -> bool:
    """Return whether elements of these classes or ids have text."""
    wanted = set(names)
    words = 0
    for element in tree.iter():
        if isinstance(element.tag, str) and wanted & {*(element.get("class") or "").split(), element.get("id")}:
            words += len(element.text_content().split())
            if words >= GATED_WORDS:
                return True
    return False


def _walled(tree: Tree) -> bool:
    """Return whether an element that is called a wall offers a subscription or asks to sign in."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "link", "meta", "html", "body"):
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _WALL.search(name) and _OFFER.search(text := element.text_content()) and len(text.split()) <= LITTLE:
            return True
    return False
