"""Sources as whole noun phrases, of which the Reader may have a piece: "Its leader," of "Its leader, Nadir Hosk,"."""

from __future__ import annotations

import re

from ...model import Document, Span
from ...progress import checked
from ..english.speaking import can_speak
from ..syntax import Parse, Tree, parse_of
from ..syntax.phrase import NOMINAL, appositions, counted, head_of, phrase_span
from ..syntax.words import words
from .found import Found
from .spans import has_words, without

_WITHIN = frozenset(("amod", "case", "compound", "det", "flat", "nmod:desc", "nummod"))
"""How a word hangs on the noun whose phrase it belongs to."""


_MARKS = re.compile(r"[:;\n\"“”„«»]")
"""What no phrase that names a source runs over."""


def with_sources(document: Document, found: list[Found]) -> list[Found]:
    """Return `found` with whole sources, the cue's own subject before others, without what only things "say".

    Nobody named in another sentence is the source of a cue that has a subject of its own: "¶ The union threatened to".
    What stands in quotation marks is somebody's even where the Reader points to a thing.
    """
    parse = parse_of(document)
    if parse is None:
        return found
    for one in checked(found):
        _prefer_subject(document, parse, one)
        tree = parse.at(one.source[0].start) if len(one.source) == 1 else None
        if tree is not None:
            _complete(document, tree, one)
    return [one for one in found if one.quotations or not one.source or _can_speak(parse, one.source[0])]


def _prefer_subject(document: Document, parse: Parse, one: Found) -> None:
    """Give an attribution the subject of its cue, where the Reader has no source or one of another sentence."""
    here, tree = document.sentence_at(one.cue[0].start), parse.at(one.cue[0].start)
    if tree is None or any(document.sentence_at(part.start) == here for part in one.source):
        return
    own = _subject(tree, one.cue)
    if own is None or any(own.overlaps(cue) for cue in one.cue):
        return
    if not one.source:
        # "“The pipe is old, said Rita Holm": a mark that never closes took her name for words.
        one.content = [part for part in without(one.content, [own]) if has_words(document, part)]
    if not any(own.overlaps(part) for part in one.content):
        one.source = [own]


def _complete(document: Document, tree: Tree, one: Found) -> None:
    """Widen a source to the noun phrase that it is a piece of, unless that runs into cue or content or over a mark."""
    whole = _whole(tree, one.source[0])
    added = without([whole], one.source)
    apart = not any(whole.overlaps(other) for other in (*one.cue, *one.content))
    if apart and not any(_MARKS.search(part.of(document.text)) for part in added):
        one.source = [whole]


def _can_speak(parse: Parse, source: Span) -> bool:
    """Whether a source names somebody, or a document: neither "the scandals" nor a piece without a noun."""
    tree = parse.at(source.start)
    head = head_of(tree, tree.within(source)) if tree is not None else None
    if tree is None or head is None:
        return True
    of = counted(tree, head)
    noun = of if of is not None else head
    tag = tree.tag(noun)
    return can_speak(tree.low(noun)) if tag == "NOUN" else tag not in _NO_NAMES


_NO_NAMES = frozenset(("ADP", "ADV", "AUX", "PART", "SCONJ", "VERB"))
"""Classes of words that name nobody."""


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
