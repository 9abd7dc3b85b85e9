"""Rich Text Format as Word, TextEdit, WordPad, LibreOffice and archives write it.

An own reader, since `striprtf`, the usual library, keeps no paragraphs' styles, drops footnotes, knows one code page
per file where RTF has one per font, fails on characters beyond U+FFFF, keeps what was deleted or hidden, and takes time
in the square of the length.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby

from ...errors import SourceError
from ...messages import message
from ..canonical import one_line
from ..draft import Draft
from ..word_processor import ROLES, Paragraph, with_story
from .document import MAX_GROUPS, TooDeep, read

MAX_MARGINS = 6
"""Different lines at the head and foot of the pages of one article."""


def read_rtf(data: bytes, source: str, stem: str) -> Draft:
    """Return the text of an RTF file; its title is the paragraph styled so, if any."""
    try:
        found = read(data)
    except TooDeep as error:
        raise SourceError(message("sources.groups_nested", limit=MAX_GROUPS), source) from error
    if not any(p.text.strip() for p in found.paragraphs):
        raise SourceError(message("sources.empty"), source)
    paragraphs = _stanzas([Paragraph(p.text.strip(), ROLES.get(p.style)) for p in found.paragraphs])
    notes = () if found.whole else (message("sources.cut_off"),)
    draft = Draft(source, hashlib.sha256(data).hexdigest(), stem=stem, notes=notes)
    # An archive's file has other ones on the pages of every document: they tell nothing of the whole.
    margins = found.margins if len(found.margins) <= MAX_MARGINS else ()
    return with_story(draft, paragraphs, [one_line(note) for note in found.footnotes], margins)


def _stanzas(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return `paragraphs` without empty ones; where these part the others, those between them are lines of one text.

    So it is in text that was wrapped or laid out with blank lines before it became RTF.
    """
    filled = [i for i, p in enumerate(paragraphs) if p.text]
    paragraphs = paragraphs[filled[0] : filled[-1] + 1] if filled else ()
    if len(filled) == len(paragraphs):
        return list(paragraphs)
    found: list[Paragraph] = []
    for (plain, empty), run in groupby(paragraphs, key=lambda p: (p.role is None, not p.text)):
        if plain and not empty:
            found.append(Paragraph("\n".join(p.text for p in run)))
        elif not empty:
            found += run
    return found
