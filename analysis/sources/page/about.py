"""What a page says of its article besides title and author: its type, its section, and whether all may read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...messages import message
from ...model import ArticleKind
from ..canonical import one_line
from ..draft import Meta
from ..kinds.found import shown
from ..kinds.labels import credited
from ..kinds.stated import of_types
from .kicker import kicker_of
from .linked import Item, linked_data
from .tags import Tags, tags_of
from .tree import Tree

MAX_SECTION = 100
"""Characters of a section's name; longer ones are lists of keywords."""
SECTION_TAGS = ("article:section", "og:article:section", "parsely-section", "section", "articlesection")

_SELECTOR = re.compile(r"[.#]([A-Za-z][\w-]{0,60})")


@dataclass(frozen=True, slots=True)
class About:
    """What the page's data says of the article; nothing where it has none."""

    types: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """Those stated for machines, and the label above the headline."""
    authors: tuple[str, ...] = ()
    """As stated for machines, and the printed lines of who wrote it."""
    free: bool | None = None
    """Whether all may read it; None where the page does not say."""
    gated: tuple[str, ...] = ()
    """Names of classes and ids of the elements that only subscribers get."""
    words: int = 0
    """How many words it says the article has; 0 where it does not."""

    @property
    def kind(self) -> ArticleKind | None:
        """The kind that its types name, or that its author signs: "Editorial Board"."""
        named = of_types(self.types)
        return named if named not in (None, ArticleKind.NEWS) else self._signed()[1] or named

    def _signed(self) -> tuple[str, ArticleKind | None]:
        return next(((name, kind) for name in self.authors if (kind := credited(name))), ("", None))

    def told(self, meta: Meta) -> Meta:
        """Return `meta` with the section as a column, and with the type where that says the kind."""
        meta = meta.with_column("section", ", ".join(dict.fromkeys(self.sections)))
        if self.kind is None:
            return meta
        named = next((name for name in self.types if of_types([name]) is self.kind), None)
        if named is None:
            return meta.because("kind", message("sources.kind.signed", value=shown(self._signed()[0])))
        return meta.because("kind", message("sources.kind.type", value=named))


def about(tree: Tree, meta: Meta, header: Iterable[str] = ()) -> About:
    """Return what the page says of the article with this title and address; `header` are the lines of its byline."""
    tags = tags_of(tree)
    item = linked_data(tree, [meta.title], tags.addresses).article or {}
    return About(
        types=tuple(_texts(item.get("@type"))),
        sections=tuple(filter(None, (*_sections(tags, item), kicker_of(tree, meta.title)))),
        authors=(*_texts(item.get("author")), *header),
        free=_free(item),
        gated=tuple(_selected(item)),
        words=_count(item.get("wordCount")),
    )


def _sections(tags: Tags, item: Item) -> Iterator[str]:
    stated = [value for name in SECTION_TAGS for value in tags.all(name)]
    for value in (*stated[:1], *_texts(item.get("articleSection")), *_texts(item.get("genre"))):
        if (name := one_line(value)) and len(name) <= MAX_SECTION:
            yield name


def _free(item: Item) -> bool | None:
    """Return whether all may read the article; publishers write it as a boolean, as text, and on its parts."""
    parts = [part for part in _listed(item.get("hasPart")) if isinstance(part, dict)]
    said = [str(value.get("isAccessibleForFree")).casefold() for value in (item, *parts)]
    known = [value for value in said if value in ("true", "false")]
    return None if not known else "false" not in known


def _selected(item: Item) -> Iterator[str]:
    for part in _listed(item.get("hasPart")):
        if isinstance(part, dict) and str(part.get("isAccessibleForFree")).casefold() == "false":
            for selector in _texts(part.get("cssSelector")):
                yield from _SELECTOR.findall(selector)


def _count(value: object) -> int:
    return int(value) if isinstance(value, int | str) and re.fullmatch(r"\d{1,6}", str(value)) else 0


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: object) -> list[str]:
    """Return the texts in a value: itself, those of a list, the addresses of objects."""
    found = [v.get("name") or v.get("@id") if isinstance(v, dict) else v for v in _listed(value)]
    return [text for text in found if isinstance(text, str)]
