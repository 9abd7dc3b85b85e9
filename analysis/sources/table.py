"""Tables with an article a row: which column is what, and rows → drafts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..errors import SourceError
from ..messages import Message, message
from ..settings import ReadSettings
from .canonical import one_line
from .draft import Draft, Meta
from .header import FIELDS, with_field
from .ledger import Ledger

TEXT_NAMES = ("text", "body", "content", "fulltext", "full text", "article text", "article body", "articlebody",
              "maintext",               "main text", "story", "article")  # fmt: skip
TABLE_NAMES = {
    "text": TEXT_NAMES,
    **FIELDS,
    "published": (*FIELDS["published"], "date published", "datepublished", "published date", "publishdate", "time"),
    "outlet": ("outlet", "newspaper", "publisher", "publication", "media", "source", "source name", "site", "agency"),
    "url": ("url", "link"),
}
"""Names of columns by field, in order of preference."""
_ALIASES = {"date": "published", "author": "byline", "body": "text", "source": "outlet", "headline": "title"}

MAX_COLUMNS = 1_000
"""Columns of a table. Exports of databases have 10 to 60, of surveys some hundred; each costs time in every row."""
MAX_NAMED = 50
"""Bad rows that are named one by one; of more only the number is said."""
MAX_BAD = 10_000
"""Bad rows after which a table with hardly a good one is left."""
LISTED, LISTED_CHARACTERS = 20, 60
"""How many column names a message lists, and how much of each."""

Row = Mapping[str, object]
Rows = Iterable[tuple[int, Row | Message]]
"""Rows by their number; a message where one could not be read."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field, by field."""

    by_field: Mapping[str, str]

    def field(self, row: Row, name: str) -> str:
        """Return the value of a field as text, "" where the row has none."""
        return as_text(row.get(self.by_field.get(name, "")))


def find_columns(names: Sequence[str], settings: ReadSettings, source: str) -> Columns:
    """Return which of the columns `names` holds which field; SourceError where none holds the text."""
    if len(names) > MAX_COLUMNS and any(names[MAX_COLUMNS:]):
        raise SourceError(message("sources.too_many_columns", limit=MAX_COLUMNS), source)
    plain = {_plain(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, name in settings.columns:
        field = _ALIASES.get(field.lower(), field.lower())
        if _plain(name) not in plain:
            raise SourceError(message("sources.no_such_column", column=name, columns=_listed(names)), source)
        found[field] = name if name in names else plain[_plain(name)]
    for field, candidates in TABLE_NAMES.items():
        free = [plain[c] for c in candidates if c in plain and plain[c] not in found.values()]
        if field not in found and free:
            found[field] = free[0]
    if "text" not in found:
        raise SourceError(message("sources.no_text_column", columns=_listed(names)), source)
    return Columns(found)


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", name.casefold()).split())


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(_cut(one_line(name)) for name in names[:LISTED] if name) or "none"
    return shown + (" …" if len(names) > LISTED else "")


def _cut(name: str) -> str:
    return name if len(name) <= LISTED_CHARACTERS else name[: LISTED_CHARACTERS - 1] + "…"


def as_text(value: object) -> str:
    """Return a cell as text; lists of strings as paragraphs, objects by their name."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return str(value["name"])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return (
        json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, dict | list | bool) else str(value)
    )


def drafts_of_rows(rows: Rows, columns: Columns, source: str, stem: str, ledger: Ledger) -> Iterator[Draft]:
    """Yield an article a row; a row that is none goes to `ledger`, a wholly empty one to nobody."""
    names: dict[str, str] = {}
    good = bad = 0
    for number, row in rows:
        draft = row if isinstance(row, Message) else _draft(row, columns, f"{source}#{number}", names)
        if isinstance(draft, Draft):
            good += 1
            yield replace(draft, stem=f"{stem} {number}".strip())
        elif draft is not None:
            bad += 1
            if bad <= MAX_NAMED:
                ledger.add(SourceError(draft, f"{source}#{number}"))
            if bad >= MAX_BAD > good:
                ledger.add(SourceError(message("sources.too_many_broken", count=bad), source))
                return
    if bad > MAX_NAMED:
        ledger.add(SourceError(message("sources.more_rows", count=bad - MAX_NAMED), source))


def _draft(row: Row, columns: Columns, where: str, names: dict[str, str]) -> Draft | Message | None:
    """Return the article of a row, why there is none, or None for an empty row; `names` keeps names made plain."""
    if len(row) > MAX_COLUMNS:
        return message("sources.too_many_columns", limit=MAX_COLUMNS)
    if not any(as_text(value).strip() for value in row.values()):
        return None
    text = columns.field(row, "text")
    if not any(c.isalnum() for c in text):
        return message("sources.row_without_text", column=_cut(one_line(columns.by_field["text"])))
    digest = hashlib.sha256(
        json.dumps(row, sort_keys=True, ensure_ascii=False, default=as_text).encode(errors="replace")
    )
    return Draft(where, digest.hexdigest(), text=_without_tags(text), meta=_meta(row, columns, names))


def _meta(row: Row, columns: Columns, names: dict[str, str]) -> Meta:
    meta = Meta()
    for field in ("title", "outlet", "published", "byline", "dateline", "language"):
        name = FIELDS[field][0] if field != "published" else "published"
        meta = with_field(meta, name, one_line(columns.field(row, field)))
    if url := columns.field(row, "url"):
        meta = meta.with_column("url", one_line(url))
    used = set(columns.by_field.values())
    found = dict(meta.columns)
    for name, value in row.items():
        if value is None or value == "" or not name or name in used:
            continue
        text = as_text(value)
        if name not in names:
            names[name] = one_line(name)
        # A plain word, which most cells of a wide table are, is in canonical form.
        if plain := text if text.isascii() and text.isalnum() else one_line(text):
            found.setdefault(names[name], plain)
    return replace(meta, columns=tuple(found.items()))


def _without_tags(text: str) -> str:
    """Return a cell that holds HTML as plain paragraphs, any other as it is."""
    if not re.search(r"</p>|<br ?/?>|</div>", text, re.I):
        return text
    from lxml import etree, html

    broken = re.sub(r"(?i)</(?:p|div|h[1-6]|li|blockquote)>", "\n\n", re.sub(r"(?i)<br ?/?>", "\n", text))
    try:
        root = html.fragment_fromstring(broken, create_parent="div")
        for element in [*root.iter("script", "style")]:
            element.drop_tree()
        return str(root.text_content())
    except (etree.LxmlError, ValueError, AssertionError):
        return text
