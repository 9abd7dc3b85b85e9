"""Datelines, captions and notes, told from the body."""

from __future__ import annotations

import pytest

from analysis.model import SectionKind
from analysis.sources import read_bytes, read_text
from analysis.sources.captions import is_caption, is_note, is_slug
from analysis.sources.wire import find_dateline

from . import makers

DATELINES = [
    ("[[LINDMARK, Nov. 9 (Nordwire) --]] Two cranes fell.", "LINDMARK", "Nordwire"),
    ("[[LINDMARK, Norland (AP) —]] Two cranes fell.", "LINDMARK, Norland", "AP"),
    ("[[LINDMARK, Norland, Nov 9 (Reuters) -]] Two cranes fell.", "LINDMARK, Norland", "Reuters"),
    ("[[LINDMARK/OSTVIK, Nov 9 (Reuters) -]] Two cranes fell.", "LINDMARK/OSTVIK", "Reuters"),
    ("[[Lindmark (AFP) –]] Two cranes fell.", "Lindmark", "AFP"),
    ("[[WEST LINDMARK, Fla. —]] Two cranes fell.", "WEST LINDMARK, Fla.", ""),
    ("[[DEIR AL-LIND, 9 November (WAFA) -]] Two cranes fell.", "DEIR AL-LIND", "WAFA"),
    ("[[LINDMARK, November 10. /TASS/.]] Two cranes fell.", "LINDMARK", "TASS"),
    ("[[Lindmark, SANA-]] Two cranes fell.", "Lindmark", "SANA"),
    ("[[April 29 (UPI) —]] Two cranes fell.", "", "UPI"),
    ("[[LINDMARK —]] Two cranes fell.", "LINDMARK", ""),
    ("[[(CNN)]] Two cranes fell.", "", "CNN"),
]
NO_DATELINES = [
    "Two cranes fell — and nobody saw it.",
    "BREAKING — Two cranes fell.",
    "The mayor (Labour) — who was away — said nothing.",
    "NATO said two cranes fell.",
    "A — B",
    "Lindmark, on Monday — Two cranes fell.",
    "LINDMARK —",
    "(Monday) Two cranes fell.",
]


@pytest.mark.parametrize(("marked", "place", "agency"), DATELINES)
def test_datelines(marked: str, place: str, agency: str) -> None:
    paragraph = marked.replace("[[", "").replace("]]", "")
    found = find_dateline(paragraph)

    assert found is not None
    assert paragraph[: found.end] == marked[2 : marked.index("]]")]
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize("paragraph", NO_DATELINES)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_only_the_opening_stretch_is_the_dateline() -> None:
    (article,) = read_text("Cranes fall\n\nLINDMARK, May 4 (Nordwire) -- Two cranes fell.\n\nNobody was hurt.").articles

    assert [(s.kind.value, s.span.of(article.text)) for s in article.sections] == [
        ("headline", "Cranes fall"),
        ("dateline", "LINDMARK, May 4 (Nordwire) --"),
        ("lead", "Two cranes fell."),
        ("body", "Nobody was hurt."),
    ]


def test_copy_of_an_agency_in_another_outlet_is_told_in_a_column() -> None:
    (article,) = read_text(
        "Title: Cranes fall\nOutlet: Post\n\nLINDMARK (Reuters) - Two cranes fell on Monday."
    ).articles

    assert article.outlet == "Post"
    assert ("agency", "Reuters") in article.columns


CAPTIONS = [
    "A boy looks at the cranes on Monday. (Nordwire/Ada Brandt) (AP Photo/Ada Brandt)",
    "Divers look for cables in Lindmark. (Ada Brandt/AFP via Getty Images)",
    "Divers look for cables in Lindmark. Photo: Ada Brandt",
    "Divers look for cables in Lindmark. Photograph: Ada Brandt/The Post",
    "Divers look for cables in Lindmark on Monday. Ada Brandt / Reuters",
    "FILE PHOTO: The cranes as they stood last year.",
    "Image caption The cranes stood here for forty years",
    "The cranes, before they fell (File photo)",
]
NO_CAPTIONS = [
    "Satellite images show two cranes in the basin, analysts at the institute said.",
    "A video taken by a fisherman shows how they fell.",
    "Image consultants advised the mayor to stay at home.",
    "The mayor asked for photographs of the cables, which nobody had.",
    "The report was confirmed by the port office (which had denied it).",
    "“There is a photo,” she said. “Photo by my son.”",
    "She is a photographer at the Associated Press.",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_captions_are_known_by_credit_or_label(text: str) -> None:
    assert is_caption(text, above_body=False)


@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_a_body_may_speak_of_pictures(text: str) -> None:
    assert not is_caption(text, above_body=False)


def test_an_agencys_slug_and_the_caption_below_it_are_one_section() -> None:
    slug, caption = "NORLAND-LINDMARK-FALLEN CRANES-DAILY LIFE", "A boy rides past the basin in Lindmark on May 3."
    (article,) = read_text(
        f"Cranes fall\n\n{slug}\n\n{caption}\n\nLINDMARK, May 4 (Nordwire) -- Two cranes fell."
    ).articles

    assert is_slug(slug)
    assert not is_slug("SELF-MADE")
    assert [s.span.of(article.text) for s in article.sections if s.kind is SectionKind.CAPTION] == [
        f"{slug}\n\n{caption}"
    ]


NOTES = [
    "(Reporting by Ada Brandt; Editing by Jon Ek)",
    "Additional reporting by Ada Brandt in Ostvik",
    "Ada Brandt in Ostvik contributed to this report.",
    "Editor's note: an earlier headline named the wrong basin.",
    "CORRECTION: The cranes fell on Monday.",
    "This story has been updated with a statement by the port office.",
]


@pytest.mark.parametrize("text", NOTES)
def test_notes_about_the_article(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    "text", ["This story is old.", "Editing is hard, said Brandt.", "This article of the treaty was signed by all."]
)
def test_what_is_no_note(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It rained.\n\nThe harbour was closed all day, and the office said nothing of it.", "It rained."),
        ("LINDMARK, Norland (AP) — The harbour was closed.\n\nIt rained all day.", "The harbour was closed."),
        (
            "It rained. Mr. Vell, who heads the U.S. office, had closed the port.",
            "It rained. Mr. Vell, who heads the U.S. office, had closed…",
        ),
        (
            "It rained on Monday morning, all over the old harbour town, as it had before.",
            "It rained on Monday morning, all over the old harbour…",
        ),
        ("A" * 300 + " and so on, as it was said by the office on Monday.", "A" * 59 + "…"),
    ],
)
@pytest.mark.parametrize("name", ["harbour.txt", "harbour.txt.txt", "harbour.md"])
def test_a_text_without_headline_goes_by_its_first_words_never_by_its_files_name(
    text: str, title: str, name: str
) -> None:
    (article,) = read_bytes(text.encode(), name).articles
    assert article.title == title


def sections_of(text: str) -> dict[str, str]:
    """Return the sections of a pasted text by their kinds."""
    (article,) = read_bytes(text.encode(), "a.txt").articles
    return {str(section.kind): section.span.of(article.text) for section in article.sections}


@pytest.mark.parametrize(
    "about",
    [
        "Ada Brandt is a correspondent who covers ports.",
        "Ada Brandt, a former pilot, writes about the sea. The views are her own.",
    ],
)
def test_what_is_said_of_the_author_at_the_end_is_a_note(about: str) -> None:
    text = f"{makers.TITLE}\n\nBy Ada Brandt\n\n5 March 2024\n\n{makers.LEAD}\n\n{makers.REST[0]}\n\n{about}\n"

    assert sections_of(text)["note"] == about


def test_a_last_sentence_about_somebody_else_is_the_storys() -> None:
    last = "Orla Vell is a pilot, and Ada Brandt is her aunt."
    text = f"{makers.TITLE}\n\nBy Ada Brandt\n\n5 March 2024\n\n{makers.LEAD}\n\n{makers.REST[0]}\n\n{last}\n"

    assert "note" not in sections_of(text)
    assert sections_of(text)["body"].endswith(last)


def test_a_line_that_repeats_the_byline_is_no_part_of_the_text() -> None:
    text = f"{makers.TITLE}\n\nAda Brandt\n\nBy Ada Brandt\n\n5 March 2024\n\n{makers.LEAD}\n\n{makers.REST[0]}\n"

    assert sections_of(text)["lead"] == makers.LEAD


def test_names_that_html_has_for_characters_are_read_in_a_text_too() -> None:
    text = f"{makers.TITLE}\n\n&ldquo;No,&rdquo; she said &#8212; AT&amp;T&rsquo;s line was dead.\n\n{makers.LEAD}\n"

    assert "“No,” she said — AT&T’s line was dead." in sections_of(text)["lead"]
