"""What was opened for the story and what of it did not come in: values that the list of imported files is made from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from analysis.messages import render
from analysis.messages import text as tr
from analysis.settings import ReadSettings

if TYPE_CHECKING:
    from analysis.model import Article
    from analysis.sources import Reading
    from analysis.sources.dates import DayOrder

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the user opened together, and how: read the same way again, files keep their names and folders."""

    paths: tuple[str, ...]
    settings: ReadSettings = ReadSettings()


class Why(StrEnum):
    """Why something is not among the articles that came in."""

    SKIPPED = "skipped"
    MISSING = "missing"
    DIFFERS = "differs"
    """More came in than the file says it holds."""
    TWICE = "twice"
    """It is the same article as another that was opened."""
    PRESENT = "present"
    """The story has it already."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of what did not come in."""

    path: str
    """The file as it is opened."""
    row: str
    source: str
    """As it is shown, with its row."""
    why: Why
    reason: str
    key: str = ""
    """The key of the engine's reason."""
    columns: str = ""
    """The columns of a table that has none for its text."""
    count: int = 0
    """How many articles are lost with it."""


@dataclass(frozen=True, slots=True)
class FileAccount:
    """One file: what it says it holds and what became of it."""

    path: str
    stated: int | None
    read: int
    skipped: int
    missing: int
    origin: Origin = Origin(())
    texts: frozenset[str] = frozenset()
    """Digests of the texts that were read from it."""
    duplicates: int = 0
    """Articles that are the same as one that came in."""
    day_order: DayOrder | None = None
    """The order of day and month that the dates of its folder showed."""

    @property
    def lost(self) -> int:
        return self.skipped + self.missing


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything opened since the story began, by file."""

    files: tuple[FileAccount, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def lost(self) -> int:
        """How many articles, rows and files are skipped or missing."""
        return sum(account.lost for account in self.files)

    def adding(self, other: Imported) -> Imported:
        """Return this with `other` in place of what was known of its files."""
        new = {account.path for account in other.files}
        files = (*(known for known in self.files if known.path not in new), *other.files)
        return Imported(files, (*(item for item in self.items if item.path not in new), *other.items))

    def without(self, files: Iterable[str]) -> Imported:
        """Return this without what is known of these files and of what lies in them, as in an archive."""
        known = frozenset(files)
        within = tuple(f"{file}{mark}" for file in known for mark in {"/", os.sep})

        def gone(path: str) -> bool:
            return path in known or path.startswith(within)

        return Imported(
            tuple(account for account in self.files if not gone(account.path)),
            tuple(item for item in self.items if not gone(item.path)),
        )

    def unread(self, articles: Iterable[Article]) -> list[Article]:
        """Return those of `articles` whose texts were not read from their files before."""
        from analysis.sources.tally import file_of  # here: the window paints before the engine loads

        texts = {account.path: account.texts for account in self.files}
        return [a for a in articles if a.text_sha256 not in texts.get(file_of(a.path or a.source), ())]

    def day_orders(self, origin: Origin) -> dict[str, DayOrder]:
        """Return the order of day and month that the dates of folders showed when they were opened, by the folders."""
        opened = [account for account in self.files if account.origin == origin]
        return {os.path.dirname(account.path): account.day_order for account in opened if account.day_order}

    def origins(self, paths: Iterable[str]) -> dict[Origin, frozenset[str]]:
        """Return which of these files were opened together."""
        found: dict[Origin, frozenset[str]] = {}
        wanted = frozenset(paths)
        for account in self.files:
            if account.path in wanted:
                found[account.origin] = found.get(account.origin, frozenset()) | {account.path}
        return found


Twins = Sequence[tuple["Article", str]]
"""Articles that the story has already, each with the sentence that says so."""


def imported(reading: Reading, origin: Origin = Origin(())) -> Imported:
    """Return the accounts of the files of a reading, and what did not come in."""
    from analysis.sources.left_out import left_out  # here: the window paints before the engine loads
    from analysis.sources.tally import file_of

    orders = dict(reading.day_orders)
    texts: dict[str, set[str]] = {}
    for article in reading.articles:
        texts.setdefault(file_of(article.path or article.source), set()).add(article.text_sha256)
    files = [
        FileAccount(
            t.path,
            t.stated,
            t.read,
            t.skipped,
            t.missing,
            origin,
            frozenset(texts.get(t.path, ())),
            t.duplicates,
            orders.get(os.path.dirname(t.path)),
        )
        for t in reading.tallies
    ]
    items = [
        Item(
            one.path,
            one.row,
            one.source,
            _why(one.message.key),
            render(one.message),
            one.message.key,
            str(dict(one.message.args).get("columns", "")),
            one.count,
        )
        for one in left_out(reading)
    ]
    return Imported(tuple(files), tuple(items))


def with_twins(found: Imported, twins: Twins) -> Imported:
    """Return `found` with what the story has already."""
    from analysis.sources.tally import file_of

    if not twins:
        return found
    present = []
    for article, said in twins:
        place = article.path or article.source
        path = file_of(place)
        present.append(Item(path, place.removeprefix(path).removeprefix("#"), article.where, Why.PRESENT, said))
    return replace(found, items=(*found.items, *present))


def _why(key: str) -> Why:
    known = {"sources.tally.lost": Why.MISSING, "sources.tally.more": Why.DIFFERS, "sources.duplicate": Why.TWICE}
    return known.get(key, Why.SKIPPED)


def cannot_be_retried(item: Item) -> str:
    """Return why an item cannot be read again, "" where it can."""
    from analysis.sources.left_out import file_on_disk  # here: the window paints before the engine loads

    if item.path == STANDARD_INPUT:
        return tr("It came over standard input, which is read once: save it in a file and open that.")
    if "://" in item.path:
        return tr("The window fetches no addresses: save the page and open the file.")
    if not file_on_disk(item.path):
        return tr("It is not there any more: {path}. Open it from where it is now.").format(path=item.path)
    return ""


def stale(known: Imported, reasons: dict[str, str]) -> Imported:
    """Return `known` with the reasons why files could not be tried again, by path."""
    items = (replace(item, reason=reasons.get(item.path, item.reason)) for item in known.items)
    return replace(known, items=tuple(items))


# --------------------------------------------------------------------------- in words


def lost_sentence(found: Imported) -> str:
    """Return one sentence on what of an import did not come in, "" where all did."""
    short = [account for account in found.files if account.lost]
    if not short:
        return ""
    alone, files = short[0], len(found.files)
    if len(short) == 1 and alone.lost + alone.read > 1:
        one = tr("1 of {count} articles in {file} was not read")
        many = tr("{lost} of {count} articles in {file} were not read")
        return _counted(one, many, alone.lost, count=alone.lost + alone.read, file=_name(alone.path))
    if files == 1:
        return tr("{file} could not be read").format(file=_name(alone.path))
    if all(not account.read and account.lost == 1 for account in short):
        return _counted(
            tr("1 of {count} files was not read"), tr("{lost} of {count} files were not read"), found.lost, count=files
        )
    one = tr("1 of {count} articles in {files} files was not read")
    many = tr("{lost} of {count} articles in {files} files were not read")
    read = sum(account.read for account in found.files)
    return _counted(one, many, found.lost, count=read + found.lost, files=files)


def _counted(one: str, many: str, lost: int, **names: int | str) -> str:
    shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in names.items()}
    return (one if lost == 1 else many).format(lost=f"{lost:,}", **shown)


def _name(path: str) -> str:
    return os.path.basename(path.rstrip("/\\")) or path
