"""The lines that a page prints around its headline: who wrote it and when, as readers see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..canonical import one_line
from ..standfirst import STANDFIRST_WORDS, is_below, prose_words
from .tree import Tree

BEFORE, BELOW = 4, 16
"""How many printed lines around the headline are looked at; sharing buttons and a standfirst stand between them."""
PROSE = 220
"""Characters of a line from which on the story has begun."""
LONGEST_BY = 60
"""Characters of a "By" that stands alone, its spaces included."""
MAX_LINES = 20_000
"""Lines of a page that are looked at for its headline."""

_INLINE = frozenset("a abbr b bdi cite em font i mark q s small span strong sub sup time u wbr address".split())
_APART = frozenset("a address cite small span time wbr".split())
_BORDER = "\x1f"
_SILENT = frozenset("script style noscript template svg head nav select option textarea iframe".split())
_BY_ALONE = re.compile(r"(?:written |posted |reported |story |words )?by:?", re.I)
_MARKED = re.compile(r"\b(?:author|byline|by-line|writer|contributor)s?\b|author[_-]|[_-]author|byline", re.I)
_UNMARKED = re.compile(r"comment|related|promo|sidebar|footer|newsletter|bio\b|tweet|social|follow|share", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and the element that holds its first words."""

    words: str
    """As the page has them, with borders between its elements."""
    element: Tree

    @property
    def text(self) -> str:
        """The words as they are read."""
        return _tidy(self.words.replace(_BORDER, " "))

    @property
    def parts(self) -> list[str]:
        """What elements inside it part from each other, where there are any: "By Ada Brandt", "Port Editor"."""
        parts = [part for words in self.words.split(_BORDER) if (part := _tidy(words))] if _BORDER in self.words else []
        return parts if len(parts) > 1 else []


def lines_of(tree: Tree) -> list[Line]:
    """Return the printed lines of a page, in their order; what is no prose (menus, scripts, forms) apart."""
    body = tree.find("body")
    found: list[Line] = []
    for line in _lines(tree if body is None else body):
        found.append(line)
        if len(found) >= MAX_LINES:
            break
    return found


def around(lines: Sequence[Line], heading: str) -> list[Line]:
    """Return the lines around the one that is the heading, down to the first paragraph; none without a heading."""
    letters = "".join(heading.split())
    at = next((i for i, line in enumerate(lines) if letters and _letters(line.words) == letters), None)
    if at is None:
        return []
    found = list(lines[max(0, at - BEFORE) : at])
    under = lines[at + 1 : at + 1 + BELOW]
    prose = 0
    for i, line in enumerate(under):
        if len(line.text) > PROSE:
            break
        beside = [other.text for other in (*under[max(0, i - 1) : i], *under[i + 1 : i + 2])]
        if is_below(line.text, prose, beside):
            found.append(line)
        # Pages have longer standfirsts than print: a byline below them is mostly marked as one.
        prose = max(prose, min(prose_words(line.text), STANDFIRST_WORDS))
    return _joined(found)


def _letters(words: str) -> str:
    return "".join(words.replace(_BORDER, "").split())


def parts_of(lines: Sequence[Line]) -> list[Line]:
    """Return the parts of `lines` as lines of their own; those without parts are left out."""
    return _joined([Line(part, line.element) for line in lines for part in line.parts])


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with a "By" that stands alone put before the name below it."""
    found: list[Line] = []
    opening = ""
    for line in lines:
        if len(line.words) < LONGEST_BY and _BY_ALONE.fullmatch(line.text):
            opening = line.text.rstrip(":") + " "
            continue
        found.append(Line(opening + line.words, line.element) if opening else line)
        opening = ""
    return found


def marked_author(line: Line) -> str:
    """Return what a line has of an element that is marked as the author's name, "" where it is marked otherwise."""
    for element in (line.element, *list(line.element.iterancestors())[:2]):
        mark = " ".join(element.get(name, "") for name in ("class", "id", "data-testid"))
        if _UNMARKED.search(mark):
            return ""
        if "author" in (element.get("rel", ""), element.get("itemprop", "")) or _MARKED.search(mark):
            inner = one_line(element.text_content())
            return inner if inner in line.text else line.text
    return ""


def marked_names(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield (mark, name) of the elements that say by themselves that they hold the author's name."""
    for mark, path in (("itemprop", "//*[@itemprop='author']"), ("rel", "//a[@rel='author']")):
        for element in tree.xpath(path)[:20]:
            if any(_UNMARKED.search(e.get("class", "")) for e in (element, *list(element.iterancestors())[:4])):
                continue
            inner = element.xpath(".//*[@itemprop='name']")
            name = one_line(
                (inner[0].get("content") or inner[0].text_content())
                if inner
                else (element.get("content") or element.text_content())
            )
            if name:
                yield mark, name


@lru_cache(maxsize=512)
def _tidy(words: str) -> str:
    return re.sub(r"\s+(?=[,.;:])", "", one_line(words))


class _Run:
    """The words of a line as they are met, and the element of the first of them."""

    def __init__(self, root: Tree) -> None:
        self._words: list[str] = []
        self._owner = root
        self._empty = True

    def part(self) -> None:
        """Note that an element begins or ends here that has an appearance of its own."""
        self._words.append(_BORDER)

    def add(self, words: str, owner: Tree) -> None:
        if self._empty and words.strip():
            self._empty, self._owner = False, owner
        self._words.append(words)

    def end(self) -> Iterator[Line]:
        """Yield the line, if it has words, and begin the next."""
        if not self._empty:
            yield Line("".join(self._words), self._owner)
        self._words.clear()
        self._empty = True


def _lines(root: Tree) -> Iterator[Line]:
    """Yield the runs of text between the elements of a page that begin a line."""
    run = _Run(root)
    stack: list[tuple[Tree, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        shown = isinstance(element.tag, str) and element.tag not in _SILENT
        if left or not shown:
            if element.tag not in _INLINE:
                yield from run.end()
            elif element.tag in _APART:
                run.part()
            if element is not root and element.tail:
                run.add(element.tail, element.getparent())
            continue
        if element.tag not in _INLINE:
            yield from run.end()
        elif element.tag in _APART:
            run.part()
        run.add(element.text or "", element)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from run.end()
