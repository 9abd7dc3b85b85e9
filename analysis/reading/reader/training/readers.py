"""Readers of the data sets: files under the data folder → texts. What each set is: its README and the model card."""

from __future__ import annotations

import ast
import csv
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ....model import Document
from ..labels import DEPRELS, NAME_KINDS, UPOS
from .texts import ELSEWHERE, NONE, ROOT, Text, as_one, begin_inside, layers, sentences_of

_ROLES = ("source", "cue", "content")


def _tokens(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the half-open range of tokens that have a character between two offsets."""
    tokens = document.tokens
    first = bisect_right(tokens, start, key=lambda t: t.span.end)
    return first, max(first, bisect_left(tokens, end, key=lambda t: t.span.start))


# --------------------------------------------------------------------------- attribution


def polnear(folder: Path, part: str) -> Iterator[Text]:
    """Yield the articles of PolNeAR with their attributions; of several annotations the first in file order."""
    first: dict[str, Path] = {}
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    for path in sorted((folder / part / "text").glob("*.txt")):
        if path.stem in first:
            with path.open(encoding="utf-8", newline="") as file:
                yield _attributed(path.stem, layers(file.read(), headline=True), first[path.stem])


def _attributed(name: str, document: Document, annotation: Path) -> Text:
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in annotation.read_text(encoding="utf-8").split("\n"):
        label, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", label):
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[label] = [(int(a), int(b)) for a, b in (piece.split(" ") for piece in places.split(";"))]
        elif re.fullmatch(r"E\d+", label):
            events.append(rest.split()[1:])
    size = len(document.tokens)
    roles = np.zeros((size, 3), np.int64)
    pointers = np.full((size, 3), NONE, np.int64)
    for event in events:
        parts: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
        for part in event:
            role, _, target = part.partition(":")
            parts[role.lower().rstrip("2")] += _joined(document, spans[target])
        if not parts["cue"]:
            continue
        anchor = min(parts["cue"])[0]
        for number, role in enumerate(_ROLES):
            for start, end in sorted(parts[role]):
                if start < end and not roles[start:end, number].any():
                    roles[start:end, number] = 2
                    roles[start, number] = 1
        source = min(parts["source"])[0] if parts["source"] else ELSEWHERE
        for start, end in parts["cue"]:
            pointers[start:end, :2] = source, anchor
        for start, end in parts["content"]:
            pointers[start:end, 2] = anchor
    return Text(name, sentences_of(document), roles=roles, pointers=pointers)


def _joined(document: Document, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return token ranges; pieces with only white space between them are one (the tool cuts at line ends)."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        first, last = _tokens(document, start, end)
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        elif first < last:
            joined.append((first, last))
    return joined


# --------------------------------------------------------------------------- single sentences


def babe(path: Path) -> Iterator[Text]:
    """Yield the sentences of BABE (Spinde et al. 2021); held out by article (address)."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = layers(row["text"])
            if not document.tokens:
                continue
            opinion = {"Entirely factual": 0.0, "Expresses writer’s opinion": 1.0}.get(
                row["label_opinion"], float("nan")
            )
            yield Text(
                row["news_link"] or row["text"],
                as_one(document),
                loaded_words=_biased(document, ast.literal_eval(row["biased_words"] or "[]")),
                loaded=(float(row["label"]),),
                subjective=(opinion,),
            )


def _biased(document: Document, phrases: list[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return 1 for every token inside one of the phrases."""
    labels = np.zeros(len(document.tokens), np.int64)
    text = document.text.casefold()
    for phrase in phrases:
        wanted = phrase.strip().casefold()
        if not wanted:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text):
            first, last = _tokens(document, match.start(), match.end())
            labels[first:last] = 1
    return labels


def newsmtsc(path: Path) -> Iterator[Text]:
    """Yield the sentences of NewsMTSC (Hamborg and Donnay 2021) with their targets; held out by article."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            document = layers(row["sentence_normalized"])
            targets = []
            for target in row["targets"]:
                first, last = _tokens(document, target["from"], target["to"])
                if first < last:
                    targets.append((first, last, {2: 0, 4: 1, 6: 2}[int(target["polarity"])]))
            if targets:
                group = "_".join(row["primary_gid"].split("_")[:2])
                yield Text(group, as_one(document), targets=tuple(targets))


def vader_nyt(path: Path) -> Iterator[Text]:
    """Yield editorial sentences with their mean valence (Hutto and Gilbert 2014); held out by editorial."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, mean, text = line.split("\t", 2)
        document = layers(text)
        if document.tokens:
            yield Text(name.split("_")[0], as_one(document), valence=(float(mean),))


def newssd(path: Path) -> Iterator[Text]:
    """Yield sentences that are subjective or not (NewsSD-ENG, Antici et al. 2023)."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = layers(row["Sentence"].strip())
            if document.tokens:
                yield Text(row["Sentence"], as_one(document), subjective=(float(row["Label"] == "SUBJ"),))


# --------------------------------------------------------------------------- the same events


def ecbplus(folder: Path, part: str) -> Iterator[Text]:
    """Yield the annotated sentences of each subtopic of ECB+ (Cybulska and Vossen 2014) with their event chains."""
    sentences: dict[tuple[str, int], str] = {}
    for line in (folder / f"ECB_{part}_corpus.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 5:
            key = fields[0], int(fields[1])
            sentences[key] = f"{sentences[key]} {fields[3]}" if key in sentences else fields[3]
    chains: dict[tuple[str, int], set[str]] = {}
    for mention in json.loads((folder / f"ECB_{part}_Event_gold_mentions.json").read_text(encoding="utf-8")):
        chains.setdefault((mention["doc_id"], mention["sent_id"]), set()).add(mention["coref_chain"])
    topics: dict[tuple[str, bool], list[tuple[str, int]]] = {}
    for key in sentences:
        if key in chains:
            topics.setdefault((key[0].split("_")[0], "plus" in key[0]), []).append(key)
    for (topic, _), keys in topics.items():
        words = tuple(as_one(layers(sentences[key]))[0] for key in keys)
        yield Text(topic, words, events=tuple((key[0], frozenset(chains[key])) for key in keys))


def same_event(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sentences tell the same: half of the smaller and a third of all chains are shared."""
    shared = len(one & other)
    return 2 * shared >= min(len(one), len(other)) and 3 * shared >= len(one | other)


# --------------------------------------------------------------------------- syntax and names


def treebank(path: Path, run: int = 40) -> Iterator[Text]:
    """Yield the documents of a CoNLL-U file (long ones in runs of sentences), with names where it has entities."""
    name = path.stem
    block: list[list[list[str]]] = []
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        lines = paragraph.strip().split("\n")
        opened = next((line for line in lines if line.startswith("# newdoc")), None)
        if block and (opened or len(block) == run):
            yield _parsed(name, block)
            block = []
        if opened:
            name = opened.split("=", 1)[1].strip()
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            block.append(rows)
    if block:
        yield _parsed(name, block)


def _parsed(name: str, block: list[list[list[str]]]) -> Text:
    upos: list[int] = []
    heads: list[int] = []
    deprels: list[int] = []
    entities: list[str] = []
    for rows in block:
        base = len(upos)
        for row in rows:
            upos.append(UPOS.index(row[3]))
            head = int(row[6])
            heads.append(ROOT if head == 0 else base + head - 1)
            deprels.append(DEPRELS.index(row[7]) if row[7] in DEPRELS else NONE)
            entities.append(dict(p.split("=", 1) for p in row[9].split("|") if "=" in p).get("Entity", ""))
    words = tuple(tuple(row[1] for row in rows) for rows in block)
    proper = [UPOS[tag] == "PROPN" for tag in upos]
    names = _names(entities, proper, heads) if name.startswith("GUM") else None
    return Text(
        name,
        words,
        names=names,
        upos=np.array(upos, np.int64),
        heads=np.array(heads, np.int64),
        deprels=np.array(deprels, np.int64),
    )


def entity_spans(entities: list[str]) -> list[tuple[int, int, str]]:
    """Return (first word, behind the last, type) of the mentions in a column of GUM's bracketed entity marks."""
    spans: list[tuple[int, int, str]] = []
    open_: dict[str, list[tuple[int, str]]] = {}
    for at, value in enumerate(entities):
        for match in re.finditer(r"\((\d+)-([a-z]+)([^()]*)(\)?)|(\d+)\)", value):
            if match.group(5):
                if open_.get(match.group(5)):
                    start, kind = open_[match.group(5)].pop()
                    spans.append((start, at + 1, kind))
            elif match.group(4):
                spans.append((at, at + 1, match.group(2)))
            else:
                open_.setdefault(match.group(1), []).append((at, match.group(2)))
    return spans


def head_of(start: int, end: int, heads: list[int]) -> int:
    """Return the word of a span whose own head lies outside it."""
    return next((i for i in range(start, end) if not start <= heads[i] < end), start)


def _names(
    entities: list[str], proper: list[bool], heads: list[int]
) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return the named mentions, those headed by a proper noun; of nested mentions of one kind the outer one."""
    layers_ = []
    spans = [s for s in entity_spans(entities) if proper[head_of(s[0], s[1], heads)]]
    for kind in NAME_KINDS:
        own = sorted(((a, b) for a, b, k in spans if k == kind), key=lambda s: (s[0] - s[1], s[0]))
        layers_.append(begin_inside(len(entities), own))
    return np.stack(layers_, 1)
