"""What the inspector shows of the trained Reader: probabilities with their threshold, acts, figures of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from analysis.messages import message, render
from analysis.messages import text as tr
from analysis.model import Act, ArticleAnalysis, Mark, MarkKind, Passage, Span
from analysis.output.labels import act_form_label, voice_label
from analysis.output.reader import agreement, framing_beside, loaded_beside
from analysis.thresholds import LIKELIEST_WORD, LOADED_SENTENCE, LOADED_WORD

from ..kinds import by_id
from ..paint.theme import Theme
from ..session import Session
from ..state import Selection
from .inspector_parts import Facts, Stack, link, paragraph, signed_score
from .plain import set_tip

BAR = 9
"""Pixels of a probability's bar."""


class Probability(QWidget):
    """A probability as a bar with a stroke at the threshold, and its number."""

    def __init__(self, value: float, threshold: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._threshold = value, threshold
        said = tr("{name}: {value}, shown from {threshold}")
        self.setAccessibleName(said.format(name=name, value=f"{value:.0%}", threshold=f"{threshold:.0%}"))
        set_tip(self, self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(140, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = self.fontMetrics().horizontalAdvance("100 %") + 8
        box = QRectF(0.5, (self.height() - BAR) / 2, max(20, self.width() - number), BAR)
        painter.fillRect(box, theme.colour("line"))
        painter.fillRect(QRectF(box.left(), box.top(), box.width() * self._value, BAR), theme.colour("mark.loaded"))
        at = box.left() + box.width() * self._threshold
        painter.setPen(QPen(theme.colour("ink"), 1.4))
        painter.drawLine(QPointF(at, box.top() - 3), QPointF(at, box.bottom() + 3))
        baseline = self.height() / 2 + self.fontMetrics().capHeight() / 2
        painter.drawText(QPointF(box.right() + 8, baseline), f"{100 * self._value:.0f} %")


def explain_loaded(stack: Stack, session: Session, analysis: ArticleAnalysis, mark: Mark) -> None:
    """Say how sure the Reader is, what its threshold means, and whether a lexicon agrees."""
    index = analysis.document.sentence_at(mark.span.start)
    sentence = analysis.score(index).loaded
    facts: list[tuple[str, str | QWidget]] = [(tr("Voice"), voice_label(mark.voice))]
    if sentence is not None:
        facts.append((tr("Its sentence"), Probability(sentence, LOADED_SENTENCE, tr("The sentence is loaded"))))
    threshold = LOADED_WORD if mark.weight >= LOADED_WORD else LIKELIEST_WORD  # Below, it is its sentence's likeliest.
    facts.append((tr("This word"), Probability(mark.weight, threshold, tr("The word would be marked"))))
    stack.section(tr("Here"), Facts(facts))
    stack.section(tr("Why marked"), paragraph(render(mark.why)))
    add_agreement(stack, session, analysis, mark)
    stack.section(tr("Found by"), paragraph(tr("the trained Reader, learned from US outlets"), muted=True))


def add_agreement(stack: Stack, session: Session, analysis: ArticleAnalysis, mark: Mark) -> None:
    """Say whether lexicon and Reader agree here; they are counted apart, so neither hides the other."""
    if not analysis.was_read:
        return
    loaded = mark.kind == MarkKind.LOADED
    others = framing_beside(analysis, mark) if loaded else loaded_beside(analysis, mark)
    lines: list[QWidget] = [paragraph(render(agreement(mark, analysis)))]
    for other in others:
        words = other.span.of(analysis.document.text)
        lines.append(link(words, _selecting(session, analysis, other), tr("Show “{words}”").format(words=words)))
    stack.section(tr("And the lexicons") if loaded else tr("And the Reader"), *lines)


def _selecting(session: Session, analysis: ArticleAnalysis, mark: Mark) -> Callable[[], None]:
    chosen = Selection(Passage(analysis.article.id, mark.span), mark.id, mark.attribution)
    return partial(session.select, chosen)


def explain_act(stack: Stack, session: Session, analysis: ArticleAnalysis, mark: Mark, act: Act) -> None:
    """Say who does what to whom in this wording, and where the text says so."""
    facts: list[tuple[str, str | QWidget]] = [
        (tr("Form"), act_form_label(act.form)),
        (tr("Who acts"), _places(session, analysis, act.actor)),
        (tr("Done to"), _places(session, analysis, act.affected)),
        (tr("Voice"), voice_label(mark.voice)),
    ]
    stack.section(tr("Here"), Facts(facts))
    stack.section(tr("Why marked"), paragraph(render(mark.why)))
    stack.section(tr("Found by"), paragraph(tr("the trained Reader's parse and the list of acts"), muted=True))


def explain_mark(stack: Stack, mark: Mark) -> None:
    """Say what there is to say of a mark of any kind."""
    stack.section(tr("Here"), Facts([(tr("Voice"), voice_label(mark.voice))]))
    stack.section(tr("Why marked"), paragraph(render(mark.why)))
    kind = by_id().get(mark.kind)
    found = [mark.entry] if mark.entry else []
    stack.section(tr("Found by"), *(paragraph(words, muted=True) for words in found))
    if kind is not None:
        stack.section(tr("What is marked"), paragraph(f"{kind.tip}.", muted=True))


def _places(session: Session, analysis: ArticleAnalysis, spans: tuple[Span, ...]) -> str | QWidget:
    if not spans:
        return tr("nobody named")
    text = analysis.document.text
    words = " … ".join(" ".join(span.of(text).split()) for span in spans)
    opened = tuple(Passage(analysis.article.id, span) for span in spans)
    return link(words, partial(session.open_passages, opened))


def sentence_facts(analysis: ArticleAnalysis, index: int | None) -> list[tuple[str, str | QWidget]]:
    """Return the Reader's figures of a sentence under their own names; nothing where it was not read."""
    found: list[tuple[str, str | QWidget]] = []
    score = analysis.score(index)
    if score.valence is not None:
        words = tr("{score} (the Reader, -1 to 1)").format(score=signed_score(score.valence))
        found.append((tr("Valence"), words))
    if score.loaded is not None:
        found.append((tr("Loaded"), Probability(score.loaded, LOADED_SENTENCE, tr("The wording is loaded"))))
        if score.loaded_as_a_whole:
            found.append((tr("By its words"), render(message("loaded.whole"))))
    return found
