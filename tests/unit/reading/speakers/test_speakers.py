"""Who speaks: pronouns, titles, spokesmen and relative clauses followed back, and the kind that this gives."""

from __future__ import annotations

import pytest

from analysis.model import Article, Document, Form, Section, SectionKind, Span, Voice
from analysis.reading.english.kinds import kind_of
from analysis.reading.pipeline import read_document


def read(text: str, headline: bool = False) -> Document:
    sections = (Section(SectionKind.HEADLINE, Span(0, text.index("\n"))),) if headline else ()
    return read_document(Article("a", "Outlet", "Title", text, sections, "test", "", ""))


def last_speaker(text: str) -> tuple[str, str, bool]:
    speaker = read(text).attributions[-1].speaker
    assert speaker is not None
    return speaker.name, speaker.kind.value, speaker.named


@pytest.mark.parametrize(
    ("text", "name", "kind", "named"),
    [
        # A title before a stop still counts.
        ("Quell Gov. Ann Orr left. Orr said it was late.", "Ann Orr", "government", True),
        # An office of state outweighs the party beside it, a party alone does not.
        ("Representative Bo Lund, a Republican, said it was late.", "Bo Lund", "government", True),
        ("Bo Lund, a Republican trying to win the seat, said it was late.", "Bo Lund", "party", True),
        # Whoever speaks for somebody takes that one's kind.
        ("Senator Ann Orr left. Bo Lund, a spokesman for Ms. Orr, said it was late.", "Bo Lund", "government", True),
        (
            "Bo Lund, a senior vice president at the Center for Harbour Studies, said it was late.",
            "Bo Lund",
            "expert",
            True,
        ),
        ("Ann Orr, 34, a weaver, said it was late.", "Ann Orr", "resident", True),
        ("Mr. Bo Nephew said it was late.", "Bo Nephew", "other", True),
        ("Supporters of Ann Orr said it was late.", "Supporters of Ann Orr", "resident", False),
        ("Ann Orr left. The Orr campaign said it was late.", "Orr campaign", "party", False),
        ("Two people briefed on the talks said it was late.", "Two people briefed on the talks", "unnamed", False),
        (
            "One adviser close to the Orr Ministry said it was early. The adviser said it was late.",
            "One adviser close to the Orr Ministry",
            "other",
            False,
        ),
        # What is set off behind a description is not part of the name.
        ("Town porters, who asked not to be named, said it was late.", "Town porters", "unnamed", False),
        ("“It is late,” says the letter, which the porters sent in a hurry.", "letter", "document", False),
        ("A porter, who is not allowed to speak to the press, said it was late.", "A porter", "other", False),
        ("Justice Ann Orr said it was late.", "Ann Orr", "court", True),
        ("Ann Orr, director general of the porters’ union, said it was late.", "Ann Orr", "ngo", True),
        ("The competition watchdog said it was late.", "competition watchdog", "government", False),
        # A name identifies a body whatever stands behind it.
        ("The Orr administration said it was late.", "Orr administration", "government", True),
        ("The Quell Lantern newspaper reported that it was late.", "Quell Lantern", "media", True),
        ("It was late, Reuters reported.", "Reuters", "media", True),
        ("Porters in Quell said it was late.", "Porters in Quell", "other", False),
        ("Reports in the press on Friday evening said it was late.", "Reports in the press", "document", False),
        ("Mr. King, 82, said it was late.", "Mr. King", "other", True),
        # A phrase is not cut before what belongs to it.
        ("It was late, according to those close to him.", "those close to him", "unnamed", False),
        ("It was late, according to people briefed on the talks.", "people briefed on the talks", "unnamed", False),
        ("It was late, according to several published reports.", "several published reports", "document", False),
        ("“It is late,” said an aide close to the mayor.", "an aide close to the mayor", "other", False),
        ("Some on the pier said it was late.", "Some on the pier", "other", False),
        ("It put her at odds with her father, who said it was late.", "her father", "family", False),
        # "who", "he" and "they" go back to the right ones.
        ("It was said by Ann Orr, a Republican in the hills of Iran, who said it was late.", "Ann Orr", "party", True),
        ("Senator Ann Orr left the room. Then John Lund came and she said it was late.", "Ann Orr", "government", True),
        ("Ann Orr and Bo Lund would close the inn, which they said was old.", "Ann Orr and Bo Lund", "other", True),
        ("Bo Lund met his lawyer. He said it was late.", "Bo Lund", "other", True),
        ("President Ann Orr spoke. The president over the weekend said it was late.", "Ann Orr", "government", True),
        (
            "“It is late,” Bo Lund, a Blue who lost to Ann Orr, a Red, in the Third Ward, said.",
            "Bo Lund",
            "other",
            True,
        ),
        ("Mr. Lund’s letter said it was late.", "Lund", "other", True),
        # A seat of power speaks for whoever governs there.
        ("Downing Street said it was late.", "Downing Street", "government", True),
        ("It was late, Whitehall said.", "Whitehall", "government", True),
        ("It was late, said Mr Lund’s logbook.", "Mr Lund’s logbook", "document", False),
    ],
)
def test_speaker_and_kind(text: str, name: str, kind: str, named: bool) -> None:
    assert last_speaker(text) == (name, kind, named)


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("director of field operations for Interpol in Quell", "police"),
        ("Democratic campaign officials", "party"),
        ("Foodmart president", "company"),
        ("North Korean leader", "government"),
        ("president of the United States", "government"),
        ("people with knowledge of the talks", "unnamed"),
        ("the people", "resident"),
        ("top Security Council staff in a briefing with reporters", "international_organisation"),
        ("Ann's lawyers", "other"),
    ],
)
def test_the_body_behind_a_role_gives_its_kind(description: str, kind: str) -> None:
    assert kind_of(description) == kind


def test_a_paragraph_of_quotation_is_carried_over_and_says_so() -> None:
    text = "Ann Orr said the oven was cold.\n\n“Nobody lit it. Nobody will.”\n\n“We wait for coal every night.”"
    _, second, third = read(text).attributions
    assert (second.speaker, third.speaker) != (None, None)
    assert {one.speaker.name for one in (second, third) if one.speaker} == {"Ann Orr"}
    assert second.why.key == "attribution.why.carried"
    assert (second.cue, second.form) == ((), Form.DIRECT)


def test_a_headline_quotes_whom_the_article_quotes_with_the_same_words() -> None:
    document = read("Bakers’ ‘cold ovens’ spread\n\n“The cold ovens are a disgrace,” said Ann Orr, a baker.", True)
    run = document.voice_at(document.text.index("cold"))
    assert run.voice is Voice.QUOTED
    assert run.attribution is not None
    assert document.attributions[run.attribution].why.key == "attribution.why.echo"


def test_a_headline_term_that_nobody_says_below_is_a_scare_quote() -> None:
    document = read("Bakers’ ‘cold ovens’ spread\n\nThe ovens are out, said Ann Orr, a baker.", True)
    assert document.voice_at(document.text.index("cold")).voice is Voice.SCARE


def test_what_somebody_describes_as_something_is_quoted() -> None:
    document = read("Mr. Lund met Ms. Orr, whom he described on the radio as a “truly fine baker.”")
    assert document.voice_at(document.text.index("truly")).voice is Voice.QUOTED
