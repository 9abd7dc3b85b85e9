"""Whose copy an article is: the news agencies, and how articles name them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Article, SectionKind

AGENCIES = Path(__file__).resolve().parents[2] / "resources" / "agencies.toml"

_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)*?(?P<name>[\w-]+)(?:\.(?:com|co|org|net|gov))?(?:\.[a-z]{2,4})?/?")
_CREDIT = re.compile(r"(?:^|\n)\s*\(?((?:Reporting by|Source:|With)[^\n]{0,80}|[^\n]{2,60} contributed to this)")


def whose_copy(articles: Sequence[Article]) -> str | None:
    """Return whose copy it is: an agency among the outlets, an outlet that another one credits, an agency credited."""
    own = next((name for article in articles if (name := own_agency(article))), None)
    outlets = tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))
    for article in articles:
        others = tuple(outlet for outlet in outlets if outlet != article.outlet)
        own = own or next((outlet for outlet in others if _names(outlet, _credits(article))), None)
    return own or next((name for article in articles if (name := credited(article))), None)


def _names(outlet: str, lines: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", line) for line in lines)


@cache
def _listed() -> list[dict[str, Any]]:  # a table of the TOML file: name, names, hosts
    listed: list[dict[str, Any]] = tomllib.loads(AGENCIES.read_text(encoding="utf-8"))["agency"]
    return listed


@cache
def agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each agency with the pattern of its printed names."""
    return tuple(
        (a["name"], re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in a["names"]) + r")(?!\w)"))
        for a in _listed()
    )


def own_agency(article: Article) -> str | None:
    """Return the agency whose own article this is, by its outlet: its name, or its address ("www.reuters.com")."""
    outlet = article.outlet.strip()
    host = _HOST.fullmatch(outlet.casefold())
    for name, pattern in agencies():
        if pattern.fullmatch(outlet) or (host and host["name"] in _hosts(name)):
            return name
    return None


@cache
def _hosts(agency: str) -> frozenset[str]:
    """Return what the address of an agency may be called."""
    listed = next(a for a in _listed() if a["name"] == agency)
    return frozenset("".join(name.casefold().split()) for name in (*listed["names"], *listed.get("hosts", ())))


def credited(article: Article) -> str | None:
    """Return the agency that the dateline, the byline or a credit line of `article` names."""
    lines = _credits(article)
    return next((name for line in lines for name, pattern in agencies() if pattern.search(line)), None)


def _credits(article: Article) -> list[str]:
    """Return the places where an article says whose copy it is."""
    lines = [article.dateline or "", article.byline or ""]
    lines += [s.span.of(article.text) for s in article.sections if s.kind in (SectionKind.DATELINE, SectionKind.NOTE)]
    first_body = next((s for s in article.sections if s.kind in (SectionKind.LEAD, SectionKind.BODY)), None)
    if first_body:
        opening = first_body.span.of(article.text)[:80]
        lines.append(" ".join(re.findall(r"\(([^()]{2,40})\)\s*[-–—]", opening)))
    return lines + _CREDIT.findall(article.text)
