"""The meta tags of a page by their names, without case, and its own addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..canonical import one_line
from .tree import Tree

MAX_BROKEN_DATA = 20_000
"""Characters of JSON-LD that does not parse, in which trafilatura then looks with patterns: 300,000 took 11 s."""
MAX_DATA_TAGS = 1_000
"""Tags in JSON-LD that is longer; it carries the article's body at times, with a tag for each of its paragraphs."""
MAX_META = 5_000
"""Characters of a title or of what a page says about itself; descriptions have some 300."""
MAX_VALUES = 50
"""Tags of one name."""
_ARCHIVED = re.compile(r"https?://(?:web\.archive\.org/web|webcache\.[\w.]+)/[^/]+/(?=https?://)", re.I)
"""What an archive of the web puts before a page's own address."""
_NAMED_BY = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Tags:
    """The meta tags of a page."""

    by_name: Mapping[str, tuple[str, ...]]
    addresses: tuple[str, ...]
    """The page's own, as it states them."""

    def all(self, name: str) -> tuple[str, ...]:
        """Return the contents of the tags of a name, each once; empty ones apart."""
        return self.by_name.get(name, ())

    @property
    def address(self) -> str:
        """The page's own address, "" where it states none."""
        return self.addresses[0] if self.addresses else ""


def tags_of(tree: Tree) -> Tags:
    """Return the meta tags of a page, after what is endless in its head was cut."""
    _shorten(tree)
    found: dict[str, dict[str, None]] = {}
    for meta in tree.iter("meta"):
        content = one_line(meta.get("content", ""))
        for name in {meta.get(key, "").strip().casefold() for key in _NAMED_BY} - {""}:
            values = found.setdefault(name, {})
            if content and len(values) < MAX_VALUES:
                values[content] = None
    by_name = {name: tuple(values) for name, values in found.items() if values}
    linked = [str(href).strip() for href in tree.xpath("//link[@rel='canonical']/@href")]
    addresses = (*by_name.get("og:url", ()), *linked, *by_name.get("parsely-link", ()))
    own = (_ARCHIVED.sub("", address) for address in addresses if address)
    return Tags(by_name, tuple(dict.fromkeys(own)))


def _shorten(tree: Tree) -> None:
    """Take out of the head of a page what trafilatura's patterns need time for in the square of its length."""
    for script in tree.xpath("//script[@type='application/ld+json' or @type='application/settings+json']"):
        text = script.text or ""
        if len(text) > MAX_BROKEN_DATA and (text.count("<") > MAX_DATA_TAGS or not _is_json(text)):
            script.text = ""
    for meta in tree.iter("meta"):
        if len(meta.get("content", "")) > MAX_META:
            meta.set("content", meta.get("content")[:MAX_META])
    for title in tree.iter("title"):
        title.text = (title.text or "")[:MAX_META]


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
