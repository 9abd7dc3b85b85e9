"""Files in which people have put several articles one below the other → an article for each.

Stands behind `archives.split`. A text is cut only where every part of it has a head of its own and something parts them
all: a block of keys, a style of headings, rules or empty lines. Where only headlines with bylines stand in it, a note
says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...messages import Message, message
from ..canonical import one_line
from ..draft import Block, Draft, Meta
from .heads import headlines_in
from .parts import Part, parts_by_groups, parts_by_headings, parts_by_keys

__all__ = ["split"]

Line = tuple[str, int]
"""A line without the spaces around it, and the place of its block among those of the draft."""


def split(draft: Draft) -> list[Draft]:
    """Return the articles in a draft whose file is no archive's: several, or the draft itself, with a note maybe."""
    if not (draft.text or draft.lined):
        return [draft]
    blocks = _blocks(draft)
    lines = [(line.strip(), i) for i, block in enumerate(blocks) for line in block.text.splitlines()]
    texts = [line for line, _ in lines]
    # What says of a whole file whose it is, and when it was published, says it of one article.
    parts = [] if draft.meta.outlet or draft.meta.published else _parts(draft, texts)
    if parts and (draft.text or all(_opens_block(lines, part.start) for part in parts)):
        return list(_drafts(parts, draft, blocks, lines))
    found = headlines_in(texts)
    if found > 1:
        return [replace(draft, notes=(*draft.notes, message("sources.several.maybe", count=found)))]
    return [draft]


def _blocks(draft: Draft) -> list[Block]:
    """Return the text as blocks, opened by the title that its file names apart."""
    blocks = list(draft.blocks) if draft.lined else [Block(draft.text)]
    title = one_line(draft.meta.title)
    return [Block(f"{title}\n"), *blocks] if title else blocks


def _parts(draft: Draft, lines: Sequence[str]) -> list[Part]:
    """Return where the articles begin and end; none where it is not certain that there are several."""
    return parts_by_keys(lines) or parts_by_headings(lines, draft.headings) or parts_by_groups(lines)


def _opens_block(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at - 1][1] != lines[at][1]


def _drafts(parts: Sequence[Part], file: Draft, blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Draft]:
    """Yield a draft for each part; what is said of the whole file, and what stood above all of them, with the first."""
    outside = [line for line, _ in lines[: parts[0].start] if any(c.isalnum() for c in line) and line != parts[0].title]
    removed: tuple[str, ...] = tuple(dict.fromkeys([*file.removed, *outside]))
    notes: tuple[Message, ...] = (*file.notes, message("sources.several.cut", count=len(parts)))
    above = file.above
    for number, part in enumerate(parts, 1):
        inside = lines[part.start : part.end]
        text = "\n".join(line for line, _ in inside)
        yield Draft(
            f"{file.source}#{number}",
            hashlib.sha256(f"{part.title}\n{text}".encode(errors="replace")).hexdigest(),
            text="" if file.lined else text,
            blocks=tuple(blocks[i] for i in dict.fromkeys(i for _, i in inside)) if file.lined else (),
            meta=Meta(title=part.title, language=file.meta.language),
            stem=f"{file.stem} {number}".strip(),
            notes=notes,
            removed=removed,
            above=above,
            lined=file.lined,
        )
        removed, notes, above = (), (), ()
