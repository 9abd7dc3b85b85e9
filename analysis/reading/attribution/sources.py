"""Sources as whole noun phrases, of which the Reader may have a piece: "Its leader," of "Its leader, Nadir Hosk,"."""

from __future__ import annotations

import re

from ...model import Document, Span
from ..syntax import Tree, parse_of
from ..syntax.phrase import NOMINAL, appositions, head_of, phrase_span
from ..syntax.words import words
from .found import Found
from .spans import has_words, without

_WITHIN = frozenset(("amod", "case", "compound", "det", "flat", "nmod:desc", "nummod"))
"""How a word hangs on the noun whose phrase it belongs to."""


_MARKS = re.compile(r"[:;\n\"“”„«»]")
"""What no phrase that names a source runs over."""


def complete_sources(document: Document, found: list[Found]) -> None:
    """Widen each source to its noun phrase with its apposition; prefer the cue's own subject. Changes `found`.

    Nobody named in another sentence is the source of a cue that has a subject of its own: "¶ The union threatened to".
    """
    parse = parse_of(document)
    for one in found:
        if parse is None or len(one.source) > 1 or not one.cue:
            continue
        beside = parse.at(one.cue[0].start)
        elsewhere = not one.source or document.sentence_at(one.source[0].start) != document.sentence_at(
            one.cue[0].start
        )
        own = _subject(beside, one.cue) if beside is not None and elsewhere else None
        if own is not None and not any(own.overlaps(cue) for cue in one.cue):
            if not one.source:
                # "“The pipe is old, said Rita Holm": a mark that never closes took her name for words.
                one.content = [part for part in without(one.content, [own]) if has_words(document, part)]
            if not any(own.overlaps(part) for part in one.content):
                one.source = [own]
        if not one.source:
            continue
        tree = parse.at(one.source[0].start)
        if tree is None:
            continue
        whole = _whole(tree, one.source[0])
        added = without([whole], one.source)
        apart = not any(whole.overlaps(other) for other in (*one.cue, *one.content))
        if apart and not any(_MARKS.search(part.of(document.text)) for part in added):
            one.source = [whole]


def _subject(tree: Tree, cue: list[Span]) -> Span | None:
    """Return the phrase of who does what a cue's verb says, where it stands with the verb itself."""
    words = [word for span in cue for word in tree.within(span)]
    subjects = (tree.child(word, "nsubj") for word in reversed(words))
    found = next((word for word in subjects if word is not None), None)
    return phrase_span(tree, found) if found is not None else None


def _whole(tree: Tree, source: Span) -> Span:
    inside = tree.within(source)
    head = head_of(tree, inside)
    if head is None:
        return source
    if tree.low(head) in words().relative:
        return tree.tokens[head].span  # "[who] in April told reporters"
    spans = [source]
    for above in tree.ancestors(head):
        owner = tree.relation(head) == "nmod:poss" and tree.tag(head) == "PRON"  # "its critics", not "Orr's verdict"
        if not (owner or tree.relation(head) in _WITHIN) or tree.tag(above) not in NOMINAL:
            break
        head = above
        spans.append(phrase_span(tree, head))
    if tree.tag(inside[-1]) == "ADP":
        behind = tree.head(inside[-1])
        if behind is not None and behind > inside[-1]:
            spans.append(phrase_span(tree, behind))
    spans += [phrase_span(tree, noun) for noun in appositions(tree, head) if tree.tag(noun) in NOMINAL]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
