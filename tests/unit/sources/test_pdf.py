"""What a reader of a printed page reads comes out of a PDF in that order, whatever the order of drawing."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from analysis.errors import SourceError
from analysis.model import Article, SectionKind
from analysis.sources import read_bytes
from analysis.sources.draft import Draft
from analysis.sources.pdf import read_pdf

from . import makers
from .drawn import HEIGHT, Picture, Text, column, pdf, width_of
from .redrawn import redrawn

TITLE = "Ferry strike halts traffic to the islands"
STORY = (
    "Ferries to the seven outer islands of Lindmark stayed in port on Monday after their crews refused to sail without"
    " a second engineer on board.",
    "“We have asked for this since the winter, and nobody has listened,” said Ilse Varden, who speaks for the crews at"
    " the old harbour.",
    "The company answered that the rule had never been in force, and that a court would have to decide about it before"
    " the end of the month.",
    "Some 900 travellers were waiting in Selmark on Monday night, and the council opened two schools for them. Buses"
    " were to bring them to the northern port on Tuesday.",
    "The islands have food for a week, the council said, and a helicopter stands ready for whoever falls ill before"
    " the first ferry sails again.",
)
CAPTION = "Travellers wait at the old harbour on Monday."


def draft_of(*pages: Sequence[Text | Picture]) -> Draft:
    return read_pdf(pdf(*pages), "", "")


def paragraphs(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks] or draft.text.split("\n\n")


def article_of(data: bytes) -> Article:
    (article,) = read_bytes(data, "a.pdf").articles
    return article


def two_columns(split: int, top: float = 640, gap: float = 0) -> tuple[list[Text], list[Text]]:
    """The story in two columns; `split` is how many lines the first has."""
    lines = column(STORY, 50, top, 235, indent=10, gap=gap)
    moved = [Text(line.x + 255, line.y + top - lines[split].y, line.size, line.text) for line in lines[split:]]
    return lines[:split], moved


@pytest.mark.parametrize("seed", range(6))
def test_columns_are_read_one_after_the_other_in_whatever_order_they_are_drawn(seed: int) -> None:
    left, right = two_columns(11)
    drawn: list[Text | Picture] = [Text(50, 700, 22, TITLE), Text(50, 670, 9, "By Ada Brandt"), *left, *right]
    random.Random(seed).shuffle(drawn)
    draft = draft_of(drawn)

    assert draft.meta.title == TITLE
    assert paragraphs(draft) == ["By Ada Brandt", *STORY]


def test_words_drawn_one_by_one_in_any_order_are_lines_again() -> None:
    import typst

    source = f"#set page(columns: 2, width: 12cm, height: 15cm)\n#set par(justify: true)\n= {makers.TITLE}\n\n"
    data = bytes(typst.compile((source + "\n\n".join(makers.PARAGRAPHS)).encode()))
    before, after = (read_pdf(file, "", "") for file in (data, redrawn(data, random.Random(1))))

    assert paragraphs(before) == paragraphs(after) == list(makers.PARAGRAPHS)


def test_a_headline_over_two_of_three_columns_leaves_the_third_apart() -> None:
    left = column(STORY[:3], 40, 600, 160)
    middle = column(STORY[3:], 215, 600, 160)
    brief = column(
        ["A crane in Selmark is to be painted yellow next spring, the port office said on Monday."] * 6, 400, 690, 155
    )
    draft = draft_of([*brief, *middle, *left, Text(40, 680, 18, TITLE)])

    assert draft.meta.title == TITLE
    text = " ".join(paragraphs(draft))
    assert text.startswith(" ".join(STORY))
    assert text.count("yellow") == 6


def test_a_caption_drawn_last_is_a_caption_and_parts_no_sentence() -> None:
    left, right = two_columns(8)
    lower = [Text(line.x, line.y - 160, line.size, line.text) for line in left[5:]]
    caption = Text(50, left[5].y - 150 + 12, 8, CAPTION)
    picture = Picture(50, left[5].y - 125, 235, 120)
    draft = draft_of([picture, Text(50, 700, 22, TITLE), *left[:5], *lower, *right, caption])

    assert [(b.text, b.kind) for b in draft.blocks if b.kind] == [(CAPTION, SectionKind.CAPTION)]
    assert [b.text for b in draft.blocks if not b.kind] == list(STORY)


def test_numbers_of_a_chart_part_no_sentence() -> None:
    lines = column(STORY, 50, 640, 400)
    chart = [Text(60, 520 - 14 * i, 10, f"{2019 + i}   {31 * i}") for i in range(6)]
    lower = [Text(line.x, line.y - 160, line.size, line.text) for line in lines[7:]]
    draft = draft_of([Text(50, 700, 22, TITLE), *lines[:7], *chart, *lower])

    assert [b.text for b in draft.blocks if not b.kind] == list(STORY)
    assert [b.kind for b in draft.blocks if "2021" in b.text] == [SectionKind.CAPTION]


def test_the_kicker_above_a_headline_is_no_title() -> None:
    draft = draft_of([Text(50, 730, 11, "HARBOUR"), Text(50, 700, 22, TITLE), *column(STORY, 50, 660, 480)])

    assert (draft.meta.title, draft.above) == (TITLE, ("HARBOUR",))
    assert paragraphs(draft) == list(STORY)


def test_the_name_of_the_paper_is_no_headline_though_it_is_larger() -> None:
    head = [Text(50, 770, 40, "The Lindmark Post"), Text(50, 745, 9, "Monday, 4 March 2024")]
    draft = draft_of([*head, Text(50, 700, 22, TITLE), *column(STORY, 50, 660, 480)])

    assert draft.meta.title == TITLE
    assert draft.above == ("The Lindmark Post", "Monday, 4 March 2024")


def test_a_drop_capital_belongs_to_its_word_and_a_word_of_one_letter_does_not() -> None:
    rest = column([STORY[0][1:]], 80, 660, 400)
    rest = [Text(line.x - (30 if i > 2 else 0), line.y, line.size, line.text) for i, line in enumerate(rest)]
    lone = column(["man from Selmark was the first to land. " + STORY[2]], 80, 500, 400)
    first = draft_of([Text(50, 638, 34, "F"), *rest, *column(STORY[2:], 50, 560, 430)])
    second = draft_of([Text(50, 478, 34, "A"), *lone, *column(STORY[2:], 50, 400, 430)])

    assert paragraphs(first)[0] == STORY[0]
    assert paragraphs(second)[0].startswith("A man from Selmark")


def test_heads_of_left_and_right_pages_go_and_are_handed_over() -> None:
    pages: list[list[Text | Picture]] = []
    for number in range(2, 7):
        head = ("Harbour and Coast", str(number)) if number % 2 else (f"{number} March 2024", "The Lindmark Post")
        pages.append([Text(50, 800, 8, head[0]), Text(460, 800, 8, head[1]), *column(STORY, 50, 760, 480, gap=8)])
    draft = draft_of(*pages)

    assert paragraphs(draft) == list(STORY) * 5
    assert "The Lindmark Post" in draft.above


ADDRESS = "https://lindmark.example/ferry"
BROWSERS = {
    "Chrome": (("10/03/2026, 08:12", "Ferry strike | The Lindmark Post"), (ADDRESS, "1/2")),
    "Firefox": (("Ferry strike | The Lindmark Post", ADDRESS), ("1 of 2", "3/10/26, 8:12 AM")),
    "Safari": (("Ferry strike | The Lindmark Post", "10.03.26, 08:12"), (ADDRESS, "Page 1 of 2")),
}  # fmt: skip


@pytest.mark.parametrize(("head", "foot"), BROWSERS.values(), ids=BROWSERS.keys())
def test_what_a_browser_prints_around_a_page_goes_and_only_its_site_is_evidence(
    head: tuple[str, str], foot: tuple[str, str]
) -> None:
    def around(number: int) -> list[Text]:
        rows = [
            Text(x, y, 7, text) for y, row in ((820, head), (20, foot)) for x, text in zip((30, 400), row, strict=True)
        ]
        return [
            Text(t.x, t.y, t.size, t.text.replace("1/2", f"{number}/2").replace("1 of", f"{number} of")) for t in rows
        ]

    menu = Text(50, 780, 8, "Home Region Sport Weather")
    first = [*around(1), menu, Text(50, 740, 22, TITLE), *column(STORY[:3], 50, 700, 480, gap=8)]
    draft = draft_of(first, [*around(2), *column(STORY[3:], 50, 780, 480, gap=8)])

    assert draft.meta.title == TITLE
    assert paragraphs(draft) == list(STORY)
    assert {"Ferry strike | The Lindmark Post", ADDRESS} <= set(draft.above)
    assert not any("08:12" in line or "8:12" in line or "1 of" in line for line in draft.above)


def test_notes_at_the_foot_stand_at_the_end_and_their_numbers_at_no_word() -> None:
    lines = column(STORY[:3], 50, 760, 480, gap=8)
    first = lines[0]
    index = Text(first.x + width_of(first.text, 10), first.y + 3.5, 6, "1")
    note = column(["1 The rule was first written down in 1987."], 50, 90, 480, size=8)
    article = article_of(pdf([*lines, index, *note], column(STORY[3:], 50, 760, 480, gap=8)))

    assert STORY[0] in article.text
    assert [s.span.of(article.text) for s in article.sections if s.kind is SectionKind.NOTE] == [note[0].text]
    assert article.text.endswith(note[0].text)


def test_type_along_a_picture_and_watermarks_are_no_text() -> None:
    credit, mark = Text(560, 300, 7, "Photo: J. Ek", turn=90), Text(150, 300, 60, "ARCHIVE COPY", turn=45)
    draft = draft_of([Text(50, 700, 22, TITLE), credit, mark, *column(STORY, 50, 660, 480)])

    assert paragraphs(draft) == list(STORY)
    assert set(draft.removed) == {"Photo: J. Ek", "ARCHIVE COPY"}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(turn: int) -> None:
    def turned(line: Text) -> Text:
        x, y = {90: (HEIGHT - line.y, line.x), 180: (595 - line.x, HEIGHT - line.y), 270: (line.y, HEIGHT - line.x)}[
            turn
        ]
        return Text(x, y, line.size, line.text, turn)

    left, right = two_columns(11)
    draft = draft_of([turned(line) for line in (Text(50, 700, 22, TITLE), *right, *left)])

    assert (draft.meta.title, paragraphs(draft)) == (TITLE, list(STORY))


def test_words_parted_at_line_ends_are_whole_and_hyphens_of_words_stay() -> None:
    text = "The long-~serving com~mander of the reser~voir, the so-~called Lindmark brig~ade, con~firmed it. " * 6
    lines = column([text], 50, 700, 130)
    (read,) = paragraphs(draft_of([*lines]))

    assert any(line.text.endswith("-") for line in lines)
    assert read == text.replace("~", "").strip()


def test_pages_that_are_pictures_are_named() -> None:
    scan = [Picture(0, 0, 595, 842)]
    some = read_bytes(pdf([*column(STORY, 50, 700, 480)], scan, scan), "a.pdf")

    assert [dict(note.args) for note in some.articles[0].notes if note.key == "sources.pdf_scanned"] == [
        {"count": 2, "pages": "2, 3"}
    ]
    with pytest.raises(SourceError) as error:
        draft_of(scan)
    assert error.value.message.key == "sources.pdf_pictures"


def test_a_font_that_does_not_say_its_letters_is_said() -> None:
    shifted = [
        "".join(chr(ord(c) - 29) if "!" < chr(ord(c) - 29) < "\x7f" and c != " " else c for c in p) for p in STORY
    ]
    with pytest.raises(SourceError) as error:
        draft_of([*column([p.encode("ascii", "ignore").decode() for p in shifted], 50, 700, 480)])

    assert error.value.message.key == "sources.pdf_garbled"


def test_a_second_headline_is_said() -> None:
    other = [Text(50, 400, 20, "Seven schools get new roofs"), *column(STORY[::-1], 50, 370, 480)]
    draft = draft_of([Text(50, 760, 22, TITLE), *column(STORY, 50, 730, 480), *other])

    assert [(note.key, dict(note.args)) for note in draft.notes] == [
        ("sources.pdf_headlines", {"headline": "Seven schools get new roofs"})
    ]
    assert len(paragraphs(draft)) == 11


def test_letters_drawn_twice_count_once() -> None:
    bold = [
        line
        for text in column(STORY, 50, 700, 480)
        for line in (text, Text(text.x + 0.4, text.y, text.size, text.text))
    ]

    assert paragraphs(draft_of([*bold])) == list(STORY)


def _set(source: str) -> Draft:
    """A page that Typst sets, with a headline."""
    import typst

    start = "#set page(width: 17cm, height: 22cm, margin: 2cm)\n#set text(10pt)\n"
    return read_pdf(bytes(typst.compile((start + source).encode())), "", "")


def test_notes_and_indices_of_a_word_processor_are_told_apart() -> None:
    noted = STORY[2].replace("force,", "force#footnote[It was written in 1987.],")
    draft = _set(f"= {TITLE}\n\n{noted}#footnote[So the court said.]\n\nIn H#sub[2]O on the 1#super[st] of May.")

    assert [b.text for b in draft.blocks if b.kind is None] == [STORY[2], "In H2O on the 1st of May."]
    assert [b.text for b in draft.blocks if b.kind is SectionKind.NOTE] == [
        "1 It was written in 1987.",
        "2 So the court said.",
    ]


def test_the_columns_of_a_table_are_read_in_rows_apart_from_the_text() -> None:
    table = "#table(columns: 3, [Island],[Ships],[People],[Selmark],[12],[900],[Norholm],[7],[410],[Ostrand],[3],[88])"
    draft = _set(f"= {TITLE}\n\n{STORY[0]}\n\n{table}\n\n{STORY[3]}")

    assert [b.text for b in draft.blocks if b.kind is None] == [STORY[0], STORY[3]]
    (values,) = [b.text for b in draft.blocks if b.kind is SectionKind.CAPTION]
    assert "Selmark | 12 | 900 | Norholm" in values


def test_a_box_beside_the_text_is_read_behind_it() -> None:
    box = "#text(8pt)[*In numbers* \\ 900 travellers wait \\ 7 islands \\ 12 ships]"
    draft = _set(
        f"= {TITLE}\n\n{STORY[0]}\n\n#grid(columns: (2fr, 1fr), column-gutter: 6mm, [{STORY[3]} {STORY[2]}], [{box}])"
        f"\n\n{STORY[4]}"
    )

    assert [b.text for b in draft.blocks if b.kind is None] == [STORY[0], f"{STORY[3]} {STORY[2]}", STORY[4]]


def test_a_saying_set_into_the_text_is_no_headline_though_it_is_larger() -> None:
    saying = "#place(bottom, float: true)[#text(20pt)[“Nobody has listened to us”]]"
    draft = _set(f"#set page(columns: 2)\n= {TITLE}\n\n{STORY[0]} {STORY[2]}\n\n{saying}\n\n{STORY[3]}\n\n{STORY[4]}")

    assert draft.meta.title == TITLE
    assert draft.notes == ()


def test_a_short_headline_above_its_standfirst_is_no_name_of_a_paper() -> None:
    deck = "#text(14pt)[Crews refuse to sail without a second engineer]"
    draft = _set(f"#text(26pt)[Flood]\n\n{deck}\n\nBy Ada Brandt\n\n{STORY[0]}\n\n{STORY[2]}")

    assert draft.meta.title == "Flood"
    assert paragraphs(draft)[0] == "Crews refuse to sail without a second engineer"


@pytest.mark.parametrize(
    ("line", "leads"),
    [("Continued on Page 4", True), ("See STRIKE, Page A4", True), ("STRIKE, from Page 1", True), ("Turn to A7", True),
     ("Ships: continued from front page", True), ("From page one", True), ("he read to them from page", False),
     ("see page 3 of the report", False), ("He turned to page 7", False)],
)  # fmt: skip
def test_lines_that_lead_to_another_page_are_left_out(line: str, leads: bool) -> None:
    left, right = two_columns(10)
    lead = Text(50, left[-1].y - 12.5, 8, line)
    draft = draft_of([Text(50, 700, 22, TITLE), *left, lead, *right])

    assert (line in draft.removed) == leads
    assert (paragraphs(draft) == list(STORY)) == leads


LOAF = (
    "Bakers from four valleys met in Ostrand on Monday to choose the best rye loaf of the year, and for the first time"
    " a woman won the wooden trophy.",
    "“I have baked since I was nine and I will not stop now,” Ada Quist said as she lifted it before some 6,000"
    " visitors.",
    "Next year the fair moves to the new hall at the harbour, which is to open in May if the roof holds, the organisers"
    " said.",
    "The jury praised the crust, and complained only about the noise of the ovens in the old hall.",
)


def columns(
    text: Sequence[str], x: float, y: float, width: float, height: float, count: int, **how: float
) -> list[Text]:
    """A text in columns 12 points apart: the last takes what the others do not hold."""
    found: list[Text] = []
    moved = at = 0.0
    for line in column(text, 0, y, width, **how):
        if y - line.y - moved > height and at < count - 1:
            moved, at = y - line.y, at + 1
        found.append(Text(x + line.x + at * (width + 12), line.y + moved, line.size, line.text))
    return found


OTHER = "Rye loaf wins prize"
PAGES: dict[str, tuple[list[list[Text]], tuple[str, ...]]] = {
    "two stories side by side": (
        [[*columns(STORY, 40, 700, 125, 200, 2, size=9, indent=8), Text(320, 733, 18, OTHER),
          *columns(LOAF, 320, 694.3, 125, 150, 2, size=8.5, indent=8)]],
        (*STORY, OTHER, *LOAF),
    ),
    "two stories, the second below": (
        [[*columns(STORY, 40, 700, 160, 130, 3, size=9, indent=8),
          Text(40, 500, 20, f"{OTHER} at the fair of the four valleys"),
          *columns(LOAF, 40, 470, 160, 60, 3, size=9, indent=8)]],
        (*STORY, f"{OTHER} at the fair of the four valleys", *LOAF),
    ),
    "a column of one line": ([columns(STORY, 40, 700, 240, 150, 2, size=9, indent=8)], STORY),
    "paragraphs with gaps": ([columns(STORY, 40, 700, 165, 140, 3, size=9, gap=6)], STORY),
    "one column, and two on the next page": (
        [column(STORY[:2], 40, 700, 500, gap=6), columns(STORY[2:], 40, 780, 240, 100, 2, gap=6)],
        STORY,
    ),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("pages", "read"), PAGES.values(), ids=PAGES.keys())
def test_pages_of_a_paper_are_read_story_by_story(pages: list[list[Text]], read: tuple[str, ...], seed: int) -> None:
    drawn = [list(page) for page in pages]
    drawn[0].append(Text(40, 740, 20, "Ferry strike halts isles"))
    for page in drawn:
        random.Random(seed).shuffle(page)
    draft = draft_of(*drawn)

    assert draft.meta.title == "Ferry strike halts isles"
    assert paragraphs(draft) == list(read)


def test_pages_of_nothing_but_one_line_keep_it() -> None:
    draft = draft_of(*[[Text(50, 700, 12, "No ferry sails today from here")] for _ in range(3)])

    assert " ".join(paragraphs(draft)) == " ".join(["No ferry sails today from here"] * 3)


def printed(*drawn: Text | Picture) -> Article:
    """Return the article of a page that a browser has printed."""
    title = Text(200, 820, 7, f"{TITLE} | Lindmark | The Coast Post")
    foot = [Text(30, 20, 7, ADDRESS), Text(540, 20, 7, "1/1")]
    return article_of(pdf([Text(30, 820, 7, "10/03/2026, 08:12"), title, *drawn, *foot]))


def test_the_title_that_a_browser_prints_tells_the_headline_from_larger_type_above_it() -> None:
    article = printed(
        Text(50, 780, 24, "The Coast Post"),
        Text(50, 750, 18, "Lindmark"),
        Text(50, 700, 22, TITLE),
        *column(STORY, 50, 660, 480, gap=8),
    )

    assert (article.title, article.outlet) == (TITLE, "The Coast Post")
    assert not [note for note in article.notes if note.key == "sources.pdf_headlines"]


def test_a_byline_and_a_date_in_small_type_below_a_standfirst_are_read() -> None:
    article = printed(
        Text(50, 700, 22, TITLE),
        Text(50, 675, 10, "Union accuses the company of a broken promise while travellers wait for the next ferry"),
        Text(50, 655, 8, "Ada Brandt, Harbour correspondent"),
        Text(50, 643, 8, "Tue 10 Mar 2026 06.02 GMT"),
        *column(STORY, 50, 610, 480, gap=8),
    )

    assert (article.byline, article.published) == ("Ada Brandt", "2026-03-10T06:02Z")
    assert article.text.endswith(STORY[-1])


SIGNED = ("By Ada Brandt | ada@lindmark.example", "PUBLISHED: March 10, 2026 at 5:31 AM | UPDATED: March 10, 2026")


@pytest.mark.parametrize("size", [8, 10])
def test_a_byline_and_a_date_above_a_picture_or_the_text_are_no_part_of_either(size: int) -> None:
    lines = [Text(50, 680 - 12.5 * i, size, line) for i, line in enumerate(SIGNED)]
    picture = [Picture(50, 508, 400, 150)] if size == 8 else []
    text = column(STORY, 50, 460 if picture else 655, 480, gap=8)
    article = printed(Text(50, 700, 22, TITLE), *lines, *picture, *text)

    assert (article.byline, article.published) == ("Ada Brandt", "2026-03-10T05:31")
    assert article.text == "\n\n".join((TITLE, *STORY))
