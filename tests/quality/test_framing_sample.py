"""Samples for blind judging: fixed by their seed, silent about the entry, scored with an interval."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from analysis.reading.analyzers.framing import FramingAnalyzer

from . import framing_sample
from .framing_corpus import CORPORA, articles, findings
from .framing_sample import ROOT, Row, Score, draw, judged_rows, key_path, main, read_rows, report, scores

BODY = "The army liberated the town of Korva. Militants stormed the town hall. The U.S.-backed brigade fled."
OTHER = "The regime fell. Rebels captured the village of Lom. Terrorists attacked the convoy with rockets."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A few invented articles in the shape of every corpus."""
    data = tmp_path / "data"
    for folder in ("newswcl50/1-raw-articles/event_0", "basil/articles", "babe", "event_clusters/news", "vader_nyt"):
        (data / folder).mkdir(parents=True)
    (data / "newswcl50/1-raw-articles/event_0/0_L.txt").write_text(BODY, "utf-8")
    (data / "basil/articles/a_1.json").write_text(
        json.dumps({"title": "Rebels Retake Korva", "body-paragraphs": [[BODY], [OTHER]]}), "utf-8"
    )
    with (data / "babe/train.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("text", "uuid"), (OTHER, "u2"), (BODY, "u1")])
    for name in ("one", "two"):  # the same article in both folders counts once
        (data / f"event_clusters/news/{name}.json").write_text(
            json.dumps({"dId": "d1", "title": "", "text": OTHER}), "utf-8"
        )
    (data / "vader_nyt/nyt.tsv").write_text(f"1_1\t0.1\t{BODY}\n1_2\t0.1\t{OTHER}\n2_1\t0\tNothing.\n", "utf-8")
    return data


def test_every_corpus_is_read_in_a_fixed_order(corpus: Path) -> None:
    found = [one.id for one in articles(corpus)]
    assert found == [
        "newswcl50/0_L",
        "basil/a_1",
        "babe/u1",
        "babe/u2",
        "event_clusters/d1",
        "vader_nyt/1",
        "vader_nyt/2",
    ]
    assert {name.split("/")[0] for name in found} == set(CORPORA)


def test_an_offset_is_that_of_the_term_in_its_article(corpus: Path) -> None:
    texts = {one.id: one.text for one in articles(corpus)}
    sample = draw(list(findings(articles(corpus), FramingAnalyzer())), 5, 20)
    assert len(sample) == 20
    for seen, key in sample:
        at = seen["offset"]
        assert texts[seen["article"]][at : at + len(seen["term"])] == seen["term"]
        assert f"[[{seen['term']}]]" in seen["sentence"]
        assert (seen["id"], seen["article"], at) == (key["id"], key["article"], key["offset"])


def test_the_seed_fixes_the_sample_and_the_judge_sees_no_entry(corpus: Path, tmp_path: Path) -> None:
    outs = [tmp_path / f"{name}.jsonl" for name in ("first", "again", "other")]
    for out, seed in zip(outs, ("3", "3", "4"), strict=True):
        assert main(["--seed", seed, "--size", "12", "--out", str(out), "--data", str(corpus)]) == 0
    first, again, other = (out.read_text("utf-8") for out in outs)
    assert first == again != other
    keys = read_rows(key_path(outs[0]))
    assert len(keys) == 12
    for row, key in zip(read_rows(outs[0]), keys, strict=True):
        assert set(row) == {"id", "article", "offset", "term", "before", "sentence", "after", "voice"}
        assert key["entry"] not in json.dumps(row)


def test_at_most_so_many_of_one_entry(corpus: Path) -> None:
    found = list(findings(articles(corpus), FramingAnalyzer()))
    entries = [key["entry"] for _, key in draw(found, 1, 100, per_entry=2)]
    assert max(entries.count(entry) for entry in entries) == 2
    assert len(draw(found, 1, 10_000)) == len(found)


def test_a_sample_never_lands_inside_the_project(corpus: Path) -> None:
    with pytest.raises(ValueError, match="inside the project"):
        main(["--size", "1", "--out", str(ROOT / "tests" / "s.jsonl"), "--data", str(corpus)])
    assert not (ROOT / "tests" / "s.jsonl").exists()


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [(10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (270, 300, 0.861, 0.929), (1, 2, 0.095, 0.905)],
)
def test_the_interval_is_wilsons(right: int, n: int, low: float, high: float) -> None:
    interval = Score(right, n).interval
    assert interval is not None
    assert [round(edge, 3) for edge in interval] == [low, high]


def test_nothing_judged_has_no_precision() -> None:
    assert (Score(0, 0).precision, Score(0, 0).interval) == (None, None)


def _key(n: int, domain: str, first: int = 1) -> list[Row]:
    return [{"id": i, "article": f"c/{i % 3}", "offset": i, "entry": f"{domain}/c/v"} for i in range(first, first + n)]


def test_precision_overall_and_by_domain() -> None:
    key = [*_key(50, "war"), *_key(10, "law", 51)]
    verdicts: list[Row] = [{"id": row["id"], "verdict": "right"} for row in key]
    verdicts[0]["verdict"] = "Voice+sense"
    verdicts[55]["verdict"] = "referent"
    total, domains, wrong = scores(verdicts, key)
    assert (total, domains) == (Score(58, 60), {"law": Score(9, 10), "war": Score(49, 50)})
    assert wrong == {"voice": 1, "sense": 1, "referent": 1}
    lines = report(verdicts[1:], key).splitlines()
    assert lines[0].startswith("overall")
    assert "58/59 = 0.983" in lines[0]
    assert lines[1].split() == ["law", "n", "=", "10"]
    assert "49/49 = 1.000" in lines[2]
    assert lines[-1] == "not judged: 1"


@pytest.mark.parametrize(
    "verdicts",
    [[{"id": 9, "verdict": "right"}], [{"id": 1, "verdict": "fine"}], [{"id": 1, "verdict": "right+voice"}],
     [{"id": 1, "verdict": "right"}, {"id": 1, "verdict": "voice"}], [{"id": 1, "verdict": ""}]],
)  # fmt: skip
def test_a_faulty_verdict_is_refused(verdicts: list[Row]) -> None:
    with pytest.raises(ValueError, match=r"id|twice|verdict"):
        scores(verdicts, _key(3, "war"))


def test_the_judged_list_holds_no_text(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, verdicts, judged = tmp_path / "s.jsonl", tmp_path / "v.jsonl", tmp_path / "judged.csv"
    main(["--size", "8", "--out", str(out), "--data", str(corpus)])
    framing_sample.write_rows(verdicts, ({"id": row["id"], "verdict": "right"} for row in read_rows(out)))
    capsys.readouterr()
    assert main(["--score", str(verdicts), "--out", str(out), "--judged", str(judged)]) == 0
    assert "8/8 = 1.000" in capsys.readouterr().out
    with judged.open(newline="", encoding="utf-8") as file:
        head, *rows = list(csv.reader(file))
    assert head == ["article", "offset", "verdict"]
    expected = judged_rows(read_rows(verdicts), read_rows(key_path(out)))
    assert rows == [[article, str(offset), verdict] for article, offset, verdict in expected]
    assert {row[2] for row in rows} == {"right"}
