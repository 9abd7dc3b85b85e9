"""Whose sentiment the words around a mention tell, and whether they tell any: asked of the parse.

"Orr praised Venn": the praise is Orr's, whoever tells of it. "Orr hopes for peace", "whether Orr knew", "bombs fell on
Orr": nothing is said of Orr himself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...thresholds import LIKELIEST_WORD
from ..english.inflection import noun_forms, verb_forms
from ..english.tables import words as word_list
from ..syntax import Tree
from ..syntax.phrase import bearer, head_of
from . import agency_words

WORDS = Path(__file__).resolve().parents[3] / "resources" / "toward" / "words.toml"
OBJECTS = ("obj", "iobj", "nsubj:pass")
RATED = 0.5
"""VADER's rating, of 4, from which a word tells good from bad; few words are rated less."""
LIST = 3
"""Names joined in a row from which the sentence counts them up rather than saying anything of one of them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `resources/toward`, by every inflected form."""

    judging: frozenset[str]
    naming: frozenset[str]
    named_as: frozenset[str]
    behind: dict[str, frozenset[str]]
    opinion: frozenset[str]
    opinion_cases: frozenset[str]
    feeling: frozenset[str]
    moods: frozenset[str]
    will: frozenset[str]
    asking: frozenset[str]
    office: frozenset[str]
    harm: frozenset[str]
    questions: frozenset[str]
    titles: frozenset[str]
    """As printed."""
    denials: frozenset[str]
    reasons: frozenset[str]


@cache
def words() -> Words:
    """Return the words of judgement and feeling, read once."""
    data = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    judging, opinion, feeling = data["judging"], data["opinion"], data["feeling"]
    nouns = frozenset(form for noun in opinion["nouns"] for _, form in noun_forms(noun))
    return Words(
        _verbs(judging["verbs"]),
        _verbs(judging["naming"]),
        frozenset(judging["as"]),
        {form: frozenset(cases) for verb, cases in judging["behind"].items() for form in _verbs((verb,))},
        nouns | frozenset(opinion["adjectives"]),
        frozenset(opinion["cases"]),
        _verbs(feeling["verbs"]) | frozenset(feeling["adjectives"]),
        frozenset(feeling["adjectives"]),
        _verbs(feeling["will"]),
        _verbs(data["asking"]["words"]),
        _verbs(data["office"]["verbs"]),
        frozenset(data["harm"]["kinds"]),
        frozenset(data["beside"]["questions"]),
        frozenset(data["beside"]["titles"]),
        frozenset(data["beside"]["denials"]),
        frozenset(data["beside"]["reasons"]),
    )


def _verbs(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for _, form in verb_forms(lemma))


def judgement(tree: Tree, first: int, last: int) -> int | None:
    """Return the word by which somebody in the sentence judges what stands at `first` to `last`; None without one.

    All that hangs on the judgement below its clause counts, not what is told beside it: "praised Orr for freeing Venn",
    but not "praised Orr after Venn had fled".
    """
    at = top(tree, first, last)
    for above in tree.ancestors(at):
        relation = tree.relation(at)
        if _judges(tree, at, above):
            return above
        if relation in ("advcl", "parataxis", "acl:relcl", "advcl:relcl", "ccomp") and not _reason(tree, at):
            break
        at = above
    return _just_before(tree, first)


def _just_before(tree: Tree, first: int) -> int | None:
    """Return the judging verb whose object a name directly behind it can only be, however the rest was parsed."""
    at = first - 1
    while at in tree.words and (tree.tag(at) == "DET" or tree.printed(at) in words().titles):
        at -= 1
    if at not in tree.words or tree.tag(at) != "VERB":
        return None
    known, low = words(), tree.low(at)
    return at if low in known.judging or (low in known.naming and _called(tree, at)) else None


def _judges(tree: Tree, at: int, above: int) -> bool:
    """Whether `above` is a judgement and `at` hangs on it as what is judged."""
    known, low, relation, case = words(), tree.low(above), tree.relation(at), tree.case(at)
    if low in known.naming and tree.tag(above) == "VERB":
        return (relation in OBJECTS and _called(tree, above)) or (relation == "obl" and case in known.named_as)
    if low in known.judging and tree.tag(above) == "VERB":
        return relation in OBJECTS or relation in ("obl", "xcomp") or (relation == "advcl" and _reason(tree, at))
    if case in known.behind.get(low, ()):
        return True
    return low in known.opinion and relation in ("obl", "nmod") and case in known.opinion_cases


def _called(tree: Tree, verb: int) -> bool:
    """Whether it is said what somebody is held to be: "called Orr a liar", "described Orr as weak"."""
    said = tree.child(verb, "xcomp")
    if (said is not None and tree.tag(said) not in ("VERB", "AUX")) or len(tree.children(verb, "obj", "iobj")) > 1:
        return True
    behind = tree.children(verb, "obl", "advcl", "nmod", "ccomp")
    behind += [c for one in tree.children(verb, *OBJECTS) for c in tree.children(one, "nmod")]
    marks = [tree.low(m) for one in behind for m in tree.children(one, "case", "mark")]
    return any(mark in words().named_as for mark in marks)


def _reason(tree: Tree, at: int) -> bool:
    """Whether a clause says for what somebody is judged: "praised Orr for freeing the town", "accused Orr of lying"."""
    mark = tree.child(at, "mark", "case")
    return mark is not None and tree.low(mark) in words().reasons


def says_nothing(tree: Tree, first: int, last: int, sign: int) -> bool:
    """Return whether what makes the words good (sign 1) or bad (-1) says nothing of who stands at `first` to `last`."""
    there = tree, first, last
    if feels(*there) or asked(*there) or listed(*there):
        return True
    return (suffers(*there) or in_office(*there)) if sign < 0 else wants(*there)


def feels(tree: Tree, first: int, last: int) -> bool:
    """Return whether who stands there feels or thinks something: the subject of "hopes" or "is afraid"."""
    passive = tree.relation(bearer(tree, top(tree, first, last))) == "nsubj:pass"  # "was thrilled", not "was feared"
    return _is_subject_of(tree, first, last, words().moods if passive else words().feeling)


def wants(tree: Tree, first: int, last: int) -> bool:
    """Return whether who stands there only wants something, which makes nobody good."""
    return tree.relation(top(tree, first, last)) == "nsubj" and _is_subject_of(tree, first, last, words().will)


def _is_subject_of(tree: Tree, first: int, last: int, predicates: frozenset[str]) -> bool:
    at = bearer(tree, top(tree, first, last))
    head = tree.head(at)
    if head is None or tree.relation(at) not in ("nsubj", "nsubj:pass"):
        return False
    return any(tree.low(one) in predicates and tree.tag(one) in ("VERB", "ADJ") for one in (head, *_shared(tree, head)))


def _shared(tree: Tree, head: int) -> list[int]:
    """Return the complements that share a subject: "seems [wary]", "arrived [hoping]"."""
    return [c for c in tree.children(head, "xcomp", "advcl") if tree.child(c, "nsubj", "mark") is None]


def asked(tree: Tree, first: int, last: int) -> bool:
    """Return whether the mention stands in a question or a condition, so that nothing is said to be so."""
    at = top(tree, first, last)
    within = True
    for word in (at, *tree.ancestors(at)):
        if any(tree.low(c) == "?" for c in tree.children(word, "punct")):
            return True
        if within and (_opens_question(tree, word) or _indirect(tree, word)):
            return True
        # A clause joined to a question with a subject of its own tells for itself.
        within = within and not (tree.relation(word) == "conj" and tree.child(word, "nsubj", "nsubj:pass") is not None)
    return False


def _opens_question(tree: Tree, clause: int) -> bool:
    """Whether "whether", "if" or "unless" leads the clause, but for "whether or not", which doubts nothing."""
    for mark in tree.children(clause, "mark"):
        later = [tree.low(mark + i) for i in (1, 2) if mark + i in tree.words]
        if tree.low(mark) in word_list("analyzers.open_conditions") and later != ["or", "not"]:
            return True
    return False


def _indirect(tree: Tree, clause: int) -> bool:
    """Whether the clause is an indirect question: "asked [what Orr knew]"."""
    head = tree.head(clause)
    if head is None or tree.low(head) not in words().asking or clause < head:
        return False
    return any(tree.low(at) in words().questions for at in range(head + 1, clause + 1))


def listed(tree: Tree, first: int, last: int) -> bool:
    """Return whether the mention is one of three or more names in a row."""
    at = bearer(tree, top(tree, first, last))
    row = [at, *tree.children(at, "conj")]
    return sum(tree.tag(one) == "PROPN" or tree.child(one, "flat", "appos") is not None for one in row) >= LIST


def suffers(tree: Tree, first: int, last: int) -> bool:
    """Return whether an act of force or harm is done to who stands there."""
    at = bearer(tree, top(tree, first, last))
    head = tree.head(at)
    word = agency_words.words().verbs.get(tree.low(head)) if head is not None else None
    plain = word is not None and word.kind in words().harm and not word.particles
    return plain and tree.relation(at) in OBJECTS


def in_office(tree: Tree, first: int, last: int) -> bool:
    """Return whether the mention is who leaves, loses or takes away an office."""
    at = bearer(tree, top(tree, first, last))
    head = tree.head(at)
    if head is None or tree.relation(at) not in ("nsubj", *OBJECTS):
        return False
    verbs = [one for one in (head, *tree.children(head, "xcomp")) if tree.tag(one) == "VERB"]
    return any(tree.low(one) in words().office for one in verbs)


def top(tree: Tree, first: int, last: int) -> int:
    """Return the word of `first` to `last` on which the others hang."""
    found = head_of(tree, range(first, last))
    return first if found is None else found


def told_by_a_word(tree: Tree, first: int, last: int, sign: int) -> bool:
    """Return whether any word of the sentence beside the mention is rated good (1) or bad (-1), or is loaded."""
    beside = (at for at in tree.words if not first <= at < last)
    return any(_rated(tree, at) * sign >= RATED or tree.reading.loaded_words[at] >= LIKELIEST_WORD for at in beside)


def _rated(tree: Tree, at: int) -> float:
    """Return how good or bad a word is rated, turned about behind a "not" or "no"."""
    from .sentiment_words import rating

    denied = at - 1 in tree.words and tree.low(at - 1) in words().denials
    return -rating(tree.low(at)) if denied else rating(tree.low(at))


def contradicted(tree: Tree, by: int, sign: int) -> bool:
    """Return whether a word of judgement says the opposite: praise where the Reader sees something bad."""
    from .sentiment_words import rating

    return rating(tree.low(by)) * sign < 0
