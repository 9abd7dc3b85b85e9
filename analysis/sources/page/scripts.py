"""Stories that a page keeps in its data: JSON-LD, and the state that its scripts build the page from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ..canonical import canonical, one_line
from .story import RUN, runs_of
from .tree import Tree

MAX_STATE = 3_000_000
"""Characters of state of one page that are parsed; news pages have some 300,000."""
MAX_STATEMENTS = 5
"""Statements of one script that are parsed, each to the end of its value."""
MAX_VALUES = 200_000
"""Values looked at in one state."""
MIN_TEXT = 40
"""Characters of a value that may be prose."""
MIN_STORY = 300
"""Characters of a story in the data."""
MORE = 1.6
"""Times the characters of the story in the markup that one in the data must have."""
HOLDS = 0.5
"""Share of the paragraphs in the markup that it must have."""

_ASSIGNED = re.compile(r"(?:^|[;\s])(?:window\.|self\.|var |let |const )?[\w.$\[\]\"']{2,60}\s*=\s*(?=[{\[])")
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
        if script.text and len(script.text) >= MIN_STORY
    ]


def stories_in(scripts: Sequence[ScriptText], little: bool) -> Iterator[DataStory]:
    """Yield the stories in the data; the state of a page is looked through only where its markup has little."""
    for script in scripts:
        if "ld+json" in script.kind and '"articleBody"' in script.text:
            for value in _values(_parsed(script.text)):
                if value.path.endswith(".articleBody") and len(value.text) >= MIN_STORY:
                    yield DataStory(tuple(_paragraphs(value.text)), "JSON-LD")
    left = MAX_STATE if little else 0
    for script in scripts:
        if "ld+json" in script.kind or len(script.text) > left:
            continue
        if "json" in script.kind:
            yield from _in_state(_parsed(script.text))
            left -= len(script.text)
        else:
            for found in islice(_ASSIGNED.finditer(script.text), MAX_STATEMENTS):
                yield from _in_state(_parsed(script.text[found.end() :]))
            left -= len(script.text)


@dataclass(frozen=True, slots=True)
class _Value:
    path: str
    """The names that lead to it; places in lists do not count."""
    text: str


def _parsed(text: str) -> object:
    """Return the value that a text opens with, None where it is no JSON."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return None


def _values(data: object) -> Iterator[_Value]:
    """Yield the texts in a value, in their order."""
    todo: list[tuple[str, object]] = [("", data)]
    looked = 0
    while todo and looked < MAX_VALUES:
        path, value = todo.pop()
        looked += 1
        if isinstance(value, str):
            if len(value) >= MIN_TEXT:
                yield _Value(path, value)
        elif isinstance(value, dict):
            todo += [(f"{path}.{name}"[-200:], inner) for name, inner in reversed(value.items())]
        elif isinstance(value, list):
            todo += [(path, inner) for inner in reversed(value)]


def _in_state(data: object) -> Iterator[DataStory]:
    """Yield the longest text of a state: values that the same names lead to are one text."""
    groups: dict[str, list[str]] = {}
    for value in _values(data):
        paragraphs = [text for text in _paragraphs(value.text) if _is_prose(text)]
        if paragraphs:
            groups.setdefault(value.path, []).extend(paragraphs)
    texts = max(groups.values(), key=lambda g: sum(map(len, g)), default=[])
    if sum(map(len, texts)) >= MIN_STORY:
        yield DataStory(tuple(texts), "state")


def _is_prose(text: str) -> bool:
    """Return whether a value is running text: words with blanks between them, and nothing of a programme."""
    return text.count(" ") >= len(text) / 15 and not any(sign in text for sign in ("{", "};", "function(", "://"))


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text in which HTML may stand."""
    from html import unescape

    if "<" in text or "&" in text:
        if "&lt;" in text and "<" not in text:
            text = unescape(text)
        text = unescape(_TAG.sub(lambda tag: "\n\n" if tag[2].lower() in _BREAKS else "", text))
    return [line for part in canonical(text).split("\n") if (line := one_line(part))]
