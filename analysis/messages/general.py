"""English templates that belong to no one room: progress, limits, plain failures."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "progress.reading": "Reading {name}",
    "progress.analysing": "Analysing {name}",
    "progress.comparing": "Comparing the articles",
    "progress.writing": "Writing {name}",
    "voice.narrator": "outlet's own words",
    "voice.quoted": "quoted",
    "voice.reported": "reported speech",
    "voice.scare": "scare quotes",
    "voice.mixed": "several voices",
}
