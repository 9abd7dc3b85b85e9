"""What a quotation is: speech, a term set off by marks, or the name of a work or a nickname."""

from __future__ import annotations

import re

from ...model import QuotationKind, Span
from ..english.tables import words

# Above four words a phrase in marks is nearly always somebody's wording; read off the shape of news quotations.
TERM_WORDS = 4
_WORD = re.compile(r"[^\W_][\w'’-]*")
_FINITE = words("language.in_speech")
_SMALL = words("language.small_in_titles")


def kind_of(text: str, paragraph: Span, outer: Span, inner: Span, continues: bool) -> QuotationKind:
    """Return the kind of the quotation `outer` of `paragraph`."""
    words = [w.replace("’", "'") for w in _WORD.findall(text, inner.start, min(inner.end, inner.start + 400))]
    body = text[inner.start : inner.end].strip()
    before = text[max(paragraph.start, outer.start - 40) : outer.start].rstrip()
    after = text[outer.end : min(paragraph.end, outer.end + 40)]
    if continues or not words:
        return QuotationKind.SPEECH
    if _is_nickname(words, before, after, body) or (len(words) <= 3 and body[:1].isupper() and _NAMED.search(before)):
        return QuotationKind.TITLE
    if len(words) <= WORK_WORDS and _names_work(words, before, after):
        return QuotationKind.TITLE
    ends_comma = body[-1:] in ",?!" or body.endswith((",", "--", "—"))
    after_colon = before.endswith((":", ","))
    if len(words) > 1 and not ends_comma and not before.endswith((",", ":")) and _is_title(words, body):
        return QuotationKind.TITLE
    sentence_like = body[:1].isupper() and (not before or before[-1] in '.!?:,”"') and (ends_comma or body[-1:] == ".")
    if len(words) > TERM_WORDS or sentence_like or body[-1:] in "?!":
        return QuotationKind.SPEECH
    if any(w.lower() in _FINITE for w in words) and len(words) > 1:
        return QuotationKind.SPEECH
    if after_colon and ends_comma:
        return QuotationKind.SPEECH
    return QuotationKind.TERM


WORK_WORDS = 8
"""Words of a title beside a noun for a work; longer ones in marks are sentences."""
_WORKS = (
    "album|anthem|article|ballad|band|bestseller|blockbuster|book|cartoon|comedy|comic|course|documentary|drama|episode"
    "|exhibition|film|game|hit|hymn|magazine|memoir|movie|musical|novel|novella|opera|painting|pamphlet|play|podcast"
    "|poem|program|programme|report|sculpture|sequel|series|show|single|sitcom|song|story|symphony|thriller|track"
    "|trilogy"
)
_WORK_BEFORE = re.compile(rf"\b(?:{_WORKS})s?,?$", re.I)
_WORK_AFTER = re.compile(rf",? (?:a|an|the|her|his|its|their) (?:[\w-]+ ){{0,3}}(?:{_WORKS})\b", re.I)


def _names_work(words: list[str], before: str, after: str) -> bool:
    """Whether a noun for a work stands right before the marks or in apposition behind: 'the novel "The Regime"'."""
    capital = all(w[:1].isupper() or w.lower() in _SMALL for w in words)
    return capital and bool(_WORK_BEFORE.search(before) or _WORK_AFTER.match(after))


_NAMED = re.compile(
    r"\b(?:nick-?named|code-?named|known as|(?:nick|stage |pen |user|code ?)?name|alias|a\.?k\.?a\.?)$", re.I
)


def _is_title(words: list[str], body: str) -> bool:
    """Whether every weighty word is capitalised, as in the name of a work."""
    if body[-1:] in ".?!" and body.count(" ") > 6:
        return False
    weighty = [w for w in words if w.lower() not in _SMALL]
    return len(weighty) >= 2 and all(w[0].isupper() or w[0].isdigit() for w in weighty) and words[0].lower() != "i"


def _is_nickname(words: list[str], before: str, after: str, body: str) -> bool:
    """Whether the quotation stands inside a person's name."""
    if len(words) > 3 or not body[:1].isupper() or body[-1:] in ",.?!":
        return False
    last = before.rsplit(None, 1)[-1] if before else ""
    following = after.lstrip()
    return (
        last[:1].isupper()
        and last[-1:].isalpha()
        and after[:1] == " "
        and following[:1].isupper()
        and last not in _NO_NAME
    )


_NO_NAME = words("language.no_first_names")
