"""RIS: "TY  - NEWS", fields under tags of two signs, "ER  - "."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ...messages import message
from .cut import Cut
from .marks import table
from .record import Record
from .values import count_words

SUMMARY_WORDS = 40
"""Longest text of a record that is hardly a whole article; the shortest briefs have some 50, abstracts 10 to 250."""
ABSTRACT_WORDS = 250
"""Longest abstract; longer texts in its place are the articles themselves."""

_TAG = re.compile(r"([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*)|$)")
_CUT = re.compile(r"(?:\.\.\.|…|\[\.\.\.\])$")


def read(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file in this layout."""
    first = next((line for line in lines if line), "")
    # Some write a line about themselves above the first record.
    if not any(line.startswith("TY ") and _TAG.fullmatch(line) for line in lines[:30]) or len(first) > 200:
        return None
    records: list[dict[str, list[list[str]]]] = []
    tag = ""
    for line in lines:
        m = _TAG.fullmatch(line)
        if m and m[1] == "TY":
            records.append({})
        if not records:
            continue
        if m:
            tag = m[1]
            records[-1].setdefault(tag, []).append([(m[2] or "").strip()])
        elif tag and tag != "ER":
            records[-1][tag][-1].append(line)
    if not any("ER" in record or len(record) >= 4 for record in records):
        return None
    joined = ({tag: ["\n".join(lines) for lines in found] for tag, found in record.items()} for record in records)
    return Cut(tuple(_record(tags) for tags in joined))


@cache
def _tags() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(tags) for name, tags in table("ris")["tags"].items()}


def _record(tags: Mapping[str, Sequence[str]]) -> Record:
    record = Record(table("ris")["archive"], turn_names=True)
    for name, wanted in _tags().items():
        if name == "text":
            continue
        tag = next((tag for tag in wanted if any(tags.get(tag, ()))), None)
        if tag is not None:
            parts = [value for value in tags[tag] if value]
            record.add(name.replace("_", " "), ("; ".join(parts) if name in ("byline", "keywords") else parts[0]), tag)
    text = max(("\n".join(tags.get(tag, ())) for tag in _tags()["text"]), key=len)
    record.body = text.split("\n")
    if record.has_text:
        if count_words(text) <= ABSTRACT_WORDS:
            record.remarks.append(message("sources.archive.abstract"))
        record.complete = count_words(text) > SUMMARY_WORDS and not _CUT.search(text.strip())
    return record
