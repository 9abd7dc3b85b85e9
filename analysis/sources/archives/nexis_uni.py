"""Nexis Uni: title, outlet, date, copyright, fields, "Body", text, groups below it, "End of Document"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...messages import message
from .cut import Cut, with_letters
from .heads import head_above
from .labels import Named, label_of, named, named_below
from .lines import are_wrapped, groups_of, spread
from .marks import fields, one_of, table, words
from .record import Record, without_pages
from .values import count_words, is_date_line, is_rights, length_of

GROUP_WORDS = 120
"""Words that may stand in a group below the text. Longer ones must be shorter than the text."""
GROUP_SHARE = 0.4
REACH = 60
"""Lines of a document above which its text begins."""


def read(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file in this layout."""
    ends = words("nexis", "ends")
    parts: list[Sequence[str]] = []
    at = 0
    for i, line in enumerate(lines):
        if len(line) < 40 and line.casefold() in ends:
            parts.append(lines[at:i])
            at = i + 1
    wrapped = are_wrapped(lines)
    ended = len(parts)
    parts = [one for part in parts for one in _without_ends(part, wrapped)]
    *several, rest = _without_ends(lines[at:], wrapped)
    parts += several
    alone = _is_document(rest, alone=True)
    if not any(_is_document(part) for part in parts) and not alone:
        return None
    stated = _announced(parts[0] if parts else rest)
    records = [_record(part, wrapped) for part in parts if with_letters(part)]
    left_out: list[str] = []
    if alone or (parts and _is_begun(rest)):
        records.append(_record(rest, wrapped))
        # The others end with a line of their own, or a date of loading.
        if parts and not _loaded(rest) and (ended or _loaded(lines)):
            records[-1].complete = False
            records[-1].remarks.append(message("sources.archive.cut_off"))
    else:
        left_out = with_letters(rest)
    return Cut(tuple(records), stated, max(ended, _loaded(lines)), tuple(left_out))


def _without_ends(lines: Sequence[str], wrapped: bool) -> list[Sequence[str]]:
    """Return the documents in lines that no line of its own ends.

    A date of loading is the last field of each; a second length has a head above it. What has neither text nor length
    belongs to the one before.
    """
    tail, head, bodies = fields("nexis", "tail"), fields("nexis", "head"), words("nexis", "bodies")
    cuts, begun, measured = [0], False, False
    for i, line in enumerate(lines):
        if ":" not in line[:34]:
            begun = begun or line.casefold() in bodies
        elif (found := named_below(line, tail)) and found.field == "load date" and begun:
            cuts.append(i + 1)
            begun = measured = False
        elif (found := named(line, head)) and found.field == "length" and length_of(found.value) is not None:
            if measured and (start := head_above(lines, i, cuts[-1], True, wrapped)) is not None:
                cuts.append(start)
            measured = begun = True
    ends = [*cuts[1:], len(lines)]
    starts = [a for a, b in zip(cuts, ends, strict=True) if a == 0 or _is_begun(lines[a:b])]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _is_begun(lines: Sequence[str]) -> bool:
    """Return whether lines have the length of a document, or the line above its text."""
    head, bodies = fields("nexis", "head"), words("nexis", "bodies")
    return any(
        line.casefold() in bodies
        or (":" in line[:34] and (found := named(line, head)) and length_of(found.value) is not None)
        for line in lines
    )


def _loaded(lines: Sequence[str]) -> int:
    """Return how many dates of loading there are, each the last of a document; of several labels the most."""
    tail = fields("nexis", "tail")
    labels = (named_below(line, tail) for line in lines if ":" in line[:34])
    return max(Counter(one.label for one in labels if one and one.field == "load date").values(), default=0)


def _is_document(lines: Sequence[str], alone: bool = False) -> bool:
    """Return whether lines have Nexis Uni's fields; `alone` where no line ends them, which must show more."""
    head, tail, bodies = fields("nexis", "head"), fields("nexis", "tail"), words("nexis", "bodies")
    found: set[str] = set()
    measured = False
    for line in lines:
        if line.casefold() in bodies:
            found.add("body")
        elif ":" in line[:34] and (label := named(line, head) or named_below(line, tail)):
            found.add(label.field)
            measured = measured or (label.field == "length" and length_of(label.value) is not None)
    if alone:
        return measured and "body" in found and bool(found & {"load date", "section"})
    return len(found) >= 2 and (measured or bool(found & {"load date", "body"}))


def _announced(lines: Sequence[str]) -> int:
    """Return how many documents the cover says there are: "Documents (3)"; 0 where there is none."""
    pattern = re.compile(rf"(?:{one_of(words('nexis', 'covers'))}) \((\d{{1,5}})\)", re.I)
    return next((int(m[1]) for line in lines if (m := pattern.fullmatch(line))), 0)


def _record(lines: Sequence[str], wrapped: bool) -> Record:
    record = Record(table("nexis")["archive"])
    head = fields("nexis", "head")
    bodies = words("nexis", "bodies")
    groups = _labelled(groups_of(without_pages(lines, record)), wrapped)
    day = _day(groups)
    if day is None:
        body = next((i for i, group in enumerate(groups) if group[0].casefold() in bodies), 0)
        first = next((i for i, group in enumerate(groups[:body]) if named(group[0], head)), body)
        _read_undated(groups[:first], record)
    else:
        _read_top(groups, day, record, wrapped)
        first = day + 1
    start = _read_head(groups, first, record)
    end = _read_tail(groups, start, record)
    record.body = spread(groups[start:end])
    return record


def _labelled(groups: list[list[str]], wrapped: bool) -> list[list[str]]:
    """Return the groups with each label, each heading and what follows it in one of its own."""
    head, tail, bodies = fields("nexis", "head"), fields("nexis", "tail"), words("nexis", "bodies")
    headings = {heading.casefold() for names in table("nexis")["groups"].values() for heading in names}
    found: list[list[str]] = []
    for group in groups:
        cut = True
        for line in group:
            alone = len(line) < 24 and line.casefold() in bodies | headings
            label = ":" in line[:34] and (named(line, head) or named_below(line, tail))
            if cut or label or alone or is_rights(line) or is_date_line(line):
                found.append([])
            found[-1].append(line)
            cut = alone or (bool(label) and (not wrapped or length_of(line.partition(":")[2]) is not None))
    return found


def _day(groups: Sequence[list[str]]) -> int | None:
    """Return which group is the date: the last one above the first field, for a cover may stand above the title."""
    head, bodies = fields("nexis", "head"), words("nexis", "bodies")
    found = None
    for i, group in enumerate(groups):
        if is_date_line(group[0]):
            found = i
        elif found is not None and (
            is_rights(group[0]) or named(group[0], head) or group[0].casefold() in bodies or i > found + 3
        ):
            if i <= found + 3:
                return found
            found = None
    return None


def _read_top(groups: Sequence[list[str]], day: int, record: Record, wrapped: bool) -> None:
    """Read what stands above the date: the outlet, and the title above it."""
    record.add("published", groups[day][0])
    record.add("edition", " ".join(groups[day][1:]))
    if day == 0:
        return
    above = groups[day - 1]
    record.add("outlet", above[-1])
    title = above[:-1] or (groups[day - 2] if day > 1 else [])
    record.add("title", " ".join(title if wrapped else title[-1:]))


def _read_undated(groups: Sequence[list[str]], record: Record) -> None:
    """Read what stands above the first field where none of it is a date that can be read, as "Winter 2026" is none."""
    above = [group for group in groups if not is_rights(group[0])]
    if len(above) > 2 and len(above[-1][0]) < 60 and re.search(r"\b(?:19|20)\d\d\b", above[-1][0]):
        record.add("published", above.pop()[0])
    for name, group in zip(("outlet", "title"), reversed(above), strict=False):
        record.add(name, " ".join(group))


def _read_head(groups: Sequence[list[str]], at: int, record: Record) -> int:
    """Read the fields above the text; return where that begins."""
    head, bodies = fields("nexis", "head"), words("nexis", "bodies")
    body = next((i for i in range(at, min(len(groups), at + REACH)) if groups[i][0].casefold() in bodies), None)
    pending: Named | None = None
    while at < len(groups) and at != body:
        group = groups[at]
        found = named(group[0], head)
        if is_rights(group[0]):
            record.add("copyright", " ".join(group))
        elif found:
            pending = None if found.value else found
            record.add(found.field, " ".join([found.value, *group[1:]]), found.label)
        elif pending:
            record.add(pending.field, " ".join(group), pending.label)
            pending = None
        elif body is None:
            break
        elif "copyright" not in record.values:
            record.add("edition", " ".join(group))
        at += 1
    return at + 1 if at == body else at


def _read_tail(groups: Sequence[list[str]], start: int, record: Record) -> int:
    """Read the fields and groups below the text; return where the text ends."""
    tail, names = fields("nexis", "tail"), fields("nexis", "groups")
    end = len(groups)
    while end > start and (
        named_below(groups[end - 1][0], tail)
        or is_rights(groups[end - 1][0])
        or names.get(_alone(groups[end - 1])) == "drop"
    ):
        end -= 1
    for group in groups[end:]:
        if found := named_below(group[0], tail):
            record.add(found.field, " ".join([found.value, *group[1:]]), found.label)
    total = count_words("\n".join(spread(groups[start:end])))
    while True:
        at = next((i for i in range(end - 1, start, -1) if _alone(groups[i]) in names), None)
        if at is None:
            return end
        if names[_alone(groups[at])] == "drop" and not all(label_of(group[0]) for group in groups[at + 1 : end]):
            return end  # a heading of the text
        size = count_words("\n".join(spread(groups[at:end])))
        if size > max(GROUP_WORDS, GROUP_SHARE * total) or size >= total:
            return end
        for group in groups[at + 1 : end]:
            record.add(names[_alone(groups[at])], " ".join(group))
        end = at


def _alone(group: Sequence[str]) -> str:
    """Return a group's only line without case, "" where it has more."""
    return group[0].casefold() if len(group) == 1 else ""
