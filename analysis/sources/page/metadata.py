"""What a page says about itself: title, outlet, byline, date, each from the most trusted of its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...messages import message
from ..canonical import one_line
from ..dates import DayOrder, read_date
from ..draft import Meta
from ..metadata import Candidate, decided
from ..metadata.bylines import agency_named, read_byline
from ..metadata.candidates import line_evidence, with_agency
from ..metadata.lines import line_alone
from ..metadata.masthead import outlet_line
from ..metadata.outlets import host_of, is_section, same_outlet
from ..metadata.titles import ends_of, ends_with_title, likeness, same_title, tail_of, without_outlet
from .linked import Linked, linked_data
from .printed import Line, around, lines_of, marked_author, marked_names, parts_of
from .tags import Tags, tags_of
from .tree import Tree

SHOWN = 80
"""How much of a line its evidence shows."""
MAX_TAGS = 10
"""Tags of one name in which a value is looked for: reading an odd date takes a millisecond."""
HEADING_WORDS = 3
"""A shorter heading is the title only where a tag says the same."""
UNLIKE = 0.2
"""A heading that has less than this share of its words in common with the stated titles is not the article's."""

OUTLET_TAGS = ("og:site_name",)
FURTHER_OUTLET_TAGS = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
                       "citation_journal_title", "publisher", "cre")  # fmt: skip
BYLINE_TAGS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
               "citation_author", "author.name", "article_author", "byl", "byline", "rnews:author")  # fmt: skip
DATE_TAGS = ("article:published_time", "og:published_time", "datepublished", "article:published", "article.published",
             "og:datepublished", "published", "published_at", "pubdate", "pub_date", "publish-date", "publishdate",
             "parsely-pub-date", "dc.date.issued", "dcterms.issued", "citation_publication_date",
             "citation_online_date", "article_date_original", "date.release", "sailthru.date", "dc.date",
             "dcterms.date", "date")  # fmt: skip
MONTH_FIRST = frozenset(["en-us", "en-ph", "fil", "es-us"])
"""Languages with countries that print the month before the day."""
TODAY_CHARACTERS = 80
_TODAY = "//*[" + " or ".join(
    f"contains(concat(' ', @class, ' ', @id, ' '), '{mark}')"
    for mark in (" today", "-today", "currentdate", "current-date", "current_date", "header-date", "headerdate",
                 "top-date", "topdate", "date-today", "clock")
) + "]"  # fmt: skip
"""Where pages print the day of the visit."""
TITLE_TAGS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")


@dataclass(frozen=True, slots=True)
class Page:
    """The places of a page in which values are looked for."""

    tree: Tree
    tags: Tags
    linked: Linked
    headings: tuple[str, ...]
    """Its headings of the first order, each once."""
    title: str
    """Of the document, as the browser shows it."""
    host: str
    repeated: tuple[str, ...]
    """Ends of the title that a page without headings prints as lines of their own: one is its headline."""


def metadata_of(tree: Tree) -> tuple[Meta, tuple[str, ...]]:
    """Return what the page says about itself, and its lines of byline and date at the headline, which are no story."""
    tags = tags_of(tree)
    lines = lines_of(tree)
    page = _page(tree, tags, lines)
    outlets = list(_outlets(page))
    meta = decided(outlets, Meta(), page.host)
    title, why_title = _title(page, meta, [c.value for c in outlets])
    near = around(lines, title)
    meta = meta.stating("title", title, why_title)
    meta = decided([*_bylines(page, near, meta.outlet), *_dates(page, near)], meta, page.host)
    meta = _in_order_of_language(_by_layout(page, meta), tree, tags)
    for line in near:
        read = outlet_line(line.text, Meta())  # "Lindmark Gazette, 5 May 2026"
        meta = meta.stating("outlet", read.outlet if read else "", line_evidence(line.text))
    if page.host:
        host = page.host.removeprefix("www.")
        meta = meta.stating("outlet", host, message("sources.evidence.address"))
    for name, why in _agencies(page):
        meta = with_agency(meta, agency_named(name, meta.outlet), why)
    header = tuple(line.text for line in near if line_alone(line.text) is not None)
    return meta.with_column("url", page.tags.address), header


def _page(tree: Tree, tags: Tags, lines: Sequence[Line]) -> Page:
    headings = tuple(dict.fromkeys(text for h in tree.iter("h1") if (text := one_line(h.text_content()))))
    title = next((one_line(t.text or "") for t in tree.iter("title")), "")
    stated = [text for name in TITLE_TAGS for text in tags.all(name)]
    printed = [*stated, *headings, title]
    host = host_of(tags.address)
    cut = [without_outlet(text, *tags.all("og:site_name"), host=host) for text in (*stated, title)]
    linked = linked_data(tree, [*printed, *cut], tags.addresses)
    shown = set() if headings else {line.text for line in lines if len(line.text) <= len(title)}
    repeated = tuple(part for part in ends_of(title) if part in shown and len(part.split()) >= HEADING_WORDS)
    return Page(tree, tags, linked, headings, title, host, repeated)


# --------------------------------------------------------------------------- outlet


def _outlets(page: Page) -> Iterator[Candidate]:
    """Yield what may name the outlet, in order of trust; an agency as the publisher is mostly whose copy it is."""
    named = list(_tagged(page, "outlet", OUTLET_TAGS))
    mixed = [c for c in named if any(is_section(part.strip()) for part in c.value.split("|")[:4]) and "|" in c.value]
    yield from (c for c in named if c not in mixed)
    publishers = [name for name, _ in page.linked.names("publisher", "provider")]
    why = message("sources.evidence.linked", part="publisher")
    yield from (Candidate("outlet", name, why) for name in publishers if not agency_named(name))
    if page.linked.site:
        yield Candidate("outlet", page.linked.site, message("sources.evidence.linked", part="WebSite"))
    yield from _tagged(page, "outlet", FURTHER_OUTLET_TAGS)
    headline = str((page.linked.article or {}).get("headline") or "")
    heads = tuple(
        text for text in (*page.tags.all("og:title"), one_line(headline), *page.headings, *page.repeated[:1]) if text
    )
    for title in (page.title, *page.tags.all("og:title"), *page.tags.all("twitter:title")):
        if any(same_title(title, heading) for heading in page.headings):
            continue  # its last part belongs to the headline
        if name := tail_of(title, tuple(h for h in heads if h != title), page.host):
            yield Candidate("outlet", name, message("sources.evidence.title_tail", title=title[-SHOWN:]))
    for element in page.tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']")[:3]:
        name = element.get("content") or one_line(element.text_content())
        yield Candidate("outlet", name, message("sources.evidence.element", mark="publisher", line=name[:SHOWN]))
    yield from mixed  # "Metro | North Central": a section and what stands beside it
    yield from (Candidate("outlet", name, why) for name in publishers if agency_named(name))


def _tagged(page: Page, field: str, names: Sequence[str]) -> Iterator[Candidate]:
    for name in names:
        for value in page.tags.all(name)[:MAX_TAGS]:
            yield Candidate(field, value, message("sources.evidence.meta", name=name))


# --------------------------------------------------------------------------- title


def _title(page: Page, meta: Meta, outlets: Sequence[str]) -> tuple[str, Any]:
    """Return the headline and where it stands: the page's heading where one is the article's, else what is stated."""
    names = [meta.outlet, *outlets]
    stated = [
        (without_outlet(value, *names, host=page.host), message("sources.evidence.meta", name=name))
        for name in TITLE_TAGS
        for value in page.tags.all(name)
    ]
    headline = (page.linked.article or {}).get("headline")
    if isinstance(headline, str) and headline.strip():
        why = message("sources.evidence.linked", part="headline")
        stated.insert(1, (without_outlet(headline, *names, host=page.host), why))
    if page.title:
        cut = without_outlet(page.title, *names, host=page.host)
        stated.append((cut, message("sources.evidence.title_tail", title=page.title[:SHOWN])))
    stated = [(text, why) for text, why in stated if text and not any(same_outlet(text, name) for name in names)]
    heading = _heading(page, [text for text, _ in stated], names)
    if heading:
        return heading, message("sources.evidence.heading")
    return stated[0] if stated else ("", message("sources.evidence.heading"))


def _heading(page: Page, stated: Sequence[str], outlets: Sequence[str]) -> str:
    """Return the heading that is the article's, "" where none is for certain."""
    own = [h for h in page.headings if not is_section(h) and not any(same_outlet(h, name) for name in outlets)]
    for heading in own:
        if any(same_title(heading, text) for text in stated):
            return heading
    for heading in own:
        # "Exclusive Cranes fall into the harbour": a label stands in the same element.
        for text in stated:
            if len(text.split()) >= HEADING_WORDS and ends_with_title(heading, text):
                return text
    long = [h for h in own if len(h.split()) >= HEADING_WORDS]
    if len(long) == 1 and (not stated or max(likeness(long[0], text) for text in stated) >= UNLIKE):
        return long[0]
    return ""


# --------------------------------------------------------------------------- byline


def _bylines(page: Page, near: Sequence[Line], outlet: str) -> list[Candidate]:
    """Return what may name the authors, in order of trust.

    Tags name whoever put the story on the page, or the outlet; those count first that the page prints at its headline
    as well, and the printed line itself where it names more.
    """
    printed = list(_printed_bylines(near))
    shown = " ".join(line.text for line in near).casefold()
    stated = list(_stated_bylines(page))
    confirmed = [c for c in stated if _all_in(read_byline(c.value, outlet).people, shown)]
    for candidate in confirmed:
        people = set(_people(candidate.value, outlet))
        fuller = [c for c in printed if people <= set(_people(c.value, outlet))]
        if people and fuller:
            return [fuller[0], candidate]
    return [*confirmed, *(c for c in stated if c not in confirmed), *printed, *_marked(page)]


def _stated_bylines(page: Page) -> Iterator[Candidate]:
    names = [name for name, body in page.linked.names("author", "creator") if not body]
    if names:
        yield Candidate("byline", _together(names), message("sources.evidence.linked", part="author"))
    for name in BYLINE_TAGS:
        if values := page.tags.all(name):
            yield Candidate("byline", _together(values), message("sources.evidence.meta", name=name))
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if any("written by" in value.casefold() or value.casefold() == "author" for value in page.tags.all(label)):
            yield Candidate("byline", ", ".join(page.tags.all(data)), message("sources.evidence.meta", name=data))


def _together(names: Sequence[str]) -> str:
    """Return several authors as one byline; each part on its own, so that an office behind one takes no other away."""
    return " | ".join(dict.fromkeys(names)) if len(names) > 1 else names[0]


def _printed_bylines(near: Sequence[Line]) -> Iterator[Candidate]:
    whole, parts = ([line.text for line in lines if _byline_in(line.text)] for lines in (near, parts_of(near)))
    # Elements part "By Ada Brandt" from "Port Editor", and at times from "and Jon Ek".
    more = [text for text in whole if any(set(_people(part, "")) < set(_people(text, "")) for part in parts)]
    for text in dict.fromkeys([*more, *parts, *whole]):
        yield Candidate("byline", text, line_evidence(text))
    for line in near:
        if (name := marked_author(line)) and len(name) <= SHOWN:
            why = message("sources.evidence.element", mark="author", line=name)
            yield Candidate("byline", name, why)


def _byline_in(line: str) -> bool:
    read = line_alone(line)
    return read is not None and bool(read.byline)


def _marked(page: Page) -> Iterator[Candidate]:
    for mark, name in marked_names(page.tree):
        yield Candidate("byline", name, message("sources.evidence.element", mark=mark, line=name[:SHOWN]))


def _people(printed: str, outlet: str) -> list[str]:
    people = read_byline(printed, outlet).people.casefold()
    return [name for part in people.split(", ") for name in part.split(" and ") if name]


def _all_in(people: str, shown: str) -> bool:
    return bool(people) and all(name in shown for name in _people(people, ""))


def _agencies(page: Page) -> Iterator[tuple[str, Any]]:
    """Yield what may be the agency whose copy the page prints."""
    for key in ("sourceOrganization", "creditText", "author", "publisher"):
        for name, _ in page.linked.names(key):
            yield name, message("sources.evidence.linked", part=key)


# --------------------------------------------------------------------------- date


def _dates(page: Page, near: Sequence[Line]) -> Iterator[Candidate]:
    """Yield what may be the date of publication; a date that is marked as a later one is none."""
    for item in (page.linked.article, page.linked.page):
        if isinstance(value := (item or {}).get("datePublished"), str | int):
            yield Candidate("published", str(value), message("sources.evidence.linked", part="datePublished"))
    yield from _tagged(page, "published", DATE_TAGS)
    for path in ("//time[@pubdate]", "//*[@itemprop='datePublished']"):
        for element in page.tree.xpath(path)[:1]:
            value = element.get("datetime") or element.get("content") or one_line(element.text_content())
            why = message("sources.evidence.element", mark="datePublished", line=value[:SHOWN])
            yield Candidate("published", value, why)
    for line in (*near, *parts_of(near)):
        read = line_alone(line.text)
        if read is not None and read.published and not _is_today(page.tree, read.published[:10]):
            yield Candidate("published", read.published, read.why("published") or line_evidence(line.text))


def _in_order_of_language(meta: Meta, tree: Tree, tags: Tags) -> Meta:
    """Return `meta` with a date in numbers read as the page's language and country print it, where it names them."""
    why = meta.why("published")
    stated = next((v for v in (tree.get("lang", ""), *tags.all("og:locale"), *tags.all("content-language")) if v), "")
    code = stated.casefold().replace("_", "-")
    if why is None or why.key != "sources.evidence.date_either" or code in ("", "en"):
        return meta
    order = DayOrder.MONTH_FIRST if code in MONTH_FIRST else DayOrder.DAY_FIRST
    printed = str(dict(why.args).get("printed") or "")
    return replace(meta, published=read_date(printed, order) or meta.published).because(
        "published", message("sources.evidence.date_language", printed=printed, language=stated[:SHOWN])
    )


# --------------------------------------------------------------------------- what no tag and no line says


def _by_layout(page: Page, meta: Meta) -> Meta:
    """Return `meta` with title and date as trafilatura finds them, where the page states none.

    A day that the page states to be that of a later change is none of publication.
    """
    if meta.title and meta.published:
        return meta
    import trafilatura

    scripts = [(script, script.text) for script in page.tree.xpath("//script[contains(@type, 'ld+json')]")]
    try:
        for script, _ in scripts:
            script.text = ""  # what they say of this page is known already, and of claims and other stories too much
        found = trafilatura.extract_metadata(page.tree)
    except (ValueError, OverflowError, TypeError, AttributeError):  # dates with impossible zones, odd values
        return meta
    finally:
        for script, text in scripts:
            script.text = text
    why = message("sources.evidence.layout")
    meta = meta.stating("title", one_line(found.title or ""), why)
    if found.date in _later_days(page) or _is_today(page.tree, found.date or ""):
        return meta
    return meta.stating("published", found.date or "", why)


def _is_today(tree: Tree, day: str) -> bool:
    """Return whether a day stands on the page as that of the visit: in an element that is called so."""
    for element in tree.xpath(_TODAY)[:MAX_TAGS]:
        if day and (read_date(one_line(element.text_content())[:TODAY_CHARACTERS]) or "")[:10] == day:
            return True
    return False


def _later_days(page: Page) -> set[str]:
    """Return the days on which the page says that it was changed."""
    stated = [
        value for name, values in page.tags.by_name.items() if "modif" in name or "updat" in name for value in values
    ]
    stated = stated[:MAX_TAGS]
    stated += [str((item or {}).get("dateModified") or "") for item in (page.linked.article, page.linked.page)]
    return {date[:10] for value in stated if (date := read_date(value))}
