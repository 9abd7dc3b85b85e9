"""Runs of a file in the order of reading → headline, what stands above it, paragraphs and what is set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...model import SectionKind
from ..draft import Block
from ..metadata.lines import line_alone
from ..metadata.masthead import is_date, is_named
from ..metadata.titles import names_headline
from .columns import Line
from .flow import LARGER, Part, Run
from .paragraphs import Setting, begins, paragraphs_of_lines, setting_of

HEADLINE_WORDS = 30
"""More words in the largest type are a poster, not a headline."""
KICKER_WORDS = 8
SAME_HEADLINE = 0.05
"""Of the type size: lines of one headline differ by less."""
CUT_IN = 0.85
"""Of the size of a heading: another as large that stands above the text is the headline."""
MASTHEAD_WORDS = 5
"""The name of a paper, above its headlines and larger than they, has no more words."""
SECOND_HEADLINE = 0.75
"""Of the headline's size: another heading this large opens another story, if one follows."""
HEADLINE_SIZE = 1.35
"""Times the text's size: smaller headings are subheads."""
STORY_WORDS = 60
"""Words below a second headline that make a story of it."""
_PLACE = r"(?:front page|(?:page|pg\.?|p\.)\s?(?:[A-Z]?\d{1,3}|one|two|three)|[A-Z]\d{1,2})"
_JUMP = re.compile(
    r"\W*(?:(?:please )?(?:see\b.{0,30}?,?|turn to)|(?:.{0,30}?\W)?cont(?:inue[ds]|\.|d\.?)? (?:on|from)"
    rf"|(?:.{{0,30}}, )?from) {_PLACE}\W*",
    re.I,
)
TITLE_LINES = 6
"""Over how many lines a headline runs at most."""
HEADER_LINES = 14
"""Among how many lines of the text a byline and a date stand above it."""
JUMP_WORDS = 8
"""A line that says on which page a story goes on or began has no more words."""
_ENDED = re.compile(r"[.!?…]['\"”’»)\]]*$")


@dataclass(slots=True)
class Story:
    """What a file says, in order."""

    title: str = ""
    above: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Headlines of further stories in it."""
    jumps: list[str] = field(default_factory=list)
    """Lines left out that say on which page the story goes on."""


def story_of(runs: Sequence[Run], size: float, words: set[str], titles: Sequence[str] = ()) -> Story:
    """Return the story that runs make up, whose text is set in type of this size.

    `titles` are those of the page that a browser printed at its head: they tell the headline from the masthead.
    """
    story = Story()
    runs = [run for run in (_without_jumps(run, story.jumps) for run in runs) if run.lines]
    runs, at = _entitled(runs, titles)
    if at < 0:
        at = _headline_at(runs, size)
    rest = list(runs)
    if at >= 0:
        above, headline, rest = _split(runs, at)
        if any(len(line.text.split()) > KICKER_WORDS for run in above for line in run.lines):
            # Text above the headline is more than kickers: kept, since nothing shall be lost.
            rest = [*above, *rest]
        else:
            story.above = [line.text for run in above for line in run.lines]
        story.title = _joined(headline, words)
        story.others = _other_headlines(rest, headline[0].height, size)
    setting = setting_of([line for run in rest if run.part in (Part.FLOW, Part.SMALL) for line in run.lines])
    notes: list[Block] = []
    _Assembly(story.blocks, notes, setting, words).read(rest)
    story.blocks += notes
    return story


def _without_jumps(run: Run, jumps: list[str]) -> Run:
    """Return a run without the lines that lead from page to page, which are added to `jumps`."""
    found = [line.text for line in run.lines if len(line.text.split()) <= JUMP_WORDS and _JUMP.fullmatch(line.text)]
    if not found:
        return run
    jumps += found
    return replace(run, lines=tuple(line for line in run.lines if line.text not in found))


def _entitled(runs: Sequence[Run], titles: Sequence[str]) -> tuple[list[Run], int]:
    """Return the runs with the headline that one of `titles` repeats in a run of its own, and its index; -1 for none.

    The title of a page mostly names the outlet too, which has fewer letters.
    """
    found, longest = (-1, 0, 0), 0
    for i, run in enumerate(runs if titles else ()):
        if run.part is not Part.HEADING or run.lines[0].page != runs[0].lines[0].page:
            continue
        for start in range(len(run.lines)):
            for end in range(start + 1, min(len(run.lines), start + TITLE_LINES) + 1):
                text = " ".join(line.text for line in run.lines[start:end])
                if len(text) > longest and any(names_headline(title, text) for title in titles):
                    found, longest = (i, start, end), len(text)
    at, start, end = found
    if at < 0:
        return list(runs), -1
    pieces = [runs[at].lines[:start], runs[at].lines[start:end], runs[at].lines[end:]]
    parted = [Run(Part.HEADING, lines) for lines in pieces if lines]
    return [*runs[:at], *parted, *runs[at + 1 :]], at + bool(start)


def _headline_at(runs: Sequence[Run], size: float) -> int:
    """Return the index of the run that holds the headline, -1 for none: the largest heading of the first page.

    The name of the paper above it may be larger, and so may words of the text that are set into it.
    """
    first = runs[0].lines[0].page if runs else 0
    headings = [i for i, run in enumerate(runs) if run.part is Part.HEADING and run.lines[0].page == first]
    headings.sort(key=lambda i: -_height(runs[i]))
    for n, i in enumerate(headings):
        smaller = [j for j in headings[n + 1 :] if _height(runs[j]) >= HEADLINE_SIZE * size or j < i]
        if sum(len(line.text.split()) for line in _largest(runs[i])) > HEADLINE_WORDS:
            return -1
        if not any(_is_masthead(runs, i, j) or _is_cut_in(runs, i, j) for j in smaller):
            return i
    return -1


def _height(run: Run) -> float:
    return max(line.height for line in run.lines)


def _is_masthead(runs: Sequence[Run], i: int, j: int) -> bool:
    """Return whether a heading is the name of the paper above the headline `j`: by its words, or a date below it."""
    words = sum(len(line.text.split()) for line in _largest(runs[i]))
    if (
        j < i
        or words > MASTHEAD_WORDS
        or words >= len(runs[j].text.split())
        or _height(runs[j]) > _height(runs[i]) / LARGER
    ):
        return False
    between = [line.text for run in runs[i + 1 : j] for line in run.lines]
    return not _flows(runs[i + 1 : j]) and (is_named(runs[i].text) or any(is_date(text) for text in between))


def _is_cut_in(runs: Sequence[Run], i: int, j: int) -> bool:
    """Return whether a heading is a saying set into the text of the headline `j`: with marks, or below much text."""
    if j > i or not _flows(runs[j + 1 : i]):
        return False
    return _is_said(runs[i].text) or _height(runs[j]) > CUT_IN * _height(runs[i])


def _is_said(text: str) -> bool:
    return text[:1] in "“\"‘'«" and text.rstrip(".")[-1:] in "”\"’'»"


def _flows(runs: Sequence[Run]) -> bool:
    """Return whether running text comes before the next heading."""
    for run in runs:
        if run.part is Part.HEADING:
            return False
        if run.part is Part.FLOW and len(run.text.split()) > KICKER_WORDS:
            return True
    return False


def _largest(run: Run) -> list[Line]:
    height = max(line.height for line in run.lines)
    return [line for line in run.lines if height - line.height < SAME_HEADLINE * height]


def _split(runs: Sequence[Run], at: int) -> tuple[list[Run], list[Line], list[Run]]:
    """Return the runs above the headline, its lines, and the runs below; it may go on over several runs."""
    run = runs[at]
    headline = _largest(run)
    first = run.lines.index(headline[0])
    last = first
    while last + 1 < len(run.lines) and run.lines[last + 1] in headline:
        last += 1
    lines = list(run.lines[first : last + 1])
    above = [*runs[:at], *([Run(Part.HEADING, run.lines[:first])] if first else [])]
    below = [*([Run(Part.HEADING, run.lines[last + 1 :])] if last + 1 < len(run.lines) else []), *runs[at + 1 :]]
    while below and below[0].part is Part.HEADING and last + 1 == len(run.lines):
        height = below[0].lines[0].height
        if abs(height - lines[-1].height) > SAME_HEADLINE * height or len(lines) > 6:
            break
        lines += below.pop(0).lines
    return above, lines, below


def _joined(lines: Sequence[Line], words: set[str]) -> str:
    return " ".join(paragraphs_of_lines(lines, setting_of(lines), words))


def _other_headlines(runs: Sequence[Run], height: float, size: float) -> list[str]:
    """Return headings as large as headlines that have a story below them."""
    found: list[str] = []
    for i, run in enumerate(runs):
        if run.part is not Part.HEADING or run.lines[0].height < max(SECOND_HEADLINE * height, HEADLINE_SIZE * size):
            continue
        story = 0
        for later in runs[i + 1 :]:
            if later.part is Part.HEADING and later.lines[0].height >= LARGER * size:
                break
            story += len(later.text.split()) if later.part is Part.FLOW else 0
        if story >= STORY_WORDS and not _is_said(run.text):
            found.append(run.text)
    return found


@dataclass(slots=True)
class _Assembly:
    """Joins the running text over what stands in it: captions, boxes and values wait for the end of a paragraph."""

    blocks: list[Block]
    notes: list[Block]
    setting: Setting
    words: set[str]
    flow: list[Line] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)

    def read(self, runs: Sequence[Run]) -> None:
        for i, run in enumerate(runs):
            match run.part:
                case Part.FLOW:
                    self.flow += run.lines
                case Part.NOTE:
                    self.notes += (Block(text, SectionKind.NOTE) for text in self._texts(run.lines))
                case Part.CAPTION:
                    self._set_apart(Block(_joined(run.lines, self.words), SectionKind.CAPTION))
                case Part.VALUES:
                    self._set_apart(Block(" | ".join(line.text for line in run.lines), SectionKind.CAPTION))
                case Part.SMALL | Part.HEADING:
                    own = [Block(text) for text in self._texts(run.lines)]
                    if self._goes_on(runs[i + 1 :]) and not self._is_header(run):
                        self.waiting += own
                    else:
                        self._close()
                        self.blocks += own
        self._close()

    def _set_apart(self, block: Block) -> None:
        if not self.flow:
            self.blocks.append(block)
        else:
            self.waiting.append(block)

    def _goes_on(self, later: Sequence[Run]) -> bool:
        """Return whether the sentence of the text goes on below what stands here."""
        if not self.flow or _ENDED.search(self.flow[-1].text):
            return False
        following = next((run for run in later if run.part is Part.FLOW), None)
        return following is not None and (
            following.lines[0].text[:1].islower() or self.flow[-1].text.endswith("-") or not self._short()
        )

    def _short(self) -> bool:
        """Return whether the last line of the text leaves so much room that it ends a paragraph."""
        line = self.flow[-1]
        left, right = self.setting.left(line), self.setting.right(line)
        return right - line.right > 0.25 * max(1.0, right - left)

    def _is_header(self, run: Run) -> bool:
        """Return whether a byline or a date stands in a run above the text, of which no sentence is over yet."""
        opened = self.blocks or any(_ENDED.search(line.text) for line in self.flow)
        return not opened and any(line_alone(line.text) for line in run.lines)

    def _texts(self, lines: Sequence[Line]) -> list[str]:
        """Return the paragraphs of lines; above the text a byline or a date in a line of its own is one."""
        found: list[str] = []
        start = 0
        for i, line in enumerate(lines[:HEADER_LINES] if len(self.blocks) < HEADER_LINES else ()):
            opens = i == start or begins(lines[i - 1], line, self.setting) or self.setting.broken(lines[i - 1], line)
            ends = i + 1 == len(lines) or self.setting.broken(line, lines[i + 1])
            if opens and ends and line_alone(line.text):
                found += [*paragraphs_of_lines(lines[start:i], self.setting, self.words), line.text]
                start = i + 1
        return found + paragraphs_of_lines(lines[start:], self.setting, self.words)

    def _close(self) -> None:
        """Add the paragraphs of the text so far; what waits stands behind the one that it was printed in."""
        self.blocks += (Block(text) for text in self._texts(self.flow))
        self.blocks += self.waiting
        self.flow, self.waiting = [], []
