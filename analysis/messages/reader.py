"""Whether the trained Reader is there."""

from __future__ import annotations

TEMPLATES = {
    "reader.off": "The Reader is switched off: attributions and names come from rules alone.",
    "reader.no_file": "The Reader's file {name} is missing: attributions and names come from rules alone.",
    "reader.no_package": "The package {package} is missing, so the Reader cannot run: attributions and names come from"
    " rules alone.",
    "reader.broken": "The Reader could not be loaded ({detail}): attributions and names come from rules alone.",
}
