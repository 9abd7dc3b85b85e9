"""Stories that a page keeps in its data: JSON-LD, and the state that its scripts build the page from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..canonical import canonical, one_line
from .story import RUN, runs_of
from .tree import Tree
from .works import Named, Place, Work, members

MAX_STATE = 3_000_000
"""Characters of state of one page that are parsed; news pages have some 300,000."""
MAX_FAILURES = 5
"""Statements of a script that may look like data and be none, before the rest of it is left unread."""
MAX_VALUES = 200_000
"""Values looked at in one state."""
MIN_TEXT = 40
"""Characters of a value that may be prose."""
MIN_STORY = 300
"""Characters of a story in the data."""
MIN_OWN = 100
"""Characters of one that has the page's title or address."""
MORE = 1.6
"""Times the characters of the story in the markup that one in the data must have."""
HOLDS = 0.5
"""Share of the paragraphs in the markup that it must have."""

_HANDED = re.compile(r"(?:=|\bparse\(|\bpush\()\s{0,20}(?=[{\[\"])")
"""What a statement assigns, or hands to `JSON.parse` or to a list of pieces of a page."""
_FLIGHT = re.compile(r"^[0-9a-f]{1,6}:(?:T[0-9a-f]{1,6},|(?=[\[{]))", re.M)
"""Numbered lines of JSON, and of text behind its length, as pages send what they are built from."""
_ABOUT = frozenset("abstract alt caption deck dek description excerpt intro lead subtitle summary teaser".split())
"""Names of what is said of a story."""
_DECODER = json.JSONDecoder(strict=False)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BREAKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr table figure".split())


@dataclass(frozen=True, slots=True)
class ScriptText:
    """The text of a script element."""

    kind: str
    """Its `type`."""
    text: str


@dataclass(frozen=True, slots=True)
class DataStory:
    """A story in the data of a page."""

    paragraphs: tuple[str, ...]
    where: str
    mine: bool
    """Whether it has the page's title or address."""

    def is_more_than(self, texts: Sequence[str], characters: int) -> bool:
        """Return whether it holds what the markup holds, and much more."""
        if sum(map(len, self.paragraphs)) < MORE * characters:
            return False
        mine = {run for text in self.paragraphs for run in runs_of(text.split())}
        long = [runs for text in texts if len(runs := runs_of(text.split())) >= RUN]
        return sum(any(run in mine for run in runs) for runs in long) >= HOLDS * len(long)


def scripts_of(tree: Tree) -> list[ScriptText]:
    """Return the scripts of a page that may hold a story."""
    return [
        ScriptText((script.get("type") or "").lower(), script.text)
        for script in tree.iter("script")
        if script.text and len(script.text) >= MIN_TEXT
    ]


def stories_in(scripts: Sequence[ScriptText], page: Named, little: bool) -> list[DataStory]:
    """Return the stories in the data, those that have the page's title or address before others.

    The state of a page is looked through only where its markup has little.
    """
    found = []
    for script in scripts:
        if "ld+json" in script.kind and '"articleBody"' in script.text:
            for value in _values(_parsed(script.text), page):
                if value.place.name == "articleBody" and len(value.text) >= MIN_STORY:
                    found.append(DataStory(tuple(_paragraphs(value.text)), "JSON-LD", value.place.work.mine))
    if little:
        found += _in_state(_states(scripts), page)
    return sorted(found, key=lambda story: not story.mine)


def _states(scripts: Sequence[ScriptText]) -> list[object]:
    """Return the values that a page's scripts hold: JSON, and what statements assign or hand over."""
    found: list[object] = []
    left = MAX_STATE
    for script in scripts:
        if "ld+json" in script.kind or len(script.text) > left:
            continue
        left -= len(script.text)
        found += [_parsed(script.text)] if "json" in script.kind else _handed(script.text)
    pieces = [value[1] for value in found if isinstance(value, list) and len(value) == 2 and isinstance(value[1], str)]
    return [*found, "".join(pieces)]


def _handed(text: str) -> list[object]:
    """Return the values in the statements of a script, in one pass: each is looked for behind the one before."""
    found: list[object] = []
    at = failed = 0
    while failed < MAX_FAILURES and (hand := _HANDED.search(text, at)):
        try:
            value, at = _DECODER.raw_decode(text, hand.end())
        except (ValueError, RecursionError):
            at, failed = hand.end(), failed + 1
        else:
            found.append(value)
    return found


@dataclass(frozen=True, slots=True)
class _Value:
    place: Place
    text: str


def _parsed(text: str) -> object:
    """Return the value that a text opens with, None where it is no JSON."""
    try:
        return _DECODER.raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return None


def _values(data: object, page: Named) -> Iterator[_Value]:
    """Yield the texts in a value that may be of a story, in their order."""
    todo: list[tuple[Place, object]] = [(Place("", Work(0, False)), data)]
    looked = 0
    while todo and looked < MAX_VALUES:
        place, value = todo.pop()
        looked += 1
        if isinstance(value, str):
            if len(value) >= MIN_STORY and (inner := _unpacked(value)) is not None:
                todo.append((place, inner))
            elif len(value) >= MIN_TEXT:
                yield _Value(place, value)
        elif isinstance(value, dict):
            todo += reversed(list(members(value, place, page, looked)))
        elif isinstance(value, list):
            todo += [(replace(place, listed=True), inner) for inner in reversed(value)]


def _unpacked(text: str) -> object:
    """Return the values that a text packs, as JSON or as numbered lines of JSON and text; None where it is a text."""
    if text[0] in "{[":
        return _parsed(text)
    if not _FLIGHT.match(text):
        return None
    rows = [found.end() for found in _FLIGHT.finditer(text)]
    ends = [*[found.start() for found in _FLIGHT.finditer(text)][1:], len(text)]
    return [
        _parsed(row) if (row := text[start:end])[:1] in ("{", "[") else row
        for start, end in zip(rows, ends, strict=True)
    ]


def _in_state(data: object, page: Named) -> list[DataStory]:
    """Return the longest text of a state, and that of the page's own title: texts of one work by one name are one."""
    groups: dict[tuple[Work, str], list[str]] = {}
    for value in _values(data, page):
        paragraphs = [text for text in _paragraphs(value.text) if _is_prose(text)]
        if paragraphs:
            groups.setdefault((value.place.work, value.place.path), []).extend(paragraphs)
    own = any(work.mine and path.rpartition(".")[2].lower() not in _ABOUT for work, path in groups)
    longest: dict[bool, list[str]] = {}
    for (work, _), texts in groups.items():
        if sum(map(len, texts)) > sum(map(len, longest.get(work.mine, []))) and not (own and work.other):
            longest[work.mine] = texts
    return [
        DataStory(tuple(texts), "state", mine)
        for mine, texts in longest.items()
        if sum(map(len, texts)) >= (MIN_OWN if mine else MIN_STORY)
    ]


def _is_prose(text: str) -> bool:
    """Return whether a value is running text: words with blanks between them, and nothing of a programme."""
    return text.count(" ") >= len(text) / 15 and not any(sign in text for sign in ("{", "};", "function("))


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text in which HTML may stand."""
    from html import unescape

    if "<" in text or "&" in text:
        if "&lt;" in text and "<" not in text:
            text = unescape(text)
        text = unescape(_TAG.sub(lambda tag: "\n\n" if tag[2].lower() in _BREAKS else "", text))
    return [line for part in canonical(text).split("\n") if (line := one_line(part))]
