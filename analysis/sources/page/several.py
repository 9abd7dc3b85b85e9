"""Stories with headlines of their own on one page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..header import same_words
from .segments import Role
from .story import Chosen, Page, sums

STORY_CHARACTERS = 200
"""Prose of a box with a heading from which it may be a story; entries of lists and teasers have less."""
HEADLINE_WORDS = 4
"""Words from which a heading above all boxes is the headline of one story, no name of a site or of its section."""
HEADLINES = 10
"""Headlines of the page that are looked at."""
HEAD_SEGMENTS = 4
"""Segments of a story up to its headline: topic, date, byline."""
UNHEADED = 3
"""Articles from which some may have no heading: one of two is what a page says of the other."""
_HEADINGS = ("h1", "h2", "h3", "h4")


def stories_of(page: Page, chosen: Chosen, title: str) -> list[str]:
    """Return the headlines of two or more stories of one kind among what was taken; [] where it is one story.

    A story without a headline is called by its first paragraph.

    Sections below one headline are one story, and so are the entries of a live blog.
    """
    taken = set(chosen.taken)
    held = sums(len(s.text) if i in taken and s.prose else 0 for i, s in enumerate(page.segments))
    kinds: dict[int, dict[int, int]] = {}
    for box, heading in _headed(page, held):
        kinds.setdefault(page.boxes[box].place, {}).setdefault(box, heading)
    headlines = [i for i, s in enumerate(page.segments) if page.is_title(i) or same_words(s.text, title)]
    several = [found for found in kinds.values() if len(found) > 1 and _are_stories(page, found, headlines)]
    most = max((*several, _articles(page, held)), key=len)
    return [page.segments[i].text for i in most.values()]


def _headed(page: Page, held: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the boxes that open with a heading and hold prose that was taken, with that heading."""
    for i, segment in enumerate(page.segments):
        at = segment.box
        if segment.role is not Role.HEADING or page.boxes[at].tag not in _HEADINGS or page.is_outside(i):
            continue
        while at >= 0 and held[page.boxes[at].end] == held[page.boxes[at].first]:
            at = page.boxes[at].parent
        if at < 0 or page.boxes[at].tag == "body":
            continue
        box = page.boxes[at]
        on_top = i - box.first < HEAD_SEGMENTS and held[i] == held[box.first]
        if on_top and held[box.end] - held[box.first] >= STORY_CHARACTERS:
            yield at, i


def _articles(page: Page, held: Sequence[int]) -> dict[int, int]:
    """Return the innermost `article` elements with prose, where the page's headline stands in one of them."""
    texts = [i for i, b in enumerate(page.boxes) if b.tag == "article" and held[b.end] - held[b.first]]
    around = {page.article[page.boxes[i].parent] for i in texts if page.boxes[i].parent >= 0}
    found = {}
    headline = False
    for at in texts:
        box = page.boxes[at]
        if at not in around and held[box.end] - held[box.first] >= STORY_CHARACTERS:
            title = next((i for i in range(box.first, box.end) if page.is_title(i)), None)
            headline = headline or title is not None
            prose = next(i for i in range(box.first, box.end) if held[i + 1] > held[i])
            found[at] = prose if title is None else title
    return found if headline and len(found) >= UNHEADED else {}


def _are_stories(page: Page, found: dict[int, int], headlines: Sequence[int]) -> bool:
    """Return whether boxes with headings are stories rather than parts of one."""
    boxes = [page.boxes[box] for box in found]
    if any(box.parent >= 0 and page.article[box.parent] >= 0 for box in boxes):
        return False
    above = headlines[: bisect_left(headlines, min(box.first for box in boxes))]
    if not above:
        return boxes[0].tag != "section" or any(page.is_title(heading) for heading in found.values())
    timed = any(page.segments[i].role is Role.TIME for box in boxes for i in range(box.first, box.end))
    if boxes[0].tag != "article" or timed:
        return False
    return all(len(page.segments[i].text.split()) < HEADLINE_WORDS for i in above[:HEADLINES])
