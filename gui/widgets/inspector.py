"""The inspector: why something is marked, what it was weighed against, and what the other outlets have there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import (
    ArticleAnalysis,
    Attribution,
    Casting,
    Comparison,
    Coverage,
    CoverageState,
    Mark,
    MarkKind,
    NamingCell,
    NamingRow,
    Passage,
    Span,
    Voice,
)
from analysis.output.labels import cue_label, dimension_label, form_label, kind_label, voice_label

from ..kinds import by_id
from ..session import Session
from ..state import Selection
from .deciding import DecisionRow
from .inspector_parts import Facts, Stack, StanceScale, WeightBars, heading, link, paragraph, quotation, signed_score
from .labels import EmptyState, MutedLabel
from .linking import alignment_of
from .reader_parts import add_agreement, explain_act, explain_loaded, explain_mark, sentence_facts

LONGEST = 220
"""Letters shown of a long passage."""


class Inspector(QScrollArea):
    """Follows the session's selection."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._alignment = alignment_of(session.comparison)
        self._shown: Selection | None = None
        self._decisions: DecisionRow | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("What is selected, and why"))
        session.selection_changed.connect(self.refresh)
        session.analyses_changed.connect(self.refresh)
        session.decisions_changed.connect(self.refresh)
        session.comparison_changed.connect(self._on_comparison_changed)
        self.refresh()

    def _on_comparison_changed(self) -> None:
        self._alignment = alignment_of(self._session.comparison)
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected now; where it was shown already, place and keyboard stay where they were."""
        selection = self._session.selection
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        at = self.verticalScrollBar().value() if selection is not None and selection == self._shown else 0
        self._shown, self._decisions = selection, None
        self._show(selection)
        # The bar knows its range only once the new content is laid out.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))
        if focused:
            (self._decisions.verdict if self._decisions else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, selection: Selection | None) -> None:
        analysis = self._session.analyses.get(selection.passage.article) if selection is not None else None
        if selection is None or analysis is None:
            words = tr("Click a marked word, a bar or a sentence in Read, or step through the marks with Alt+Down.")
            self.setWidget(EmptyState(tr("Nothing selected"), words))
            return
        stack = Stack()
        mark = self._session.mark(analysis.article.id, selection.mark) if selection.mark else None
        if mark is not None and mark.kind == MarkKind.SENTIMENT:
            self._explain_sentence(stack, analysis, mark)
        elif mark is not None and mark.kind == MarkKind.FRAMING:
            self._explain_term(stack, analysis, mark)
        elif mark is not None:
            self._explain_found(stack, analysis, mark)
        elif selection.attribution is not None:
            self._explain_attribution(stack, analysis, selection.attribution)
        else:
            self._explain_passage(stack, analysis, selection.passage.span)
        stack.finish()
        self.setWidget(stack)

    # ------------------------------------------------------------------ another mark

    def _explain_found(self, stack: Stack, analysis: ArticleAnalysis, mark: Mark) -> None:
        stack.add(heading(_named(mark)), quotation(mark.span.of(analysis.document.text)))
        stack.add(paragraph(analysis.article.label, muted=True))
        self._add_decisions(stack, analysis, mark)
        if mark.act is not None:
            explain_act(stack, self._session, analysis, mark, mark.act)
        elif mark.kind == MarkKind.LOADED:
            explain_loaded(stack, self._session, analysis, mark)
        else:
            explain_mark(stack, mark)
        if mark.attribution is not None:
            self._add_attribution(stack, analysis, mark.attribution)
        self._add_counterparts(stack, analysis, mark.span)

    # ------------------------------------------------------------------ a framing term

    def _explain_term(self, stack: Stack, analysis: ArticleAnalysis, mark: Mark) -> None:
        document, entry, row = analysis.document, analysis.method.codebook.terms.get(mark.entry), self._naming_of(mark)
        stack.add(heading(tr("Framing term")))
        stack.add(quotation(mark.span.of(document.text)), paragraph(analysis.article.label, muted=True))
        self._add_decisions(stack, analysis, mark)
        label = row.label if row else entry.concept if entry else ""
        question = row.question if row else entry.question if entry else ""
        if label:
            stack.section(tr("Choice"), paragraph(label), *([paragraph(question, muted=True)] if question else []))
        facts: list[tuple[str, str | QWidget]] = []
        if mark.dimension is not None:
            facts.append((tr("Works on"), dimension_label(mark.dimension)))
        facts.append((tr("Voice"), voice_label(mark.voice)))
        if mark.referent and mark.referent != mark.span.of(document.text):
            facts.append((tr("Said of"), mark.referent))
        stack.section(tr("Here"), Facts(facts))
        self._add_castings(stack, mark)
        if mark.attribution is not None:
            self._add_attribution(stack, analysis, mark.attribution)
        stack.section(tr("Why marked"), paragraph(render(mark.why)))
        add_agreement(stack, self._session, analysis, mark)
        self._add_others(stack, analysis, mark, row)
        if entry is not None:
            # A lexicon's entry says on whose judgement its stance rests.
            stack.section(tr("Judgement from"), paragraph(entry.source), paragraph(mark.entry, muted=True))
        elif mark.entry:
            stack.section(tr("Found by"), paragraph(mark.entry, muted=True))

    def _add_castings(self, stack: Stack, mark: Mark) -> None:
        rows: list[tuple[str, str | QWidget]] = []
        for casting in mark.castings:
            rows.append((tr(casting.role).capitalize(), cast(casting)))
        if rows:
            stack.section(tr("Casts"), Facts(rows))

    def _naming_of(self, mark: Mark) -> NamingRow | None:
        comparison = self._session.comparison
        if comparison is None or not mark.concept:
            return None
        return next((row for row in comparison.naming if row.id == mark.concept), None)

    def _add_others(self, stack: Stack, analysis: ArticleAnalysis, mark: Mark, row: NamingRow | None) -> None:
        comparison = self._session.comparison
        if comparison is None or row is None or len(comparison.groups) < 2 or not self._compared(analysis):
            return
        own = comparison.group_of(analysis.article.id).key
        lines: list[QWidget] = []
        for group, cell in zip(comparison.groups, row.cells, strict=True):
            if group.key == own:
                continue
            lines.append(MutedLabel(group.label))
            if not cell.uses:
                lines.append(paragraph(tr("no term for this found")))
            for (words, voice), passages in self._wordings(comparison, cell).items():
                said = tr("{words} ({count}), {voice}")
                said = said.format(words=words, count=len(passages), voice=voice_label(voice))
                lines.append(link(said, partial(self._session.open_passages, passages), f"{group.label}: {said}"))
        stack.section(tr("Others wrote"), *lines)

    def _wordings(self, comparison: Comparison, cell: NamingCell) -> dict[tuple[str, Voice], tuple[Passage, ...]]:
        """Return the passages of a cell by the words as they stand in the texts and the voice they stand in."""
        found: dict[tuple[str, Voice], tuple[Passage, ...]] = {}
        for use in cell.uses:
            for passage in use.passages:
                text = comparison.analysis_of(passage.article).document.text
                words = " ".join(passage.span.of(text).split())
                same = next(
                    (key for key in found if key[0].casefold() == words.casefold() and key[1] is use.voice), None
                )
                key = same or (words, use.voice)
                found[key] = (*found.get(key, ()), passage)
        return found

    def _compared(self, analysis: ArticleAnalysis) -> bool:
        """Return whether this article was compared with any other: it may be new, left out, or not be read at all."""
        comparison = self._session.comparison
        read = {a.article.id for a in comparison.analyses if a.article.scored} if comparison is not None else set()
        return analysis.article.id in read and len(read) > 1

    # ------------------------------------------------------------------ a sentence

    def _explain_sentence(self, stack: Stack, analysis: ArticleAnalysis, mark: Mark) -> None:
        text = analysis.document.text
        stack.add(heading(tr("Sentence")), quotation(shortened(mark.span.of(text))))
        stack.add(paragraph(analysis.article.label, muted=True))
        self._add_decisions(stack, analysis, mark)
        facts: list[tuple[str, str | QWidget]] = [
            (tr("Sentiment"), tr("{score} (VADER compound, -1 to 1)").format(score=signed_score(mark.weight))),
            *sentence_facts(analysis, analysis.document.sentence_at(mark.span.start)),
            (tr("Voice"), voice_label(mark.voice)),
        ]
        stack.section(tr("Here"), Facts(facts))
        parts = [(part.span.of(text), part.weight) for part in mark.parts]
        if parts:
            stack.section(tr("What each word adds"), WeightBars(parts))
        stack.section(tr("Why marked"), paragraph(render(mark.why)))
        self._add_counterparts(stack, analysis, mark.span)

    def _explain_passage(self, stack: Stack, analysis: ArticleAnalysis, span: Span) -> None:
        stack.add(heading(tr("Passage")), quotation(shortened(span.of(analysis.document.text))))
        stack.add(paragraph(analysis.article.label, muted=True))
        run = analysis.document.voice_at(span.start)
        facts = sentence_facts(analysis, analysis.document.sentence_at(span.start))
        stack.section(tr("Here"), Facts([*facts, (tr("Voice"), voice_label(analysis.document.voice_of(span)))]))
        if run.attribution is not None:
            self._add_attribution(stack, analysis, run.attribution)
        self._add_counterparts(stack, analysis, span)

    def _add_counterparts(self, stack: Stack, analysis: ArticleAnalysis, span: Span) -> None:
        """Say where the sentence is found too, and what stands there differently."""
        comparison = self._session.comparison
        index = analysis.document.sentence_at(span.start)
        if comparison is None or index is None or not self._compared(analysis):
            return
        own = analysis.article.id
        statement = self._alignment.statement_of(own, index)
        if statement is None:  # nobody looked: there were too many sentences to align
            return
        found = {k: v for k, v in self._alignment.counterparts(own, index).items() if k != own}
        lines: list[QWidget] = []
        for article, spans in found.items():
            other = comparison.analysis_of(article)
            for there in spans:
                lines.append(MutedLabel(other.article.label))
                words = shortened(there.of(other.document.text), 90)
                lines.append(link(words, partial(self._session.open_passages, (Passage(article, there),)), words))
        if lines:
            if statement.confidence is not None:
                sure = tr("similarity {value}").format(value=f"{statement.confidence:.2f}")
                lines.append(paragraph(sure, muted=True))
            stack.section(tr("Told also in"), *lines)
        self._add_answers(stack, comparison, self._alignment.answers(statement))

    def _add_answers(self, stack: Stack, comparison: Comparison, answers: Sequence[Coverage]) -> None:
        """Say what the other articles answer: told too, perhaps, not found; each with its nearest passage."""
        titles = {
            CoverageState.TOLD: tr("Told too, in sentences that tell more or less"),
            CoverageState.PERHAPS: tr("Perhaps told: the nearest passage"),
            CoverageState.NOT_FOUND: tr("Not found; the nearest passage"),
        }
        for state, title in titles.items():
            lines: list[QWidget] = []
            for answer in answers:
                if answer.state is not state:
                    continue
                other = comparison.analysis_of(answer.article)
                lines.append(MutedLabel(f"{other.article.label} · {answer.probability:.2f}"))
                for nearest in answer.nearest[:1]:
                    words = shortened(nearest.span.of(other.document.text), 90)
                    passage = Passage(answer.article, nearest.span)
                    lines.append(link(words, partial(self._session.open_passages, (passage,)), words))
            stack.section(title, *lines)

    # ------------------------------------------------------------------ an attribution

    def _explain_attribution(self, stack: Stack, analysis: ArticleAnalysis, index: int) -> None:
        attribution, text = analysis.document.attributions[index], analysis.document.text
        words = " … ".join(part.of(text) for part in attribution.content)
        stack.add(heading(tr("Attribution")), quotation(shortened(words)))
        stack.add(paragraph(analysis.article.label, muted=True))
        stack.section(tr("Here"), Facts(self._attribution_facts(analysis, attribution)))
        speaker = attribution.speaker
        if speaker is not None:
            opened = tuple(Passage(analysis.article.id, span) for span in speaker.evidence)
            lines: list[QWidget] = [paragraph(render(speaker.why))]
            if opened:
                shown = tr("Show where the text says so ({count})").format(count=len(opened))
                lines.append(link(shown, lambda: self._session.open_passages(opened)))
            stack.section(tr("Why this speaker"), *lines)
        stack.section(tr("Why marked"), paragraph(render(attribution.why)))
        self._add_cuts(stack, analysis, index)

    def _attribution_facts(
        self, analysis: ArticleAnalysis, attribution: Attribution
    ) -> list[tuple[str, str | QWidget]]:
        text, speaker = analysis.document.text, attribution.speaker
        dash = "–"
        return [
            (tr("Speaker"), speaker.name if speaker else dash),
            (tr("Kind"), kind_label(speaker.kind) if speaker else dash),
            (tr("Source"), " … ".join(part.of(text) for part in attribution.source) or dash),
            (tr("Cue"), " … ".join(part.of(text) for part in attribution.cue) or dash),
            (tr("Cue stance"), cue_label(attribution.cue_stance)),
            (tr("Form"), form_label(attribution.form)),
            (tr("Words"), str(sum(analysis.document.words_in(part) for part in attribution.content))),
        ]

    def _add_attribution(self, stack: Stack, analysis: ArticleAnalysis, index: int) -> None:
        attribution = analysis.document.attributions[index]
        rows = self._attribution_facts(analysis, attribution)
        chosen = Selection(Passage(analysis.article.id, attribution.span), None, index)
        stack.section(
            tr("Attributed to"),
            Facts([row for row in rows if row[0] in (tr("Speaker"), tr("Kind"), tr("Cue"), tr("Cue stance"))]),
            link(tr("Show the attribution"), lambda: self._session.select(chosen)),
        )

    def _add_cuts(self, stack: Stack, analysis: ArticleAnalysis, index: int) -> None:
        """Show how other articles cut and introduced the same words."""
        comparison = self._session.comparison
        here = (analysis.article.id, index)
        for quote in comparison.quotes if comparison is not None else ():
            if here not in {(cut.article, cut.attribution) for cut in quote.cuts}:
                continue
            lines: list[QWidget] = []
            for cut in quote.cuts:
                if (cut.article, cut.attribution) == here or comparison is None:
                    continue
                other = comparison.analysis_of(cut.article)
                lines.append(MutedLabel(tr("{name}: “{cue}”").format(name=other.article.label, cue=cut.cue)))
                words = shortened(cut.span.of(other.document.text), 90)
                passage = Passage(cut.article, cut.span)
                lines.append(link(words, partial(self._session.open_passages, (passage,)), words))
            stack.section(tr("The same words elsewhere"), *lines)

    # ------------------------------------------------------------------ the user's own judgement

    def _add_decisions(self, stack: Stack, analysis: ArticleAnalysis, mark: Mark) -> None:
        """Put what can be decided above the reasons, which are often longer than the window is high."""
        article = analysis.article.id
        rejected = mark.id in self._session.rejected(article)
        written = self._session.note(article, mark.id)
        self._decisions = DecisionRow(self._session, rejected, bool(written))
        stack.add(self._decisions)
        if rejected:
            stack.section(tr("Rejected"), paragraph(tr("This mark counts nowhere; the report lists it.")))
        if written:
            stack.section(tr("Note"), paragraph(written))


def _named(mark: Mark) -> str:
    """Return what a mark that is no framing term and no sentence is called."""
    if mark.act is not None:
        return tr("Act of force or harm")
    if mark.kind == MarkKind.LOADED:
        return tr("Loaded word")
    kind = by_id().get(mark.kind)
    return kind.title if kind is not None else mark.kind


def cast(casting: Casting) -> QWidget:
    """Return the scale of one casting, over the name of whom it casts where the text says so."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 4)
    layout.setSpacing(1)
    layout.addWidget(StanceScale(casting.stance))
    if casting.name:
        layout.addWidget(paragraph(casting.name))
    return box


def shortened(words: str, longest: int = LONGEST) -> str:
    """Return words on one line, cut at a space where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
