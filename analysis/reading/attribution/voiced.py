"""Which of the Reader's contents are reported speech: what the rules say is, and clauses that the rules missed.

The Reader learnt on marks that take every noun phrase a cue leads to for somebody's words; whether the outlet itself
says that the thing is there, only the rules tell ("criticised the crackdown"). So the Reader's attributions keep their
contents, and what of them is the outlet's own wording goes into `named`.
"""

from __future__ import annotations

from ...model import Document, Span
from ...progress import checked
from ..english.cues import CueForm
from ..overlaps import Overlaps, spans_taken
from ..syntax import Tree, tree_of
from .fallback.background import background
from .fallback.existing import existing
from .fallback.named import named_in
from .fallback.sift import said
from .found import Found
from .merge import ONE_CONTENT, share
from .relations import Learned

CLEAR = 0.6
"""The Reader's probability from which a clause that no rule has is reported."""


def voice(document: Document, rules: list[Found], kept: list[Found], read: list[Learned]) -> None:
    """Give the Reader's attributions among `kept` what of them is reported; `rules` are all rules'. Changes `read`."""
    holding = said(rules, document.text)
    told = Overlaps((part, part) for rule in holding for part in without(rule.content, rule.named))
    cues = spans_taken(span for rule in holding for span in rule.cue)
    chosen = {id(one) for one in kept}
    ours = [one for one in read if id(one.found) in chosen]
    for one in checked(ours):
        own = without(one.found.content, told.at(one.found.content))
        if own and _is_new(one, cues) and _is_clause(document, one):
            own = _meet(own, _filtered(one))
        one.found.named = own
    placed = Overlaps((span, one) for one in ours for span in one.found.cue + one.found.source + one.found.content)
    for rule in checked(holding):
        if id(rule) not in chosen:
            _hand_over(rule, placed.at(rule.cue + rule.content))


def _hand_over(rule: Found, read: list[Learned]) -> None:
    """Leave what a rule that was put aside heard to the Reader's attribution, one of `read`, that took its place."""
    rest = without(rule.content, rule.named)
    for one in read:
        rest = without(rest, one.found.content + one.found.cue + one.found.source)
    shares = [(share(rule.cue, one.found.cue) or _one_content(rule, one.found), i) for i, one in enumerate(read)]
    best = max(shares, default=(0.0, 0))
    if rest and best[0]:
        read[best[1]].found.heard += rest


def _one_content(rule: Found, found: Found) -> float:
    """Return how much of their contents two attributions share; 0 where they are of different words."""
    both = share(rule.content, found.content)
    return both if both >= ONE_CONTENT else 0.0


def _is_new(one: Learned, cues: Overlaps[None]) -> bool:
    """Whether the Reader surely heard a known cue that no rule has an opinion on."""
    if one.cue is None or one.probability < CLEAR or not one.found.source:
        return False
    return not any(cues.any(span) for span in one.found.cue)


def _filtered(one: Learned) -> list[Span]:
    """Return what the rules' filters take from a content."""
    found = one.found
    if one.cue is None:
        return list(found.content)
    cue = one.cue.cue if isinstance(one.cue, CueForm) else one.cue
    return (
        named_in(one.line, found.content, found.cue[-1].end, cue)
        + existing(one.line, found)
        + background(one.line, found)
    )


def _is_clause(document: Document, one: Learned) -> bool:
    """Whether all parts of a content together hold a finite clause by the Reader's parse."""
    reading = document.reading
    at = document.sentence_at(one.found.content[0].start)
    if reading is None or at is None:
        return False
    sentence = document.sentences[at]
    tree = tree_of(document, reading, sentence)
    inside = [
        word for word in tree.words if any(part.contains(document.tokens[word].span) for part in one.found.content)
    ]
    top = [word for word in inside if tree.head(word) not in inside and tree.tag(word) != "PUNCT"]
    return any(_finite(tree, word) for word in top)


def _finite(tree: Tree, word: int) -> bool:
    """Whether a clause with a subject of its own hangs on `word`."""
    return bool(tree.children(word, "nsubj", "nsubj:pass", "expl", "csubj"))


def _meet(spans: list[Span], others: list[Span]) -> list[Span]:
    """Return what stands in both."""
    return [Span(max(a.start, b.start), min(a.end, b.end)) for a in spans for b in others if a.overlaps(b)]


def without(spans: list[Span], taken: list[Span]) -> list[Span]:
    """Return what is left of `spans` outside `taken`."""
    for other in taken:
        spans = [
            Span(start, end)
            for span in spans
            for start, end in ((span.start, min(span.end, other.start)), (max(span.start, other.end), span.end))
            if start < end
        ]
    return spans
