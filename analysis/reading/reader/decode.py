"""From the Reader's figures for words to spans and relations: plain array work, the same in training and in use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...readings import Range, Relation
from .labels import BEGIN, OUTSIDE

Floats = NDArray[np.float32]


def ranges(tags: NDArray[np.int64]) -> list[Range]:
    """Return the spans of a sequence of outside, begin, inside; an "inside" with nothing before it begins a span."""
    found: list[Range] = []
    start = -1
    for i, tag in enumerate(tags.tolist()):
        if start >= 0 and tag in (OUTSIDE, BEGIN):
            found.append((start, i))
            start = -1
        if tag != OUTSIDE and start < 0:
            start = i
    if start >= 0:
        found.append((start, len(tags)))
    return found


NEVER = -1e4
_MOVES = np.array([[0.0, 0.0, NEVER], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]], np.float32)
""""Inside" follows "begin" or "inside" only."""


def likeliest(logits: Floats, lean: Sequence[float] = ()) -> NDArray[np.int64]:
    """Return the likeliest tags of several taggings, (words, kinds, 3) → (words, kinds), by Viterbi's algorithm.

    `lean`: how much the logit of "outside" is lowered, for each kind.
    """
    size = len(logits)
    if len(lean):
        logits = logits - np.array(lean, np.float32)[:, None] * np.array([1.0, 0.0, 0.0], np.float32)
    if not size:
        return np.zeros(logits.shape[:2], np.int64)
    top = logits - logits.max(-1, keepdims=True)
    emitted = top - np.log(np.exp(top).sum(-1, keepdims=True))
    score = emitted[0] + np.array([0.0, 0.0, NEVER], np.float32)
    back = np.zeros(logits.shape, np.int64)
    for i in range(1, size):
        paths = score[:, :, None] + _MOVES
        back[i] = paths.argmax(1)
        score = paths.max(1) + emitted[i]
    tags = np.zeros(logits.shape[:2], np.int64)
    tags[-1] = score.argmax(-1)
    kinds = np.arange(logits.shape[1])
    for i in range(size - 1, 0, -1):
        tags[i - 1] = back[i][kinds, tags[i]]
    return tags


LEAN = (1.0, 0.0, 0.0)
"""Of source, cue, content: a source too many costs little, since only one that a cue points to counts (PolNeAR dev)."""


def relations(roles: Floats, pointers: Floats) -> tuple[list[Relation], list[Range]]:
    """Return the attributions of one window of words, and the contents whose cue stands outside it.

    `roles`: (words, 3, 3) logits. `pointers`: (3, words, 1 + words) log-probabilities over "not here" and each word.
    """
    tags = likeliest(roles, LEAN)
    sources, cues, contents = (ranges(tags[:, number]) for number in range(3))
    sure = _sureness(roles)
    anchors = _anchors(cues, pointers[1])
    owned, loose = _owned(contents, list(anchors), pointers[2])
    found = []
    for anchor, parts in anchors.items():
        if not owned[anchor]:
            continue
        source = _source(parts, sources, pointers[0])
        own = (source,) if source else ()
        by_role = (own, parts, owned[anchor])
        probability = min(float(sure[role, slice(*span)].min()) for role in range(3) for span in by_role[role])
        found.append(Relation(own, tuple(parts), _joined(owned[anchor], (*own, *cues, *contents)), probability))
    return found, loose


GAP = 6
"""Words at most between two parts of one content that are read as one: it was cut at a comma or a quotation mark.

With wider gaps strict content F on PolNeAR dev still rose a little, but a part then swallows what is nobody's words.
"""


def _joined(contents: Sequence[Range], others: Sequence[Range]) -> tuple[Range, ...]:
    """Return the parts of a content; those with only a few words between them, none of them another span's, are one."""
    joined: list[Range] = []
    for start, end in contents:
        last = joined[-1][1] if joined else start
        if joined and start - last <= GAP and not any(a < start and last < b for a, b in others):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)


def _sureness(roles: Floats) -> Floats:
    """Return the probability of the chosen tag: (3, words)."""
    shifted = np.exp(roles - roles.max(-1, keepdims=True))
    chosen: Floats = (shifted / shifted.sum(-1, keepdims=True)).max(-1).T
    return chosen


def _anchors(cues: list[Range], pointers: Floats) -> dict[int, list[Range]]:
    """Return the cues by the first word of the cue they are part of: “did … say” is one in two parts."""
    starts = [start for start, _ in cues]
    found: dict[int, list[Range]] = {}
    for cue in cues:
        best = _best(cue, starts, pointers)
        own = best if best is not None and best <= cue[0] else cue[0]
        found.setdefault(own if own in found else cue[0], []).append(cue)
    return found


def _best(span: Range, places: Sequence[int], pointers: Floats) -> int | None:
    """Return which of `places` the words of `span` point to on average; None when "not here" is likelier."""
    if not places:
        return None
    mean = pointers[slice(*span)].mean(0)
    scores = mean[[place + 1 for place in places]]
    at = int(scores.argmax())
    return None if mean[0] > scores[at] else places[at]


LEAST = -7.0
"""Mean log-probability from which a cue without another content may claim one that points elsewhere (PolNeAR dev)."""


FURTHER = -0.5
"""Mean log-probability from which a cue takes a further content: most of those pointed to with less are no part of it.

Without it six of seven errors in the number of parts were parts too many (PolNeAR dev)."""


def _owned(
    contents: Sequence[Range], anchors: Sequence[int], pointers: Floats
) -> tuple[dict[int, list[Range]], list[Range]]:
    """Return the contents of each cue, and those of none: first one for each cue, the best fit of all together.

    A cue introduces something, so that two cues side by side should not both lose their words to one of them; what
    is left over then goes where it surely points, or nowhere.
    """
    from scipy.optimize import linear_sum_assignment

    owned: dict[int, list[Range]] = {anchor: [] for anchor in anchors}
    if not contents or not anchors:
        return owned, list(contents)
    mean = np.stack([pointers[slice(*content)].mean(0) for content in contents])
    scores = mean[:, [anchor + 1 for anchor in anchors]]
    taken = set()
    for row, column in zip(*linear_sum_assignment(-np.maximum(scores, LEAST)), strict=True):
        if scores[row, column] > LEAST:
            owned[anchors[column]].append(contents[row])
            taken.add(row)
    loose = []
    for row, content in enumerate(contents):
        if row not in taken:
            best = int(scores[row].argmax())
            if mean[row, 0] > scores[row, best]:
                loose.append(content)
            elif scores[row, best] >= FURTHER:
                owned[anchors[best]].append(content)
    return {anchor: sorted(parts) for anchor, parts in owned.items()}, loose


def _source(cue: list[Range], sources: Sequence[Range], pointers: Floats) -> Range | None:
    mean = np.concatenate([pointers[slice(*part)] for part in cue]).mean(0)
    if not sources:
        return None
    scores = [float(mean[start + 1 : end + 1].max()) for start, end in sources]
    at = int(np.argmax(scores))
    return None if mean[0] > scores[at] else sources[at]
