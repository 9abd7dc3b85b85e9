"""Acts of force from hand-made parses: which words, in which form, by whom and to whom."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.model import ActForm, Document, Mark
from analysis.reading.analyzers.agency import AgencyAnalyzer
from analysis.reading.analyzers.agency_words import ACTS, words
from tests.builders import make_article, make_document
from tests.readings import parsed

ANALYZER = AgencyAnalyzer()


def told(document: Document) -> list[tuple[str, str, str, str]]:
    """Each act as (word, form, actor, affected)."""
    text = document.text

    def of(mark: Mark) -> tuple[str, str, str, str]:
        assert mark.act is not None
        actor, affected = (" + ".join(s.of(text) for s in part) for part in (mark.act.actor, mark.act.affected))
        return mark.span.of(text), str(mark.act.form), actor, affected

    return [of(mark) for mark in ANALYZER.marks(document)]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        (
            "The/DET/2/det guards/NOUN/3/nsubj beat/VERB/0/root two/NUM/5/nummod boys/NOUN/3/obj",
            [("beat", "active", "The guards", "two boys")],
        ),
        (
            "The/DET/2/det mill/NOUN/4/nsubj:pass was/AUX/4/aux:pass torched/VERB/0/root "
            "by/ADP/6/case raiders/NOUN/4/obl:agent",
            [("torched", "passive", "raiders", "The mill")],
        ),
        (
            "The/DET/2/det mill/NOUN/4/nsubj:pass was/AUX/4/aux:pass torched/VERB/0/root "
            "on/ADP/6/case Monday/PROPN/4/obl",
            [("torched", "agentless", "", "The mill")],
        ),
        (
            "A/DET/2/det man/NOUN/6/nsubj shot/VERB/2/acl by/ADP/5/case police/NOUN/3/obl:agent died/VERB/0/root",
            [("shot", "passive", "police", "A man")],
        ),
        (
            "The/DET/2/det killing/NOUN/9/nsubj "
            "of/ADP/5/case a/DET/5/det farmer/NOUN/2/nmod by/ADP/8/case the/DET/8/det"
            " guards/NOUN/2/nmod shocked/VERB/0/root her/PRON/9/obj",
            [("killing", "nominal", "the guards", "a farmer")],
        ),
        (
            "They/PRON/2/nsubj launched/VERB/0/root an/DET/4/det attack/NOUN/2/obj "
            "on/ADP/7/case the/DET/7/det port/NOUN/4/nmod",
            [("attack", "nominal", "They", "the port")],
        ),
        (
            "Troops/NOUN/2/nsubj fired/VERB/0/root shells/NOUN/2/obj at/ADP/6/case the/DET/6/det camp/NOUN/2/obl",
            [("fired", "active", "Troops", "the camp")],
        ),
        (
            "They/PRON/2/nsubj accused/VERB/0/root the/DET/4/det army/NOUN/2/obj of/SCONJ/6/mark shelling/VERB/2/advcl"
            " homes/NOUN/6/obj",
            [("shelling", "active", "the army", "homes")],
        ),
        (
            "Six/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root by/SCONJ/5/mark shelling/VERB/3/advcl",
            [("killed", "passive", "shelling", "Six"), ("shelling", "nominal", "", "")],
        ),
        (
            "Medics/NOUN/2/nsubj say/VERB/0/root six/NUM/4/nummod farmers/NOUN/2/obj killed/VERB/2/ccomp",
            [("killed", "agentless", "", "six farmers")],
        ),
        (
            "Six/NUM/2/nummod farmers/NOUN/6/nsubj killed/VERB/6/ccomp ,/PUNCT/3/punct medics/NOUN/6/nsubj"
            " say/VERB/0/root",
            [("killed", "agentless", "", "Six farmers")],
        ),
        (
            "Jets/NOUN/2/nsubj launched/VERB/0/root strikes/NOUN/2/obj into/ADP/6/case the/DET/6/det valley/NOUN/2/obl",
            [("strikes", "nominal", "Jets", "the valley")],
        ),
        (
            "Strikes/NOUN/4/nsubj into/ADP/3/case Orria/PROPN/1/nmod continued/VERB/0/root",
            [("Strikes", "nominal", "", "Orria")],
        ),
        (
            "Skirmishes/NOUN/4/nsubj with/ADP/3/case grenades/NOUN/1/nmod continued/VERB/0/root",
            [("Skirmishes", "nominal", "", "")],
        ),
        (
            "Skirmishes/NOUN/4/nsubj with/ADP/3/case rebels/NOUN/1/nmod continued/VERB/0/root",
            [("Skirmishes", "nominal", "rebels", "")],
        ),
        (
            "Rebels/NOUN/2/nsubj fought/VERB/0/root police/NOUN/2/obj with/ADP/5/case grenades/NOUN/2/obl",
            [("fought", "active", "Rebels", "police")],
        ),
        (
            "Guards/NOUN/2/nsubj whipped/VERB/0/root his/PRON/4/nmod:poss back/NOUN/2/obj",
            [("whipped", "active", "Guards", "his back")],
        ),
        (
            "Instead/ADV/4/advmod ,/PUNCT/1/punct guards/NOUN/4/nsubj beat/VERB/0/root him/PRON/4/obj",
            [("beat", "active", "guards", "him")],
        ),
    ],
)
def test_an_act_has_a_form_an_actor_and_an_affected(sentence: str, acts: list[tuple[str, str, str, str]]) -> None:
    assert told(parsed(sentence)) == acts


@pytest.mark.parametrize(
    "sentence",
    [
        "They/PRON/2/nsubj threatened/VERB/0/root to/PART/4/mark bomb/VERB/2/xcomp the/DET/6/det port/NOUN/4/obj",
        "Guards/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod beat/VERB/0/root him/PRON/4/obj",
        "A/DET/2/det flood/NOUN/3/nsubj destroyed/VERB/0/root the/DET/5/det mill/NOUN/3/obj",
        "Shares/NOUN/2/nsubj hit/VERB/0/root a/DET/4/det record/NOUN/2/obj",
        "An/DET/3/det attack/NOUN/3/compound dog/NOUN/4/nsubj slept/VERB/0/root",
        "Fans/NOUN/2/nsubj feared/VERB/0/root an/DET/4/det attack/NOUN/2/obj",
        "He/PRON/3/nsubj:pass was/AUX/3/aux:pass charged/VERB/0/root with/ADP/5/case murder/NOUN/3/obl",
        "A/DET/2/det war/NOUN/5/nsubj of/ADP/4/case words/NOUN/2/nmod began/VERB/0/root",
        "They/PRON/2/nsubj sought/VERB/0/root weapons/NOUN/2/obj of/ADP/6/case mass/NOUN/6/compound"
        " destruction/NOUN/3/nmod",
        "She/PRON/2/nsubj attacked/VERB/0/root the/DET/4/det deal/NOUN/2/obj",
        "He/PRON/2/nsubj whipped/VERB/0/root the/DET/4/det vote/NOUN/2/obj",
        "They/PRON/2/nsubj hit/VERB/0/root the/DET/4/det plan/NOUN/2/obj",
        "They/PRON/2/nsubj talked/VERB/0/root instead/ADV/6/case of/ADP/3/fixed an/DET/6/det attack/NOUN/2/obl",
        "Instead/ADV/3/mark of/SCONJ/3/mark shelling/VERB/6/advcl homes/NOUN/3/obj they/PRON/6/nsubj left/VERB/0/root",
        "An/DET/3/det eventual/ADJ/3/amod invasion/NOUN/4/nsubj loomed/VERB/0/root",
        "Rebels/NOUN/3/nsubj are/AUX/3/cop likely/ADJ/0/root to/PART/5/mark attack/VERB/3/xcomp the/DET/7/det"
        " town/NOUN/5/obj",
        "They/PRON/2/nsubj warned/VERB/0/root of/ADP/5/case an/DET/5/det attack/NOUN/2/obl",
        "They/PRON/2/nsubj threatened/VERB/0/root him/PRON/2/obj with/ADP/6/case an/DET/6/det assault/NOUN/2/obl",
        "The/DET/3/det wounded/VERB/3/amod man/NOUN/4/nsubj slept/VERB/0/root",
        "Six/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root in/ADP/6/case a/DET/6/det crash/NOUN/3/obl",
        "Two/NUM/3/nsubj:pass were/AUX/3/aux:pass hurt/VERB/0/root when/ADV/7/advmod a/DET/6/det ferry/NOUN/7/nsubj"
        " capsized/VERB/3/advcl",
    ],
)
def test_what_was_not_done_or_is_no_force_is_no_act(sentence: str) -> None:
    assert told(parsed(sentence)) == []


def test_without_a_parse_there_are_no_acts() -> None:
    document = make_document(make_article("Guards beat him."))
    assert ANALYZER.marks(document) == ()
    assert ANALYZER.info.needs_reader


def test_a_reason_says_who_is_named() -> None:
    document = parsed("Guards/NOUN/2/nsubj beat/VERB/0/root him/PRON/2/obj")
    (mark,) = ANALYZER.marks(document)
    assert mark.act is not None
    assert mark.act.form is ActForm.ACTIVE
    assert render(mark.why) == "An act of force or harm in the active. Actor: Guards. Affected: him."


def test_every_guard_is_of_a_listed_word() -> None:
    import tomllib

    data = tomllib.loads(ACTS.read_text("utf-8"))
    lists = {"verb": "verbs", "noun": "nouns"}
    known = {role: {w for kind in data["kind"].values() for w in kind[name]} for role, name in lists.items()}
    assert not [one for one in data["guard"] if one["word"] not in known[one["as"]]]
    named = {item for one in data["guard"] for held in one.values() if isinstance(held, list) for item in held}
    assert {item[1:] for item in named if item.startswith("@")} <= set(words().sets) | {"name"}


OWN = "She/PRON/2/nsubj whipped/VERB/0/root herself/PRON/2/obj into/ADP/5/case frenzy/NOUN/2/obl"
SPUN = "The/DET/2/det flag/NOUN/3/nsubj whipped/VERB/0/root around/ADV/3/advmod the/DET/6/det pole/NOUN/3/obl"
TRADE = "They/PRON/2/nsubj hit/VERB/0/root us/PRON/2/obj hard/ADV/2/advmod on/ADP/6/case tariffs/NOUN/2/obl"
TREATY = "Their/PRON/2/nmod:poss attack/NOUN/6/nsubj on/ADP/5/case the/DET/5/det treaty/NOUN/2/nmod failed/VERB/0/root"
INSTEAD = (
    "They/PRON/2/nsubj left/VERB/0/root instead/ADV/5/mark of/ADP/3/fixed beating/VERB/2/advcl or/CCONJ/7/cc"
    " arresting/VERB/5/conj anyone/PRON/7/obj"
)


CUT = (
    "Boys/NOUN/6/nsubj:pass are/AUX/3/cop likely/ADJ/0/root to/PART/6/mark be/AUX/6/aux:pass jailed/VERB/0/root"
    " there/ADV/6/advmod"
)


@pytest.mark.parametrize("sentence", [OWN, SPUN, TRADE, TREATY, INSTEAD, CUT])
def test_blows_of_moods_and_words_and_what_is_yet_to_come_are_no_acts(sentence: str) -> None:
    assert told(parsed(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        (
            "They/PRON/2/nsubj hit/VERB/0/root the/DET/4/det boy/NOUN/2/obj on/ADP/6/case Monday/PROPN/2/obl",
            ("hit", "active", "They", "the boy"),
        ),
        (
            "They/PRON/2/nsubj threw/VERB/0/root eggs/NOUN/2/obj at/ADP/6/case the/DET/6/det envoy/NOUN/2/obl",
            ("threw", "active", "They", "the envoy"),
        ),
        (
            "The/DET/2/det junta/NOUN/3/nsubj punished/VERB/0/root the/DET/5/det strikers/NOUN/3/obj",
            ("punished", "active", "The junta", "the strikers"),
        ),
        (
            "A/DET/2/det cousin/NOUN/6/nsubj poisoned/VERB/2/acl with/ADP/5/case arsenic/NOUN/3/obl:agent"
            " died/VERB/0/root",
            ("poisoned", "agentless", "", "A cousin"),
        ),
        (
            "Rumours/NOUN/0/root of/ADP/4/case the/DET/4/det murder/NOUN/1/nmod of/ADP/7/case a/DET/7/det"
            " cousin/NOUN/4/nmod stabbed/VERB/4/acl by/ADP/10/case guards/NOUN/8/obl:agent",
            ("stabbed", "passive", "guards", "a cousin"),
        ),
        (
            "Orr/PROPN/2/nsubj used/VERB/0/root the/DET/4/det guards/NOUN/6/obj to/PART/6/mark beat/VERB/2/xcomp"
            " the/DET/8/det boys/NOUN/6/obj",
            ("beat", "active", "the guards", "the boys"),
        ),
    ],
)
def test_who_did_it_and_to_whom_is_not_the_means_nor_the_deed(sentence: str, act: tuple[str, str, str, str]) -> None:
    assert act in told(parsed(sentence))
