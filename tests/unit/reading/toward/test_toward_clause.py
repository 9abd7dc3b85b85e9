"""Whose judgement the words around a mention are, and whether they say anything of who is mentioned."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from analysis.model import Actor, ActorKind, Document, Span, Voice
from analysis.reading.analyzers.toward import CROWD, Toward, mentions
from tests.readings import parsed

BAD, GOOD = (2.2, 0.0, 0.0), (0.0, 0.0, 2.2)
"""Called by a lead of .7: not sure enough without a word."""
SURELY_BAD = (4.0, 0.0, 0.0)


def told(sentence: str, logits: tuple[float, float, float], *names: str) -> list[Toward]:
    """Return what is given to `names` where the Reader sees `logits` at each."""
    document: Document = parsed(sentence)
    assert document.reading is not None
    polarity = document.reading.polarity.copy()
    actors = []
    for name in names or ("Orr",):
        spans = tuple(Span(*m.span()) for m in re.finditer(name, document.text))
        for span in spans:
            polarity[document.token_at(span.start)] = logits
        actors.append(Actor(name, ActorKind.PERSON, (), spans))
    changed = replace(document.reading, polarity=polarity)
    return list(mentions(replace(document, actors=tuple(actors), reading=changed)))


PRAISED = (
    "Venn/PROPN/2/nsubj praised/VERB/0/root Orr/PROPN/2/obj for/SCONJ/5/mark freeing/VERB/2/advcl Ruhl/PROPN/5/obj"
)
ACCUSED = "Orr/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused/VERB/0/root of/ADP/5/case fraud/NOUN/3/obl ./PUNCT/3/punct"
CALLED = "Venn/PROPN/2/nsubj called/VERB/0/root Orr/PROPN/2/obj a/DET/5/det liar/NOUN/2/xcomp ./PUNCT/2/punct"
AS = (
    "Venn/PROPN/2/nsubj described/VERB/0/root Orr/PROPN/2/obj as/ADP/6/case a/DET/6/det liar/NOUN/2/obl ./PUNCT/2/punct"
)
RAILED = "Venn/PROPN/2/nsubj railed/VERB/0/root against/ADP/4/case Orr/PROPN/2/obl angrily/ADV/2/advmod ./PUNCT/2/punct"
CRITICISM = "Harsh/ADJ/2/amod criticism/NOUN/5/nsubj of/ADP/4/case Orr/PROPN/2/nmod grew/VERB/0/root ./PUNCT/5/punct"
BROKEN = "Venn/PROPN/2/nsubj accused/VERB/0/root Orr/PROPN/5/iobj of/SCONJ/5/mark lying/VERB/2/ccomp ./PUNCT/2/punct"


@pytest.mark.parametrize(
    ("sentence", "logits"),
    [(PRAISED, GOOD), (ACCUSED, BAD), (CALLED, BAD), (AS, BAD), (RAILED, BAD), (CRITICISM, BAD), (BROKEN, BAD)],
)
def test_a_judgement_is_its_speakers_and_never_the_narrators(sentence: str, logits: tuple[float, float, float]) -> None:
    (orr,) = told(sentence, logits)
    assert (orr.voice, orr.label) == (Voice.REPORTED, 0 if logits is BAD else 2)


def test_whom_somebody_is_praised_for_freeing_is_praised_by_the_same() -> None:
    (ruhl,) = told(PRAISED, GOOD, "Ruhl")
    assert ruhl.voice is Voice.REPORTED


BESIDE = (
    "Venn/PROPN/2/nsubj praised/VERB/0/root Ruhl/PROPN/2/obj after/SCONJ/6/mark Orr/PROPN/6/nsubj failed/VERB/2/advcl"
    " miserably/ADV/6/advmod ./PUNCT/2/punct"
)
PHONED = "Venn/PROPN/2/nsubj called/VERB/0/root Orr/PROPN/2/obj after/ADP/6/case the/DET/6/det defeat/NOUN/2/obl"
SEEN = "Venn/PROPN/2/nsubj saw/VERB/0/root Orr/PROPN/2/obj cheat/VERB/2/xcomp badly/ADV/4/advmod ./PUNCT/2/punct"
FAILED = "Orr/PROPN/2/nsubj failed/VERB/0/root ./PUNCT/2/punct"


@pytest.mark.parametrize("sentence", [BESIDE, PHONED, SEEN, FAILED])
def test_what_is_told_beside_a_judgement_is_the_narrators(sentence: str) -> None:
    (orr,) = told(sentence, BAD)
    assert (orr.voice, orr.label) == (Voice.NARRATOR, 0)


def test_praise_that_the_reader_takes_for_blame_is_no_call() -> None:
    assert [one.label for one in told(PRAISED, BAD)] == [1]


HOPED = "Orr/PROPN/2/nsubj hoped/VERB/0/root for/ADP/5/case great/ADJ/5/amod gains/NOUN/2/obl ./PUNCT/2/punct"
WARY = "Orr/PROPN/3/nsubj is/AUX/3/cop wary/ADJ/0/root of/ADP/6/case bad/ADJ/6/amod deals/NOUN/3/obl ./PUNCT/3/punct"
SEEMED = "Orr/PROPN/2/nsubj seemed/VERB/0/root angry/ADJ/2/xcomp ./PUNCT/2/punct"
SADDENED = (
    "Orr/PROPN/3/nsubj:pass was/AUX/3/aux:pass saddened/VERB/0/root by/ADP/5/case losses/NOUN/3/obl ./PUNCT/3/punct"
)
FEARED = "Orr/PROPN/3/nsubj:pass was/AUX/3/aux:pass feared/VERB/0/root ./PUNCT/3/punct"
WANTED = "Orr/PROPN/2/nsubj wanted/VERB/0/root a/DET/5/det good/ADJ/5/amod deal/NOUN/2/obj ./PUNCT/2/punct"
WHETHER = (
    "They/PRON/2/nsubj asked/VERB/0/root whether/SCONJ/5/mark Orr/PROPN/5/nsubj lied/VERB/2/ccomp badly/ADV/5/advmod"
)
WHAT = "They/PRON/2/nsubj asked/VERB/0/root what/PRON/5/obj Orr/PROPN/5/nsubj stole/VERB/2/ccomp ./PUNCT/2/punct"
MARKED = "Did/AUX/3/aux Orr/PROPN/3/nsubj steal/VERB/0/root it/PRON/3/obj ?/PUNCT/3/punct"
VICTIM = "Rebels/NOUN/2/nsubj killed/VERB/0/root Orr/PROPN/2/obj ./PUNCT/2/punct"
RESIGNED = "Orr/PROPN/2/nsubj resigned/VERB/0/root amid/ADP/4/case trouble/NOUN/2/obl ./PUNCT/2/punct"
ROW = (
    "Crimes/NOUN/2/nsubj concern/VERB/0/root Orr/PROPN/2/obj ,/PUNCT/5/punct Venn/PROPN/3/conj and/CCONJ/7/cc"
    " Ruhl/PROPN/3/conj ./PUNCT/2/punct"
)
PLAIN = "Orr/PROPN/2/nsubj met/VERB/0/root Venn/PROPN/2/obj ./PUNCT/2/punct"


@pytest.mark.parametrize(
    ("sentence", "logits"),
    [
        (HOPED, GOOD),
        (WARY, BAD),
        (SEEMED, BAD),
        (SADDENED, BAD),
        (WANTED, GOOD),
        (WHETHER, BAD),
        (WHAT, BAD),
        (MARKED, BAD),
        (VICTIM, BAD),
        (RESIGNED, BAD),
        (ROW, BAD),
        (PLAIN, BAD),
    ],
)
def test_a_sentence_that_says_nothing_of_the_actor_is_no_call(
    sentence: str, logits: tuple[float, float, float]
) -> None:
    (orr,) = told(sentence, logits)
    assert (orr.label, orr.balance) == (1, 0)


def test_who_is_feared_is_judged_and_who_fears_is_not() -> None:
    (feared,) = told(FEARED, BAD)
    assert (feared.label, feared.voice) == (0, Voice.REPORTED)
    fearing = FEARED.replace("nsubj:pass", "nsubj").replace("was/AUX/3/aux:pass", "has/AUX/3/aux")
    assert [one.label for one in told(fearing, BAD)] == [1]


def test_what_somebody_wants_can_make_them_bad() -> None:
    (orr,) = told(WANTED.replace("good", "cruel"), BAD)
    assert orr.label == 0


def test_where_the_reader_is_sure_no_word_is_asked_for() -> None:
    assert [one.label for one in told(PLAIN, SURELY_BAD)] == [0]


def test_a_clause_of_its_own_behind_a_question_tells_for_itself() -> None:
    joined = (
        "They/PRON/2/nsubj asked/VERB/0/root whether/SCONJ/5/mark Ruhl/PROPN/5/nsubj lied/VERB/2/ccomp"
        " and/CCONJ/8/cc Orr/PROPN/8/nsubj cheated/VERB/5/conj ./PUNCT/2/punct"
    )
    assert [one.label for one in told(joined, BAD)] == [0]
    assert [one.label for one in told(joined, BAD, "Ruhl")] == [1]


@pytest.mark.parametrize(("verdict", "label"), [("not/PART/4/advmod guilty/ADJ/2/xcomp", 1), ("guilty/ADJ/2/xcomp", 0)])
def test_a_bad_word_that_is_denied_makes_nobody_bad(verdict: str, label: int) -> None:
    sentence = f"Orr/PROPN/2/nsubj pleaded/VERB/0/root {verdict}"
    assert [one.label for one in told(sentence, BAD)] == [label]


def test_whether_or_not_doubts_nothing() -> None:
    sentence = (
        "Whether/SCONJ/5/mark or/CCONJ/5/cc not/PART/5/advmod you/PRON/5/nsubj like/VERB/8/advcl it/PRON/5/obj"
        " Orr/PROPN/8/nsubj failed/VERB/0/root ./PUNCT/8/punct"
    )
    assert [one.label for one in told(sentence, BAD)] == [0]


@pytest.mark.parametrize(("n", "label"), [(CROWD - 1, 0), (CROWD, 1)])
def test_a_call_for_everybody_in_a_sentence_is_one_for_nobody(n: int, label: int) -> None:
    names = ["Orr", "Venn", "Ruhl", "Sand"][:n]
    places = ["nsubj", "obj", "iobj", "obl"][:n]
    words = [f"{name}/PROPN/{n + 1}/{place}" for name, place in zip(names, places, strict=True)]
    given = told(" ".join([*words, "cheated/VERB/0/root"]), SURELY_BAD, *names)
    assert [one.label for one in given] == [label] * n


def test_the_figures_of_a_mention_are_kept_where_nothing_is_called() -> None:
    (orr,) = told(HOPED, GOOD)
    assert orr.positive == pytest.approx(float(np.exp(2.2) / (np.exp(2.2) + 2)))
