"""The source ledger: one row per speaker, one cell per group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..messages import message, text
from ..model import ArticleAnalysis, Attribution, CueStance, Form, SourceCell, SourceRow, Speaker, SpeakerKind
from ..progress import checked
from ..sources.order import order_key
from .scope import Scope, passage
from .speakers import Known, clusters, row_name


@dataclass(frozen=True, slots=True)
class _Said:
    analysis: ArticleAnalysis
    index: int
    attribution: Attribution


def source_rows(scope: Scope) -> tuple[SourceRow, ...]:
    """Return the speakers, those heard by most groups first, then by attributions, words and name.

    Words for which the text gives no source are nobody's: they have no row.
    """
    said, held = _gather(scope)
    rows = [
        _row(scope, [known for _, known in cluster], cluster)
        for cluster in checked(_clustered(said, held))
        if any(s.attribution.speaker is not None for sayings, _ in cluster for s in sayings)
    ]
    return tuple(sorted(rows, key=_rank))


def speaker_rows(scope: Scope) -> tuple[dict[tuple[str, int], int], list[str]]:
    """Return for each attribution, by (article id, index), the number of the speaker behind it; and all their names."""
    said, held = _gather(scope)
    found = _clustered(said, held)
    rows = {
        (s.analysis.article.id, s.index): row
        for row, cluster in enumerate(found)
        for sayings, _ in cluster
        for s in sayings
    }
    return rows, [row_name([known for _, known in cluster]) for cluster in found]


def _gather(scope: Scope) -> tuple[list[list[_Said]], list[Speaker]]:
    """Return what each speaker of each article says, and the speakers; one without a speaker counts as unnamed."""
    found: dict[tuple[str, str, SpeakerKind, bool], list[_Said]] = defaultdict(list)
    speakers: dict[tuple[str, str, SpeakerKind, bool], Speaker] = {}
    for analysis in scope.scored:
        for index, attribution in scope.attributions(analysis):
            speaker = attribution.speaker or _nobody()
            key = (analysis.article.id, speaker.name.casefold(), speaker.kind, speaker.named)
            found[key].append(_Said(analysis, index, attribution))
            speakers.setdefault(key, speaker)
    keys = sorted(found)
    return [found[k] for k in keys], [speakers[k] for k in keys]


def _nobody() -> Speaker:
    return Speaker(text("no source given"), SpeakerKind.UNNAMED, False, (), message("comparison.speaker.none"))


def _clustered(said: list[list[_Said]], speakers: list[Speaker]) -> list[list[tuple[list[_Said], Known]]]:
    known = [
        Known(speaker, len(sayings), sayings[0].analysis.article.id)
        for speaker, sayings in zip(speakers, said, strict=True)
    ]
    return [[(said[i], known[i]) for i in cluster] for cluster in clusters(known)]


def _row(scope: Scope, known: Sequence[Known], cluster: Sequence[tuple[list[_Said], Known]]) -> SourceRow:
    kinds: Counter[SpeakerKind] = Counter()
    for k in known:
        kinds[k.speaker.kind] += k.count
    # A kind that one article makes out says more than "other" in five.
    kind = min(kinds, key=lambda k: (k in (SpeakerKind.OTHER, SpeakerKind.UNNAMED), -kinds[k], k))
    by_group: dict[str, list[_Said]] = defaultdict(list)
    for sayings, _ in cluster:
        for s in sayings:
            by_group[scope.group_key(s.analysis.article.id)].append(s)
    cells = tuple(_cell(group.key, by_group.get(group.key, [])) for group in scope.groups)
    return SourceRow(row_name(known), kind, any(k.speaker.named for k in known), cells)


def _cell(group: str, said: Sequence[_Said]) -> SourceCell:
    said = sorted(said, key=lambda s: (order_key(s.analysis.article), s.index))
    cues: Counter[tuple[str, CueStance]] = Counter()
    forms: Counter[Form] = Counter()
    words, first = 0, None
    for s in said:
        document = s.analysis.document
        forms[s.attribution.form] += 1
        words += sum(document.words_in(part) for part in s.attribution.content)
        place = round(s.attribution.span.start / max(1, len(document.text)), 4)
        first = place if first is None else min(first, place)
        if s.attribution.cue:
            cue = " ".join(part.of(document.text) for part in s.attribution.cue)
            cues[" ".join(cue.lower().split()), s.attribution.cue_stance] += 1
    return SourceCell(
        group,
        len(said),
        words,
        first,
        tuple((cue, stance, n) for (cue, stance), n in sorted(cues.items(), key=lambda c: (-c[1], c[0]))),
        tuple((form, forms[form]) for form in Form if forms[form]),
        tuple(passage(s.analysis, s.attribution.span) for s in said),
    )


def _rank(row: SourceRow) -> tuple[int, int, int, str, str, bool]:
    groups = sum(1 for cell in row.cells if cell.attributions)
    said = sum(cell.attributions for cell in row.cells)
    return (-groups, -said, -sum(cell.words for cell in row.cells), row.speaker, row.kind, row.named)
