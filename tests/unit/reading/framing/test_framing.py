"""Framing marks: voice, castings and reason."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.model import (
    Article,
    Dimension,
    Document,
    Mark,
    Quotation,
    QuotationKind,
    Section,
    SectionKind,
    Span,
    Voice,
    VoiceRun,
)
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.reading.analyzers.framing_scare import SCARE
from analysis.reading.language import segment
from analysis.reading.lexicons import Lexicons, load

FIRST = ("armed_conflict", "designation", "patronage", "rulers")
ANALYZER = FramingAnalyzer(Lexicons(tuple(lexicon for lexicon in load().lexicons if lexicon.id in FIRST)))
"""Over a few lexicons, so that a sentence here does not change with every new one."""


def document(text: str, voices: tuple[VoiceRun, ...] = (), quotations: tuple[Quotation, ...] = ()) -> Document:
    article = Article("a", "Wire", "", text, (Section(SectionKind.BODY, Span(0, len(text))),), "a.txt", "", "")
    paragraphs, sentences, tokens = segment(article)
    return Document(article, paragraphs, sentences, tokens, quotations, (), (), voices)


def only(text: str, term: str) -> Mark:
    """Return the one mark on `term`."""
    marks = [mark for mark in ANALYZER.marks(document(text)) if mark.span.of(text) == term]
    assert len(marks) == 1, [mark.span.of(text) for mark in ANALYZER.marks(document(text))]
    return marks[0]


# sentence, term, who fills which role, referent
CASTINGS = [
    ("The Alban army liberated the town.", "liberated", {"agent": "Alban army", "object": "town"}, "town"),
    ("The army liberated the city of Korva from the rebels.", "liberated", {"holder": "rebels"}, "city of Korva"),
    ("The town was liberated by Alban troops.", "liberated", {"agent": "Alban troops", "object": "town"}, "town"),
    ("The town was captured on Monday.", "captured", {"agent": None, "object": "town"}, "town"),
    (
        "A farmer was killed by Alban soldiers.",
        "was killed by",
        {"agent": "Alban soldiers", "object": "farmer"},
        "farmer",
    ),
    ("Eleven people were killed.", "were killed", {"object": "Eleven people"}, "Eleven people"),
    ("They hailed the liberation of Korva.", "liberation", {"object": "Korva", "agent": None}, "Korva"),
    (
        "The North Army (NA) militants stormed it.",
        "stormed",
        {"agent": "North Army (NA) militants", "object": None},
        None,
    ),
    (
        "The U.S.-backed Korva Brigade met.",
        "U.S.-backed",
        {"modified": "Korva Brigade", "patron": "U.S."},
        "Korva Brigade",
    ),
    ("The terror-designated group fled.", "terror-designated", {"modified": "group"}, "group"),
    ("The Korva regime sat.", "regime", {"referent": "Korva regime"}, "Korva regime"),
    ("The rebel forces met.", "rebel", {"referent": "rebel forces"}, "rebel forces"),
    ("It is a self-declared republic.", "self-declared", {"modified": "republic"}, "republic"),
    ("In the valley near Korva militants bombed the village.", "bombed", {"object": "village"}, "village"),
    ("It was the self-declared republic’s first vote.", "self-declared", {"modified": "republic"}, "republic"),
    ("The unelected officials’ use of power grew.", "unelected", {"modified": "officials"}, "officials"),
    ("Gunmen killed 15,000 people.", "killed", {"object": "15,000 people"}, "15,000 people"),
    ("Unelected Council Shakes City Again Over Bridges", "Unelected", {"modified": None}, None),
    ("Critics called the unelected Rep. Orsic names.", "unelected", {"modified": None}, None),
    ("HE LEFT THE TRUMP ADMINISTRATION!", "ADMINISTRATION", {"referent": "ADMINISTRATION"}, "ADMINISTRATION"),
    ("They called unelected mayors “clowns” again.", "unelected", {"modified": None}, None),
    ("They risk being killed.", "being killed", {"object": None}, None),
    ("The town, which the army has besieged for weeks, starves.", "besieged", {"agent": "army", "object": None}, None),
    ("At least 14 farmers were killed by Alban soldiers.", "were killed by", {"object": "14 farmers"}, "14 farmers"),
    ("The farmers killed have been named.", "killed", {"agent": None, "object": "farmers"}, "farmers"),
    ("Fans of the Alban army attacked the town.", "attacked", {"agent": None}, None),
    ("The army last night bombed the village.", "bombed", {"agent": "army"}, "village"),
    ("Korva, long at peace, last night bombed the village.", "bombed", {"agent": None}, None),
    ("They agreed to partially liberate the town.", "liberate", {"agent": None}, "town"),
    ("Gunmen killed four Christian teachers and Islamic scholars.", "killed", {"object": "Christian teachers"}, None),
    ("Gunmen killed Alban Republican colleagues of his.", "killed", {"object": "Alban Republican colleagues"}, None),
    ("They welcomed the liberation of Korva by Alban troops.", "liberation", {"agent": "Alban troops"}, "Korva"),
    ("They extended the state of emergency in Korva by six months.", "state of emergency", {"agent": None}, None),
    ("The annexation of Korva, condemned by the bloc, went on.", "annexation", {"agent": None}, "Korva"),
    ("Army storms rebel stronghold.", "rebel", {"referent": "rebel"}, "rebel"),
    ("The rebel leader Anna Orsic met them.", "rebel", {"referent": "rebel leader Anna Orsic"}, None),
    ("Korva fell to the rebels in May.", "fell to", {"agent": "rebels", "object": "Korva"}, "Korva"),
    ("The fighters had pulled back to spare the town.", "pulled back", {"agent": "fighters"}, None),
    ("They signed the annexation of Korva in a case brought by Orsic.", "annexation", {"agent": None}, "Korva"),
    ("Gunmen killed 11 unarmed farmers.", "killed", {"object": "11 unarmed farmers"}, None),
    ("The attack Orsic has condemned killed two men in a town Orsic liberated.", "liberated", {"agent": None}, None),
    ("It was the first time Orsic bombed the town.", "bombed", {"agent": "Orsic"}, "town"),
    ("They met Orsic’s rebel friends.", "rebel", {"referent": "rebel"}, "rebel"),
    ("Gunmen attacked the town’s trusted guards.", "attacked", {"object": None}, None),
    ("The U.S.-backed NATO countries met.", "U.S.-backed", {"modified": "NATO countries"}, None),
    ("The unelected rally that shook Korva ended.", "unelected", {"modified": "rally"}, "rally"),
    ("Gunmen killed those guarding the town.", "killed", {"object": None}, None),
    ("Not militants but farmers came.", "militants", {"referent": "militants"}, "militants"),
    ("Council Wants to Jail Militants Over Bridge Attack", "Militants", {"referent": "Militants"}, "Militants"),
    ("The remnants of the rebel army hid.", "remnants of", {"referent": "remnants of the rebel army"}, None),
]


@pytest.mark.parametrize(("text", "term", "roles", "referent"), CASTINGS)
def test_who_is_cast(text: str, term: str, roles: dict[str, str | None], referent: str | None) -> None:
    mark = only(text, term)
    names = {casting.role: casting.name for casting in mark.castings}
    assert {role: names[role] for role in roles} == roles
    if referent is not None:
        assert mark.referent == referent
    for casting in mark.castings:
        assert (casting.name is None) == (casting.span is None)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("They read a racist letter.", {"modified": "letter"}),
        ("Four racists smack of rum.", {"modified": None, "referent": "racists"}),
        ("She was berated as racist or vain.", {"modified": None}),
        ("The rules are racist.", {"modified": None}),
        ("The shop sells racist and cruel pamphlets.", {"modified": None}),
        ("He is a racist, she says.", {"modified": None, "referent": "racist"}),
        ("He is a xenophobic, timid man.", {"modified": None}),
    ],
)
def test_an_adjective_names_nobody_but_what_it_modifies(text: str, roles: dict[str, str | None]) -> None:
    (mark,) = (m for m in FramingAnalyzer().marks(document(text)) if m.concept == "naming-racism")
    assert {casting.role: casting.name for casting in mark.castings} == roles


# sentence, term, who or what it stands for: never the adjective alone, nor a verb taken for a noun
REFERENTS = [
    ("Several African-American passengers complained.", "African-American", "African-American passengers"),
    ("They spoke of African-American unemployment.", "African-American", None),
    ("The vote left racist marchers furious.", "racist", None),
    ("Markets fell after Orsic's protectionist moves in May.", "protectionist", "moves"),
    ("They joined the anti-fascist Northern People's League.", "anti-fascist", "Northern People's League"),
    ("They joined the anti-fascist Northern League.", "anti-fascist", "Northern League"),
    ("The shop welcomes LGBT customers.", "LGBT", "customers"),
    ("A gay and lesbian choir sang.", "gay and lesbian", "choir"),
    ("They kept to their anti-vax line.", "anti-vax", "line"),
    ("Most anti-vaccine conspiracy theories travel far.", "anti-vaccine", None),
    ("The anti-vaccine movement grew.", "anti-vaccine movement", "anti-vaccine movement"),
    ("Similar migrant families came.", "migrant", "migrant families"),
    ("Immigrant rights activists met.", "Immigrant", "Immigrant"),
    ("New York authorities met.", "authorities", "New York authorities"),
    ("Nobody there liked their homophobia.", "homophobia", "homophobia"),
    ("They deported all 11 million undocumented farmers.", "deported", "11 million undocumented farmers"),
]


@pytest.mark.parametrize(("text", "term", "named"), REFERENTS)
def test_a_term_names_the_noun_that_it_describes(text: str, term: str, named: str | None) -> None:
    (mark,) = (m for m in FramingAnalyzer().marks(document(text)) if m.span.of(text) == term)
    assert mark.referent == named


# sentence, concept, who is named as agent
AGENTS = [
    ("The protests led to a study by a task force.", "protest-event", None),
    ("There were violent clashes with police.", "protest-event", None),
    ("Anna was criticized by a reporter decades ago.", "criticizing", "reporter"),
    ("It was something Republicans condemned Anna for.", "criticizing", "Republicans"),
]


@pytest.mark.parametrize(("text", "concept", "agent"), AGENTS)
def test_an_agent_is_the_one_that_does_it(text: str, concept: str, agent: str | None) -> None:
    marks = [m for m in FramingAnalyzer().marks(document(text)) if m.concept == concept]
    assert marks
    assert {c.name for mark in marks for c in mark.castings if c.role == "agent"} <= {agent}
    assert agent is None or any(c.name == agent for mark in marks for c in mark.castings)


def test_stances_come_from_the_entry() -> None:
    mark = only("The army liberated the town.", "liberated")
    assert {(c.role, c.stance) for c in mark.castings} == {("agent", 2), ("holder", -2), ("object", 0)}
    assert mark.dimension is Dimension.EVALUATION
    assert mark.entry == "armed_conflict/control-of-territory/liberate"
    assert (mark.concept, mark.variant) == ("control-of-territory", "liberate")


def test_a_mark_has_the_voice_that_it_stands_in() -> None:
    text = "The regime fell. “The regime lied,” she said."
    at = text.index("“")
    runs = (
        VoiceRun(Span(0, at), Voice.NARRATOR, None),
        VoiceRun(Span(at, text.index(" she")), Voice.QUOTED, 0),
        VoiceRun(Span(text.index(" she"), len(text)), Voice.NARRATOR, None),
    )
    marks = ANALYZER.marks(document(text, runs))
    assert [(m.voice, m.attribution) for m in marks] == [(Voice.NARRATOR, None), (Voice.QUOTED, 0)]


def test_a_step_back_from_words_is_the_outlets_own_in_reported_speech_too() -> None:
    text = "She said she was troubled by what he called the alliance."
    voices = (VoiceRun(Span(0, 9), Voice.NARRATOR, None), VoiceRun(Span(9, len(text)), Voice.REPORTED, 0))
    (mark,) = [m for m in FramingAnalyzer().marks(document(text, voices)) if m.span.of(text) == "what he called"]
    assert (mark.voice, mark.attribution) == (Voice.NARRATOR, None)


def _quoted(text: str, kind: QuotationKind, voice: Voice) -> tuple[Mark, ...]:
    start, end = text.index("“"), text.index("”") + 1
    quotation = Quotation(Span(start, end), Span(start + 1, end - 1), True, False, kind)
    runs = (
        VoiceRun(Span(0, start), Voice.NARRATOR, None),
        VoiceRun(Span(start, end), voice, None),
        VoiceRun(Span(end, len(text)), Voice.NARRATOR, None),
    )
    return ANALYZER.marks(document(text, runs, (quotation,)))


def test_a_scare_quote_is_a_mark_of_distance() -> None:
    text = "The “caliphate,” as they have it, shrank."
    (mark,) = _quoted(text, QuotationKind.TERM, Voice.SCARE)
    assert (mark.span.of(text), mark.entry, mark.voice) == ("caliphate", SCARE, Voice.SCARE)
    assert mark.dimension is Dimension.DISTANCING
    assert "caliphate" in render(mark.why)


@pytest.mark.parametrize(
    ("kind", "voice"),
    [(QuotationKind.TERM, Voice.QUOTED), (QuotationKind.TITLE, Voice.NARRATOR), (QuotationKind.SPEECH, Voice.QUOTED)],
)
def test_other_quotations_are_no_scare_quotes(kind: QuotationKind, voice: Voice) -> None:
    assert _quoted("The “caliphate” shrank.", kind, voice) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The envoy described the “caliphate” in detail.",
        "A sign with the “solidarity” slogan hung there.",
        "The inspector was “troubled” by it.",
        "“Undocumented” stood above the door.",
        "They kept the “last and best hope of all men” away.",
        "The 1990 “2” row.",
        "The bank sent a “doc fix” to members.",
        "The crew passed a “medium-sized” moon.",
        "They came to voice their “disgust” at the price.",
        "The “security” of ‘experts’ was gone.",
    ],
)
def test_marks_that_quote_are_no_scare_quotes(text: str) -> None:
    assert [m for m in _quoted(text, QuotationKind.TERM, Voice.SCARE) if m.entry == SCARE] == []


@pytest.mark.parametrize(
    "text",
    [
        "The “peacekeepers” fired first.",
        "He came for their “help” in May.",
        "They held a “pseudo-election” at night.",
        "She met the “people's court” twice.",
    ],
)
def test_a_claim_that_nobody_makes_is_held_at_a_distance(text: str) -> None:
    assert SCARE in [m.entry for m in _quoted(text, QuotationKind.TERM, Voice.SCARE)]


def test_the_reason_names_the_term_and_alternatives() -> None:
    why = render(only("The army liberated the town.", "liberated").why)
    assert "“liberated”" in why
    assert "control of territory changes" in why
    assert "capture" in why or "occupy" in why or "seize" in why


def test_ids_are_unique_and_marks_in_order() -> None:
    marks = ANALYZER.marks(document("Regime forces and militants met the regime’s proxies in the war. " * 4))
    assert len({mark.id for mark in marks}) == len(marks) > 4
    assert [m.span for m in marks] == sorted(m.span for m in marks)


def test_an_empty_document_has_no_terms() -> None:
    assert ANALYZER.marks(document("")) == ()
