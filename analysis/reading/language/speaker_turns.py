"""Which paragraphs are a speaker's words by their label: transcripts, interviews, exchanges that a story quotes.

A name before a colon may be a rubric ("Photo: …") or the heading of what the outlet says about somebody. A speaker is
certain where the whole text is an exchange, or where neighbours speak in turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model import ActorKind, ArticleKind, Document, SectionKind, Span
from ...progress import checked
from .label_words import label_words, opens_with
from .speaker_labels import Label, label_of
from .turns import Turn, TurnKind

NEAR = 2
"""Paragraphs from one label to the next that can answer it, in a story that quotes an exchange."""
HEADING_WORDS = 8
"""Words of a line without an end that stands between turns as a heading."""

_SPOKEN = frozenset((SectionKind.BODY, SectionKind.LEAD))
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]\n]{2,60})[)\]]")
_FIRST = re.compile(r"\b(?:I|I['’]\w+|me|[Mm]y|[Ww]e|[Ww]e['’]\w+|[Oo]ur)\b")
_PERSON = re.compile(rf"{_FIRST.pattern}|\b(?:[Yy]ou|[Yy]ou['’]\w+|[Yy]our)\b")
_QUOTED = re.compile(r"[\"“][^\"“”\n]{0,1500}[\"”]?")
_OPENING = tuple("\"“‘'«„")
_CLOSING = tuple("\"”’'»“")
_STOPS = (*_CLOSING, *".!?…-–—)]*")


def find_speaker_turns(document: Document) -> tuple[Turn, ...]:
    """Return the turns behind speakers' labels, in text order."""
    sections = _sections(document)
    labels = [
        label
        for number, paragraph in enumerate(checked(document.paragraphs))
        if sections[number] in _SPOKEN and (label := label_of(document.text, paragraph, number)) is not None
    ]
    if not labels:
        return ()
    names = _Names(document)
    exchange = _is_exchange(document, labels)
    kept = _of_exchange(document, labels, names) if exchange else _quoted_exchanges(document, labels, names)
    return tuple(_turns(document, kept, sections, exchange))


def _sections(document: Document) -> list[SectionKind]:
    """Return the section of each paragraph: that of its last sentence, since a dateline only opens one."""
    found = [SectionKind.NOTE] * len(document.paragraphs)
    for sentence in document.sentences:
        found[sentence.paragraph] = sentence.section
    return found


def _is_exchange(document: Document, labels: list[Label]) -> bool:
    """Whether the whole text is a transcript or an interview."""
    if {"q", "a"} <= {label.key for label in labels}:
        return _answers_in_person(document, labels)
    return document.article.kind in (ArticleKind.TRANSCRIPT, ArticleKind.INTERVIEW)


def _answers_in_person(document: Document, labels: list[Label]) -> bool:
    """Whether somebody answers in the first person: an outlet that answers its own questions says no "I"."""
    answers = [label for label in labels if label.key == "a"]
    own = sum(_FIRST.search(_QUOTED.sub(" ", _own_words(document, label))) is not None for label in answers)
    return 2 * own >= len(answers) and bool(answers)


def _own_words(document: Document, label: Label) -> str:
    return document.text[label.marker.end : document.paragraphs[label.paragraph].end].strip()


def _is_certain(label: Label) -> bool:
    """Whether a label alone says that somebody speaks: a title before a name, the name of a part."""
    return label.titled or label.part


class _Names:
    """Whether the text tells of a person or body by a label's last word, elsewhere than in that label."""

    def __init__(self, document: Document) -> None:
        self._mentions: dict[str, list[Span]] = {}
        for actor in document.actors:
            if actor.kind in (ActorKind.PERSON, ActorKind.ORGANIZATION):
                for word in actor.name.casefold().split():
                    self._mentions.setdefault(word, []).extend(actor.mentions)

    def has(self, label: Label) -> bool:
        return len(label.key) > 1 and any(not label.name.overlaps(m) for m in self._mentions.get(label.key, ()))


def _of_exchange(document: Document, labels: list[Label], names: _Names) -> list[Label]:
    """Return the labels of an exchange: who speaks twice, or is in capitals, a title or a part beside the others."""
    count = Counter(label.key for label in labels)
    return [
        label
        for label in labels
        if label.asked
        or label.capitals
        or (not _is_teaser(document, label) and (count[label.key] > 1 or _is_certain(label) or names.has(label)))
    ]


def _quoted_exchanges(document: Document, labels: list[Label], names: _Names) -> list[Label]:
    """Return the labels of exchanges within a story: neighbours of two speakers, or one whose words stand in marks."""
    speaking = [
        label
        for label in labels
        if not label.asked
        and not _told_about(document, label)
        and not _is_teaser(document, label)
        and (_is_certain(label) or names.has(label) or (label.capitals and _speaks(document, label)))
    ]
    kept: list[Label] = []
    for at, label in enumerate(speaking):
        beside = (*speaking[max(0, at - 1) : at], *speaking[at + 1 : at + 2])
        answered = any(abs(o.paragraph - label.paragraph) <= NEAR and o.key != label.key for o in beside)
        if answered or _own_words(document, label).startswith(_OPENING) or _introduced(document, label):
            kept.append(label)
    return kept


def _told_about(document: Document, label: Label) -> bool:
    """Whether what follows a label tells of its bearer as a heading does: "ORR: Orr took a calmer tone"."""
    words = _own_words(document, label)
    names = "|".join(re.escape(word) for word in (label.words[0], label.key) if len(word) > 2)
    found = names and re.search(rf"(?<![\w@])(?<!I am )(?<!I['’]m )(?<!name is )(?:{names})\b", words, re.I)
    return not label.titled and bool(found) and not words.startswith(_OPENING)


def _is_teaser(document: Document, label: Label) -> bool:
    """Whether what follows is a headline, without an end: "Orr: Why the bridge fell"."""
    words = _own_words(document, label)
    return bool(words) and not words.endswith(_STOPS)


def _speaks(document: Document, label: Label) -> bool:
    """Whether a label's own words are in the first or second person, or in marks."""
    words = _own_words(document, label)
    return not words or words.startswith(_OPENING) or _PERSON.search(words) is not None


def _introduced(document: Document, label: Label) -> bool:
    """Whether the paragraph before ends with a colon, and the label is certain or in capitals."""
    if label.paragraph == 0 or not (_is_certain(label) or label.capitals):
        return False
    return document.paragraphs[label.paragraph - 1].of(document.text).endswith(":")


def _turns(document: Document, labels: list[Label], sections: list[SectionKind], exchange: bool) -> Iterator[Turn]:
    fullest = _fullest(labels)
    for at, label in enumerate(labels):
        following = labels[at + 1].paragraph if at + 1 < len(labels) else len(document.paragraphs)
        content = [part for span in _paragraphs(document, label, following, sections, exchange, at + 1 == len(labels))
                   for part in spoken(document.text, span)]  # fmt: skip
        if content:
            yield Turn(_kind(label), tuple(content), label.name, label.marker, label.role, fullest.get(label.key))


def _kind(label: Label) -> TurnKind:
    if not label.asked:
        return TurnKind.LABEL
    return TurnKind.QUESTION if label.key == "q" else TurnKind.ANSWER


def _fullest(labels: list[Label]) -> dict[str, Span]:
    """Return the longest name by which each speaker is labelled; initials stand for who has them: HH, "HUGH HEWITT"."""
    longest: dict[str, Label] = {}
    initials: dict[str, Label] = {}
    for label in labels:
        if label.asked:
            continue
        held = longest.get(label.key)
        if held is None or len(label.words) > len(held.words):
            longest[label.key] = label
        if len(label.words) > 1:
            initials.setdefault("".join(word[0] for word in label.words).lower(), label)
    return {
        key: (initials[key] if len(label.words) == 1 and label.capitals and key in initials else label).name
        for key, label in longest.items()
    }


def _paragraphs(
    document: Document, label: Label, following: int, sections: list[SectionKind], exchange: bool, last: bool
) -> Iterator[Span]:
    """Yield what of each paragraph belongs to a turn: its own, and those that follow without a label."""
    own = _own_words(document, label)
    alone = not own
    if not alone:
        yield Span(label.marker.end, document.paragraphs[label.paragraph].end)
    before = own
    for number in range(label.paragraph + 1, following):
        paragraph = document.paragraphs[number]
        words = paragraph.of(document.text)
        if sections[number] not in _SPOKEN:
            return
        if is_direction(words):
            continue
        if before.startswith(_OPENING):
            if before.endswith(_CLOSING) or not words.startswith(_OPENING):
                return  # Words in marks end with their mark.
        elif exchange and not last:
            if _is_heading(words):
                continue
        elif not alone and (document.article.kind is ArticleKind.OPINION or not _in_person(words, label)):
            return
        yield paragraph
        alone, before = False, words


def _in_person(words: str, label: Label) -> bool:
    """Whether somebody speaks as "I", "we" or to "you" outside quotation marks, and not about the one who spoke."""
    own = _QUOTED.sub(" ", words)
    return not words.startswith(_OPENING) and label.key not in own.casefold() and _PERSON.search(own) is not None


def _is_heading(words: str) -> bool:
    return len(words.split()) <= HEADING_WORDS and words[-1] not in ".!?…\"”’'-—–:;,"


def is_direction(words: str) -> bool:
    """Return whether a paragraph is a stage direction: "[Laughter]", "(BEGIN VIDEO CLIP)"."""
    found = _BRACKETED.fullmatch(words.strip())
    return found is not None and (
        found["inside"].isupper() or opens_with(found["inside"].casefold().split(), label_words().directions)
    )


def spoken(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of `span` between stage directions, trimmed."""
    at = span.start
    for found in _BRACKETED.finditer(text, span.start, span.end):
        if is_direction(found.group()):
            yield from _trimmed(text, at, found.start())
            at = found.end()
    yield from _trimmed(text, at, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield Span(start, end)
