"""Loaded language: words that readers would mark, within sentences whose wording the Reader holds to be loaded."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, Measure, SectionKind
from ...progress import checked
from ..english.text import singular
from ..language.apart import apart, inside, names
from ..reader.labels import DEPRELS, UPOS
from ..reader.reading import Reading
from .base import AnalyzerInfo, MeasureInfo
from .loaded_measures import MEAN, SHARE, WORDS, loaded_measures

ENTRY = "reader/loaded"
SENTENCE_FROM = 0.6
"""Calibrated probability from which a sentence counts as loaded. At one half, macro-F1 on BABE's held-out sentences is
the same (.82), but BABE was chosen for its loaded sentences: in 25 news articles 6 of 16 sentences from .5 to .6 were
loaded to a reader, 9 of 16 from .6 to .7, 10 of 16 from .7 to .8. From .6 on it is likelier than not in news too."""
WORD_FROM = 0.30
"""Calibrated probability from which words of such a sentence are marked, that with the best macro-F1 on held-out words
(`loaded_words` in `reader.json`): experts agree on sentences more than on words, so that few words reach one half."""
LIKELIEST_FROM = 0.20
"""Calibrated probability from which the likeliest content word of such a sentence is marked. On BABE's held-out
sentences .54 of the likeliest words are marked by experts where every sentence shows one, .57 of those from 10 %, .60
to .63 from 20 %, .67 to .69 from 30 %. Of 184 words shown in fifteen articles a reader found 2 of 44 below 10 % right,
34 of 59 from 10 to 30 %, 70 of 81 above. Below, the sentence shows no word: it is loaded as a whole."""
PLAIN_FROM = 0.50
"""Calibrated probability from which a word that names a group or a legal status neutrally is marked."""
CONTENT = frozenset(UPOS.index(tag) for tag in ("ADJ", "ADV", "NOUN", "VERB"))
"""What the likeliest word may be: names and numbers are no wording, particles carry none."""
PARTICLE = DEPRELS.index("compound:prt")
PLAIN = Path(__file__).resolve().parents[3] / "resources" / "loaded" / "plain.toml"
UNREAD = frozenset({SectionKind.DATELINE})


class LoadedAnalyzer:
    """Marks the loaded words of loaded sentences; one in which no word stands out is loaded as a whole."""

    @property
    def info(self) -> AnalyzerInfo:
        return AnalyzerInfo(
            id="loaded",
            version=3,
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
        stretches = (*apart(document), *names(document))
        return tuple(
            _mark(document, at, float(reading.loaded_words[at]), probability)
            for index, probability in checked(loaded_sentences(document))
            for at in _words(document, reading, index)
            if not inside(document.tokens[at].span, stretches)
        )

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


def as_a_whole(document: Document) -> tuple[int, ...]:
    """Return the loaded sentences in which no word stands out, so that none is marked."""
    reading = document.reading
    return (
        () if reading is None else tuple(i for i, _ in loaded_sentences(document) if not _words(document, reading, i))
    )


def loaded_sentences(document: Document) -> list[tuple[int, float]]:
    """Return the loaded sentences with their probabilities."""
    read = ((i, sentence_probability(document, i)) for i in checked(range(len(document.sentences))))
    return [(i, p) for i, p in read if p is not None and p >= SENTENCE_FROM]


def _words(document: Document, reading: Reading, index: int) -> list[int]:
    """Return the tokens that stand out in a loaded sentence."""
    words = range(*document.sentences[index].tokens)
    worded = [i for i in words if document.tokens[i].word and _spelled(document.tokens[i].text)]
    worded = [i for i in worded if not _plain(document.tokens[i].text) or reading.loaded_words[i] >= PLAIN_FROM]
    content = [i for i in worded if int(reading.upos[i]) in CONTENT and not _particle(reading, i)]
    likeliest = max(content, key=lambda i: (float(reading.loaded_words[i]), -i), default=None)
    return [i for i in worded if reading.loaded_words[i] >= (LIKELIEST_FROM if i == likeliest else WORD_FROM)]


def _mark(document: Document, at: int, weight: float, sentence: float) -> Mark:
    token = document.tokens[at]
    run = document.voice_at(token.span.start)
    return Mark(
        id=f"{MarkKind.LOADED}:{token.span.start}-{token.span.end}:{ENTRY}",
        kind=MarkKind.LOADED,
        span=token.span,
        voice=run.voice,
        attribution=run.attribution,
        why=_why(token.text, sentence, weight),
        entry=ENTRY,
        weight=weight,
    )


def _plain(word: str) -> bool:
    """Whether a word names a group or a legal status neutrally."""
    low = word.lower()
    return low in plain_words() or singular(low) in plain_words()


@cache
def plain_words() -> frozenset[str]:
    """Return the words of `resources/loaded/plain.toml`, read once."""
    return frozenset(tomllib.loads(PLAIN.read_text(encoding="utf-8"))["words"])


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
