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
    "cli.stopped": "Stopped.",
    "cli.internal": "Something went wrong inside Parallax ({reason}). Nothing was changed. "
    "Set PARALLAX_DEBUG=1 to see where, and please report it.",
    "cli.lexicons_fine": ("{count} lexicon is fine.", "{count} lexicons are fine."),
    "cli.name_column": "Name it, for example --column text=NAME.",
    "cli.column.outlet": "Outlet",
    "cli.column.title": "Title",
    "cli.column.words": "Words",
    "cli.column.framing": "Framing terms",
    "cli.column.own": "Own words",
    "cli.column.mean": "Mean sentiment",
}
