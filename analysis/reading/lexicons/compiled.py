"""Lexicons read once and kept as plain JSON, so that the next start neither parses nor inflects them again.

A lexicon is kept under the digest of its file; all of it under a stamp over the shared tables, the code of this package
and of `english`, and the format. Whatever is read back is checked value by value: a file that somebody else wrote can
at worst be of no use. Only lexicons without a fault are kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...model import Dimension
from ..english.places import ENGLISH, SHARED
from ..syntax.match import Pos, Relation
from .entries import WORD_GUARDS, Case, Concept, Guards, Inflect, Lexicon, Role, Syntax, Variant
from .patterns import Surfaces, surfaces

FORMAT = 4
"""Raised when the rows below change."""
LARGEST = 64 * 2**20
"""Bytes; a larger file is nobody's lexicons."""
SCALE = range(-2, 3)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A lexicon with the surfaces of its variants."""

    lexicon: Lexicon
    surfaces: tuple[Surfaces, ...]


def compiled(lexicon: Lexicon) -> Compiled:
    """Return `lexicon` with the surfaces of its variants worked out."""
    return Compiled(lexicon, tuple(surfaces(v) for concept in lexicon.concepts for v in concept.variants))


class Cache:
    """Compiled lexicons by the digest of their file, in one JSON file; `None` for a path keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._rows = _rows_of(path) if path is not None else {}

    def get(self, sha256: str, path: str) -> Compiled | None:
        """Return the lexicon whose file has this digest, as read from `path`; None where it is not kept, or damaged."""
        row = self._rows.get(sha256)
        if row is None:
            return None
        try:
            return _compiled(row, sha256, path)
        except (_Unsound, ValueError):
            return None

    def keep(self, lexicons: Iterable[Compiled]) -> None:
        """Write `lexicons` in place of what was kept; a folder that cannot be written keeps nothing."""
        if self._path is None:
            return
        body = json.dumps({found.lexicon.sha256: _row(found) for found in lexicons}, separators=(",", ":")).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(self._path, f"{stamp()} {_digest(body)}\n".encode() + body)
        except OSError:
            return


def default_path() -> Path | None:
    """Return where compiled lexicons are kept: in the user's cache folder; None where there is none."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("parallax", appauthor=False) / "lexicons.json"
    except (OSError, RuntimeError):  # no home
        return None


@cache
def stamp() -> str:
    """Return the digest of all that a compiled lexicon depends on besides its file."""
    parts = [str(FORMAT).encode()]
    tables = [path for folder in (SHARED, ENGLISH) for path in sorted(folder.glob("*.toml"))]
    here = Path(__file__).parent
    code = [path for folder in (here.parent / "english", here) for path in sorted(folder.glob("*.py"))]
    for path in (*tables, *code):
        parts += [path.name.encode(), path.read_bytes()]
    return _digest(b"\0".join(parts))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _rows_of(path: Path) -> Mapping[str, object]:
    """Return the rows in `path` by digest; none where the file is missing, damaged or made by another program state."""
    try:
        if path.stat().st_size > LARGEST:
            return {}
        head, _, body = path.read_bytes().partition(b"\n")
        if head != f"{stamp()} {_digest(body)}".encode():
            return {}
        rows = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


# --------------------------------------------------------------------------- to plain rows


def _row(found: Compiled) -> list[object]:
    lexicon = found.lexicon
    ready = iter(found.surfaces)
    concepts = [
        [c.id, c.label, c.question, [_variant_row(v, next(ready)) for v in c.variants]] for c in lexicon.concepts
    ]
    head = [lexicon.id, lexicon.name, lexicon.version, lexicon.licence, lexicon.description]
    return [head, lexicon.groups, concepts]


def _variant_row(v: Variant, ready: Surfaces) -> list[object]:
    return [
        [v.id, v.source, v.example, v.counter_example, v.name],
        v.texts,
        [v.dimension, v.inflect, v.case],
        v.stance,
        [v.spellings, v.compound, v.hyphens, v.names, v.outlet],
        v.roles,
        {name: getattr(v.guards, name) for name in WORD_GUARDS if getattr(v.guards, name)},
        {name: getattr(v.guards.syntax, name) for name in _SYNTAX if getattr(v.guards.syntax, name, ())},
        ready.texts,
        ready.codes,
    ]


# --------------------------------------------------------------------------- and back, checked


class _Unsound(Exception):
    """A value that no compiled lexicon has."""


_HAS_LETTER = re.compile(r"[^\W_]")
_SYNTAX = tuple(Syntax.__dataclass_fields__)
_DIMENSIONS = {member.value: member for member in Dimension}
_INFLECTS = {member.value: member for member in Inflect}
_CASES = {member.value: member for member in Case}
_ROLES = {member.value: member for member in Role}
_POS = {member.value: member for member in Pos}
_RELATIONS = {member.value: member for member in Relation}
_OF_SYNTAX: Mapping[str, Mapping[str, Pos] | Mapping[str, Relation]] = {
    "pos": _POS,
    "not_pos": _POS,
    "relation": _RELATIONS,
    "not_relation": _RELATIONS,
}


def _compiled(row: object, sha256: str, path: str) -> Compiled:
    try:
        head, groups, concepts = _list(row)
        ident, name, version, licence, description = _texts(head)
        own = tuple((_text(group), _texts(words)) for group, words in map(_list, _list(groups)))
        ready: list[Surfaces] = []
        found = tuple(_concept(concept, ready) for concept in _list(concepts))
    except (KeyError, TypeError, IndexError) as error:  # a name that is none, or something that cannot be a name
        raise _Unsound from error
    lexicon = Lexicon(ident, name, version, licence, description, found, sha256, path, own)
    return Compiled(lexicon, tuple(ready))


def _concept(row: object, ready: list[Surfaces]) -> Concept:
    ident, label, question, variants = _list(row)
    return Concept(
        _text(ident), _text(label), _text(question), tuple(_variant(variant, ready) for variant in _list(variants))
    )


def _variant(row: object, ready: list[Surfaces]) -> Variant:
    head, texts, choices, stance, flags, roles, guards, syntax, found, codes = _list(row)
    ident, source, example, counter_example, name = _texts(head)
    dimension, inflect, case = _texts(choices)
    spellings, compound, hyphens, names, outlet = _flags(flags)
    if not isinstance(guards, dict) or not isinstance(syntax, dict):
        raise _Unsound
    written = _texts(texts)
    if not written:
        raise _Unsound
    ready.append(_surfaces(found, codes, len(written)))
    return Variant(
        ident,
        written,
        _DIMENSIONS[dimension],
        tuple(_cast(pair) for pair in _list(stance)),
        source,
        example,
        counter_example,
        name,
        _INFLECTS[inflect],
        _CASES[case],
        spellings,
        compound,
        hyphens,
        names,
        outlet,
        tuple(_ROLES[role] for role in _texts(roles)),
        # An unknown guard is a TypeError.
        Guards(**{guard: _texts(words) for guard, words in guards.items()}, syntax=_syntax(syntax) if syntax else None),
    )


def _syntax(row: Mapping[str, object]) -> Syntax:
    found: dict[str, Any] = {}
    for name, values in row.items():
        known = _OF_SYNTAX.get(name)
        found[name] = _texts(values) if known is None else tuple(known[value] for value in _texts(values))
    if any(name not in WORD_GUARDS for name in found.get("instead_of", ())):
        raise _Unsound
    return Syntax(**found)


def _cast(row: object) -> tuple[Role, int]:
    role, number = _list(row)
    if isinstance(number, bool) or not isinstance(number, int) or number not in SCALE:
        raise _Unsound
    return _ROLES[_text(role)], number


def _surfaces(texts: object, codes: object, written: int) -> Surfaces:
    found = Surfaces(_texts(texts), _text(codes))
    together = "\n".join(found.texts)
    if (
        not found.sound
        or any(ord(of) >= written for of in found.codes[2::3])
        or together.count("\n") >= len(found.texts)
    ):
        raise _Unsound
    if not all(map(_HAS_LETTER.search, found.texts)):
        raise _Unsound
    return found


def _list(value: object) -> list[object]:
    if type(value) is not list:
        raise _Unsound
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise _Unsound
    return value


def _texts(value: object) -> tuple[str, ...]:
    found = _list(value)
    for item in found:
        if type(item) is not str:
            raise _Unsound
    return tuple(found)  # type: ignore[arg-type]  # each was looked at


def _flags(value: object) -> tuple[bool, ...]:
    found = _list(value)
    for item in found:
        if type(item) is not bool:
            raise _Unsound
    return tuple(found)  # type: ignore[arg-type]  # each was looked at
