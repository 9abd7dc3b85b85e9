"""Which segments of a page are its story: an extractor's answer, held against the boxes that the answer stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..furniture import is_furniture
from ..metadata.lines import line_alone
from .segments import LINKED_SHARE, Box, Role, Walked

COVERED = 0.6
"""Share of a segment's runs of words that an answer must have for the answer to have the segment. On 60 pages .4 and .8
give .969 and .970 F1 as well; re-run `python -m tests.quality.extraction` when changing this or what follows."""
RUN = 4
"""Words in such a run."""
MAIN_SHARE = 0.8
"""Share of the story's characters that its innermost box holds: a paragraph astray must not make the page the story.
On 60 pages .7 does as well, .9 costs .004 F1."""
ACQUITTED = 0.5
"""Share of the page's prose from which a box is the story whatever its name. On 60 pages .4 costs .005 F1, .6 none."""
NEVER_THE_STORY = ("comment", "contentinfo", "disqus", "footer", "nav", "respond")
"""How names begin of what is no story however long, unless the headline stands in it: readers may write more than the
outlet."""
OWN_CHARACTERS = 200
"""Characters of prose outside such a box from which, on a page without a headline, they are the story."""
STANDFIRST = 2
"""Paragraphs between headline and story that may be its standfirst; more are teasers."""
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
TURN_LINES = 3
"""Short lines between two paragraphs of the story that may be its own: a time, an author and a heading of an entry."""
BESIDE = 3
"""Short paragraphs at either end of the story that may be its own."""
LIVE_TIMES = 2
"""Times within a story from which it is a live blog."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Segments taken, by index, in the order of the page."""

    taken: tuple[int, ...]
    characters: int
    """Of the taken segments that are prose."""


class Page:
    """The segments of a page with what choosing among them needs; every look-up takes the same time on any page."""

    def __init__(self, walked: Walked) -> None:
        self.segments = walked.segments
        self.boxes = walked.boxes
        self.keys = ["".join(segment.text.split()) for segment in self.segments]
        self._prose = sums(len(s.text) if s.prose else 0 for s in self.segments)
        self._linked = sums(s.linked for s in self.segments)
        self._all = sums(len(s.text) for s in self.segments)
        self.apart = self._apart()
        self.others = self._others()
        self.menus = self._menus()
        self.article = self._articles()
        self._open: list[bool | None] = [None] * len(self.segments)

    def _apart(self) -> list[bool]:
        """Return of each box whether it, or one around it, is no part of the story."""
        whole = self._prose[-1]
        headed = self._headed_apart()
        titles = sums(self.is_title(i) for i in range(len(self.segments)))

        def acquitted(box: Box) -> bool:
            inside = self._prose[box.end] - self._prose[box.first]
            if not whole or inside <= ACQUITTED * whole:
                return False
            if not box.apart.startswith(NEVER_THE_STORY) or titles[box.end] > titles[box.first]:
                return True
            return not titles[-1] and whole - inside < OWN_CHARACTERS

        return self._inherited([(bool(b.apart) or i in headed) and not acquitted(b) for i, b in enumerate(self.boxes)])

    def _headed_apart(self) -> set[int]:
        """Return the boxes that open with the heading of a menu, a newsletter or the like."""
        found = set()
        for box in self.boxes:
            above = self.boxes[box.parent]
            if (
                box.parent >= 0
                and above.tag not in ("body", "main", "article")
                and above.first == box.first < box.end
                and self.segments[box.first].role is Role.HEADING
                and is_furniture(self.segments[box.first].text)
            ):
                found.add(box.parent)
        return found

    def _others(self) -> list[bool]:
        """Return of each box whether it, or one around it, is another story: its headline is a link, its text short."""
        teasers = set()
        whole = self._prose[-1]
        for box in self.boxes:
            if box.tag in ("h2", "h3", "h4", "h5") and box.end == box.first + 1 and self.segments[box.first].menu:
                above = self._around(box.parent)
                inside = self.boxes[above]
                prose = self._prose[inside.end] - self._prose[inside.first]
                if prose <= (ACQUITTED * whole if inside.tag == "article" else TEASER_CHARACTERS):
                    teasers.add(above)
        return self._inherited([i in teasers for i in range(len(self.boxes))])

    def _menus(self) -> list[bool]:
        """Return of each box whether it, or one around it, is another story or mostly links."""
        linked = [
            self._linked[b.end] - self._linked[b.first] > LINKED_SHARE * (self._all[b.end] - self._all[b.first])
            for b in self.boxes
        ]
        return self._inherited([a or b for a, b in zip(linked, self.others, strict=True)])

    def _inherited(self, own: Sequence[bool]) -> list[bool]:
        """Return of each box whether it, or one around it, is so."""
        found: list[bool] = []
        for mine, box in zip(own, self.boxes, strict=True):
            found.append(mine or (box.parent >= 0 and found[box.parent]))
        return found

    def _around(self, i: int) -> int:
        """Return the article whose head a box is, the box itself where it is none's."""
        at = i
        while self.boxes[at].tag in ("header", "hgroup") and self.boxes[at].parent >= 0:
            at = self.boxes[at].parent
        return at

    def is_title(self, i: int) -> bool:
        """Return whether a segment is a heading of the whole page."""
        return self.boxes[self.segments[i].box].tag == "h1"

    def is_outside(self, i: int) -> bool:
        """Return whether a segment stands in what is set apart from the story, or in another story."""
        box = self.segments[i].box
        return self.apart[box] or self.others[box]

    def is_open(self, i: int) -> bool:
        """Return whether a segment may be of the story: in no menu, in nothing set apart, no caption, no furniture."""
        known = self._open[i]
        if known is None:
            known = self._open[i] = self._is_open(i)
        return known

    def _is_open(self, i: int) -> bool:
        segment = self.segments[i]
        if segment.role is Role.CAPTION or self.is_outside(i) or is_furniture(segment.text):
            return False
        # What somebody posted may be little more than a link.
        return segment.quoted is not None or segment.credit or not (segment.menu or self.menus[segment.box])

    def prose(self) -> int:
        """Return the characters of all prose that may be of the story."""
        return sum(len(segment.text) for i, segment in enumerate(self.segments) if segment.prose and self.is_open(i))

    def _articles(self) -> list[int]:
        """Return of each box the innermost `article` that it stands in, -1 for none."""
        found: list[int] = []
        for i, box in enumerate(self.boxes):
            found.append(i if box.tag == "article" else found[box.parent] if box.parent >= 0 else -1)
        return found

    def chosen(self, taken: Iterable[int]) -> Chosen:
        indices = tuple(sorted(taken))
        return Chosen(indices, sum(len(self.segments[i].text) for i in indices if self.segments[i].prose))


TEASER_CHARACTERS = 600
"""A box of fewer, whose heading is a link, is a teaser of another story."""


def sums(values: Iterable[int]) -> list[int]:
    """Return the sums of the first 0, 1, 2 … values."""
    return list(accumulate(values, initial=0))


def covered(page: Page, answer: Sequence[str]) -> list[int]:
    """Return the segments that an extractor's answer has."""
    keys = {"".join(text.split()) for text in answer}
    runs: set[tuple[str, ...]] | None = None
    found = []
    for i, key in enumerate(page.keys):
        if key in keys:
            found.append(i)
            continue
        words = page.segments[i].text.split()
        if len(words) < RUN:
            continue
        if runs is None:
            runs = {run for text in answer for run in runs_of(text.split())}
        mine = runs_of(words)
        if sum(run in runs for run in mine) >= COVERED * len(mine):
            found.append(i)
    return found


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return every run of four words."""
    return list(zip(*(words[i:] for i in range(RUN)), strict=False))


def completed(page: Page, found: Sequence[int]) -> Chosen:
    """Return an extractor's segments with those that stand among them or in boxes of their kind."""
    found = [i for i in found if page.segments[i].role is not Role.CAPTION]
    if not found:
        return Chosen((), 0)
    found = [i for i in found if not page.is_outside(i)] or found
    taken = set(found)
    main = main_box(page, found)
    box = page.boxes[main]
    inside = [i for i in found if box.first <= i < box.end]
    # Between a headline and the first paragraph stand byline and date.
    first = next((i for i in inside if page.segments[i].role is not Role.HEADING), inside[0])
    taken |= {i for i in range(first, inside[-1]) if page.is_open(i)}
    taken |= _below_headline(page, main, first)
    own = [page.boxes[page.segments[i].box] for i in inside if page.segments[i].prose]
    # Boxes of the same kind, and bare text in the box that the paragraphs stand in.
    places = {b.place for b in own} | {page.boxes[b.parent].place for b in own if b.parent >= 0}
    taken |= {
        i
        for i in range(box.first, box.end)
        if page.segments[i].prose
        and page.segments[i].role is not Role.ITEM
        and page.boxes[page.segments[i].box].place in places
        and page.is_open(i)
    }
    taken |= _beside(page, sorted(taken))
    return page.chosen(_without_bare_headings(page, taken | _turns(page, sorted(taken), box.first)))


def _beside(page: Page, taken: Sequence[int]) -> set[int]:
    """Return the short paragraphs before the first and behind the last, in boxes of the same kind in the same box.

    Extractors take short lines at the ends of a story for none of it. Above stand byline and date as well.
    """
    prose = [i for i in taken if page.segments[i].prose]
    found: set[int] = set()
    for at, step in ((prose[0], -1), (prose[-1], 1)) if prose else ():
        box = page.boxes[page.segments[at].box]
        for _ in range(BESIDE):
            at += step
            if not 0 <= at < len(page.segments) or not _is_beside(page, at, box):
                break
            if step > 0 or line_alone(page.segments[at].text) is None:
                found.add(at)
    return found


def _is_beside(page: Page, i: int, box: Box) -> bool:
    mine = page.boxes[page.segments[i].box]
    # A paragraph of the same kind, or a sentence in the very box, whose paragraphs are parted by line breaks.
    alike = (mine.tag, mine.place, mine.parent) == ("p", box.place, box.parent)
    within = mine is box and bool(SENTENCE_END.search(page.segments[i].text))
    return page.segments[i].role is Role.PROSE and (alike or within) and page.is_open(i)


def _turns(page: Page, taken: Sequence[int], start: int) -> set[int]:
    """Return the times, questions and labels between paragraphs taken, and in a live blog before the first."""
    found: set[int] = set()
    for before, after in pairwise(taken):
        between = range(before + 1, after)
        if 0 < len(between) <= TURN_LINES and all(page.is_open(i) and not page.segments[i].prose for i in between):
            found.update(between)
    if sum(page.segments[i].role is Role.TIME for i in (*taken, *found)) >= LIVE_TIMES:
        at = taken[0] - 1
        while at >= start and page.is_open(at) and not page.segments[at].prose and not page.is_title(at):
            found.add(at)
            at -= 1
    return found


def _below_headline(page: Page, main: int, first: int) -> set[int]:
    """Return the standfirst: sentences between the headline and the first paragraph, in one box with both."""
    found = set()
    at = first - 1
    while at >= 0 and not page.is_title(at):
        segment = page.segments[at]
        if segment.prose and segment.role is not Role.ITEM and SENTENCE_END.search(segment.text) and page.is_open(at):
            found.add(at)
        at -= 1
    while page.boxes[main].parent >= 0 and page.boxes[main].first > at:
        main = page.boxes[main].parent
    in_one_box = at >= 0 and page.boxes[main].tag != "body"
    return found if in_one_box and len(found) <= STANDFIRST else set()


def main_box(page: Page, found: Sequence[int]) -> int:
    """Return the innermost box that holds most of what was found."""
    mine = set(found)
    held = sums(len(s.text) if i in mine else 0 for i, s in enumerate(page.segments))
    # The last in the order of the page: those that hold more than half stand one in another.
    holding = (i for i, b in enumerate(page.boxes) if held[b.end] - held[b.first] >= MAIN_SHARE * held[-1])
    return max(holding, default=0)


def _without_bare_headings(page: Page, taken: set[int]) -> set[int]:
    """Return what was taken without headings and times that nothing taken follows."""
    kept = set(taken)
    following = False
    for i in range(len(page.segments) - 1, -1, -1):
        segment = page.segments[i]
        if segment.role is Role.CAPTION:
            continue
        if segment.role in (Role.HEADING, Role.TIME) and not following:
            kept.discard(i)
        following = i in kept
    return kept
