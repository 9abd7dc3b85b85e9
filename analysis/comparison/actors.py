"""Who is the same actor in different articles, and what to call it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..messages import message
from ..model import Actor, ActorKind, ArticleAnalysis, Speaker, SpeakerKind
from ..progress import checked
from .names import initials, plain
from .speakers import Known, clusters, row_name

_WHY = message("comparison.speaker.none")


@dataclass(frozen=True, slots=True)
class Subjects:
    """The actors of a comparison: one name for each, whatever each article calls it."""

    order: tuple[str, ...]
    """Names, the most mentioned first."""
    _names: Mapping[tuple[str, str], str]

    def name(self, article: str, actor: str) -> str | None:
        """Return what the actor of an article is called in the comparison."""
        return self._names.get((article, actor))


def subjects(
    analyses: Iterable[ArticleAnalysis], wanted: Callable[[ArticleAnalysis, Actor], bool] | None = None
) -> Subjects:
    """Return the actors of all articles, joined: persons as speakers are, others by name or acronym.

    Those that are not `wanted` are left out, where only a few of hundreds are asked for.
    """
    given = tuple(analyses)
    held = [
        (a.article.id, actor)
        for a in given
        for actor in a.document.actors
        if actor.mentions and (wanted is None or wanted(a, actor))
    ]
    spelled = _spellings(given)
    persons = [pair for pair in held if pair[1].kind is ActorKind.PERSON]
    names: dict[tuple[str, str], str] = {}
    for row in checked(_persons(persons)):
        name = row_name([_known(*pair) for pair in row])
        _name(names, row, spelled.get(name, name))
    for row in _bodies([pair for pair in held if pair[1].kind is not ActorKind.PERSON]):
        counts = Counter[str]()
        for _, actor in row:
            counts[spelled.get(actor.name, actor.name)] += len(actor.mentions)
        # The long form says more than the acronym; of several the commonest, then the shortest.
        _name(names, row, min(counts, key=lambda n: (bool(_acronym(n)), -counts[n], len(n), n)))
    total: Counter[str] = Counter()
    for article, actor in held:
        total[names[article, actor.name]] += len(actor.mentions)
    return Subjects(tuple(sorted(total, key=lambda n: (-total[n], n))), names)


def _spellings(analyses: Iterable[ArticleAnalysis]) -> dict[str, str]:
    """Return how names that a dateline or headline prints in capitals are spelled elsewhere: TESVARRIN → Tesvarrin."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    loud = {actor.name for a in analyses for actor in a.document.actors if actor.name.isupper()}
    by_key = {plain(name): name for name in loud}
    for a in analyses if loud else ():
        for actor in a.document.actors:
            for span in actor.mentions:
                words = span.of(a.document.text)
                if plain(words) in by_key and not words.isupper():
                    found[by_key[plain(words)]][words] += 1
    return {name: min(counts, key=lambda w: (-counts[w], w)) for name, counts in found.items()}


def _name(names: dict[tuple[str, str], str], row: Iterable[tuple[str, Actor]], name: str) -> None:
    for article, actor in row:
        names[article, actor.name] = name


def _persons(persons: list[tuple[str, Actor]]) -> list[list[tuple[str, Actor]]]:
    return [[persons[i] for i in row] for row in clusters([_known(*pair) for pair in persons])]


def _known(article: str, actor: Actor) -> Known:
    return Known(Speaker(actor.name, SpeakerKind.OTHER, True, (), _WHY), len(actor.mentions), article)


def _bodies(bodies: list[tuple[str, Actor]]) -> list[list[tuple[str, Actor]]]:
    """Join what shares a name or an acronym; "the army" alone could be any army's, and joins nothing."""
    rows: dict[str, list[tuple[str, Actor]]] = defaultdict(list)
    keys: dict[str, str] = {}
    short_for: dict[str, set[str]] = defaultdict(set)
    for article, actor in checked(sorted(bodies, key=lambda pair: (-len(pair[1].name), pair[1].name, pair[0]))):
        mine = {plain(actor.name)} | {_acronym(name) for name in (actor.name, *actor.aliases)} - {""}
        known = sorted(keys[key] for key in mine if key in keys)
        # "U.S." where one name alone can be meant by it.
        acronym = _acronym(actor.name)
        meant = short_for.get(acronym, set())
        row = known[0] if known else next(iter(meant)) if len(meant) == 1 else plain(actor.name)
        for key in mine:
            keys.setdefault(key, row)
        if initials(actor.name) and not any(map(_acronym, actor.name.split())):  # "U.S. Senators" is not what US means
            short_for[initials(actor.name).casefold()].add(row)
        rows[row].append((article, actor))
    return list(rows.values())


def _acronym(name: str) -> str:
    return initials(name).casefold() if len(name.split()) == 1 else ""
