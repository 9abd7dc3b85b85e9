"""ProQuest's downloads, all articles of a search in one file: plain text, and RIS for reference managers."""

from __future__ import annotations

from collections.abc import Sequence

from .item import Files, Item, inverted, short_date

RULE = "_" * 60


def proquest_text(items: Sequence[Item]) -> Files:
    """Return the plain text, a paragraph a line; between them stands an empty line or none, as the first one tells."""
    contents = "\n\n".join(f"{i}. {item.title}" for i, item in enumerate(items, 1))
    parts = [f"{RULE}\n\nReport Information from ProQuest\n\n{short_date(items[0].day)} 10:12\n"]
    if len(items) > 1:
        parts.append(f"{RULE}\n\nTable of contents\n\n{contents}\n")
    gap = "\n\n" if items[0].pick(2, "proquest") else "\n"
    parts += [f"{RULE}\n\n{_document(item, i, len(items), gap)}\n" for i, item in enumerate(items, 1)]
    parts.append(
        f"{RULE}\n\nContact ProQuest\n\nCopyright © {items[0].day.year} ProQuest LLC. All rights reserved."
        "\n\nTerms and Conditions: https://search.proquest.example/info/termsAndConditions\n"
    )
    return {"ProQuestDocuments.txt": "".join(parts).replace("\n", "\r\n").encode()}


def _document(item: Item, number: int, count: int, gap: str) -> str:
    authors = "; ".join(inverted(name) for name in item.names)
    text = gap.join(item.paragraphs)
    said = [
        f"Document {number} of {count}",
        item.title,
        f"Author: {authors}" if authors else "",
        f"Publication info: {item.outlet} ; Lindmark [Lindmark]. {short_date(item.day)}: A.{item.pick(30) + 1}.",
        f"https://search.proquest.example/docview/{_number(item)}?accountid=14771",
        f"Abstract: {item.paragraphs[0]}" if item.pick(3, "abstract") == 0 else "Abstract: None available.",
        "Links: Check for full text",
        f"Full text: {text}",
        "Subject: Politics; Legislatures; Elections",
        "Location: United States--US",
        f"Title: {item.title}",
        f"Author: {authors}" if authors else "",
        f"Publication title: {item.outlet}",
        f"First page: A.{item.pick(30) + 1}",
        f"Publication year: {item.day.year}",
        f"Publication date: {short_date(item.day)}",
        f"Publisher: {item.outlet} Media",
        "Place of publication: Lindmark",
        "Country of publication: United States, Lindmark",
        "Publication subject: General Interest Periodicals--United States",
        "Source type: Newspapers",
        "Language of publication: English",
        "Document type: News",
        f"ProQuest document ID: {_number(item)}",
        f"Document URL: https://search.proquest.example/docview/{_number(item)}?accountid=14771",
        f"Copyright: (Copyright {item.day.year} {item.outlet})",
        f"Last updated: {item.day.year + 1}-11-07",
        "Database: U.S. Major Dailies",
    ]
    return "\n\n".join(line for line in said if line)


def ris(items: Sequence[Item]) -> Files:
    """Return the references, each with the full text where the first article tells it: N2, AB, or further lines."""
    return {"ProQuestDocuments.ris": "\r\n".join(_reference(item) for item in items).encode("utf-8-sig")}


def _reference(item: Item) -> str:
    tag = "N2" if item.pick(2, "tag") else "AB"
    fields = [
        ("TY", "NEWS"),
        ("T1", item.title),
        ("AN", str(_number(item))),
        *(("AU", inverted(name)) for name in item.names),
        (tag, "\r\n".join(item.paragraphs)),
        ("JF", item.outlet),
        ("SP", f"A.{item.pick(30) + 1}"),
        ("Y1", item.date.replace("-", "/") + "/"),
        ("PY", str(item.day.year)),
        ("DA", f"{item.day.year} {short_date(item.day)[:3]} {item.day.day:02d}"),
        ("CY", "Lindmark"),
        ("PB", f"{item.outlet} Media"),
        ("LA", "English"),
        ("KW", "Politics"),
        ("KW", "Elections"),
        ("UR", f"https://www.proquest.example/docview/{_number(item)}?accountid=14771"),
        ("N1", f"Copyright - (Copyright {item.day.year} {item.outlet}); Last updated - {item.day.year + 1}-11-07"),
        ("DB", "U.S. Major Dailies"),
        ("ER", ""),
    ]
    return "".join(f"{name}  - {value}\r\n" for name, value in fields)


def _number(item: Item) -> int:
    return 250_000_000 + item.pick(50_000_000, "number")
