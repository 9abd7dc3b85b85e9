"""One part of the window by itself: `python -m gui.gallery read --article FILE … --dark`.

Shows the sample story where no article is given. With `--shot FILE` it saves a picture and ends.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

import analysis
from analysis.messages import message
from analysis.model import Article, ArticleAnalysis, Document, Mark, MarkKind, Span, Voice

from . import theme
from .session import Session
from .views import VIEWS

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "samples" / "story"
COLUMNS, MARKS = 6, 200
"""What a switch of one kind is measured on."""
SETTLE_MS = 600
"""How long a picture waits for the charts to be laid out at their width."""


def session_of(paths: Sequence[str]) -> Session:
    """Return a session with the articles of `paths`, analysed and compared."""
    session = Session()
    articles = analysis.read(list(paths)).articles if paths else ()
    session.add_articles(articles)
    for article in session.articles:
        session.set_analysis(analysis.analyze(article))
    if session.analyses:
        session.set_comparison(analysis.compare(list(session.analyses.values())))
    return session


def part(name: str, session: Session) -> QWidget:
    """Return a view by its key, or the inspector."""
    if name == "inspector":
        from .widgets.inspector import Inspector

        return Inspector(session)
    return next(spec for spec in VIEWS if spec.key == name).make(session)


def dense_analysis(number: int, marks: int = MARKS) -> ArticleAnalysis:
    """Return a made-up article with `marks` framing terms, a third each tinted, boxed and dashed."""
    words = [("term" if i % 6 == 0 else "word") for i in range(marks * 6)]
    text = ". ".join(" ".join(words[i : i + 18]) for i in range(0, len(words), 18))
    paragraphs = text.replace(". ", ".\n\n")
    found = [Span(m.start(), m.end()) for m in re.finditer("term", paragraphs)]
    article = Article(f"dense{number}", f"Outlet {number}", "Dense", paragraphs, (), "", "", "")
    voices = (Voice.NARRATOR, Voice.QUOTED, Voice.SCARE)
    made = tuple(
        Mark(f"framing:{span.start}", MarkKind.FRAMING, span, voices[i % 3], None, message("voice.narrator"))
        for i, span in enumerate(found)
    )
    return ArticleAnalysis(Document(article, (), (), (), (), (), (), ()), made, ())


def dense_read(columns: int = COLUMNS) -> tuple[Session, QWidget]:
    """Return Read with as many columns as it opens, each full of marks; for measuring and for looking at."""
    from .views.read import ReadView

    session, analyses = Session(), [dense_analysis(i) for i in range(columns)]
    session.add_articles([a.article for a in analyses])
    for one in analyses:
        session.set_analysis(one)
    view = ReadView(session)
    view.set_columns([a.article.id for a in analyses])
    view.resize(1920, 1080)
    return session, view


def main(arguments: Sequence[str]) -> int:
    """Show one part."""
    names = [*(spec.key for spec in VIEWS), "inspector"]
    parser = argparse.ArgumentParser(
        prog="python -m gui.gallery", description="Shows one part of the window by itself."
    )
    parser.add_argument("part", choices=names)
    parser.add_argument("--article", action="append", metavar="PATH", help="a file or folder; the sample story else")
    parser.add_argument("--empty", action="store_true", help="show the part with no article at all")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1000x640", metavar="WxH")
    parser.add_argument("--shot", metavar="FILE", help="save a picture and end")
    given = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    font = app.font()
    font.setFamilies([theme.SANS])
    app.setFont(font)
    mode = "dark" if given.dark else "light"
    app.setPalette(theme.palette(mode))
    app.setStyleSheet(theme.style_sheet(mode))
    session = session_of([] if given.empty else given.article or [str(SAMPLE)])
    widget = part(given.part, session)
    widget.resize(*map(int, given.size.split("x")))
    widget.show()
    if given.shot:

        def shoot() -> None:
            widget.grab().save(given.shot)
            app.quit()

        QTimer.singleShot(SETTLE_MS, shoot)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
