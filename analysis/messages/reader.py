"""Whether the trained Reader is there."""

from __future__ import annotations

TEMPLATES = {
    "reader.loading": "Loading the Reader",
    "reader.off": "Read by rules only: the Reader is switched off.",
    "reader.no_file": "Read by rules only: the Reader's file {name} is missing.",
    "reader.wrong_file": "Read by rules only: the Reader's file {name} was changed or is incomplete (its digest is not"
    " the one in reader.json) and was not used; install the program, or the model's folder, anew.",
    "reader.unlisted": "Read by rules only: reader.json does not name the digest of the Reader's file {name}, which was"
    " not used; install the program, or the model's folder, anew.",
    "reader.no_package": "Read by rules only: the package {package}, which the Reader needs, is missing.",
    "reader.broken": "Read by rules only: the Reader could not be loaded ({detail}).",
}
