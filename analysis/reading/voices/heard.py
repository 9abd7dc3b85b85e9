"""Which words are reported, and whose: what the frozen rules hear as somebody's, and clauses only the Reader heard.

The Reader learnt on marks that take every noun phrase a cue leads to for somebody's words; whether the outlet itself
says that the thing is there ("criticised the crackdown"), the rules tell better: see `resources/attribution/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Attribution, Document, Form, Span
from ...progress import checked
from ...readings import Relation
from ..attribution.fallback import Rules, own_words, said
from ..attribution.found import Found
from ..attribution.relations import known_cue, spans_of
from ..attribution.spans import share, without
from ..english.cues import CueForm
from ..overlaps import Overlaps, spans_taken
from ..syntax import parse_of

CLEAR = 0.6
"""The Reader's probability from which a clause that no rule has is reported."""
ONE_CONTENT = 0.5
"""Contents that share at least this part of their characters are one."""

Told = tuple[Span, int | None]
"""Reported words, and the number of the attribution that they belong to; None where none is listed."""


def reported(document: Document, rules: Rules) -> list[Told]:
    """Return the words that somebody reported says, outside quotation marks; what is listed first is overruled."""
    attributions = document.attributions
    silent = spans_taken(span for one in attributions if one.form is Form.SILENT for span in one.cue)
    holding = [one for one in said(rules.found, document.text) if not any(silent.any(span) for span in one.cue)]
    placed = Overlaps(
        (span, number) for number, one in enumerate(attributions) for span in (*one.cue, *one.content, *one.source)
    )
    told: list[tuple[list[Span], int | None]] = []
    for rule in checked(holding):
        words = without(rule.content, rule.named)
        owner = _owner(rule, attributions, placed.at([*rule.cue, *rule.content]))
        if owner is not None or document.reading is not None:  # Alone, the rules list all that they hear somebody say.
            told.append((words, owner))
    told += _clauses(document, rules, holding, placed)
    told += _headlines(document)
    told.sort(key=lambda one: (one[1] is not None, -_size(one, attributions)))
    return [(span, owner) for spans, owner in told for span in spans]


def _size(told: tuple[list[Span], int | None], attributions: Sequence[Attribution]) -> int:
    """Characters that an attribution's content has: of nested ones the innermost comes last, so that it is heard."""
    spans, owner = told
    return sum(map(len, attributions[owner].content if owner is not None else spans))


def _owner(rule: Found, attributions: Sequence[Attribution], near: Sequence[int]) -> int | None:
    """Return the attribution of a rule's words: with its cue, else with most of its content, else around them."""
    best, number = 0.0, None
    for at in near:
        one = attributions[at]
        content = share(rule.content, one.content)
        fits = 1 + share(rule.cue, one.cue) if share(rule.cue, one.cue) else content if content >= ONE_CONTENT else 0.0
        if fits > best:
            best, number = fits, at
    if number is None:
        around = [
            at for at in near if all(any(p.contains(span) for p in attributions[at].content) for span in rule.content)
        ]
        number = min(around, key=lambda at: sum(map(len, attributions[at].content)), default=None)
    return number


def _clauses(
    document: Document, rules: Rules, holding: Sequence[Found], placed: Overlaps[int]
) -> Iterator[tuple[list[Span], int | None]]:
    """Yield the clauses that the Reader surely heard behind a known cue, and no rule."""
    if document.reading is None:
        return
    cues = spans_taken(span for rule in holding for span in rule.cue)
    for relation in checked(document.reading.relations):
        cue = spans_of(document, relation.cue)
        if relation.probability < CLEAR or not relation.source or any(cues.any(span) for span in cue):
            continue
        known = known_cue(document, relation.cue)
        owner = next((at for at in placed.at(cue) if share(cue, document.attributions[at].cue)), None)
        if known is None or owner is None or not _is_clause(document, relation):
            continue
        content = document.attributions[owner].content
        form = known.cue if isinstance(known, CueForm) else known
        yield without(content, own_words(document, rules, cue, list(content), form)), owner


def _headlines(document: Document) -> Iterator[tuple[list[Span], int | None]]:
    """Yield what headlines put behind a name and a colon, which are the speaker's words in the outlet's wording."""
    for number, one in enumerate(document.attributions):
        if one.form is not Form.DIRECT and [cue.of(document.text) for cue in one.cue] == [":"]:
            yield list(one.content), number


def _is_clause(document: Document, relation: Relation) -> bool:
    """Whether all parts of a content together hold a finite clause by the Reader's parse."""
    parse = parse_of(document)
    words = [i for first, last in relation.content for i in range(first, last)]
    tree = parse.at(document.tokens[words[0]].span.start) if parse is not None else None
    if tree is None:
        return False
    inside = {i for i in words if i in tree.words}
    top = (w for w in inside if tree.head(w) not in inside and tree.tag(w) != "PUNCT")
    return any(tree.children(w, "nsubj", "nsubj:pass", "expl", "csubj") for w in top)
