"""Gold for what the Reader says of words: names, aliases, loaded words, agency, sentiment toward a target.

The texts stand in `gold/reader_*.toml`, each with its coding rule, written before any model had read them.
`reader_scores_words` holds the measures; nothing here runs a model.
`python -m tests.quality.reader_gold_words` prints what there is.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from analysis.model import Span

GOLD = Path(__file__).parent / "gold"

KINDS = ("person", "organization", "place", "group")
FORMS = ("active", "passive", "agentless", "nominal")
LABELS = ("negative", "neutral", "positive")

LOADED_WORDS = 3
"""A loaded stretch is a word or a short phrase, as experts mark it; a longer mark is a slip of the coder."""

MARK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")


class GoldError(ValueError):
    """A gold file says something that its own coding rule does not allow."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between double brackets: where it stands in the plain text, and its label."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class NamePassage:
    """A passage with every name in it."""

    text: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A passage with mentions, and which actor each is of."""

    text: str
    mentions: tuple[Span, ...]
    actors: tuple[str, ...]
    """One key per mention: the same key, the same actor."""


@dataclass(frozen=True, slots=True)
class LoadedSentence:
    text: str
    loaded: bool
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act of force or harm: its head word, its form, who does it and to whom; None where nobody is named."""

    head: Span
    form: str
    actor: Span | None = None
    affected: Span | None = None


@dataclass(frozen=True, slots=True)
class AgencySentence:
    text: str
    acts: tuple[Act, ...]
    optional: tuple[Span, ...] = ()
    """Words that may be found as an act or not: neither missed nor too many."""


@dataclass(frozen=True, slots=True)
class TargetSentence:
    text: str
    targets: tuple[Marked, ...]


# ------------------------------------------------------------------ reading


def unmark(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the text without its marks, and the marked stretches in text order; marks do not nest."""
    text, found, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        found.append(Marked(Span(len(text), len(text) + len(match[1])), match[2] or ""))
        text += match[1]
        at = match.end()
    text += marked[at:]
    if "[[" in text or "]]" in text:
        raise GoldError(f"a mark is not closed: {marked}")
    for mark in found:
        if mark.span.of(text) != mark.span.of(text).strip():
            raise GoldError(f"a mark begins or ends with a space: {marked}")
    return text, tuple(found)


def labelled(marked: str, allowed: tuple[str, ...]) -> tuple[str, tuple[Marked, ...]]:
    """Return text and marks as `unmark` does, all of whose labels are `allowed`."""
    text, marks = unmark(marked)
    for mark in marks:
        if mark.label not in allowed:
            raise GoldError(f"“{mark.label}” is none of {allowed}: {marked}")
    return text, marks


def read_names(marked: str) -> NamePassage:
    text, marks = labelled(marked, KINDS)
    return NamePassage(text, tuple(Name(m.span, m.label) for m in marks))


def read_grouping(marked: str) -> Grouping:
    text, marks = unmark(marked)
    if len(marks) < 2 or not all(m.label for m in marks):
        raise GoldError(f"a grouping needs two mentions, each with a key: {marked}")
    return Grouping(text, tuple(m.span for m in marks), tuple(m.label for m in marks))


def read_loaded(marked: str, loaded: bool) -> LoadedSentence:
    text, marks = labelled(marked, ("",))
    if loaded != bool(marks):
        raise GoldError(f"loaded and marked words do not agree: {marked}")
    if any(len(m.span.of(text).split()) > LOADED_WORDS for m in marks):
        raise GoldError(f"a mark has more than {LOADED_WORDS} words: {marked}")
    return LoadedSentence(text, loaded, tuple(m.span for m in marks))


def read_agency(marked: str, optional: tuple[str, ...] = ()) -> AgencySentence:
    text, marks = unmark(marked)
    heads: dict[str, tuple[Span, str]] = {}
    parts: dict[tuple[str, str], Span] = {}
    for mark in marks:
        for part in mark.label.split(";"):
            role, *keys = part.split()
            if role == "act" and len(keys) == 2 and keys[1] in FORMS and keys[0] not in heads:
                heads[keys[0]] = (mark.span, keys[1])
            elif role in {"actor", "affected"} and keys and not any((role, key) in parts for key in keys):
                parts |= {(role, key): mark.span for key in keys}
            else:
                raise GoldError(f"“{part.strip()}” cannot be read: {marked}")
    if stray := {key for _, key in parts} - set(heads):
        raise GoldError(f"no act {sorted(stray)}: {marked}")
    acts = tuple(Act(*heads[key], parts.get(("actor", key)), parts.get(("affected", key))) for key in heads)
    for act in acts:
        if act.form != "nominal" and (act.actor is None) != (act.form == "agentless"):
            raise GoldError(f"form and actor do not agree at “{act.head.of(text)}”: {marked}")
    spare = tuple(Span(*m.span()) for word in optional for m in re.finditer(rf"\b{re.escape(word)}\b", text))
    if len(spare) < len(optional) or any(s.overlaps(a.head) for s in spare for a in acts):
        raise GoldError(f"an optional word is not in the text, or is an act: {marked}")
    return AgencySentence(text, acts, spare)


def read_targets(marked: str) -> TargetSentence:
    text, marks = labelled(marked, LABELS)
    if not marks:
        raise GoldError(f"no target: {marked}")
    return TargetSentence(text, marks)


# ------------------------------------------------------------------ the files


@cache
def table(file: str, name: str) -> tuple[dict[str, Any], ...]:
    """Return the entries of one table of a gold file; no text may stand in it twice."""
    entries = tuple(tomllib.loads((GOLD / file).read_text(encoding="utf-8"))[name])
    twice = [text for text, n in Counter(unmark(e["text"])[0] for e in entries).items() if n > 1]
    if twice:
        raise GoldError(f"{file} has this twice: {twice[0]}")
    return entries


@cache
def names() -> tuple[NamePassage, ...]:
    return tuple(read_names(e["text"]) for e in table("reader_names.toml", "passage"))


@cache
def groupings() -> tuple[Grouping, ...]:
    return tuple(read_grouping(e["text"]) for e in table("reader_names.toml", "grouping"))


@cache
def loaded() -> tuple[LoadedSentence, ...]:
    return tuple(read_loaded(e["text"], e["loaded"]) for e in table("reader_loaded.toml", "sentence"))


@cache
def agency() -> tuple[AgencySentence, ...]:
    entries = table("reader_agency.toml", "sentence")
    return tuple(read_agency(e["text"], tuple(e.get("optional", ()))) for e in entries)


@cache
def targets() -> tuple[TargetSentence, ...]:
    return tuple(read_targets(e["text"]) for e in table("reader_target.toml", "sentence"))


def counts() -> dict[str, int]:
    """Return how much gold there is, by what it is."""
    kinds = Counter(name.kind for passage in names() for name in passage.names)
    forms = Counter(act.form for sentence in agency() for act in sentence.acts)
    labels = Counter(mark.label for sentence in targets() for mark in sentence.targets)
    return {
        "name passages": len(names()),
        **{f"names: {kind}": kinds[kind] for kind in KINDS},
        "groupings": len(groupings()),
        "mentions to group": sum(len(g.mentions) for g in groupings()),
        "actors": sum(len(set(g.actors)) for g in groupings()),
        "loaded sentences": sum(s.loaded for s in loaded()),
        "plain sentences": sum(not s.loaded for s in loaded()),
        "loaded stretches": sum(len(s.words) for s in loaded()),
        "sentences with acts": sum(bool(s.acts) for s in agency()),
        "sentences without act": sum(not s.acts for s in agency()),
        **{f"acts: {form}": forms[form] for form in FORMS},
        "target sentences": len(targets()),
        **{f"targets: {label}": labels[label] for label in LABELS},
    }


if __name__ == "__main__":
    for what, count in counts().items():
        print(f"{count:5} {what}")
