"""Which words set a group apart: log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import log, sqrt

from ..model import ActorKind, ArticleAnalysis, Keyword, Passage, SectionKind, Token
from ..progress import checked
from .scope import Scope, passage
from .stopwords import STOP_WORDS

PRIOR_WORDS = 500.0
"""Weight of the prior, as if so many words had been read before: a short article. More shrinks towards 0."""

PRIOR_SHARE = 0.25
"""The prior weighs at most this share of all words that are counted, lest a handful of short texts all look alike."""

MIN_COUNT, MIN_COUNT_SHORT, SHORT = 3, 2, 800
"""Uses of a word by its group from which it is considered; below, its z says more about chance than about choice.
Groups of fewer than SHORT words would have no list at all, so that two uses do there."""

MIN_Z = 1.0
"""Words below this z are not listed. With one article per group 1.96 leaves few; the list is read, not tested."""

TOP = 40
"""Words listed per group at most."""


def keywords(scope: Scope) -> tuple[Keyword, ...]:
    """Return, group by group, the words that it uses more than all other groups together; highest z first.

    Words are lemmas in lower case; "colour" and "color" are one, shown as the group spells it most often. Left out:
    function words, numbers, names of persons (the ledger has them) and the words of the groups' own labels. Prior: the
    word's share in the whole comparison × PRIOR_WORDS, less in a small one.
    """
    persons = _person_words(scope)
    places: dict[str, dict[str, list[Passage]]] = {group.key: defaultdict(list) for group in scope.groups}
    labels = {word for group in scope.groups for word in group.label.casefold().split()}
    spelled: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for analysis in checked(scope.scored):
        held = places[scope.group_key(analysis.article.id)]
        for word, printed, token in _words(scope, analysis, persons):
            if word not in labels and printed not in labels:
                held[word].append(passage(analysis, token.span))
                spelled[scope.group_key(analysis.article.id), word][printed] += 1
    counts = {key: Counter({word: len(found) for word, found in held.items()}) for key, held in places.items()}
    overall: Counter[str] = sum(counts.values(), Counter())
    if sum(1 for c in counts.values() if c.total()) < 2:
        return ()
    found: list[Keyword] = []
    for group in checked(scope.groups):
        words = sum(len(scope.words(analysis)) for analysis in scope.members(group))
        found += _of_group(group.key, words, counts[group.key], overall, places[group.key])
    return tuple(replace(one, word=_commonest(spelled[one.group, one.word])) for one in found)


def _commonest(spellings: Counter[str]) -> str:
    """Return the commonest spelling, of several the first in the alphabet."""
    return min(spellings, key=lambda word: (-spellings[word], word))


def log_odds(y: int, n: int, rest: int, m: int, share: float, weight: float = PRIOR_WORDS) -> tuple[float, float]:
    """Return (log-odds ratio, z) of a word used `y` times in `n` words here and `rest` times in `m` elsewhere.

    δ = log((y + a) / (n + A - y - a)) - log((rest + a) / (m + A - rest - a)), A = `weight`, a = A × share;
    z = δ / sqrt(1 / (y + a) + 1 / (rest + a)). Monroe, Colaresi & Quinn 2008, equations 16 to 22.
    """
    prior = weight * share
    here = (y + prior) / (n + weight - y - prior)
    there = (rest + prior) / (m + weight - rest - prior)
    delta = log(here) - log(there)
    return delta, delta / sqrt(1 / (y + prior) + 1 / (rest + prior))


def _of_group(
    group: str, words: int, counts: Counter[str], overall: Counter[str], places: dict[str, list[Passage]]
) -> list[Keyword]:
    n, total = counts.total(), overall.total()
    weight = min(PRIOR_WORDS, PRIOR_SHARE * total)
    found = []
    least = MIN_COUNT if words >= SHORT else MIN_COUNT_SHORT
    for word, y in counts.items():
        if y < least or len(overall) < 2:
            continue
        rest = overall[word] - y
        delta, z = log_odds(y, n, rest, total - n, overall[word] / total, weight)
        if z >= MIN_Z:
            rate = 1000 * y / words
            found.append(
                Keyword(word, group, round(z, 4), round(delta, 4), y, rest, round(rate, 3), tuple(places[word]))
            )
    return sorted(found, key=lambda k: (-k.z, k.word))[:TOP]


def _person_words(scope: Scope) -> frozenset[str]:
    """Return the words, in lower case, that stand in names of persons more often than in names of anything else.

    All articles together say so: one that has only "Orr" may take him for a place.
    """
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for analysis in checked(scope.scored):
        for actor in analysis.document.actors:
            for word in actor.name.split():
                counts[word.casefold()][actor.kind is ActorKind.PERSON] += len(actor.mentions)
    return frozenset(word for word, n in counts.items() if n[True] > n[False])


def _words(scope: Scope, analysis: ArticleAnalysis, persons: frozenset[str]) -> Iterator[tuple[str, str, Token]]:
    """Yield the words that are counted, in American spelling and as printed, with their tokens."""
    document = analysis.document
    dateline = [s.span for s in document.article.sections if s.kind in (SectionKind.DATELINE, SectionKind.NOTE)]
    for token in checked(scope.words(analysis)):
        name = token.text.replace("’", "'").removesuffix("'s")
        if (name[:1].isupper() and name.casefold() in persons) or any(s.contains(token.span) for s in dateline):
            continue
        word = _lemma(token.text.lower().replace("’", "'").removesuffix("'s"))
        if (
            len(word) > 1
            and not STOP_WORDS & {word, word.replace(".", "")}
            and any(c.isalpha() for c in word)
            and not word[0].isdigit()
        ):
            yield _lemma(token.american.removesuffix("'s")) if token.american else word, word, token


@lru_cache(maxsize=50_000)
def _lemma(word: str) -> str:
    from simplemma import lemmatize

    return word if word in STOP_WORDS else lemmatize(word, lang="en").lower()
