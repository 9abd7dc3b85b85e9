"""Small documents and analyses from marked text, for tests that need no reading.

    built("Troops [[territory/liberate:liberated]] the town. Ali Haddad said: “It is over.”",
          outlet="Alpha", said=[Said("Ali Haddad", "said", "It is over.")])

`[[concept/variant:words]]` is a framing mark, `[[concept/variant@quoted:words]]` one in another voice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis import analyzers
from analysis.messages import message
from analysis.method import Method
from analysis.model import (
    Actor,
    ActorKind,
    Article,
    ArticleAnalysis,
    Attribution,
    Casting,
    CueStance,
    Dimension,
    Document,
    Form,
    Mark,
    MarkKind,
    Quotation,
    QuotationKind,
    Section,
    SectionKind,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Token,
    Voice,
    VoiceRun,
)
from analysis.reading.english.spelling import spelling_key

BY_HAND = tuple(info for info in analyzers() if info.charts)
"""The analyzers that have charts of their own: what these tests expect does not change with another one."""
WHY = message("comparison.speaker.none")
_MARK = re.compile(r"\[\[(?P<concept>[\w -]+)/(?P<variant>[\w -]+)(?:@(?P<voice>\w+))?:(?P<words>[^\]]*)\]\]")
_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"]?(?=\s|$)|(?=\n)|$)")


@dataclass(frozen=True)
class Said:
    """An attribution to find in the text; `source` "" has no source span, `name` None is no speaker."""

    source: str
    cue: str
    content: str
    form: Form = Form.DIRECT
    stance: CueStance = CueStance.NEUTRAL
    kind: SpeakerKind = SpeakerKind.OTHER
    name: str | None = "="
    """The speaker's name, "=" for the source as it stands."""
    named: bool = True


def built(
    marked: str,
    outlet: str = "",
    said: Sequence[Said] = (),
    compounds: Sequence[float] = (),
    title: str = "",
    published: str | None = None,
    dateline: str | None = None,
    columns: tuple[tuple[str, str], ...] = (),
    language: str = "en",
    source: str = "story.txt",
    persons: Sequence[str] = (),
    castings: tuple[Casting, ...] = (),
) -> ArticleAnalysis:
    """Return the analysis of a text with `[[…]]` marks; `compounds` score its sentences in order."""
    text, found = _unmarked(marked)
    article = make_article(text, outlet, title, published, dateline, columns, language, source)
    document = replace(make_document(article), actors=tuple(_person(text, name) for name in persons))
    document = _attributed(document, said)
    marks = [_framing(concept, variant, voice, span, castings) for concept, variant, voice, span in found]
    for sentence, compound in zip(document.sentences, compounds, strict=False):
        marks.append(_sentiment(document, sentence, compound))
    return ArticleAnalysis(
        document, tuple(sorted(marks, key=lambda m: (m.span, m.kind, m.entry))), method=Method(BY_HAND)
    )


def make_article(
    text: str,
    outlet: str = "",
    title: str = "",
    published: str | None = None,
    dateline: str | None = None,
    columns: tuple[tuple[str, str], ...] = (),
    language: str = "en",
    source: str = "story.txt",
) -> Article:
    """Return an article whose first line is its headline where a blank line follows it."""
    head, gap, _ = text.partition("\n\n")
    cut = len(head) if gap and len(head) < 120 else 0
    sections = [Section(SectionKind.HEADLINE, Span(0, cut))] if cut else []
    sections.append(Section(SectionKind.BODY, Span(cut + 2 if cut else 0, len(text))))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    identity = hashlib.sha256(
        f"{digest}|{outlet}|{title}|{published}|{source}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:12]
    return Article(
        identity,
        outlet,
        title,
        text,
        tuple(sections),
        source,
        digest,
        digest,
        language,
        None,
        published,
        dateline,
        columns,
    )


def _american(word: str) -> str:
    spelled = spelling_key(word.lower())
    return "" if spelled == word.lower() else spelled


def make_document(article: Article) -> Document:
    """Return the text in paragraphs, sentences, tokens and quotations, by rules enough for tests."""
    text = article.text
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    tokens = tuple(
        Token(Span(*m.span()), m.group(), any(c.isalnum() for c in m.group()), _american(m.group()))
        for m in _TOKEN.finditer(text)
    )
    starts = [token.span.start for token in tokens]
    sentences = []
    for p, paragraph in enumerate(paragraphs):
        for m in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
            start, end = m.start() + len(m.group()) - len(m.group().lstrip()), m.end()
            if start < end:
                inside = [i for i, s in enumerate(starts) if start <= s < end]
                kind = next(s.kind for s in article.sections if s.span.start <= start < s.span.end)
                held = (inside[0], inside[-1] + 1) if inside else (0, 0)
                sentences.append(Sentence(Span(start, end), p, kind, held))
    quotations = tuple(
        Quotation(Span(*m.span()), Span(*m.span(1)), True, False, QuotationKind.SPEECH)
        for m in re.finditer(r"[“\"]([^“”\"\n]*)[”\"]", text)
    )
    return Document(article, paragraphs, tuple(sentences), tokens, quotations, (), (), ())


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str, Voice, Span]]]:
    text, found, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        span = Span(len(text), len(text) + len(m["words"]))
        found.append((m["concept"], m["variant"], Voice(m["voice"] or "narrator"), span))
        text, at = text + m["words"], m.end()
    return text + marked[at:], found


def _framing(concept: str, variant: str, voice: Voice, span: Span, castings: tuple[Casting, ...]) -> Mark:
    entry = f"test/{concept}/{variant}"
    return Mark(
        id=f"framing:{span.start}-{span.end}:{entry}",
        kind=MarkKind.FRAMING,
        span=span,
        voice=voice,
        attribution=None,
        why=WHY,
        entry=entry,
        concept=concept,
        variant=variant,
        dimension=Dimension.EVALUATION,
        castings=castings,
    )


def _sentiment(document: Document, sentence: Sentence, compound: float) -> Mark:
    span = sentence.span
    identity = f"sentiment:{span.start}-{span.end}:vader"
    voice = document.voice_of(span)
    return Mark(identity, MarkKind.SENTIMENT, span, voice, None, WHY, entry="vader", weight=compound)


def _person(text: str, name: str) -> Actor:
    last = name.split()[-1]
    mentions = [Span(*m.span()) for m in re.finditer(rf"{re.escape(name)}|\b{re.escape(last)}\b", text)]
    return Actor(name, ActorKind.PERSON, (last,), tuple(mentions))


def _attributed(document: Document, said: Sequence[Said]) -> Document:
    text, attributions, runs = document.text, [], []
    for index, s in enumerate(said):
        content = _find(text, s.content)
        # The source and cue that stand nearest to the words.
        source = _nearest(text, s.source, content) if s.source else None
        cue = _nearest(text, s.cue, content) if s.cue else None
        name = s.source if s.name == "=" else s.name
        speaker = Speaker(name, s.kind, s.named, (source,) if source else (), WHY) if name else None
        attributions.append(
            Attribution(s.form, (source,) if source else (), (cue,) if cue else (), (content,), s.stance, speaker, WHY)
        )
        runs.append(VoiceRun(content, Voice.REPORTED if s.form is Form.INDIRECT else Voice.QUOTED, index))
    return replace(document, attributions=tuple(attributions), voices=_covering(runs, len(text)))


def _find(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


def _nearest(text: str, part: str, to: Span) -> Span:
    places = [m.start() for m in re.finditer(re.escape(part), text) if not to.start <= m.start() < to.end]
    at = min(places, key=lambda p: min(abs(p - to.end), abs(p + len(part) - to.start)))
    return Span(at, at + len(part))


def _covering(runs: Sequence[VoiceRun], length: int) -> tuple[VoiceRun, ...]:
    done, at = [], 0
    for run in sorted(runs, key=lambda r: r.span):
        if run.span.start > at:
            done.append(VoiceRun(Span(at, run.span.start), Voice.NARRATOR, None))
        done.append(run)
        at = run.span.end
    if at < length or not done:
        done.append(VoiceRun(Span(at, length), Voice.NARRATOR, None))
    return tuple(done)
