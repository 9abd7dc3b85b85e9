"""Loaded language: words that readers would mark, within sentences whose wording the Reader holds to be loaded."""

from __future__ import annotations

import math

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, Measure, SectionKind, Sentence
from ..reader.labels import DEPRELS, UPOS
from ..reader.reading import Reading
from .base import AnalyzerInfo, MeasureInfo
from .loaded_measures import MEAN, SHARE, WORDS, loaded_measures

ENTRY = "reader/loaded"
SENTENCE_FROM = 0.5
"""Calibrated probability from which a sentence counts as loaded: it is then more likely than not that experts would
call it so, a meaning that can be explained. `reader/training/calibrate.py` says what other thresholds give."""
WORD_FROM = 0.30
"""Calibrated probability from which further words of such a sentence are marked, that with the best macro-F1 on
held-out words (`loaded_words` in `reader.json`): experts agree on sentences more than on words, so that few words reach
one half. The likeliest content word is marked whatever its probability, so that a reader sees what the finding rests
on."""
CONTENT = frozenset(UPOS.index(tag) for tag in ("ADJ", "ADV", "NOUN", "VERB"))
"""What the likeliest word may be: names and numbers are no wording, particles carry none."""
PARTICLE = DEPRELS.index("compound:prt")
UNREAD = frozenset({SectionKind.DATELINE})


class LoadedAnalyzer:
    """Marks the loaded words of loaded sentences, at least one content word in each."""

    @property
    def info(self) -> AnalyzerInfo:
        return AnalyzerInfo(
            id="loaded",
            version=2,
            label=message("loaded.label"),
            kinds=(MarkKind.LOADED,),
            measures=(
                MeasureInfo(SHARE, message("loaded.share.label"), "share", message("loaded.share.why")),
                MeasureInfo(MEAN, message("loaded.mean.label"), "probability", message("loaded.mean.why")),
                MeasureInfo(WORDS, message("loaded.words.label"), "per 1,000 words", message("loaded.words.why")),
            ),
            colour_role="loaded",
            needs_reader=True,
        )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return a mark per loaded word, with the word's probability as its weight; none without a reading."""
        reading = document.reading
        if reading is None:
            return ()
        found: list[Mark] = []
        for index, sentence in enumerate(document.sentences):
            probability = sentence_probability(document, index)
            if probability is not None and probability >= SENTENCE_FROM:
                found.extend(_words(document, reading, sentence, probability))
        return tuple(found)

    def measures(self, document: Document, marks: tuple[Mark, ...]) -> tuple[Measure, ...]:
        """Return the share of loaded sentences and their mean probability by voice and section, and loaded words."""
        return loaded_measures(document, marks, SENTENCE_FROM) if document.reading is not None else ()


def sentence_probability(document: Document, index: int) -> float | None:
    """Return the calibrated probability that sentence `index` is loaded; None where it was not read."""
    reading = document.reading
    if reading is None or document.sentences[index].section in UNREAD:
        return None
    value = float(reading.loaded[index])
    return None if math.isnan(value) else value


def _words(document: Document, reading: Reading, sentence: Sentence, probability: float) -> list[Mark]:
    found = []
    worded = [i for i in range(*sentence.tokens) if document.tokens[i].word and _spelled(document.tokens[i].text)]
    content = [i for i in worded if int(reading.upos[i]) in CONTENT and not _particle(reading, i)]
    likeliest = max(content, key=lambda i: (float(reading.loaded_words[i]), -i), default=None)
    for at in worded:
        token, weight = document.tokens[at], float(reading.loaded_words[at])
        if weight >= WORD_FROM or at == likeliest:
            run = document.voice_at(token.span.start)
            found.append(
                Mark(
                    id=f"{MarkKind.LOADED}:{token.span.start}-{token.span.end}:{ENTRY}",
                    kind=MarkKind.LOADED,
                    span=token.span,
                    voice=run.voice,
                    attribution=run.attribution,
                    why=_why(token.text, probability, weight),
                    entry=ENTRY,
                    weight=weight,
                )
            )
    return found


def _spelled(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _particle(reading: Reading, at: int) -> bool:
    """Whether a word is the particle of a verb, which the parts of speech may call an adverb."""
    return int(reading.deprels[at]) == PARTICLE


def _why(word: str, probability: float, weight: float) -> Message:
    return message("loaded.why", word=word, sentence=f"{probability:.0%}", weight=f"{weight:.0%}")


def agreement(mark: Mark, marks: tuple[Mark, ...]) -> Message:
    """Return whether lexicon and Reader agree at a loaded word or a framing term; the two are never merged."""
    other = MarkKind.FRAMING if mark.kind is MarkKind.LOADED else MarkKind.LOADED
    both = any(one.kind is other and one.span.overlaps(mark.span) for one in marks)
    return message(f"loaded.{'both' if both else 'only'}.{mark.kind}")
