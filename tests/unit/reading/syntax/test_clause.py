"""Who does what to whom in hand-made parses, whether it is denied, and what kind of clause it is told in."""

from __future__ import annotations

import pytest

from analysis.reading.pipeline import read_document
from analysis.reading.syntax import Tree, clause, parse_of
from analysis.reading.syntax.clause import Clause
from tests.builders import make_article
from tests.readings import parsed


def tree(sentence: str) -> Tree:
    """Return the tree of one sentence."""
    document = parsed(sentence)
    parse = parse_of(document)
    assert parse is not None
    return parse.of(document.sentences[0])


def at(asked: Tree, word: str) -> int:
    """Return where `word` stands, the last time that it does."""
    return max(i for i in asked.words if asked.printed(i) == word)


def named(asked: Tree, word: int | None) -> str:
    return asked.printed(word) if word is not None else ""


ACTIVE = "Guards/NOUN/2/nsubj beat/VERB/0/root two/NUM/4/nummod boys/NOUN/2/obj"
PASSIVE = "Mills/NOUN/3/nsubj:pass were/AUX/3/aux:pass burned/VERB/0/root by/ADP/5/case raiders/NOUN/3/obl:agent"
REDUCED = "A/DET/2/det man/NOUN/6/nsubj shot/VERB/2/acl by/ADP/5/case police/NOUN/3/obl died/VERB/0/root"
AT_NIGHT = "Mills/NOUN/3/nsubj:pass were/AUX/3/aux:pass burned/VERB/0/root by/ADP/5/case night/NOUN/3/obl"
JOINED = (
    "He/PRON/3/nsubj:pass was/AUX/3/aux:pass beaten/VERB/0/root and/CCONJ/5/cc robbed/VERB/3/conj "
    "by/ADP/7/case youths/NOUN/5/obl:agent"
)
SHARED = "Youths/NOUN/2/nsubj beat/VERB/0/root and/CCONJ/4/cc robbed/VERB/2/conj the/DET/6/det driver/NOUN/4/obj"
ORDERED = "Orr/PROPN/2/nsubj ordered/VERB/0/root men/NOUN/2/obj to/PART/5/mark fire/VERB/2/xcomp"
WANTED = "Orr/PROPN/2/nsubj wanted/VERB/0/root him/PRON/5/obj to/PART/5/mark stop/VERB/2/xcomp"
BLAMED = (
    "They/PRON/2/nsubj blamed/VERB/0/root the/DET/4/det army/NOUN/2/obj for/SCONJ/6/mark shelling/VERB/2/advcl "
    "homes/NOUN/6/obj"
)
BY_DOING = "They/PRON/2/nsubj answered/VERB/0/root by/SCONJ/4/mark burning/VERB/2/advcl homes/NOUN/4/obj"
RELATIVE = "boys/NOUN/0/root who/PRON/3/nsubj burned/VERB/1/acl:relcl mills/NOUN/3/obj"
LEFT_OUT = "the/DET/2/det boy/NOUN/0/root they/PRON/4/nsubj killed/VERB/2/acl:relcl"
THAT = "the/DET/2/det mill/NOUN/0/root that/PRON/5/obj they/PRON/5/nsubj burned/VERB/2/acl:relcl"
PLAN = "her/PRON/2/nmod:poss plan/NOUN/0/root to/PART/4/mark leave/VERB/2/acl"
BID = "Orr/PROPN/2/nsubj made/VERB/0/root a/DET/4/det bid/NOUN/2/obj to/PART/6/mark stay/VERB/4/acl"
SEEN = "He/PRON/2/nsubj saw/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj beaten/VERB/2/xcomp"
DOCTORS = "Doctors/NOUN/2/nsubj say/VERB/0/root civilians/NOUN/2/obj killed/VERB/2/ccomp"
CLIPPED = "Six/NUM/0/root shot/VERB/1/acl in/ADP/4/case town/NOUN/2/obl"
MODIFIED = "the/DET/3/det captured/VERB/3/amod town/NOUN/0/root"
ADVANCING = "the/DET/3/det advancing/VERB/3/amod troops/NOUN/0/root"

# The sentence, the verb, who does it, to whom, whether it is passive.
ROLES = [
    (ACTIVE, "beat", "Guards", "boys", False),
    (PASSIVE, "burned", "raiders", "Mills", True),
    (REDUCED, "shot", "police", "man", True),
    (AT_NIGHT, "burned", "", "Mills", True),
    (JOINED, "robbed", "youths", "He", True),
    (SHARED, "beat", "Youths", "driver", False),
    (SHARED, "robbed", "Youths", "driver", False),
    (ORDERED, "fire", "men", "", False),
    (WANTED, "stop", "him", "", False),
    (BLAMED, "shelling", "army", "homes", False),
    (BY_DOING, "burning", "They", "homes", False),
    (RELATIVE, "burned", "boys", "mills", False),
    (LEFT_OUT, "killed", "they", "boy", False),
    (THAT, "burned", "they", "mill", False),
    (PLAN, "leave", "her", "", False),
    (BID, "stay", "Orr", "", False),
    (SEEN, "beaten", "", "men", True),
    (DOCTORS, "killed", "", "civilians", True),
    (CLIPPED, "shot", "", "Six", True),
    (MODIFIED, "captured", "", "town", True),
    (ADVANCING, "advancing", "troops", "", False),
]


@pytest.mark.parametrize(("sentence", "verb", "agent", "patient", "passive"), ROLES)
def test_a_verb_has_who_does_it_and_to_whom(sentence: str, verb: str, agent: str, patient: str, passive: bool) -> None:
    asked = tree(sentence)
    word = at(asked, verb)
    assert named(asked, clause.agent(asked, word)) == agent
    assert named(asked, clause.patient(asked, word)) == patient
    assert clause.passive(asked, word) is passive


NEGATED = [
    ("Guards/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod beat/VERB/0/root him/PRON/4/obj", "beat"),
    ("Guards/NOUN/3/nsubj didn't/AUX/3/aux beat/VERB/0/root him/PRON/3/obj", "beat"),
    ("No/DET/2/det rebels/NOUN/3/nsubj came/VERB/0/root", "rebels"),
    ("No/DET/2/det rebels/NOUN/3/nsubj came/VERB/0/root", "came"),
    ("Nobody/PRON/2/nsubj came/VERB/0/root", "came"),
    ("Orr/PROPN/5/nsubj is/AUX/5/cop not/PART/5/advmod a/DET/5/det rebel/NOUN/0/root", "rebel"),
    ("They/PRON/2/nsubj left/VERB/0/root without/ADP/4/case rebels/NOUN/2/obl", "rebels"),
    (
        "He/PRON/4/nsubj:pass was/AUX/4/aux:pass not/PART/4/advmod held/VERB/0/root or/CCONJ/6/cc hit/VERB/4/conj",
        "hit",
    ),
]
AFFIRMED = [
    (ACTIVE, "beat"),
    ("No/DET/2/det rebels/NOUN/3/nsubj saw/VERB/0/root troops/NOUN/3/obj", "troops"),
    (
        "He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod go/VERB/0/root but/CCONJ/6/cc stayed/VERB/4/conj",
        "stayed",
    ),
    ("They/PRON/3/nsubj never/ADV/3/advmod said/VERB/0/root he/PRON/5/nsubj left/VERB/3/ccomp", "left"),
]


@pytest.mark.parametrize(("sentence", "word"), NEGATED)
def test_what_its_own_grammar_denies_is_negated(sentence: str, word: str) -> None:
    asked = tree(sentence)
    assert clause.negated(asked, at(asked, word))


@pytest.mark.parametrize(("sentence", "word"), AFFIRMED)
def test_a_negation_elsewhere_denies_nothing_here(sentence: str, word: str) -> None:
    asked = tree(sentence)
    assert not clause.negated(asked, at(asked, word))


SAID = (
    "She/PRON/2/nsubj said/VERB/0/root he/PRON/4/nsubj left/VERB/2/ccomp when/ADV/7/mark it/PRON/7/nsubj "
    "rained/VERB/4/advcl"
)
KINDS = [
    (SAID, "said", Clause.MAIN),
    (SAID, "left", Clause.COMPLEMENT),
    (SAID, "rained", Clause.ADVERBIAL),
    (ORDERED, "fire", Clause.CONTROLLED),
    (RELATIVE, "burned", Clause.RELATIVE),
    (REDUCED, "shot", Clause.PARTICIPIAL),
    (JOINED, "robbed", Clause.MAIN),
]


@pytest.mark.parametrize(("sentence", "verb", "kind"), KINDS)
def test_a_clause_has_a_kind(sentence: str, verb: str, kind: Clause) -> None:
    asked = tree(sentence)
    assert clause.kind(asked, at(asked, verb)) is kind


def test_a_clause_in_a_tense_is_finite() -> None:
    cases = [(SAID, "left", True), (ORDERED, "fire", False), (REDUCED, "shot", False), (PASSIVE, "burned", True)]
    for sentence, verb, finite in cases:
        asked = tree(sentence)
        assert clause.finite(asked, at(asked, verb)) is finite
    asked = tree(ORDERED)
    assert clause.infinitive(asked, at(asked, "fire"))
    assert not clause.infinitive(asked, at(asked, "ordered"))


def test_the_clause_of_a_word_is_the_nearest_above() -> None:
    asked = tree(SAID)
    assert [named(asked, clause.clause_of(asked, at(asked, word))) for word in ("he", "She", "rained")] == [
        "left",
        "said",
        "rained",
    ]


def test_what_may_be_is_modal_and_what_may_have_been_is_told() -> None:
    may = tree("They/PRON/3/nsubj may/AUX/3/aux attack/VERB/0/root and/CCONJ/5/cc burn/VERB/3/conj it/PRON/5/obj")
    have = tree("They/PRON/4/nsubj may/AUX/4/aux have/AUX/4/aux left/VERB/0/root")
    assert clause.modal(may, at(may, "attack"))
    assert clause.modal(may, at(may, "burn"))
    assert not clause.modal(have, at(have, "left"))


def test_a_condition_tells_nothing_as_so() -> None:
    asked = tree("They/PRON/2/nsubj flee/VERB/0/root if/SCONJ/5/mark rebels/NOUN/5/nsubj come/VERB/2/advcl")
    assert clause.conditional(asked, at(asked, "come"))
    assert not clause.conditional(asked, at(asked, "flee"))


def test_questions_to_a_broken_tree_end() -> None:
    asked = tree("a/VERB/2/conj b/VERB/1/conj")
    for word in asked.words:
        assert clause.agent(asked, word) is None
        assert clause.patient(asked, word) is None
        assert not clause.negated(asked, word)


@pytest.mark.reader
def test_the_readers_parse_tells_who_does_what() -> None:
    document = read_document(
        make_article(
            "Soldiers burned two mills near Halm on Monday. The mayor was arrested by the police. "
            "He ordered his men to leave. The town was not captured."
        )
    )
    parse = parse_of(document)
    assert parse is not None
    found = []
    for sentence in document.sentences:
        asked = parse.of(sentence)
        for verb in (w for w in asked.words if asked.tag(w) == "VERB"):
            roles = clause.agent(asked, verb), clause.patient(asked, verb)
            found.append((asked.printed(verb), *(named(asked, w) for w in roles), clause.negated(asked, verb)))
    assert found == [
        ("burned", "Soldiers", "mills", False),
        ("arrested", "police", "mayor", False),
        ("ordered", "He", "men", False),
        ("leave", "men", "", False),
        ("captured", "", "town", True),
    ]
