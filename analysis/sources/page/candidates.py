"""Answers to which segments are the story, and which of them to take."""

from __future__ import annotations

from collections.abc import Sequence

from ..furniture import is_furniture
from ..metadata.lines import line_alone
from .extractors import by_justext, by_trafilatura
from .segments import Role
from .story import Chosen, Page, completed, covered, main_box
from .tree import Tree

WHOLE = 0.7
"""Share of a page's open prose from which an answer is taken without a second one. On 60 pages nothing changes from .5
to .9, from 1.15 to 1.6 below, or from 300 to 1,200 characters: the thorough way finds what the quick one leaves out."""
PLAIN = 0.98
"""Share of a page's open prose that paragraphs of one kind of box must have, and nothing else stand among them, for no
extractor to be asked."""
BETTER = 1.3
"""Times the prose that another answer must have, holding most of the first, to be taken instead."""
POOR = 0.25
"""An answer with less than this share of another's prose is taken for none."""
LITTLE = 600
"""An answer with more characters is a story, however much more there is elsewhere: readers' comments may be longer."""
HOLDS = 0.7


def answers(page: Page, tree: Tree, many: bool, extractors: bool = True) -> Chosen:
    """Return the segments of the story: trafilatura's by its quick way, or what says more where that leaves much out.

    A page whose paragraphs stand in boxes of one kind, with nothing else among them, needs nobody's opinion. Where the
    quick way leaves much out, its thorough way is asked (which asks readability and justext in turn), justext, and
    the boxes of the page.
    """
    group = _largest_group(page)
    plain = completed(page, group)
    if plain.characters >= max(LITTLE, PLAIN * page.prose()) and _is_all(page, plain):
        return plain
    best = completed(page, covered(page, by_trafilatura(tree, fast=True))) if extractors else Chosen((), 0)
    if best.characters and best.characters >= WHOLE * page.prose():
        return best
    others = []
    if extractors and not many:
        others.append(completed(page, covered(page, by_trafilatura(tree, fast=False))))
        others.append(completed(page, covered(page, by_justext(tree))))
    others.append(plain)
    if best.taken and _adjoin(page, best.taken, group):
        others.append(completed(page, sorted({*best.taken, *group})))
    for other in others:
        if _is_better(page, other, best):
            best = other
    if not best.taken:
        best = page.chosen(i for i, s in enumerate(page.segments) if s.role is not Role.CAPTION and page.is_open(i))
    return best


def _is_better(page: Page, other: Chosen, best: Chosen) -> bool:
    if best.characters < min(POOR * other.characters, LITTLE) or not best.characters:
        return True
    mine = set(other.taken)
    held = sum(len(page.segments[i].text) for i in best.taken if i in mine and page.segments[i].prose)
    return held >= HOLDS * best.characters and other.characters >= BETTER * best.characters


def _is_all(page: Page, chosen: Chosen) -> bool:
    """Return whether nothing else stands in the box of the story but captions, byline, date and what is set apart."""
    taken = set(chosen.taken)
    box = page.boxes[main_box(page, chosen.taken)]
    return all(
        i in taken
        or page.is_outside(i)
        or page.is_title(i)
        or page.segments[i].role is Role.CAPTION
        or is_furniture(text := page.segments[i].text)
        or line_alone(text) is not None
        for i in range(box.first, box.end)
    )


def _adjoin(page: Page, taken: Sequence[int], group: Sequence[int]) -> bool:
    """Return whether a group of paragraphs goes on where an answer ends, as the hidden rest of a story does."""
    if not group:
        return False
    if page.boxes[main_box(page, [*taken, *group])].tag == "body":
        return False
    between = [*range(taken[-1] + 1, group[0]), *range(group[-1] + 1, taken[0])]
    touches = group[0] > taken[-1] or group[-1] < taken[0]
    return touches and all(
        page.segments[i].role is Role.CAPTION or is_furniture(page.segments[i].text) for i in between
    )


def _largest_group(page: Page) -> list[int]:
    """Return the paragraphs whose boxes are of one kind and in boxes of the same kind, of the most characters."""
    groups: dict[int, list[int]] = {}
    for i, segment in enumerate(page.segments):
        if segment.prose and page.is_open(i):
            groups.setdefault(page.boxes[segment.box].place, []).append(i)
    return max(groups.values(), key=lambda g: sum(len(page.segments[i].text) for i in g), default=[])
