"""The lexicons at hand: the built-in ones and the user's own folder, each with its digest."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from ...errors import LexiconError
from ...method import Codebook, Term
from ...progress import checked
from ..english.places import BUILT_IN
from .compiled import Cache, Compiled, compiled, default_path
from .entries import Concept, Lexicon
from .matcher import Matcher
from .patterns import Surfaces
from .schema import parse, unreadable


@dataclass(frozen=True)
class Lexicons:
    """Lexicons that are searched together; `faults` says which files were left out and why.

    Concepts of the same id in several lexicons are one contrast set: that is how a user's file adds a variant
    to a built-in concept. The first one gives label and question.
    """

    lexicons: tuple[Lexicon, ...]
    faults: tuple[LexiconError, ...] = ()
    surfaces: tuple[tuple[Surfaces, ...], ...] = field(default=(), compare=False, repr=False)
    """Of each lexicon's variants, where they are worked out already."""

    @cached_property
    def matcher(self) -> Matcher:
        with _uncollected():
            return Matcher(self.lexicons, self.surfaces)

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

    @cached_property
    def codebook(self) -> Codebook:
        """What these lexicons say about each term and concept, for those who explain marks."""
        concepts = {key: (concept.label, concept.question) for key, concept in self.concepts.items()}
        terms = {
            f"{lexicon.id}/{concept.id}/{variant.id}": Term(*concepts[concept.id], variant.source, variant.example)
            for lexicon in self.lexicons
            for concept in lexicon.concepts
            for variant in concept.variants
        }
        return Codebook(tuple(sorted(self.digests)), MappingProxyType(concepts), MappingProxyType(terms))

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """(id, sha256) of each lexicon, for the provenance."""
        return tuple((lexicon.id, lexicon.sha256) for lexicon in self.lexicons)


def load(folders: Iterable[Path] = (), cache: Path | None = None) -> Lexicons:
    """Return the built-in lexicons and those in `folders`; a faulty file is left out and its faults are kept.

    What is read is kept in the file `cache`, by default in the user's cache folder: the next time it is read faster.
    """
    with _uncollected():
        return _load(folders, Cache(cache if cache is not None else default_path()))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at what is only being built."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _load(folders: Iterable[Path], kept: Cache) -> Lexicons:
    found: list[Compiled] = []
    faults: list[LexiconError] = []
    fresh = False
    for path in checked(lexicon_files([BUILT_IN, *folders])):
        try:
            raw = path.read_bytes()
        except OSError as error:
            faults.append(unreadable(path, error))
            continue
        one = kept.get(hashlib.sha256(raw).hexdigest(), str(path))
        if one is None:
            lexicon, wrong = parse(raw, str(path))
            faults.extend(wrong)
            if lexicon is None:
                continue
            one, fresh = compiled(lexicon), True
        found.append(one)
    if fresh:
        kept.keep(found)
    return Lexicons(tuple(one.lexicon for one in found), tuple(faults), tuple(one.surfaces for one in found))


def lexicon_files(folders: Iterable[Path]) -> list[Path]:
    """Return the lexicon files of `folders`, in an order that does not depend on the machine."""
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.toml"))]
