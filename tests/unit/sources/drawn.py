"""PDF files drawn by hand: any text at any place, in any order, in Helvetica."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_WIDTHS = dict(
    zip(
        range(32, 127),
        [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, *[556] * 10, 278, 278,
         584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667,
         778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556,
         278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
         334, 260, 334, 584],
        strict=True,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A line that begins at a point on its baseline, turned to the left by some degrees."""

    x: float
    y: float
    size: float
    text: str
    turn: float = 0

    def code(self) -> bytes:
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        shown = self.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {self.x:.2f} {self.y:.2f}"
        return b"BT /F1 %.2f Tf %s Tm (%s) Tj ET" % (self.size, place.encode(), shown)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image over a rectangle."""

    x: float
    y: float
    width: float
    height: float

    def code(self) -> bytes:
        return b"q %.1f 0 0 %.1f %.1f %.1f cm /I1 Do Q" % (self.width, self.height, self.x, self.y)


Drawn = Text | Picture


def width_of(text: str, size: float) -> float:
    return sum(_WIDTHS.get(ord(c), 556) for c in text) * size / 1000


def column(
    paragraphs: Iterable[str], x: float, y: float, width: float, size: float = 10, indent: float = 0, gap: float = 0
) -> list[Text]:
    """Return paragraphs as lines of a column, the first on the baseline `y`; words parted at "~" where they must be."""
    found: list[Text] = []
    for paragraph in paragraphs:
        left, line = x + indent, ""
        for word in paragraph.split():
            whole = word.replace("~", "")
            first, _, rest = word.partition("~")
            if width_of(f"{line} {whole}", size) <= x + width - left:
                line = f"{line} {whole}".strip()
                continue
            parted = first.removesuffix("-") + "-"
            if rest and width_of(f"{line} {parted}", size) <= x + width - left:
                line, whole = f"{line} {parted}", rest
            found.append(Text(left, y, size, line))
            left, line, y = x, whole, y - 1.25 * size
        found.append(Text(left, y, size, line))
        y -= 1.25 * size + gap
    return found


def pdf(*pages: Sequence[Drawn], fonts: bytes = b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding") -> bytes:
    """Return a file whose pages have these drawn on them in this order."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 %s >>" % fonts,
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1"
        b" >>\nstream\n\x80\nendstream",
    ]
    kids: list[bytes] = []
    for page in pages:
        code = b"\n".join(item.code() for item in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(code), code))
        resources = b"<< /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources %s >>"
            % (WIDTH, HEIGHT, len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )
