"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The rules alone, in this process and those it starts, unless a test is marked `reader`.
os.environ["PARALLAX_READER"] = "off"

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The measuring data beside the project; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the measuring data is not beside this checkout")
    return SHARED_DATA


@pytest.fixture(scope="session")
def sample_paths() -> list[str]:
    """The articles of the sample story."""
    return [str(path) for path in sorted((ROOT / "resources" / "samples" / "story").glob("*.txt"))]


@pytest.fixture(autouse=True)
def _reader_where_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trained Reader for tests marked `reader`, which are skipped where its file is absent."""
    if request.node.get_closest_marker("reader") is None:
        return
    from analysis.reading import reader

    monkeypatch.delenv(reader.SWITCH)
    if reader.available() is not None:
        pytest.skip("the Reader's model is not in resources/model")
