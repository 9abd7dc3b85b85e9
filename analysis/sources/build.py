"""Draft → Article: header, furniture, sections, language, digests; the same for every kind of source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..errors import SourceError
from ..messages import Message, message
from ..model import DAY_IN_NAME, Article, Section, SectionKind, Span
from ..settings import ReadSettings
from .above import read_above, with_title_cut
from .canonical import canonical, one_line
from .dates import read_date
from .draft import MAX_CHARACTERS, Block, Draft, Meta
from .furniture import is_furniture, strip_furniture
from .header import read_header, same_words
from .kinds import Found, kind_of, with_kind
from .kinds.paid import paid_label
from .language import language_of
from .metadata.agency import with_credit, with_publisher
from .metadata.lines import header_line
from .mojibake import without_mojibake
from .paragraphs import paragraphs_of
from .sections import Assembled, assemble, label
from .standfirst import is_below, is_kept, prose_words
from .walls import cut_off, split_offers, wall_of

SHOWN_CHARACTERS = 600
"""How much of the removed lines a note carries: enough to see at a glance that no sentence went with them."""

TITLE_CHARACTERS = 60
"""Longest title made from a text's own words: most headlines are shorter."""

MAX_LINES = 200_000
"""Lines of one article, empty ones and all; counted before anything else is looked at."""
OPENING_BLOCKS = 24
"""How many paragraphs of a printed text a header with its captions may take; `read_header` looks at 14 lines."""
OPENING_WORDS = 40
"""A longer paragraph is the story's first: no header goes on below it."""
HEADER_BLOCKS = 6
"""How many paragraphs of a page may hold its byline and date; captions stand between them."""


def build(draft: Draft, settings: ReadSettings) -> Article:
    """Return the article that `draft` amounts to; SourceError where it has no text or too much."""
    if (lines := draft.text.count("\n")) > MAX_LINES:
        raise SourceError(message("sources.too_many_lines", count=lines, limit=MAX_LINES), draft.source)
    length = len(draft.text.strip()) + sum(len(block.text) for block in draft.blocks)
    if length > MAX_CHARACTERS:
        raise SourceError(message("sources.too_long", count=length, limit=MAX_CHARACTERS), draft.source)
    if settings.keep_text:
        # Nothing in it is read as a headline, an opening or furniture: its file is what it is known by.
        kept = _kept(draft)
        found = kind_of(draft, draft.meta, [Block(paragraph) for paragraph in kept.text.split("\n\n")])
        return _finish(draft, replace(draft.meta, title=draft.meta.title or draft.stem), kept, found, ())
    draft = without_mojibake(draft)
    # A title of a PDF or page is as its file has it, control characters included; it opens the text.
    draft = replace(draft, meta=replace(draft.meta, title=one_line(draft.meta.title)))
    read = _from_printed if draft.lined else _from_blocks if draft.blocks else _from_lines
    meta, blocks, removed = read(draft)
    meta = with_title_cut(read_above(draft.above, draft.removed, meta))
    if meta.title and not (blocks and blocks[0].kind is SectionKind.HEADLINE):
        if blocks and any(same_words(blocks[0].text, title) for title in (meta.title, draft.meta.title)):
            blocks = blocks[1:]
        blocks = [Block(meta.title, SectionKind.HEADLINE), *blocks]
    blocks, repeated = _without_repeats(meta, blocks)
    removed = [*removed, *repeated]
    found = kind_of(draft, meta, blocks, removed)
    paid = paid_label(draft.meta.title, [block.text for block in blocks], removed)
    if (why := _stub(draft, meta.title, blocks, removed)) is not None:
        draft, meta = draft.cut(why), meta.because("complete", why)
    if not draft.complete:
        end = split_offers([block.text for block in blocks])
        blocks, removed = blocks[:end], [*removed, *(block.text for block in blocks[end:])]
    paragraphs, labelled = label(blocks, meta)
    assembled = assemble(paragraphs)
    labelled = with_publisher(with_credit(labelled, [block.text for block in blocks]))
    guessed = labelled.outlet != meta.outlet
    notes = [message("sources.outlet_from_credit", outlet=labelled.outlet)] if guessed else []
    notes += [message("sources.paid", line=paid)] if paid else []
    if left_out := list(dict.fromkeys([*draft.removed, *removed])):
        notes.append(_removed(left_out))
    return _finish(draft, labelled, assembled, found, notes)


def _without_repeats(meta: Meta, blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """Return the paragraphs without those at the top that are what the header says; and these."""
    values = (meta.byline, f"By {meta.byline}", meta.outlet, meta.title)
    said = {one_line(value).casefold() for value in values if value}
    above, below = blocks[:HEADER_BLOCKS], blocks[HEADER_BLOCKS:]
    again = [b for b in above if b.kind is None and b.quoted is None and b.text.casefold().strip(" .") in said]
    return [b for b in above if b not in again] + below, [b.text for b in again]


def _stub(draft: Draft, title: str, blocks: Sequence[Block], removed: Sequence[str]) -> Message | None:
    """Return why the text is only a part of the article, None where it is whole; SourceError where it is a wall."""
    told = [b.text for b in blocks if b.kind not in (SectionKind.HEADLINE, SectionKind.CAPTION)]
    if (wall := wall_of(title, told, removed)) is not None:
        raise SourceError(wall, draft.source)
    return cut_off(told, removed) if draft.complete else None


def _removed(lines: Sequence[str]) -> Message:
    shown = " / ".join(lines)
    shown = shown if len(shown) <= SHOWN_CHARACTERS else shown[: SHOWN_CHARACTERS - 1] + "…"
    return message("sources.removed", count=len(lines), lines=shown)


def _kept(draft: Draft) -> Assembled:
    """Return the text as it is, one section; a title that the file or row holds apart stands above it."""
    text = canonical(draft.text or "\n\n".join(block.text for block in draft.blocks))
    title = one_line(draft.meta.title)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Assembled(text, (Section(SectionKind.BODY, Span(0, len(text))),) if text else ())


def _from_lines(draft: Draft) -> tuple[Meta, list[Block], list[str]]:
    """Read the header and drop the furniture of a text that is nothing but lines."""
    header = read_header(canonical(draft.text), titled=bool(draft.meta.title))
    cleaned = strip_furniture(header.lines)
    blocks = [Block(paragraph) for paragraph in paragraphs_of(cleaned.kept)]
    return draft.meta.over(header.meta), blocks, [*header.dropped, *cleaned.removed]


def _from_printed(draft: Draft) -> tuple[Meta, list[Block], list[str]]:
    """Read the header and drop the furniture of lines between paragraphs that the source has labelled."""
    opening, rest = _opening(draft.blocks)
    labelled = [block for block in opening if block.kind is not None]
    lines = "\n\n".join(block.text for block in opening if block.kind is None)
    header = read_header(canonical(lines), titled=bool(draft.meta.title))
    # What is left of the opening goes on as lines: a paragraph may be wrapped over several of them.
    below = [*labelled, Block("\n".join(header.lines)), *rest]
    blocks: list[Block] = []
    removed = [*header.dropped]
    for plain, run in groupby(below, key=lambda block: block.kind is None):
        if not plain:
            blocks += [replace(block, text=one_line(block.text)) for block in run]
            continue
        cleaned = strip_furniture(canonical("\n\n".join(block.text for block in run)).split("\n"))
        blocks += [Block(paragraph) for paragraph in paragraphs_of(cleaned.kept)]
        removed += cleaned.removed
    return draft.meta.over(header.meta), blocks, removed


def _opening(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return the blocks among which a header may stand, up to the first that is quoted or a note, and the others."""
    end = 0
    while end < min(len(blocks), OPENING_BLOCKS):
        block = blocks[end]
        if block.quoted is not None or block.kind is SectionKind.NOTE:
            break
        end += 1
        if block.kind is None and len(block.text.split()) > OPENING_WORDS:
            break
    return blocks[:end], blocks[end:]


def _from_blocks(draft: Draft) -> tuple[Meta, list[Block], list[str]]:
    """Drop the furniture among paragraphs whose kinds the source has said already."""
    blocks: list[Block] = []
    removed: list[str] = []
    meta = draft.meta
    top = [one_line(block.text) for block in draft.blocks[: HEADER_BLOCKS + 1]]
    prose = 0
    for i, block in enumerate(draft.blocks):
        text = one_line(block.text)
        read = None
        if (
            block.kind is None
            and i < HEADER_BLOCKS
            and is_below(text, prose, (*top[max(0, i - 1) : i], *top[i + 1 : i + 2]))
        ):
            read = header_line(text, meta)
        if block.kind in (None, SectionKind.LEAD):
            prose = max(prose, prose_words(text))
        if read is not None:
            if read == meta and not is_kept(text, meta):
                removed.append(text)
            meta = read
        elif block.kind is None and is_furniture(text):
            removed.append(text)
        elif text:
            blocks.append(replace(block, text=text))
    return meta, blocks, removed


def _finish(draft: Draft, meta: Meta, assembled: Assembled, found: Found, notes: Sequence[Message]) -> Article:
    text, sections = assembled.text, assembled.sections
    body = "\n\n".join(s.span.of(text) for s in sections if s.kind is not SectionKind.HEADLINE)
    if not any(c.isalnum() for c in text):
        raise SourceError(message("sources.empty"), draft.source)
    language = meta.language or language_of(body or text)
    if language != "en":
        notes = [*notes, message("sources.not_scored", language=language)]
    if undecided := _undecided(meta):
        notes = [*notes, undecided]
    title = one_line(meta.title) or first_words(text, sections) or one_line(draft.stem)
    outlet = one_line(meta.outlet)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if not meta.published and (day := _day_in_name(draft)):
        meta = meta.stating("published", day, message("sources.evidence.file_name"))
        notes = [*notes, message("sources.date_of_file_name", date=day)]
    published = meta.published or None
    return Article(
        id=_short_id(digest, outlet, title, published),
        outlet=outlet,
        title=title,
        text=text,
        sections=sections,
        source=draft.source,
        sha256=draft.sha256,
        text_sha256=digest,
        language=language,
        byline=one_line(meta.byline) or None,
        published=published,
        dateline=one_line(meta.dateline) or None,
        columns=tuple((name, one_line(value)) for name, value in meta.columns),
        notes=(*draft.notes, *notes),
        kind=found.kind,
        complete=draft.complete,
        evidence=with_kind(meta, found).evidence,
        block_quotes=assembled.block_quotes,
    )


def _undecided(meta: Meta) -> Message | None:
    """Return what to say of a date whose numbers nothing puts in order."""
    why = meta.why("published")
    if why is None or why.key != "sources.evidence.date_either":
        return None
    return message("sources.date_either", **dict(why.args), read=meta.published)


def _day_in_name(draft: Draft) -> str:
    """Return the day with which the name of an article's own file begins, as people name what they collect."""
    day = DAY_IN_NAME.match(draft.stem) if "#" not in draft.source else None
    return read_date("-".join(day.groups())) or "" if day else ""


def first_words(text: str, sections: Sequence[Section]) -> str:
    """Return what a text without a headline is called: the first words of its lead or body."""
    apart = (SectionKind.HEADLINE, SectionKind.DATELINE, SectionKind.CAPTION, SectionKind.NOTE)
    opening = next((s.span.of(text) for s in sections if s.kind not in apart), text)
    line = one_line(opening[: 2 * TITLE_CHARACTERS])
    if len(line) <= TITLE_CHARACTERS:
        return line
    head = line[: TITLE_CHARACTERS - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–—-") + "…"


def _short_id(text_sha256: str, outlet: str, title: str, published: str | None) -> str:
    return hashlib.sha256("|".join((text_sha256, outlet, title, published or "")).encode()).hexdigest()[:12]


def with_id(article: Article) -> Article:
    """Return `article` under the id that its details amount to, after somebody corrected them."""
    return replace(article, id=_short_id(article.text_sha256, article.outlet, article.title, article.published))


def digests_hold(article: Article) -> bool:
    """Return whether an article's text is in canonical form and its digest and id are those of what it has."""
    if article.text != canonical(article.text):
        return False
    return hashlib.sha256(article.text.encode()).hexdigest() == article.text_sha256 and with_id(article) == article
