"""Whose copy an article is, apart from who prints it: credits in the dateline, in bylines and at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...messages import message
from ..draft import Meta
from .bylines import agency_named, is_own
from .candidates import SHOWN, with_agency

END_PARAGRAPHS = 3
"""How many paragraphs from the end a credit may stand."""
LONGEST_CREDIT = 200
"""Characters of a line of credits."""

_NAME = r"(?:the )?(?P<name>[A-Z][\w./&-]*(?: [A-Z][\w.&-]*){0,3})"
_WHOLE = re.compile(rf"[-–—(\[\s]*(?:source:\s*|from:?\s+|copyright\s+|©\s*)?{_NAME}[)\]\s.]*", re.I)
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Aa]dditional |[Ww]ith )?[Rr]eporting (?:by|from) .*?\b{_NAME}\s*[.;)]*$",
        rf"[Ww]ith (?:additional )?(?:inputs?|reporting|reports?|material|files|agency inputs) (?:by|from) {_NAME}",
        rf"\b[Tt]he {_NAME} contributed to this",
        rf"(?:^|\band |, ){_NAME} contributed to this",
        rf"(?:provided|distributed|supplied|published) by (?:the )?{_NAME}",
    )
)
_AT_END = re.compile(rf"[.!?”\"’']\s*(?:[–—]\s?|--?\s?|\(){_NAME}\)?\.?$")


def with_credit(meta: Meta, paragraphs: Sequence[str]) -> Meta:
    """Return `meta` with the agency that a credit below the story names, unless one is known already."""
    for paragraph in reversed(paragraphs[-END_PARAGRAPHS:]):
        if agency := _credited(paragraph, meta.outlet):
            shown = paragraph if len(paragraph) <= SHOWN else "…" + paragraph[1 - SHOWN :]
            return with_agency(meta, agency, message("sources.evidence.credit", line=shown))
    return meta


def _credited(paragraph: str, outlet: str) -> str:
    """Return the agency that a paragraph credits as a whole, or at its end."""
    if len(paragraph) <= LONGEST_CREDIT:
        m = _WHOLE.fullmatch(paragraph)
        if m and (found := agency_named(m["name"], outlet)):
            return found
        for pattern in _CREDITS:
            m = pattern.search(paragraph)
            if m and (found := agency_named(m["name"], outlet)):
                return found
    m = _AT_END.search(paragraph[-SHOWN:])
    return agency_named(m["name"], outlet) if m else ""


def with_publisher(meta: Meta) -> Meta:
    """Return `meta` with the agency as the outlet where no other prints its copy, and no agency where it prints itself.

    Only an agency that was read from a credit counts: a column of a table may be called so too.
    """
    agency = dict(meta.columns).get("agency", "")
    why = meta.why("agency")
    if not agency or why is None or (meta.outlet and not is_own(agency, meta.outlet)):
        return meta
    alone = replace(
        meta,
        columns=tuple(pair for pair in meta.columns if pair[0] != "agency"),
        evidence=tuple(known for known in meta.evidence if known.field != "agency"),
    )
    return alone.stating("outlet", agency, why)
