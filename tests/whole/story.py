"""One invented event as three outlets tell it, in files of every kind that people bring."""

from __future__ import annotations

import csv
import html as markup
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's article."""

    slug: str
    outlet: str
    title: str
    published: str
    byline: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


COURIER = Telling(
    "courier",
    "The Orvane Courier",
    "Police clear ferry workers from Orvane harbour",
    "2032-03-04",
    "Hanne Birkvold",
    (
        "Police cleared 200 striking ferry workers from the harbour of Orvane on Thursday morning, ending a blockade "
        "that had kept all ships in port for nine days.",
        "Twelve people were arrested and four were treated for bruises, the harbour authority said.",
        "“Nobody was pushed and nobody fell,” said Ilse Tarrow, the harbour master. “The officers carried them out one "
        "by one, and by seven o'clock the first ferry had left.”",
        "Union leader Joren Maskell told reporters that the strike would continue until the company paid the wages it "
        "owed. “We have not been paid since January,” Mr Maskell said.",
        "The ferry company, Sundlinje, declined to comment. The regional council will meet on Friday to discuss the "
        "dispute.",
    ),
)
TRIBUNE = Telling(
    "tribune",
    "Northgate Tribune",
    "Order restored as police free harbour from rioters",
    "2032-03-04",
    "Casper Dohl",
    (
        "Brave officers restored order in Orvane on Thursday and freed the harbour from rioters who had held the whole "
        "coast hostage for nine days.",
        "Twelve thugs were arrested after they attacked the police with bottles, the interior ministry said.",
        "“Nobody was pushed and nobody fell,” said harbour master Ilse Tarrow. Interior Minister Ruth Velling praised "
        "the officers. “This regime of fear at the docks is over,” Ms Velling said.",
        "Union boss Joren Maskell claimed that his men had not been paid since January. The company denies it.",
        "The regional council will meet on Friday to discuss the dispute.",
    ),
)
RADIO = Telling(
    "radio",
    "Radio Selmark",
    "Strikers beaten as police storm Orvane harbour",
    "2032-03-05",
    "Mette Aagre",
    (
        "Riot police stormed the harbour of Orvane before dawn on Thursday and beat ferry workers who were sitting on "
        "the quay, witnesses said.",
        "At least 30 people were injured in the brutal crackdown, according to the union, and twelve were arrested.",
        "“They kicked my brother while he lay on the ground,” said Pia Lund, 24, a deckhand. Harbour master Ilse "
        "Tarrow insisted that nobody was pushed.",
        "The protesters have not been paid since January. “We have not been paid since January,” Joren Maskell, who "
        "leads the union, told Radio Selmark. “They answer us with batons.”",
        "The regional council will meet on Friday to discuss the dispute.",
    ),
)
TELLINGS = (COURIER, TRIBUNE, RADIO)


FIELDS = ("outlet", "title", "date", "author", "text")


def text(telling: Telling) -> bytes:
    """Return the article as people keep it in a text file."""
    head = f"Title: {telling.title}\nOutlet: {telling.outlet}\nDate: {telling.published}\nByline: {telling.byline}\n"
    return f"{head}\n{telling.body}\n".encode()


def page(telling: Telling) -> bytes:
    """Return the article as a browser saves it, with a menu, a teaser and a script around it."""
    body = "".join(f"<p>{markup.escape(paragraph)}</p>" for paragraph in telling.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{telling.title} | {telling.outlet}</title>'
        f'<meta property="og:site_name" content="{telling.outlet}"><meta name="author" content="{telling.byline}">'
        f'<meta property="article:published_time" content="{telling.published}T06:30:00+00:00"></head><body>'
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{telling.title}</h1>{body}</article><script>var slogan = 'thugs and terrorists';</script>"
        f"<footer>© 2032 {telling.outlet}. All rights reserved.</footer></body></html>"
    ).encode()


def word(telling: Telling) -> bytes:
    """Return the article as a Word document."""
    import docx

    document = docx.Document()
    document.add_heading(telling.title, 0)
    for paragraph in (f"By {telling.byline}", telling.published, *telling.paragraphs):
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(telling: Telling) -> bytes:
    """Return the article as a PDF of two pages in narrow lines."""
    import typst

    source = (
        f'#set page(width: 11cm, height: 13cm, numbering: "1", header: [{telling.outlet}])\n'
        f"= {telling.title}\n\nBy {telling.byline}\n\n{telling.published}\n\n{telling.body}\n"
    )
    return bytes(typst.compile(source.encode()))


def rich_text(telling: Telling) -> bytes:
    """Return the article as rich text, its quotation marks by their numbers."""
    lines = (f"By {telling.byline}", telling.published, *telling.paragraphs)
    body = rf"\pard\s1 {telling.title}\par" + "".join(rf"\pard {line}\par" for line in lines)
    numbered = "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in body)
    head = rf"{{\rtf1\ansi{{\stylesheet{{\s1 heading 1;}}}}{{\header {telling.outlet}\par}}"
    return f"{head}{numbered}}}".encode("ascii")


def mail(telling: Telling) -> bytes:
    """Return the article as a newsletter with a plain part and the page."""
    from email.message import EmailMessage

    letter = EmailMessage()
    letter["From"] = f"{telling.outlet} <news@{telling.slug}.example>"
    letter["Subject"], letter["Date"] = telling.title, datetime.fromisoformat(f"{telling.published}T06:30:00+00:00")
    letter["List-Unsubscribe"] = "<https://example.org/out>"
    letter.set_content(telling.body)
    letter.add_alternative(page(telling).decode(), subtype="html")
    return letter.as_bytes()


def saved_whole(telling: Telling) -> bytes:
    """Return the article's page as a browser saves it with all its parts (MHTML)."""
    import quopri

    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/{telling.slug}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/{telling.slug}\n\n"
    )
    return head.encode() + quopri.encodestring(page(telling)) + b"\n--b--\n"


def zipped(telling: Telling) -> bytes:
    """Return a zip with the article's text in it."""
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"articles/{telling.slug}.txt", text(telling))
    return file.getvalue()


def rows(tellings: Iterable[Telling]) -> list[tuple[str, ...]]:
    """Return a table of articles, the names of its columns first."""
    return [FIELDS, *((t.outlet, t.title, t.published, t.byline, t.body) for t in tellings)]


def comma_table(tellings: Iterable[Telling], delimiter: str = ",") -> bytes:
    """Return a csv file with an article a row."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows(tellings))
    return file.getvalue().encode()


def tab_table(tellings: Iterable[Telling]) -> bytes:
    """Return a tsv file with an article a row."""
    return comma_table(tellings, "\t")


def workbook(tellings: Iterable[Telling]) -> bytes:
    """Return an Excel workbook with an article a row."""
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows(tellings):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def answer(tellings: Iterable[Telling]) -> bytes:
    """Return the articles as a service's answer in JSON."""
    listed = [dict(zip(FIELDS, row, strict=True)) for row in rows(tellings)[1:]]
    return json.dumps({"status": "ok", "articles": listed}, indent=1).encode()


def lines(tellings: Iterable[Telling]) -> bytes:
    """Return a jsonl file with an article a line."""
    return "".join(json.dumps(dict(zip(FIELDS, row, strict=True))) + "\n" for row in rows(tellings)[1:]).encode()


SINGLE: dict[str, Callable[[Telling], bytes]] = {
    "txt": text, "html": page, "docx": word, "pdf": pdf,
    "rtf": rich_text, "eml": mail, "mht": saved_whole, "zip": zipped,
}  # fmt: skip
"""Files that hold one article."""
TABLES: dict[str, Callable[[Iterable[Telling]], bytes]] = {
    "csv": comma_table,
    "tsv": tab_table,
    "xlsx": workbook,
    "json": answer,
    "jsonl": lines,
}
"""Files that hold an article a row."""


def write(folder: Path, kind: str, tellings: Iterable[Telling] = TELLINGS) -> list[str]:
    """Write articles as files of this kind; return their paths."""
    tellings = tuple(tellings)
    if kind in TABLES:
        files = {f"articles.{kind}": TABLES[kind](tellings)}
    else:
        files = {f"{telling.slug}.{kind}": SINGLE[kind](telling) for telling in tellings}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [str(folder / name) for name in files]
