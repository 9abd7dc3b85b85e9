"""A file, folder, paste or address → Article: canonical text, its sections, what the header said.

One bad source never stops the rest: it is named with its reason in `Reading.skipped`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from ..errors import SourceError
from ..messages import Message, message
from ..model import Article
from ..progress import Cancelled, Report, silent
from ..settings import ReadSettings
from .canonical import CANONICAL_VERSION
from .order import natural, order_key

__all__ = ["CANONICAL_VERSION", "Reading", "Skipped", "read_bytes", "read_paths", "read_text"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source, or a row of a table, that could not be read, and why."""

    source: str
    message: Message


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read and what was not."""

    articles: tuple[Article, ...]
    """Ordered by date, outlet, source; without a date last, by the names of the sources. No two are the same."""
    skipped: tuple[Skipped, ...]


def read_paths(paths: Sequence[str], settings: ReadSettings = ReadSettings(), report: Report = silent) -> Reading:
    """Return the articles of `paths`: files, folders, `-` for standard input, addresses where settings allow."""
    from .folder import articles_of_path, expand

    problems: list[SourceError] = []
    sources = expand(paths, settings, problems)
    articles: list[Article] = []
    for i, source in enumerate(sources):
        report(i / len(sources), message("progress.reading", name=os.path.basename(source.path) or source.path))
        articles += _guarded(lambda s=source: articles_of_path(s, settings, problems), source.path, problems)  # type: ignore[misc]
    report(1.0, None)
    return _reading(articles, problems)


def read_bytes(data: bytes, name: str, settings: ReadSettings = ReadSettings()) -> Reading:
    """Return the articles in the content of a file called `name`."""
    from .dispatch import articles_of

    problems: list[SourceError] = []
    return _reading(_guarded(lambda: articles_of(BytesIO(data), name, settings, problems), name, problems), problems)


def read_text(text: str, name: str = "pasted text", settings: ReadSettings = ReadSettings()) -> Reading:
    """Return the article in a pasted text; pasted HTML is read as a page."""
    from .dispatch import article_of_text

    problems: list[SourceError] = []
    return _reading(_guarded(lambda: [article_of_text(text, name, settings)], name, problems), problems)


def _guarded(read: Callable[[], Iterable[Article]], where: str, problems: list[SourceError]) -> list[Article]:
    """Return what `read` yields up to its first failure, which goes to `problems`."""
    found: list[Article] = []
    try:
        for article in read():
            found.append(article)
    except SourceError as error:
        problems.append(error)
    except Cancelled:
        raise
    except OSError as error:
        problems.append(
            SourceError(message("sources.unreadable", reason=error.strerror or type(error).__name__), where)
        )
    except Exception as error:
        # The last net: a library failed in a way nobody foresaw. The others must still be read.
        _log.exception("reading %s failed", where)
        problems.append(SourceError(message("sources.unexpected", reason=f"{type(error).__name__}: {error}"), where))
    return found


def _reading(articles: Sequence[Article], problems: Sequence[SourceError]) -> Reading:
    """Return the articles in their fixed order, each once."""
    kept: dict[str, Article] = {}
    skipped = [Skipped(error.where, error.message) for error in problems]
    for article in sorted(articles, key=lambda a: natural(a.source)):
        first = kept.setdefault(article.id, article)
        if first is not article:
            skipped.append(Skipped(article.where, message("sources.duplicate", other=first.where)))
    ordered = sorted(kept.values(), key=order_key)
    return Reading(tuple(ordered), tuple(sorted(skipped, key=lambda s: (natural(s.source), s.source, s.message.key))))
