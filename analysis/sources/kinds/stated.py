"""The kind that the source itself states: a type, a section or rubric, the address, the name of the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ...messages import message
from ...model import ArticleKind
from ..draft import Draft, Meta
from .found import Found, shown
from .words import plain, words

KIND_COLUMNS = frozenset(
    ["kind", "type", "genre", "tone", "article type", "content type", "document type", "material type", "news type",
     "source type", "publication type", "type of material", "@type"]
)  # fmt: skip
"""Columns that say what an article is."""
SECTION_COLUMNS = frozenset(
    ["section", "sections", "section name", "sectionname", "articlesection", "article section", "category",
     "categories", "desk", "news desk", "pillar", "pillar name", "pillarname", "rubric", "ressort", "department",
     "subsection", "subject", "subjects", "news subject"]
)  # fmt: skip
"""Columns that say where in its outlet it stands."""

_PRECEDENCE = (
    ArticleKind.LETTER, ArticleKind.TRANSCRIPT, ArticleKind.INTERVIEW, ArticleKind.LIVE, ArticleKind.OPINION,
    ArticleKind.ANALYSIS,
)  # fmt: skip
"""Of several kinds in one value the first holds: letters stand on pages of opinion, "analysis/opinion" is opinion."""

_PARTS = re.compile(r"\s*[;|>,·\n]\s*|\s+-\s+")
INTERVIEW = re.compile(r"(?:the )?(?:[\w'’]+ ){0,2}(?:interview|q ?(?:&|and) ?a)", re.I)
"""A rubric or a line of its own: "The Saturday Interview". In a headline it would be a word like others."""
ADDRESS_PARTS = 4
"""How far into an address the name of a section is looked for; behind it comes the headline."""


def of_source(draft: Draft, meta: Meta) -> Found | None:
    """Return the kind that the reader of the file, or a column, states; None where none is stated."""
    if draft.kind is not None and not is_report(draft, meta):
        return Found(draft.kind)
    columns = [(name, plain(name.replace("_", " ").replace("-", " ")), value) for name, value in meta.columns]
    for names in (KIND_COLUMNS, SECTION_COLUMNS):
        for name, key, value in columns:
            if key in names and (kind := of_value(value, names is KIND_COLUMNS)) is not None:
                return Found(kind, message("sources.kind.column", column=shown(name), value=shown(value)))
    return None


def is_report(draft: Draft, meta: Meta) -> bool:
    """Return whether the source calls it news, which outlets set for whatever has no kind of its own."""
    if draft.kind is ArticleKind.NEWS:
        return True
    return any(plain(name) in KIND_COLUMNS and plain(value) == "news" for name, value in meta.columns)


def of_types(types: Iterable[object]) -> ArticleKind | None:
    """Return the kind that types of https://schema.org name, None where they name none."""
    known = [words().types[str(name)] for name in types if str(name) in words().types]
    return _first(known) or (known[0] if known else None)


def of_value(value: str, says_kind: bool = False) -> ArticleKind | None:
    """Return the kind that a section's name says; `says_kind`: of a column that says what an article is."""
    lists = words()
    parts = [plain(part) for part in (value, *_PARTS.split(value))]
    known = [lists.sections[part] for part in parts if part in lists.sections]
    known += [ArticleKind.INTERVIEW for part in parts if INTERVIEW.fullmatch(part)]
    if says_kind:
        known += [ArticleKind.LIVE for part in parts if part == "live"]
        known += [kind for kind in ArticleKind if plain(value) == kind and kind is not ArticleKind.NEWS]
        known += [kind for part in value.split() if (kind := lists.types.get(part)) not in (None, ArticleKind.NEWS)]
    return _first(known)


def _first(known: Iterable[ArticleKind | None]) -> ArticleKind | None:
    held = set(known)
    return next((kind for kind in _PRECEDENCE if kind in held), None)


def of_address(meta: Meta, seen: Found | None) -> Found | None:
    """Return the kind that a part of the article's address names.

    "live" alone may be a section on concerts, and "interviews" may hold reports: their form has to say the same.
    """
    address = dict(meta.columns).get("url", "")
    if "/" not in address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    lists = words().addresses
    named = [part.casefold() for part in parts.path.split("/") if part]
    places = named[:-1][:ADDRESS_PARTS] + [parts.netloc.casefold().partition(".")[0]] * (parts.netloc.count(".") > 1)
    places = [place for place in places if not place.isdigit()]
    for place in places:
        kind = lists.get(place)
        if kind is ArticleKind.INTERVIEW and (seen is None or seen.kind is not kind):
            kind = None
        if place == "live" and seen is not None and seen.kind is ArticleKind.LIVE:
            kind = ArticleKind.LIVE
        if kind is not None:
            return Found(kind, message("sources.kind.address", value=place))
    return None


def of_outlet(meta: Meta) -> Found | None:
    """Return the kind that the outlet's name ends with: "Daily Post - Opinion"."""
    name = plain(meta.outlet)
    if re.search(r"[\w.]\s*[-–—:|(]?\s*\b(?:opinions?|op-ed|editorial|commentary)$", name):
        return Found(ArticleKind.OPINION, message("sources.kind.outlet", value=shown(meta.outlet)))
    return None
