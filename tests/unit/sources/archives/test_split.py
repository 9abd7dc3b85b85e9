"""Files of archives as a whole: what they say they hold is held against what was read; other texts are left alone."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from analysis.model import SectionKind
from analysis.settings import ReadSettings
from analysis.sources import read_bytes, read_text
from analysis.sources.archives import split
from analysis.sources.draft import Block, Draft, Meta
from analysis.sources.ledger import Ledger

from .said import LEAD, SECOND, STORY, THIRD, in_order, keys, read, read_file, running
from .test_factiva import CODED, SHOWN
from .test_nexis import HEAD
from .test_nexis import document as nexis
from .test_nexis_uni import document as nexis_uni
from .test_proquest import document as proquest
from .test_ris import PROQUEST


def test_documents_are_named_by_their_numbers_in_the_file() -> None:
    text = "".join(nexis(n, 3, HEAD.replace("Cranes", f"{n} cranes")) for n in (1, 2, 3))
    reading = read_file(text)

    assert [article.source for article in in_order(reading)] == [f"download.txt#{n}" for n in (1, 2, 3)]
    (tally,) = reading.tallies
    assert (tally.stated, tally.read, tally.skipped, tally.missing) == (3, 3, 0, 0)


def test_a_document_without_text_and_one_that_comes_twice_are_named_with_their_reasons() -> None:
    text = nexis(1, 3, HEAD) + nexis(2, 3, HEAD.replace("Cranes", "Masts"), "") + nexis(3, 3, HEAD)
    reading = read_file(text)

    assert {skipped.source: skipped.message.key for skipped in reading.skipped} == {
        "download.txt#2": "sources.archive.empty",
        "download.txt#3": "sources.duplicate",
    }
    (tally,) = reading.tallies
    assert (tally.stated, tally.read, tally.skipped, tally.duplicates, tally.missing) == (3, 1, 1, 1, 0)


def test_a_file_that_holds_fewer_documents_than_it_says_says_so() -> None:
    reading = read(nexis(1, 5, HEAD) + nexis(4, 5, HEAD.replace("Cranes", "Masts")))

    assert [article.source for article in in_order(reading)] == ["pasted text#1", "pasted text#4"]
    assert keys(in_order(reading)[0]) == ["sources.archive.count"]
    assert reading.tallies[0].missing == 3


def test_downloads_pasted_behind_each_other_are_counted_together() -> None:
    heads = [HEAD.replace("Cranes", name) for name in ("Cranes", "Masts", "Ropes")]
    reading = read(nexis(1, 2, heads[0]) + nexis(2, 2, heads[1]) + nexis(1, 1, heads[2]))

    assert [article.source[-1] for article in in_order(reading)] == ["1", "2", "3"]
    assert reading.tallies[0].stated == 3


def test_a_text_far_shorter_than_stated_is_said_to_be_incomplete() -> None:
    (whole,) = read(nexis(1, 1, HEAD)).articles
    (cut,) = read(nexis(1, 1, HEAD.replace("47 words", "347 words"))).articles

    assert (whole.complete, keys(whole)) == (True, [])
    assert (cut.complete, keys(cut)) == (False, ["sources.archive.short"])
    assert [known.message for known in cut.evidence if known.field == "complete"] == [cut.notes[0]]


def test_a_text_that_is_kept_as_it_is_is_not_cut() -> None:
    reading = read_text(nexis(1, 2, HEAD) + nexis(2, 2, HEAD), settings=ReadSettings(keep_text=True))

    assert len(reading.articles) == 1


def test_paragraphs_of_a_page_or_document_are_cut_as_lines_are() -> None:
    text = nexis_uni() + nexis_uni("Crews ask for repairs", f"{THIRD} {LEAD}")
    blocks = tuple(Block(paragraph) for paragraph in text.split("\n\n") if paragraph.strip())

    drafts = split(Draft("file", "", blocks=blocks), Ledger())

    assert [draft.meta.title for draft in drafts] == ["Cranes fall into the harbour", "Crews ask for repairs"]
    assert [draft.source for draft in drafts] == ["file#1", "file#2"]


def test_a_title_that_the_reader_has_taken_off_the_text_is_the_first_documents() -> None:
    title, _, rest = nexis_uni().partition("\n\n")

    (found,) = split(Draft("file", "", text=rest, meta=Meta(title=title)), Ledger())

    assert (found.meta.title, found.meta.outlet) == (title, "The Lindmark Post")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("text", [nexis(1, 1, HEAD), nexis_uni(), CODED, SHOWN, proquest(), PROQUEST])
def test_the_ends_of_lines_do_not_matter(text: str, ends: str) -> None:
    (article,) = read_bytes(text.replace("\n", ends).encode("utf-8-sig"), "download.txt").articles

    assert running(article) == STORY


ORDINARY = {
    "a document that is quoted": f"Papers\n\nBy Ada Brandt\n\n{LEAD}\n\n1 of 3 documents\n\nCopyright 2024 Ek Ltd",
    "labels of a press release": f"Title: Papers found\nSource: Port office\nLength: 90 words\n\n{STORY}\n\nFor: Ek",
    "a broadcast": f"BLITZER: Good evening.\n\nBRANDT: {SECOND}\n\nBLITZER: Thanks.\n\nLENGTH: a story of two halves.",
    "a newsletter": f"{STORY}\n\n{'_' * 60}\n\nTitle: Another story\n\n{THIRD}\n\n{'_' * 60}\n\nCopyright: Ek Ltd",
    "an article on a form": f"{LEAD}\n\nFull text: {SECOND}\n\nSubject: none\n\nAuthor: none\n\n{THIRD}",
    "codes in capitals": f"{LEAD}\n\nHD television came late.\n\nBY night.\n\nPD James wrote it.\n\nIN short: {THIRD}",
    "an end": f"{STORY}\n\nEnd of Document",
    "a document's number": f"{STORY}\n\nDocument LINDPO0000020240305ek3500001",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_text_with_a_mark_or_two_is_one_article(text: str) -> None:
    draft = Draft("", "", text=text)

    assert split(draft, Ledger()) == [draft]


def test_a_long_file_is_cut_into_all_of_its_documents() -> None:
    text = "".join(nexis(n, 400, HEAD.replace("Cranes", f"{n} cranes"), f"{STORY} Day {n}.") for n in range(1, 401))

    drafts = split(Draft("", "", text=text), Ledger())

    assert len(drafts) == 400
    assert all(draft.blocks[0].kind is not SectionKind.NOTE for draft in drafts)


@pytest.mark.data
def test_no_story_of_the_measuring_data_is_cut(shared_data: Path) -> None:
    files = sorted((shared_data / "stories").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line]
    with gzip.open(shared_data / "news.jsonl.gz", "rt", encoding="utf-8") as news:
        rows = [json.loads(line) for line in [*lines, *news]]

    drafts = [Draft("", "", text=f"{row['title']}\n\n{row['text']}") for row in rows]

    assert len(drafts) > 4_000
    assert [draft.text[:80] for draft in drafts if split(draft, Ledger()) != [draft]] == []
