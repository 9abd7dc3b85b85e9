"""Word documents put together from their XML."""

from __future__ import annotations

from collections.abc import Mapping

from . import makers

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; what is no XML becomes a run."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{runs}</w:p>"


def style(key: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def document(
    body: str,
    styles: str = "",
    parts: Mapping[str, str] | None = None,
    main: str = "word/document.xml",
    space: str = TRANSITIONAL,
    page: bytes = b"",
    called: str = "page.htm",
) -> bytes:
    """Return a file with this body; `parts` are further parts by their kind ("footnotes", "header"), ids "r" + kind.

    `page` is a web page or another file that the document may show, as "rpage"; it is `called` so in the package.
    """
    folder = main.rpartition("/")[0]
    inside = {"styles": f"<w:styles>{styles}</w:styles>", **(parts or {})}
    relations = "".join(f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}1.xml"/>' for kind in inside)
    if page:
        relations += f'<Relationship Id="rpage" Type="{_OFFICE}/aFChunk" Target="{called}"/>'
    files = {
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="/{main}"/>'),
        main: _part(f"<w:document><w:body>{body}</w:body></w:document>", space),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": _relations(relations),
    }
    files |= {f"{folder}/{kind}1.xml": _part(content, space) for kind, content in inside.items()}
    inserted = {f"{folder}/{called}": page} if page else {}
    return makers.archive({name: content.encode() for name, content in files.items()} | inserted)


def _relations(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def _part(content: str, space: str) -> str:
    head, _, rest = content.partition(">")
    closing = "/" if head.endswith("/") else ""
    return f'{head.removesuffix("/")} xmlns:w="{space}" {_SPACES}{closing}>{rest}'
