"""What all tests share."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

from .patience import PatientBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The rules alone, in this process and those it starts, unless a test is marked `reader`.
os.environ["PARALLAX_READER"] = "off"

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"

# Hypothesis keeps tables of characters; nothing is written into the checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / f"parallax-hypothesis-{os.getuid() if os.name == 'posix' else 0}")
settings.register_profile(
    "parallax",
    deadline=None,  # like every check of speed, one that a busy machine can miss
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
    database=None,  # a failure prints the line that repeats it
    print_blob=True,
)
settings.load_profile("parallax")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the tests marked `slow` too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out unless they are asked for."""
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow") is not None]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in set(slow)]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application in the program's fonts. The first text of each costs most: it is laid out here, once."""
    from PySide6.QtGui import QTextDocument

    from gui import theme

    theme.load_fonts()
    font = qapp.font()
    for family in (theme.SERIF, theme.SANS):
        font.setFamilies([family])
        text = QTextDocument()
        text.setDefaultFont(font)
        text.setHtml("Aa “0” <b>Aa</b> <i>Aa</i> …")
        text.size()
    qapp.setFont(font)
    return qapp


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's bot, which waits as long as a busy machine may need."""
    return PatientBot(request)


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
