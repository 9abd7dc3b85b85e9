"""Paths → the files behind them: folders in full, in a fixed order."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..errors import SourceError
from ..messages import message
from ..model import Article
from ..settings import ReadSettings
from ..visible import visible
from .child.process import Tick
from .file_kinds import ENDINGS, LATER, NO_SOURCES, ending_of
from .foreign import articles_in_bytes, articles_in_file, standard_input
from .ledger import Ledger
from .naming import address_name, namer
from .tally import file_of

MAX_DEPTH = 100
"""How deeply folders may be nested; nobody's are by half."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


def is_address(path: str) -> bool:
    """Return whether a path is an address on the net."""
    return bool(_ADDRESS.match(path))


@dataclass(frozen=True, slots=True)
class Source:
    """One file, standard input or address to read."""

    path: str
    """As it is opened."""
    name: str
    """As results name it: see `naming`."""
    remote: bool = False
    """Whether it is an address."""
    inside: str = ""
    """The place of the only entry of a zip to read, "" for all that is in it."""

    @property
    def where(self) -> str:
        """As errors name it to the user."""
        return self.name if self.remote else self.path

    @property
    def folder(self) -> str:
        """The subfolder of what was opened in which it lies, "" where it lies in none."""
        return "" if self.remote else posixpath.dirname(self.name)


def expand(paths: Sequence[str], settings: ReadSettings, ledger: Ledger) -> list[Source]:
    """Return the sources that `paths` name, each once; what cannot be one goes to `ledger`."""
    name = namer([_file_of(path) for path in paths if _local(path) and os.path.exists(_file_of(path))])
    found: dict[str, Source] = {}
    for path in paths:
        for file in _expand_one(path, settings, ledger):
            found.setdefault(file, _source(file, name))
    return list(found.values())


def _source(path: str, name: Callable[[str], str]) -> Source:
    if path == "-":
        return Source(path, path)
    if not _local(path):
        return Source(path, address_name(path), remote=True)
    file = _file_of(path)
    return Source(file, name(file), inside=path[len(file) :].strip("/"))


def _file_of(path: str) -> str:
    """Return the zip that a path leads into, as results name what is in one; else the path itself."""
    file = path
    while file and not os.path.exists(file) and "/" in file:
        file = file.rpartition("/")[0]
    return file if os.path.isfile(file) and ending_of(file) in ("zip", "gz") else path


def _local(path: str) -> bool:
    return path != "-" and (not is_address(path) or os.path.exists(path))


def _expand_one(path: str, settings: ReadSettings, ledger: Ledger) -> list[str]:
    if path == "-":
        return [path]
    if not _local(path):
        if settings.fetch:
            return [path]
        ledger.add(SourceError(message("sources.address"), address_name(path)))
        return []
    if os.path.isdir(path):
        inside = list(_walk(path, ledger))
        if not inside and not any(p.where.startswith(path) for p in ledger.problems):
            ledger.add(SourceError(message("sources.folder_empty"), path))
        return inside
    if not os.path.exists(_file_of(path)):
        ledger.add(SourceError(message("sources.missing"), path))
        return []
    return [path]


def _walk(root: str, ledger: Ledger) -> Iterator[str]:
    """Yield the files below `root`, sorted; pictures and the like are passed over, others are named."""

    def unreadable(error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        ledger.add(SourceError(message("sources.unreadable", reason=reason), str(error.filename)))

    base = os.path.realpath(root)
    depth = root.count(os.sep)
    for folder, subfolders, files in os.walk(root, onerror=unreadable):
        shown = sorted(name for name in subfolders if not _hidden(name) and not _page_parts(folder, name))
        subfolders[:] = [name for name in shown if _no_link(os.path.join(folder, name), base, ledger)]
        if subfolders and folder.count(os.sep) - depth >= MAX_DEPTH:
            ledger.add(SourceError(message("sources.folder_deep", limit=MAX_DEPTH), root))
            subfolders.clear()
        for name in sorted(files):
            ending = ending_of(name)
            if _hidden(name) or ending in NO_SOURCES:
                continue
            path = os.path.join(folder, name)
            if not _no_link(path, base, ledger):
                continue
            if ending in ENDINGS:
                yield path
            else:
                key = "sources.unsupported" if ending in LATER else "sources.unknown_kind"
                ledger.add(SourceError(message(key, kind=LATER.get(ending, ending)), path))


def _no_link(path: str, base: str, ledger: Ledger) -> bool:
    """Return whether `path` is what it seems; a link goes to `ledger`, whether it leaves the folder `base` or not.

    What lies in the folder is read under its own name, and a link to a folder above would never end.
    """
    if not os.path.islink(path) and not _junction(path):
        return True
    target = os.path.realpath(path)
    if not os.path.exists(target):
        key = "sources.link_broken"
    else:
        inside = target == base or target.startswith(os.path.join(base, ""))
        key = "sources.link_inside" if inside else "sources.link_outside"
    ledger.add(SourceError(message(key), path))
    return False


def _junction(path: str) -> bool:
    """Return whether `path` is what Windows has besides links; Python knows since 3.12."""
    known = getattr(os.path, "isjunction", None)
    return bool(known and known(path))


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX")) or name in ("Thumbs.db", "desktop.ini")


def _page_parts(folder: str, name: str) -> bool:
    """Return whether a subfolder holds the pictures of a page saved beside it."""
    stem = re.sub(r"(?:_files|\.files|-files)$", "", name)
    return stem != name and any(os.path.exists(os.path.join(folder, stem + end)) for end in (".html", ".htm"))


def articles_of_path(source: Source, settings: ReadSettings, ledger: Ledger, tick: Tick) -> Iterator[Article]:
    """Yield the articles of one source under its name in results, with its folder as a column."""
    for article in _articles(source, settings, ledger, tick):
        place = article.source.removeprefix(source.where)
        path = "" if source.remote else source.path + place
        article = replace(article, source=visible(source.name) + place, path=path)
        # A zip's folders count as those beside which it lies.
        inside = posixpath.dirname(file_of(place).lstrip("/"))
        folder = "/".join(filter(None, (source.folder, inside)))
        if folder and not any(name == "folder" for name, _ in article.columns):
            article = replace(article, columns=(*article.columns, ("folder", visible(folder))))
        yield article


def _articles(source: Source, settings: ReadSettings, ledger: Ledger, tick: Tick) -> Iterator[Article]:
    if source.path == "-":
        yield from articles_in_bytes(standard_input(), source.where, settings, ledger, tick)
    elif source.remote:
        from .fetch import fetch

        data = fetch(source.path, tick)
        yield from articles_in_bytes(data, source.where, settings, ledger, tick)
    else:
        yield from articles_in_file(source.path, settings, ledger, tick, source.inside)
