"""What a page says of itself as JSON-LD: the object about this very page, not about a related story or a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ..canonical import one_line
from ..metadata.outlets import same_outlet
from ..metadata.titles import likeness, same_title
from .tree import Tree

MAX_DATA = 2_000_000
"""Characters of JSON-LD of a page that are parsed; articles with their whole text in it have some 30,000."""
MAX_MENDED = 20_000
"""Characters of JSON-LD that is no JSON, up to which it is mended."""
MAX_OBJECTS = 2_000
"""Objects that are looked at."""
HEADLINE_WORDS = 3
"""Of a title that speaks against another one, at least."""
ALIKE = 0.6
"""Share of words that a headline for machines has in common with the printed one of the same story: editors shorten
and reword them. Of 50 pages with both the least was .63; related stories on the same pages had at most .4."""

_REMARK = re.compile(r"^[ \t]*//.*$|(?<=[,{\[])[ \t]*//[^\n\"]*$", re.M)
_COMMA_AT_END = re.compile(r",(\s*[\]}])")
"""What people write into JSON by hand, and JSON does not know."""

Item = Mapping[str, Any]  # JSON


@dataclass(frozen=True, slots=True)
class Linked:
    """The JSON-LD of a page."""

    article: Item | None = None
    """The object about this page's article."""
    page: Item | None = None
    """That about the page as such, or the review of a claim that it is."""
    site: str = ""
    """What the site is called."""
    by_id: Mapping[str, Item] = field(default_factory=dict)

    def names(self, *keys: str) -> Iterator[tuple[str, bool]]:
        """Yield the names under the first of `keys` that has any, and whether each is a body's."""
        for item in (self.article, self.page):
            for key in keys:
                found = list(self._names((item or {}).get(key)))
                if found:
                    yield from found
                    return

    def text(self, key: str) -> str:
        """Return the text under a key of the article, or of the page."""
        for item in (self.article, self.page):
            value = (item or {}).get(key)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    def _names(self, value: object) -> Iterator[tuple[str, bool]]:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield one_line(item), False
            elif isinstance(item, dict):
                whole = item if item.get("name") else self.by_id.get(str(item.get("@id")), item)
                name = whole.get("name")
                name = name[0] if isinstance(name, list) and name else name
                if isinstance(name, str) and name.strip():
                    yield one_line(name), any("Organization" in kind for kind in _kinds(whole))


def linked_data(tree: Tree, titles: Sequence[str], addresses: Sequence[str]) -> Linked:
    """Return the JSON-LD of a page whose printed titles and own addresses are known."""
    items = list(_items(tree))
    by_id: dict[str, Item] = {}
    for item in items:
        if isinstance(item.get("@id"), str) and len(item) > len(by_id.get(item["@id"], ())):
            by_id[item["@id"]] = item
    articles = [item for item in items if any(_is_article(kind) for kind in _kinds(item))]
    pages = [item for item in items if any(_is_page(kind) for kind in _kinds(item))]
    return Linked(
        _own(articles, titles, addresses),
        _own(pages, titles, addresses),
        _site(items),
        by_id,
    )


def _is_article(kind: str) -> bool:
    return kind.endswith(("Article", "Posting", "Report")) or kind in ("Review", "CriticReview", "Column")


def _is_page(kind: str) -> bool:
    return kind == "ClaimReview" or kind.endswith("WebPage")


def _own(items: Sequence[Item], titles: Sequence[str], addresses: Sequence[str]) -> Item | None:
    """Return the item about this page: by its address or headline, else the only one if nothing speaks against it."""
    paths = {path for address in addresses if (path := _path(address))}
    unsure: list[Item] = []
    for item in items:
        own = {path for address in _addresses(item) if (path := _path(address))}
        if own & paths or any(same_title(_headline(item), title) for title in titles):
            return item
        headline = _headline(item)
        telling = [title for title in titles if _may_be_headline(title, item)] if headline else []
        alike = max((likeness(headline, title) for title in telling), default=1.0)
        if alike >= ALIKE:
            unsure.append(item)
    return unsure[0] if unsure and (len(items) == 1 or len(unsure) == 1) else None


def _may_be_headline(title: str, item: Item) -> bool:
    """Return whether a printed title can be that of a story: a page that scripts fill has the site's name there."""
    publisher = item.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return len(title.split()) >= HEADLINE_WORDS and not (isinstance(name, str) and same_outlet(title, name))


def _headline(item: Item) -> str:
    value = item.get("headline") or item.get("name")
    return one_line(value) if isinstance(value, str) else ""


def _addresses(item: Item) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = item.get(key)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, str):
                yield part
            elif isinstance(part, dict):
                yield from (str(part[name]) for name in ("@id", "url") if isinstance(part.get(name), str))


def _path(address: str) -> str:
    """Return the path of an address, which is the same for its mobile and its other hosts; "" for a front page."""
    try:
        return urlsplit(address.strip()).path.rstrip("/")
    except ValueError:
        return ""


def _site(items: Sequence[Item]) -> str:
    """Return what the site is called, or the news organisation behind it."""
    for wanted in ("WebSite", "NewsMediaOrganization"):
        for item in items:
            name = item.get("name")
            if wanted in _kinds(item) and isinstance(name, str) and name.strip():
                return one_line(name)
    return ""


def _kinds(item: Item) -> list[str]:
    kinds = item.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _items(tree: Tree) -> Iterator[Item]:
    """Yield the objects that stand by themselves in the page's JSON-LD; members of lists of stories are none."""
    left, count = MAX_DATA, 0
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = script.text or ""
        left -= len(text)
        if left < 0:
            return
        for item in _objects(_parsed(text)):
            yield item
            count += 1
            if count >= MAX_OBJECTS:
                return


def _parsed(text: str) -> object:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        return None
    except ValueError:
        mended = _COMMA_AT_END.sub(r"\1", _REMARK.sub("", text)) if len(text) <= MAX_MENDED else text
    try:
        return None if mended == text else json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: object, depth: int = 0) -> Iterator[Item]:
    """Yield objects with what they say they are the page of; never what they only list, review or quote."""
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            inner = data.get(key)
            if isinstance(inner, list | dict):
                yield from _objects(inner, depth + 1)
