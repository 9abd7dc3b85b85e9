"""Nexis until about 2019: "1 of 3 DOCUMENTS", outlet, date, headline, fields under labels in capitals, text, fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from .cut import Cut, with_letters
from .heads import head_above, is_prose, without_own
from .labels import Named, label_of, named, named_below
from .lines import are_wrapped, groups_of, spread
from .marks import counter, fields, numbered, one_of, table, words
from .record import Record, without_pages
from .values import is_date_line, is_rights, length_of, opens_byline

LOOKED_AT = 14
"""Lines below a number in which a label, a date or a copyright must stand, else it is a line of the text."""
DATED = 6
"""Lines below a number in which a document's date stands: outlet and copyright are above it."""
HEADER_LINES = 12
"""Lines above the first label in which outlet and date are looked for."""
MANY_CAPTIONS = 8
"""Groups of lines in which captions may run on before the next label."""
UNKNOWN = 8
"""Labels that the tables lack, one below the other, between two that they have."""
HEAD_LENGTH = 160
"""Characters of the head of a page: a title over two lines."""
CONTINUED = 4
"""Lines over which a value may run on; more are the text."""
LEAST_FIELDS = 3
"""Different fields above the first number by which a document stands there, and no cover."""
MAX_REQUEST = 2_000
"""Characters of the line in which a cover lists the numbers that were asked for."""

_EDITION = re.compile(
    r".*\b(?:edition|ausgabe|editie|édition|edición|final|correction appended)\b.*|.*;$|edition \d.*", re.I
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_HEAD_FIELDS = ("byline", "length", "section")
_END_FIELDS = ("load date", "publication type", "language", "journal code")


def read(lines: Sequence[str]) -> Cut | None:
    """Return the documents of a file in this layout."""
    head, tail = fields("nexis", "head"), fields("nexis", "tail")
    wrapped = are_wrapped(lines)
    starts = _starts(lines, head, tail)
    if starts:
        following = lines[starts[0][0] :]
        known = len(_distinct(following, head, tail)) + any(is_rights(line) for line in following)
        if known < 2 and len(starts) < 2:
            return None
        cover = lines[: starts[0][0]]
        stated = _requested(cover)
        records, left_out = _unnumbered_above(cover, head, tail, wrapped)
        ends = [at for at, _, _ in starts[1:]] + [len(lines)]
        for (at, n, total), end in zip(starts, ends, strict=True):
            first, *others = _documents(lines[at + 1 : end], head, tail)
            records.append(_record(first, n, total, wrapped))
            records += [_record(part, 0, 0, wrapped) for part in others]
        return Cut(tuple(records), stated, _loaded(lines, tail), tuple(left_out))
    if not _is_unnumbered(lines, head, tail):
        return None
    *parts, last = _documents(lines, head, tail)
    last, left_out = _without_rest(last, tail)
    records = [_record(part, 0, 0, wrapped) for part in (*parts, last)]
    return Cut(tuple(records), 0, _loaded(lines, tail), tuple(left_out))


def _unnumbered_above(
    cover: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str], wrapped: bool
) -> tuple[list[Record], list[str]]:
    """Return the documents above the first number, whose own is missing, and prose that belongs to none."""
    if len(_distinct(cover, head, tail)) < LEAST_FIELDS:
        return [], without_own(cover, cover=True)
    parts = _documents(cover, head, tail)
    headed = [part for part in parts if _has_head(part, head, tail)]
    left_out = [line for part in parts if part not in headed for line in with_letters(part)]
    return [_record(part, 0, 0, wrapped) for part in headed], left_out


def _loaded(lines: Sequence[str], tail: Mapping[str, str]) -> int:
    """Return how many dates of loading there are, each the last of a document; of several labels the most."""
    found = Counter(
        label.label
        for line in lines
        if ":" in line[:34] and (label := named_below(line, tail, capitals=True)) and label.field == "load date"
    )
    return max(found.values(), default=0)


def _requested(cover: Sequence[str]) -> int:
    """Return how many documents were asked for, of those that were found: "Selected Items: 1-10"; 0 if all."""
    pattern = re.compile(rf"(?:{one_of(words('nexis', 'requests'))}):\D*(\d[\d,;\s-]*)", re.I)
    m = next((m for line in cover if len(line) <= MAX_REQUEST and (m := pattern.fullmatch(line))), None)
    ranges = re.findall(r"(\d{1,6})(?:\s?-\s?(\d{1,6}))?", m[1]) if m else []
    return sum(max(0, int(last or first) - int(first) + 1) for first, last in ranges)


def _starts(lines: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str]) -> list[tuple[int, int, int]]:
    """Return the lines that number documents: index, number, how many there are."""
    pattern = counter("nexis")
    found: list[tuple[int, int, int]] = []
    for i, line in enumerate(lines):
        if not line or (count := numbered(pattern, line)) is None:
            continue
        next_one = bool(found) and count == (found[-1][1] + 1, found[-1][2])
        if _opens(lines, i + 1, head, tail) if next_one or not found else _is_dated(lines, i + 1):
            found.append((i, *count))
    return found


def _opens(lines: Sequence[str], at: int, head: Mapping[str, str], tail: Mapping[str, str]) -> bool:
    following = [line for line in lines[at : at + 4 * LOOKED_AT] if line][:LOOKED_AT]
    return any(_known(line, head, tail) or is_rights(line) or is_date_line(line) for line in following)


def _is_dated(lines: Sequence[str], at: int) -> bool:
    """Return whether a date stands in the next lines: a number out of its order may be quoted in a text."""
    following = [line for line in lines[at : at + 4 * DATED] if line][:DATED]
    return any(is_date_line(line) for line in following)


def _known(line: str, head: Mapping[str, str], tail: Mapping[str, str]) -> Named | None:
    return named(line, head, capitals=True) or named_below(line, tail, capitals=True)


def _distinct(lines: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str]) -> set[str]:
    """Return the fields that labels in capitals name."""
    return {found.field for line in lines if ":" in line[:34] and (found := _known(line, head, tail))}


def _is_unnumbered(lines: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str]) -> bool:
    """Return whether the lines are Nexis's without numbers: a length in words, and a block of fields at the end."""
    found = _distinct(lines, head, tail)
    if len(found) < 4 or not found.intersection(("load date", "publication type", "journal code")):
        return False
    return any(_is_length(line, head) for line in lines)


def _is_length(line: str, head: Mapping[str, str]) -> bool:
    found = named(line, head, capitals=True)
    return found is not None and found.field == "length" and length_of(found.value) is not None


def _documents(lines: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str]) -> list[Sequence[str]]:
    """Return the documents that follow each other without a number.

    Each ends with its block of fields, or where a head stands with fields that the document has already.
    """
    first = next((line for line in lines if line), "")
    begins_with_rights = is_rights(first)
    cuts, in_tail, seen = [0], False, set[str]()
    label: Named | None = None  # of the line above
    for i, line in enumerate(lines):
        if not line:
            label = None
            continue
        has_label = ":" in line[:34]
        ending = named_below(line, tail, capitals=True) if has_label else None
        if ending and ending.field in _END_FIELDS:
            in_tail = True
        elif (
            in_tail
            and not (ending or label or (has_label and label_of(line, True)))
            and (begins_with_rights or not is_rights(line))
        ):
            cuts.append(i)
            in_tail, seen = False, set()
        if has_label and (own := named(line, head, capitals=True)) and own.field in _HEAD_FIELDS:
            if own.field in seen and (start := head_above(lines, i, cuts[-1])) is not None:
                cuts.append(start)
                in_tail, seen = False, set()
            seen.add(own.field)
        # A long value runs on over the next line, a short one ends with its own.
        if ending is not None:
            label = ending if ending.field not in _END_FIELDS else None
    ends = [*cuts[1:], len(lines)]
    starts = [a for a, b in zip(cuts, ends, strict=True) if a == 0 or _has_head(lines[a:b], head, tail)]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _has_head(lines: Sequence[str], head: Mapping[str, str], tail: Mapping[str, str]) -> bool:
    """Return whether a date stands among the first lines, and any field below."""
    top = [line for line in lines[: 4 * HEADER_LINES] if line][:HEADER_LINES]
    dated = any(is_date_line(line) for line in top)
    return dated and any(":" in line[:34] and _known(line, head, tail) for line in lines)


def _without_rest(lines: Sequence[str], tail: Mapping[str, str]) -> tuple[Sequence[str], list[str]]:
    """Return the last document without the few lines below its fields, and these; prose there stays in it."""
    last = next(
        (
            i
            for i in range(len(lines) - 1, -1, -1)
            if is_rights(lines[i]) or (":" in lines[i][:34] and named_below(lines[i], tail, capitals=True))
        ),
        len(lines),
    )
    below = next((i for i in range(last, len(lines)) if not lines[i]), len(lines))
    rest = with_letters(lines[below:])
    if not rest or len(rest) > HEADER_LINES or any(is_prose(line) for line in rest):
        return lines, []
    return lines[:below], rest


def _record(lines: Sequence[str], number: int, total: int, wrapped: bool) -> Record:
    record = Record(table("nexis")["archive"], number, total)
    head, tail = fields("nexis", "head"), fields("nexis", "tail")
    groups = _labelled(groups_of(without_pages(lines, record)), head, tail, wrapped)
    end = _read_tail(groups, record, tail)
    first = next((i for i, group in enumerate(groups[:end]) if named(group[0], head, capitals=True)), None)
    if first is None or len(spread(groups[:first])) > 4 * HEADER_LINES:
        above, at = groups[: min(end, 5)], None
    else:
        above, at = groups[:first], first
    left = _read_header(above, record, labelled=at is not None)
    start = _read_head(groups[:end], at, record, head) if at is not None else len(above)
    record.body += spread([*left, *groups[start:end]])
    return record


def _labelled(
    groups: list[list[str]], head: Mapping[str, str], tail: Mapping[str, str], wrapped: bool
) -> list[list[str]]:
    """Return the groups with every label at the start of one; the text may follow the length without an empty line."""
    found: list[list[str]] = []
    for group in groups:
        cut, rights = True, False
        for line in group:
            label = _known(line, head, tail) if ":" in line[:34] else None
            rights, before = is_rights(line), rights
            if cut or label or (rights and not before):
                found.append([])
            found[-1].append(line)
            cut = label is not None and (not wrapped or label.field in ("length", "text"))
    return found


def _read_header(groups: Sequence[list[str]], record: Record, labelled: bool) -> list[list[str]]:
    """Read what stands above the first label, outlet, date, edition and headline; return what is text already."""
    lines = _header_lines(groups, record)
    at = next((j for j, (_, line) in enumerate(lines[:HEADER_LINES]) if is_date_line(line)), None)
    above, day = lines[: 1 if at is None else at], -1
    rest = lines[1:] if at is None else lines[at + 1 :]
    if at is not None:
        record.add("published", lines[at][1])
        day = lines[at][0]
    if above:
        record.add("outlet", above[0][1])
    rest = [(i, line) for i, line in rest if not (len(line) < 40 and is_date_line(line))]
    alone = all(i == day for i, _ in rest)
    edition = [line for i, line in rest if (len(line) < 60 and _EDITION.fullmatch(line)) or (i == day and not alone)]
    record.add("edition", " ".join(edition).strip(" ;"))
    titles = groups_by([(i, line) for i, line in rest if line not in edition])
    between = groups_by(above[1:])
    if not titles:
        titles, between = between[-1:], between[:-1]
    for group in between:
        record.add("edition", " ".join(group))
    if not titles:
        return []
    _read_title(titles[0], record)
    if not labelled:
        return titles[1:]
    for group in titles[1:]:
        text = " ".join(group)
        record.add("byline" if opens_byline(text) else "standfirst", text)
    return []


def _header_lines(groups: Sequence[list[str]], record: Record) -> list[tuple[int, str]]:
    """Read the copyright, address and programme among a header's lines; return the others with their groups."""
    lines: list[tuple[int, str]] = []
    beside: set[int] = set()
    for i, group in enumerate(groups):
        for line in group:
            if is_rights(line):
                record.add("copyright", line)
                beside.add(i)
            elif _ADDRESS.fullmatch(line):
                record.add("url", line)
            elif found := named(line, fields("nexis", "header"), capitals=True):
                record.add(found.field, found.value, found.label)
            else:
                lines.append((i, line))
    # Beside a copyright stands more of it; or the outlet, where no other line above the date can be it.
    first = next((i for i, line in lines if i not in beside), None)
    alone = first is None or next(is_date_line(line) for i, line in lines if i == first)
    return lines if alone else [(i, line) for i, line in lines if i not in beside]


def groups_by(lines: Sequence[tuple[int, str]]) -> list[list[str]]:
    """Return lines by the groups that they stand in."""
    found: dict[int, list[str]] = {}
    for i, line in lines:
        found.setdefault(i, []).append(line)
    return list(found.values())


def _read_title(lines: Sequence[str], record: Record, label: str = "") -> None:
    """Read a headline; what follows a semicolon at a line's end is the line below it."""
    cut = next((i + 1 for i, line in enumerate(lines) if line.endswith(";")), len(lines))
    record.add("title", " ".join(lines[:cut]).rstrip(" ;"), label)
    record.add("standfirst", " ".join(lines[cut:]).rstrip(" ;"))


def _read_head(groups: Sequence[list[str]], at: int, record: Record, head: Mapping[str, str]) -> int:
    """Read the fields from group `at` on; return where the text begins."""
    pending: Named | None = None
    while at < len(groups):
        group = groups[at]
        found = named(group[0], head, capitals=True)
        if found is None:
            if pending is not None:  # its value stands below the label
                _add(record, pending, group)
                pending = None
            elif not (label_of(group[0], capitals=True) and _label_follows(groups, at + 1, head)):
                return at
            else:
                unknown = label_of(group[0], capitals=True)
                assert unknown is not None
                record.add(unknown.label.lower().replace("-", " "), " ".join([unknown.value, *group[1:]]))
            at += 1
            continue
        pending = None
        if found.field == "text":
            if found.value:
                record.body += [found.value, *group[1:], ""]
            return at + 1
        if found.field in record.labels:
            return at
        values = [found.value, *group[1:]]
        if len(values) > CONTINUED + 1 and found.field not in ("title", "standfirst"):
            values = values[:1]
            record.body += [*group[1:], ""]
        if any(values):
            _add(record, found, values)
        else:
            pending = found
        at += 1
        if record.body:
            return at
    return at


def _label_follows(groups: Sequence[list[str]], at: int, head: Mapping[str, str]) -> bool:
    for group in groups[at : at + UNKNOWN]:
        if named(group[0], head, capitals=True):
            return True
        if not label_of(group[0], capitals=True):
            return False
    return False


def _add(record: Record, found: Named, values: Sequence[str]) -> None:
    if found.field == "title":
        # The headline in a field of its own is the headline, whatever stands above it.
        record.values.pop("title", None)
        _read_title(list(values), record, found.label)
        return
    record.turn_names = record.turn_names or (found.field == "byline" and not found.label.startswith("BY"))
    record.add(found.field, " ".join(values), found.label)


def _read_tail(groups: Sequence[list[str]], record: Record, tail: Mapping[str, str]) -> int:
    """Read the fields below the text; return where they begin."""
    at = len(groups)
    # The head of the page of the next document may stand above its number.
    last = next((at - n for n in range(min(3, at)) if is_rights(groups[at - n - 1][0])), at)
    if all(len(" ".join(group)) < HEAD_LENGTH and not group[-1].endswith(".") for group in groups[last:]):
        at = last
    end = at
    while at > 0:
        group = groups[at - 1]
        if is_rights(group[0]) or label_of(group[0], capitals=True):
            at -= 1
            continue
        # Captions may run over several groups; their label stands above them.
        back = next(
            (
                i
                for i in range(at - 1, max(-1, at - 1 - MANY_CAPTIONS), -1)
                if (found := named(groups[i][0], tail, capitals=True)) and found.field in ("captions", "notes")
            ),
            None,
        )
        if back is None or at == end:
            break
        at = back
    # A label that is none of Nexis's, at the start of what looks like the end, belongs to the text.
    while at < end and not (is_rights(groups[at][0]) or named_below(groups[at][0], tail, capitals=True)):
        at += 1
    label: Named | None = None
    for group in groups[at:end]:
        if is_rights(group[0]):
            record.add("copyright", " ".join(group))
            continue
        found = named_below(group[0], tail, capitals=True) or label_of(group[0], capitals=True)
        label = found or label
        if label is not None:
            text = " ".join([found.value if found else group[0], *group[1:]])
            record.add(label.field or label.label.lower().replace("-", " "), text, label.label)
    return at
