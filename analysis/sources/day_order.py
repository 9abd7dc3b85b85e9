"""Day and month of dates in numbers, decided by all files of a folder together: 03/04/2026 beside 13/04/2026."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..messages import message
from ..model import Article, Evidence
from .build import with_id
from .dates import DayOrder, order_of_days, read_date
from .tally import file_of

_SAID = ("sources.evidence.date_numbers", "sources.evidence.date_either")
_OPEN = "sources.evidence.date_either"


def orders_of_folders(articles: Sequence[Article]) -> dict[str, DayOrder]:
    """Return the order of day and month that the dates of each folder show, by the folders; none for others."""
    shown: dict[str, list[str]] = {}
    for article in articles:
        if printed := _printed(article, _SAID):
            shown.setdefault(_folder(article), []).append(printed)
    return {folder: order for folder, dates in shown.items() if (order := order_of_days(dates))}


def with_order_of_folder(articles: Sequence[Article], orders: Mapping[str, DayOrder]) -> list[Article]:
    """Return `articles`, their dates in numbers read in the order of their folder.

    Where the folder shows none they stay as they were read, and their notes give both readings.
    """
    return [_settled(article, orders.get(_folder(article))) for article in articles]


def _folder(article: Article) -> str:
    return os.path.dirname(file_of(article.path or article.source))


def _printed(article: Article, keys: Sequence[str]) -> str:
    """Return the printed date of an article if that is in numbers, and its evidence one of `keys`."""
    for known in article.evidence:
        if known.field == "published" and known.message.key in keys:
            return str(dict(known.message.args).get("printed") or "")
    return ""


def _settled(article: Article, order: DayOrder | None) -> Article:
    """Return `article` with its date in the order of its folder, where it can be read in two."""
    printed = _printed(article, (_OPEN,))
    if not printed or order is None:
        return article
    others = tuple(known for known in article.evidence if known.field != "published")
    why = Evidence("published", message("sources.evidence.date_folder", printed=printed))
    notes = tuple(note for note in article.notes if note.key != "sources.date_either")
    published = read_date(printed, order) or article.published
    return with_id(replace(article, published=published, evidence=(*others, why), notes=notes))
