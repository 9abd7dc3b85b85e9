"""Stretches that are somebody's words by how they are set: labels, blocks, posts, letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Article, ArticleKind, BlockQuote, Document, Section, SectionKind, Span
from analysis.reading.actors import find_actors
from analysis.reading.language import Turn, TurnKind, find_quotations, find_turns, segment, set_apart_spans


def document(text: str, kind: ArticleKind = ArticleKind.NEWS, blocks: tuple[BlockQuote, ...] = ()) -> Document:
    """Return a story whose first line is its headline."""
    head = text.index("\n")
    sections = (Section(SectionKind.HEADLINE, Span(0, head)), Section(SectionKind.BODY, Span(head, len(text))))
    article = Article("a", "Courier", "", text, sections, "test", "", "", kind=kind, block_quotes=blocks)
    bare = Document(article, *segment(article), (), (), (), ())
    return replace(bare, actors=find_actors(bare))


def turns(*paragraphs: str, kind: ArticleKind = ArticleKind.NEWS) -> list[tuple[str, str]]:
    """Return the label and the words of each turn, its parts joined by " / "."""
    found = document("\n\n".join(("A headline", *paragraphs)), kind)
    return [shown(found, turn) for turn in find_turns(found)]


def shown(found: Document, turn: Turn) -> tuple[str, str]:
    label = turn.label.of(found.text) if turn.label is not None else turn.name
    return label, " / ".join(part.of(found.text) for part in turn.content)


@pytest.mark.parametrize(
    ("label", "name", "role"),
    [
        ("MODERATOR", "MODERATOR", None),
        ("MAYOR HOLM", "MAYOR HOLM", None),
        ("DR. EDDA QUINT", "DR. EDDA QUINT", None),
        ("SEN. BRILL (D-Orrin)", "SEN. BRILL", "D-Orrin"),
        ("Ms Venn, Greens", "Ms Venn", "Greens"),
        ("Ms. Venn", "Ms. Venn", None),
        ("ORLA VENN, HARBOUR RADIO ANCHOR", "ORLA VENN", "HARBOUR RADIO ANCHOR"),
        ("TOMAS BRILL, PILOT (through translator)", "TOMAS BRILL", "PILOT"),
        ("Interviewer", "Interviewer", None),
        ("UNIDENTIFIED WOMAN #2", "UNIDENTIFIED WOMAN #2", None),
        ("THE PRESIDENT", "THE PRESIDENT", None),
    ],
)
def test_a_label_has_a_name_with_its_title_and_a_role_apart(label: str, name: str, role: str | None) -> None:
    found = document(
        f"A headline\n\n{label}: We close at noon.\n\nCLERK: Thank you.\n\n{label}: So we do.", ArticleKind.TRANSCRIPT
    )
    first = find_turns(found)[0]
    assert first.kind is TurnKind.LABEL
    assert first.label is not None
    assert first.label.of(found.text) == name
    assert (first.role.of(found.text) if first.role else None) == role
    assert [part.of(found.text) for part in first.content] == ["We close at noon."]


def test_turns_of_a_transcript_run_on_over_paragraphs_and_leave_out_stage_directions() -> None:
    assert turns(
        "This is a rush transcript.",
        "ORLA VENN, ANCHOR: Good evening.",
        "(BEGIN VIDEO CLIP)",
        "TOMAS BRILL: The boat sank. [Laughter] Nobody came.",
        "It was dark by then.",
        "[Applause]",
        "VENN: Thank you.",
        kind=ArticleKind.TRANSCRIPT,
    ) == [
        ("ORLA VENN", "Good evening."),
        ("TOMAS BRILL", "The boat sank. / Nobody came. / It was dark by then."),
        ("VENN", "Thank you."),
    ]


def test_a_short_label_goes_back_to_the_fullest_and_initials_to_who_has_them() -> None:
    found = document(
        "Talk\n\nHUGO HOLM: Why now?\n\nEDDA QUINT: We must.\n\nHH: Must you?\n\nQUINT: Yes.", ArticleKind.TRANSCRIPT
    )
    assert [turn.first.of(found.text) for turn in find_turns(found) if turn.first] == [
        "HUGO HOLM", "EDDA QUINT", "HUGO HOLM", "EDDA QUINT",
    ]  # fmt: skip


def test_questions_and_answers_are_turns_where_somebody_answers_in_person() -> None:
    asked = ("Q. How was the sea?", "A. I was afraid of it.", "Q: And now?", "A: I sail again.")
    found = document("\n\n".join(("Alone at sea", *asked)))
    assert [turn.kind.value for turn in find_turns(found)] == ["question", "answer", "question", "answer"]
    assert [shown(found, turn)[1] for turn in find_turns(found)] == [line[3:] for line in asked]


def test_an_outlet_that_answers_its_own_questions_speaks_in_its_own_voice() -> None:
    assert turns("Q: Why do ferries stop?", "A: Fuel has doubled in price.", "Q: Until when?", "A: Until May.") == []


def test_an_exchange_within_a_story_needs_two_speakers_who_follow_each_other() -> None:
    story = "Edda Quint met Hugo Holm on the quay on Monday."
    exchange = ("Quint: You closed the pier.", "Holm: I had to.")
    assert turns(story, *exchange, "The quay was full.") == [("Quint", "You closed the pier."), ("Holm", "I had to.")]
    assert turns(story, "Quint: You closed the pier.", "The quay was full of people who had waited for hours.") == []


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO: Boats in the harbour.",
        "Read more: The pier is shut.",
        "THE FACTS: Fares rose by a tenth.",
        "QUINT: Quint took a calmer tone than before.",
        "Quint: Why the pier was shut",
        "And Edda Quint, who owns a boat, said: We have to go.",
        "AIRLINES: Two carriers stop flights to the island.",
    ],
)
def test_a_rubric_or_a_heading_is_no_label(line: str) -> None:
    assert turns("Edda Quint met Hugo Holm on the quay.", line, line, "Holm left. Quint stayed.") == []


def test_words_in_marks_end_with_their_mark() -> None:
    assert turns(
        "Edda Quint and Hugo Holm spoke at the harbour.",
        "Quint: “We shut the pier.",
        "“It had to be.”",
        "“Nobody was hurt,” said the harbour master.",
    ) == [("Quint", "“We shut the pier. / “It had to be.”")]


def test_a_post_is_the_words_before_its_author_and_handle_without_links() -> None:
    post = "The pier is SHUT. See you tomorrow! pic.twitter.com/abc https://t.co/xyz"
    found = document(f"A headline\n\nShe was blunt.\n\n{post} — Edda Quint (@equint) May 3, 2026\n\nBoats waited.")
    (turn,) = find_turns(found)
    assert turn.kind is TurnKind.POST
    assert shown(found, turn) == ("Edda Quint", "The pier is SHUT. See you tomorrow!")
    assert turn.furniture is not None
    assert turn.furniture.of(found.text) == "— Edda Quint (@equint) May 3, 2026"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["Quint wrote:", "The pier is shut.", "Go home.", "— Edda Quint (@equint) 3 May 2026 at 10:15"],
            [("Edda Quint", "The pier is shut. / Go home.")],
        ),
        (
            ["One. — Edda Quint (@equint) May 3, 2026", "Two.", "Three. — Edda Quint (@equint) May 3, 2026"],
            [("Edda Quint", "One."), ("Edda Quint", "Two. / Three.")],
        ),
        (
            ["One. — Edda Quint (@e) May 3, 2026", "She then wrote more.", "Two. — Edda Quint (@e) May 3, 2026"],
            [("Edda Quint", "One."), ("Edda Quint", "Two.")],
        ),
        (
            ["One. — Edda Quint (@e) May 3, 2026 Two. — Hugo Holm (@h) May 4, 2026 The pier opened."],
            [("Edda Quint", "One."), ("Hugo Holm", "Two.")],
        ),
        (
            ["Edda Quint (@equint) The pier is shut. Go home.", "Boats waited."],
            [("Edda Quint", "The pier is shut. Go home.")],
        ),
        (
            ["Fog on the quay. A video posted by Hugo Holm (@holm) on Sep 4, 2025 at 8:44am PDT"],
            [("Hugo Holm", "Fog on the quay.")],
        ),
        (["Edda Quint (@equint) is a sailor and writes about harbours."], []),
        (["Follow the Courier on its page (@courier) and by mail."], []),
    ],
)
def test_where_posts_begin_and_end(paragraphs: list[str], expected: list[tuple[str, str]]) -> None:
    assert turns(*paragraphs) == expected


def test_a_paragraph_without_marks_behind_a_verb_of_saying_and_a_colon_is_a_block_of_its_lead() -> None:
    found = document(
        "A headline\n\nThe pier was shut. The board said in a statement:\n\nWe regret the delay and refund all fares."
        "\n\nWe thank our passengers for their patience on both days.\n\nBoats waited outside the harbour."
    )
    (turn,) = find_turns(found)
    assert turn.kind is TurnKind.BLOCK
    assert turn.lead is not None
    assert turn.lead.of(found.text) == "The board said in a statement:"
    assert len(turn.content) == 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Here is what the board said:", "Fares rose by a tenth in the spring of that year."],
        ["These are the winners:", "Fares rose by a tenth in the spring of that year."],
        ["The board said:", "“Fares rose by a tenth in the spring of that year.”"],
        ["Quint tweeted:", "Quint has since deleted what she wrote about the pier."],
        ["The board reported:", "Fares"],
    ],
)
def test_a_colon_alone_makes_no_block(paragraphs: list[str]) -> None:
    assert turns(*paragraphs, "Boats waited outside.") == []


def test_what_the_source_sets_apart_is_a_block_by_the_author_it_names() -> None:
    text = "A headline\n\nThe board spoke.\n\nFares rise.\n\nBoats stay.\n\nNobody came."
    span = Span(text.index("Fares"), text.index("\n\nNobody"))
    found = document(text, blocks=(BlockQuote(span, "Edda Quint"),))
    assert [shown(found, turn) for turn in find_turns(found)] == [("Edda Quint", "Fares rise. / Boats stay.")]


def test_a_letter_that_a_story_prints_ends_with_its_signature() -> None:
    assert turns(
        "The letter reads:", "Dear Ms Quint,", "Open the pier.", "Yours sincerely,", "Hugo Holm", "Nobody answered."
    ) == [("Hugo Holm", "Dear Ms Quint, / Open the pier. / Yours sincerely,")]


def test_a_post_is_one_quotation_with_the_line_of_its_author() -> None:
    post = "The “pier” is SHUT. https://t.co/xyz — Edda Quint (@equint) May 3, 2026"
    found = document(f"A headline\n\nShe was blunt.\n\n{post}\n\nBoats waited.")
    quotations = find_quotations(found.text, found.paragraphs, set_apart_spans(found))
    assert [quotation.outer.of(found.text) for quotation in quotations] == [post]


def test_a_column_that_addresses_its_reader_is_no_letter_and_a_letter_is_its_writers() -> None:
    assert turns("Dear reader:", "The pier is shut again.", "Yours sincerely,", "The Editor") == []
    assert turns("Sir – The pier is shut.", "Hugo Holm, Northport", kind=ArticleKind.LETTER) == [
        ("Hugo Holm, Northport", "Sir – The pier is shut.")
    ]
