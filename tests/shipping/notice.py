"""The file NOTICE, from bundled.toml and the texts of the licences: `python -m tests.shipping.notice` writes it."""

from __future__ import annotations

from pathlib import Path

from .bundled import RESOURCES, Bundled, bundled, table

ROOT = RESOURCES.parent
NOTICE = ROOT / "NOTICE"
OWN = "AGPL-3.0-or-later"
HEAD = """\
Parallax
Copyright The Parallax authors

Parallax is free software under the GNU Affero General Public License, version 3 or later: see LICENSE. This file
names what it brings along that comes from others, and gives the texts of the licences. What the Reader's weights were
trained on, and under which terms, stands in resources/model/SOURCES.md. The Python packages that are installed with
the program come with their own licences; `./run sbom` lists them.
"""
LINE = "-" * 80


def notice() -> str:
    """Return the content of NOTICE."""
    parts, texts = [HEAD], []
    for one in bundled():
        if one.licence:
            parts.append(_entry(one))
            texts += [RESOURCES / text for text in (one.text, *(parent.text for parent in one.parents)) if text]
    for entry in table()["restated"]:
        parts.append(_lines(entry["name"], entry["description"], entry["copyright"], entry["licence"]))
        texts.append(Path(__file__).parent / entry["text"])
    # The same text may lie beside the fonts and beside the model.
    bodies = dict.fromkeys(path.read_text(encoding="utf-8").strip() + "\n" for path in texts)
    return "\n".join([*parts, *(f"{LINE}\n\n{body}" for body in bodies)])


def _entry(one: Bundled) -> str:
    own = one.licence == OWN and not one.parents  # too many to name each
    parents = [f"Made from {p.name} (licence: {p.licence}): {p.description}" for p in one.parents]
    files = [f"resources/{name}" for name in (one.patterns if own else one.files)]
    name = " ".join(filter(None, (one.name, one.version)))
    return _lines(name, one.description, one.copyright, one.licence, *parents, *files)


def _lines(name: str, description: str, owner: str, licence: str, *more: str) -> str:
    return "\n  ".join([name, description, owner, f"Licence: {licence}", *more]) + "\n"


if __name__ == "__main__":
    NOTICE.write_text(notice(), encoding="utf-8")
