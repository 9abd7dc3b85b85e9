"""Where the captions of a page stand among the paragraphs of its story."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import SectionKind
from ..canonical import one_line
from ..draft import Block
from .tree import Tree


def with_captions(tree: Tree, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with the page's captions where they stand: above the paragraph that follows on the page."""
    places = {key(block.text): i for i, block in reversed(list(enumerate(blocks)))}
    pending: list[str] = []
    before: dict[int, list[str]] = {}
    for element in tree.iter("figcaption", "p", "h2", "h3", "li", "blockquote"):
        text = one_line("".join(_spaced(element)) if element.tag == "figcaption" else element.text_content())
        if element.tag == "figcaption":
            pending += [text] if any(c.isalnum() for c in text) else []
        elif (at := places.get(key(text))) is not None and not _in_caption(element):
            before.setdefault(at, []).extend(pending)
            pending = []
    known = {key(text) for texts in before.values() for text in texts}
    found: list[Block] = []
    for i, block in enumerate(blocks):
        found += [Block(text, SectionKind.CAPTION) for text in dict.fromkeys(before.get(i, ()))]
        if key(block.text) not in known:
            found.append(block)
    return found


def _spaced(element: Tree) -> Iterator[str]:
    """Yield the text in an element, parted where its parts stand apart on screen: label, caption, credit."""
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in ("span", "div", "p", "br", "small", "cite", "li", "button") else ""
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "noscript"):
            yield apart
            yield from _spaced(child)
            yield apart
        yield child.tail or ""


def _in_caption(element: Tree) -> bool:
    return any(parent.tag == "figcaption" for parent in element.iterancestors())


def key(text: str) -> str:
    """Return what two printings of a paragraph have in common: its characters without white space."""
    return "".join(text.split())
