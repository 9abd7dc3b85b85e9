"""How well predictions match the gold of `reader_gold_words`: pure functions, no model and no file.

A share with nothing to measure is None, never 0.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.model import Span

from .reader_gold_words import Act, AgencySentence, Grouping, LoadedSentence, Name, NamePassage

SAME_PLACE = 0.5
"""Word overlap (Jaccard) from which two noun phrases count as one; the sample story judges attributions alike."""

ONE_KIND = {"group": "organization"}
"""A party with a militia is both: the Reader's goal is set on person, organisation and place."""

BEFORE_NAMES = frozenset(
    "a an the mr mrs ms dr prof sir president prime minister chancellor governor mayor senator rep gen general col"
    " colonel judge justice professor king queen defence spokesman spokeswoman boss envoy nurse".split()
)
"""Words before a name that make no difference to its place: a head trained on longer mentions is not punished."""

WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """How many were right, of how many found and how many wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.wanted if self.wanted else None

    @property
    def f(self) -> float | None:
        """2 · right / (found + wanted), the harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else None


def mean(values: Iterable[float]) -> float | None:
    collected = list(values)
    return sum(collected) / len(collected) if collected else None


# ------------------------------------------------------------------ names


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without articles and titles before the name and without a possessive or comma after it."""
    start, end = span.start, span.end
    while (word := re.match(r"\s*([^\W\d_]+)\.?\s+(?=\S)", text[start:end])) and word[1].lower() in BEFORE_NAMES:
        start += word.end()
    end = start + len(re.sub(r"(['’](s|S)?|[,.;:\s])+$", "", text[start:end]))
    return Span(start, end) if end > start else span


def name_spans(
    gold: Sequence[NamePassage],
    predicted: Sequence[Iterable[Name]],
    *,
    typed: bool,
    kinds: Mapping[str, str] = ONE_KIND,
) -> Found:
    """Return names found at their exact place, up to `trimmed`; `typed` wants their kind too, after `kinds`."""

    def keys(text: str, names: Iterable[Name]) -> set[tuple[Span, str]]:
        return {(trimmed(text, n.span), kinds.get(n.kind, n.kind) if typed else "") for n in names}

    pairs = [(keys(g.text, g.names), keys(g.text, p)) for g, p in zip(gold, predicted, strict=True)]
    return Found(sum(len(a & b) for a, b in pairs), sum(len(b) for _, b in pairs), sum(len(a) for a, _ in pairs))


# ------------------------------------------------------------------ aliases


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed over mentions (Bagga and Baldwin 1998): the mean over mentions of their cluster's purity both ways."""

    precision: float | None
    recall: float | None

    @property
    def f(self) -> float | None:
        if self.precision is None or self.recall is None:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def b_cubed(gold: Sequence[Grouping], predicted: Sequence[Sequence[Hashable | None]]) -> BCubed:
    """Return B-cubed of one key per gold mention; None is a mention that was not found: an actor of its own."""
    purity, completeness = [], []
    for wanted, given in zip(gold, predicted, strict=True):
        keys = [("alone", i) if key is None else ("key", key) for i, key in enumerate(given)]
        for actor, key in zip(wanted.actors, keys, strict=True):
            ours = {i for i, other in enumerate(keys) if other == key}
            theirs = {i for i, other in enumerate(wanted.actors) if other == actor}
            purity.append(len(ours & theirs) / len(ours))
            completeness.append(len(ours & theirs) / len(theirs))
    return BCubed(mean(purity), mean(completeness))


# ------------------------------------------------------------------ loaded words


Scored = tuple[Span, float]  # a word of the sentence and how loaded it is held to be


@dataclass(frozen=True, slots=True)
class WordRanking:
    """Means over loaded sentences."""

    r_precision: float | None
    """Of the R highest words, the share that is marked; R is the number of marked words."""
    top_1: float | None
    """How often the highest word is marked."""


def rank_words(gold: Sequence[LoadedSentence], predicted: Sequence[Sequence[Scored]]) -> WordRanking:
    """Return how well words are ranked within the loaded sentences; of equal scores the earlier word is first."""
    r_precisions, tops = [], []
    for sentence, scores in zip(gold, predicted, strict=True):
        if not sentence.loaded:
            continue
        wanted = sum(len(WORD.findall(span.of(sentence.text))) for span in sentence.words)
        ranked = sorted(scores, key=lambda s: (-s[1], s[0].start))
        hits = [any(word.overlaps(mark) for mark in sentence.words) for word, _ in ranked]
        r_precisions.append(sum(hits[:wanted]) / wanted)
        tops.append(float(any(hits[:1])))
    return WordRanking(mean(r_precisions), mean(tops))


# ------------------------------------------------------------------ labels of sentences and targets


def f_by_label(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> dict[Hashable, float]:
    """Return the F of every label that the gold has."""
    right = Counter(a for a, b in zip(gold, predicted, strict=True) if a == b)
    wanted, found = Counter(gold), Counter(predicted)
    return {label: 2 * right[label] / (wanted[label] + found[label]) for label in wanted}


def macro_f(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> float | None:
    """Return the unweighted mean F of the gold's labels: for loaded sentences, and for sentiment toward targets."""
    return mean(f_by_label(gold, predicted).values())


# ------------------------------------------------------------------ agency


def same_place(text: str, a: Span | None, b: Span | None) -> bool:
    """Return whether two noun phrases share enough words, an article aside, or neither is there."""
    if a is None or b is None:
        return a is b

    def words(span: Span) -> set[int]:
        return {span.start + m.start() for m in WORD.finditer(span.of(text)) if m[0].lower() not in {"a", "an", "the"}}

    ours, theirs = words(a), words(b)
    return len(ours & theirs) >= SAME_PLACE * len(ours | theirs) and bool(ours & theirs)


@dataclass(frozen=True, slots=True)
class AgencyScores:
    """Acts found, what was right of those found, and actors and affected found by all acts together."""

    acts: Found
    form: float | None
    """Share of the acts found whose form is right; the next two likewise, where "none" may be right."""
    actor: float | None
    affected: float | None
    actors: Found
    """Named actors at their place, of all that gold and prediction name, acts missed included."""
    affecteds: Found


def matched(gold: AgencySentence, predicted: Sequence[Act]) -> tuple[list[tuple[Act, Act]], list[Act]]:
    """Return pairs of a gold act and the prediction for it, each used once, and the predictions that count."""
    pairs: list[tuple[Act, Act]] = []
    free = list(predicted)
    for want in gold.acts:
        hit = next((act for act in free if act.head.overlaps(want.head)), None)
        if hit is not None:
            pairs.append((want, hit))
            free.remove(hit)
    surplus = [act for act in free if not any(act.head.overlaps(spare) for spare in gold.optional)]
    return pairs, [hit for _, hit in pairs] + surplus


def score_agency(gold: Sequence[AgencySentence], predicted: Sequence[Sequence[Act]]) -> AgencyScores:
    """Return the figures over all sentences; an act is found where its head overlaps the gold's head."""
    tally: Counter[object] = Counter()
    for sentence, given in zip(gold, predicted, strict=True):
        pairs, counted = matched(sentence, given)
        tally["pairs"] += len(pairs)
        tally["found"] += len(counted)
        tally["wanted"] += len(sentence.acts)
        tally["form"] += sum(want.form == hit.form for want, hit in pairs)
        for field in ("actor", "affected"):
            places = [(getattr(want, field), getattr(hit, field)) for want, hit in pairs]
            good = [want for want, hit in places if same_place(sentence.text, want, hit)]
            tally[field] += len(good)
            tally[field, "right"] += sum(place is not None for place in good)
            tally[field, "found"] += sum(getattr(act, field) is not None for act in counted)
            tally[field, "wanted"] += sum(getattr(act, field) is not None for act in sentence.acts)

    def share(name: str) -> float | None:
        return tally[name] / tally["pairs"] if tally["pairs"] else None

    def found(field: str) -> Found:
        return Found(*(tally[field, part] for part in ("right", "found", "wanted")))

    acts = Found(tally["pairs"], tally["found"], tally["wanted"])
    return AgencyScores(acts, share("form"), share("actor"), share("affected"), found("actor"), found("affected"))
