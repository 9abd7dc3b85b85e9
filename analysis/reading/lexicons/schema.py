"""A lexicon file, read and validated: every fault at once, each with its line, what it is and what to try."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ...errors import LexiconError
from ...messages import Argument, message
from ...model import Dimension
from ..syntax.match import WORDS, Pos, Relation
from .entries import (
    SYNTAX_TEXTS,
    WORD_GUARDS,
    Case,
    Concept,
    Guards,
    Inflect,
    Lexicon,
    Role,
    Syntax,
    Variant,
    slug,
)
from .groups import Groups, groups_with
from .lines import Path as Place
from .lines import line_index, line_of
from .patterns import PatternError, split_slot, terms

SCALE = range(-2, 3)
REQUIRED_HEAD = ("id", "name", "version", "licence", "description")
REQUIRED_CONCEPT = ("id", "label", "question")
REQUIRED_VARIANT = ("text", "dimension", "stance", "source", "example", "counter_example")
FLAGS = ("spellings", "compound", "hyphens", "names", "outlet")
VARIANT_KEYS = frozenset((*REQUIRED_VARIANT, *WORD_GUARDS, *FLAGS, "syntax", "id", "name", "inflect", "case", "roles"))
SYNTAX_KEYS = tuple(Syntax.__dataclass_fields__)
_ID = re.compile(r"^[a-z0-9][a-z0-9_-]*$")

_Choice = TypeVar("_Choice", Dimension, Inflect, Case, Role, Pos, Relation)
Table = Mapping[str, Any]  # what tomllib returns: its values are of any TOML type until they are checked


def check(paths: Iterable[str | Path]) -> list[LexiconError]:
    """Return every fault of the lexicon files, in file and line order; an empty list where all is well."""
    faults: list[LexiconError] = []
    for path in paths:
        faults.extend(load_file(Path(path))[1])
    return faults


def load_file(path: Path) -> tuple[Lexicon | None, list[LexiconError]]:
    """Return the lexicon in `path` and its faults; None where there are any."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [unreadable(path, error)]
    return parse(raw, str(path))


def unreadable(path: Path, error: OSError) -> LexiconError:
    """Return what is said of a file that cannot be read."""
    return LexiconError(message("framing.lexicon.unreadable", reason=error.strerror or str(error)), str(path))


def parse(raw: bytes, path: str) -> tuple[Lexicon | None, list[LexiconError]]:
    """Return the lexicon in `raw`, named `path` in its faults."""
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [LexiconError(message("framing.lexicon.encoding"), f"{path}:{line}")]
    source = source.replace("\r\n", "\n")
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax(error, source, path)]
    return _Reader(data, source, path).lexicon(hashlib.sha256(raw).hexdigest())


def _syntax(error: tomllib.TOMLDecodeError, source: str, path: str) -> LexiconError:
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line = int(found.group(1)) if found else source.count("\n") + 1
    what = re.sub(r"\s*\(at .*\)$", "", str(error))
    return LexiconError(message("framing.lexicon.syntax", what=what), f"{path}:{line}")


class _Reader:
    """One pass over one file's data; faults gather, reading goes on."""

    def __init__(self, data: Table, source: str, path: str) -> None:
        self._data = data
        self._source = source
        self._path = path
        self._index: Mapping[Place, int] | None = None
        self._faults: list[tuple[int, LexiconError]] = []
        self._groups: Groups = groups_with({})

    def lexicon(self, sha256: str) -> tuple[Lexicon | None, list[LexiconError]]:
        head = self._table(self._data.get("lexicon"), ("lexicon",), REQUIRED_HEAD)
        own = self._own_groups()
        for name in self._data:
            if name not in ("lexicon", "concept", "groups"):
                self._fault((name,), "unknown_key", field=name, known="lexicon, groups, concept")
        rows = self._rows(self._data.get("concept"), ("concept",))
        concepts = tuple(self._concept(row, ("concept", i)) for i, row in enumerate(rows))
        self._twice([(c.id, ("concept", i)) for i, c in enumerate(concepts)])
        if self._faults:
            return None, [fault for _, fault in sorted(self._faults, key=lambda f: f[0])]
        ident, name, version, licence, description = (str(head[key]) for key in REQUIRED_HEAD)
        return Lexicon(ident, name, version, licence, description, concepts, sha256, self._path, own), []

    # ------------------------------------------------------------------ parts

    def _own_groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        table = self._data.get("groups", {})
        if not isinstance(table, dict):
            self._fault(("groups",), "kind", field="groups", wanted="a table of word lists")
            return ()
        own = {name: self._words(words, ("groups", name)) for name, words in table.items()}
        self._groups = groups_with(own)
        for name, words in own.items():
            self._known_groups(words, ("groups", name))
        return tuple(own.items())

    def _concept(self, row: Table, place: Place) -> Concept:
        self._table(row, place, REQUIRED_CONCEPT)
        for key in row:
            if key not in (*REQUIRED_CONCEPT, "variant"):
                self._fault((*place, key), "unknown_key", field=key, known=", ".join((*REQUIRED_CONCEPT, "variant")))
        variants = []
        for i, variant in enumerate(self._rows(row.get("variant"), (*place, "variant"))):
            variants.append(self._variant(variant, (*place, "variant", i)))
        self._twice([(v.id, (*place, "variant", i)) for i, v in enumerate(variants)])
        self._same_surface(variants, place)
        return Concept(str(row.get("id", "")), str(row.get("label", "")), str(row.get("question", "")), tuple(variants))

    def _variant(self, row: Table, place: Place) -> Variant:
        self._table(row, place, tuple(key for key in REQUIRED_VARIANT if key not in ("text", "stance")))
        for key in row:
            if key not in VARIANT_KEYS:
                self._fault((*place, key), "unknown_key", field=key, known=", ".join(sorted(VARIANT_KEYS)))
        texts = self._texts(row.get("text"), (*place, "text"))
        guards = Guards(
            **{name: self._guard(row[name], (*place, name)) for name in WORD_GUARDS if name in row},
            syntax=self._syntax(row["syntax"], (*place, "syntax"), row) if "syntax" in row else None,
        )
        return Variant(
            id=self._id(row.get("id", slug(texts[0]) if texts else "-"), (*place, "id")),
            texts=texts,
            dimension=self._choice(Dimension, row.get("dimension", "evaluation"), (*place, "dimension")),
            stance=self._stance(row.get("stance"), (*place, "stance")),
            source=str(row.get("source", "")),
            example=str(row.get("example", "")),
            counter_example=str(row.get("counter_example", "")),
            name=self._name(row, place),
            inflect=self._choice(Inflect, row.get("inflect", "none"), (*place, "inflect")),
            case=self._choice(Case, row.get("case", "any"), (*place, "case")),
            spellings=self._flag(row, "spellings", place),
            compound=self._flag(row, "compound", place),
            outlet=self._flag(row, "outlet", place),
            hyphens=self._flag(row, "hyphens", place),
            names=self._flag(row, "names", place),
            roles=tuple(
                self._choice(Role, role, (*place, "roles"))
                for role in self._words(row.get("roles", []), (*place, "roles"))
            ),
            guards=guards,
        )

    # ------------------------------------------------------------------ values

    def _table(self, value: object, place: Place, required: Sequence[str]) -> Table:
        if not isinstance(value, dict):
            self._fault(place, "missing", field=str(place[-1]))
            return dict.fromkeys(required, "")
        for key in required:
            given = value.get(key)
            if given is None:
                self._fault(place, "missing", field=key)
            elif not isinstance(given, str) or not given.strip():
                self._fault((*place, key), "kind", field=key, wanted="text in quotation marks, not empty")
        if isinstance(value.get("id"), str) and not _ID.match(value["id"]):
            self._fault((*place, "id"), "id", id=value["id"])
        return value

    def _rows(self, value: object, place: Place) -> list[Table]:
        if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            self._fault(
                place[:-1] if value is None else place,
                "rows",
                field=".".join(str(p) for p in place if isinstance(p, str)),
            )
            return []
        return value

    def _texts(self, value: object, place: Place) -> tuple[str, ...]:
        if value is None:
            self._fault(place[:-1], "missing", field="text")
            return ()
        texts = (value,) if isinstance(value, str) else self._words(value, place)
        if not texts or any(not re.search(r"[^\W_]", text) for text in texts):
            self._fault(place, "kind", field="text", wanted="one pattern or a list of patterns, each with a letter")
            return ()
        for text in texts:
            try:
                split_slot(text)
            except PatternError as error:
                self._fault(place, f"pattern.{error}", text=text)
                return ()
        return texts

    def _stance(self, value: object, place: Place) -> tuple[tuple[Role, int], ...]:
        if value is None:
            self._fault(place[:-1], "missing", field="stance")
            return ()
        if value == 0 and not isinstance(value, bool):
            return ()
        if not isinstance(value, dict) or not value:
            self._fault(
                place, "kind", field="stance", wanted="0, or roles with values such as { agent = 2, holder = -2 }"
            )
            return ()
        found = []
        for role, number in value.items():
            known = self._choice(Role, role, place)
            if isinstance(number, bool) or not isinstance(number, int) or number not in SCALE:
                self._fault(place, "scale", role=role, value=str(number))
            else:
                found.append((known, number))
        return tuple(found)

    def _guard(self, value: object, place: Place) -> tuple[str, ...]:
        words = self._words(value, place)
        self._known_groups(words, place)
        if place[-1] == "not_phrase":
            for phrase in words:
                if phrase.count("~") != 1:
                    self._fault(place, "phrase", phrase=phrase)
        return tuple(word if word.startswith("@") else word.lower() for word in words)

    def _syntax(self, value: object, place: Place, row: Table) -> Syntax | None:
        if not isinstance(value, dict):
            self._fault(place, "kind", field="syntax", wanted='a table such as { pos = ["verb"] }')
            return None
        for key in value:
            if key not in SYNTAX_KEYS:
                self._fault((*place, key), "unknown_key", field=f"syntax.{key}", known=", ".join(SYNTAX_KEYS))
        lists = {key: self._words(value[key], (*place, key)) for key in SYNTAX_KEYS if key in value}
        if not any(lists.get(key) for key in SYNTAX_KEYS if key not in (*SYNTAX_TEXTS, "instead_of")):
            self._fault(place, "syntax_empty")
        if not lists.get("counter_examples"):
            self._fault(place, "missing", field="syntax.counter_examples")
        for guard in lists.get("instead_of", ()):
            if guard not in WORD_GUARDS or guard not in row:
                self._fault((*place, "instead_of"), "instead_of", guard=guard)
        return Syntax(
            pos=self._choices(Pos, lists.get("pos", ()), (*place, "pos")),
            not_pos=self._choices(Pos, lists.get("not_pos", ()), (*place, "not_pos")),
            relation=self._choices(Relation, lists.get("relation", ()), (*place, "relation")),
            not_relation=self._choices(Relation, lists.get("not_relation", ()), (*place, "not_relation")),
            instead_of=lists.get("instead_of", ()),
            **{key: self._guard(list(lists[key]), (*place, key)) for key in WORDS if key in lists},
            **{key: lists[key] for key in SYNTAX_TEXTS if key in lists},
        )

    def _choices(self, kind: type[_Choice], values: Sequence[str], place: Place) -> tuple[_Choice, ...]:
        return tuple(self._choice(kind, value, place) for value in values)

    def _known_groups(self, words: Sequence[str], place: Place) -> None:
        for word in words:
            if word.startswith("@") and word not in self._groups:
                self._fault(place, "group", group=word, known=", ".join(sorted(self._groups.words)))

    def _words(self, value: object, place: Place) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            self._fault(place, "kind", field=str(place[-1]), wanted="a list of texts")
            return ()
        return tuple(value)

    def _id(self, value: object, place: Place) -> str:
        if not isinstance(value, str) or not _ID.match(value):
            self._fault(place, "id", id=str(value))
            return "-"
        return value

    def _name(self, row: Table, place: Place) -> str:
        value = row.get("name", "")
        if not isinstance(value, str):
            self._fault((*place, "name"), "kind", field="name", wanted="text in quotation marks")
        return str(value)

    def _flag(self, row: Table, name: str, place: Place) -> bool:
        value = row.get(name, False)
        if not isinstance(value, bool):
            self._fault((*place, name), "kind", field=name, wanted="true or false")
        return value is True

    def _choice(self, kind: type[_Choice], value: object, place: Place) -> _Choice:
        try:
            return kind(str(value))
        except ValueError:
            known = ", ".join(member.value for member in kind)
            self._fault(place, "choice", field=str(place[-1]), value=str(value), known=known)
            return next(iter(kind))

    # ------------------------------------------------------------------ across entries

    def _twice(self, ids: Sequence[tuple[str, Place]]) -> None:
        seen: dict[str, Place] = {}
        for name, place in ids:
            if name in seen and name not in ("", "-"):
                self._fault(place, "twice", id=name, line=self._line(seen[name]))
            seen.setdefault(name, place)

    def _same_surface(self, variants: Sequence[Variant], place: Place) -> None:
        """Two unguarded variants of one concept must not claim the same words: nobody could say which was meant."""
        seen: dict[tuple[str, object, bool], tuple[int, Variant]] = {}
        for i, variant in enumerate(variants):
            for term in terms(variant):
                name = (term.fold, term.slot, term.slot_first)
                at, other = seen.setdefault(name, (i, variant))
                if at != i and variant.guards == other.guards:
                    first = self._line((*place, "variant", at))
                    self._fault((*place, "variant", i), "same_surface", text=term.text, other=other.label, line=first)
                    break

    # ------------------------------------------------------------------ faults

    def _line(self, place: Place) -> int:
        if self._index is None:  # most files have no fault, and then the index is never needed
            self._index = line_index(self._source)
        return line_of(self._index, place)

    def _fault(self, place: Place, name: str, **args: Argument) -> None:
        line = self._line(place)
        self._faults.append((line, LexiconError(message(f"framing.lexicon.{name}", **args), f"{self._path}:{line}")))
