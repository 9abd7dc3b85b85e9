"""What a report is called: the title the user gave, else what its headlines share."""

from __future__ import annotations

from ...comparison.story import story_name
from ...model import Comparison
from ..facts import read
from ..labels import say


def title_of(comparison: Comparison, language: str = "en") -> str:
    """Return the title the user gave, else the words that most headlines share, else what is compared and its dates."""
    if comparison.title.strip():
        return comparison.title
    name = story_name([analysis.article for analysis in comparison.analyses])
    if " " in name:
        return name
    size = _size(comparison, language)
    # One word alone ("Trump") is the title of too many reports.
    return f"{name}: {size}" if name else size


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
