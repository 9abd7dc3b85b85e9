"""What a Reader might have said of a document that was built by hand, for tests that have no Reader."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from analysis.messages import message
from analysis.model import Act, ActForm, Actor, ActorKind, ArticleAnalysis, Document, Mark, MarkKind, Span
from analysis.reading.analyzers.agency_who import Who
from analysis.reading.analyzers.loaded import LoadedAnalyzer
from analysis.reading.pipeline import found_in
from analysis.readings import NO_HEAD, Reading

LOADED = re.compile(r"terrible|horror|panic|terrorists|regime|brave", re.IGNORECASE)
"""Words that are loaded, and make their sentence so."""
HARM = re.compile(r"\b(liberated|captured|seized|took|fell|stormed|destroyed|shelling)\b")
FORMS = (ActForm.ACTIVE, ActForm.PASSIVE, ActForm.AGENTLESS, ActForm.NOMINAL)
ACTORS = ("army", "Mira Doll", "Minister Orr", "Ada Venn", "regime")
SURE, DOUBTFUL = 0.8, 0.1


def reading_of(document: Document) -> Reading:
    """Return a reading whose figures follow from the words."""
    tokens, sentences = len(document.tokens), len(document.sentences)
    hits = [bool(LOADED.search(s.span.of(document.text))) for s in document.sentences]
    words = [0.7 if LOADED.fullmatch(t.text) else 0.05 for t in document.tokens]
    polarity = [(2.0, 0.0, 0.0) if i % 3 == 0 else (0.0, 1.0, 0.0) if i % 3 == 1 else (0.0, 0.0, 1.5)
                for i in range(tokens)]  # fmt: skip
    return Reading(
        relations=(),
        loose=(),
        names=(),
        upos=np.zeros(tokens, np.int8),
        heads=np.full(tokens, NO_HEAD, np.int32),
        deprels=np.zeros(tokens, np.int8),
        polarity=np.array(polarity, np.float32).reshape(tokens, 3),
        loaded_words=np.array(words, np.float32),
        loaded=np.array([SURE if hit else DOUBTFUL for hit in hits], np.float32),
        subjective=np.zeros(sentences, np.float32),
        valence=np.array([-2.0 if hit else 0.4 for hit in hits], np.float32),
        embeddings=np.zeros((sentences, 384), np.float32),
    )


def read(analysis: ArticleAnalysis) -> ArticleAnalysis:
    """Return the analysis as it would be with a Reader: loaded words, acts, sentiment toward actors, valence."""
    bare = analysis.document
    found = [Actor(n, ActorKind.PERSON if " " in n else ActorKind.GROUP, (), _places(bare.text, n)) for n in ACTORS]
    actors = bare.actors or tuple(actor for actor in found if actor.mentions)
    document = replace(bare, reading=reading_of(bare), actors=actors)
    read = found_in(document, [LoadedAnalyzer()])
    marks = [*analysis.marks, *read.marks, *acts(document)]
    ordered = tuple(sorted(marks, key=lambda m: (m.span.start, m.span.end, m.kind, m.entry)))
    return replace(read, marks=ordered, method=replace(analysis.method, model=read.method.model))


def _places(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in re.finditer(rf"\b{name}\b", text))


def acts(document: Document) -> list[Mark]:
    """Return a mark per word of harm; what stands before and behind it acts and is affected, by a form in turn."""
    found = []
    who = Who(document)
    for n, m in enumerate(HARM.finditer(document.text)):
        form, span = FORMS[n % len(FORMS)], Span(*m.span())
        sentence = document.sentences[document.sentence_at(span.start) or 0].span
        before, behind = Span(sentence.start, span.start), Span(span.end, sentence.end)
        actor = (_trimmed(document.text, before),) if form in (ActForm.ACTIVE, ActForm.PASSIVE) and len(before) else ()
        affected = (_trimmed(document.text, behind),) if form is not ActForm.NOMINAL and len(behind) > 2 else ()
        run = document.voice_at(span.start)
        why = message("agency.why.agentless" if not actor else f"agency.why.{form}", actor="x", affected="y")
        found.append(
            Mark(
                f"agency:{span.start}-{span.end}:agency/attack/{m[0]}", MarkKind.AGENCY, span, run.voice,
                run.attribution, why, f"agency/attack/{m[0]}", "attack", form.value,
                act=Act(form, actor, affected, m[0], who.named(actor), who.named(affected)),
            )
        )  # fmt: skip
    return found


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + max(1, len(words.strip(" .,\n"))))
