"""Who is reported within somebody else's words: "Moll said the general [had told him the base was lost]"."""

from __future__ import annotations

from collections.abc import Iterator

from ...messages import message
from ...model import Document, Span
from ...progress import checked
from ..english.cues import CueForm, cue_forms
from ..english.speaking import can_speak
from ..overlaps import spans_taken
from ..syntax import Tree, parse_of
from ..syntax.clause import auxiliaries, finite, modal, negated
from ..syntax.phrase import phrase_span
from .found import Found
from .quoted import held, snapped

_TELLING = frozenset(("clause", "quote"))
"""What a cue takes that can introduce a clause of somebody's words."""


def nested(document: Document, found: list[Found]) -> list[Found]:
    """Return attributions within the words of `found`, which the Reader was trained to pass over.

    A verb of saying in somebody's words, with a subject of its own and a clause that it introduces.
    """
    parse = parse_of(document)
    if parse is None:
        return []
    told = sorted(span for one in found for span in one.content)
    cues = spans_taken(span for one in found for span in one.cue)
    sentences = sorted({number for span in told for number in _sentences(document, span)})
    inner = []
    for number in checked(sentences):
        tree = parse.of(document.sentences[number])
        for verb, said in _told(tree):
            place = document.tokens[verb].span
            if not cues.any(place) and any(span.start < place.start and place.end <= span.end for span in told):
                one = _found(document, tree, number, verb, said)
                if one is not None:
                    inner.append(one)
    return inner


def _sentences(document: Document, span: Span) -> range:
    first, last = document.sentence_at(span.start), document.sentence_at(max(span.start, span.end - 1))
    return range(first or 0, (last if last is not None else first or 0) + 1)


def _told(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield each verb of saying of a sentence with the verb of the clause that it introduces."""
    forms = cue_forms()
    for verb in tree.words:
        form = forms.get(tree.low(verb))
        if form is None or tree.tag(verb) != "VERB" or not _is_told(tree, verb, form):
            continue
        said = tree.child(verb, "ccomp")
        if said is not None:
            yield verb, said


def _is_told(tree: Tree, verb: int, form: CueForm) -> bool:
    """Whether something was said: by a cue of words rather than thoughts, neither denied nor only to come."""
    told = bool(_TELLING & form.cue.takes) and not form.cue.loose
    return told and finite(tree, verb) and not negated(tree, verb) and not modal(tree, verb)


def _found(document: Document, tree: Tree, number: int, verb: int, said: int) -> Found | None:
    subject = tree.child(verb, "nsubj")
    if subject is None or not (tree.tag(subject) == "PROPN" or can_speak(tree.low(subject))):
        return None
    reach = [w for w in _below(tree, said) if w not in (verb, subject)]
    if not reach:
        return None
    content = snapped(document, [Span(document.tokens[reach[0]].span.start, document.tokens[reach[-1]].span.end)])
    first = min([verb, *(w for w in auxiliaries(tree, verb) if subject < w < verb)])
    cue = [Span(document.tokens[first].span.start, document.tokens[verb].span.end)]
    why = message("attribution.why.nested", cue=" ".join(cue[0].of(document.text).split()))
    stance = cue_forms()[tree.low(verb)].cue.stance
    return Found(number, cue, content, [phrase_span(tree, subject)], stance, why, held(document, content))


def _below(tree: Tree, word: int) -> list[int]:
    """Return a word and all that hangs on it, without marks at the ends; a parse may run in a circle."""
    below, todo = {word}, [word]
    while todo:
        new = [child for child in tree.children(todo.pop()) if child not in below]
        below.update(new)
        todo += new
    found = sorted(below)
    while found and tree.tag(found[-1]) == "PUNCT":
        found.pop()
    while found and tree.tag(found[0]) == "PUNCT":
        found.pop(0)
    return found
