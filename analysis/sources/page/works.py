"""The values in a page's data → the texts of each work in them: an article, a comment, a teaser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from ..canonical import one_line
from .apart import named_apart
from .tree import Tree

MAX_NAME = 80
"""Characters of a name in data; longer ones are keys of a store."""
MAX_TITLE = 400

_TITLES = frozenset(("headline", "headlines", "title"))
_ADDRESSES = frozenset(("url", "canonicalurl", "canonical_url", "link", "mainentityofpage", "permalink", "slug"))
_OF_A_WORK = _TITLES | frozenset(
    "author authors byline commenter created created_at createdat creator date datepublished published publishedat"
    " published_at user username".split()
)
"""Names of values that an article, a comment or a teaser has, and a paragraph of one has not."""
_PARTS = re.compile(r"(?:block|chapter|component|element|live|paragraph|section|update)", re.I)
"""Names of lists of the parts of one work, headed or dated as they may be."""
_NO_STORY = frozenset(("author", "authors", "config", "i18n", "labels", "locales", "messages", "translations", "user"))
_BEHIND_TITLE = re.compile(r"\s[|–—·-]\s")


@dataclass(frozen=True, slots=True)
class Named:
    """By what a work in the data is known for the page's own."""

    titles: frozenset[str]
    address: str = ""
    """Its path, "" where the page does not state its address."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a text in the data belongs to."""

    number: int
    mine: bool
    """Whether it has the page's title or address."""
    other: bool = False
    """Whether it has another title, or is one of many."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands."""

    path: str
    """The names that lead to it; places in lists do not count."""
    work: Work
    listed: bool = False

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]


def named(tree: Tree, title: str) -> Named:
    """Return how a page calls itself: its title, its headlines, its address."""
    found = [title, *("".join(e.itertext())[:MAX_TITLE] for e in (*tree.iter("h1"), *tree.iter("title")))]
    found += [_BEHIND_TITLE.split(one_line(text))[0] for text in found]
    addresses = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    paths = (_path_of(str(address)) for address in addresses)
    return Named(frozenset(map(_key, found)) - {""}, next(filter(None, paths), ""))


def members(value: dict[str, object], place: Place, page: Named, number: int) -> Iterator[tuple[Place, object]]:
    """Yield the values of an object that may be of a story, each with its place; `number` is the object's."""
    work = place.work
    lower = {name.lower(): inner for name, inner in value.items() if inner}
    if not lower.keys().isdisjoint(_OF_A_WORK) and not (place.listed and _PARTS.search(place.name)):
        titles = [text for name in _TITLES & lower.keys() for text in _texts(lower[name])]
        mine = any(_key(text) in page.titles for text in titles) or _is_address(lower, page)
        # What has no title is of the article around it, unless it is one of many.
        around = work if not titles and not place.listed else Work(0, False, other=True)
        work = Work(number, mine or around.mine, not mine and around.other)
    for name, inner in value.items():
        if not _is_apart(name):
            yield Place(f"{place.path}.{name}"[-200:], work), inner


def _is_apart(name: str) -> bool:
    """Return whether a name is of what is no story; keys of a store are no names."""
    if len(name) > MAX_NAME or not name.isidentifier():
        return False
    return name.lower() in _NO_STORY or bool(named_apart(name))


def _is_address(values: dict[str, object], page: Named) -> bool:
    if not page.address:
        return False
    stated = (_path_of(text) for name in _ADDRESSES & values.keys() for text in _texts(values[name]))
    return any(path in (page.address, page.address.rpartition("/")[2]) for path in stated if path)


def _path_of(address: str) -> str:
    try:
        return urlsplit(address.strip()).path.strip("/")
    except ValueError:
        return ""


def _texts(value: object) -> Iterable[str]:
    """Return the texts of a value that is one, or that holds one by several names."""
    held: Sequence[object] = list(value.values()) if isinstance(value, dict) else [value]
    return [text[:MAX_TITLE] for text in held if isinstance(text, str)]


def _key(title: str) -> str:
    return "".join(filter(str.isalnum, unescape(title).casefold()))
