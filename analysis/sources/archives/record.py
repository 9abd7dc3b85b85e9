"""One document as its archive prints it: values by field, each with the label it stands under, and its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ...messages import Message, message
from ...model import SectionKind
from ..canonical import canonical, one_line
from ..draft import Block, Draft, Meta
from ..metadata.lines import header_line
from ..paragraphs import paragraphs_of
from .values import byline_of, count_words, date_of, language_code, length_of, publisher_of

SHORT_SHARE = 0.5
"""Share of the stated words below which a text counts as cut. Archives count headlines and captions too, and some count
as many as 10 % otherwise."""
SHORT_WORDS = 40
"""Shorter documents are notices, whose length says little."""
HEAD_LINES = 3
"""Over how many lines a title may run in the head of a page."""
HEADER_BLOCKS = 6
"""How many paragraphs of a text may look like lines of its header without being any: the archive has named these."""

_PAGE = re.compile(r"(?:page|seite|pagina|página) \d{1,5}(?: (?:of|von|sur|van|de) \d{1,5})?", re.I)
_BY = re.compile(r"by\b", re.I)
_TEXTS = ("captions", "copyright", "notes", "standfirst", "text", "time", "correction")
"""Fields that are no columns."""
_DATES = ("load date", "updated")


@dataclass(slots=True)
class Record:
    """Filled while a document is read."""

    archive: str
    number: int = 0
    """As printed; 0 where the archive does not number its documents."""
    total: int = 0
    """How many documents the archive says there are, 0 where it does not say."""
    values: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    """The label that a value stands under, by field; none for what its place tells."""
    lines: dict[str, list[str]] = field(default_factory=dict)
    """Further lines of values, until they are joined."""
    body: list[str] = field(default_factory=list)
    """Lines of the text; paragraphs between empty ones, or one a line."""
    captions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    turn_names: bool = False
    """Whether names are printed as "Brandt, Ada"."""
    remarks: list[Message] = field(default_factory=list)
    complete: bool = True
    paged: bool = False
    """Whether numbers of pages stood between its lines, and above or below them may stand its title."""

    def add(self, name: str, value: str, label: str = "") -> None:
        """Note a value; the first of a field counts, texts and captions add up."""
        value = one_line(value)
        if not value:
            return
        if name == "captions":
            self.captions.append(value)
        elif name in ("notes", "correction"):
            self.notes.append(value)
        elif name not in self.values:
            self.values[name] = value
            if label:
                self.labels[name] = label

    def more(self, name: str, line: str, label: str = "") -> None:
        """Note a further line of a value; `settle` joins them."""
        self.lines.setdefault(name, []).append(line)
        if label:
            self.labels.setdefault(name, label)

    def settle(self) -> None:
        """Join the lines of every value."""
        for name, lines in self.lines.items():
            self.values[name] = one_line(" ".join([self.values.get(name, ""), *lines]))
        self.lines.clear()

    @property
    def has_text(self) -> bool:
        """Whether there is any word of running text."""
        return any(c.isalnum() for line in self.body for c in line)


def draft_of(record: Record, file: Draft, where: str, stem: str) -> Draft:
    """Return the article that a document amounts to; `file` is what it was found in."""
    paragraphs = _paragraphs(record)
    blocks = [Block(record.values["standfirst"], SectionKind.LEAD)] if "standfirst" in record.values else []
    blocks += [_block(text, i) for i, text in enumerate(paragraphs)]
    blocks += [Block(text, SectionKind.CAPTION) for text in record.captions]
    blocks += [Block(text, SectionKind.NOTE) for text in record.notes]
    digest = hashlib.sha256("\n".join([*record.values.values(), *record.body]).encode(errors="replace"))
    short = _short(record, paragraphs)
    meta = _meta(record)
    if cut := short or (record.remarks if not record.complete else ()):
        meta = meta.because("complete", cut[0])
    return Draft(
        where,
        digest.hexdigest(),
        blocks=tuple(blocks),
        meta=meta,
        stem=stem,
        notes=(*record.remarks, *short),
        complete=record.complete and not short,
    )


def _paragraphs(record: Record) -> list[str]:
    """Return the paragraphs of the text, without the heads of pages."""
    heads = {one_line(record.values.get(name, "")).casefold() for name in ("title", "outlet")} - {""}
    lines = canonical("\n".join(record.body)).split("\n")
    if record.paged:
        lines = _without_heads(lines, heads)
    return paragraphs_of(lines)


def _without_heads(lines: Sequence[str], heads: Collection[str]) -> list[str]:
    """Return the lines without those that are, alone or with the next ones, a title or an outlet."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        joined = [" ".join(lines[at : at + count]).casefold() for count in range(1, 1 + HEAD_LINES)]
        size = next((i + 1 for i, text in enumerate(joined) if text in heads), 0)
        if not size:
            kept.append(lines[at])
        at += size or 1
    return kept


def without_pages(lines: Sequence[str], record: Record) -> list[str]:
    """Return the lines without the numbers of pages; `record` learns whether there were any."""
    record.paged = record.paged or any(is_page_number(line) for line in lines)
    return ["" if is_page_number(line) else line for line in lines]


def is_page_number(line: str) -> bool:
    """Return whether a line is nothing but the number of a page: "Page 2 of 3"."""
    return len(line) < 24 and _PAGE.fullmatch(line) is not None


def _block(text: str, i: int) -> Block:
    # What the archive has named is no longer looked for among the first lines of the text, a bare "By …" excepted.
    looks_named = i < HEADER_BLOCKS and not _BY.match(text) and header_line(text, Meta()) is not None
    return Block(text, SectionKind.BODY if looks_named else None)


def _short(record: Record, paragraphs: Sequence[str]) -> tuple[Message, ...]:
    stated = length_of(record.values.get("length", ""))
    if stated is None or stated < SHORT_WORDS or language_code(record.values.get("language", "")) in ("ja", "zh"):
        return ()
    read = count_words("\n".join([*paragraphs, *record.captions, *record.notes]))
    return (message("sources.archive.short", stated=stated, read=read),) if read < SHORT_SHARE * stated else ()


def _meta(record: Record) -> Meta:
    meta = Meta()
    said = dict(record.values)
    published = date_of(said.get("published", ""))
    if published and len(published) == 10 and re.fullmatch(r"\d{1,2}:\d{2}", said.get("time", "")):
        published += f"T{said['time'].zfill(5)}"
    found = {
        "title": said.pop("title", ""),
        "outlet": said.pop("outlet", ""),
        "byline": byline_of(said.pop("byline", ""), record.turn_names),
        "published": published or "",
        "dateline": said.pop("dateline", ""),
        "language": language_code(said.get("language", "")),
    }
    for name, value in found.items():
        meta = meta.stating(name, value, _why(record, name))
    if published:
        said.pop("published")
    if found["language"]:
        said.pop("language")
    meta = meta.with_column("archive", record.archive)
    for name, value in said.items():
        if name not in _TEXTS:
            shown = "date" if name == "published" else name
            meta = meta.with_column(shown, (date_of(value) or value) if name in _DATES else value)
    if "agency" in said:
        meta = meta.because("agency", _why(record, "agency"))
    return meta.with_column("publisher", publisher_of(said.get("copyright", "")))


def _why(record: Record, name: str) -> Message:
    if label := record.labels.get(name):
        return message("sources.archive.label", archive=record.archive, label=label)
    return message("sources.archive.place", archive=record.archive)
