"""A file, folder, paste or address → Article: canonical text, its sections, what the header said.

One bad source never stops the rest: it is named with its reason in `Reading.skipped`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from ..errors import SourceError
from ..messages import Message, message, printable
from ..model import Article
from ..progress import Cancelled, Report, part, silent
from ..settings import ReadSettings
from ..visible import visible
from .canonical import CANONICAL_VERSION
from .dates import DayOrder
from .day_order import orders_of_folders, with_order_of_folder
from .ledger import Ledger
from .order import natural, order_key
from .tally import Tally, tallies

__all__ = [
    "CANONICAL_VERSION",
    "Reading",
    "ReadingStopped",
    "Skipped",
    "Tally",
    "read_bytes",
    "read_paths",
    "read_text",
]

_log = logging.getLogger(__name__)

PASTED_HERE = 100_000
"""Longest pasted text read in this process, in characters: some 16,000 words. It is work on a string, linear in its
length (20 ms for prose, 0.4 s for lines of one letter), while a child takes 150 ms to start. Pages and longer texts go
to a child."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source, or a row of a table, that could not be read, and why."""

    source: str
    """As it is shown."""
    message: Message
    path: str = ""
    """As it is opened."""

    @property
    def count(self) -> int:
        """How many articles or rows it stands for: faulty rows past the first are one, texts beside articles too."""
        several = self.message.key in ("sources.more_rows", "sources.json_beside")
        stands_for = dict(self.message.args).get("count") if several else 1
        return int(stands_for or 1)

    @property
    def duplicate(self) -> bool:
        """Whether it is the same article as one that is kept, so that nothing is lost with it."""
        return self.message.key == "sources.duplicate"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read and what was not."""

    articles: tuple[Article, ...]
    """Ordered by date, outlet, source; without a date last, by the names of the sources. No two are the same."""
    skipped: tuple[Skipped, ...]
    tallies: tuple[Tally, ...] = ()
    """The account of each file, by the names with which they were opened."""
    day_orders: tuple[tuple[str, DayOrder], ...] = ()
    """The order of day and month that the dates of a folder show, by the folders as they were opened."""


class ReadingStopped(Cancelled):
    """Reading was cancelled; `reading` is what came until then."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


def read_paths(
    paths: Sequence[str],
    settings: ReadSettings = ReadSettings(),
    report: Report = silent,
    only: Collection[str] = (),
    day_orders: Mapping[str, DayOrder] = MappingProxyType({}),
) -> Reading:
    """Return the articles of `paths`: files, folders, `-` for standard input, addresses where settings allow.

    With `only`, files or folders as they were opened before, no others are read; files keep the names that they have
    among all. `day_orders` are those that their folders showed then: what is read of them now cannot show it again.
    """
    from .folder import articles_of_path, expand

    ledger = Ledger()
    sources = expand(paths, settings, ledger)
    if only:
        inside = tuple(os.path.join(path, "") for path in only if os.path.isdir(path))
        sources = [one for one in sources if one.path in only or one.path.startswith(inside)]
        ledger.problems = [p for p in ledger.problems if p.where in only or p.where.startswith(inside)]
    articles: list[Article] = []
    try:
        for i, source in enumerate(sources):
            mine = _saying_what(source.where, part(report, i / len(sources), (i + 1) / len(sources)))
            mine(0.0)
            read = partial(articles_of_path, source, settings, ledger, mine)
            articles += _guarded(read, source.where, ledger)
    except Cancelled as stop:
        raise ReadingStopped(_reading(articles, ledger, day_orders)) from stop
    report(1.0, None)
    return _reading(articles, ledger, day_orders)


def read_bytes(data: bytes, name: str, settings: ReadSettings = ReadSettings(), report: Report = silent) -> Reading:
    """Return the articles in the content of a file called `name`."""
    from .foreign import articles_in_bytes

    ledger = Ledger()
    tick = _saying_what(name, report)
    found = _guarded(lambda: articles_in_bytes(data, name, settings, ledger, tick), name, ledger)
    return _reading(found, ledger)


def read_text(
    text: str, name: str = "pasted text", settings: ReadSettings = ReadSettings(), report: Report = silent
) -> Reading:
    """Return the article in a pasted text; pasted HTML is read as a page."""
    ledger = Ledger()
    return _reading(_guarded(lambda: _articles_of_text(text, name, settings, ledger, report), name, ledger), ledger)


def _articles_of_text(
    text: str, name: str, settings: ReadSettings, ledger: Ledger, report: Report
) -> Iterable[Article]:
    from .dispatch import articles_of_text
    from .file_kinds import looks_like_html

    if len(text) <= PASTED_HERE and not looks_like_html(text):
        return articles_of_text(text, name, settings, ledger)
    from .foreign import articles_in_bytes

    data = text.encode("utf-8", "surrogatepass")
    return articles_in_bytes(data, name, settings, ledger, _saying_what(name, report), pasted=True)


def _saying_what(source: str, report: Report) -> Callable[[float], None]:
    doing = message("progress.reading", name=visible(os.path.basename(source) or source))
    return lambda fraction: report(fraction, doing)


def _guarded(read: Callable[[], Iterable[Article]], where: str, ledger: Ledger) -> list[Article]:
    """Return what `read` yields up to its first failure, which goes to `ledger`."""
    found: list[Article] = []
    try:
        for article in read():
            found.append(article)
    except SourceError as error:
        ledger.add(error)
    except Cancelled:
        raise
    except OSError as error:
        ledger.add(SourceError(message("sources.unreadable", reason=error.strerror or type(error).__name__), where))
    except Exception as error:
        # The last net: a library failed in a way nobody foresaw. The others must still be read.
        _log.exception("reading %s failed", where)
        ledger.add(SourceError(message("sources.unexpected", reason=f"{type(error).__name__}: {error}"), where))
    return found


def _reading(
    articles: Sequence[Article], ledger: Ledger, day_orders: Mapping[str, DayOrder] = MappingProxyType({})
) -> Reading:
    """Return the articles in their fixed order, each once."""
    kept: dict[str, Article] = {}
    skipped = [Skipped(visible(error.where), printable(error.message), error.where) for error in ledger.problems]
    orders = {**orders_of_folders(articles), **day_orders}
    for article in sorted(with_order_of_folder(articles, orders), key=lambda a: (natural(a.source), a.sha256)):
        first = kept.setdefault(article.id, article)
        if first is not article:
            why = message("sources.duplicate", other=visible(first.where))
            skipped.append(Skipped(visible(article.where), why, article.path or article.source))
    ordered = sorted(kept.values(), key=order_key)
    same = [s.path for s in skipped if s.duplicate]
    lost = [(s.path, s.count) for s in skipped if not s.duplicate]
    accounts = tallies([a.path or a.source for a in ordered], lost, ledger.stated, same)
    named = sorted(skipped, key=lambda s: (natural(s.source), s.source, s.message.key))
    return Reading(tuple(ordered), tuple(named), accounts, tuple(sorted(orders.items())))
