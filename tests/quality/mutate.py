"""Files of every kind, and what can be done to their bytes; the same seed makes the same files on every machine."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

from tests.exporters import FORMATS
from tests.exporters.sample import STORY
from tests.unit.sources import makers

MAX_BYTES = 400_000
"""Largest mutated file: what grows with the length is seen there, and ten thousand are read in minutes."""

HEAD = ["title", "outlet", "date", "author", "text", "region"]
ROWS = [
    [makers.TITLE, "The Post", "5 March 2024", "Ada Brandt", "\n\n".join(makers.PARAGRAPHS), "North"],
    ["Ferries run again", "The Beacon", "2024-03-07", "", "Ferries were back on Thursday, the office said.", "South"],
    ["Divers find cable", "The Post", "2024", "Jon Ek", f"<p>{makers.LEAD}</p><p>{makers.REST[0]}</p>", ""],
]
TEXT = f"{makers.TITLE}\nBy Ada Brandt\n5 March 2024\n\nLINDMARK, March 5 (Nordwire) -- " + "\n\n".join(
    makers.PARAGRAPHS
)
MARKDOWN = (
    f"---\ntitle: {makers.TITLE}\ndate: 2024-03-05\n---\n# {makers.TITLE}\n\n**{makers.LEAD}** [more](https://example.org)"
    f"\n\n> {makers.REST[0]}\n\n![Divers](divers.jpg)\n\n* _one_\n* two\n\n{makers.REST[1]}\n"
)
LINKED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Cranes fall","author":[{"name":"Jon Ek"}],'
    '"publisher":{"name":"Lindmark Post"},"datePublished":"2024-03-04T23:00:00Z"}</script>'
)

ARCHIVES = ("factiva html", "factiva txt", "nexis docx", "nexis rtf", "nexis txt", "proquest txt", "ris")


def seeds() -> dict[str, tuple[str, bytes]]:
    """Return a good file of every format, by format: its name and content."""
    table = [HEAD, *ROWS]
    return {
        "txt": ("a.txt", TEXT.encode()),
        "txt, utf-16": ("a.txt", TEXT.encode("utf-16")),
        "txt, cp1252": ("a.txt", TEXT.encode("cp1252")),
        "md": ("a.md", MARKDOWN.encode()),
        "html": ("a.html", makers.page(head=LINKED)),
        "pdf": ("a.pdf", makers.pdf(columns=2)),
        "docx": ("a.docx", undated(makers.docx())),
        "rtf": ("a.rtf", makers.rtf()),
        "odt": ("a.odt", undated(makers.odt())),
        "csv": ("a.csv", makers.table(table)),
        "tsv": ("a.tsv", makers.table(table, "\t")),
        "csv, utf-16": ("a.csv", makers.table(table, ";", "utf-16")),
        "xlsx": ("a.xlsx", undated(makers.xlsx(table))),
        "eml": ("a.eml", makers.mail(TEXT, makers.page())),
        "mbox": ("a.mbox", makers.mbox(makers.mail(TEXT), makers.mail(html=makers.page()))),
        "mht": ("a.mht", makers.mhtml()),
        "webarchive": ("a.webarchive", makers.webarchive()),
        "json": ("a.json", makers.json_answer(HEAD, ROWS)),
        "zip": (
            "a.zip",
            repack({"a.txt": TEXT.encode(), "b/c.html": makers.page(head=LINKED), "d.csv": makers.table(table)}),
        ),
        **{kind: archived(kind) for kind in ARCHIVES},
        "jsonl.gz": ("a.jsonl.gz", gzip.compress(makers.jsonl({"title": "Cranes", "text": TEXT}), mtime=0)),
        "jsonl": ("a.jsonl", makers.jsonl(*(dict(zip(HEAD, row, strict=True)) for row in ROWS))),
    }


def archived(kind: str) -> tuple[str, bytes]:
    """Return a file of an archive with several articles: its name and content."""
    ((name, data),) = FORMATS[kind](STORY).items()
    return name, undated(data) if name.endswith(".DOCX") else data


def undated(data: bytes) -> bytes:
    """Return an office document without the time of its making."""
    parts = parts_of(data)
    return repack({name: re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+", b"2024-03-05T00:00:00", parts[name]) for name in parts})


# --------------------------------------------------------------------------- bytes

TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\x1b[2J", "\u202e".encode(), "\u2028".encode(),
    b"\xed\xa0\x80",
    b'"', b"'", b",", b"\t", b";", b"<", b">", b"&#0;", b"&#x110000;", b"&amp", b"<!--", b"-->", b"<![CDATA[", b"]]>",
    b"<script>", b"</script>", b"<div>", b"</p>", b"<table><tr><td>", b"<svg>", b"<!DOCTYPE html>", b"[", b"](", b"![",
    b"*",
    b"_", b"> ", b"#", b"---\n", b"{", b"}", b"\\u0000", b"\\ud800", b"null", b"1e999", b"Title: ", b"By ", b"(AP/",
    b"Photo:",
    b"%PDF-", b"endobj", b"stream\n", b"<<", b"/Length 99999999", b"xref\n", b"PK\x03\x04", b"PK\x01\x02", b"{\\rtf1",
    b"\\u-10179?",
    b"{\\footnote ", b"\\'", b"\\bin", b"{\\*\\ud ",
    b"1 of 2 DOCUMENTS\n", b"\nEnd of Document\n", b"\nBody\n", b"\nLENGTH: 9 words\n",
    b"\nHD  ", b"\nAN  ", b"\nTY  - ",
    b"\nFull text: ", b"\nLOAD-DATE: ", b"\f",
    b"2024-13-45", b"99/99/9999 25:61", b"<w:p>", b"<w:t>", b"<c r='XFD1048576'>", b"<row r='-1'>",
    b"<!ENTITY a '&a;'>",
    b"From a@b Tue Mar  5 08:15:00 2024\n", b"Content-Type: multipart/mixed; boundary=\"b1\"\n\n", b"\n--b1\n",
    b"=?utf-8?q?=", b"Content-Type: message/rfc822\n\n", b"charset=", b"[{", b"data:;base64,",
)  # fmt: skip
"""What means something to one of the parsers."""
NUMBERS = (b"0", b"-1", b"2000000000", b"4294967296", b"99999999999999999999", b"1e309", b"0.00000001", b"65535")

Mutation = Callable[[bytes, Random], bytes]


def _place(data: bytes, rng: Random) -> tuple[int, int]:
    """Return a stretch of `data`: mostly a short one."""
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(rng.expovariate(1 / 40)))


def flip(data: bytes, rng: Random) -> bytes:
    """Turn some bits."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 2, 8, 64))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def noise(data: bytes, rng: Random) -> bytes:
    """Write something else over a stretch."""
    start, end = _place(data, rng)
    return data[:start] + rng.randbytes(end - start) + data[end:]


def truncate(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def behead(data: bytes, rng: Random) -> bytes:
    return data[rng.randrange(len(data) + 1) :]


def cut(data: bytes, rng: Random) -> bytes:
    start, end = _place(data, rng)
    return data[:start] + data[end:]


def double(data: bytes, rng: Random) -> bytes:
    """Repeat a stretch, sometimes very often."""
    start, end = _place(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 10, 1_000)) + data[end:]


def insert(data: bytes, rng: Random) -> bytes:
    """Insert what means something, sometimes very often."""
    token = b"".join(rng.choice(TOKENS) for _ in range(rng.choice((1, 1, 2, 4))))
    at = rng.randrange(len(data) + 1)
    return data[:at] + token * rng.choice((1, 1, 1, 3, 100, 20_000)) + data[at:]


def number(data: bytes, rng: Random) -> bytes:
    """Put another number where one stands."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return insert(data, rng)
    m = rng.choice(found)
    return data[: m.start()] + rng.choice(NUMBERS) + data[m.end() :]


def nest(data: bytes, rng: Random) -> bytes:
    """Open an element or bracket that stands in the file again and again."""
    found = list(re.finditer(rb"<\w[^<>]{0,60}>|\{\\\w+|[\[({<]", data))
    if not found:
        return insert(data, rng)
    m = rng.choice(found)
    return data[: m.end()] + m[0] * rng.choice((5, 300, 5_000)) + data[m.end() :]


def encode(data: bytes, rng: Random) -> bytes:
    """Say the same in another encoding, or in another than is said."""
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1251", "shift_jis", "utf-7", "utf-8-sig")), "replace"
    )


def swap_head(data: bytes, rng: Random) -> bytes:
    """Begin like a file of another format."""
    heads = (
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<!DOCTYPE html><html>",
        b"{\\rtf1 ",
        b"\x89PNG\r\n",
        b"\xd0\xcf\x11\xe0",
        b'{"text":',
    )
    head = rng.choice(heads)
    return head + data[rng.choice((0, len(head))) :]


BYTES: tuple[Mutation, ...] = (
    flip, noise, truncate, behead, cut, double, insert, insert, number, nest, encode, swap_head,
)  # fmt: skip


# --------------------------------------------------------------------------- parts of archives


def repack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip with these parts, each with the same date."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def within(data: bytes, rng: Random) -> bytes:
    """Change, drop, rename or exchange parts of an archive, and pack it again as a sound zip."""
    parts = parts_of(data)
    # Mostly what holds the text, whatever else is in the archive.
    texts = [
        name
        for name in parts
        if re.search(r"(?:document|content)\.xml|sheet\d+\.xml|sharedStrings|styles|workbook\.xml", name)
    ]
    for _ in range(rng.choice((1, 1, 2))):
        name = rng.choice(texts if rng.random() < 0.8 and texts else list(parts))
        what = rng.random()
        if what < 0.8:
            parts[name] = rng.choice(BYTES)(parts[name], rng)[:MAX_BYTES]
        elif what < 0.87:
            parts.pop(name)
        elif what < 0.94:
            parts[f"x{name}"] = parts.pop(name)
        else:
            parts[name] = parts[rng.choice(list(parts))]
        texts = [name for name in texts if name in parts] or list(parts)
        if not parts:
            break
    return repack(parts)


def mutated(data: bytes, rng: Random) -> bytes:
    """Return `data` after one to three mutations."""
    archive = data.startswith(b"PK\x03\x04")
    if archive and rng.random() < 0.7:
        return within(data, rng)
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice(BYTES)(data, rng)[:MAX_BYTES]
    return data
