"""What a story is called that nobody named: the words that its headlines share, which no outlet chose alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from ..model import Article
from .stopwords import STOP_WORDS

WORDS = 5
"""Words in a name at most; more is a headline."""
LARGE_SHARE = 0.5
"""A word of more than so many of the headlines is nobody's choice. Names may be in fewer, down to a third."""
LOOKED_AT = 50
"""Articles in which it is looked up how words are written: enough to tell a name from a word."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-.’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A content word of a headline."""

    printed: str
    key: str
    """The same for singular and plural."""
    joined: bool
    """Whether it stands right behind the content word before it."""


def story_name(articles: Sequence[Article]) -> str:
    """Return the words that most headlines of these articles share, as the headline that has most of them orders
    them; "" where they share none."""
    headlines = [_content(article.title) for article in articles if article.title and article.scored]
    texts = [article.text for article in articles[:LOOKED_AT]]
    count = Counter(key for headline in headlines for key in {word.key for word in headline})
    shared = _shared(headlines, count, texts)
    if not shared:
        return ""
    best = max(headlines, key=lambda headline: len({word.key for word in headline} & shared))
    name = " ".join(part for stretch in _fitting(_stretches(best, shared), count) for part in _cased(stretch, texts))
    return name[:1].upper() + name[1:]


def _content(title: str) -> list[_Word]:
    """Return the words of a headline that carry its meaning."""
    found: list[_Word] = []
    end = -1
    for match in _WORD.finditer(title):
        word = _POSSESSIVE.sub("", match[0])
        if len(word) > 1 and word.casefold() not in STOP_WORDS and any(c.isalpha() for c in word):
            joined = bool(found) and end > 0 and not title[end : match.start()].strip()
            found.append(_Word(word, _key(word), joined))
            # A possessive ends its name: "Orr's Vallin" is two.
            end = match.end() if word == match[0] else -1
        else:
            end = -1
    return found


def _key(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss") else folded


def _shared(headlines: Sequence[Sequence[_Word]], count: Counter[str], texts: Sequence[str]) -> set[str]:
    most = {key for key, n in count.items() if n >= max(2, int(len(headlines) * LARGE_SHARE) + 1)}
    fewer = {key for key, n in count.items() if n >= max(2, -(-len(headlines) // 3))} - most
    printed = {word.key: word.printed for headline in headlines for word in headline}
    return most | {key for key in fewer if len(most) < 2 and not _written(printed[key], texts).islower()}


def _stretches(headline: Iterable[_Word], shared: Set[str]) -> list[list[_Word]]:
    """Return the shared words of a headline, each once, those side by side together."""
    found: list[list[_Word]] = []
    seen: set[str] = set()
    before = False
    for word in headline:
        if word.key in shared and word.key not in seen:
            seen.add(word.key)
            if word.joined and before:
                found[-1].append(word)
            else:
                found.append([word])
            before = True
        else:
            before = False
    return found


def _fitting(stretches: Sequence[list[_Word]], count: Counter[str]) -> list[list[_Word]]:
    """Return the stretches that most headlines have, as many as fit, in their order."""
    ranked = sorted(stretches, key=lambda stretch: -max(count[word.key] for word in stretch))
    kept: list[list[_Word]] = []
    for stretch in ranked:
        if not kept or sum(map(len, kept)) + len(stretch) <= WORDS:
            kept.append(stretch)
    return [stretch for stretch in stretches if stretch in kept]


def _cased(stretch: Sequence[_Word], texts: Sequence[str]) -> list[str]:
    """Return the words as running text prints them: headlines may be in capitals."""
    words = [word.printed for word in stretch]
    cased = [_written(word, texts) for word in words]
    for i, pair in enumerate(pairwise(words)):
        # "court" is no name, "Supreme Court" is.
        for whole in (pair, (pair[0].title(), pair[1].title())):
            if not cased[i].islower() and _times(" ".join(whole), texts) > 1:
                cased[i], cased[i + 1] = whole
                break
    return cased


def _written(word: str, texts: Sequence[str]) -> str:
    """Return a headline's word in the letters in which running text has it most often."""
    forms = dict.fromkeys((word, word.lower(), word.title(), word.upper()))
    return max(forms, key=lambda form: _times(form, texts))


def _times(words: str, texts: Iterable[str]) -> int:
    """Return how often words stand in texts, behind a space."""
    return sum(text.count(f" {words}") for text in texts)
