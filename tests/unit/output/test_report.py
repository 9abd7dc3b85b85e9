"""The report: plain sentences from the numbers, marks where they stand, and any text in any script."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache

import lxml.html
import pypdfium2
import pytest

import analysis as engine
from analysis.messages import message
from analysis.model import Actor, ActorKind, ArticleAnalysis, Casting, Comparison, Mark, MarkKind, Span, Voice
from analysis.output.charts import build_chart, pieces
from analysis.output.charts.scene import Text
from analysis.output.report.alike import contrasts_of_one_thing
from analysis.output.report.compose import LIMITS, compose
from analysis.output.report.contrasts import contrasts
from analysis.output.report.html import html
from analysis.output.report.marked import context, marked_article
from analysis.output.report.opening import opening
from analysis.output.report.opposed import OPPOSED, oppositions
from analysis.output.report.outline import Bullets, Concordance, Emphasis, Figure, Grid, Heading, Marked, Profile
from analysis.output.report.pdf import pdf

from .builders import TEXTS, WHY, analysis, compare, empty, story

HOSTILE = (
    "# = $x^2$ *bold* _it_ @ref <label> `raw` [x] \\ #import \"x\" // /* ~ --- 'q'",
    "Заголовок о городе",
    "عنوان عن المدينة ١٢٣",
    "关于城市的标题",
    "</title><script>alert(1)</script>&amp;",
    "a\x00b\ud800c\u202ed\u200bе",
    "x" * 500,
    "",
)


@cache
def five() -> Comparison:
    return story(5)


@cache
def five_pdf() -> bytes:
    return pdf(compose(five()))


def replace_source(one: ArticleAnalysis, source: str) -> ArticleAnalysis:
    return replace(one, document=replace(one.document, article=replace(one.article, source=source)))


def words_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


# --------------------------------------------------------------------------- opening


def test_the_opening_says_what_was_counted() -> None:
    sentences = opening(compare([analysis("Agency", TEXTS[0]), analysis("Wire", TEXTS[1])]))
    assert sentences[0].startswith("Compared: 2 outlets, 2 articles, ")
    assert sentences[0].endswith("published on 2026-05-04.")
    assert sentences[-1].startswith("3 statements were found in sentences of two outlets or more")


def test_the_opening_never_judges() -> None:
    for comparison in (five(), story(12), empty()):
        for sentence in opening(comparison):
            assert not re.search(r"\b(bias|biased|slant|objective|fair|unfair|left-wing|right-wing)\b", sentence)


def test_the_opening_neither_counts_what_one_outlet_alone_tells_nor_means_of_sentiment() -> None:
    for comparison in (five(), story(12)):
        said = " ".join(opening(comparison)).lower()
        assert not re.search(r"only|alone|sentiment|no source given", said)


def test_many_outlets_are_counted_not_listed() -> None:
    assert max(len(s) for s in opening(story(40))) < 600


def test_who_is_quoted_in_every_outlet_is_named_and_who_in_one_is_not_counted() -> None:
    both = "{s:Minister Orr} {c:said} {q:“it had won”}.\n"
    alone = "{s:Mira Doll} {c:said} {q:“they took my bread and my mill”}.\n"
    group = "{s:the army} {c:said} {q:“we have won”}.\n"
    people = (Actor("Minister Orr", ActorKind.PERSON, (), ()), Actor("Mira Doll", ActorKind.PERSON, (), ()))
    some = [analysis("A", both + alone + group), analysis("B", both + group)]
    sentences = opening(compare([replace(a, document=replace(a.document, actors=people)) for a in some]))
    assert "Quoted in every outlet: Minister Orr." in sentences


FREED_TOWN = "Soldiers [liberated|liberate] the northern town of Kasr on Monday after two weeks.\n"
TOOK_TOWN = "Soldiers [captured|capture] the northern town of Kasr on Monday after two weeks.\n"


def choices(**texts: str) -> list[str]:
    """Return the sentences on choices of words in the opening of a story of these outlets."""
    found = opening(compare([analysis(outlet, text) for outlet, text in texts.items()]))
    return [s for s in found if "wrote “" in s or "reported “" in s]


def test_a_contrast_is_named_where_the_sentences_tell_the_same() -> None:
    (sentence,) = choices(A=FREED_TOWN, B=TOOK_TOWN)
    assert sentence == (
        "Control of territory, in sentences that tell the same: A wrote “liberated” (its only term for this); "
        "B wrote “captured” (its only term for this)."
    )


def test_words_of_two_events_are_no_contrast() -> None:
    other = "Workers [captured|capture] a runaway bear beside the southern river at dawn.\n"
    assert choices(A=FREED_TOWN * 3, B=other * 3) == []


def test_a_word_written_once_beside_another_nine_times_is_not_the_outlets() -> None:
    often = "".join(f"Day {i} saw rebels [seized|seize] again in village {i}.\n" for i in range(9))
    assert choices(A=FREED_TOWN, B=TOOK_TOWN + often) == []


def test_a_count_says_of_how_many() -> None:
    again = "The hill was [liberated|liberate] in spring, and the mill stood empty.\n"
    taken = "Nobody saw how the mill [fell to|fall to] the fire brigade.\n"
    (sentence,) = choices(A=FREED_TOWN + again + taken, B=TOOK_TOWN)
    assert "A wrote “liberated” (2 of its 3 terms for this)" in sentence


def test_quoted_words_do_not_count_against_the_outlets_own() -> None:
    quoted = "{s:the army} {c:said} {q:“the hill was [liberated|liberate] in spring, the mill [liberated|liberate]”}.\n"
    (sentence,) = choices(A=FREED_TOWN, B=TOOK_TOWN + quoted)
    assert "B wrote “captured” (its only term for this)" in sentence


def test_a_quoted_word_is_no_choice_of_the_outlet() -> None:
    quoted = "{s:the army} {c:said} {q:“soldiers [captured|capture] the northern town of Kasr on Monday”}.\n"
    assert choices(A=FREED_TOWN, B=quoted) == []


def test_forms_of_one_word_are_no_contrast() -> None:
    other = TOOK_TOWN.replace("[captured|capture]", "had [liberated|fall to]")
    assert choices(A=FREED_TOWN, B=other) == []


@pytest.mark.parametrize(("role", "named"), [("referent", True), ("object", False)])
def test_what_one_name_is_called_is_a_contrast_and_two_acts_upon_it_are_none(role: str, named: bool) -> None:
    def of_front(outlet: str, text: str) -> ArticleAnalysis:
        one = analysis(outlet, text)
        casting = (Casting(role, -1),)
        marks = (replace(m, referent="the group Kasr Front", castings=casting) for m in one.marks)
        return replace(one, marks=tuple(marks))

    some = [
        of_front("A", "The [militants|militant] met in the market hall to talk of bread.\n"),
        of_front("B", "Nobody saw the [fighters|fighter] leave by the western gate.\n"),
    ]
    said = [s for s in opening(compare(some)) if "said of Kasr Front: A wrote “militants”" in s]
    assert bool(said) is named


def test_forms_of_one_word_are_used_together() -> None:
    also = "The [liberation|fall to] of the mill came late.\n"
    (sentence,) = choices(A=FREED_TOWN + also, B=TOOK_TOWN)
    assert "A wrote “liberated”" in sentence


def test_spellings_of_one_word_are_no_contrast() -> None:
    other = TOOK_TOWN.replace("[captured|capture]", "[re-liberated|fall to]")
    assert choices(A=FREED_TOWN, B=other) == []


def test_the_contrast_furthest_apart_in_stance_comes_first() -> None:
    plain = "The [fighters|fighter] left the old quarter by the eastern gate at noon.\n"
    hard = "The [terrorists|terrorist] left the old quarter by the eastern gate at noon.\n"
    taken = TOOK_TOWN.replace("captured|capture", "seized|seize")
    found = contrasts_of_one_thing(compare([analysis("A", FREED_TOWN + plain), analysis("B", taken + hard)]))
    assert [(c.label, c.steps) for c in found] == [("control of territory", 3), ("members of an armed group", 2)]


def test_one_article_has_nothing_to_contrast() -> None:
    (only,) = opening(empty())
    assert only.startswith("Compared: 1 outlet, 1 article, ")


def test_outlets_that_are_not_read_are_not_counted() -> None:
    arabic = replace(analysis("Sada", "سقطت المدينة.\n", "المدينة"))
    document = replace(arabic.document, article=replace(arabic.article, language="ar"))
    some = [analysis("A", TEXTS[0]), analysis("B", TEXTS[1]), replace(arabic, document=document)]
    outline = compose(compare(some))
    assert outline.opening[0].startswith("Compared: 2 outlets, 2 articles, ")
    assert outline.subtitle == "How A, B tell it, side by side"
    assert outline.overview is not None
    assert [row[0] for row in outline.overview.table.rows] == ["A", "B", "Sada"]
    assert set(outline.overview.table.rows[-1][1:]) == {None}


def test_the_same_name_in_all_outlets_is_no_contrast_to_begin_with() -> None:
    one = "The [militants|militant] left. The [militants|militant] ran. The [fighters|fighter] hid.\n"
    other = "The [militants|militant] left. It [fell to|fall to] them. It [fell to|fall to] us.\n"
    third = "The [militants|militant] left. They [seized|seize] it. They [seized|seize] us.\n"
    rows = contrasts(compare([analysis("A", one), analysis("B", other), analysis("C", third)]))
    assert [row.label for row in rows] == ["control of territory", "members of an armed group"]


def test_a_difference_in_shares_is_a_contrast_even_where_one_word_leads_everywhere() -> None:
    many, few = "The [militants|militant] left.\n", "The [fighters|fighter] left.\n"
    one, other = many * 9 + few + "It [fell to|fall to] them.\n", many * 5 + few * 4 + "They [seized|seize] it.\n"
    rows = contrasts(compare([analysis("A", one), analysis("B", other)]))
    assert rows[0].label == "members of an armed group"


def test_contrasts_of_few_references_come_last() -> None:
    one = "The [militants|militant] left. The [militants|militant] ran.\nIt [fell to|fall to] them.\n"
    other = "[Fighters|fighter] hid, [fighters|fighter] ran.\nThey [seized|seize] it.\n"
    comparison = compare([analysis("A", one), analysis("B", other)])
    assert [row.label for row in contrasts(comparison)] == ["members of an armed group", "control of territory"]


FREED, TAKEN = "It was [liberated|liberate].\n", "It was [captured|capture].\n"
SEIZED = "They [seized|seize] it.\n"


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        (FREED * 3, TAKEN, True),
        (FREED, SEIZED, True),
        (FREED, TAKEN, False),
        (TAKEN * 9, SEIZED * 9, True),
        (TAKEN * 2, SEIZED * 2, False),
        (FREED * 3, FREED * 3, False),
        (FREED * 3, "{s:the army} {c:said} {q:“it was [captured|capture]”}.\n", False),
        (FREED * 3 + TAKEN, "Nothing happened.\n", False),
    ],
    ids=["two steps, often", "three steps", "two steps, once", "one step, very often", "one step", "alike",
         "in another's mouth", "one outlet"],
)  # fmt: skip
def test_own_words_are_opposed_by_stance_and_by_how_often_they_stand(one: str, other: str, opposed: bool) -> None:
    found = oppositions(compare([analysis("A", one), analysis("B", other)])).get("control of territory")
    assert (found is not None and found.strength >= OPPOSED) is opposed


def test_opposed_words_come_before_a_difference_of_no_stance() -> None:
    one = FREED * 2 + "It [fell to|fall to] us.\n" + "The [militants|militant] left.\n" * 4
    other = TAKEN * 2 + "It [fell to|fall to] them.\n" + "The [fighters|fighter] left.\n" * 4
    comparison = compare([analysis("A", one), analysis("B", other)])
    assert [row.label for row in contrasts(comparison)] == ["control of territory", "members of an armed group"]


def test_the_methods_say_how_contrasts_are_ordered() -> None:
    points = [p for e in compose(story(3)).elements if isinstance(e, Bullets) for p in e.items]
    assert any(
        "own words are opposed" in p and "come to 0.75 or more" in p and "than 4 references" in p for p in points
    )


def test_words_of_ones_own_come_before_words_quoted() -> None:
    own = "The [militants|militant] left. They [fell to|fall to] them.\n"
    quoted = "[Fighters|fighter] left. {s:the army} {c:said} {q:“it was [liberated|liberate]; it [fell to|fall to]”}.\n"
    rows = contrasts(compare([analysis("A", own), analysis("B", quoted)]))
    assert [row.label for row in rows] == ["members of an armed group", "control of territory"]


def test_the_first_page_has_a_row_of_figures_per_outlet() -> None:
    comparison = compare([analysis("Agency", TEXTS[0]), analysis("Wire", TEXTS[1])])
    grid = compose(comparison).overview
    assert grid is not None
    heads = [column.title for column in grid.table.columns]
    row = dict(zip(heads, grid.table.printed()[0], strict=True))
    agency = comparison.groups[0]
    assert row["Outlet"] == "Agency"
    assert row["words"] == str(agency.words)
    terms = len(comparison.analysis_of(agency.articles[0]).of_kind(MarkKind.FRAMING))
    assert row["terms per 1,000"] == f"{1000 * terms / agency.words:.1f}"
    assert row["attributions"] == "2"
    assert not {"found here only", "tone, own"} & set(heads)
    assert compose(empty()).overview is None


# --------------------------------------------------------------------------- title


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [
        (("Mira Doll Quits", "Why Mira Doll left"), "Mira Doll"),
        (("Kasr falls", "A day at Kasr"), "Kasr: 2 outlets, 2026-05-04"),
        (("One bridge", "Another road"), "2 outlets, 2026-05-04"),
    ],
)
def test_a_report_without_a_title_goes_by_what_its_headlines_share(headlines: tuple[str, ...], expected: str) -> None:
    some = [analysis(outlet, "A council met.\n", line) for outlet, line in zip("AB", headlines, strict=True)]
    assert compose(compare(some, "")).title == expected
    assert compose(compare(some, "The title given")).title == "The title given"


def test_groups_that_are_no_outlets_are_called_groups() -> None:
    comparison = five()
    settings = (("group_by", "country"),)
    grouped = replace(comparison, provenance=replace(comparison.provenance, settings=settings))
    assert "5 groups" in opening(grouped)[0]


def test_dates_that_differ_are_a_range() -> None:
    some = [analysis("A", TEXTS[0], published="2026-05-01T10:00"), analysis("B", TEXTS[1], published="2026-05-03")]
    assert "published from 2026-05-01 to 2026-05-03" in opening(compare(some))[0]


# --------------------------------------------------------------------------- marks


def test_own_voice_is_tinted_and_quoted_voice_outlined() -> None:
    runs = [run for block in marked_article(analysis("A", TEXTS[0])).blocks for run in block.runs]
    looks = [(run.text, run.emphasis) for run in runs if run.emphasis]
    assert looks == [
        ("liberated", Emphasis.OUTLINE),
        ("liberated", Emphasis.TINT),
        ("terrorists", Emphasis.TINT),
        ("liberation", Emphasis.OUTLINE),
    ]


def test_a_loaded_word_inside_a_framing_term_shows_both() -> None:
    one = analysis("A", TEXTS[3])
    (term,) = one.of_kind(MarkKind.FRAMING)
    inside = Span(term.span.start, term.span.start + 4)
    loaded = Mark("l", MarkKind.LOADED, inside, Voice.NARRATOR, None, WHY, weight=0.9)
    runs = [r for b in marked_article(replace(one, marks=(*one.marks, loaded))).blocks for r in b.runs]
    assert [(r.text, r.emphasis, r.loaded) for r in runs if r.emphasis] == [
        ("fell", Emphasis.TINT, True),
        (" to", Emphasis.TINT, False),
    ]


def test_the_speaker_of_a_quotation_is_named() -> None:
    marked = marked_article(analysis("A", TEXTS[0]))
    quoted = {run.quotation for block in marked.blocks for run in block.runs if run.quotation is not None}
    assert {dict(marked.speakers)[i] for i in quoted} == {"the army", "Minister Orr"}


@pytest.mark.parametrize(
    ("marked", "around", "expected"),
    [
        ("A [regime|regime] fell.\n", 90, "A [regime] fell."),
        ("one two three four [regime|regime] five six seven eight\n", 10, "… four [regime] five six …"),
        ("[Regime|regime] fell\n", 90, "[Regime] fell"),
        ("“[regime|regime]”-led\n", 90, "“[regime]”-led"),
    ],
)
def test_a_passage_is_cut_between_words(marked: str, around: int, expected: str) -> None:
    one = analysis("A", marked)
    runs = context(one, one.marks[0].span, Voice.NARRATOR, around)
    assert "".join(f"[{run.text}]" if run.emphasis else run.text for run in runs) == expected


def test_a_headline_is_not_said_twice_where_there_is_no_outlet() -> None:
    text = "It rained.\n\nIt rained on.\n"
    plain, named = marked_article(analysis("", text, "Rain"), "Rain"), marked_article(analysis("Post", text, "Rain"))
    assert (plain.title, [b.kind for b in plain.blocks]) == ("Rain", ["body", "body"])
    assert (named.title, [b.kind for b in named.blocks]) == ("Post", ["headline", "body", "body"])


def test_articles_of_one_outlet_are_told_apart_by_their_titles() -> None:
    some = [analysis("A", TEXTS[0], "Day one"), analysis("A", TEXTS[1], "Day two"), analysis("B", TEXTS[2], "Both")]
    shown = [e.title for e in compose(compare(some)).elements if isinstance(e, Marked)]
    assert sorted(shown) == ["A: Day one", "A: Day two", "B"]


def test_an_article_without_outlet_has_the_name_it_has_in_the_charts() -> None:
    some = [analysis("", TEXTS[0], "Day one"), analysis("B", TEXTS[2], "Both")]
    comparison = compare([replace_source(some[0], "notes.txt"), some[1]])
    (listed, *_) = [e for e in compose(comparison).elements if isinstance(e, Grid)]
    assert {row[0] for row in listed.table.rows} == {"notes", "B"} == {g.label for g in comparison.groups}


def test_what_was_left_out_of_an_article_is_said_above_it() -> None:
    one = analysis("A", TEXTS[0])
    note = message("sources.removed", count=1, lines="Share this")
    article = replace(one.article, notes=(note,))
    noted = replace(one, document=replace(one.document, article=article))
    page = html(compose(compare([noted, analysis("B", TEXTS[1])])))
    assert "Share this" in page
    assert "Share this" in words_of(pdf(compose(compare([noted, analysis("B", TEXTS[1])]))))


# --------------------------------------------------------------------------- outline


def test_profiles_say_more_and_more() -> None:
    pages = [len(pypdfium2.PdfDocument(pdf(compose(five(), profile)))) for profile in Profile]
    assert pages[0] <= 2
    assert pages == sorted(pages)
    assert not any(isinstance(e, Marked) for e in compose(five(), Profile.BRIEFING).elements)
    assert sum(isinstance(e, Marked) for e in compose(five(), Profile.FULL).elements) == 5


def test_the_handout_of_the_sample_story_fills_two_pages(sample_paths: list[str]) -> None:
    comparison = engine.compare([engine.analyze(article) for article in engine.read(sample_paths).articles])
    document = pypdfium2.PdfDocument(pdf(compose(comparison, Profile.HANDOUT)))
    assert len(document) == 2
    assert "does not rate outlets" in " ".join(document[0].get_textpage().get_text_bounded().split())


def test_passages_come_from_every_outlet_in_turn() -> None:
    (first, *_) = [e for e in compose(story(4, 3)).elements if isinstance(e, Concordance)]
    assert len({label for label, _ in first.rows}) == 4


def test_figures_have_words_for_those_who_do_not_see_them() -> None:
    figures = [e for e in compose(five()).elements if isinstance(e, Figure)]
    assert len(figures) >= 8
    for figure in figures:
        assert figure.title in figure.alt
        assert len(figure.alt) > len(figure.title) + 10


def test_statements_stand_sentence_beside_sentence() -> None:
    comparison = five()
    (told,) = [e for e in compose(comparison).elements if isinstance(e, Grid) and "behind the first rows" in e.caption]
    assert sum(told.table.groups) == len(told.table.rows)
    assert min(told.table.groups) >= 2
    texts = {t for a in comparison.analyses for t in (s.span.of(a.document.text) for s in a.document.sentences)}
    assert {row[1] for row in told.table.rows} <= texts


def test_a_chart_of_many_rows_is_cut_between_rows_under_its_headings() -> None:
    scene = build_chart("sources_kinds", story(12), 660).scene
    strips = pieces(scene)
    assert len(strips) > 4
    assert sum(strip.height for strip in strips) == pytest.approx(scene.height)
    held = [{i.text for i in strip.items if isinstance(i, Text)} for strip in strips]
    assert "government" in held[0]
    assert not any("government" in some for some in held[1:])
    labels = [g.label for g in story(12).groups]
    shown = [[i.text for i in strip.items if isinstance(i, Text) and i.x == 0] for strip in strips]
    assert [len(some) for some in shown[:2]] == [0, 3]
    assert len(shown[-1]) == 3
    assert sum(len(some) for some in shown) == len(labels)


def test_a_short_chart_is_one_piece() -> None:
    scene = build_chart("voices", five(), 660).scene
    assert [strip.items for strip in pieces(scene)] == [scene.items]


def test_versions_digests_and_settings_are_there() -> None:
    cells = {cell for e in compose(five()).elements if isinstance(e, Grid) for row in e.table.printed() for cell in row}
    comparison = five()
    lexicons = next(cell for cell in cells if comparison.provenance.lexicons[0][0] in cell)
    assert all(f"{name}\u00a0{digest[:16]}" in lexicons for name, digest in comparison.provenance.lexicons)
    assert {a.article.text_sha256[:16] for a in comparison.analyses} <= cells
    assert any("group_by\u00a0outlet" in cell for cell in cells)


def test_hundreds_of_notes_are_counted() -> None:
    noted = replace(five(), notes=tuple(message("comparison.note.one_group") for _ in range(300)))
    limits = compose(noted).limits
    assert len(limits) == LIMITS + 1
    assert "290" in limits[-1]


def test_one_outlet_alone_has_no_coverage() -> None:
    arabic = analysis("Sada", "سقطت المدينة.\n", "المدينة")
    document = replace(arabic.document, article=replace(arabic.article, language="ar"))
    for some in ([analysis("A", TEXTS[0])], [analysis("A", TEXTS[0]), replace(arabic, document=document)]):
        outline = compose(compare(some))
        headings = {e.text for e in outline.elements if isinstance(e, Heading) and e.level == 1}
        assert {"Choice of words", "Sources"} <= headings
        assert not {"Coverage", "Vocabulary"} & headings
        assert outline.subtitle == "A"
        assert not any("found in" in s or "outlets" in s for s in outline.opening)


def test_what_was_not_found_is_said() -> None:
    elements = compose(empty()).elements
    assert any(isinstance(e, Heading) and e.text == "Speakers" for e in elements)


# --------------------------------------------------------------------------- PDF


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert five_pdf() == pdf(compose(five()))


def test_the_pdf_is_tagged_titled_and_has_bookmarks() -> None:
    content = five_pdf()
    assert b"/MarkInfo" in content
    assert b"pdfuaid:part" in content or b"pdfuaid" in content
    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_value("Title") == "Who holds the town"
    titles = [mark.get_title() for mark in document.get_toc()]
    assert titles[0] == "At a glance"
    assert "North Agency" in titles
    document.close()


def test_the_pdf_holds_the_sentences_the_articles_and_page_numbers() -> None:
    text = words_of(five_pdf())
    assert opening(five())[0] in text
    assert "They took my bread".lower() in text.lower()
    assert re.search(r"\b1 / \d+", text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_in_any_place(text: str) -> None:
    safe = text.replace("|", " ")
    hostile = [
        analysis(safe or "A", TEXTS[0], safe or "T", byline=safe, dateline=safe),
        analysis("B", f"{safe.replace('[', '(').replace(']', ')')}\n", "T2"),
    ]
    comparison = compare(hostile, text)
    assert pdf(compose(comparison)).startswith(b"%PDF")
    page = html(compose(comparison))
    assert "<script" not in page
    lxml.html.document_fromstring(page.encode("utf-8"))


def test_markup_characters_come_out_as_they_went_in() -> None:
    title = "#x *a* _b_ $c$ @d `e` \\ <f> [g]"
    assert title in words_of(pdf(compose(compare([analysis("A", TEXTS[0]), analysis("B", TEXTS[1])], title))))


@pytest.mark.parametrize("title", ["Кто держит город", "谁控制了城镇"])
def test_other_scripts_come_out_as_they_went_in(title: str) -> None:
    assert title in words_of(pdf(compose(compare([analysis("A", TEXTS[0])], title))))


def test_forty_outlets_and_none_found_are_reports_too() -> None:
    assert pdf(compose(story(40))).startswith(b"%PDF")
    assert pdf(compose(empty())).startswith(b"%PDF")


# --------------------------------------------------------------------------- HTML


def test_the_page_needs_nothing_else() -> None:
    page = html(compose(five()))
    tree = lxml.html.document_fromstring(page.encode("utf-8"))
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //*[@src]")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert "url(http" not in page


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    tree = lxml.html.document_fromstring(html(compose(five())).encode("utf-8"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in tree.xpath("//@href")} <= set(ids)


def test_marks_on_the_page_say_why() -> None:
    tree = lxml.html.document_fromstring(html(compose(five())).encode("utf-8"))
    marks = tree.xpath("//article//mark")
    assert {m.get("class") for m in marks} == {"tint", "outline"}
    assert all(m.get("title") for m in marks)
    assert "the army" in tree.xpath("//article//q/@title")


def test_every_chart_has_its_table() -> None:
    tree = lxml.html.document_fromstring(html(compose(five())).encode("utf-8"))
    assert len(tree.xpath("//figure")) == len(tree.xpath("//figure//table")) >= 8


def test_an_article_without_a_headline_has_none_in_the_list() -> None:
    one, other = analysis("A", TEXTS[0], "notes 3"), analysis("B", TEXTS[1], "A headline")
    bare = replace(one, document=replace(one.document, article=replace(one.article, sections=())))
    (listed, *_) = [e for e in compose(compare([bare, other])).elements if isinstance(e, Grid)]
    assert {row[0]: row[1] for row in listed.table.rows} == {"A": None, "B": "A headline"}


def test_a_concept_referred_to_once_has_no_chart() -> None:
    def charts(text: str) -> set[str]:
        elements = compose(compare([analysis("A", text), analysis("B", "It rained.\n")])).elements
        return {e.title for e in elements if isinstance(e, Figure) and e.chart.id == "naming"}

    assert charts("The [militants|militant] left.\n") == set()
    assert charts("The [militants|militant] left. The [militants|militant] ran.\n") == {"Members of an armed group"}
