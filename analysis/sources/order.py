"""Where an article stands among others, in the window, the command line and a comparison alike."""

from __future__ import annotations

import re

from ..model import Article

FIRST = str.maketrans("/\\.", "\0\0\1")
"""What ends a folder's or a file's name sorts before what could go on in it: "story.txt" before "story 2.txt"."""
Natural = tuple[tuple[int, str], ...]
Place = tuple[bool, str, Natural, str, Natural, str]


def order_key(article: Article) -> Place:
    """Return the sort key of an article: its date, outlet and source; without a date last, by the source's name.

    Ids come last: as digests they would scatter the files of a folder. What all sources begin with changes nothing, so
    that the order does not depend on where the folder lies.
    """
    undated, name = not article.published, natural(article.source)
    return (undated, article.published or "", name if undated else (), article.label.casefold(), name, article.id)


def natural(name: str) -> Natural:
    """Return a sort key by which file2 comes before file10, upper and lower case alike."""
    parts = re.split(r"([0-9]+)", name.casefold().translate(FIRST))
    # Text and numbers alternate; a number is compared by its length first, since int() refuses very long ones.
    return tuple((len(p.lstrip("0")), p.lstrip("0")) if i % 2 else (0, p) for i, p in enumerate(parts))
