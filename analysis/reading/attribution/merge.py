"""Rules and Reader put together: one attribution for one content, from whichever is measured better at it.

Both thresholds were swept on PolNeAR's dev part (strict F of content, cue and source; `python -m tests.quality.merging`
prints the table): they are to be swept again whenever the model is trained anew.
"""

from __future__ import annotations

from dataclasses import replace

from ...model import Span
from ...progress import checked
from ..overlaps import Overlaps
from .found import Found
from .relations import Learned

SURE = 0.6
"""Where a rule has the same cue, its attribution stands unless the Reader is at least this sure of its own."""
LIKELY = 0.3
"""Where no rule has the cue, the Reader's attributions below this probability are left out."""
ONE_CONTENT = 0.5
"""Contents that share at least this part of their characters are one, and have one attribution."""


def merged(rules: list[Found], read: list[Learned], sure: float = SURE, likely: float = LIKELY) -> list[Found]:
    """Return the Reader's attributions, and those of the rules that it has none for or is less sure of.

    PolNeAR marks no attribution within another's words, so the Reader gives none; those of the rules are kept.
    """
    own = []
    cues = Overlaps((span, rule) for rule in rules for span in rule.cue)
    for one in checked(read):
        same = cues.at(one.found.cue)
        if one.probability < (sure if same else likely) or (one.bare and one.cue is None and not same):
            continue
        _keep_source(one.found, same)
        own.append(one)
    placed = Overlaps((span, one) for one in own for span in one.found.cue + one.found.content)
    return [one.found for one in own] + [
        _ended(rule, placed.at(rule.content))
        for rule in checked(rules)
        if _adds(rule, placed.at(rule.cue + rule.content))
    ]


def _keep_source(found: Found, rules: list[Found]) -> None:
    """Give an attribution the source that a rule has for its cue where its own is shorter or none. Changes `found`."""
    for rule in rules:
        longer = sum(map(len, rule.source)) > sum(map(len, found.source))
        elsewhere = (
            bool(rule.source and found.source) and rule.source[0].start < found.cue[0].start < found.source[0].start
        )
        if (longer or elsewhere) and not share(rule.source, found.cue + found.content):
            found.source = list(rule.source)


def _adds(rule: Found, read: list[Learned]) -> bool:
    """Whether a rule's attribution says something that the Reader's do not: elsewhere, within their words, around them.

    "She bragged that … as he went on to describe it" holds two, of which the Reader may have the inner one only.
    """
    if any(share(rule.cue, one.found.cue) for one in read):
        return False
    shares = [(share(rule.content, one.found.content), one.found) for one in read]
    return all(
        not both or (both < ONE_CONTENT and (_within(rule, other) or _within(other, rule))) for both, other in shares
    )


def _ended(rule: Found, read: list[Learned]) -> Found:
    """Return a rule's attribution, its words ended before a named source within them: "…, and the mayor warned"."""
    for one in read:
        if not (one.found.source and _within(one.found, rule) and not _by_pronoun(one)):
            continue
        start, line = one.found.source[0].start, one.line
        at = next((i for i, span in enumerate(line.spans) if span.start == start), 0)
        while at > 0 and line.tags[at - 1] in (",", "C", "-"):
            at -= 1
        end = line.spans[at - 1].end if at else start
        kept = [Span(span.start, min(span.end, end)) for span in rule.content if span.start < end]
        rule = replace(rule, content=kept or rule.content)
    return rule


def _by_pronoun(one: Learned) -> bool:
    """Whether a pronoun says it: a name within what a rule takes for somebody's words is often the outlet's again."""
    line, source = one.line, one.found.source
    words = [word for word, span in zip(line.words, line.spans, strict=True) if any(s.contains(span) for s in source)]
    return len(words) == 1 and words[0] in _PRONOUNS


_PRONOUNS = frozenset("he she they it".split())


def _within(rule: Found, other: Found) -> bool:
    return all(any(span.contains(part) for span in other.content) for part in rule.cue + rule.content)


def share(a: list[Span], b: list[Span]) -> float:
    """Return the characters in both over the characters in either (Jaccard); 0 where either is empty."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / (sum(map(len, a)) + sum(map(len, b)) - both) if both else 0.0
