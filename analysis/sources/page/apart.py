"""Which elements of a page are no part of its story, by their tag, state and name."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from .tree import Tree

WORDS = Path(__file__).resolve().parents[3] / "resources" / "pages" / "apart.toml"

APART_TAGS = frozenset(("aside", "dialog", "footer", "form", "menu", "nav"))
_ROLES = frozenset(("alertdialog", "banner", "complementary", "contentinfo", "dialog", "navigation", "search"))
_NEVER = frozenset(("body", "html", "main"))
_JOINTS = re.compile(r"[^a-z0-9]+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OF_THE_PAGE = re.compile(r"(?:^|\s)(?:tag|category|has|is|no|not|with|without|js)-\S*", re.I)
"""What themes put on every post ("tag-newsletter", "has-sidebar") says nothing about the element."""


def why_apart(element: Tree, tag: str, name: str) -> str:
    """Return the name by which an element is no part of the story, "" where nothing says so."""
    if tag in _NEVER:
        return ""
    if tag in APART_TAGS:
        return tag
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return "hidden"
    style = element.get("style")
    if style and "none" in style and re.search(r"display\s*:\s*none", style):
        return "hidden"
    if element.get("role") in _ROLES:
        return str(element.get("role"))
    return named_apart(name) if name else ""


@lru_cache(maxsize=4096)
def named_apart(name: str) -> str:
    """Return the word in a class or id by which an element is no part of the story."""
    joined = _JOINTS.sub("-", _HUMPS.sub("-", _OF_THE_PAGE.sub(" ", name)).lower())
    found = _pattern().search(f"-{joined}-")
    return found[1] if found else ""


@cache
def _pattern() -> re.Pattern[str]:
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"]
    return re.compile(rf"-({'|'.join(map(re.escape, words))})-")
