"""How an article is set: its letters, its sections, its paragraphs."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from analysis.model import Article, SectionKind

from ..offsets import Offsets

SERIF = ["Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif", "Times New Roman"]
LINE_HEIGHT, GAP = 132, 9
"""Per cent of the letters' height, and pixels of an empty line between paragraphs."""


def serif(points: float) -> QFont:
    """Return the font of articles."""
    font = QFont(SERIF)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def style_sections(document: QTextDocument, article: Article, offsets: Offsets) -> None:
    """Set headline, dateline, captions and notes apart; sizes are relative to the document's font."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    body = QTextBlockFormat()
    body.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(body)
    gap = QTextBlockFormat()
    gap.setLineHeight(GAP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block = document.firstBlock()
    while block.isValid():
        # An empty line between paragraphs stays one character, but takes half a line.
        if block.length() == 1:
            QTextCursor(block).mergeBlockFormat(gap)
        block = block.next()
    for section in article.sections:
        start, length = offsets.span_to_qt(section.span)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_format(section.kind))
    cursor.endEditBlock()


def _format(kind: SectionKind) -> QTextCharFormat:
    style = QTextCharFormat()
    if kind is SectionKind.HEADLINE:
        style.setFontWeight(QFont.Weight.Bold)
        style.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 1)
    elif kind is SectionKind.CAPTION:
        style.setFontItalic(True)
        style.setProperty(QTextFormat.Property.FontSizeAdjustment.value, -1)
    elif kind is SectionKind.DATELINE:
        style.setFontWeight(QFont.Weight.DemiBold)
        style.setFontLetterSpacing(103)
    elif kind is SectionKind.NOTE:
        style.setFontItalic(True)
    return style
