"""Comparisons built by hand from marked-up text, so that the output room is tested on its own.

In a text, `[term|variant]` is a framing term, `{s:…}` a source, `{c:…}` a cue, `{q:…}` its content; one
attribution to a sentence. A sentence ends with a line break, a paragraph with an empty line.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analysis.comparison import compare_analyses
from analysis.messages import message
from analysis.method import Codebook, Method
from analysis.model import (
    Article,
    ArticleAnalysis,
    Attribution,
    Casting,
    Comparison,
    CueStance,
    Dimension,
    Document,
    Form,
    Group,
    Keyword,
    Mark,
    MarkKind,
    Passage,
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
from analysis.settings import CompareSettings
from tests.builders import BY_HAND
from tests.told import read

WHY = message("voice.narrator")
VARIANTS: dict[str, tuple[str, Dimension, int]] = {
    "liberate": ("control of territory", Dimension.EVALUATION, 2),
    "capture": ("control of territory", Dimension.EVALUATION, 0),
    "seize": ("control of territory", Dimension.EVALUATION, -1),
    "fall to": ("control of territory", Dimension.AGENCY, 0),
    "fighter": ("members of an armed group", Dimension.EVALUATION, 0),
    "militant": ("members of an armed group", Dimension.EVALUATION, -1),
    "terrorist": ("members of an armed group", Dimension.EVALUATION, -2),
    "so-called": ("standing of a body", Dimension.DISTANCING, -1),
    "regime": ("rulers of a state", Dimension.EVALUATION, -1),
}
SPEAKERS: dict[str, tuple[SpeakerKind, bool]] = {
    "the army": (SpeakerKind.MILITARY, True),
    "Mira Doll": (SpeakerKind.RESIDENT, True),
    "a source": (SpeakerKind.UNNAMED, False),
    "Minister Orr": (SpeakerKind.GOVERNMENT, True),
}
CUES: dict[str, CueStance] = {
    "said": CueStance.NEUTRAL,
    "claimed": CueStance.DOUBTING,
    "hailed": CueStance.EMOTIVE,
    "admitted": CueStance.CONCEDING,
    "stressed": CueStance.ASSERTING,
}
TEXTS = (
    "{s:the army} {c:said} {q:“our men [liberated|liberate] the bridge”}.\n"
    "Soldiers [liberated|liberate] the town on Monday.\nThe [terrorists|terrorist] fled in a terrible panic.\n\n"
    "{s:Minister Orr} {c:hailed} {q:the [liberation|liberate] of the valley}.\nThe road is open again.\n",
    "Troops [captured|capture] the town on Monday.\n"
    "{s:the army} {c:said} {q:“our men [liberated|liberate] the bridge”}.\n\n"
    "{s:a source} {c:admitted} {q:that the [fighters|fighter] had left before}.\nThe market was empty.\n"
    "The road is open again.\n",
    "The [regime|regime] [seized|seize] the town, leaving a trail of horror.\n"
    "{s:the army} {c:claimed} {q:it had won}.\n\n{s:Mira Doll} {c:said} {q:“they took my bread”}.\n"
    "The [so-called|so-called] council of the [militants|militant] is gone.\n",
    "The bridge [fell to|fall to] the army.\nThe market was empty.\n{s:Mira Doll} {c:said} {q:“they took my bread”}.\n",
    "[Fighters|fighter] left the town.\n{s:Minister Orr} {c:stressed} {q:that the road is open}.\n",
)
OUTLETS = ("North Agency", "The Wire", "The Lamp", "Daily Post", "Courier", "Ferry Times", "Observer", "Standard")
MARKUP = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|\{([scq]):|(\})|(\n)")


@dataclass
class Parsed:
    """A marked-up text taken apart."""

    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    terms: list[tuple[Span, str]] = field(default_factory=list)
    parts: list[dict[str, Span]] = field(default_factory=list)


def parse(marked: str, title: str) -> Parsed:
    """Return the plain text, its sentences, terms and attribution parts; the title is the first sentence."""
    out = Parsed(title + "\n\n", [Span(0, len(title))])
    here, start, opened, found = 0, len(out.text), ("", 0), dict[str, Span]()
    for m in MARKUP.finditer(marked):
        out.text += marked[here : m.start()]
        here = m.end()
        if m[1]:
            out.terms.append((Span(len(out.text), len(out.text) + len(m[1])), m[2]))
            out.text += m[1]
        elif m[3]:
            opened = (m[3], len(out.text))
        elif m[4]:
            found[opened[0]] = Span(opened[1], len(out.text))
        else:
            if len(out.text) > start:
                out.sentences.append(Span(start, len(out.text)))
            if found:
                out.parts.append(found)
                found = {}
            out.text += "\n"
            start = len(out.text)
    return out


METHOD = Method(BY_HAND, Codebook((("conflict", "c0ffee" * 10 + "feed"), ("rulers", "decade" * 10 + "dead"))))


def article(outlet: str, title: str, text: str, published: str | None = "2026-05-04", **more: object) -> Article:
    sha = hashlib.sha256(f"{outlet}{title}{text}".encode("utf-8", "replace")).hexdigest()
    sections = (
        Section(SectionKind.HEADLINE, Span(0, len(title))),
        Section(SectionKind.BODY, Span(len(title) + 2, len(text))),
    )
    return Article(sha[:12], outlet, title, text, sections, f"{outlet}.txt", sha, sha, published=published, **more)  # type: ignore[arg-type]


def analysis(outlet: str, marked: str, title: str = "The town changes hands", **more: object) -> ArticleAnalysis:
    """Return the analysis that the marks in `marked` describe."""
    parsed = parse(marked, title)
    text = parsed.text
    tokens = tuple(
        Token(Span(m.start(), m.end()), m[0], m[0][0].isalnum()) for m in re.finditer(r"[\w’'-]+|[^\w\s]", text)
    )
    attributions = tuple(_attribution(text, p) for p in parsed.parts)
    voices = _voices(text, attributions)
    bare = Document(article(outlet, title, text, **more), (), (), tokens, (), (), attributions, voices)
    sentences = tuple(
        Sentence(
            s, 0, SectionKind.HEADLINE if i == 0 else SectionKind.BODY, (bare.token_at(s.start), bare.token_at(s.end))
        )
        for i, s in enumerate(parsed.sentences)
    )
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S.*?(?=\n\n|\s*\Z)", text, re.DOTALL))
    document = Document(bare.article, paragraphs, sentences, tokens, (), (), attributions, voices)
    marks = [_mark(document, span, variant) for span, variant in parsed.terms]
    marks += [_sentiment(document, s) for s in sentences if re.search("terrible|horror|panic", s.span.of(text))]
    return ArticleAnalysis(document, tuple(sorted(marks, key=lambda m: (m.span.start, m.span.end))), method=METHOD)


def _attribution(text: str, parts: dict[str, Span]) -> Attribution:
    name, cue = parts["s"].of(text), parts["c"].of(text)
    kind, named = SPEAKERS.get(name, (SpeakerKind.OTHER, True))
    direct = "“" in parts["q"].of(text)
    speaker = Speaker(name, kind, named, (parts["s"],), WHY)
    form = Form.DIRECT if direct else Form.INDIRECT
    return Attribution(
        form, (parts["s"],), (parts["c"],), (parts["q"],), CUES.get(cue, CueStance.NEUTRAL), speaker, WHY
    )


def _voices(text: str, attributions: Sequence[Attribution]) -> tuple[VoiceRun, ...]:
    runs, here = [], 0
    for i, a in enumerate(attributions):
        span = a.content[0]
        if span.start > here:
            runs.append(VoiceRun(Span(here, span.start), Voice.NARRATOR, None))
        runs.append(VoiceRun(span, Voice.QUOTED if a.form is Form.DIRECT else Voice.REPORTED, i))
        here = span.end
    return (*runs, VoiceRun(Span(here, len(text)), Voice.NARRATOR, None))


def _mark(document: Document, span: Span, variant: str) -> Mark:
    concept, dimension, stance = VARIANTS[variant]
    run = document.voice_at(span.start)
    castings = (Casting("agent", stance),) if dimension is Dimension.EVALUATION else ()
    return Mark(
        f"framing:{span.start}-{span.end}:{variant}", MarkKind.FRAMING, span, run.voice, run.attribution, WHY, variant,
        concept, variant, dimension, castings,
    )  # fmt: skip


def _sentiment(document: Document, sentence: Sentence) -> Mark:
    span = sentence.span
    return Mark(
        f"sentiment:{span.start}-{span.end}:vader", MarkKind.SENTIMENT, span, Voice.NARRATOR, None, WHY, "vader",
        weight=-0.6,
    )  # fmt: skip


def compare(analyses: Sequence[ArticleAnalysis], title: str = "Who holds the town") -> Comparison:
    """Return the comparison by outlet; every word of one outlet alone is a keyword, however rare."""
    made = compare_analyses(analyses, CompareSettings(title=title))
    return replace(made, wording=made.wording or _wording(made.analyses, made.groups))


def _wording(analyses: Sequence[ArticleAnalysis], groups: Sequence[Group]) -> tuple[Keyword, ...]:
    counts = {g.key: Counter[str]() for g in groups}
    where: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    of = {article: g.key for g in groups for article in g.articles}
    for a in analyses:
        for t in a.document.tokens:
            if t.word and len(t.text) > 3:
                counts[of[a.article.id]][t.text.lower()] += 1
                where[of[a.article.id], t.text.lower()].append(Passage(a.article.id, t.span))
    found = []
    for g in groups:
        for word, n in sorted(counts[g.key].items()):
            rest = sum(c[word] for c in counts.values()) - n
            if rest == 0:
                found.append(
                    Keyword(
                        word, g.key, 1.5 + n, 0.5 * n, n, rest, 1000 * n / max(g.words, 1), tuple(where[g.key, word])
                    )
                )
    return tuple(found)


def story(outlets: int = 5, per_outlet: int = 1, title: str = "Who holds the town", reader: bool = False) -> Comparison:
    """Return a comparison of `outlets` outlets with `per_outlet` articles each, with what a Reader says if wished."""
    made = []
    for i in range(outlets):
        name = (
            OUTLETS[i] if i < len(OUTLETS) else f"The {OUTLETS[i % len(OUTLETS)]} and Evening Advertiser of Region {i}"
        )
        for k in range(per_outlet):
            one = analysis(name, TEXTS[(i + k) % len(TEXTS)], f"The town changes hands, part {i}.{k}")
            made.append(read(one) if reader else one)
    return compare(made, title)


def empty() -> Comparison:
    """Return a comparison of one article in which nothing was found."""
    return compare([analysis("Quiet Post", "It rained.\n")], "Rain")
