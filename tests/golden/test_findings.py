"""The sample story's framing findings, each with voice, dimension, stance and source; every one was read.

`python -m tests.quality.framing_list --golden` writes the list anew: read the difference before you commit it.
"""

from __future__ import annotations

from tests.quality.framing_list import GOLDEN, golden


def test_the_sample_storys_findings_are_as_they_were_read() -> None:
    assert golden() == GOLDEN.read_text(encoding="utf-8")
