"""The Reader's relations set right where sections, the parse and the sense of a word leave no doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Document, SectionKind, Span
from ..language import word_key
from ..syntax import Tree, tree_of
from ..syntax.phrase import phrase_span
from .found import Found

_APART = (SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.DATELINE)
"""Sections that are whole in themselves: nothing said in one of them is told in another."""
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "SYM", "X", ""))
"""Classes of words that can name a source; "" where nothing was read."""
_STANDS_FOR = frozenset(("ADJ", "NUM", "DET"))
"""Classes that name one where they are a phrase of their own: "many", "two", "some"."""
_FUNCTION = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"))
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj", "csubj:pass")
_PHRASE = frozenset("det det:predet amod compound flat nummod nmod:poss nmod:desc case fixed goeswith".split())
"""How a word hangs on the noun whose phrase it belongs to."""
_DEPENDENT_VERB = frozenset("aux aux:pass cop xcomp compound compound:prt fixed amod acl flat case mark".split())
"""How a verb hangs on another word where it is no finite verb of its own."""
_ARTICLES = frozenset(("a", "an", "the"))
_TITLES = frozenset("mr mrs ms dr prof sir mr. mrs. ms. dr. prof. gen. col. lt. sgt. capt. rep. sen. gov. rev.".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
"""Adverbs by which the outlet hands on what nobody named says: the clause's subject is whom it is said about."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A document with its parse, asked by spans of text."""

    document: Document

    def tree(self, offset: int) -> Tree | None:
        at, reading = self.document.sentence_at(offset), self.document.reading
        return tree_of(self.document, reading, self.document.sentences[at]) if reading and at is not None else None

    def words(self, spans: Iterable[Span]) -> list[int]:
        """Return the word tokens in `spans`, in text order."""
        found = {i for s in spans for i in range(self.document.token_at(s.start), self.document.token_at(s.end))}
        return sorted(i for i in found if self.document.tokens[i].word)

    def span(self, first: int, last: int) -> Span:
        return Span(self.document.tokens[first].span.start, self.document.tokens[last].span.end)


def mend(document: Document, one: Found) -> bool:
    """Set right what of a relation cannot be; whether anything is left of it. Changes `one`."""
    parsed = _Parsed(document)
    one.content = [part for part in one.content if _together(document, one.cue[0], part)]
    if not one.content or (not one.quotations and _is_function_word(parsed, one.content)):
        return False
    one.cue = _one_verb(parsed, one.cue, one.content)
    one.source = _whole_source(parsed, one)
    return True


def is_clause(document: Document, content: list[Span]) -> bool:
    """Whether a content holds a finite clause by the Reader's parse, other than one that describes a noun."""
    parsed = _Parsed(document)
    words = parsed.words(content)
    tree = parsed.tree(content[0].start)
    if tree is None:
        return False
    return any(
        i in tree.words
        and tree.relation(i) != "acl:relcl"
        and (bool(tree.children(i, *_SUBJECTS)) or (tree.tag(i) == "AUX" and not _is_infinitive(tree, i)))
        for i in words
    )


# ---------------------------------------------------------------------------- sections


def _together(document: Document, cue: Span, part: Span) -> bool:
    """Whether cue and part stand in one section, where either stands in one that is whole in itself."""
    sections = [_section(document, span) for span in (cue, part)]
    return sections[0] is sections[1] or not any(section in _APART for section in sections)


def _section(document: Document, span: Span) -> SectionKind | None:
    at = document.sentence_at(span.start)
    return document.sentences[at].section if at is not None else None


def _is_function_word(parsed: _Parsed, content: list[Span]) -> bool:
    words = parsed.words(content)
    tree = parsed.tree(content[0].start)
    return len(words) == 1 and tree is not None and tree.tag(words[0]) in _FUNCTION


# ---------------------------------------------------------------------------- cues


def _one_verb(parsed: _Parsed, cue: list[Span], content: list[Span]) -> list[Span]:
    """Return a cue with no more than one finite verb: of several, the one nearest its content, with its helpers."""
    tree = parsed.tree(cue[0].start)
    if tree is None:
        return cue
    words = [i for i in parsed.words(cue) if i in tree.words]
    verbs = [i for i in words if _is_finite(tree, i)]
    if len(verbs) < 2:
        return cue
    places = [parsed.document.tokens[i].span for i in verbs]
    at = min(range(len(verbs)), key=lambda k: min(_gap(places[k], part) for part in content))
    own = [i for i in words if _belongs(tree, i, verbs[at])]
    runs = [[own[0]]]
    for i in own[1:]:
        if i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [parsed.span(run[0], run[-1]) for run in runs]


def _belongs(tree: Tree, word: int, verb: int) -> bool:
    """Whether a word is the verb or one of its helpers: those that hang on it before any other finite verb."""
    if word == verb:
        return True
    if tree.relation(word) in ("cc", "punct", "mark") or _is_finite(tree, word):
        return False
    for head in tree.ancestors(word):
        if head == verb or _is_finite(tree, head):
            return head == verb
    return False


def _is_finite(tree: Tree, word: int) -> bool:
    if tree.tag(word) != "VERB" or tree.relation(word) in _DEPENDENT_VERB or tree.low(word).endswith("ing"):
        return False
    return not _is_infinitive(tree, word)


def _is_infinitive(tree: Tree, word: int) -> bool:
    """Whether "to" stands before the verb, or before the one that it helps."""
    head = tree.head(word) if tree.relation(word) in ("aux", "aux:pass", "cop") else None
    return any(tree.low(c) == "to" for at in (word, head) if at is not None for c in tree.children(at, "mark"))


def _gap(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


# ---------------------------------------------------------------------------- sources


def _whole_source(parsed: _Parsed, one: Found) -> list[Span]:
    """Return a source that names somebody, widened to its phrase where it is a piece of one; nothing else."""
    document = parsed.document
    if {word_key(document.tokens[i].text) for i in parsed.words(one.cue)} <= _HEARSAY:
        return []
    sentence = document.sentence_at(one.cue[0].start)
    source = [
        part
        for part in one.source
        if _together(document, one.cue[0], part)
        and (one.quotations or document.sentence_at(part.start) == sentence or sentence is None)
    ]
    if sentence is not None and all(document.sentence_at(part.start) != sentence for part in source):
        source = [] if _has_subject(parsed, one.cue) else source
    if not source or _names(parsed, source):
        return source
    tree = parsed.tree(source[0].start)
    words = [i for i in parsed.words(source) if tree is not None and i in tree.words]
    if tree is None or not words:
        return []
    top = words[-1]
    for head in tree.ancestors(words[-1]):
        if tree.relation(top) not in _PHRASE:
            break
        top = head
    wide = [phrase_span(tree, top)] if tree.tag(top) in _NOMINAL else []
    free = not any(span.overlaps(other) for span in wide for other in one.cue + one.content)
    return wide if free and _names(parsed, wide) else []


def _has_subject(parsed: _Parsed, cue: list[Span]) -> bool:
    """Whether the cue has a subject in its own sentence, so that nobody in another one is its source."""
    tree = parsed.tree(cue[0].start)
    words = parsed.words(cue)
    return tree is not None and any(i in tree.words and tree.children(i, "nsubj", "nsubj:pass") for i in words)


def _names(parsed: _Parsed, source: list[Span]) -> bool:
    """Whether a source has a noun, a name or a pronoun in it that is more than a title or a day."""
    words = parsed.words(source)
    if not words:
        return False
    tree = parsed.tree(parsed.document.tokens[words[0]].span.start)
    if tree is None:
        return True
    return any(_is_name(tree, i) for i in words)


def _is_name(tree: Tree, word: int) -> bool:
    text = tree.low(word)
    if text in _ARTICLES or text in _TITLES or text in _DAYS:
        return False
    return tree.tag(word) in _NOMINAL or (tree.tag(word) in _STANDS_FOR and tree.relation(word) in (*_SUBJECTS, "obl"))
