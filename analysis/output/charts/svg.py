"""A scene as an SVG file: vectors, a title on every data mark, fonts by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ...messages import render
from ..text import shown
from .palette import Palette
from .scene import Anchor, Item, Line, Marker, Path, Pattern, Rect, Scene, Shape, Text

FONTS = "Noto Sans, Noto Naskh Arabic, Droid Sans Fallback, Noto Emoji, sans-serif"
HATCHED = (Pattern.HATCH, Pattern.BACK_HATCH, Pattern.CROSS, Pattern.DOTS)
STEP = 5
"""Pixels between the lines of a pattern: fine enough for a 10 px bar, coarse enough for print."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every shape is drawn with."""

    palette: Palette
    language: str
    prefix: str
    text: Callable[[str], str]
    """How a text is written, so that it can be shown."""

    def pattern(self, role: str, pattern: Pattern) -> str:
        """The id of a pattern in a colour."""
        return f"{self.prefix}{pattern}-{role.replace('.', '-')}"


def svg(
    scene: Scene,
    palette: Palette,
    title: str = "",
    language: str = "en",
    background: bool = True,
    prefix: str = "",
    text: Callable[[str], str] = shown,
) -> str:
    """Return the scene as one SVG document; `title` names the whole picture for assistive technology.

    `prefix` keeps the ids of several pictures on one page apart; `text` writes labels as they can be shown.
    """
    pen = _Pen(palette, language, prefix, text)
    body = "".join(_PAINTERS[type(item)](item, pen) for item in scene.items)
    paper = f'<rect width="100%" height="100%" fill="{palette["paper"]}"/>' if background else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(scene.width)}" height="{_n(scene.height)}" '
        f'viewBox="0 0 {_n(scene.width)} {_n(scene.height)}" font-family="{FONTS}" role="img" '
        f"aria-label={quoteattr(shown(title))}>{_patterns(scene, pen)}{paper}{body}</svg>"
    )


def _n(value: float) -> str:
    """A length with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _patterns(scene: Scene, pen: _Pen) -> str:
    used = {
        (item.role, item.pattern) for item in scene.items if isinstance(item, Rect | Marker) and item.pattern in HATCHED
    }
    if not used:
        return ""
    drawn = "".join(
        f'<pattern id="{pen.pattern(role, pattern)}" width="{STEP}" height="{STEP}" patternUnits="userSpaceOnUse">'
        f'<rect width="{STEP}" height="{STEP}" fill="{pen.palette["paper"]}"/>'
        f"{_motif(pattern, pen.palette[role])}</pattern>"
        for role, pattern in sorted(used)
    )
    return f"<defs>{drawn}</defs>"


def _motif(pattern: Pattern, colour: str) -> str:
    s = STEP
    rising = f"M-1,1 L1,-1 M0,{s} L{s},0 M{s - 1},{s + 1} L{s + 1},{s - 1}"
    falling = f"M-1,{s - 1} L1,{s + 1} M0,0 L{s},{s} M{s - 1},-1 L{s + 1},1"
    if pattern is Pattern.DOTS:
        return f'<circle cx="{s / 2}" cy="{s / 2}" r="1.3" fill="{colour}"/>'
    lines = {Pattern.HATCH: rising, Pattern.BACK_HATCH: falling, Pattern.CROSS: f"{rising} {falling}"}[pattern]
    return f'<path d="{lines}" stroke="{colour}" stroke-width="1.5" fill="none"/>'


def _paint(role: str, pattern: Pattern, pen: _Pen) -> str:
    """Fill and stroke attributes of an area."""
    colour = pen.palette[role]
    if pattern is Pattern.SOLID:
        return f'fill="{colour}"'
    fill = pen.palette["paper"] if pattern is Pattern.OUTLINE else f"url(#{pen.pattern(role, pattern)})"
    return f'fill="{fill}" stroke="{colour}" stroke-width="1.2"'


def _titled(tag: str, item: Item, pen: _Pen, full: str = "") -> str:
    """An element without children, or with its tooltip as a <title>."""
    tip = render(item.datum.tooltip, pen.language) if item.datum is not None else full
    mark = f" data-mark={quoteattr(shown(item.datum.id))}" if item.datum is not None else ""
    name = tag.split(" ", 1)[0]
    if not tip:
        return f"<{tag}{mark}/>"
    return f"<{tag}{mark}><title>{escape(shown(tip))}</title></{name}>"


def _rect(item: Rect, pen: _Pen) -> str:
    inset = 0.0 if item.pattern is Pattern.SOLID else 0.6  # The stroke stays inside the area.
    x, y = item.x + inset, item.y + inset
    width, height = max(item.width - 2 * inset, 0.1), max(item.height - 2 * inset, 0.1)
    radius = f' rx="{_n(item.radius)}"' if item.radius else ""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{radius}'
    return _titled(f"rect {place} {_paint(item.role, item.pattern, pen)}", item, pen)


def _line(item: Line, pen: _Pen) -> str:
    dash = ' stroke-dasharray="3 3"' if item.dashed else ""
    return _titled(
        f'line x1="{_n(item.x1)}" y1="{_n(item.y1)}" x2="{_n(item.x2)}" y2="{_n(item.y2)}" '
        f'stroke="{pen.palette[item.role]}" stroke-width="{_n(item.width)}"{dash}',
        item,
        pen,
    )


def _marker(item: Marker, pen: _Pen) -> str:
    paint, r, x, y = _paint(item.role, item.pattern, pen), item.size / 2, item.x, item.y
    if item.shape is Shape.CIRCLE:
        return _titled(f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {paint}', item, pen)
    corners = {
        Shape.SQUARE: ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
        Shape.DIAMOND: ((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
        Shape.TRIANGLE: ((x, y - r), (x + r, y + r), (x - r, y + r)),
    }[item.shape]
    points = " ".join(f"{_n(px)},{_n(py)}" for px, py in corners)
    return _titled(f'polygon points="{points}" {paint}', item, pen)


def _text(item: Text, pen: _Pen) -> str:
    style = (' font-weight="bold"' if item.bold else "") + (' font-style="italic"' if item.italic else "")
    turn = f' transform="rotate({_n(item.angle)} {_n(item.x)} {_n(item.y)})"' if item.angle else ""
    anchor = "" if item.anchor is Anchor.START else f' text-anchor="{item.anchor}"'
    tip = render(item.datum.tooltip, pen.language) if item.datum is not None else item.full
    title = f"<title>{escape(shown(tip))}</title>" if tip else ""
    mark = f" data-mark={quoteattr(shown(item.datum.id))}" if item.datum is not None else ""
    return (
        f'<text x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}" fill="{pen.palette[item.role]}"'
        f"{anchor}{style}{turn}{mark}>{title}{escape(pen.text(item.text))}</text>"
    )


def _path(item: Path, pen: _Pen) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in item.points)
    return _titled(
        f'polyline points="{points}" fill="none" stroke="{pen.palette[item.role]}" stroke-width="{_n(item.width)}"',
        item,
        pen,
    )


_PAINTERS: dict[type, Callable[..., str]] = {Rect: _rect, Line: _line, Marker: _marker, Text: _text, Path: _path}
