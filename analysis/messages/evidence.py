"""English templates of where the values of an article's fields come from."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sources.evidence.linked": "from the page’s data for machines (JSON-LD, {part})",
    "sources.evidence.meta": "from the page’s meta tag “{name}”",
    "sources.evidence.title_tail": "from the title, “{title}”",
    "sources.evidence.heading": "the heading of the page",
    "sources.evidence.element": "from what the page marks as {mark}: “{line}”",
    "sources.evidence.address": "from the address of the page",
    "sources.evidence.layout": "found by the layout of the page; no tag states it",
    "sources.evidence.file_name": "from the name of the file; the text states none",
    "sources.evidence.line": "from the line “{line}”",
    "sources.evidence.above": "from the line “{line}” above the headline",
    "sources.evidence.running_head": "from the line “{line}” at the edge of the page",
    "sources.evidence.dateline": "from the credit in the dateline, “{line}”",
    "sources.evidence.credit": "from the credit “{line}”",
    "sources.evidence.date_numbers": "printed as “{printed}”",
    "sources.evidence.date_either": "printed as “{printed}”, which can also be {other}",
    "sources.evidence.date_language": "printed as “{printed}” on a page in {language}, where that order is usual",
    "sources.evidence.date_column": "printed as “{printed}”; other dates of its column show which number is the day",
    "sources.evidence.date_folder": "printed as “{printed}”; other dates in its folder show which number is the day",
    "sources.evidence.typed": "no evidence: typed by you",
}
