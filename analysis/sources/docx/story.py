"""The text of one part of a Word document as a reader sees it: paragraphs, each once, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..word_processor import Paragraph, Role
from .fields import Fields
from .markup import attribute, child, flag, name, shown_children
from .styles import Styles
from .symbols import symbol
from .tables import paragraphs_of_table

_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
"""Elements of a run that stand for a character. An optional hyphen stands for none."""


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    pieces: list[str] = field(default_factory=list)
    role: Role | None = None
    hidden: bool = False
    """Whether the paragraph's style hides text."""


class Story:
    """Reads a part; `notes` fills with the (kind, id) of the notes that the text refers to, in order.

    `printed_only` leaves out what fields tell of the file: page numbers, today's date. `inserted` gives the paragraphs
    of a file that is shown in a place, by the id of what refers to it.
    """

    def __init__(
        self,
        root: Any,
        styles: Styles,
        printed_only: bool = False,
        inserted: Callable[[str], Iterable[Paragraph]] = lambda id_: (),
    ) -> None:
        self._styles = styles
        self._inserted = inserted
        self._printed_only = printed_only
        self._fields = Fields(root, printed_only)
        self._held = _Line()
        self.notes: list[tuple[str, str]] = []

    def paragraphs(self, container: Any) -> Iterator[Paragraph]:
        """Yield the paragraphs of a body, cell, note, header or text box."""
        yield from self._within(container)
        yield from self._flush()

    def _within(self, container: Any) -> Iterator[Paragraph]:
        for element in shown_children(container):
            match name(element):
                case "w:p":
                    yield from self._paragraph(element)
                case "w:tbl":
                    yield from self._flush()
                    yield from paragraphs_of_table(element, self._cell)
                case "w:altChunk":
                    yield from self._flush()
                    yield from self._inserted(attribute(element, "id"))
                case "w:sectPr" | "w:tcPr":
                    continue
                case _:
                    yield from self._within(element)

    def _cell(self, cell: Any) -> list[Paragraph]:
        return [paragraph for paragraph in self.paragraphs(cell) if paragraph.text.strip()]

    def _flush(self) -> Iterator[Paragraph]:
        """Yield what waits for a paragraph to join."""
        held, self._held = self._held, _Line()
        text = "".join(held.pieces)
        if text.strip():
            yield Paragraph(text, held.role)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        properties = child(element, "w:pPr")
        style = child(element, "w:pPr", "w:pStyle")
        style_id = "" if style is None else attribute(style, "val")
        line = self._held
        line.hidden = self._styles.hidden(style_id, paragraph=True)
        line.role = line.role if line.pieces else self._styles.role(style_id)
        boxes: list[Any] = []
        self._inline(element, line, boxes)
        if not _joins_next(properties):
            yield from self._flush()
        yield from self._boxes(boxes)

    def _boxes(self, boxes: list[Any]) -> Iterator[Paragraph]:
        """Yield the paragraphs of text boxes, below the paragraph to which they are anchored."""
        for box in boxes:
            inside = Story(box, self._styles, self._printed_only, self._inserted)
            yield from inside.paragraphs(box)
            self.notes += inside.notes

    def _inline(self, element: Any, line: _Line, boxes: list[Any]) -> None:
        for inner in shown_children(element):
            match name(inner):
                case "w:r":
                    self._run(inner, line, boxes)
                case "w:fldSimple":
                    if self._fields.shows(attribute(inner, "instr")):
                        self._inline(inner, line, boxes)
                case "m:t":
                    self._put(inner.text or "", line, hidden=False)
                case "w:pPr" | "w:rPr":
                    continue
                case _:
                    self._inline(inner, line, boxes)

    def _run(self, run: Any, line: _Line, boxes: list[Any]) -> None:
        hidden = self._is_hidden(run, line)
        for inner in shown_children(run):
            kind = name(inner)
            match kind:
                case "w:t":
                    text = (inner.text or "").replace("\r", " ").replace("\n", " ")
                    self._put(text, line, hidden)
                case "w:br" | "w:cr" | "w:tab" | "w:ptab" | "w:noBreakHyphen":
                    self._put(_BREAKS[kind], line, hidden)
                case "w:sym":
                    self._put(symbol(attribute(inner, "font"), attribute(inner, "char")), line, hidden)
                case "w:fldChar":
                    self._fields.mark(inner)
                case "w:instrText":
                    self._fields.instruct(inner.text or "")
                case "w:footnoteReference" | "w:endnoteReference":
                    if self._fields.showing and not hidden:
                        self.notes.append((kind[2:].removesuffix("Reference"), attribute(inner, "id")))
                    if attribute(inner, "customMarkFollows") in ("1", "true", "on"):
                        return
                case "w:drawing" | "w:pict" | "w:object":
                    if self._fields.showing and not hidden:
                        boxes += _boxes_in(inner)
                case "w:ruby":
                    base = child(inner, "w:rubyBase")
                    if base is not None:
                        self._inline(base, line, boxes)

    def _put(self, text: str, line: _Line, hidden: bool) -> None:
        if text and not hidden and self._fields.showing:
            line.pieces.append(text)

    def _is_hidden(self, run: Any, line: _Line) -> bool:
        properties = child(run, "w:rPr")
        if properties is None:
            return line.hidden
        vanish = flag(properties, "w:vanish")
        if vanish is not None:
            return vanish
        style = child(properties, "w:rStyle")
        # Two styles that both hide their text show it: the property is a switch.
        return line.hidden ^ (style is not None and self._styles.hidden(attribute(style, "val")))


def _joins_next(properties: Any | None) -> bool:
    """Return whether a paragraph goes on in the next: a drop capital, or its mark is deleted or hidden."""
    if properties is None:
        return False
    frame = child(properties, "w:framePr")
    if frame is not None and attribute(frame, "dropCap") in ("drop", "margin"):
        return True
    mark = child(properties, "w:rPr")
    if mark is None:
        return False
    deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
    return deleted or bool(flag(mark, "w:vanish")) or bool(flag(mark, "w:specVanish"))


def _boxes_in(element: Any) -> Iterator[Any]:
    """Yield the text boxes of a drawing, without those in them."""
    for inner in shown_children(element):
        if name(inner) == "w:txbxContent":
            yield inner
        else:
            yield from _boxes_in(inner)
