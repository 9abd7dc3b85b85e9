"""Rows of a table → drafts, an article a row."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from ..errors import SourceError
from ..messages import Message, message
from .canonical import one_line
from .columns import MAX_COLUMNS, Columns, listed, names_by_field, plain_name, shortened
from .dates import DayOrder, order_of_days, read_date
from .draft import Draft, Meta
from .languages import coded_language, named_language
from .ledger import Ledger
from .metadata.bylines import without_opening
from .metadata.candidates import with_byline
from .metadata.days import because_of_date
from .metadata.outlets import fits_host, host_of, is_address, outlet_name
from .metadata.titles import tail_of, without_outlet
from .mojibake import mended
from .plain import without_entities

MAX_NAMED = 50
"""Bad rows that are named one by one; of more only the number is said."""
MAX_BAD = 10_000
"""Bad rows after which a table with hardly a good one is left."""
PROBED_ROWS = 2_000
PROBED_CHARACTERS = 4_000_000
"""How much of a table is read before its first article is made, to see in which order its dates have day and month."""
LOOKED_ROWS, LOOKED_COLUMNS, LOOKED_CHARACTERS = 5, 60, 400
"""How much of a table is shown to whoever says what its columns hold."""
TITLE_SHOWN = 80
"""How much of a title its evidence shows."""
MAX_LIST = 5_000
"""Characters of a list that was written as text."""
MAX_VALUE = 2_000
"""Characters of a cell that articles can be grouped by; a longer one is a text."""
MAX_TEXT_VALUE = 200
"""The same in a column that is called as texts are: mostly another form of the text, sometimes a key or a kind."""
NOTHING = frozenset(["NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "\\N", "-", "–", "—"])
"""What programs write into cells without a value."""

Row = Mapping[str, object]
Rows = Iterable[tuple[int, Row | Message]]
"""Rows by their number; a message where one could not be read."""


@dataclass(frozen=True, slots=True)
class Further:
    """What holds for a column that articles may be grouped by."""

    name: str
    """As it is shown."""
    longest: int
    """Characters up to which a cell is a value to group by."""
    names_people: bool


@dataclass(frozen=True, slots=True)
class Table:
    """What holds for every row of a table."""

    columns: Columns
    order: DayOrder | None = None
    """In which order its dates have day and month, where that can be told."""
    known: dict[str, Further] = field(default_factory=dict)
    """Columns that were kept for a row before."""


def as_text(value: object) -> str:
    """Return a cell as text; lists of strings as paragraphs, objects by their name, what stands for nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if value.strip() in NOTHING else value
    if isinstance(value, dict):
        named = next((value[key] for key in ("name", "title") if isinstance(value.get(key), str)), None)
        return str(named) if named is not None else json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, list | bool) else str(value)


def names_in(value: object) -> str:
    """Return a cell that holds one name or several: lists, also those that a program has written as text."""
    if isinstance(value, str) and value[:1] == "[" and value[-1:] == "]" and len(value) <= MAX_LIST:
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return as_text(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (one_line(as_text(item)) for item in value)))
    return as_text(value)


def drafts_of_rows(rows: Rows, columns: Columns, source: str, stem: str, ledger: Ledger) -> Iterator[Draft]:
    """Yield an article a row; a row that is none goes to `ledger`, a wholly empty one to nobody."""
    if columns.look:
        raise SourceError(message("sources.table_look", rows=first_rows(rows)), source)
    order, rows = _day_order(rows, columns)
    table = Table(columns, order)
    good = bad = 0
    for number, row in rows:
        draft = row if isinstance(row, Message) else _draft(row, table, f"{source}#{number}")
        if isinstance(draft, Draft):
            if not good and isinstance(row, Mapping) and (unknown := _unknown_columns(row, columns)):
                draft = replace(draft, notes=(*draft.notes, unknown))
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


def _unknown_columns(row: Row, columns: Columns) -> Message | None:
    """Return which columns of a table are not known to hold anything, where none is known to name outlet or date."""
    missing = [name for name in ("outlet", "published") if not columns.of(name)]
    if columns.of("domain") or columns.of("url"):
        missing = [name for name in missing if name != "outlet"]
    known = {name for field_name in columns.by_field for name in columns.of(field_name)}
    others = [str(name) for name in row if name and name not in known]
    if not missing or not others:
        return None
    return message("sources.columns_unknown", missing=len(missing), columns=listed(others))


def first_rows(rows: Rows) -> str:
    """Return the first rows as JSON, a list of values by the names of their columns; long values are cut."""
    found: list[dict[str, str]] = []
    for _, row in islice(rows, LOOKED_ROWS):
        if not isinstance(row, Message):
            named = islice(((name, value) for name, value in row.items() if name), LOOKED_COLUMNS)
            found.append({name: one_line(as_text(value)[:LOOKED_CHARACTERS]) for name, value in named})
    return json.dumps(found, ensure_ascii=False)


def _day_order(rows: Rows, columns: Columns) -> tuple[DayOrder | None, Rows]:
    """Return in which order the dates of `rows` have day and month, and the rows, of which the first are looked at."""
    if not columns.of("published"):
        return None, rows
    rows = iter(rows)
    seen: list[tuple[int, Row | Message]] = []
    dates: list[str] = []
    size, ambiguous = 0, 0
    for number, row in rows:
        seen.append((number, row))
        if isinstance(row, Message):
            continue
        printed, _ = columns.first(row, "published", as_text)
        size += sum(len(value) for value in row.values() if isinstance(value, str))
        if printed:
            dates.append(one_line(printed[:100]))
            ambiguous += read_date(dates[-1], DayOrder.DAY_FIRST) != read_date(dates[-1], DayOrder.MONTH_FIRST)
        # A column without a date that can be read in two ways need not be looked at further.
        if (len(dates) >= 20 and not ambiguous) or len(seen) >= PROBED_ROWS or size >= PROBED_CHARACTERS:
            break
        if ambiguous and len(dates) % 20 == 0 and order_of_days(dates) is not None:
            break
    return order_of_days(dates), chain(seen, rows)


def _draft(row: Row, table: Table, where: str) -> Draft | Message | None:
    """Return the article of a row, why there is none, or None for an empty row."""
    if len(row) > MAX_COLUMNS:
        return message("sources.too_many_columns", limit=MAX_COLUMNS)
    if not any(as_text(value).strip() for value in row.values()):
        return None
    dump = json.dumps(row, sort_keys=True, ensure_ascii=False, default=as_text)
    digest = hashlib.sha256(dump.encode(errors="replace")).hexdigest()
    meta, used = _meta(row, table)
    text, column = table.columns.first(row, "text", as_text, _has_words)
    if text:
        whole, cut = _without_cut(_without_tags(text))
        meta = _with_columns(meta, row, table, {*used, column})
        notes = (message("sources.cut_by_service"),) if cut else ()
        return Draft(where, digest, text=whole, meta=meta, complete=not cut, notes=notes)
    if (made := _of_page(row, table, meta, used, where, digest)) is not None:
        return made
    text, column = table.columns.first(row, "teaser", as_text, _has_words)
    if not text:
        names = next(filter(None, map(table.columns.of, ("text", "page", "teaser"))))
        return message("sources.row_without_text", column=shortened(one_line(names[0])))
    meta = _with_columns(meta, row, table, {*used, column})
    note = message("sources.teaser_column", column=shortened(one_line(column)))
    return Draft(where, digest, text=_without_tags(text), meta=meta, complete=False, notes=(note,))


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _of_page(row: Row, table: Table, meta: Meta, used: set[str], where: str, digest: str) -> Draft | None:
    """Return the article of a row that holds a page and no text; None where there is none."""
    markup, column = table.columns.first(row, "page", as_text, lambda value: "<" in value)
    if not markup:
        return None
    from .page import page

    try:
        draft = page(markup, digest, where, "")
    except SourceError:
        return None
    return replace(draft, meta=_with_columns(meta.over(draft.meta), row, table, {*used, column}))


def _meta(row: Row, table: Table) -> tuple[Meta, set[str]]:
    """Return what the cells of a row say about its article, and the columns of which nothing more need be kept."""
    columns, used = table.columns, set[str]()
    url, column = columns.first(row, "url", as_text, is_address)
    host = host_of(url)
    used.add(column)
    meta, column = _with_outlet(Meta(), row, columns, host)
    used.add(column)
    named = bool(column)
    title, column = columns.first(row, "title", as_text)
    if host and not named:
        # Only the domain is known: the tail of a title is the outlet's name where the address says the same.
        full, _ = columns.first(row, "title", as_text, lambda value: bool(_tail(value, host)))
        why = message("sources.evidence.title_tail", title=one_line(full)[-TITLE_SHOWN:])
        meta = replace(meta, outlet="").stating("outlet", _tail(full, host), why) if full else meta
    meta = meta.stating("title", without_outlet(_plain(title), meta.outlet, host=host), _from(column))
    used.add(column)
    value, column = columns.first(row, "dateline", as_text)
    meta = meta.stating("dateline", _plain(value), _from(column))
    used.add(column)
    printed, column = columns.first(row, "byline", names_in)
    signed = with_byline(meta, _plain(printed).replace('"', ""), _from(column))
    if signed != meta:
        meta = signed
        used.add(column)
    printed, column = columns.first(row, "published", as_text)
    if found := read_date(one_line(printed), table.order):
        meta = meta.stating("published", found, because_of_date(one_line(printed), _from(column), table.order))
        used.add(column)
    language, column = columns.first(row, "language", as_text)
    if code := _language(language):
        meta = meta.stating("language", code, _from(column))
        used.add(column)
    return meta.with_column("url", one_line(url)), used


def _with_outlet(meta: Meta, row: Row, columns: Columns, host: str) -> tuple[Meta, str]:
    """Return `meta` with the outlet of a row: a name before what may be one; an address is none.

    Its domain stands for it only where nothing else names the outlet.
    """
    for good in (lambda name: bool(outlet_name(name, host)), lambda name: not is_address(name)):
        value, column = columns.first(row, "outlet", as_text, good)
        if value:
            return meta.stating("outlet", _plain(value), _from(column)), column
    for field_name in ("domain", "outlet", "url"):
        value, column = columns.first(row, field_name, as_text, is_address)
        if value and (domain := _domain(value)):
            return meta.stating("outlet", domain, message("sources.from_domain", column=shortened(column))), ""
    return meta, ""


def _tail(title: str, host: str) -> str:
    """Return the outlet at the tail of a title whose name the address confirms, "" for none."""
    name = tail_of(_plain(title), (), host)
    return name if name and fits_host(name, host) else ""


def _domain(address: str) -> str:
    """Return the domain of an address without what all have, "" for none."""
    host = host_of(address if "//" in address else f"//{address}")
    return re.sub(r"^www\d?\.", "", host) if "." in host else ""


def _plain(value: str) -> str:
    """Return a cell on one line, mended first: wrongly decoded letters hold characters that would be taken out."""
    return one_line(mended(value).text)


def _from(column: str) -> Message:
    return message("sources.from_column", column=shortened(one_line(column)))


def _language(value: str) -> str:
    plain = value.strip().lower()
    code = re.fullmatch(r"([a-z]{2})(?:[-_]\w+)?", plain)
    return code[1] if code else named_language(plain) or coded_language(plain)


def _with_columns(meta: Meta, row: Row, table: Table, used: set[str]) -> Meta:
    """Return `meta` with the further cells of a row as columns, but for pages and texts, which nobody groups by."""
    found = dict(meta.columns)
    pages = table.columns.of("page")
    for name, value in row.items():
        if value is None or value == "" or not name or name in used or name in pages:
            continue
        if not (text := as_text(value)):
            continue
        if (column := table.known.get(name)) is None:
            column = table.known[name] = _further(name)
        if len(text) > column.longest:
            continue
        # A plain word, which most cells of a wide table are, is in canonical form.
        plain = text if text.isascii() and text.isalnum() else one_line(text)
        if plain := without_opening(plain) if column.names_people else plain:
            found.setdefault(column.name, plain)
    return replace(meta, columns=tuple(found.items()))


def _further(name: str) -> Further:
    fields, called = names_by_field(), plain_name(name)
    longest = MAX_TEXT_VALUE if called in fields["text"] else MAX_VALUE
    return Further(one_line(name), longest, called in fields["byline"])


_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars?\]\s*$")


def _without_cut(text: str) -> tuple[str, bool]:
    """Return a text without the mark of a service that gives beginnings ("… [+1234 chars]"), and whether it had it."""
    cut = _CUT.search(text[-60:])
    return (text[: len(text) - len(cut[0])] + "…", True) if cut else (text, False)


def _without_tags(text: str) -> str:
    """Return a cell that holds HTML as plain paragraphs, any other as it is but for HTML's names of characters."""
    if not re.search(r"</p>|<br ?/?>|</div>", text, re.I):
        return without_entities(text)
    from lxml import etree, html

    broken = re.sub(r"(?i)</(?:p|div|h[1-6]|li|blockquote)>", "\n\n", re.sub(r"(?i)<br ?/?>", "\n", text))
    try:
        root = html.fragment_fromstring(broken, create_parent="div")
        for element in [*root.iter("script", "style")]:
            element.drop_tree()
        return str(root.text_content())
    except (etree.LxmlError, ValueError, AssertionError):
        return text
