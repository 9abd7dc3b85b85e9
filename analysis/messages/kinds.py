"""English templates of what says the kind of an article."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sources.kind.address": "Its address has the part “{value}”.",
    "sources.kind.column": "Its source states {column}: {value}.",
    "sources.kind.headline": "Its headline says so: {value}",
    "sources.kind.line": "A line above its text says so: {value}",
    "sources.kind.note": "A note says so: {value}",
    "sources.kind.outlet": "Its outlet is called {value}.",
    "sources.kind.own_voice": "It speaks to its reader and reports hardly anybody’s words: {count} signs of that in"
    " {words:,} words.",
    "sources.kind.questions": "It alternates questions and answers ({count} questions).",
    "sources.kind.salutation": "It opens as a letter does: {value}",
    "sources.kind.signed": "It is signed: {value}",
    "sources.kind.tagline": "A line presents its author: {value}",
    "sources.kind.times": "{count} of its paragraphs open with a time, the latest first.",
    "sources.kind.turns": "Most of its words stand in {count} turns of speakers: {names}.",
    "sources.kind.type": "Its page gives its type as {value}.",
}
