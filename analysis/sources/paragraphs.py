"""Lines → paragraphs: blank lines part them; without blank lines, lines; wrapped lines are joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

WRAP_LIMIT = 130
"""Programs wrap at 60 to 100 characters, some at 120; longer lines are paragraphs."""
MIN_WRAP = 30
"""Narrower lines are verse, lists or single words, never wrapped prose."""
WRAPPED_SHARE = 0.4
"""Share of inner lines that begin in the middle of a sentence from which a text counts as wrapped. Wrapped prose has
.6 to .9 of them, text with a paragraph per line under .1."""

_TERMINATED = re.compile(r"""[.!?…:;。؟！？]["'”’»)\]]*$""")


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs that canonical `lines` make up."""
    groups = _groups(lines)
    width = _wrap_width(groups)
    found: list[str] = []
    for group in groups:
        found.extend(group if width == 0 else _joined(group, width))
    return found


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Return the runs of lines between blank ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(groups: Sequence[Sequence[str]]) -> int:
    """Return at how many characters the text is wrapped, 0 where it is not."""
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    if not pairs or sum(len(a) > WRAP_LIMIT for a, _ in pairs) > len(pairs) * 0.05:
        return 0
    inner = [a for a, b in pairs if continues(a, b)]
    if len(inner) < max(1, WRAPPED_SHARE * len(pairs)):
        return 0
    lengths = sorted(map(len, inner))
    width = lengths[len(lengths) // 2]
    return width if width >= MIN_WRAP else 0


def continues(line: str, following: str) -> bool:
    """Return whether `following` carries on the sentence of `line`."""
    if following[:1].islower():
        return True
    return len(line) >= 40 and not _TERMINATED.search(line) and following[:1] not in "-*•"


def _joined(group: Sequence[str], width: int) -> list[str]:
    """Return the paragraphs of one run of wrapped lines; a short line ends its paragraph."""
    found: list[list[str]] = [[group[0]]]
    for last, line in pairwise(group):
        if (len(last) >= 0.6 * width and line[0] not in "*•") or line[0].islower():
            found[-1].append(line if hyphenated(last, line) else f" {line}")
        else:
            found.append([line])
    return ["".join(parts) for parts in found]


def hyphenated(before: str, after: str) -> bool:
    """Return whether a hyphen at the line's end joins two words; it stays, it may belong to them."""
    return before.endswith("-") and not before.endswith((" -", "--")) and after[:1].isalnum()
