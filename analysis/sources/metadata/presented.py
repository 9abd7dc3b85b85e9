"""The writer whom a line below the story presents: "Ada Brandt is a columnist for The Beacon."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .bylines import may_be_people
from .words import words

LINES = 6
"""Lines with words at the end of a text among which one presents the writer."""
HEAD = 6
"""Lines with words at its beginning among which the name stands by itself."""
_WRITERS = frozenset(
    ["columnist", "commentator", "contributor", "correspondent", "critic", "editor", "journalist", "reporter", "writer"]
)
"""Posts of whoever writes: a line that presents somebody else at the end speaks of people in the news."""
_PRESENTS = re.compile(
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*| (?:de|la|van|von|bin|al)){1,3})"
    r" is (?:an?|the|our) (?P<post>[^.,]{3,120})"
)
_BEHIND = re.compile(r"\s(?:for|at|of|with|in|who|based|on|and|from)\b")


def presented(lines: Sequence[str]) -> tuple[str, str]:
    """Return the writer's name and the line that presents him, ("", "") where none does.

    The name stands above the text by itself, or is of no one whom the text speaks of.
    """
    printed = [line for line in lines if line]
    for line in printed[-LINES:]:
        m = _PRESENTS.match(line)
        if m is None or not may_be_people(m["name"]):
            continue
        post = _BEHIND.split(m["post"])[0].split()[-1].casefold()
        signed = m["name"] in printed[:HEAD]
        family = re.compile(rf"\b{re.escape(m['name'].split()[-1])}\b")
        told = any(family.search(other) for other in printed if other not in (line, m["name"]))
        if (signed and post in words("bylines", "offices")) or (post in _WRITERS and not told):
            return m["name"], line
    return "", ""
