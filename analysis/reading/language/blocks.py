"""Block quotations: those that the source sets apart, and paragraphs that a story introduces with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import ArticleKind, Document, SectionKind, Span
from .label_words import label_words
from .speaker_labels import label_of
from .turns import Turn, TurnKind

LEAD_REACH = 9
"""Words between a verb of saying, or a noun such as "statement", and the colon behind it."""
FEWEST_WORDS = 8
"""Words of a paragraph that is a quotation without marks; a shorter one is a line of a list or a caption."""

_WORD = re.compile(r"[^\W_][\w'’-]*")
_OWN = re.compile(r"\b(?:I|we|our|here|below|watch|listen|updates?)\b", re.I)
_MARKS = tuple("\"“‘'«„•⦁*-–—·(")
_DOUBLE = '"“”'
_ENDS = tuple(".!?…\"”’')]")
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b(?!['’]?s\b)")


def of_markup(document: Document) -> Iterator[Turn]:
    """Yield the block quotations that the source sets apart, with the author whom it names."""
    at = 0
    for quote in document.article.block_quotes:
        held = []
        while at < len(document.paragraphs) and document.paragraphs[at].start < quote.span.end:
            if quote.span.contains(document.paragraphs[at]) and len(document.paragraphs[at]):
                held.append(document.paragraphs[at])
            at += 1
        if held:
            yield Turn(TurnKind.BLOCK, tuple(held), name=quote.author)


def introduced(document: Document) -> Iterator[Turn]:
    """Yield the paragraphs without marks that the story introduces: "The board said in a statement:"."""
    sections = {s.paragraph: s.section for s in document.sentences}
    for number, (lead, block) in enumerate(zip(document.paragraphs, document.paragraphs[1:], strict=False)):
        if sections.get(number) is not SectionKind.BODY or sections.get(number + 1) is not SectionKind.BODY:
            continue
        if not lead.of(document.text).endswith(":") or not _is_block(document, block, number + 1):
            continue
        sentence = _last_sentence(document, lead)
        if _introduces(sentence.of(document.text), block.of(document.text)):
            yield Turn(TurnKind.BLOCK, (block, *_further(document, number + 1, sentence)), lead=sentence)


def _is_block(document: Document, block: Span, number: int) -> bool:
    words = block.of(document.text)
    return (
        not words.startswith(_MARKS)
        and not words[0].isdigit()
        and words.endswith(_ENDS)
        and len(words.split()) >= FEWEST_WORDS
        and label_of(document.text, block, number) is None
    )


def _last_sentence(document: Document, lead: Span) -> Span:
    at = document.sentence_at(lead.end - 1)
    return lead if at is None else document.sentences[at].span


def _introduces(sentence: str, block: str) -> bool:
    """Whether a verb of saying, or a noun for what was said, stands near the colon, and somebody else speaks.

    Where the block tells of whom the sentence names beside that verb, the words themselves were lost: "Rush tweeted:
    Rush has since apologised".
    """
    words = _WORD.findall(sentence)
    lists = label_words()
    for at in range(max(0, len(words) - LEAD_REACH), len(words)):
        word = words[at] if at else words[at].lower()
        if word in lists.verbs or word in lists.said_nouns:
            beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2], words[-1]]
            return not _OWN.search(sentence) and not _told_of(beside, block)
    return False


def _told_of(names: list[str], words: str) -> bool:
    small = label_words().particles
    return any(
        name[0].isupper() and name.lower() not in small and re.search(rf"\b{re.escape(name)}\b", words)
        for name in names
    )


def _further(document: Document, number: int, lead: Span) -> Iterator[Span]:
    """Yield the paragraphs below a block that go on in its "I" or "we"; a story says neither, opinion does."""
    if document.article.kind is ArticleKind.OPINION or not _FIRST.search(document.paragraphs[number].of(document.text)):
        return
    names = [word for word in _WORD.findall(lead.of(document.text))[1:] if word[0].isupper()]
    for at in range(number + 1, len(document.paragraphs)):
        words = document.paragraphs[at].of(document.text)
        if not _is_block(document, document.paragraphs[at], at) or not _FIRST.search(words):
            return
        if any(mark in words for mark in _DOUBLE) or _told_of(names, words):
            return
        yield document.paragraphs[at]
