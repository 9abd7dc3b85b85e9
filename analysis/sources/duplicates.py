"""Whether two articles are one: opened twice, pasted twice, or pasted after its file was opened. The same words by
another outlet, as of an agency, are another article."""

from __future__ import annotations

import os
import re

from ..model import Article, SectionKind

_WORD = re.compile(r"\w+")
APART = 0.2
"""Share by which the lengths of two texts may differ before their words are not compared: marks and spaces, the
headline of a short text."""


def same_file(one: Article, other: Article) -> bool:
    """Return whether two articles are the same text of the same file, whatever their details were edited to."""
    return one.text_sha256 == other.text_sha256 and _place(one) == _place(other)


def same_outlet(one: Article, other: Article) -> bool:
    """Return whether two articles may be of one outlet: where neither or only one is named, too."""
    outlets = {" ".join(article.outlet.casefold().split()) for article in (one, other)}
    return len(outlets - {""}) <= 1


def same_words(one: Article, other: Article) -> bool:
    """Return whether two articles have the same words in the same order, headlines apart."""
    if one.text_sha256 == other.text_sha256:
        return True
    sizes = sorted((len(one.text), len(other.text)))
    return sizes[1] - sizes[0] <= APART * sizes[1] and _words(one) == _words(other) != []


def _place(article: Article) -> str:
    return os.path.abspath(article.path) if article.path else article.source


def _words(article: Article) -> list[str]:
    body = [s.span.of(article.text) for s in article.sections if s.kind is not SectionKind.HEADLINE]
    return _WORD.findall(" ".join(body or [article.text]).casefold())
