"""What passes between parent and child: frames of four bytes of length and JSON, or raw bytes of a file.

The parent takes nothing from the child on trust: no pickle, every value is checked, every digest computed anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from string import Formatter
from typing import IO, Any

from ...messages import Message, printable, templates
from ...model import Article, ArticleKind, BlockQuote, Evidence, Section, SectionKind, Span
from ..places import is_place
from ..zips import MAX_ENTRIES, MAX_ENTRY

MAX_FRAME = 64_000_000
"""Bytes of one frame. The longest article has 5 million characters, 20 MB at four bytes each."""
MAX_START_S = 60
"""Processor time in seconds that no child needs before its first file."""
MAX_STATED = 10_000_000
"""Articles that a file may say it holds."""
CHUNK = 262_144
"""Bytes of a file handed over at once."""

Frame = dict[str, Any]  # JSON objects, checked by whoever takes a value out


class WireError(Exception):
    """The other side sent what it should not."""


def pack(frame: Frame) -> bytes:
    """Return a frame as the bytes of its JSON."""
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> Frame:
    """Return the JSON object in `data`; WireError where there is none."""
    try:
        frame = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
    if not isinstance(frame, dict):
        raise WireError("no object")
    return frame


def framed(data: bytes) -> bytes:
    """Return `data` with its length before it."""
    return len(data).to_bytes(4, "big") + data


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next frame's bytes, None at the end; WireError where it is longer than any may be."""
    head = _exactly(stream, 4)
    if head is None:
        return None
    length = int.from_bytes(head, "big")
    if length > MAX_FRAME:
        raise WireError("frame too long")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    parts: list[bytes] = []
    while length:
        part = stream.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def place_in(found: object) -> tuple[int, int]:
    """Return the offset and the length that a child asks for."""
    if not (isinstance(found, list) and len(found) == 2 and all(type(number) is int for number in found)):
        raise WireError("no place in the file")
    offset, most = found
    if offset < 0 or not 0 < most <= CHUNK:
        raise WireError("no place in the file")
    return offset, most


def count_in(found: object) -> int:
    """Return how many articles a file says it holds, as a child has it."""
    if type(found) is not int or not 0 <= found <= MAX_STATED:
        raise WireError("no number of articles")
    return found


def where_in(found: object) -> str:
    """Return where in its file something stands: a row, a place in a zip, both or neither."""
    if not isinstance(found, str) or not is_place(found):
        raise WireError("no place in the file")
    return found


def entry_in(found: object) -> tuple[int, int, str]:
    """Return the number, the unpacked size and the place of an entry that a child begins to read."""
    if not (isinstance(found, list) and len(found) == 3 and type(found[0]) is int and type(found[1]) is int):
        raise WireError("no entry")
    number, size, place = found
    if not 0 < number <= MAX_ENTRIES or not 0 <= size <= MAX_ENTRY or where_in(place) == "":
        raise WireError("no entry")
    return number, size, place


def seconds_in(frame: Frame) -> float:
    """Return how much processor time a child has taken to be ready."""
    found = frame.get("cpu_s")
    if not isinstance(found, float) or not 0 <= found < MAX_START_S:
        raise WireError("no time")
    return found


# --------------------------------------------------------------------------- messages


def message_to_wire(message: Message) -> list[object]:
    return [message.key, [list(pair) for pair in message.args]]


def message_from_wire(found: object) -> Message:
    """Return a message about sources with its arguments made safe to show; WireError where there is no such message."""
    if not (isinstance(found, list) and len(found) == 2 and isinstance(found[0], str) and isinstance(found[1], list)):
        raise WireError("no message")
    key, pairs = found
    if not key.startswith("sources.") or key not in templates():
        raise WireError("no such message")
    args = tuple(_argument(pair) for pair in pairs)
    if not _placeholders(key) <= {name for name, _ in args}:
        raise WireError("arguments are missing")
    return printable(Message(key, args))


def _argument(pair: object) -> tuple[str, str | int | float | None]:
    if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)):
        raise WireError("no argument")
    name, value = pair
    if value is None or isinstance(value, str | int | float):
        return name, value
    raise WireError("no argument")


def _placeholders(key: str) -> set[str]:
    template = templates()[key]
    return {name for _, name, _, _ in Formatter().parse(template if isinstance(template, str) else template[1]) if name}


# --------------------------------------------------------------------------- articles


def article_to_wire(article: Article) -> Frame:
    """Return an article as a JSON object."""
    frame: Frame = {field.name: getattr(article, field.name) for field in fields(article)}
    frame["sections"] = [[str(s.kind), s.span.start, s.span.end] for s in article.sections]
    frame["notes"] = [message_to_wire(note) for note in article.notes]
    frame["kind"] = str(article.kind)
    frame["evidence"] = [[known.field, message_to_wire(known.message)] for known in article.evidence]
    frame["block_quotes"] = [[quote.span.start, quote.span.end, quote.author] for quote in article.block_quotes]
    return frame


_KINDS = frozenset(map(str, SectionKind))
_ARTICLE_KINDS = frozenset(map(str, ArticleKind))
EVIDENCED = ("title", "outlet", "byline", "published", "dateline", "language", "agency", "kind", "complete")
"""Fields whose values may come with evidence."""
_TEXTS = ("id", "outlet", "title", "text", "source", "sha256", "text_sha256", "language", "path")
_PERHAPS = ("byline", "published", "dateline")
_FORMS = {
    "language": r"[a-z]{2,3}",
    "path": "",
    "sha256": r"[0-9a-f]{64}",
    "published": r"[\dTZ:+-]*",
}


def article_from_wire(found: object) -> Article:
    """Return the article in a frame; WireError unless it is one: types, forms, sections within the text, digests."""
    if not isinstance(found, dict) or found.keys() != {field.name for field in fields(Article)}:
        raise WireError("no article")
    values: Frame = {name: _text(found, name) for name in _TEXTS}
    values |= {name: None if found[name] is None else _text(found, name) for name in _PERHAPS}
    values["sections"] = _sections(found["sections"], len(values["text"]))
    values["columns"] = _columns(found["columns"])
    if not isinstance(found["notes"], list):
        raise WireError("no notes")
    values["notes"] = tuple(message_from_wire(note) for note in found["notes"])
    values["kind"] = _kind(found["kind"])
    if type(found["complete"]) is not bool:
        raise WireError("not whether it is complete")
    values["complete"] = found["complete"]
    values["evidence"] = _evidence(found["evidence"])
    values["block_quotes"] = _block_quotes(found["block_quotes"], len(values["text"]))
    article = Article(**values)
    from ..build import digests_hold

    try:
        held = digests_hold(article)
    except UnicodeError:
        held = False
    if not held:
        raise WireError("wrong digests")
    return article


def _text(found: Frame, name: str) -> str:
    value = found[name]
    if not isinstance(value, str) or (name in _FORMS and not re.fullmatch(_FORMS[name], value)):
        raise WireError(f"no {name}")
    return where_in(value) if name == "source" else value


def _sections(found: object, length: int) -> tuple[Section, ...]:
    if not isinstance(found, list):
        raise WireError("no sections")
    sections: list[Section] = []
    at = 0
    for item in found:
        if not (isinstance(item, list) and len(item) == 3 and all(type(place) is int for place in item[1:])):
            raise WireError("no section")
        kind, start, end = item
        if not isinstance(kind, str) or kind not in _KINDS or not at <= start < end <= length:
            raise WireError("no section of this text")
        sections.append(Section(SectionKind(kind), Span(start, end)))
        at = end
    return tuple(sections)


def _kind(found: object) -> ArticleKind:
    if not isinstance(found, str) or found not in _ARTICLE_KINDS:
        raise WireError("no kind of article")
    return ArticleKind(found)


def _evidence(found: object) -> tuple[Evidence, ...]:
    if not isinstance(found, list):
        raise WireError("no evidence")
    for item in found:
        if not (isinstance(item, list) and len(item) == 2 and item[0] in EVIDENCED):
            raise WireError("no evidence of a field")
    return tuple(Evidence(field, message_from_wire(message)) for field, message in found)


def _block_quotes(found: object, length: int) -> tuple[BlockQuote, ...]:
    if not isinstance(found, list):
        raise WireError("no block quotations")
    quotes: list[BlockQuote] = []
    at = 0
    for item in found:
        if not (isinstance(item, list) and len(item) == 3 and isinstance(item[2], str)):
            raise WireError("no block quotation")
        start, end, author = item
        if not (type(start) is int and type(end) is int and at <= start < end <= length):
            raise WireError("no block quotation of this text")
        quotes.append(BlockQuote(Span(start, end), author))
        at = end
    return tuple(quotes)


def _columns(found: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(found, list):
        raise WireError("no columns")
    for pair in found:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise WireError("no column")
    return tuple((name, value) for name, value in found)
