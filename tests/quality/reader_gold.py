"""Reads the hand-written passages for attribution and for coreference of speakers: `gold/reader_*.toml`.

Each gold has three parts, all written before any output on them had been seen. Once a part has been looked at while the
program was repaired, its figures are those of a part that was learnt from; one not looked at then tells what is new.

Every place is given by its words. A place that does not occur, or occurs several times without a number, is an error:
a slip in the gold must never count as a fault of what is measured.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

from analysis.model import CueStance, Form, Span, SpeakerKind

GOLD = Path(__file__).parent / "gold"
NUMBERED = re.compile(r"(?P<words>.+?) #(?P<number>\d+)", re.DOTALL)


class GoldError(ValueError):
    """A place, a name or a value in the gold that cannot be right."""


class Part(StrEnum):
    """Which file of a gold."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Way(StrEnum):
    """How a source names its speaker."""

    PRONOUN = "pronoun"
    SURNAME = "surname"
    FIRST_NAME = "first_name"
    ROLE = "role"
    STATEMENT = "statement"
    GROUP = "group"
    NATIONALITY = "nationality"


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as a careful reader marks it; where several values are as right, all of them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    forms: frozenset[Form]
    speakers: tuple[str, ...]
    """Empty where the passage does not say, or where it is not judged."""
    kinds: frozenset[SpeakerKind]
    stances: frozenset[CueStance]
    nested: bool
    """Whether it stands inside the words of another."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A short news text with its attributions; none: a trap."""

    id: str
    style: str
    topic: str
    text: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(frozen=True, slots=True)
class CoreferenceCase:
    """A source that names its speaker by something short, and who that is."""

    id: str
    way: Way
    trap: str
    text: str
    mention: Span
    speakers: tuple[str, ...]
    evidence: Span


def place(text: str, words: str) -> Span:
    """Return where `words` stand in `text`, as whole words; "he #2" is the second "he"."""
    numbered = NUMBERED.fullmatch(words)
    wanted = numbered["words"] if numbered else words
    before = r"(?<!\w)" if wanted[:1].isalnum() else ""
    after = r"(?!\w)" if wanted[-1:].isalnum() else ""
    found = [m.span() for m in re.finditer(before + re.escape(wanted) + after, text)]
    number = int(numbered["number"]) if numbered else 1
    if not 1 <= number <= len(found):
        raise GoldError(f"{words!r} occurs {len(found)} times in {text[:60]!r}")
    if not numbered and len(found) > 1:
        raise GoldError(f"{words!r} occurs {len(found)} times in {text[:60]!r}: say which one")
    return Span(*found[number - 1])


def places(text: str, pieces: str | list[str]) -> tuple[Span, ...]:
    """Return the places of `pieces`, which must be disjoint and in the order of the text."""
    spans = tuple(place(text, piece) for piece in ([pieces] if isinstance(pieces, str) else pieces))
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise GoldError(f"{pieces!r} overlap or are out of order")
    return spans


def choices(value: str) -> tuple[str, ...]:
    """Return the values that are as right: "a|b" is two of them, "" none."""
    return tuple(value.split("|")) if value else ()


def names(text: str, value: str) -> tuple[str, ...]:
    """Return the accepted names of a speaker, of which one at least must stand in `text`."""
    accepted = choices(value)
    if accepted and not any(name.casefold() in text.casefold() for name in accepted):
        raise GoldError(f"nobody is called {value!r} in {text[:60]!r}")
    return accepted


def attribution(text: str, entry: dict[str, Any]) -> GoldAttribution:
    """Return one attribution of a passage."""
    result = GoldAttribution(
        source=places(text, entry.get("source", [])),
        cue=places(text, entry.get("cue", [])),
        content=places(text, entry["content"]),
        forms=frozenset(map(Form, choices(entry["form"]))),
        speakers=names(text, entry["speaker"]),
        kinds=frozenset(map(SpeakerKind, choices(entry["kind"]))),
        stances=frozenset(map(CueStance, choices(entry["stance"]))),
        nested=entry.get("nested", False),
    )
    parts = sorted(result.source + result.cue + result.content, key=lambda span: span.start)
    if any(a.overlaps(b) for a, b in pairwise(parts)):
        raise GoldError(f"roles overlap in {entry!r}")
    if not (result.content and result.forms and result.stances):
        raise GoldError(f"content, form or stance is missing in {entry!r}")
    return result


def gold_file(gold: str, part: Part) -> Path:
    """Return the file of one part of `gold`."""
    return GOLD / (f"reader_{gold}.toml" if part is Part.FIRST else f"reader_{gold}_{part}.toml")


def passages(path: Path | None = None, *, part: Part = Part.FIRST) -> tuple[Passage, ...]:
    """Return the passages of `path`, or else of `part` of the gold, with who says what in them."""
    path = path or gold_file("attribution", part)
    return tuple(
        Passage(
            entry["id"],
            entry["style"],
            entry["topic"],
            entry["text"],
            tuple(attribution(entry["text"], a) for a in entry.get("attribution", [])),
        )
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    )


def coreference_cases(path: Path | None = None, *, part: Part = Part.FIRST) -> tuple[CoreferenceCase, ...]:
    """Return the sources of `path`, or else of `part` of the gold, that go back to a name."""
    path = path or gold_file("coreference", part)
    found = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        text = entry["text"]
        case = CoreferenceCase(
            entry["id"],
            Way(entry["way"]),
            entry.get("trap", ""),
            text,
            place(text, entry["mention"]),
            names(text, entry["speaker"]),
            place(text, entry["evidence"]),
        )
        if not case.speakers or case.mention.overlaps(case.evidence):
            raise GoldError(f"{case.id}: the evidence must stand elsewhere than the mention")
        found.append(case)
    return tuple(found)
