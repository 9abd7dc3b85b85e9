"""Folders that tell outlets apart where the articles name none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.model import Article

COLUMN = "folder"
"""The column of an article with the folder that it lay in."""


def nameless_in_folders(articles: Sequence[Article]) -> int:
    """Return how many articles name no outlet; 0 where they are not most of them, or do not lie in several folders."""
    nameless = [article for article in articles if not article.outlet.strip()]
    folders = {dict(article.columns).get(COLUMN, "") for article in nameless}
    return len(nameless) if 2 * len(nameless) > len(articles) and len(folders) > 1 and "" not in folders else 0
