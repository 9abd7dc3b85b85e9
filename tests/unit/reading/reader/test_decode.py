"""From tags and pointers to attributions, on figures set by hand."""

from __future__ import annotations

import numpy as np

from analysis.reading.reader.decode import FURTHER, GAP, Floats, relations

SURE = 9.0
SIZE = 24


def figures(
    tags: dict[int, list[tuple[int, int]]], points: dict[tuple[int, int], dict[int, float]]
) -> tuple[Floats, Floats]:
    """Return logits of tags, and pointers: (kind, word) → {word: share}; all others point to nothing."""
    roles = np.zeros((SIZE, 3, 3), np.float32)
    roles[:, :, 0] = SURE
    for role, spans in tags.items():
        for start, end in spans:
            roles[start:end, role] = (0, 0, SURE)
            roles[start, role] = (0, SURE, 0)
    shares = np.zeros((3, SIZE, 1 + SIZE), np.float32)
    shares[:, :, 0] = 1
    for (kind, word), to in points.items():
        shares[kind, word] = 0
        for other, share in to.items():
            shares[kind, word, 1 + other] = share
        shares[kind, word, 0] = 1 - sum(to.values())
    return roles, np.log(np.maximum(shares, 1e-9))


def content_of(
    parts: list[tuple[int, int]], share: float = 1.0, source: tuple[int, int] = (10, 11)
) -> list[tuple[int, int]]:
    """Return the content of a cue at word 11 with its source before it; `share`: how surely later parts point to it."""
    points = {(0, 11): {source[0]: 1.0}, (1, 11): {11: 1.0}}
    for number, (start, end) in enumerate(parts):
        points |= {(2, word): {11: share if number else 1.0} for word in range(start, end)}
    found, _ = relations(*figures({0: [source], 1: [(11, 12)], 2: parts}, points))
    assert [one.cue for one in found] == [((11, 12),)]
    assert found[0].source == (source,)
    return list(found[0].content)


def test_parts_of_a_content_with_few_words_between_them_are_one() -> None:
    assert content_of([(13, 15), (15, 17), (17 + GAP, 24)]) == [(13, 24)]


def test_parts_with_many_words_between_them_stay_apart() -> None:
    assert content_of([(12, 14), (15 + GAP, 24)]) == [(12, 14), (15 + GAP, 24)]


def test_a_content_cut_by_its_own_source_and_cue_stays_in_two_parts() -> None:
    assert content_of([(4, 10), (12, 16)]) == [(4, 10), (12, 16)]


def test_a_further_part_counts_only_when_it_surely_points_to_the_cue() -> None:
    enough, too_little = np.exp(FURTHER) + 0.02, np.exp(FURTHER) - 0.02
    assert content_of([(4, 10), (12, 16)], enough) == [(4, 10), (12, 16)]
    assert content_of([(4, 10), (12, 16)], too_little) == [(4, 10)]


def test_what_points_out_of_the_window_is_handed_on() -> None:
    roles, pointers = figures({1: [(11, 12)], 2: [(4, 10), (14, 18)]}, {(1, 11): {11: 1.0}, (2, 4): {11: 1.0}})
    for word in range(4, 10):
        pointers[2, word] = pointers[2, 4]
    found, loose = relations(roles, pointers)
    assert [one.content for one in found] == [((4, 10),)]
    assert loose == [(14, 18)]
