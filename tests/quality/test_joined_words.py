"""Words that stand one by one become text as it is printed."""

from __future__ import annotations

import pytest

from .joined_words import joined


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The mayor ( 61 ) left , he said .", "The mayor (61) left, he said."),
        ("The port ’ s crane and Orr 's boat didn ’ t move .", "The port’s crane and Orr's boat didn’t move."),
        ("The weavers ' guild met .", "The weavers' guild met."),
        ("It was ' far too late ' , Orr said .", "It was 'far too late', Orr said."),
        ("Two boats ' far too late ' , Orr said .", "Two boats 'far too late', Orr said."),
        ('" We wait . " " For what ? " he asked .', '"We wait." "For what?" he asked.'),
        ('We wait for the ferry , " he said .', 'We wait for the ferry," he said.'),
        ('“ We wait " , he said .', '“We wait", he said.'),
        ("They met face - to - face on the third - floor stairs .", "They met face-to-face on the third-floor stairs."),
        ("The ferry - which is old - sank .", "The ferry - which is old-sank."),  # what nobody can tell is a hyphen
        ("It cost $ 5 and / or € 6 % .", "It cost $5 and/or €6%."),
        ("\u200b\u200b The end", "The end"),
    ],
)
def test_words_stand_as_in_print(words: str, text: str) -> None:
    assert joined(words.split(" ")) == text
