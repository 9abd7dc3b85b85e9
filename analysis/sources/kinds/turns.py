"""Turns of speakers: "ORTH: …" is a transcript, "Q: … A: …" an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...messages import message
from ...model import ArticleKind
from ..draft import Meta
from .found import Found, shown
from .words import words

LEAST_TURNS, LEAST_SPEAKERS = 6, 2
"""Turns from which a text may be one: reports quote an exchange of two to four."""
MOST_SPEAKERS = 40
"""Speakers that are looked at, those with most turns: a hearing has some twenty."""
TURN_SHARE = 0.6
"""Share of its words in turns from which a text is one; of reports that quote an exchange the highest seen had .55."""
ASKED_SHARE = 0.5
"""Share of a speaker's turns that ask something from which he is the interviewer."""
FIRST_PERSON = 8.0
"""Times of "I" and "we" in 1,000 words of the answers from which a person answers; an outlet that answers its own
questions has hardly any."""
LEAST_QUESTIONS = 5
ASKED_OFTEN = 0.15
"""Share of the paragraphs from the first question on that ask: columns put questions to themselves here and there."""
QUESTION_WORDS = 60
YOU_SHARE = 0.4
"""Share of the questions that address somebody."""

_NAME = r"[^\W\d_a-zß-ÿ][\w.’'-]*"
_SPEAKER = re.compile(
    rf"(?P<who>{_NAME}(?: (?:{_NAME}|de|la|van|von|al|bin|of|the|\(?R\)?|\(?D\)?)){{0,4}}"
    r"(?:, (?:[^:.?!]{1,60}))?|[QA])\s?(?P<how>\([^()]{1,40}\)|\[[^\[\]]{1,40}\])?\s?[:.](?=\s|$)(?<!\b[A-Z][a-z]\.)"
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]")
_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|myself|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us)\b")
_YOU = re.compile(r"\byou(?:['’]\w+|r|rs|rself)?\b", re.I)


@dataclass(frozen=True, slots=True)
class _Turn:
    who: str
    text: str


def turns_of(paragraphs: Sequence[str], meta: Meta) -> Found | None:
    """Return that it is a transcript or an interview where most of its words stand in turns."""
    turns = _of_people(_turns(paragraphs), [meta.title, *paragraphs], meta.outlet)
    if len(turns) >= LEAST_TURNS and _is_exchange(turns, paragraphs):
        kind = _kind(turns, paragraphs)
        if kind is not None:
            names = ", ".join(dict.fromkeys(turn.who for turn in turns))
            return Found(kind, message("sources.kind.turns", count=len(turns), names=shown(names)))
    return _questions(paragraphs)


def _turns(paragraphs: Sequence[str]) -> list[_Turn]:
    """Return the turns: what follows a speaker's name up to the next one."""
    labels: list[tuple[int, str, str]] = []
    for i, paragraph in enumerate(paragraphs):
        m = _SPEAKER.match(paragraph)
        if m is None or m["who"].casefold().split(",")[0] in words().no_speakers:
            continue
        if paragraph[m.end() - 1] == "." and m["who"] not in ("Q", "A"):
            continue
        labels.append((i, m["who"], paragraph[m.end() :].strip()))
    found = []
    for n, (i, who, rest) in enumerate(labels):
        last = n + 1 == len(labels)
        # What follows the last label without one may be the article's own text again.
        end = i + 1 if last and rest else min(i + 2, len(paragraphs)) if last else labels[n + 1][0]
        found.append(_Turn(_short(who), " ".join((rest, *paragraphs[i + 1 : end])).strip()))
    return found


def _of_people(turns: Sequence[_Turn], lines: Sequence[str], outlet: str) -> list[_Turn]:
    """Return the turns of who speaks more than once and is called by a name: "Pros:" and "Background:" are nobody."""
    count = Counter(turn.who for turn in turns)
    text = "\n".join(lines)
    named = {who for who, n in count.most_common(MOST_SPEAKERS) if n > 1 and _is_named(who, text, outlet)}
    return [turn for turn in turns if turn.who in named]


def _is_named(who: str, text: str, outlet: str) -> bool:
    """Return whether a speaker is in capitals, the outlet, or has a further name somewhere: "Candy Crowley"."""
    if who.isupper() or who.casefold() in outlet.casefold():
        return True
    name = re.escape(who)
    return bool(
        re.search(
            rf"(?<![.?!:] )(?<!^)\b(?!The |A |An |In |On |But |And ){_NAME}(?<!['’]s) {name}\b|\b{name} {_NAME}(?!:)",
            text,
        )
    )


def _short(who: str) -> str:
    """Return the name that a speaker goes by in later turns: "LENA ORTH, ONN ANCHOR" is ORTH."""
    return who.split(",")[0].split()[-1] if who not in ("Q", "A") else who


def _is_exchange(turns: Sequence[_Turn], paragraphs: Sequence[str]) -> bool:
    speakers = {turn.who for turn in turns}
    total = sum(len(p.split()) for p in paragraphs if not _is_direction(p))
    labelled = sum(_SPEAKER.match(p) is not None for p in paragraphs)
    held = sum(len(turn.text.split()) for turn in turns)
    return len(speakers) >= LEAST_SPEAKERS and held >= TURN_SHARE * total and 3 * labelled >= len(paragraphs)


def _kind(turns: Sequence[_Turn], paragraphs: Sequence[str]) -> ArticleKind | None:
    speakers = {turn.who for turn in turns}
    if speakers <= {"Q", "A"}:
        return ArticleKind.INTERVIEW if _answers_in_person([t.text for t in turns if t.who == "A"]) else None
    loud = sum(turn.who.isupper() and len(turn.who) > 1 for turn in turns)
    if any(_directed(p) for p in paragraphs) or 2 * loud > len(turns):
        return ArticleKind.TRANSCRIPT
    asked = Counter(turn.who for turn in turns if turn.text.rstrip("”\"' ").endswith("?"))
    count = Counter(turn.who for turn in turns)
    if len(speakers) <= 4 and any(asked[who] > ASKED_SHARE * count[who] for who in speakers if count[who] > 1):
        return ArticleKind.INTERVIEW
    return ArticleKind.TRANSCRIPT


def _directed(paragraph: str) -> bool:
    """Return whether a stage direction stands in a paragraph: (voice-over), [APPLAUSE]."""
    return any(words().directions.match(m[1]) for m in _BRACKETS.finditer(paragraph))


def _is_direction(paragraph: str) -> bool:
    m = _BRACKETS.fullmatch(paragraph)
    return m is not None and words().directions.match(m[1]) is not None


def _answers_in_person(answers: Sequence[str]) -> bool:
    total = sum(len(answer.split()) for answer in answers)
    return total > 0 and 1000 * sum(len(_PERSON.findall(a)) for a in answers) >= FIRST_PERSON * total


def _questions(paragraphs: Sequence[str]) -> Found | None:
    """Return that it is an interview where paragraphs that ask somebody alternate with answers in the first person."""
    asked = [
        i
        for i, p in enumerate(paragraphs[:-1])
        if p.rstrip("”\"’' *").endswith("?") and len(p.split()) <= QUESTION_WORDS and p[:1] not in '"“'
    ]
    asked = [i for i in asked if not paragraphs[i + 1].rstrip("”\"’' *").endswith("?")]
    if len(asked) < LEAST_QUESTIONS or sum(bool(_YOU.search(paragraphs[i])) for i in asked) < YOU_SHARE * len(asked):
        return None
    if len(asked) < ASKED_OFTEN * (len(paragraphs) - asked[0]):
        return None
    ends = [*asked[1:], len(paragraphs)]
    answers = [" ".join(paragraphs[i + 1 : end]) for i, end in zip(asked, ends, strict=True)]
    persons = [answer for answer in answers if _PERSON.search(answer)]
    within = sum(len(p.split()) for p in paragraphs[asked[0] :])
    if not _answers_in_person(answers) or 2 * len(persons) < len(answers):
        return None
    if within < TURN_SHARE * sum(len(p.split()) for p in paragraphs) or any(a[:1] in '"“' for a in answers[:2]):
        return None
    return Found(ArticleKind.INTERVIEW, message("sources.kind.questions", count=len(asked)))
