"""Names are shown as they are written, also where a character hides in them or turns them round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.visible import visible


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("story.txt", "story.txt"),
        ("Zürich 東京 نشرة 🌷.txt", "Zürich 東京 نشرة 🌷.txt"),
        ("story\u202etxt.exe", "story[U+202E]txt.exe"),
        ("a\u200bb", "a[U+200B]b"),
        ("a\x1b[31mb", "a[U+001B][31mb"),
        ("a\nb", "a[U+000A]b"),
        ("a\ud800b", "a[U+D800]b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_hides_in_a_name_is_shown_by_its_code(name: str, shown: str) -> None:
    assert visible(name) == shown


def test_line_ends_and_tabs_stay_in_a_text_of_several_lines() -> None:
    assert visible("a\tb\nc\r\u2066d", lines=True) == "a\tb\nc[U+000D][U+2066]d"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_comes_out_printable_to_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & set(
        map(chr, [*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    )
    assert visible(shown) == shown
    shown.encode()
