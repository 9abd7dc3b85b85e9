"""What a page says about itself: title, outlet, byline, date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..canonical import one_line
from ..dates import read_date
from ..draft import Meta
from .tree import Tree

MAX_BROKEN_DATA = 20_000
"""Characters of JSON-LD that does not parse, in which trafilatura then looks with patterns: 300,000 took 11 s."""
MAX_DATA_TAGS = 1_000
"""Tags in JSON-LD that is longer; it carries the article's body at times, with a tag for each of its paragraphs."""
MAX_META = 5_000
"""Characters of a title or of what a page says about itself; descriptions have some 300."""


def metadata_of(tree: Tree) -> Meta:
    """Return what the page says about itself: its own printed title first, then metadata for machines."""
    linked = _linked_data(tree)
    _shorten(tree)
    document = _by_rules(tree)
    outlet = _content(tree, "og:site_name", "application-name") or _name(linked.get("publisher")) or ""
    outlet = one_line(outlet or (document.sitename if document else "") or "")
    outlet = "" if re.match(r"copyright|©|\W*\d+$", outlet, re.I) else outlet
    url = _content(tree, "og:url") or next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    meta = Meta(
        title=_title(tree, outlet, one_line((document.title if document else "") or "")),
        outlet=outlet,
        byline=one_line(_name(linked.get("author")) or (document.author if document else "") or "").replace("; ", ", "),
        published=_published(tree, linked) or (document.date if document else "") or "",
    )
    return meta.with_column("url", str(url))


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


def _by_rules(tree: Tree) -> Any:
    """Return trafilatura's reading of title, author, site and date; None where a broken page defeats it."""
    import trafilatura

    try:
        return trafilatura.extract_metadata(tree)
    except (ValueError, OverflowError, TypeError, AttributeError):  # dates with impossible zones, odd JSON-LD
        return None


def _title(tree: Tree, outlet: str, stated: str) -> str:
    headings = [one_line(h.text_content()) for h in tree.iter("h1")]
    headings = [h for h in headings if len(h.split()) >= 3 and h.casefold() != outlet.casefold()]
    if len(set(headings)) == 1:
        return headings[0]
    if outlet:
        stated = re.sub(rf"\s+[-–—|:·]+\s+{re.escape(outlet)}\s*$", "", stated, flags=re.I)
    return stated


def _content(tree: Tree, *names: str) -> str:
    """Return the content of the first of these meta elements that is there."""
    for name in names:
        for value in tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name):
            if value.strip():
                return str(value).strip()
    return ""


def _published(tree: Tree, linked: dict[str, Any]) -> str:
    """Return the date of first publication as the page states it for machines, "" where it does not."""
    candidates = [str(linked.get("datePublished") or "")]
    candidates.append(_content(tree, "article:published_time", "og:published_time", "datePublished", "date", "pubdate",
                               "publish-date", "DC.date.issued", "parsely-pub-date", "sailthru.date"))  # fmt: skip
    candidates += [str(value) for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")[:1]]
    return next((found for value in candidates if value and (found := read_date(value))), "")


def _linked_data(tree: Tree) -> dict[str, Any]:
    """Return the page's JSON-LD object about an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if any(
                "Article" in str(kind) or kind == "Report" for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return item
    return {}


def _objects(data: object) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _name(value: object) -> str:
    """Return the name of a JSON-LD person or organisation; several with commas between them."""
    names = (_one_name(item) for item in (value if isinstance(value, list) else [value]))
    return ", ".join(name for name in names if name)


def _one_name(value: object) -> str:
    value = value.get("name") if isinstance(value, dict) else value
    return value.strip() if isinstance(value, str) else ""
