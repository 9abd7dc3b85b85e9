"""The tree of a page → the paragraphs of its story, and what to say about how they were found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...messages import Message, message
from ...model import SectionKind
from ..draft import Block
from ..furniture import is_furniture, is_page_line
from ..header import same_words
from .candidates import answers
from .quotations import credit_of, without_picture_link
from .repeats import without_repeats
from .scripts import ScriptText, stories_in
from .segments import Role, Segment, walk
from .several import stories_of
from .story import Chosen, Page
from .tree import MANY_ELEMENTS, Tree, flatten
from .works import named

LEFT_CHARACTERS = 400
LEFT_SHARE = 0.25
"""Prose outside the story is told of from so many characters, and from such a share of the story, on. One of 60 news
pages has as much: a list of other stories, two sentences of each."""
SHOWN_CHARACTERS = 60
SCRIPT_NEEDED = 1_500
"""A story with more characters than this is not looked for in scripts and templates."""
QUOTED_SHARE = 0.5
"""A story that stands in block quotations by more than this uses them for its layout."""

_TOPICS = re.compile(r"(?:tags?|topics?|filed under|categor(?:y|ies)|labels?|keywords?|related|more on)\b", re.I)


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of a story, captions among them, and notes."""

    blocks: tuple[Block, ...]
    notes: tuple[Message, ...] = ()


def body_of(tree: Tree, scripts: Sequence[ScriptText], title: str) -> Body:
    """Return the story of a page: of its markup, or of its data where that holds more of it."""
    many = sum(1 for _ in tree.iter()) > MANY_ELEMENTS
    if many:
        for parent in tree.iter():
            flatten(parent)
    page = Page(walk(tree))
    chosen = answers(page, tree, many)
    if chosen.characters < SCRIPT_NEEDED and next(tree.iter("noscript", "template"), None) is not None:
        hidden = Page(walk(tree, everything=True))
        more = answers(hidden, tree, many, extractors=False)
        if more.characters > 2 * chosen.characters:
            page, chosen = hidden, more
    shown = [page.segments[i].text for i in chosen.taken if page.segments[i].prose]
    for story in stories_in(scripts, named(tree, title), little=chosen.characters < SCRIPT_NEEDED):
        if story.is_more_than(shown, chosen.characters):
            return Body(
                tuple(Block(text) for text in story.paragraphs), (message("sources.page_data", where=story.where),)
            )
    return Body(tuple(_blocks(page, chosen, title)), tuple(_notes(page, chosen, title)))


def _blocks(page: Page, chosen: Chosen, title: str) -> list[Block]:
    kept = without_repeats([page.segments[i] for i in _with_captions(page, chosen.taken)], page.boxes)
    kept = [s for s in kept if not _is_of_the_page(s, title)]
    quoted = sum(len(s.text) for s in kept if s.quoted is not None)
    layout = quoted > QUOTED_SHARE * sum(len(s.text) for s in kept)
    return [_block(segment, title, layout) for segment in kept]


def _is_of_the_page(segment: Segment, title: str) -> bool:
    """Return whether a segment is the headline once more, a row of topics, or a network's line below a post."""
    if segment.role is Role.HEADING and same_words(segment.text, title):
        return True
    return (segment.menu and bool(_TOPICS.match(segment.text))) or (
        segment.credit and credit_of(segment.text, True) == ""
    )


def _block(segment: Segment, title: str, layout: bool) -> Block:
    if segment.role is Role.CAPTION:
        return Block(segment.text, SectionKind.CAPTION)
    if segment.credit or (segment.quoted is not None and not layout):
        # Neither furniture nor a note nor a header line: somebody's words, and who that is.
        text = without_picture_link(segment.text)
        return Block(text, SectionKind.BODY, None if segment.credit else segment.quoted)
    link = segment.linked >= 0.9 * len("".join(segment.text.split()))
    note = link and segment.text != title and not is_furniture(segment.text)
    return Block(segment.text, SectionKind.NOTE if note else None)


def _with_captions(page: Page, taken: Sequence[int]) -> list[int]:
    """Return the taken segments with the captions above and among them; what is in both is a caption."""
    if not taken:
        return []
    captions = [
        i
        for i in range(taken[-1])
        if page.segments[i].role is Role.CAPTION
        and not page.apart[page.segments[i].box]
        and not page.menus[page.segments[i].box]
        and not is_page_line(page.segments[i].text)
    ]
    known = {page.keys[i] for i in captions}
    return sorted({*captions, *(i for i in taken if page.keys[i] not in known)})


def _notes(page: Page, chosen: Chosen, title: str) -> list[Message]:
    taken = set(chosen.taken)
    left = [i for i, s in enumerate(page.segments) if i not in taken and s.prose and page.is_open(i)]
    known = {page.keys[i] for i in taken}
    outside = [page.segments[i].text for i in left if page.keys[i] not in known]
    size = sum(map(len, outside))
    notes = []
    if size >= LEFT_CHARACTERS and size >= LEFT_SHARE * chosen.characters:
        lines = " / ".join(map(_shown, outside[:3]))
        notes.append(message("sources.page_left_out", count=len(outside), characters=size, lines=lines))
    if stories := stories_of(page, chosen, title):
        lines = " / ".join(map(_shown, stories[:3]))
        notes.append(message("sources.page_several", count=len(stories), lines=lines))
    return notes


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS].rpartition(" ")[0] + "…"
