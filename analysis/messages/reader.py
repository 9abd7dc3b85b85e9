"""Whether the trained Reader is there."""

from __future__ import annotations

TEMPLATES = {
    "reader.loading": "Loading the Reader",
    "reader.off": "Read by rules only: the Reader is switched off.",
    "reader.no_file": "Read by rules only: the Reader's file {name} is missing.",
    "reader.no_package": "Read by rules only: the package {package}, which the Reader needs, is missing.",
    "reader.broken": "Read by rules only: the Reader could not be loaded ({detail}).",
}
