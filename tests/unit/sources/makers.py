"""Files of every kind with one invented story in them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

TITLE = "Cranes fall into the harbour"
LEAD = "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said."
REST = (
    "“Nobody was hurt, and that is what counts,” said Ada Brandt, who runs the port. She added that well-known"
    " engineers had warned of the old cables for years.",
    "Fishing crews, however, accused the council of neglect. Their spokesman said that repairs had been promised and"
    " never begun, and that the budget had been cut twice.",
)
PARAGRAPHS = (LEAD, *REST)


def page(body: str = "", head: str = "") -> bytes:
    """Return a news page with menus, a script and a caption around the story."""
    story = body or "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} | The Lindmark Post</title>{head}'
        '<meta property="og:site_name" content="The Lindmark Post">'
        '<meta property="article:published_time" content="2024-03-05T08:15:00+01:00"></head>'
        '<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{TITLE}</h1><p>By Ada Brandt</p><figure><img src='https://example.org/x.png'>"
        f"<figcaption>Divers look for cables on Monday. Photo: J. Ek</figcaption></figure>{story}</article>"
        "<script>document.write('<p>written by a script</p>')</script><footer>© 2024 The Lindmark Post</footer>"
        "</body></html>"
    ).encode()


def pdf(columns: int = 1, text: Sequence[str] = PARAGRAPHS) -> bytes:
    """Return a PDF of the story, set in narrow justified lines with hyphens."""
    import typst

    source = (
        "#set document(date: none)\n"
        f'#set page(columns: {columns}, width: 12cm, height: 15cm, numbering: "1", header: [The Lindmark Post])\n'
        '#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
        f"= {TITLE}\n\nBy Ada Brandt\n\n5 March 2024\n\n" + "\n\n".join(text)
    )
    return bytes(typst.compile(source.encode()))


def docx(styled: bool = True) -> bytes:
    """Return a Word document of the story."""
    import docx as library

    document = library.Document()
    if styled:
        document.add_heading(TITLE, 0)
    else:
        document.add_paragraph(TITLE)
    for text in ("By Ada Brandt", "5 March 2024", *PARAGRAPHS):
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


ODT = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(body: str = "") -> bytes:
    """Return an OpenDocument text of the story, or with this body."""
    lines = ("By Ada Brandt", "5 March 2024", *PARAGRAPHS)
    story = body or f'<text:p text:style-name="P1">{TITLE}</text:p>' + "".join(f"<text:p>{p}</text:p>" for p in lines)
    spaces = "".join(f' xmlns:{name}="{ODT}{name}:1.0"' for name in ("office", "text", "style", "table", "draw"))
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>"
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
        f"</office:automatic-styles><office:body><office:text>{story}</office:text></office:body>"
        "</office:document-content>"
    )
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


RTF_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss\fcharset204 Arial Cyr;}"
    r"{\f2\fmodern\fcharset128 MS Mincho;}}{\stylesheet{\ql Normal;}{\s1\b heading 1;}}"
)


def rtf(*paragraphs: str, head: str = RTF_HEAD) -> bytes:
    """Return an RTF document of these paragraphs, of the story unless said; control words in them stand."""
    shown = paragraphs or (rf"\s1 {TITLE}", "By Ada Brandt", "5 March 2024", *PARAGRAPHS)
    body = "\n".join(rf"\pard\plain {text}\par" for text in shown)
    numbered = "".join(c if c.isascii() else rf"\u{ord(c) - 0x10000 * (ord(c) > 0x7FFF)}?" for c in body)
    return f"{head}\n{numbered}\n}}".encode("ascii")


def mail(plain: str = "", html: bytes = b"", **headers: str) -> bytes:
    """Return a newsletter with a plain part, an HTML part or both; headers by their names with `_` for the hyphen."""
    from email.message import EmailMessage

    letter = EmailMessage()
    given = {
        "From": "The Lindmark Post <news@post.example>",
        "Subject": TITLE,
        "Date": "Tue, 05 Mar 2024 08:15:00 +0100",
    }
    for name, value in {**given, "List_Unsubscribe": "<https://post.example/u>", **headers}.items():
        if value:
            letter[name.replace("_", "-")] = value
    if plain or not html:
        letter.set_content(plain or "\n\n".join(PARAGRAPHS), cte="quoted-printable")
    if html and plain:
        letter.add_alternative(html.decode(), subtype="html", cte="base64")
    elif html:
        letter.set_content(html.decode(), subtype="html", cte="base64")
    letter.set_boundary("b1") if letter.is_multipart() else None
    return letter.as_bytes()


def mbox(*mails: bytes) -> bytes:
    """Return a box of these mails."""
    return b"\n".join(b"From a@post.example Tue Mar  5 08:15:00 2024\n" + letter for letter in mails)


def mhtml(html: bytes | None = None, address: str = "https://post.example/2024/cranes") -> bytes:
    """Return a page saved whole, with a frame and a picture beside it."""
    import quopri

    parts = [
        ("text/html", address, "quoted-printable", quopri.encodestring(page() if html is None else html)),
        ("text/html", "cid:frame-1@mhtml.blink", "quoted-printable", b"<html><body><p>Advertisement</p></body></html>"),
        ("image/png", "https://post.example/a.png", "base64", b"iVBORw0KGgo="),
    ]
    body = b"".join(
        f"------b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n".encode()
        + f"Content-Location: {at}\r\n\r\n".encode()
        + content
        + b"\r\n"
        for kind, at, coding, content in parts
    )
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: {TITLE}\r\n"
        "Date: Fri, 1 Nov 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n'
    )
    return head.encode() + body + b"------b--\r\n"


def webarchive(html: bytes | None = None, address: str = "https://post.example/2024/cranes") -> bytes:
    """Return a page as Safari saves it."""
    import plistlib

    main = {
        "WebResourceData": page() if html is None else html,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": address,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [main]}, fmt=plistlib.FMT_BINARY)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def table(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a csv file."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue().encode(encoding)


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook whose second sheet has these rows, the first some remark."""
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["about this file"])
    sheet = book.create_sheet("articles")
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def jsonl(*lines: object) -> bytes:
    """Return a jsonl file; strings go in as they are."""
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()


def json_answer(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as an answer of a service: a list of articles in an object, their outlets objects in them."""
    articles = [dict(zip(head, row, strict=True)) for row in rows]
    listed = [{**article, "outlet": {"name": article["outlet"]}} for article in articles]
    return json.dumps({"status": "ok", "articles": {"total": len(listed), "results": listed}}, indent=1).encode()
