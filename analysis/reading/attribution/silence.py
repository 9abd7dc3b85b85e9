"""Who said nothing: "declined to comment", "did not say who", "could not be reached". No content, nobody's voice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...messages import message
from ...model import CueStance, Document, Span
from ...progress import checked
from ..english.cues import RESOURCES
from ..english.inflection import by_form
from ..syntax import Tree, parse_of
from ..syntax.clause import antecedent, auxiliaries, denied_by_noun, denies, finite, negated, subject
from ..syntax.phrase import phrase_span
from .found import Found
from .quoted import around


@dataclass(frozen=True, slots=True)
class _Words:
    """Verb forms in lower case, by what they do."""

    says: frozenset[str]
    gives: frozenset[str]
    withholds: frozenset[str]
    nouns: frozenset[str]
    asked: frozenset[str]
    absent: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((RESOURCES / "silence.toml").read_text(encoding="utf-8"))
    return _Words(
        frozenset(by_form(data["says"]["words"])),
        frozenset(by_form(data["gives"]["words"])),
        frozenset(by_form(data["withholds"]["words"])),
        frozenset(data["nouns"]["words"]),
        frozenset(data["asked"]["words"]),
        frozenset(data["asked"]["absent"]),
    )


def silences(document: Document) -> list[Found]:
    """Return who is told to have said nothing, in text order; nothing where there is no parse."""
    parse = parse_of(document)
    if parse is None:
        return []
    found = []
    for number, sentence in enumerate(checked(document.sentences)):
        low = document.text[sentence.span.start : sentence.span.end].lower()
        if not any(sign in low for sign in _SIGNS):
            continue
        tree = parse.of(sentence)
        for first, last in _cues(tree):
            cue = Span(document.tokens[first].span.start, document.tokens[last].span.end)
            if around(document, cue.start) is None:
                found.append(_found(document, tree, number, cue, first, last))
    return found


_SIGNS = ("no", "n't", "declin", "refus", "yet", "fail", "avoid", "stop", "un", "never", "nothing")
"""What a sentence that tells of silence has somewhere in it."""


def _cues(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each cue of silence in a sentence."""
    words = _words()
    for word in tree.words:
        low = tree.low(word)
        if low in words.says or (low in words.gives and _gives_words(tree, word)):
            top = _withheld(tree, word)
            before = _before(tree, top) if top is not None else []
            if top is not None and (top != word or _is_denied(tree, word, before)):
                last = max([word, *(c for c in tree.children(word, "obj") if tree.low(c) in words.nouns)])
                yield min([top, *before]), last
        elif low in words.absent or (low in words.asked and negated(tree, word)):
            helpers = [c for c in tree.children(word, "aux", "aux:pass", "cop") if c < word]
            if helpers:
                yield min(helpers), word


def _gives_words(tree: Tree, verb: int) -> bool:
    return any(tree.low(c) in _words().nouns for c in tree.children(verb, "obj"))


def _withheld(tree: Tree, verb: int) -> int | None:
    """Return the verb that tells that nothing was said: the denied one itself, or "declined" above it; else None."""
    if tree.tag(verb) not in ("VERB", "AUX"):
        return None
    if (negated(tree, verb) and finite(tree, verb)) or _yet_to(tree, verb):
        return verb
    above = tree.head(verb)
    if above is not None and tree.low(above) in _words().withholds and not negated(tree, above):
        return above
    return None


def _is_denied(tree: Tree, verb: int, before: list[int]) -> bool:
    """Whether what denies a verb stands in its cue, or is its subject or object: unlike in "Not so, Orr says"."""
    inside = any(denies(tree, word) for word in before)
    return inside or _yet_to(tree, verb) or denied_by_noun(tree, verb)


def _before(tree: Tree, verb: int) -> list[int]:
    """Return the words before a verb that help or deny it: "did not", "has never", "has yet to"."""
    helpers = [*auxiliaries(tree, verb), *tree.children(verb, "advmod")]
    if _yet_to(tree, verb):
        to = tree.child(verb, "mark") or verb
        helpers += [word for word in (to - 1, to - 2) if tree.tag(word) != "PUNCT"]  # "has yet"
    return [word for word in helpers if word < verb and not any(tree.low(i) == "," for i in range(word, verb))]


def _yet_to(tree: Tree, verb: int) -> bool:
    """Whether "yet to" stands before a verb: "has [yet to] respond"."""
    to = tree.child(verb, "mark")
    return to is not None and tree.low(to) == "to" and tree.low(to - 1) == "yet"


def _found(document: Document, tree: Tree, number: int, cue: Span, first: int, last: int) -> Found:
    heads = [w for w in range(first, last + 1) if tree.tag(w) in ("VERB", "ADJ")]
    who = next((s for w in heads if (s := subject(tree, w)) is not None), None)
    source = [phrase_span(tree, antecedent(tree, heads[0], who))] if who is not None else []
    printed = " ".join(cue.of(document.text).split())
    why = message("attribution.why.silent", cue=printed)
    return Found(number, [cue], [], source, CueStance.NEUTRAL, why, silent=True)
