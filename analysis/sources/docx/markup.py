"""Names of Word's XML: one short form for the transitional and the strict namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
OFF = ("0", "false", "off")


def parse(data: bytes) -> Any:  # lxml has no types
    """Return the root element of a part; entities stay unresolved and nothing is fetched."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    space, _, local = tag[1:].rpartition("}")
    return f"{PREFIXES.get(space, '?')}:{local}"


def name(element: Any) -> str:
    """Return an element's name with its usual prefix: "w:p", "?:x" from other namespaces; "" for no element."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Any, local: str) -> str:
    """Return the value of an attribute by its local name, "" where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == local:
            return str(value)
    return ""


def child(element: Any, *path: str) -> Any | None:
    """Return the first element along a path of names, None where it ends early."""
    for step in path:
        element = next((inner for inner in element if name(inner) == step), None)
        if element is None:
            return None
    return element


def flag(element: Any, local: str) -> bool | None:
    """Return whether a property such as `w:vanish` is on among an element's children; None where it is not given."""
    found = child(element, local)
    return None if found is None else attribute(found, "val").lower() not in OFF


def shown_children(element: Any) -> Iterator[Any]:
    """Yield the children that show in the finished document, wrappers that show nothing themselves opened."""
    for inner in element:
        match name(inner):
            case "w:sdt":
                properties = child(inner, "w:sdtPr")
                # Nobody has filled it in: what it shows is its instruction.
                if properties is not None and flag(properties, "w:showingPlcHdr"):
                    continue
                content = child(inner, "w:sdtContent")
                if content is not None:
                    yield from shown_children(content)
            case "mc:AlternateContent":
                choice = child(inner, "mc:Choice")
                choice = child(inner, "mc:Fallback") if choice is None else choice
                if choice is not None:
                    yield from shown_children(choice)
            case "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag" | "w:hyperlink" | "w:dir" | "w:bdo":
                yield from shown_children(inner)
            case "w:del" | "w:moveFrom" | "":
                continue
            case _:
                yield inner
