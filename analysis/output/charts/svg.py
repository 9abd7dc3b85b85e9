"""A scene as an SVG file: vectors, a title on every data mark, fonts by name."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from ...messages import render
from .palette import Palette
from .scene import Anchor, Item, Line, Marker, Path, Pattern, Rect, Scene, Shape, Text

FONTS = "Noto Sans, Noto Naskh Arabic, Droid Sans Fallback, sans-serif"
HATCHED = (Pattern.HATCH, Pattern.BACK_HATCH, Pattern.CROSS, Pattern.DOTS)
STEP = 5
"""Pixels between the lines of a pattern: fine enough for a 10 px bar, coarse enough for print."""


def svg(scene: Scene, palette: Palette, title: str = "", language: str = "en", background: bool = True) -> str:
    """Return the scene as one SVG document; `title` names the whole picture for assistive technology."""
    body = "".join(_item(item, palette, language) for item in scene.items)
    paper = f'<rect width="100%" height="100%" fill="{palette["paper"]}"/>' if background else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(scene.width)}" height="{_n(scene.height)}" '
        f'viewBox="0 0 {_n(scene.width)} {_n(scene.height)}" font-family="{FONTS}" role="img" '
        f"aria-label={quoteattr(_clean(title))}>{_patterns(scene, palette)}{paper}{body}</svg>"
    )


def _n(value: float) -> str:
    """A length with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _clean(text: str) -> str:
    """Text without the control characters that XML forbids."""
    return "".join(
        c for c in text if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000 and c not in "\ufffe\uffff")
    )


def _pattern_id(role: str, pattern: Pattern) -> str:
    return f"{pattern}-{role.replace('.', '-')}"


def _patterns(scene: Scene, palette: Palette) -> str:
    used = {
        (item.role, item.pattern) for item in scene.items if isinstance(item, Rect | Marker) and item.pattern in HATCHED
    }
    if not used:
        return ""
    drawn = "".join(
        f'<pattern id="{_pattern_id(role, pattern)}" width="{STEP}" height="{STEP}" patternUnits="userSpaceOnUse">'
        f'<rect width="{STEP}" height="{STEP}" fill="{palette["paper"]}"/>{_motif(pattern, palette[role])}</pattern>'
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


def _paint(role: str, pattern: Pattern, palette: Palette) -> str:
    """Fill and stroke attributes of an area."""
    colour = palette[role]
    if pattern is Pattern.SOLID:
        return f'fill="{colour}"'
    fill = palette["paper"] if pattern is Pattern.OUTLINE else f"url(#{_pattern_id(role, pattern)})"
    return f'fill="{fill}" stroke="{colour}" stroke-width="1.2"'


def _titled(tag: str, item: Item, language: str, full: str = "") -> str:
    """An element without children, or with its tooltip as a <title>."""
    tip = render(item.datum.tooltip, language) if item.datum is not None else full
    mark = f" data-mark={quoteattr(_clean(item.datum.id))}" if item.datum is not None else ""
    name = tag.split(" ", 1)[0]
    if not tip:
        return f"<{tag}{mark}/>"
    return f"<{tag}{mark}><title>{escape(_clean(tip))}</title></{name}>"


def _rect(item: Rect, palette: Palette, language: str) -> str:
    inset = 0.0 if item.pattern is Pattern.SOLID else 0.6  # The stroke stays inside the area.
    x, y = item.x + inset, item.y + inset
    width, height = max(item.width - 2 * inset, 0.1), max(item.height - 2 * inset, 0.1)
    radius = f' rx="{_n(item.radius)}"' if item.radius else ""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{radius}'
    return _titled(f"rect {place} {_paint(item.role, item.pattern, palette)}", item, language)


def _line(item: Line, palette: Palette, language: str) -> str:
    dash = ' stroke-dasharray="3 3"' if item.dashed else ""
    return _titled(
        f'line x1="{_n(item.x1)}" y1="{_n(item.y1)}" x2="{_n(item.x2)}" y2="{_n(item.y2)}" '
        f'stroke="{palette[item.role]}" stroke-width="{_n(item.width)}"{dash}',
        item,
        language,
    )


def _marker(item: Marker, palette: Palette, language: str) -> str:
    paint, r, x, y = _paint(item.role, item.pattern, palette), item.size / 2, item.x, item.y
    if item.shape is Shape.CIRCLE:
        return _titled(f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {paint}', item, language)
    corners = {
        Shape.SQUARE: ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
        Shape.DIAMOND: ((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
        Shape.TRIANGLE: ((x, y - r), (x + r, y + r), (x - r, y + r)),
    }[item.shape]
    points = " ".join(f"{_n(px)},{_n(py)}" for px, py in corners)
    return _titled(f'polygon points="{points}" {paint}', item, language)


def _text(item: Text, palette: Palette, language: str) -> str:
    style = (' font-weight="bold"' if item.bold else "") + (' font-style="italic"' if item.italic else "")
    turn = f' transform="rotate({_n(item.angle)} {_n(item.x)} {_n(item.y)})"' if item.angle else ""
    anchor = "" if item.anchor is Anchor.START else f' text-anchor="{item.anchor}"'
    tip = render(item.datum.tooltip, language) if item.datum is not None else item.full
    title = f"<title>{escape(_clean(tip))}</title>" if tip else ""
    mark = f" data-mark={quoteattr(_clean(item.datum.id))}" if item.datum is not None else ""
    return (
        f'<text x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}" fill="{palette[item.role]}"'
        f"{anchor}{style}{turn}{mark}>{title}{escape(_clean(item.text))}</text>"
    )


def _path(item: Path, palette: Palette, language: str) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in item.points)
    return _titled(
        f'polyline points="{points}" fill="none" stroke="{palette[item.role]}" stroke-width="{_n(item.width)}"',
        item,
        language,
    )


_PAINTERS: dict[type, Callable[..., str]] = {Rect: _rect, Line: _line, Marker: _marker, Text: _text, Path: _path}


def _item(item: Item, palette: Palette, language: str) -> str:
    return _PAINTERS[type(item)](item, palette, language)
