"""What the markup of a page sets apart as somebody's words stays theirs, with the author where one is named."""

from __future__ import annotations

import pytest

from analysis.model import Article

from .test_story import HEAD, STORY, p, paragraphs, read

WORDS = "We have asked for a second boat in every year since 2019, and in every year somebody has written us a letter."


def quoted(article: Article) -> list[tuple[str, str]]:
    """Return the words set apart and their author."""
    return [(quote.span.of(article.text), quote.author) for quote in article.block_quotes]


def around(quotation: str) -> Article:
    return read(f"<article>{HEAD}{p(*STORY[:3])}{quotation}{p(*STORY[3:])}</article>")


def test_a_block_quotation_is_kept_in_its_place_and_marked() -> None:
    article = around(f"<blockquote><p>{WORDS}</p><p>Write to them, not to us.</p></blockquote>")

    assert paragraphs(article) == [*STORY[:3], WORDS, "Write to them, not to us.", *STORY[3:]]
    assert quoted(article) == [(f"{WORDS}\n\nWrite to them, not to us.", "")]


NAMED = {
    "cite": f"<blockquote><p>{WORDS}</p><cite>Ada Brandt</cite></blockquote>",
    "a footer": f"<blockquote><p>{WORDS}</p><footer>— Ada Brandt</footer></blockquote>",
    "the figure's caption": f"<figure><blockquote>{WORDS}</blockquote><figcaption>Ada Brandt</figcaption></figure>",
    "a last line behind a dash": f"<blockquote><p>{WORDS}</p><p>— Ada Brandt</p></blockquote>",
}


@pytest.mark.parametrize("quotation", NAMED.values(), ids=NAMED.keys())
def test_the_author_of_a_block_quotation_is_whom_its_markup_names(quotation: str) -> None:
    assert quoted(around(quotation)) == [(WORDS, "Ada Brandt")]


CHIRP = f'<p lang="en" dir="ltr">{WORDS} <a href="https://example.org/h">#halm</a></p>'
POSTS = {
    "a tweet": (
        f'<blockquote class="twitter-tweet">{CHIRP}&mdash; Ada Brandt (@ada) <a href="https://example.org/s/1">March 5,'
        " 2024</a></blockquote>",
        "— Ada Brandt (@ada) March 5, 2024",
    ),
    "a post of Bluesky": (
        f'<blockquote class="bluesky-embed">{CHIRP}&mdash; Ada Brandt (<a href="https://example.org/a">@ada.example.org</a>'
        ') <a href="https://example.org/b">March 5, 2024 at 8:15 AM</a></blockquote>',
        "— Ada Brandt (@ada.example.org) March 5, 2024 at 8:15 AM",
    ),
    "a post of Facebook": (
        f'<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore">{CHIRP}Posted by <a href="https://example.org/a">'
        'Ada Brandt</a> on <a href="https://example.org/b">Tuesday, March 5, 2024</a></blockquote></div>',
        "Posted by Ada Brandt on Tuesday, March 5, 2024",
    ),
    "a picture of Instagram": (
        f'<blockquote class="instagram-media"><a href="https://example.org/p">View this post on Instagram</a>{CHIRP}'
        '<p>A post shared by Ada Brandt (@ada)</p></blockquote>',
        "A post shared by Ada Brandt (@ada)",
    ),
    "a post in a box that shares": (
        f'<div class="social-embed"><blockquote class="twitter-tweet">{CHIRP}&mdash; Ada Brandt (@ada) <a'
        ' href="https://example.org/s/1">March 5, 2024</a></blockquote></div>',
        "— Ada Brandt (@ada) March 5, 2024",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("post", "credit"), POSTS.values(), ids=POSTS.keys())
def test_an_embedded_post_is_its_authors_words_and_its_last_line_is_not(post: str, credit: str) -> None:
    article = around(post)

    assert paragraphs(article) == [*STORY[:3], f"{WORDS} #halm", credit, *STORY[3:]]
    assert quoted(article) == [(f"{WORDS} #halm", "Ada Brandt")]


PULLED = {
    "an aside": f'<aside class="pullquote">{STORY[1]}</aside>',
    "a division": f'<div class="pull-quote"><span>{STORY[1]}</span></div>',
    "a figure": f'<figure class="wp-block-pullquote"><blockquote><p>{STORY[1]}</p></blockquote></figure>',
    "a block quotation in marks": f"<blockquote><p>“{STORY[1][:-1]}”</p></blockquote>",
}


@pytest.mark.parametrize("pulled", PULLED.values(), ids=PULLED.keys())
def test_words_of_the_story_in_large_letters_are_not_read_again(pulled: str) -> None:
    assert paragraphs(around(pulled)) == list(STORY)


def test_words_in_a_q_get_the_marks_that_a_browser_prints() -> None:
    found = paragraphs(
        around("<p>The mate said <q>I heard it <q>knock</q> all night</q> and went below deck again.</p>")
    )

    assert found[3] == "The mate said “I heard it ‘knock’ all night” and went below deck again."


def test_a_q_that_prints_its_own_marks_keeps_them() -> None:
    found = paragraphs(around("<p>The mate said <q>“I heard it knock all night”</q> and went below deck again.</p>"))

    assert found[3] == "The mate said “I heard it knock all night” and went below deck again."


def test_a_page_that_sets_its_whole_story_in_a_block_quotation_quotes_nobody() -> None:
    article = read(f"<article>{HEAD}<blockquote>{p(*STORY)}</blockquote></article>")

    assert paragraphs(article) == list(STORY)
    assert quoted(article) == []


def test_links_to_a_posts_picture_are_no_words_of_its_author() -> None:
    credit = "&mdash; Ada Brandt (@brandt) <a>March 5, 2024</a>"
    links = '<a href="https://t.co/x1">https://t.co/x1</a> <a href="https://t.co/x2">pic.twitter.com/x2</a>'
    article = around(f'<blockquote class="twitter-tweet"><p>{WORDS} {links}</p>{credit}</blockquote>')

    assert quoted(article) == [(WORDS, "Ada Brandt")]
