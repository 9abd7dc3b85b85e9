"""Tables with an article a row: CSV and workbooks as spreadsheets write them, JSON lines as trafilatura does."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from .item import Files, Item

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Signs that a workbook cannot hold."""
COLUMNS = ("Title", "Outlet", "Date", "Author", "Section", "URL", "Text")


def spreadsheet(items: Sequence[Item]) -> Files:
    """Return the table with dates as ISO, American or German spreadsheets write them, as the first article tells."""
    kind = items[0].pick(3, "table")
    dates = [_date(item, kind) for item in items]
    written = io.StringIO()
    table = csv.writer(written, delimiter=";" if kind == 2 else ",", lineterminator="\r\n")
    table.writerow(COLUMNS)
    for item, date in zip(items, dates, strict=True):
        text = "\n\n".join(item.paragraphs)
        table.writerow([item.title, item.outlet, date, item.authors, item.topic, item.url, text])
    # A German Excel writes the code page of Windows and drops what it lacks.
    encoding, errors = ("cp1252", "replace") if kind == 2 else ("utf-8-sig", "strict")
    return {"articles.csv": written.getvalue().encode(encoding, errors)}


def workbook(items: Sequence[Item]) -> Files:
    """Return the table as a workbook, with dates as dates."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.create_sheet("Articles", 0)
    sheet.append(COLUMNS)
    for item in items:
        # A cell holds no control signs, and no more than 32,767 characters.
        text = ILLEGAL.sub("", "\n\n".join(item.paragraphs))[:32_767]
        sheet.append([item.title, item.outlet, item.day, item.authors, item.topic, item.url, text])
    written = io.BytesIO()
    book.save(written)
    return {"articles.xlsx": written.getvalue()}


def _date(item: Item, kind: int) -> str:
    day = item.day
    return (item.date, f"{day.month}/{day.day}/{day.year}", f"{day.day:02d}.{day.month:02d}.{day.year}")[kind]


def trafilatura_lines(items: Sequence[Item]) -> Files:
    """Return the records that `trafilatura --json` writes: `source` is the address, a line break ends a paragraph."""
    return {"corpus.jsonl": "".join(f"{_record(item)}\n" for item in items).encode()}


def _record(item: Item) -> str:
    text = "\n".join(item.paragraphs)
    record = {
        "title": item.title,
        "author": "; ".join(item.names) or None,
        "hostname": urlsplit(item.url).hostname,
        "date": item.date,
        "fingerprint": hashlib.sha256(text.encode()).hexdigest()[:16],
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": " ".join(item.paragraphs),
        "text": text,
        "language": None,
        "image": "https://example.org/lead.jpg",
        "pagetype": "article",
        "filedate": "2026-03-11",
        "source": item.url,
        "source-hostname": item.outlet,
        "excerpt": item.paragraphs[0][:150],
        "categories": item.topic,
        "tags": "",
    }
    return json.dumps(record, ensure_ascii=False)
