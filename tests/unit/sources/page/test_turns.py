"""Live blogs, interviews and transcripts keep their turns in the order of the page."""

from __future__ import annotations

import pytest

from .test_story import HEAD, MENU, STORY, p, paragraphs, read

ENTRIES = (("14:20", STORY[2:4]), ("11:05", STORY[1:2]), ("08:40", STORY[:1]))
"""The newest first."""
BLOGS = {
    "articles with times": "".join(
        f'<article class="entry"><time datetime="2024-03-04T{at}">{at}</time>{p(*texts)}</article>'
        for at, texts in ENTRIES
    ),
    "times that are links": "".join(
        f'<div class="block"><a href="/live?block={at}#b"><time>{at}</time></a><div>{p(*texts)}</div></div>'
        for at, texts in ENTRIES
    ),
    "times in spans": "".join(f'<div><span class="t">{at}</span>{p(*texts)}</div>' for at, texts in ENTRIES),
    "items with their times": "<ul>"
    + "".join(f"<li><span>{at}</span>{p(*texts)}</li>" for at, texts in ENTRIES)
    + "</ul>",
    "times as headings": "".join(f"<h3>{at}</h3>{p(*texts)}" for at, texts in ENTRIES),
    "items of a list": "<ol>"
    + "".join(f"<li><div><time>{at}</time></div><div>{p(*texts)}</div></li>" for at, texts in ENTRIES)
    + "</ol>",
}


@pytest.mark.parametrize("blog", BLOGS.values(), ids=BLOGS.keys())
def test_entries_of_a_live_blog_stay_behind_their_times_in_the_order_of_the_page(blog: str) -> None:
    found = paragraphs(read(f"{MENU}<main>{HEAD}<div class=live>{p(STORY[4])}{blog}</div></main>"))

    assert found == [STORY[4], *(text for at, texts in ENTRIES for text in (at, *texts))]


def test_entries_of_a_live_blog_keep_their_headings() -> None:
    blog = "".join(
        f'<article><time>{at}</time><h2><a href="/live#{at}">Halm, {at}</a></h2>{p(*texts)}</article>'
        for at, texts in ENTRIES
    )
    found = paragraphs(read(f"{MENU}<main>{HEAD}{blog}</main>"))

    assert found == [text for at, texts in ENTRIES for text in (at, f"Halm, {at}", *texts)]


QUESTIONS = (
    (
        "When does it sail?",
        "Not before the diver has been below. He comes on Tuesday with his own boat, weather permitting.",
    ),
    ("And then?", "Then we shall see. If the hull is sound, she sails on Wednesday; if not, she goes to the yard."),
    ("Who pays?", "The town."),
    (
        "All of it?",
        "Every crown, as in the year before, and the year before that. It is all in the minutes of the council.",
    ),
)
INTERVIEWS = {
    "bold questions": "".join(f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in QUESTIONS),
    "headings as questions": "".join(f"<h3>{q}</h3><p>{a}</p>" for q, a in QUESTIONS),
    "terms and their answers": "<dl>" + "".join(f"<dt>{q}</dt><dd>{a}</dd>" for q, a in QUESTIONS) + "</dl>",
    "boxes": "".join(f"<div class=qa><div class=q>{q}</div><div class=a>{a}</div></div>" for q, a in QUESTIONS),
}


@pytest.mark.parametrize("interview", INTERVIEWS.values(), ids=INTERVIEWS.keys())
def test_questions_and_answers_are_paragraphs_of_their_own(interview: str) -> None:
    found = paragraphs(read(f"<article>{HEAD}{p(*STORY[:2])}{interview}</article>"))

    assert found == [*STORY[:2], *(text for pair in QUESTIONS for text in pair)]


def test_labels_of_speakers_stay_with_their_words() -> None:
    turns = [f"<b>{name}:</b> {text}" for name, text in zip(("BRANDT", "EK", "BRANDT"), STORY[2:], strict=True)]
    found = paragraphs(read(f"<article>{HEAD}{p(*STORY[:2])}<p>{'<br>'.join(turns)}</p></article>"))

    assert found == [*STORY[:2], f"BRANDT: {STORY[2]}", f"EK: {STORY[3]}", f"BRANDT: {STORY[4]}"]
