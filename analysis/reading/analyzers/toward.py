"""Sentiment toward each actor, mention by mention and by voice, as the Reader judges the sentence it stands in.

Not judged are mentions that only say whose something is ("Orr's house", "the Orr bill"): the sentence is about another
thing. The subject of a speech cue ("Orr said") counts as neutral: what is said is not said of the speaker. So do
mentions of which the words tell neither good nor bad, though the sentence does (`toward_clause.py`).

The voice is that of the judgement. In "ministers praised Orr" the name is the outlet's word and the praise is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import ActorSentiment, Document, Polarity, Span, Voice
from ...progress import checked
from ..syntax import Tree, parse_of
from .toward_clause import contradicted, judgement, says_nothing, told_by_a_word

POLARITIES = (Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE)
"""By `Toward.label`."""
LEAD = 0.4
"""By how much negative or positive must lead both others for a mention to be called so; else it is neutral. On the
475 held-out mentions of NewsMTSC, 227 are called at this lead, 83 % of them rightly, and 58 % of all that are not
neutral are found; with no lead 76 % and 79 %, at 0.3 81 % and 64 %, at 0.5 84 % and 52 %: the least lead with five of
six right. `reader.json` keeps the share that was right."""
SURE = 0.8
"""The same where no word of the sentence is rated good or bad as called, nor loaded. At a lower lead 11 of 16 such
calls are right on NewsMTSC, whose sentences were chosen for their polarity; in 23 articles a reader found 4 of 22."""
CROWD = 4
"""Actors from which the same call for all in one sentence says something of the matter, not of each of them."""
OF_ANOTHER = ("nmod:poss", "compound", "amod")
"""Relations by which a mention only belongs to another noun."""


@dataclass(frozen=True, slots=True)
class Toward:
    """What one mention of an actor is given: the probabilities of the three polarities."""

    actor: int
    """Index into Document.actors."""
    span: Span
    voice: Voice
    """Of the judgement: reported where somebody in the sentence judges the actor, whoever tells of it."""
    negative: float
    neutral: float
    positive: float
    speaking: bool = False
    """Whether it only says who speaks, so that it counts as neutral."""
    untold: bool = False
    """Whether what is good or bad in the sentence says nothing of the actor, so that it counts as neutral."""

    @property
    def balance(self) -> float:
        """P(positive) - P(negative), -1 … 1; 0 where nothing is said of the actor."""
        return 0.0 if self.speaking or self.untold else self.positive - self.negative

    @property
    def label(self) -> int:
        """0 negative or 2 positive where that leads both others by LEAD, else 1, neutral."""
        return 1 if self.speaking or self.untold or self.lead < LEAD else 1 + self.sign

    @property
    def sign(self) -> int:
        """-1 where negative is likelier than positive, else 1."""
        return -1 if self.negative > self.positive else 1

    @property
    def lead(self) -> float:
        """By how much the likelier of negative and positive leads both others; below 0 where it does not."""
        lower, upper = sorted((self.negative, self.positive))
        return upper - max(self.neutral, lower)


def actor_sentiments(document: Document) -> tuple[ActorSentiment, ...]:
    """Return how each mention of each actor is judged; nothing without a reading."""
    return tuple(
        ActorSentiment(one.actor, one.span, one.voice, POLARITIES[one.label], one.balance) for one in mentions(document)
    )


def mentions(document: Document) -> tuple[Toward, ...]:
    """Return what the mentions of every actor are given, in the order of actors; nothing without a reading."""
    reading, parse = document.reading, parse_of(document)
    if reading is None or parse is None:
        return ()
    found: list[Toward] = []
    cues = _cues(document)
    for index, actor in enumerate(document.actors):
        mine = []
        for span in checked(actor.mentions):
            first, last = document.token_at(span.start), document.token_at(span.end)
            if first >= last or not bool((reading.upos[first:last] >= 0).any()):
                continue
            tree = parse.at(span.start)
            head, relation = _hangs(tree, first, last) if tree is not None else (None, "")
            if relation not in OF_ANOTHER:
                own = document.voice_at(span.start).voice
                own = Voice.NARRATOR if own is Voice.SCARE else own
                speaking = relation == "nsubj" and head in cues
                given = Toward(index, span, own, *reading.toward(first, last), speaking)
                mine.append(_in_clause(given, tree, first, last))
        if all(one.speaking for one in mine):
            mine = [replace(one, speaking=False) for one in mine]  # Nothing else tells of this actor.
        found += mine
    return _apart(document, found)


def _in_clause(given: Toward, tree: Tree | None, first: int, last: int) -> Toward:
    """Return a mention with whose judgement it is, and whether the words tell anything of it."""
    if tree is None or given.lead < 0:
        return given
    by = judgement(tree, first, last)
    untold = says_nothing(tree, first, last, given.sign) or (by is not None and contradicted(tree, by, given.sign))
    untold = untold or (given.lead < SURE and not told_by_a_word(tree, first, last, given.sign))
    reported = by is not None and given.voice is Voice.NARRATOR
    return replace(given, voice=Voice.REPORTED if reported else given.voice, untold=untold)


def _apart(document: Document, found: Sequence[Toward]) -> tuple[Toward, ...]:
    """Return the mentions with those untold that share their call with CROWD actors of their sentence."""
    crowds: dict[tuple[int | None, int], set[int]] = defaultdict(set)
    for one in checked(found):
        crowds[document.sentence_at(one.span.start), one.label].add(one.actor)
    return tuple(
        replace(one, untold=True)
        if one.label != 1 and len(crowds[document.sentence_at(one.span.start), one.label]) >= CROWD
        else one
        for one in found
    )


def _cues(document: Document) -> frozenset[int]:
    """Return the tokens of all speech cues."""
    spans = (span for attribution in document.attributions for span in attribution.cue)
    return frozenset(at for span in spans for at in range(document.token_at(span.start), document.token_at(span.end)))


def _hangs(tree: Tree, first: int, last: int) -> tuple[int | None, str]:
    """Return what the words `first` to `last` hang on as a whole and by which relation; None and "" at the root."""
    for at in range(first, last):
        head = tree.head(at)
        if head is not None and not first <= head < last:
            return head, tree.relation(at)
    return None, ""
