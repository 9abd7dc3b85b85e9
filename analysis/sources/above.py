"""What stands above a headline: the outlet and the date, sections, the menus of a page, running heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..messages import Message, message
from .draft import Meta
from .furniture import is_furniture, is_page_line
from .kinds.labels import is_label
from .metadata.bylines import has_given_name
from .metadata.candidates import SHOWN
from .metadata.lines import above_line, header_line, is_above, is_bare_outlet, is_byline, line_alone
from .metadata.masthead import ends_like_a_sentence, is_date, is_outlet, outlet_line
from .metadata.outlets import address_as_name, is_section, looks_named, outlet_name
from .metadata.titles import tail_of, without_outlet

OUTLET_WORDS = 5
"""Of the tail of a title that is an outlet's name by its place alone."""
MASTHEAD_WORDS = 4
"""Of a line above a date that is an outlet's name by its place alone; a headline is mostly longer."""
LEAST_ROW = 3
"""Names of a menu that stand in one line."""
HEADED_LINES = 10
"""Among how many lines, empty ones and all, the byline or date of a headline stands."""
ABOVE_LINES = 8
"""How many lines, empty ones and all, may stand above a headline: outlet, date, section, page."""
MENU_LINES, LEAST_MENU, MENU_WORDS = 40, 4, 3
"""Among how many lines a menu is looked for, how many it has, and of how many words each at most."""

_PRINTED_ON = re.compile(r"^(?:[\d/.,:#\s-]|[AP]M\b)+")
"""The day and hour at which a browser printed a page."""


def above_title(lines: list[str], meta: Meta, opens_with_title: Callable[[list[str]], bool]) -> tuple[Meta, list[str]]:
    """Return what the lines above a headline say, and the lines from it on.

    Nothing is read where no headline would follow, as `opens_with_title` says of the rest.
    """
    for read in (_masthead, _bare_masthead):
        if (opened := read(lines, meta, opens_with_title)) is not None:
            return opened
    found, used = meta, 0
    for line in lines[:ABOVE_LINES]:
        if line and outlet_line(line, found, above=True) is None and not is_above(line):
            break
        found = above_line(line, found, _above(line)) if line else found
        used += 1
    rest = below(lines, used)
    return (found, rest) if found.published != meta.published and opens_with_title(rest) else (meta, lines)


def without_menu(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines without the menu of a page above the headline, and those of the menu.

    Sections and links a line each, at least four in a row, half of them known; a name that is none stands among them.
    """
    start = 0
    for i, line in enumerate([*lines[:MENU_LINES], ""]):
        if 0 < len(line.split()) <= MENU_WORDS and not is_date(line) and not is_byline(line):
            continue
        run = lines[start:i]
        if len(run) >= LEAST_MENU and 2 * sum(is_section(name) or is_page_line(name) for name in run) >= len(run):
            return [*lines[:start], *below(lines, i)], run
        if line and not (is_above(line) or outlet_line(line, Meta(), above=True)):
            break  # the headline
        start = i + 1
    return lines, []


def _masthead(
    lines: list[str], meta: Meta, opens_with_title: Callable[[list[str]], bool]
) -> tuple[Meta, list[str]] | None:
    """Read an outlet's name and the date below it where a headline and then a byline or a story follow."""
    printed = [(i, line) for i, line in enumerate(lines[:ABOVE_LINES]) if line]
    if len(printed) < 4:
        return None
    (_, name), (_, date), (third, _), *_ = printed
    if not _may_be_masthead(name) or not is_date(date):
        return None
    rest = below(lines, third)
    if is_above(rest[0]) or header_line(rest[0], Meta()) or not opens_with_title(rest):
        return None
    found = meta.stating("outlet", _name(name), _above(name))
    return above_line(date, found, _above(date)), rest


def _bare_masthead(
    lines: list[str], meta: Meta, opens_with_title: Callable[[list[str]], bool]
) -> tuple[Meta, list[str]] | None:
    """Read an outlet's name, a menu or an address below it, where a headline and a byline or a date follow."""
    printed = [(i, line) for i, line in enumerate(lines[:ABOVE_LINES]) if line]
    if not printed or not _is_masthead_alone(name := printed[0][1]):
        return None
    after = next((i for i, line in printed[1:] if not is_around(line)), len(lines))
    rest = below(lines, after)
    headed = [line for line in rest[:HEADED_LINES] if line]
    if len(headed) < 2 or len(headed[0].split()) <= len(name.split()) or ends_like_a_sentence(headed[0]):
        return None
    between = after > printed[1][0]
    signed = any(line_alone(line) for line in (headed[1:] if between else headed[1:2]))
    if line_alone(headed[0]) or not signed or not opens_with_title(rest):
        return None
    return meta.stating("outlet", _name(name), _above(name)), rest


def _is_masthead_alone(line: str) -> bool:
    """Return whether a line is an outlet's name by the word it ends or begins with: "The Evening Post"."""
    tokens = line.split()
    typical = looks_named(tokens[-1]) or (tokens[0] != "The" and looks_named(tokens[0]))
    return len(tokens) > 1 and typical and is_bare_outlet(line) and _may_be_masthead(line)


def is_around(line: str) -> bool:
    """Return whether a line below a masthead belongs to the page."""
    return is_furniture(line) or is_page_line(line) or is_menu_row(line)


def is_menu_row(line: str) -> bool:
    """Return whether a line is a page's menu: "HOME NEWS SPORT WEATHER"."""
    names = [name for name in re.split(r"[\s|•·]+", line) if name]
    return len(names) >= LEAST_ROW and all(is_section(name) or is_page_line(name) for name in names)


def _may_be_masthead(line: str) -> bool:
    """Return whether a line beside a date above a headline is an outlet's name by its place alone."""
    short = len(line.split()) <= MASTHEAD_WORDS and not re.search(r"\s\d+$", line)
    return short and is_outlet(line) and not has_given_name(line) and not (is_furniture(line) or is_page_line(line))


def read_above(above: Sequence[str], removed: Sequence[str], meta: Meta) -> Meta:
    """Return `meta` with what the lines `above` a headline say of outlet and date, and running heads of the outlet.

    A running head that a browser prints ("10/03/2026, 08:12 Headline | The Beacon") has the day of printing, which is
    not that of publication.
    """
    heads = {line: tail_of(_PRINTED_ON.sub("", line), (meta.title,)) for line in (*above, *removed) if meta.title}
    lines = [line for line in above if not heads.get(line) and not is_furniture(line)]
    for line in lines:
        meta = above_line(line, meta, _above(line))
    for line, outlet in heads.items():
        meta = meta.stating("outlet", outlet, message("sources.evidence.running_head", line=line[:SHOWN]))
    if any(is_date(line) for line in lines):
        for line in filter(_may_be_masthead, lines):
            meta = meta.stating("outlet", _name(line), _above(line))
    return meta


def _name(line: str) -> str:
    return outlet_name(line) or address_as_name(line)


def _above(line: str) -> Message:
    return message("sources.evidence.above", line=line[:SHOWN])


def with_title_cut(meta: Meta) -> Meta:
    """Return `meta` with a title without the outlet at its tail: "Headline | The Beacon", copied with the page's."""
    label, sign, rest = meta.title.partition(" | ")
    if sign and is_label(label):  # "Opinion | Headline": the kind keeps it
        meta = replace(meta.with_column("section", label), title=rest)
    head, sign, tail = meta.title.rpartition(" | ")
    if sign and not meta.outlet and is_outlet(tail) and len(tail.split()) <= OUTLET_WORDS:
        meta = meta.stating(
            "outlet", outlet_name(tail), message("sources.evidence.title_tail", title=meta.title[:SHOWN])
        )
        return replace(meta, title=head)
    return replace(meta, title=without_outlet(meta.title, meta.outlet)) if meta.outlet else meta


def below(lines: Sequence[str], used: int) -> list[str]:
    """Return the lines below the first `used`, from the first on that is not empty."""
    rest = list(lines[used:])
    while rest and not rest[0]:
        rest.pop(0)
    return rest
