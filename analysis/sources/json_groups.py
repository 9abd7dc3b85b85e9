"""Which lists of objects in a JSON file are its articles: the nearest to the top with texts, and those beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .columns import TEXTS, Columns, find_columns
from .objects import Group, flat, groups
from .table import Row

NAMED_ROWS = 200
"""So many articles are looked at for the names of their values; the first may lack some."""
PROSE_WORDS = 12
"""Objects beside the articles of which none has a text of so many words are tags, authors and the like."""
GROUP = "group"
"""The column with the name of an article's list, where a file has several."""


@dataclass(frozen=True, slots=True)
class GroupRows:
    """A list of objects with what their values are."""

    group: Group
    columns: Columns
    texts: bool
    """Whether one of them has a text, and not only an opening or a page."""
    words: int
    """The words of the longest text, page or opening among the first."""
    titled: bool

    def all(self, named: bool) -> Iterator[Row | Message]:
        """Yield its rows; `named` gives each the name of the list. It has the name of its object among several, too."""
        labelled = any(label != self.group.labels[0] for label in self.group.labels)
        for item, label in zip(self.group.items, self.group.labels, strict=True):
            row = _row(item)
            label = label if labelled and "://" not in label else ""
            name = ".".join(filter(None, (label, self.group.name if named else "")))
            yield {GROUP: name, **row} if name and isinstance(row, dict) else row

    def beside(self, main: GroupRows) -> bool:
        """Return whether it may hold articles too: it has prose and stands neither in `main` nor round it."""
        apart = main.group.path not in self.group.within and self.group.path not in main.group.within
        return apart and self is not main and self.words >= PROSE_WORDS and (self.texts or self._is_list_of_openings)

    @property
    def _is_list_of_openings(self) -> bool:
        return self.titled and self.group.is_list


@dataclass(frozen=True, slots=True)
class ArticleGroups:
    """The lists of a file that are read, and those with texts that are not."""

    read: tuple[GroupRows, ...]
    left: tuple[GroupRows, ...]


def article_groups(value: Any, settings: ReadSettings, source: str) -> ArticleGroups:
    """Return the lists of articles in a file; SourceError where nothing in it has a text.

    Lists beside the first are read where their objects have texts, and titles if those of the first do. Lists within an
    article, such as its comments, are none.
    """
    candidates = groups(value)
    if isinstance(value, dict):
        candidates.insert(0, Group("", (), [value], [""]))
    known: dict[tuple[str, ...], Columns | SourceError] = {}
    found: list[GroupRows] = []
    failures: list[SourceError] = []
    for group in candidates:
        rows = [row for item in group.items[:NAMED_ROWS] if isinstance(row := _row(item), dict)]
        names = tuple(dict.fromkeys(name for row in rows for name in row))
        if names not in known:
            known[names] = _columns(names, settings, source)
        columns = known[names]
        if isinstance(columns, SourceError):
            failures.append(columns)
        else:
            found.append(_judged(group, rows, columns))
    if not found:
        titles = [error for error in failures if error.message.key == "sources.titles_only"]
        raise next(iter((*titles, *failures)), SourceError(message("sources.no_object"), source))
    return _sorted(found)


def _sorted(found: list[GroupRows]) -> ArticleGroups:
    """Return which of the lists are read: the nearest with texts, one with titles before one without; those beside."""
    texts = [rows for rows in found if rows.texts]
    # A word beside a list, such as what was searched for, is no text of an article.
    prose = [rows for rows in texts if rows.words >= PROSE_WORDS or rows.titled]
    main = next(iter((*prose, *texts, *found)))
    if not main.titled:
        main = next((rows for rows in texts if rows.titled and rows.beside(main)), main)
    read, left = [main], list[GroupRows]()
    taken = {main.group.path}
    for rows in found:
        if not rows.beside(main) or not taken.isdisjoint(rows.group.within):
            continue
        taken.add(rows.group.path)
        alike = (rows.texts or not main.texts) and (rows.titled or not main.titled)
        (read if alike else left).append(rows)
    return ArticleGroups(tuple(read), tuple(left))


def _judged(group: Group, rows: list[dict[str, Any]], columns: Columns) -> GroupRows:
    values = {field: [row.get(name) for row in rows for name in columns.of(field)] for field in TEXTS}
    texts = any(map(_is_prose, values["text"]))
    words = max((_words(value) for field in TEXTS for value in values[field] if _is_prose(value)), default=0)
    titled = any(isinstance(row.get(name), str) and row[name] for row in rows for name in columns.of("title"))
    return GroupRows(group, columns, texts, words, titled)


def _columns(names: tuple[str, ...], settings: ReadSettings, source: str) -> Columns | SourceError:
    try:
        return find_columns(names, settings, source)
    except SourceError as error:
        return error


def _row(item: Any) -> Any:
    """Return an object as a row, of anything else what is said of it."""
    return flat(item) if isinstance(item, dict) else message("sources.no_object")


def _is_prose(value: object) -> bool:
    """Return whether a value may be a text, and no list of objects that is called like one."""
    return isinstance(value, str) or (isinstance(value, list) and any(isinstance(item, str) for item in value))


def _words(value: Any) -> int:
    """Return how many words a text has, at most those that are asked for."""
    text = value if isinstance(value, str) else " ".join(item for item in value[:20] if isinstance(item, str))
    return len(text[:1000].split(None, PROSE_WORDS))
