"""Saved web pages: the story, its metadata and captions out of everything else. No script runs, nothing is fetched."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from ..errors import SourceError
from ..messages import message
from ..model import SectionKind
from .canonical import canonical, one_line
from .dates import read_date
from .draft import Block, Draft, Meta
from .plain import decode

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
MAX_BROKEN_DATA = 20_000
"""Characters of JSON-LD that does not parse, in which trafilatura then looks with patterns: 300,000 took 11 s."""
MAX_DATA_TAGS = 1_000
"""Tags in JSON-LD that is longer; it carries the article's body at times, with a tag for each of its paragraphs."""
MAX_META = 5_000
"""Characters of a title or of what a page says about itself; descriptions have some 300."""
MIN_PROSE = 40
"""Characters of running text without which a page holds no article."""

_CONTAINERS = re.compile(r"<(/?)(?:div|section|article|main|table|ul|ol|dl|blockquote|span|center|font|form)\b", re.I)
_ELEMENT = re.compile(r"<[a-zA-Z]")
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head"
    " header hr html li link main meta nav ol option p pre script section style table tbody td tfoot th thead title tr"
    " ul".split()
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_WEB_ENCODINGS = {
    name: name
    for name in (
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "ibm866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
        "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
        "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", "cp1250", "cp1251", "cp1252", "cp1253",
        "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp",
        "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949",
    )
} | {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}  # fmt: skip
"""Codecs by name, as browsers take them (https://encoding.spec.whatwg.org/): pages that say Latin-1 are in cp1252."""
_CONTROLS = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
_Tree = Any  # lxml has no types


def read_html(data: bytes, source: str, stem: str) -> Draft:
    """Return the article of a saved page."""
    return page(_decode(data, source), hashlib.sha256(data).hexdigest(), source, stem)


def _decode(data: bytes, source: str) -> str:
    """Return the page's text, in the encoding that it declares if that holds."""
    declared = _CHARSET.search(data[:4096])
    encoding = web_encoding(declared[1].decode("ascii")) if declared else ""
    if encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode(data, source)[0]


def web_encoding(name: str) -> str:
    """Return the codec for an encoding that a page declares, "" where it is none of the web's.

    Python knows others by such names too: some are no encodings of text, one takes time in the square of the length.
    """
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return _WEB_ENCODINGS.get(codec, "")


def page(text: str, sha256: str, source: str, stem: str) -> Draft:
    """Return the article in the HTML `text`."""
    visible = _without(_without(text, "<!--", "-->"), "<script", "</script")
    if (count := sum(1 for _ in _ELEMENT.finditer(visible))) > MAX_ELEMENTS:
        raise SourceError(message("sources.too_many_elements", count=count, limit=MAX_ELEMENTS), source)
    if depth_of(visible) > MAX_DEPTH:
        raise SourceError(message("sources.nested", limit=MAX_DEPTH), source)
    tree = _parse(text)
    if tree is None:
        raise SourceError(message("sources.no_article"), source)
    meta = _metadata(tree)
    blocks = _without_links(tree, _body(tree), meta.title)
    if sum(len(block.text) for block in blocks) < MIN_PROSE:
        raise SourceError(message("sources.no_article"), source)
    return Draft(source, sha256, blocks=tuple(_with_captions(tree, blocks)), meta=meta, stem=stem)


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


def _parse(text: str) -> _Tree | None:
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.translate(_CONTROLS))
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(no_network=True, remove_comments=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _body(tree: _Tree) -> list[Block]:
    """Return the paragraphs of the story: trafilatura's, or justext's where it finds nothing, or every paragraph."""
    many = sum(1 for _ in tree.iter()) > MANY_ELEMENTS
    if many:
        for parent in tree.iter():
            _flatten(parent)
    blocks = _by_trafilatura(tree, fast=many)
    if sum(len(block.text) for block in blocks) >= MIN_PROSE:
        return blocks
    return (not many and _by_justext(tree)) or [
        Block(text) for p in tree.iter("p") if (text := one_line(p.text_content()))
    ]


def _without_links(tree: _Tree, blocks: list[Block], title: str) -> list[Block]:
    """Return `blocks` with those as notes that are links as a whole on the page: the teasers of other stories."""
    links = {_key(a.text_content()) for a in tree.iter("a") if a.get("href") and _alone(a)}
    links.discard(_key(title))
    return [Block(b.text, SectionKind.NOTE) if b.kind is None and _key(b.text) in links else b for b in blocks]


def _alone(link: _Tree) -> bool:
    """Return whether a link is all that its paragraph or item holds."""
    element = link
    for _ in range(3):  # "<p><strong><a>"
        parent = element.getparent()
        if parent is None or len(parent) != 1 or (parent.text or "").strip() or (element.tail or "").strip():
            return False
        if parent.tag in ("p", "li", "div", "h2", "h3", "h4"):
            return True
        element = parent
    return False


def _flatten(parent: _Tree) -> None:
    """Make plain text of the inline elements in `parent` where they are too many to be worth a look."""
    if len(parent) <= MAX_INLINE or sum(child.tag not in _BLOCKS for child in parent) <= MAX_INLINE:
        return
    before, words = None, [parent.text or ""]
    for child in list(parent):
        if child.tag in _BLOCKS:
            _set_text(parent, before, words)
            before, words = child, [child.tail or ""]
        else:
            words += ["\n" if child.tag == "br" else child.text_content(), child.tail or ""]
            parent.remove(child)
    _set_text(parent, before, words)


def _set_text(parent: _Tree, before: _Tree | None, words: list[str]) -> None:
    if before is None:
        parent.text = "".join(words)
    else:
        before.tail = "".join(words)


def _by_trafilatura(tree: _Tree, fast: bool) -> list[Block]:
    from copy import deepcopy

    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            fast=fast,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
        )
    except ValueError:  # a character reference to a control character, which it cannot write back
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return [Block(text) for element in found.body for text in _texts(element)]


def _texts(element: _Tree) -> Iterator[str]:
    """Yield the paragraphs in one element of an extracted body."""
    if element.tag in ("list", "quote", "div", "table", "row", "cell") and len(element):
        if text := one_line(element.text or ""):
            yield text
        for child in element:
            yield from _texts(child)
            if text := one_line(child.tail or ""):
                yield text
        return
    for line in canonical("".join(_broken(element))).split("\n"):
        if line:
            yield line


def _broken(element: _Tree) -> Iterator[str]:
    """Yield the text in an element, its line breaks as such."""
    yield "\n" if element.tag == "lb" else element.text or ""
    for child in element:
        yield from _broken(child)
        yield child.tail or ""


def _by_justext(tree: _Tree) -> list[Block]:
    import justext
    from lxml import etree

    try:
        found = justext.justext(
            etree.tostring(tree, encoding="utf-8"), justext.get_stoplist("English"), encoding="utf-8"
        )
    except (etree.LxmlError, ValueError, UnicodeError):
        return []
    return [Block(p.text) for p in found if not p.is_boilerplate and not p.is_heading]


# --------------------------------------------------------------------------- metadata


def _metadata(tree: _Tree) -> Meta:
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


def _shorten(tree: _Tree) -> None:
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


def _by_rules(tree: _Tree) -> Any:
    """Return trafilatura's reading of title, author, site and date; None where a broken page defeats it."""
    import trafilatura

    try:
        return trafilatura.extract_metadata(tree)
    except (ValueError, OverflowError, TypeError, AttributeError):  # dates with impossible zones, odd JSON-LD
        return None


def _title(tree: _Tree, outlet: str, stated: str) -> str:
    headings = [one_line(h.text_content()) for h in tree.iter("h1")]
    headings = [h for h in headings if len(h.split()) >= 3 and h.casefold() != outlet.casefold()]
    if len(set(headings)) == 1:
        return headings[0]
    if outlet:
        stated = re.sub(rf"\s+[-–—|:·]+\s+{re.escape(outlet)}\s*$", "", stated, flags=re.I)
    return stated


def _content(tree: _Tree, *names: str) -> str:
    """Return the content of the first of these meta elements that is there."""
    for name in names:
        for value in tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name):
            if value.strip():
                return str(value).strip()
    return ""


def _published(tree: _Tree, linked: dict[str, Any]) -> str:
    """Return the date of first publication as the page states it for machines, "" where it does not."""
    candidates = [str(linked.get("datePublished") or "")]
    candidates.append(_content(tree, "article:published_time", "og:published_time", "datePublished", "date", "pubdate",
                               "publish-date", "DC.date.issued", "parsely-pub-date", "sailthru.date"))  # fmt: skip
    candidates += [str(value) for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")[:1]]
    return next((found for value in candidates if value and (found := read_date(value))), "")


def _linked_data(tree: _Tree) -> dict[str, Any]:
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


# --------------------------------------------------------------------------- captions


def _with_captions(tree: _Tree, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with the page's captions where they stand: above the paragraph that follows on the page."""
    places = {_key(block.text): i for i, block in reversed(list(enumerate(blocks)))}
    pending: list[str] = []
    before: dict[int, list[str]] = {}
    for element in tree.iter("figcaption", "p", "h2", "h3", "li", "blockquote"):
        text = one_line("".join(_spaced(element)) if element.tag == "figcaption" else element.text_content())
        if element.tag == "figcaption":
            pending += [text] if any(c.isalnum() for c in text) else []
        elif (at := places.get(_key(text))) is not None and not _in_caption(element):
            before.setdefault(at, []).extend(pending)
            pending = []
    known = {_key(text) for texts in before.values() for text in texts}
    found: list[Block] = []
    for i, block in enumerate(blocks):
        found += [Block(text, SectionKind.CAPTION) for text in dict.fromkeys(before.get(i, ()))]
        if _key(block.text) not in known:
            found.append(block)
    return found


def _spaced(element: _Tree) -> Iterator[str]:
    """Yield the text in an element, parted where its parts stand apart on screen: label, caption, credit."""
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in ("span", "div", "p", "br", "small", "cite", "li", "button") else ""
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "noscript"):
            yield apart
            yield from _spaced(child)
            yield apart
        yield child.tail or ""


def _in_caption(element: _Tree) -> bool:
    return any(parent.tag == "figcaption" for parent in element.iterancestors())


def _key(text: str) -> str:
    return "".join(text.split())
