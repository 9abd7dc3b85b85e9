"""How much a mention draws a pronoun, by its place in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ...model import Document, Span
from ..attribution.fallback.line import Line
from ..attribution.fallback.phrases import noun_phrase_start
from ..syntax import Tree, tree_of

SUBJECT, INNER_SUBJECT, OBJECT, OBLIQUE, OWNER, ASIDE = 3.0, 2.0, 1.6, 1.2, 0.8, 0.5
"""Weights in the order of Lappin and Leass (1994); their exact sizes change no case of the tests."""


def weigh(document: Document, line: Line, span: Span) -> float:
    """Return how much a mention draws a pronoun, by the Reader's parse where there is one, else by its neighbours."""
    text = document.text
    last = document.quotations[: bisect_right(document.quotations, span.start, key=lambda q: q.outer.start)][-1:]
    if last and last[0].outer.contains(span) and len(last[0].outer) > 2 * len(span):
        return ASIDE
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return OWNER
    parsed = _by_parse(document, span)
    if parsed is not None:
        return parsed
    at = [i for i, place in enumerate(line.spans) if span.start <= place.start < span.end]
    if not at:
        return OBLIQUE
    first = noun_phrase_start(line, at[-1])
    first = at[0] if first is None else min(first, at[0])
    behind = line.tags[at[-1] + 1 : at[-1] + 6]
    if behind[:1] == ["N"] and any(tag in "VXM" for tag in behind):
        return ASIDE  # "the Orr administration"
    if "P" in line.tags[first : at[0]]:
        return OBLIQUE  # "A source based in Halm": the source is the subject.
    set_off = first > 1 and line.tags[first - 1] == "," and line.tags[at[-1] + 1 : at[-1] + 2] in ([","], ["."])
    if set_off and (outer := noun_phrase_start(line, first - 2)) is not None:
        first = outer  # "A passer-by, Garth Penn, called": the name has the place of what it is set off from.
    relative = any(tag == "W" for tag in line.tags[:first]) and "," not in line.tags[first:][:1]
    before = line.tags[first - 1] if first else ""
    follows = line.tags[at[-1] + 1] if at[-1] + 1 < len(line) else "."
    clause = follows in "VXMB" or (follows in ",-" and before in ("", ",", "C", "S", '"'))
    if first == 0 or (before in "CSY" and clause) or (before == "," and follows in "VXM"):
        return ASIDE if relative and before not in ("", ",") else SUBJECT if _main(line, first) else INNER_SUBJECT
    if before == "P":
        return OBLIQUE
    if before in "VG":
        return OBJECT
    return ASIDE if relative else OBLIQUE


def _main(line: Line, first: int) -> bool:
    """Whether no subordinating word opens the clause in which token `first` stands."""
    at = first - 1
    while at >= 0 and line.tags[at] not in ",":
        if line.tags[at] == "S" or line.words[at] in _SUBORDINATES:
            return False
        at -= 1
    return True


_SUBORDINATES = frozenset("after before when while although though because since if as until whose".split())


# ---------------------------------------------------------------------------- by the parse


_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_OBJECTS = frozenset(("obj", "iobj"))
_SAME = frozenset(("appos", "flat", "nmod:desc", "conj", "goeswith"))
"""Relations by which a noun has the place of its head: "the mayor, Ann Orr, said"."""
_TELLING = frozenset(("root", "parataxis", "conj", ""))
"""How the verb of a main clause hangs; "" at the root."""


def _by_parse(document: Document, span: Span) -> float | None:
    """Return the weight of a mention by how its head hangs; None where nothing was read."""
    number = document.sentence_at(span.start)
    if document.reading is None or number is None:
        return None
    tree = tree_of(document, document.reading, document.sentences[number])
    inside = range(document.token_at(span.start), document.token_at(span.end))
    head = next((i for i in inside if i in tree.words and tree.head(i) not in inside), None)
    if head is None or not tree.relation(head):
        return None
    above = tree.head(head)
    steps = 0
    while tree.relation(head) in _SAME and above is not None and steps < len(tree.words):
        if tree.relation(head) == "conj" and tree.tag(above) not in ("NOUN", "PROPN", "PRON"):
            break
        head, above, steps = above, tree.head(above), steps + 1
    relation = tree.relation(head)
    if relation in _SUBJECTS:
        return SUBJECT if above is None or _is_main(tree, above) else INNER_SUBJECT
    if relation in _OBJECTS:
        return OBJECT
    if relation == "nmod:poss":
        return OWNER
    if relation == "compound":
        return ASIDE
    if relation in ("root", ""):
        return SUBJECT  # A headline or a clause without a verb is about its head.
    return OBLIQUE


def _is_main(tree: Tree, verb: int) -> bool:
    return tree.relation(verb) in _TELLING and not tree.children(verb, "mark")
