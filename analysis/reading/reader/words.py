"""The words of a document as the Reader reads them: with quotation marks that say whether they open or close."""

from __future__ import annotations

from ...model import Document

_PLAIN = {"``": "“", "''": "”", "„": "“", "«": "“", "»": "”", "‘": "'", "’": "'", "‐": "-", "‑": "-"}


def reader_words(document: Document) -> list[str]:
    """Return one word per token; marks that `language.quotations` has paired are “ and ”, whatever was printed."""
    words = [_PLAIN.get(token.text, token.text) for token in document.tokens]
    for quotation in document.quotations:
        first = document.token_at(quotation.outer.start)
        if quotation.inner.start > quotation.outer.start and first < len(words):
            words[first] = "“"
        last = document.token_at(quotation.inner.end)
        if quotation.closed and last < len(words) and document.tokens[last].span.end <= quotation.outer.end:
            words[last] = "”"
    return words
