"""What a reader of a finished Word document sees comes out of it, once and in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.model import Article, SectionKind
from analysis.sources import read_bytes
from analysis.sources.docx import read_docx
from analysis.sources.docx.symbols import symbol
from analysis.sources.draft import Draft

from . import makers, word
from .word import paragraph, run

AFTER = "The port reopened on Thursday, and nobody asked any more about the cables that had been cut."
BREAK = "<w:r><w:br/></w:r>"


def texts(body: str, styles: str = "", **parts: str) -> list[str]:
    """The paragraphs of a document with this body."""
    return paragraphs(read_docx(word.document(body, styles, parts), "", ""))


def paragraphs(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks] if draft.blocks else draft.text.split("\n\n")


def article_of(data: bytes) -> Article:
    (article,) = read_bytes(data, "a.docx").articles
    return article


def sections(article: Article, kind: SectionKind) -> list[str]:
    return [s.span.of(article.text) for s in article.sections if s.kind is kind]


def field(instruction: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return sign("begin") + code + sign("separate") + run(result) + sign("end")


INLINE = {
    "content control": ("<w:sdt><w:sdtContent>" + run("was closed") + "</w:sdtContent></w:sdt>", "was closed"),
    "controls in a control": (
        "<w:sdt><w:sdtContent>" * 2 + run("was closed") + "</w:sdtContent></w:sdt>" * 2,
        "was closed",
    ),
    "control that nobody filled in": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Tap to enter") + "</w:sdtContent></w:sdt>",
        "",
    ),
    "hyperlink": ('<w:hyperlink w:anchor="x">' + run("was closed") + "</w:hyperlink>", "was closed"),
    "smart tag": ("<w:smartTag>" + run("was closed") + "</w:smartTag>", "was closed"),
    "insertion": ("<w:ins>" + run("was closed") + "</w:ins>", "was closed"),
    "deletion": ("<w:del><w:r><w:delText>stood open</w:delText></w:r></w:del>" + run("was closed"), "was closed"),
    "moved text": (
        "<w:moveFrom>" + run("was closed") + "</w:moveFrom><w:moveTo>" + run("was shut") + "</w:moveTo>",
        "was shut",
    ),
    "field": (field(' HYPERLINK "https://example.org" ', "was closed"), "was closed"),
    "field in the instruction of a field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + field("REF x", "hidden")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("was closed")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "was closed",
    ),
    "field that never ends": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("was closed"), "was closed"),
    "simple field": ('<w:fldSimple w:instr=" TITLE ">' + run("was closed") + "</w:fldSimple>", "was closed"),
    "hidden text": (run("was closed") + run(" at night", "<w:vanish/>"), "was closed"),
    "text that is not hidden": (run("was closed", '<w:vanish w:val="0"/>'), "was closed"),
    "hidden by its style": (run("was closed") + run(" at night", '<w:rStyle w:val="Secret"/>'), "was closed"),
    "hyphens": (
        "<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour long</w:t><w:noBreakHyphen/><w:t>serving</w:t></w:r>",
        "harbour long-serving",
    ),
    "tab": ("<w:r><w:t>was</w:t><w:tab/><w:t>closed</w:t></w:r>", "was closed"),
    "symbol": ('<w:r><w:t>was closed </w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "was closed →"),
    "comment": (
        '<w:commentRangeStart w:id="0"/>' + run("was closed") + '<w:r><w:commentReference w:id="0"/></w:r>',
        "was closed",
    ),
    "formula": ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    "ruby": (
        "<w:r><w:ruby><w:rt>" + run("rt") + "</w:rt><w:rubyBase>" + run("was closed") + "</w:rubyBase></w:ruby></w:r>",
        "was closed",
    ),
    "line end in a text": (run("was\nclosed"), "was closed"),
}


@pytest.mark.parametrize(("inner", "shown"), INLINE.values(), ids=INLINE.keys())
def test_a_sentence_is_read_as_it_shows(inner: str, shown: str) -> None:
    styles = word.style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character")

    assert texts(paragraph("The port ", inner, ".") + paragraph(AFTER), styles) == [f"The port {shown}.", AFTER]


def test_paragraphs_in_content_controls_stay_in_their_place() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('Two.')}<w:sdt><w:sdtContent>{paragraph('Three.')}"
    body = paragraph("One.") + control + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>" + paragraph("Four.")

    assert texts(body) == ["One.", "Two.", "Three.", "Four."]


def test_a_paragraph_of_soft_breaks_is_header_lines_and_paragraphs() -> None:
    lines = (makers.TITLE, BREAK, "By Ada Brandt", BREAK, "5 March 2024")
    stories = [piece for text in makers.PARAGRAPHS for piece in (BREAK, BREAK, text)]
    article = article_of(word.document(paragraph(*lines, *stories)))

    assert (article.title, article.byline, article.published) == (makers.TITLE, "Ada Brandt", "2024-03-05")
    assert article.text.split("\n\n")[1:] == list(makers.PARAGRAPHS)


def test_text_boxes_are_read_once_below_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('A box.')}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert texts(paragraph("The port ", drawing, "was closed.") + paragraph(AFTER)) == [
        "The port was closed.",
        "A box.",
        AFTER,
    ]


def test_a_drop_capital_belongs_to_its_word() -> None:
    capital = paragraph("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')

    assert texts(capital + '<w:bookmarkStart w:id="0"/>' + paragraph("he port was closed.")) == ["The port was closed."]


def test_paragraphs_whose_mark_is_deleted_are_one() -> None:
    first = paragraph("The port ", properties="<w:rPr><w:del/></w:rPr>")

    assert texts(first + paragraph("was closed.") + paragraph(AFTER)) == ["The port was closed.", AFTER]


def test_notes_stand_apart_at_the_end_and_their_numbers_nowhere() -> None:
    def note(kind: str, number: int, text: str) -> str:
        return f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'

    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    body = "".join(
        (
            paragraph("The cranes", mark("endnote", 7), " fell", mark("footnote", 2), " into the basin", star, "."),
            paragraph(AFTER),
        )
    )
    feet = note("footnote", 1, "Nobody refers to it.") + note("footnote", 3, " Starred.") + note("footnote", 2, " Low.")
    ends = note("endnote", 7, " Last.")
    data = word.document(
        body, parts={"footnotes": f"<w:footnotes>{feet}</w:footnotes>", "endnotes": f"<w:endnotes>{ends}</w:endnotes>"}
    )
    article = article_of(data)

    assert "The cranes fell into the basin.\n\n" in article.text
    assert sections(article, SectionKind.NOTE) == ["Low.\n\nStarred.\n\nLast."]
    assert article.text.endswith("Last.")


def test_styles_say_title_caption_and_quotation_in_any_language() -> None:
    styles = (
        word.style("berschrift1", "heading 1")
        + word.style("Zeile", "Schlagzeile", '<w:basedOn w:val="berschrift1"/>')
        + word.style("Beschriftung", "caption")
        + word.style("Zitat", "Quote")
    )
    body = "".join(
        (
            paragraph("The Lindmark Post"),
            paragraph(makers.TITLE, style="Zeile"),
            paragraph("Divers look for cables", style="Beschriftung"),
            paragraph("By Ada Brandt"),
            paragraph("5 March 2024"),
            paragraph(makers.LEAD),
            paragraph("We warned of it for years.", style="Zitat"),
            paragraph(AFTER),
        )
    )
    data = word.document(body, styles)
    article = article_of(data)

    assert (article.title, article.byline, article.published) == (makers.TITLE, "Ada Brandt", "2024-03-05")
    assert sections(article, SectionKind.CAPTION) == ["Divers look for cables"]
    assert [(q.span.of(article.text), q.author) for q in article.block_quotes] == [("We warned of it for years.", "")]
    assert read_docx(data, "", "").above == ("The Lindmark Post",)


def test_a_heading_below_a_byline_is_no_title() -> None:
    body = paragraph(makers.TITLE) + paragraph("By Ada Brandt") + paragraph(makers.LEAD)
    heading = paragraph("What comes next", style="h") + paragraph(AFTER)
    article = article_of(word.document(body + heading, word.style("h", "heading 1")))

    assert (article.title, article.byline) == (makers.TITLE, "Ada Brandt")
    assert "What comes next" in article.text


def test_heads_of_pages_are_handed_over_and_stay_out_of_the_text() -> None:
    head = f"<w:hdr>{paragraph('The Lindmark Post', '<w:r><w:tab/></w:r>', field('PAGE', '7'))}"
    head += f"{paragraph('Printed ', field(' DATE ', '9 May 2031'))}{paragraph(field('PAGE', '7'))}</w:hdr>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/></w:sectPr>'
    draft = read_docx(word.document(paragraph(AFTER) + section, parts={"header": head}), "", "")

    assert draft.above == ("The Lindmark Post", "Printed")
    assert draft.text == AFTER


def test_whoever_saved_the_file_is_not_its_author() -> None:
    import io

    import docx

    document = docx.Document(io.BytesIO(makers.docx()))
    document.core_properties.author = "Office User"
    file = io.BytesIO()
    document.save(file)
    article = article_of(file.getvalue())

    assert article.byline == "Ada Brandt"
    assert "Office User" not in str(article)


def test_tables_of_values_are_read_in_rows_and_tables_of_a_layout_in_cells() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    values = table(("Party", "Seats"), ("Harbour List", "12"))
    layout = table((makers.LEAD, makers.REST[0]), (makers.REST[1], AFTER))
    form = table(("Outlet", "The Lindmark Post"), ("Date:", "5 March 2024"))

    assert texts(values) == ["Party | Seats", "Harbour List | 12"]
    assert texts(layout) == [makers.LEAD, makers.REST[0], makers.REST[1], AFTER]
    assert texts(form) == ["Outlet: The Lindmark Post", "Date: 5 March 2024"]


def test_cells_below_a_merged_one_and_deleted_rows_do_not_show() -> None:
    merged = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Seen.")}</w:tc>'
    covered = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('Covered.')}</w:tc>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Gone.')}</w:tc></w:tr>"

    assert texts(f"<w:tbl><w:tr>{merged}</w:tr><w:tr>{covered}</w:tr>{gone}</w:tbl>") == ["Seen."]


@pytest.mark.parametrize("space", [word.TRANSITIONAL, word.STRICT])
@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx"])
def test_a_package_of_another_build_is_read(space: str, name: str) -> None:
    data = word.document(paragraph(makers.LEAD), main="content/doc.xml", space=space)
    (article,) = read_bytes(data, name).articles

    assert article.text == makers.LEAD


def test_a_style_that_rests_on_itself_does_no_harm() -> None:
    styles = word.style("a", "A", '<w:basedOn w:val="b"/>') + word.style("b", "B", '<w:basedOn w:val="a"/>')

    assert texts(paragraph(AFTER, style="a"), styles) == [AFTER]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Symbol", "F061", "α"), ("Symbol", "F0B0", "°"), ("Wingdings", "F0FC", "✓"), ("Arial", "2014", "—"),
     ("Arial", "F041", "A"), ("Wingdings 3", "F041", ""), ("Arial", "D800", ""), ("Arial", "x", "")],
)  # fmt: skip
def test_signs_of_fonts_become_characters(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def test_a_page_that_a_document_shows_in_its_place_is_read() -> None:
    article = article_of(word.document('<w:altChunk r:id="rpage"/>', page=makers.page()))

    assert article.title == makers.TITLE
    assert makers.LEAD in article.text


SHOWS = '<w:altChunk r:id="rpage"/>'
INSERTED = f"<html><body><h2>Afterwards</h2><p>{AFTER}</p></body></html>".encode()


def test_a_page_that_stands_between_paragraphs_is_read_in_its_place() -> None:
    body = paragraph(makers.LEAD) + SHOWS * 2 + paragraph(makers.REST[0])
    draft = read_docx(word.document(body, page=INSERTED), "", "")

    assert paragraphs(draft) == [makers.LEAD, "Afterwards", AFTER, makers.REST[0]]
    assert draft.notes == ()


def test_a_file_in_the_text_that_is_not_there_is_named() -> None:
    draft = read_docx(word.document(paragraph(makers.LEAD) + SHOWS), "", "")

    assert [note.key for note in draft.notes] == ["sources.docx_inserted"]


def test_the_heads_of_all_sections_are_read() -> None:
    def section(kind: str) -> str:
        return f'<w:sectPr><w:headerReference r:id="r{kind}"/></w:sectPr>'

    def head(line: str) -> str:
        return f"<w:hdr>{paragraph(line)}</w:hdr>"

    body = paragraph(makers.LEAD, properties=section("headera")) + paragraph(makers.REST[0]) + section("headerb")
    parts = {"headera": head("Draft for the desk"), "headerb": head("The Lindmark Post, 5 March 2024")}
    draft = read_docx(word.document(body, parts=parts), "", "")

    assert draft.above == ("Draft for the desk", "The Lindmark Post, 5 March 2024")


@pytest.mark.parametrize(
    ("called", "make"),
    [
        ("part.docx", lambda: word.document(paragraph(AFTER))),
        ("part.rtf", lambda: makers.rtf(AFTER)),
        ("part.txt", lambda: AFTER.encode()),
        ("part.mht", lambda: makers.mhtml(f"<html><body><p>{AFTER}</p></body></html>".encode())),
    ],
)
def test_files_of_other_kinds_are_read_in_their_place_too(called: str, make: Callable[[], bytes]) -> None:
    body = paragraph(makers.LEAD) + SHOWS + paragraph(makers.REST[0])

    draft = read_docx(word.document(body, page=make(), called=called), "", "")

    assert paragraphs(draft) == [makers.LEAD, AFTER, makers.REST[0]]


def test_documents_in_one_another_are_read_one_deep_and_the_rest_is_named() -> None:
    inner = word.document(paragraph(AFTER) + SHOWS, page=INSERTED)
    draft = read_docx(word.document(paragraph(makers.LEAD) + SHOWS, page=inner, called="part.docx"), "", "")

    assert paragraphs(draft) == [makers.LEAD, AFTER]
    assert [note.key for note in draft.notes] == ["sources.docx_inserted"]
