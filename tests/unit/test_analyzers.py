"""An analyzer is one module and one line: figures, chart, section, table and JSON follow from its info."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import analysis
from analysis import messages
from analysis.comparison.measures import MEASURES
from analysis.comparison.per_article import article_measures
from analysis.messages import message, render
from analysis.method import AnalyzerInfo
from analysis.model import ArticleAnalysis, Comparison
from analysis.output.charts import CHARTS, build_chart, palette
from analysis.output.json import analysis_json, comparison_json, schema
from analysis.output.report.compose import compose, sections
from analysis.output.report.outline import Bullets, Concordance, Figure, Heading, Paragraph, Profile
from analysis.output.tables import tables
from analysis.reading import analyzers
from analysis.reading.analyzers import registry
from analysis.reading.english import tables as tables_of_words
from analysis.reading.pipeline import found_in
from tests.builders import built
from tests.hedges import Hedges, registered
from tests.patience import PROCESS_S

ROOT = Path(__file__).resolve().parents[2]
FIRST = "The mill burned. The owner allegedly fled. A guard reportedly saw him."
SECOND = "The mill burned down. Reportedly nobody was hurt. The town is calm."


def hedged(text: str, outlet: str, info: AnalyzerInfo = Hedges.info) -> ArticleAnalysis:
    found = found_in(built(text, outlet=outlet).document, [Hedges()])
    return replace(found, method=replace(found.method, analyzers=(*analysis.analyzers(), info)))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return analysis.compare([hedged(FIRST, "Alpha"), hedged(SECOND, "Beta")])


# --------------------------------------------------------------------------- what follows from an info


def test_its_marks_are_counted_and_put_in_relation_to_the_words(comparison: Comparison) -> None:
    found = {(m.name, m.dimension("group"), m.dimension("voice")): m for m in comparison.measures}
    assert (found["hedges_count", "alpha", None].value, found["hedges_count", "beta", None].value) == (2, 1)
    rate = found["hedges_rate", "alpha", None]
    assert (rate.value, rate.n, len(rate.passages)) == (pytest.approx(2000 / 12, abs=1e-5), 12, 2)
    quoted = found["hedges_rate", "alpha", "quoted"]
    assert (quoted.value, quoted.n) == (None, 0)


def test_one_article_has_figures_of_it_too() -> None:
    found = {(m.name, *m.dimensions): m for m in article_measures(hedged(FIRST, "Alpha"))}
    assert found[("hedges.count",)].value == 2
    assert found[("hedges.rate",)].value == pytest.approx(2000 / 12)


def test_what_needs_the_reader_has_no_figures_without_one() -> None:
    needing = replace(Hedges.info, needs_reader=True)
    one = hedged(FIRST, "Alpha", needing)
    assert not [m for m in article_measures(one) if m.name.startswith("hedges")]
    compared = analysis.compare([one])
    assert not [m for m in compared.measures if m.name.startswith("hedges")]
    assert build_chart("hedges", compared, 600.0).empty
    assert "active" not in [e.text for e in compose(compared).elements if isinstance(e, Heading)]


def test_its_chart_has_a_bar_for_each_outlet_and_opens_its_passages(comparison: Comparison) -> None:
    chart = build_chart("hedges", comparison, 600.0)
    assert [row[:2] for row in chart.table.rows] == [("Alpha", 2), ("Beta", 1)]
    assert [len(places) for places in chart.table.passages] == [2, 1]
    assert render(chart.title) == "active by the voice they stand in"


def test_where_nothing_was_marked_its_chart_says_so() -> None:
    chart = build_chart("hedges", analysis.compare([hedged("The mill burned.", "Alpha")]), 600.0)
    assert chart.empty
    assert render(chart.caption) == "active: none was found."


@pytest.mark.parametrize("profile", [Profile.FULL, Profile.BRIEFING])
def test_its_section_has_the_chart_and_the_passages(comparison: Comparison, profile: Profile) -> None:
    elements = compose(comparison, profile).elements
    at = next(i for i, e in enumerate(elements) if isinstance(e, Heading) and e.text == "active")
    figure, passages = elements[at + 1 : at + 3]
    assert isinstance(figure, Figure)
    assert isinstance(passages, Concordance)
    assert [label.partition(" ")[0] for label, _ in passages.rows] == ["Alpha", "Alpha", "Beta"]


def test_the_methods_say_what_is_marked(comparison: Comparison) -> None:
    points = next(e for e in compose(comparison).elements if isinstance(e, Bullets)).items
    assert "active. as a noun. Rates are marks per 1,000 words of the voice that they stand in." in points


def test_figures_that_failed_are_said_in_its_section(comparison: Comparison) -> None:
    failed = replace(comparison, notes=(message("failure.measures", reason="KeyError"),))
    elements = compose(failed).elements
    at = next(i for i, e in enumerate(elements) if isinstance(e, Heading) and e.text == "active")
    said = elements[at + 1]
    assert isinstance(said, Paragraph)
    assert "KeyError" in said.text


def test_its_table_has_a_row_for_each_mark(comparison: Comparison) -> None:
    (table,) = [named.table for named in tables(comparison) if named.name == "hedges"]
    columns = [column.title for column in table.columns]
    rows = [dict(zip(columns, row, strict=True)) for row in table.rows]
    assert [(row["group"], row["exact"], row["voice"]) for row in rows] == [
        ("Alpha", "allegedly", "narrator"),
        ("Alpha", "reportedly", "narrator"),
        ("Beta", "Reportedly", "narrator"),
    ]
    assert rows[0]["sentence"] == "The owner allegedly fled."


def test_its_list_in_the_json_follows_the_schema() -> None:
    made = json.loads(json.dumps(analysis_json(hedged(FIRST, "Alpha"))))
    Draft202012Validator(schema("parallax.analysis/1")).validate(made)
    assert [mark["exact"] for mark in made["hedges"]] == ["allegedly", "reportedly"]
    assert FIRST[made["hedges"][0]["start"] : made["hedges"][0]["end"]] == "allegedly"


def test_the_provenance_names_its_version(comparison: Comparison) -> None:
    assert comparison_json(comparison)["provenance"]["analyzers"]["hedges"] == 3


def test_a_line_in_the_registry_is_enough() -> None:
    with registered():
        assert analysis.analyzers()[-1] == Hedges.info
        one = analysis.analyze(built(FIRST, outlet="Alpha").article)
        assert [mark.span.of(FIRST) for mark in one.of_kind("hedges")] == ["allegedly", "reportedly"]
        assert "hedges" in {named.name for named in tables(analysis.compare([one]))}
    assert Hedges.info not in analysis.analyzers()


# --------------------------------------------------------------------------- the analyzers that there are


def test_an_info_is_that_of_its_analyzer_and_its_marks_are_of_its_kind() -> None:
    assert analysis.analyzers() == tuple(analyzer.info for analyzer in registry())
    document = built("“We won,” the regime said. The plan is terrible.").document
    for analyzer in registry():
        assert {mark.kind for mark in analyzer.marks(document)} <= {analyzer.info.id}


def test_ids_and_keys_are_told_apart() -> None:
    infos = analysis.analyzers()
    taken = ["quotes", "only", "link", *sections(), "coverage", "vocabulary", "list", "articles", "methods"]
    assert len({info.id for info in infos}) == len(infos)
    assert len({info.key for info in infos} | set("QOLRN")) == len(infos) + 5
    assert not [info.id for info in infos if info.id in taken and not info.section]
    assert all(re.fullmatch("[A-Z]", info.key) and re.fullmatch("[a-z_]+", info.id) for info in infos)


@pytest.mark.parametrize("info", analysis.analyzers(), ids=lambda info: info.id)
def test_what_an_info_names_is_there(info: AnalyzerInfo) -> None:
    assert set(info.measures) <= MEASURES.keys()
    assert set(info.charts) <= {chart.id for chart in CHARTS}
    assert not info.section or info.section in sections()
    assert not info.table or info.table in {named.name for named in tables(analysis.compare([built("It rained.")]))}
    assert not info.json or info.json in schema("parallax.analysis/1")["properties"]
    assert all(info.colour_role in palette(name).colours for name in ("light", "dark"))
    assert len(render(info.label)) <= 20
    assert not render(info.explained).endswith(".")


def test_infos_are_had_without_loading_what_analyzers_search() -> None:
    code = "import sys, analysis; analysis.analyzers(); print(sorted(n for n in sys.modules if n in %r))"
    heavy = {"numpy", "analysis.reading.lexicons", "analysis.reading.reader", "vaderSentiment", "ahocorasick_rs"}
    done = subprocess.run(
        [sys.executable, "-c", code % heavy], cwd=ROOT, check=True, capture_output=True, text=True, timeout=PROCESS_S
    )
    assert done.stdout.strip() == "[]"


# --------------------------------------------------------------------------- the example of ARCHITECTURE.md


def test_the_example_in_the_documentation_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("## Adding an analyzer\n")[1].split("\n## ")[0]
    module, sentences, test = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    (table,) = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)
    (line,) = re.findall(r'`"([\w.]+)",`', section)
    shutil.copytree(tables_of_words.ENGLISH, tmp_path / "english")
    for place, text in (("english/vague.toml", table), ("code/vague.py", module), ("said/vague.py", sentences)):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(text, "utf-8")
    monkeypatch.setattr(tables_of_words, "ENGLISH", tmp_path / "english")
    monkeypatch.setattr(analyzers, "__path__", [*analyzers.__path__, str(tmp_path / "code")])
    monkeypatch.setattr(messages, "__path__", [*messages.__path__, str(tmp_path / "said")])
    messages.templates.cache_clear()
    try:
        with registered(line):
            names: dict[str, Callable[[], None]] = {}
            exec(test, names)
            names["test_an_amount_without_a_number_is_marked"]()
            one = analysis.analyze(built("Scores of people fled. The mill burned.", outlet="Alpha").article)
            outline = compose(analysis.compare([one]))
            assert "Vague" in [e.text for e in outline.elements if isinstance(e, Heading)]
            assert render(one.of_kind("vague")[0].why) == "“Scores of” stands where a number could have stood."
    finally:
        for name in ("analysis.reading.analyzers.vague", "analysis.messages.vague"):
            sys.modules.pop(name, None)
        messages.templates.cache_clear()
