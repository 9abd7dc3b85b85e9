"""The paragraphs and rows of tables of one destination of an RTF file, as they are filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..word_processor import line_of_row


@dataclass(slots=True)
class Page:
    """The paragraphs of one destination as they are filled."""

    paragraphs: list[tuple[str, int]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    style: int = 0
    row: int = 0
    """The number of the first paragraph of a table's row."""
    cells: list[int] = field(default_factory=list)
    """The numbers of those behind each of its cells."""

    def end(self) -> None:
        """End the paragraph."""
        self.paragraphs.append(("".join(self.pieces), self.style))
        self.pieces.clear()

    def begin_row(self) -> None:
        """Begin a row, unless one is under way: its properties may stand at its end too."""
        if not self.cells:
            self.row = len(self.paragraphs)

    def end_cell(self) -> None:
        """End a cell, and the paragraph in it."""
        self.end()
        self.cells.append(len(self.paragraphs))

    def end_row(self) -> None:
        """End a row; of one with a short entry in each cell a line is made."""
        starts = [self.row, *self.cells[:-1]]
        cells = [
            [text for text, _ in self.paragraphs[a:b] if text.strip()] for a, b in zip(starts, self.cells, strict=True)
        ]
        if line := line_of_row([cell for cell in cells if cell]):
            del self.paragraphs[self.row :]
            self.paragraphs.append((line, 0))
        self.cells.clear()
        self.row = len(self.paragraphs)

    def lines(self) -> list[str]:
        """Return the paragraphs' texts."""
        if self.pieces:
            self.end()
        return [_joined(text) for text, _ in self.paragraphs]


def _joined(text: str) -> str:
    """Return `text` with the halves of characters beyond U+FFFF joined; a half alone is shown as U+FFFD."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
