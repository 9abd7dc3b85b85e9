"""What a file of an archive amounts to, in short."""

from __future__ import annotations

from analysis.model import Article, SectionKind
from analysis.sources import Reading, read_bytes, read_text

LEAD = "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said."
SECOND = "“Nobody was hurt, and that is what counts,” said Ada Brandt, who runs the port."
THIRD = "Fishing crews accused the council of neglect and asked why promised repairs had never begun."
STORY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"


def read(text: str) -> Reading:
    """Return what a pasted text is read as."""
    return read_text(text)


def read_file(text: str, name: str = "download.txt") -> Reading:
    """Return what a file with this text is read as, in a child process."""
    return read_bytes(text.encode(), name)


def only(text: str) -> Article:
    """Return the one article of a text."""
    (article,) = read(text).articles
    return article


def in_order(reading: Reading) -> list[Article]:
    """Return the articles by the numbers of their documents."""
    return sorted(reading.articles, key=lambda article: int(article.source.rpartition("#")[2] or 0))


def section(article: Article, kind: SectionKind) -> str:
    """Return the text of the sections of one kind."""
    return "\n\n".join(s.span.of(article.text) for s in article.sections if s.kind is kind)


def running(article: Article) -> str:
    """Return lead and body."""
    kinds = (SectionKind.LEAD, SectionKind.BODY)
    return "\n\n".join(s.span.of(article.text) for s in article.sections if s.kind in kinds)


def keys(article: Article) -> list[str]:
    """Return the keys of an article's notes."""
    return [note.key for note in article.notes]


def columns(article: Article) -> dict[str, str]:
    """Return an article's columns."""
    return dict(article.columns)
