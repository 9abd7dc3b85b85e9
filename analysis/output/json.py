"""The JSON that others build on: `parallax.analysis/1` and `parallax.comparison/1`.

Keys may be added, never removed or renamed; the schemas stand in `schemas/`. Offsets are half-open code points of
the article's text. The same input gives the same bytes: keys in a fixed order, floats rounded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ..comparison.per_article import article_measures
from ..errors import ParallaxError
from ..failures import Failure, part_of_work
from ..messages import Message, render
from ..model import (
    Actor,
    Article,
    ArticleAnalysis,
    Attribution,
    Comparison,
    Coverage,
    Decision,
    Mark,
    MarkKind,
    Measure,
    NamingRow,
    Passage,
    Provenance,
    Sentence,
    SourceRow,
    Span,
    Statement,
)
from ..progress import checked
from .facts import SPOKEN, sentence_scores
from .reader import framing_beside, toward_actors

Object = dict[str, Any]  # Any: the values of a JSON object are of every JSON type.
ANALYSIS, COMPARISON = "parallax.analysis/1", "parallax.comparison/1"
SCHEMAS = Path(__file__).with_name("schemas")
DEPTH = 2
"""Levels of an object that are written piece by piece: below stand an article, a row, a statement."""
DECIMALS = 6
"""Enough for every measure here, and above the noise of a float's last bits."""


def dumps(value: Object) -> str:
    """Return `value` on one line, not escaped beyond need; ValueError on a float that JSON does not know."""
    return "".join(_written(value, DEPTH))


def _written(value: Any, depth: int) -> Iterator[str]:  # Any: walks every JSON type.
    """Yield `value` in pieces: the C code that writes JSON lets nobody else run until it is through."""
    if depth and isinstance(value, dict | list) and value:
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        before = opening
        for name, inner in checked(value.items() if isinstance(value, dict) else ((None, one) for one in value)):
            yield before if name is None else f"{before}{_whole(name)}:"
            yield from _written(inner, depth - 1)
            before = ","
        yield closing
    else:
        yield _whole(_rounded(value))


def _whole(value: Any) -> str:  # Any: as above.
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def encode(value: Object) -> bytes:
    """Return `value` as a line of UTF-8; half a surrogate pair, which UTF-8 cannot hold, as its JSON escape."""
    return (dumps(value) + "\n").encode("utf-8", "backslashreplace")


@cache
def schema(name: str) -> Mapping[str, Any]:  # Any: a JSON Schema is free in form.
    """Return the JSON Schema of `parallax.analysis/1` or `parallax.comparison/1`."""
    loaded: Mapping[str, Any] = json.loads((SCHEMAS / f"{name.replace('/', '-')}.json").read_text("utf-8"))
    return loaded


def _rounded(value: Any) -> Any:  # Any: walks every JSON type.
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0  # No negative zero.
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return value


# --------------------------------------------------------------------------- one article


def analysis_json(analysis: ArticleAnalysis) -> Object:
    """Return one article and everything found in it."""
    document, compounds, measures = analysis.document, sentence_scores(analysis), article_measures(analysis)
    toward = toward_actors(measures)
    return {
        "schema": ANALYSIS,
        "article": _article(analysis.article, document.words),
        "sentences": [_sentence(i, s, analysis, compounds) for i, s in enumerate(checked(document.sentences))],
        "attributions": [_attribution(a) for a in checked(document.attributions)],
        "framing": [_framing(m, document.text) for m in analysis.of_kind(MarkKind.FRAMING)],
        "loaded_words": [_loaded(m, analysis) for m in checked(analysis.of_kind(MarkKind.LOADED))],
        "actors": [_actor(a, toward) for a in document.actors],
        "agency": [_agency(m) for m in analysis.of_kind(MarkKind.AGENCY) if m.act is not None],
        "measures": [_measure(m) for m in checked(measures)],
        **{
            info.id: [_marked(m, document.text) for m in checked(analysis.of_kind(info.id))]
            for info in analysis.method.analyzers
            if not info.json
        },
    }


def analysis_lines(analyses: Iterable[ArticleAnalysis]) -> tuple[list[bytes], tuple[Failure, ...]]:
    """Return each article as a line, and those that could not be written."""
    lines: list[bytes] = []
    failed: list[Failure] = []
    for analysis in analyses:
        try:
            with part_of_work("json"):
                lines.append(encode(analysis_json(analysis)))
        except ParallaxError as error:
            failed.append(Failure(analysis.article.source, error.message, analysis.article.id))
    return lines, tuple(failed)


def _article(article: Article, words: int) -> Object:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "dateline": article.dateline,
        "language": article.language,
        "words": words,
        "source": article.source,
        "sha256": article.sha256,
        "text_sha256": article.text_sha256,
        "text": article.text,
        "sections": [{"kind": str(s.kind), **_place(s.span)} for s in article.sections],
        "columns": dict(article.columns),
        "notes": [_message(note) for note in article.notes],
        "kind": str(article.kind),
        "complete": article.complete,
        "evidence": [{"field": known.field, **_message(known.message)} for known in article.evidence],
        "block_quotes": [{**_place(quote.span), "author": quote.author} for quote in article.block_quotes],
    }


def _sentence(index: int, sentence: Sentence, analysis: ArticleAnalysis, compounds: Mapping[Span, float]) -> Object:
    score = analysis.score(index)
    return {
        **_place(sentence.span),
        "voice": str(analysis.document.main_voice(sentence.span)),
        "compound": compounds.get(sentence.span),
        "valence": score.valence,
        "loaded": score.loaded,
    }


def _place(span: Span) -> Object:
    return {"start": span.start, "end": span.end}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _message(msg: Message) -> Object:
    return {"key": msg.key, "text": render(msg), "args": dict(msg.args)}


def _attribution(found: Attribution) -> Object:
    speaker = found.speaker
    return {
        "form": str(found.form),
        "source": _pairs(found.source),
        "cue": _pairs(found.cue),
        "content": _pairs(found.content),
        "speaker": speaker.name if speaker else None,
        "speaker_kind": str(speaker.kind) if speaker else None,
        "cue_stance": str(found.cue_stance),
        "named": speaker.named if speaker else None,
        "evidence": _pairs(speaker.evidence) if speaker else [],
        "why": render(found.why),
        "why_key": found.why.key,
    }


def _framing(mark: Mark, text: str) -> Object:
    return {
        **_place(mark.span),
        "exact": mark.span.of(text),
        "concept": mark.concept,
        "variant": mark.variant,
        "dimension": str(mark.dimension) if mark.dimension else None,
        "stance": {casting.role: casting.stance for casting in mark.castings},
        "referent": mark.referent,
        "voice": str(mark.voice),
        "attribution": mark.attribution,
        "why": render(mark.why),
        "why_key": mark.why.key,
        "id": mark.id,
        "entry": mark.entry,
    }


def _loaded(mark: Mark, analysis: ArticleAnalysis) -> Object:
    return {
        **_place(mark.span),
        "weight": mark.weight,
        "exact": mark.span.of(analysis.document.text),
        "voice": str(mark.voice),
        "framing": [term.id for term in framing_beside(analysis, mark)],
        "why": render(mark.why),
        "why_key": mark.why.key,
        "id": mark.id,
    }


def _marked(mark: Mark, text: str) -> Object:
    """Return a mark of an analyzer that has no list of its own form."""
    return {
        **_place(mark.span),
        "exact": mark.span.of(text),
        "entry": mark.entry,
        "weight": mark.weight,
        "voice": str(mark.voice),
        "attribution": mark.attribution,
        "why": render(mark.why),
        "why_key": mark.why.key,
        "id": mark.id,
    }


def _agency(mark: Mark) -> Object:
    act = mark.act
    return {
        "act": [mark.span.start, mark.span.end],
        "form": str(act.form) if act else None,
        "actor": _pairs(act.actor) if act else [],
        "affected": _pairs(act.affected) if act else [],
        "word": act.word if act else "",
        "concept": mark.concept,
        "voice": str(mark.voice),
        "why": render(mark.why),
        "why_key": mark.why.key,
        "id": mark.id,
    }


def _actor(actor: Actor, toward: Mapping[tuple[str, str | None], Measure]) -> Object:
    def value(voice: str | None) -> float | None:
        found = toward.get((actor.name, voice))
        return found.value if found is not None else None

    return {
        "name": actor.name,
        "kind": str(actor.kind),
        "mentions": _pairs(actor.mentions),
        "sentiment": value(None),
        "sentiment_by_voice": {str(voice): value(str(voice)) for voice in SPOKEN},
        "aliases": list(actor.aliases),
    }


def _measure(measure: Measure) -> Object:
    return {
        "name": measure.name,
        "dimensions": dict(measure.dimensions),
        "value": measure.value,
        "n": measure.n,
        "unit": measure.unit,
        "low": measure.low,
        "high": measure.high,
        "passages": _passages(measure.passages),
    }


def _passages(passages: Iterable[Passage]) -> list[Object]:
    return [{"article": p.article, **_place(p.span)} for p in passages]


# --------------------------------------------------------------------------- a comparison


def comparison_json(comparison: Comparison) -> Object:
    """Return everything that sets the groups apart, with every article in full."""
    return {
        "schema": COMPARISON,
        "title": comparison.title,
        "articles": [analysis_json(a) for a in checked(comparison.analyses)],
        "groups": [
            {"key": g.key, "label": g.label, "articles": list(g.articles), "words": g.words} for g in comparison.groups
        ],
        "naming": [_naming(row) for row in checked(comparison.naming)],
        "stances": [
            {
                "concept": row.concept,
                "role": row.role,
                "group": row.group,
                "counts": [{"stance": s, "voice": str(v), "count": n} for s, v, n in row.counts],
                "passages": _passages(row.passages),
            }
            for row in comparison.stances
        ],
        "statements": [_statement(s) for s in checked(comparison.statements)],
        "coverage": [_coverage(answer) for answer in checked(comparison.coverage)],
        "quotes": [
            {
                "id": quote.id,
                "speaker": quote.speaker,
                "cuts": [
                    {
                        "article": cut.article,
                        "attribution": cut.attribution,
                        **_place(cut.span),
                        "cue": cut.cue,
                        "cue_stance": str(cut.cue_stance),
                        "words": cut.words,
                    }
                    for cut in quote.cuts
                ],
            }
            for quote in comparison.quotes
        ],
        "wire": [
            {"id": w.id, "agency": w.agency, "members": _passages(w.members), "words": w.words} for w in comparison.wire
        ],
        "sources": [_source(row) for row in checked(comparison.sources)],
        "wording": [
            {
                "word": k.word,
                "group": k.group,
                "z": k.z,
                "log_odds": k.log_odds,
                "count": k.count,
                "rest": k.rest,
                "per_1000_words": k.per_1000_words,
                "passages": _passages(k.passages),
            }
            for k in comparison.wording
        ],
        "measures": [_measure(m) for m in checked(comparison.measures)],
        "provenance": _provenance(comparison.provenance),
        "notes": [_message(note) for note in comparison.notes],
        "apart": list(comparison.apart),
    }


def _naming(row: NamingRow) -> Object:
    return {
        "id": row.id,
        "label": row.label,
        "question": row.question,
        "cells": [
            {
                "group": cell.group,
                "opportunities": cell.opportunities,
                "uses": [
                    {
                        "variant": use.variant,
                        "printed": list(use.printed),
                        "dimension": str(use.dimension),
                        "voice": str(use.voice),
                        "count": len(use.passages),
                        "passages": _passages(use.passages),
                    }
                    for use in cell.uses
                ],
            }
            for cell in row.cells
        ],
    }


def _statement(statement: Statement) -> Object:
    return {
        "id": statement.id,
        "members": [{"article": m.article, "sentence": m.sentence, **_place(m.span)} for m in statement.members],
        "confidence": statement.confidence,
        "differences": [{"kind": d.kind, "values": dict(d.values)} for d in statement.differences],
    }


def _coverage(answer: Coverage) -> Object:
    return {
        "statement": answer.statement,
        "article": answer.article,
        "state": str(answer.state),
        "probability": answer.probability,
        "nearest": [{**_place(n.span), "probability": n.probability} for n in answer.nearest],
    }


def _source(row: SourceRow) -> Object:
    return {
        "speaker": row.speaker,
        "kind": str(row.kind),
        "named": row.named,
        "cells": [
            {
                "group": cell.group,
                "attributions": cell.attributions,
                "words": cell.words,
                "first": cell.first,
                "cues": [{"cue": cue, "stance": str(stance), "count": n} for cue, stance, n in cell.cues],
                "forms": {str(form): n for form, n in cell.forms},
                "passages": _passages(cell.passages),
            }
            for cell in row.cells
        ],
    }


def _provenance(found: Provenance) -> Object:
    return {
        "program": found.program,
        "lexicons": [{"name": name, "sha256": sha256} for name, sha256 in found.lexicons],
        "model": found.model,
        "packages": dict(found.packages),
        "analyzers": dict(found.analyzers),
        "settings": dict(found.settings),
        "decisions": [_decision(d) for d in found.decisions],
    }


def _decision(decision: Decision) -> Object:
    anchor = decision.anchor
    return {
        "verdict": str(decision.verdict),
        "text_sha256": decision.text_sha256,
        "mark": decision.mark,
        "anchor": {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        "note": decision.note,
        "by": decision.by,
    }
