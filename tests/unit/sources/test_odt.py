"""OpenDocument texts: what a reader of the page sees, once and in order."""

from __future__ import annotations

from analysis.model import SectionKind
from analysis.sources import read_bytes

from . import makers


def body(markup: str) -> list[str]:
    (article,) = read_bytes(makers.odt(f"<text:p>{makers.LEAD}</text:p>{markup}"), "a.odt").articles
    return article.text.split("\n\n")[1:]


def test_deleted_text_remarks_and_indexes_are_left_out() -> None:
    markup = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Struck.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:p>1 Cranes</text:p>"
        "</text:table-of-content><text:p>One<office:annotation><text:p>Really?</text:p></office:annotation> and"
        "<text:s/><text:span>two</text:span>.</text:p>"
    )
    assert body(markup) == ["One and two."]


def test_lists_sections_and_cells_are_read_in_their_order() -> None:
    markup = (
        "<text:list><text:list-item><text:p>First.</text:p></text:list-item></text:list><text:section><text:p>Second."
        "</text:p></text:section><table:table><table:table-row><table:table-cell><text:p>Third.</text:p>"
        "</table:table-cell><table:table-cell><text:p>Fourth.</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert body(markup) == ["First.", "Second.", "Third.", "Fourth."]


def test_notes_follow_the_text_and_boxes_their_paragraph() -> None:
    markup = (
        "<text:p>Seen<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By whom?</text:p>"
        "</text:note-body></text:note> twice.<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box>"
        "</draw:frame></text:p><text:p>The end.</text:p>"
    )
    (article,) = read_bytes(makers.odt(f"<text:p>{makers.LEAD}</text:p>{markup}"), "a.odt").articles

    assert article.text.split("\n\n")[1:] == ["Seen twice.", "Boxed.", "The end.", "By whom?"]
    assert article.sections[-1].kind is SectionKind.NOTE
