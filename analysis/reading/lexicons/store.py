"""The lexicons at hand: the built-in ones and the user's own folder, each with its digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...errors import LexiconError
from .entries import Concept, Lexicon
from .matcher import Matcher
from .places import BUILT_IN
from .schema import load_file


@dataclass(frozen=True)
class Lexicons:
    """Lexicons that are searched together; `faults` says which files were left out and why.

    Concepts of the same id in several lexicons are one contrast set: that is how a user's file adds a variant
    to a built-in concept. The first one gives label and question.
    """

    lexicons: tuple[Lexicon, ...]
    faults: tuple[LexiconError, ...] = ()

    @cached_property
    def matcher(self) -> Matcher:
        return Matcher(self.lexicons)

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Concepts by id, the variants of all lexicons together."""
        found: dict[str, Concept] = {}
        for lexicon in self.lexicons:
            for concept in lexicon.concepts:
                first = found.get(concept.id)
                found[concept.id] = (
                    Concept(first.id, first.label, first.question, first.variants + concept.variants)
                    if first
                    else concept
                )
        return found

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """(id, sha256) of each lexicon, for the provenance."""
        return tuple((lexicon.id, lexicon.sha256) for lexicon in self.lexicons)


def load(folders: Iterable[Path] = ()) -> Lexicons:
    """Return the built-in lexicons and those in `folders`; a faulty file is left out and its faults are kept."""
    lexicons: list[Lexicon] = []
    faults: list[LexiconError] = []
    for path in lexicon_files([BUILT_IN, *folders]):
        lexicon, found = load_file(path)
        faults.extend(found)
        if lexicon is not None:
            lexicons.append(lexicon)
    return Lexicons(tuple(lexicons), tuple(faults))


def lexicon_files(folders: Iterable[Path]) -> list[Path]:
    """Return the lexicon files of `folders`, in an order that does not depend on the machine."""
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.toml"))]
