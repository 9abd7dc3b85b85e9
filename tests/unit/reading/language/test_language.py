"""Sentences, tokens and quotations of English news."""

from __future__ import annotations

import pytest

from analysis.model import Article, QuotationKind, Section, SectionKind, Span
from analysis.reading.language import find_quotations, segment, straighten, word_key


def article(text: str, *sections: Section) -> Article:
    return Article("a", "Outlet", "Title", text, sections, "test", "", "")


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in segment(article(text))[1]]


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Hale met Lt. Gen. Amos B. Reed at noon.|They did not speak.",
        "Aid came from the U.S.|The convoy was late.",
        "The U.S. Senate met Gov. Orr of Mass. on Jan. 4 about No. 7.|It rose 3.5 percent.",
        "Talks opened at 9 a.m. Monday.|They closed at 5 p.m.|He left.",
        "He works for Orrin Inc.|The firm is small.|J. K. Marsh owns it.",
        '"We are done," she said.|"Why now?" he asked.|"Ask them!" Dr. Marsh said.',
        "“It is over.”|The crowd left.|(Nobody stayed.)|Night fell…|Then rain came.",
        "He waited ... and waited.|“Go!”|Nobody went.",
        "They chose plan B.|The rest was easy.|So did I.|We left.",
        "The firm (Marsh & Co.) paid.|What next?|1. Pay.",
        "SEN. ORR: We met MR. HALE.|So what?|DR. SEN (Greens): Nothing.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    expected = marked.split("|")
    assert sentences(" ".join(expected)) == expected


def test_headline_dateline_and_caption_never_join_the_body() -> None:
    text = "Bridge falls\n\nORRIN, May 3 (Desk) -- The bridge fell. Two left.\nA photo of it"
    head, place, photo = text.index("\n"), text.index(" The"), text.index("A photo")
    found = segment(
        article(
            text,
            Section(SectionKind.HEADLINE, Span(0, head)),
            Section(SectionKind.DATELINE, Span(head + 2, place)),
            Section(SectionKind.CAPTION, Span(photo, len(text))),
        )
    )
    assert [(s.section.value, s.paragraph, s.span.of(text)) for s in found[1]] == [
        ("headline", 0, "Bridge falls"),
        ("dateline", 1, "ORRIN, May 3 (Desk) --"),
        ("body", 1, "The bridge fell."),
        ("body", 1, "Two left."),
        ("caption", 2, "A photo of it"),
    ]


def test_wrapped_lines_are_one_paragraph_and_other_lines_are_their_own() -> None:
    wrapped = (
        "The council met in the old town hall on the north bank and talked\n"
        "about the bridge for three hours before the mayor sent everybody to\n"
        "bed, because the night was cold and nobody had brought a coat along.\n"
    )
    assert len(segment(article(wrapped))[0]) == 1
    assert len(segment(article("One line.\nAnother line.\n\nA third."))[0]) == 3


def test_words_keep_hyphens_and_lose_the_clitic() -> None:
    text = "Orria's U.S.-backed al-Marsh don't pay the rebels' 1,200.50 bill."
    tokens = segment(article(text))[2]
    assert [t.text for t in tokens if t.word] == [
        "Orria",
        "U.S.-backed",
        "al-Marsh",
        "don't",
        "pay",
        "the",
        "rebels",
        "1,200.50",
        "bill",
    ]
    assert [t.text for t in tokens if not t.word] == ["'s", "'", "."]


@pytest.mark.parametrize(
    ("marked", "closed"),
    [
        ('He said ["no more"] twice.', True),
        ("He said [“no more”] twice, [‘not once’] then.", True),
        ("[``We go,''] he said. [''So do we,''] she said.", True),
        ("[«We go»], he said. [„We stay“], she said.", True),
        ('["He said "no" to me,"] she said.', True),
        ("[“He said ‘no’ to me,”] she said.", True),
        ('The 6\'2" guard held a 12" board and said ["stop."]', True),
        ("The rebels' base and the mayor's car: don't go in the '90s.", True),
        ("It called them ['the rebels' friends'] at length.", True),
        ('They praised ["the steady work"] of both sides," saying it helped.', True),
        ('He called it ["a waste. Nobody knows why.]', False),
        ("[“We stay,’’] he said. [“We ‘stay’ put.’’]", True),
        ("He said: [“We stay here. “]", True),
        ('["We stay,] said harbour chief Edda Quint. It is late.', False),
        ('["We stay?] Quint said. ["It is late.]', False),
    ],
)
def test_quotations_are_what_stands_between_marks_that_pair(marked: str, closed: bool) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_quotations(text, (Span(0, len(text)),))
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    assert [q.outer.of(text) for q in found] == expected
    assert all(q.closed is closed for q in found)


def test_paragraphs_run_together_do_not_make_one_quotation_of_all() -> None:
    text = 'She said: "We won. "We go home." The town was quiet. "Yes," he said. "No," she said.'
    found = find_quotations(text, (Span(0, len(text)),))
    assert [q.outer.of(text) for q in found] == ['"We won.', '"We go home."', '"Yes,"', '"No,"']


def test_a_speakers_name_within_marks_parts_what_is_said_where_a_mark_between_was_lost() -> None:
    text = '"The pipe is old, said harbour chief Edda Quint. It will go."'
    found = find_quotations(text, (Span(0, len(text)),))
    assert [(q.outer.of(text), q.closed) for q in found] == [('"The pipe is old,', False), ('It will go."', True)]


def test_a_quotation_over_paragraphs_is_carried_on_and_an_unclosed_one_ends_with_its_own() -> None:
    text = '“We came early.\n\n“We left late,” he said.\n\nThen "somebody spoke.\n\nNobody heard it.'
    found = find_quotations(text, segment(article(text))[0])
    assert [(q.outer.of(text), q.closed, q.continues) for q in found] == [
        ("“We came early.", False, False),
        ("“We left late,”", True, True),
        ('"somebody spoke.', False, False),
    ]


def test_a_speech_in_single_marks_goes_on_in_the_next_paragraph() -> None:
    text = "She said: ‘We came. One shouted “Go!” at us.\n\n‘We left,’ she added."
    found = find_quotations(text, segment(article(text))[0])
    assert [(q.outer.of(text), q.closed, q.continues) for q in found] == [
        ("‘We came. One shouted “Go!” at us.", False, False),
        ("‘We left,’", True, True),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The group's “emirate” is gone.", QuotationKind.TERM),
        ("They mourn the “moderate opposition” there.", QuotationKind.TERM),
        ("“We are done,” she said.", QuotationKind.SPEECH),
        ("He called it “a danger to everybody who lives there.”", QuotationKind.SPEECH),
        ("“Never!” she said.", QuotationKind.SPEECH),
        ("She sang “Rivers of the Night” twice.", QuotationKind.TITLE),
        ("Police held Amos “Red” Marsh.", QuotationKind.TITLE),
        ("He goes by the name “Patch.”", QuotationKind.TITLE),
    ],
)
def test_a_quotation_is_speech_a_term_or_a_title(text: str, kind: QuotationKind) -> None:
    (found,) = find_quotations(text, (Span(0, len(text)),))
    assert found.kind is kind


def test_a_paragraph_that_its_source_sets_apart_is_one_quotation_with_or_without_marks() -> None:
    text = "The company said:\n\nWork “goes on”.\n\n“All is well.”\n\nNobody answered."
    start, end = text.index("Work"), text.index("\n\nNobody")

    found = find_quotations(text, segment(article(text))[0], (Span(start, end),))

    assert [(q.outer.of(text), q.inner.of(text), q.continues, q.kind) for q in found] == [
        ("Work “goes on”.", "Work “goes on”.", False, QuotationKind.SPEECH),
        ("“All is well.”", "All is well.", True, QuotationKind.SPEECH),
    ]


def test_straight_view_has_straight_marks_only() -> None:
    assert straighten("“He’s ''here''”") == '"He\'s  "here" "'
    assert word_key("Don’t") == "don't"


def test_a_token_in_british_spelling_knows_its_american_one() -> None:
    tokens = segment(article("Labour organisers praised the centre's programme at the bar."))[2]
    spelled = {token.text: token.american for token in tokens if token.american}
    assert spelled == {"Labour": "labor", "organisers": "organizers", "centre": "center", "programme": "program"}
