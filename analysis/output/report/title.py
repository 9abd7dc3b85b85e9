"""What a report is called that nobody named: the names that most headlines share, which no outlet chose alone."""

from __future__ import annotations

import re
from collections import Counter

from ...model import ActorKind, ArticleAnalysis, Comparison
from ..facts import read
from ..labels import say

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-.’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
NAMES = 4
"""Names in a title at most; more is a list."""
NAMED = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE)


def title_of(comparison: Comparison, language: str = "en") -> str:
    """Return the title the user gave, else the names that most headlines share, else what is compared and its dates."""
    if comparison.title.strip():
        return comparison.title
    analyses = [a for a in comparison.analyses if a.article.title and a.article.scored]
    shared = shared_names(analyses)
    names = ", ".join(shared)
    if " " in names:
        return names
    size = _size(comparison, language)
    # One word alone ("Trump") is the title of too many reports.
    return f"{names}: {size}" if names else size


def _size(comparison: Comparison, language: str) -> str:
    """Return how many outlets or groups there are, and the days of their articles."""
    count = len(read(comparison)) or len(comparison.groups)
    by = dict(comparison.provenance.settings).get("group_by", "outlet")
    what = say("output.count.outlets" if by == "outlet" else "output.count.groups", language, count=count)
    days = sorted(a.article.published[:10] for a in comparison.analyses if a.article.published)
    if not days:
        return say("output.untitled", language, what=what)
    key = "output.untitled_day" if days[0] == days[-1] else "output.untitled_days"
    return say(key, language, what=what, first=days[0], last=days[-1])


def shared_names(analyses: list[ArticleAnalysis]) -> tuple[str, ...]:
    """Return the names of persons, bodies and places that more than half of the headlines have, and at least two.

    They stand as the headline that has most of them prints them, in its order. Only names: any other word would be
    one outlet's choice in the title of all. A word that also stands in small letters somewhere is none.
    """
    names = {w for a in analyses for actor in a.document.actors if actor.kind in NAMED for w in _names(actor.name)}
    names -= {token.text for a in analyses for token in a.document.tokens if token.text.islower()}
    in_titles: Counter[str] = Counter()
    for analysis in analyses:
        in_titles.update(set(_folded(analysis.article.title)) & names)
    least = max(2, len(analyses) // 2 + 1)
    shared = {word for word, n in in_titles.items() if n >= least}
    if not shared:
        return ()
    best = max(analyses, key=lambda a: len(set(_folded(a.article.title)) & shared))
    return _as_printed(best.article.title, shared)


def _as_printed(title: str, shared: set[str]) -> tuple[str, ...]:
    """Return the stretches of `title` that are shared words side by side, each word once."""
    found: list[str] = []
    end, seen = -1, set()
    for match in _WORD.finditer(title):
        word = _POSSESSIVE.sub("", match.group())
        if word.casefold() not in shared or word.casefold() in seen:
            continue
        seen.add(word.casefold())
        beside = found and not title[end : match.start()].strip()
        if beside:
            found[-1] += f" {word}"
        else:
            found.append(word)
        # A possessive ends its name: "Orr's Vallin" is two.
        end = match.start() + len(word)
    return tuple(found[:NAMES])


def _names(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name) if word[:1].isupper()]


def _folded(title: str) -> list[str]:
    return [_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(title)]
