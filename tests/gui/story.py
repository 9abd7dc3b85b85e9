"""A small invented story in three outlets, analysed by hand, so that window tests need no engine room."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from analysis.messages import Message
from analysis.method import Method
from analysis.model import (
    Actor,
    ActorKind,
    Article,
    ArticleAnalysis,
    Attribution,
    Casting,
    Comparison,
    Coverage,
    CoverageState,
    CueStance,
    Difference,
    Dimension,
    Document,
    Form,
    Group,
    Keyword,
    Mark,
    MarkKind,
    Measure,
    Member,
    NamingCell,
    NamingRow,
    Nearest,
    Passage,
    Provenance,
    Quotation,
    QuotationKind,
    QuoteCut,
    Section,
    SectionKind,
    Sentence,
    SharedQuote,
    SourceCell,
    SourceRow,
    Span,
    Speaker,
    SpeakerKind,
    StanceRow,
    Statement,
    Token,
    VariantUse,
    Voice,
    VoiceRun,
    WordWeight,
)
from gui.session import Session
from tests.builders import BY_HAND

TEXTS = {
    "Gazette": (
        "Army frees Marrow Ford\n\n"
        "MARROW FORD, 3 May — Government troops liberated the river town of Marrow Ford on Tuesday. "
        "Residents welcomed the soldiers with flowers 🌷 and song.\n\n"
        "“We have liberated every street,” Colonel Ada Venn said. She praised the brave soldiers.\n\n"
        "The terrorists fled over the old bridge. A statement from the army said the militants left heavy weapons "
        "behind.\n\n"
        "A girl waves at a convoy near the old bridge."
    ),
    "Harbour Wire": (
        "Troops take Marrow Ford\n\n"
        "Government troops captured the river town of Marrow Ford on Tuesday, two officials said. "
        "The militants withdrew over the old bridge.\n\n"
        "Colonel Ada Venn said the army had “liberated every street”. Aid groups claimed that forty families "
        "had no water.\n\n"
        "The self-declared Ford Council did not answer calls. Its so-called “free zone” has existed for two years."
    ),
    "The Lantern": (
        "Marrow Ford falls after week of shelling\n\n"
        "The river town of Marrow Ford fell to government troops on Tuesday after a week of terrible shelling.\n\n"
        "“They destroyed the clinic,” said Jon Hale, a nurse. Forty families have no water, aid groups said.\n\n"
        "Fighters of the Ford Council left over the old bridge. The regime stormed the last quarter at dawn."
    ),
}
"""Outlet → its text; the first line is the headline, and the first article's last paragraph a caption."""

TERMS = {
    "frees": ("conflict/territory", "free", Dimension.EVALUATION, (("agent", 2, "Army"), ("holder", -2, None))),
    "liberated": ("conflict/territory", "liberate", Dimension.EVALUATION, (("agent", 2, None), ("holder", -2, None))),
    "captured": ("conflict/territory", "capture", Dimension.EVALUATION, (("agent", 0, None), ("holder", 0, None))),
    "fell to": ("conflict/territory", "fall to", Dimension.AGENCY, (("agent", 0, None),)),
    "stormed": ("conflict/territory", "storm", Dimension.INTENSITY, (("agent", -1, "the regime"),)),
    "terrorists": ("conflict/armed group", "terrorist", Dimension.EVALUATION, (("referent", -2, None),)),
    "militants": ("conflict/armed group", "militant", Dimension.EVALUATION, (("referent", -1, None),)),
    "Fighters": ("conflict/armed group", "fighter", Dimension.EVALUATION, (("referent", 0, "Ford Council"),)),
    "self-declared": ("status", "self-declared", Dimension.DISTANCING, (("modified", -1, "Ford Council"),)),
    "so-called": ("status", "so-called", Dimension.DISTANCING, (("modified", -2, None),)),
    "free zone": ("status", "scare quotes", Dimension.DISTANCING, (("modified", -2, None),)),
    "regime": ("rulers", "regime", Dimension.EVALUATION, (("referent", -2, None),)),
}
LABELS = {
    "conflict/territory": ("Control of territory changes", "What is said to happen when a place changes hands?"),
    "conflict/armed group": ("Armed group members", "What are the members of an armed group called?"),
    "status": ("Status of a group or state", "How is a claim to a status set down?"),
    "rulers": ("A state's rulers", "What are a state's rulers called?"),
}
FEELINGS = {"welcomed": 0.4, "flowers": 0.2, "praised": 0.5, "brave": 0.5, "fled": -0.3, "terrorists": -0.7}
FEELINGS |= {"terrible": -0.5, "shelling": -0.3, "destroyed": -0.5, "weapons": -0.2, "free": 0.4, "heavy": 0.01}

ATTRIBUTIONS = {
    "Gazette": (
        ("Colonel Ada Venn", "said", "We have liberated every street,", Form.DIRECT, SpeakerKind.MILITARY),
        (
            "A statement from the army",
            "said",
            "the militants left heavy weapons behind",
            Form.INDIRECT,
            SpeakerKind.MILITARY,
        ),
    ),
    "Harbour Wire": (
        (
            "two officials",
            "said",
            "Government troops captured the river town of Marrow Ford on Tuesday",
            Form.INDIRECT,
            SpeakerKind.UNNAMED,
        ),
        ("Colonel Ada Venn", "said", "the army had “liberated every street”", Form.MIXED, SpeakerKind.MILITARY),
        ("Aid groups", "claimed", "forty families had no water", Form.INDIRECT, SpeakerKind.NGO),
    ),
    "The Lantern": (
        ("Jon Hale", "said", "They destroyed the clinic,", Form.DIRECT, SpeakerKind.RESIDENT),
        ("aid groups", "said", "Forty families have no water", Form.INDIRECT, SpeakerKind.NGO),
    ),
}
STANCES = {"claimed": CueStance.DOUBTING}


def why() -> Message:
    """Return a reason that every catalogue can render."""
    return Message("voice.narrator")


def _article(outlet: str, text: str, day: int) -> Article:
    paragraphs = list(re.finditer(r"[^\n]+", text))
    sections = []
    for i, found in enumerate(paragraphs):
        kind = SectionKind.HEADLINE if i == 0 else SectionKind.LEAD if i == 1 else SectionKind.BODY
        start = found.start()
        if text[start:].startswith("MARROW FORD, 3 May —"):
            sections.append(Section(SectionKind.DATELINE, Span(start, start + 20)))
            start += 21
        if text[start:].startswith("A girl waves"):
            kind = SectionKind.CAPTION
        sections.append(Section(kind, Span(start, found.end())))
    digest = hashlib.sha256((outlet + text).encode()).hexdigest()
    return Article(
        id=digest[:12],
        outlet=outlet,
        title=text.split("\n")[0],
        text=text,
        sections=tuple(sections),
        source=f"story/{outlet}.txt",
        sha256=digest,
        text_sha256=digest,
        published=f"2031-05-{day:02}",
        dateline="MARROW FORD" if "MARROW FORD" in text else None,
    )


def _document(article: Article) -> Document:
    text = article.text
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    tokens = tuple(
        Token(Span(*m.span()), m.group(), m.group()[0].isalnum()) for m in re.finditer(r"[\w'-]+|[^\w\s]", text)
    )
    sentences = []
    for index, paragraph in enumerate(paragraphs):
        for m in re.finditer(r".+?(?:[.](?=\s|$)|$)", paragraph.of(text)):
            lead = len(m.group()) - len(m.group().lstrip())
            span = Span(paragraph.start + m.start() + lead, paragraph.start + m.end())
            section = next(s.kind for s in reversed(article.sections) if s.span.overlaps(span))
            inside = [i for i, t in enumerate(tokens) if span.contains(t.span)]
            sentences.append(Sentence(span, index, section, (inside[0], inside[-1] + 1)))
    quotations = tuple(
        Quotation(
            Span(*m.span()),
            Span(m.start() + 1, m.end() - 1),
            True,
            False,
            QuotationKind.TERM if m.group() == "“free zone”" else QuotationKind.SPEECH,
        )
        for m in re.finditer("“[^”]+”", text)
    )
    attributions = tuple(_attribution(text, *row) for row in ATTRIBUTIONS[article.outlet])
    actor = Actor(
        "Ada Venn", ActorKind.PERSON, ("Venn",), tuple(Span(*m.span()) for m in re.finditer("Ada Venn", text))
    )
    return Document(
        article,
        paragraphs,
        tuple(sentences),
        tokens,
        quotations,
        (actor,),
        attributions,
        _voices(text, quotations, attributions),
    )


def _attribution(text: str, source: str, cue: str, content: str, form: Form, kind: SpeakerKind) -> Attribution:
    at, what = text.index(source), text.index(content)
    near = min((m.start() for m in re.finditer(cue, text)), key=lambda p: abs(p - at))
    named = source[0].isupper() and kind is not SpeakerKind.NGO
    speaker = Speaker(source.removeprefix("Colonel "), kind, named, (Span(at, at + len(source)),), why())
    return Attribution(
        form,
        (Span(at, at + len(source)),),
        (Span(near, near + len(cue)),),
        (Span(what, what + len(content)),),
        STANCES.get(cue, CueStance.NEUTRAL),
        speaker,
        why(),
    )


def _voices(text: str, quotations: Iterable[Quotation], attributions: tuple[Attribution, ...]) -> tuple[VoiceRun, ...]:
    voice = [(Voice.NARRATOR, None)] * len(text)
    for index, attribution in enumerate(attributions):
        for part in attribution.content:
            for i in range(part.start, part.end):
                voice[i] = (Voice.REPORTED if attribution.form is not Form.DIRECT else Voice.QUOTED, index)
    for quotation in quotations:
        for i in range(quotation.inner.start, quotation.inner.end):
            owner = voice[i][1]
            voice[i] = (Voice.SCARE, None) if quotation.kind is QuotationKind.TERM else (Voice.QUOTED, owner)
    runs, start = [], 0
    for i in range(1, len(text) + 1):
        if i == len(text) or voice[i] != voice[start]:
            runs.append(VoiceRun(Span(start, i), *voice[start]))
            start = i
    return tuple(runs)


def _marks(document: Document) -> tuple[Mark, ...]:
    text, marks = document.text, []
    for term, (concept, variant, dimension, castings) in TERMS.items():
        for m in re.finditer(rf"\b{term}\b", text):
            span, run = Span(*m.span()), document.voice_at(m.start())
            marks.append(
                Mark(
                    f"framing:{span.start}-{span.end}:{concept}/{variant}",
                    MarkKind.FRAMING,
                    span,
                    run.voice,
                    run.attribution,
                    why(),
                    f"{concept}/{variant}",
                    concept,
                    variant,
                    dimension,
                    tuple(Casting(*c) for c in castings),
                )
            )
    for sentence in document.sentences:
        parts = tuple(
            WordWeight(document.tokens[i].span, FEELINGS[document.tokens[i].text])
            for i in range(*sentence.tokens)
            if document.tokens[i].text in FEELINGS
        )
        score = max(-1.0, min(1.0, sum(p.weight for p in parts)))
        marks.append(
            Mark(
                f"sentiment:{sentence.span.start}-{sentence.span.end}:vader",
                MarkKind.SENTIMENT,
                sentence.span,
                document.voice_of(sentence.span),
                None,
                why(),
                "vader",
                weight=score,
                parts=parts,
            )
        )
    return tuple(sorted(marks, key=lambda m: (m.span.start, m.span.end, m.kind, m.entry)))


def analyses() -> tuple[ArticleAnalysis, ...]:
    """Return the three articles, analysed by hand."""
    found = []
    for day, (outlet, text) in enumerate(TEXTS.items(), 3):
        document = _document(_article(outlet, text, day))
        found.append(ArticleAnalysis(document, _marks(document), method=Method(BY_HAND)))
    return tuple(found)


def comparison(given: tuple[ArticleAnalysis, ...] | None = None) -> Comparison:
    """Return the story compared by hand."""
    given = analyses() if given is None else given
    groups = tuple(Group(a.article.outlet, a.article.outlet, (a.article.id,), a.document.words) for a in given)
    return Comparison(
        title="Marrow Ford",
        analyses=given,
        groups=groups,
        naming=_naming(given),
        stances=_stances(given),
        statements=_statements(given),
        coverage=_coverage(given),
        quotes=_quotes(given),
        wire=(),
        sources=_sources(given),
        wording=_wording(given),
        measures=(Measure("words", (("group", "Gazette"),), 60.0, 1, "words"),),
        provenance=Provenance("0", (), None, (), (), ()),
        notes=(Message("voice.narrator"),),
    )


def _framing(analysis: ArticleAnalysis, concept: str) -> list[Mark]:
    return [m for m in analysis.of_kind(MarkKind.FRAMING) if m.concept == concept]


def _naming(given: tuple[ArticleAnalysis, ...]) -> tuple[NamingRow, ...]:
    rows = []
    for concept, (label, question) in LABELS.items():
        cells = []
        for analysis in given:
            uses: dict[tuple[str, Dimension, Voice], list[Passage]] = {}
            for mark in _framing(analysis, concept):
                assert mark.dimension is not None
                key = (mark.variant, mark.dimension, mark.voice)
                uses.setdefault(key, []).append(Passage(analysis.article.id, mark.span))
            total = sum(map(len, uses.values()))
            cells.append(
                NamingCell(
                    analysis.article.outlet,
                    tuple(
                        VariantUse(variant, _printed(analysis, found), dimension, voice, tuple(found))
                        for (variant, dimension, voice), found in uses.items()
                    ),
                    total,
                )
            )
        rows.append(NamingRow(concept, label, question, tuple(cells)))
    return tuple(rows)


def _printed(analysis: ArticleAnalysis, places: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.span.of(analysis.document.text).lower() for p in places))


def _stances(given: tuple[ArticleAnalysis, ...]) -> tuple[StanceRow, ...]:
    rows: dict[tuple[str, str, str], list[tuple[int, Voice, Passage]]] = {}
    for analysis in given:
        for mark in analysis.of_kind(MarkKind.FRAMING):
            for casting in mark.castings:
                key = (mark.concept, casting.role, analysis.article.outlet)
                rows.setdefault(key, []).append((casting.stance, mark.voice, Passage(analysis.article.id, mark.span)))
    return tuple(
        StanceRow(*key, tuple((s, v, 1) for s, v, _ in found), tuple(p for *_, p in found))
        for key, found in rows.items()
    )


def _member(analysis: ArticleAnalysis, words: str) -> Member:
    index = analysis.document.sentence_at(analysis.document.text.index(words))
    assert index is not None
    return Member(analysis.article.id, index, analysis.document.sentences[index].span)


def _statements(given: tuple[ArticleAnalysis, ...]) -> tuple[Statement, ...]:
    gazette, wire, lantern = given[0], given[1], given[-1]
    shared = [
        ((gazette, "Government troops"), (wire, "Government troops"), (lantern, "The river town")),
        ((gazette, "The terrorists fled"), (wire, "The militants"), (lantern, "Fighters")),
        ((wire, "Aid groups"), (lantern, "Forty families")),
        ((gazette, "liberated every"), (wire, "Colonel")),
    ]
    found, taken = [], set()
    for number, members in enumerate(shared):
        joined = tuple(_member(a, words) for a, words in members)
        taken |= {(m.article, m.sentence) for m in joined}
        differences = (Difference("term", tuple((m.article, f"word {i}") for i, m in enumerate(joined))),)
        found.append(Statement(f"s{number}", joined, 0.7 - number / 10, differences if number == 0 else ()))
    for analysis in given:
        for index, sentence in enumerate(analysis.document.sentences):
            if (analysis.article.id, index) not in taken:
                member = Member(analysis.article.id, index, sentence.span)
                found.append(Statement(f"s{len(found)}", (member,), None, ()))
    return tuple(found)


def _coverage(given: tuple[ArticleAnalysis, ...]) -> tuple[Coverage, ...]:
    """Return the members' answers, "perhaps" of the Wire to the first other statement, "not found" of the rest."""
    found, perhaps = [], True
    for statement in _statements(given):
        members = {m.article for m in statement.members}
        for analysis in given:
            article = analysis.article.id
            if article in members:
                found.append(Coverage(statement.id, article, CoverageState.TOLD, 1.0, ()))
                continue
            near = perhaps and analysis is given[1]
            perhaps = perhaps and not near
            state, value = (CoverageState.PERHAPS, 0.4) if near else (CoverageState.NOT_FOUND, 0.1)
            nearest = Nearest(1, analysis.document.sentences[1].span, value)
            found.append(Coverage(statement.id, article, state, value, (nearest,)))
    return tuple(found)


def _quotes(given: tuple[ArticleAnalysis, ...]) -> tuple[SharedQuote, ...]:
    cuts = []
    for analysis, index in ((given[0], 0), (given[1], 1)):
        attribution = analysis.document.attributions[index]
        span = attribution.content[0]
        words = analysis.document.words_in(span)
        cuts.append(QuoteCut(analysis.article.id, index, span, "said", attribution.cue_stance, words))
    return (SharedQuote("q0", "Ada Venn", tuple(cuts)),)


def _sources(given: tuple[ArticleAnalysis, ...]) -> tuple[SourceRow, ...]:
    speakers: dict[str, Speaker] = {}
    for analysis in given:
        for attribution in analysis.document.attributions:
            if attribution.speaker:
                speakers.setdefault(attribution.speaker.name.lower(), attribution.speaker)
    return tuple(
        SourceRow(s.name, s.kind, s.named, tuple(_source_cell(a, key) for a in given)) for key, s in speakers.items()
    )


def _source_cell(analysis: ArticleAnalysis, key: str) -> SourceCell:
    document = analysis.document
    own = [a for a in document.attributions if a.speaker and a.speaker.name.lower() == key]
    spans = [part for a in own for part in a.content]
    cues = tuple((a.cue[0].of(document.text).lower(), a.cue_stance, 1) for a in own)
    return SourceCell(
        analysis.article.outlet,
        len(own),
        sum(document.words_in(s) for s in spans),
        min(a.span.start for a in own) / len(document.text) if own else None,
        cues,
        tuple((a.form, 1) for a in own),
        tuple(Passage(analysis.article.id, s) for s in spans),
    )


def _wording(given: tuple[ArticleAnalysis, ...]) -> tuple[Keyword, ...]:
    found = []
    for analysis, words in zip(given, (("soldiers", "liberated"), ("council",), ("shelling",)), strict=True):
        for rank, word in enumerate(words):
            spans = [Span(*m.span()) for m in re.finditer(word, analysis.document.text, re.IGNORECASE)]
            passages = tuple(Passage(analysis.article.id, s) for s in spans)
            found.append(Keyword(word, analysis.article.outlet, 2.5 - rank, 1.2, len(spans), 0, 16.0, passages))
    return tuple(found)


def session() -> Session:
    """Return a session with the whole story in it, analysed and compared."""
    ready, given = Session(), analyses()
    ready.add_articles([a.article for a in given])
    for analysis in given:
        ready.set_analysis(analysis)
    ready.set_comparison(comparison(given))
    return ready
