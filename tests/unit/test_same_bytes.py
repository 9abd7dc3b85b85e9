"""The same story gives the same bytes wherever it lies and however it is opened, and no result says where."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from analysis.cli import main

OUTPUTS = ("json", "html", "xlsx", "pdf")


def _compared(paths: list[Path], out: Path) -> dict[str, bytes]:
    """Return what `compare` writes of `paths`, by file."""
    out.mkdir()
    wanted = [part for kind in OUTPUTS for part in (f"--{kind}", str(out / f"all.{kind}"))]
    assert main(["compare", *map(str, paths), *wanted, "--csv", str(out / "csv")]) == 0
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def _analyzed(paths: list[Path], out: Path) -> bytes:
    assert main(["analyze", *map(str, paths), "--json", str(out)]) == 0
    return out.read_bytes()


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory, sample_paths: list[str]) -> tuple[Path, Path]:
    """The sample story in two folders, one of them with a telling name."""
    base = tmp_path_factory.mktemp("homes")
    folders = (base / "anna-secret" / "Desktop" / "story", base / "b")
    for folder in folders:
        folder.mkdir(parents=True)
        for path in sample_paths[:3]:
            shutil.copy(path, folder)
    return folders


def test_another_folder_and_single_files_give_the_same_bytes(stories: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = stories
    files = sorted(second.iterdir())
    made = _compared([first], tmp_path / "1")

    assert {name.rpartition(".")[2] for name in made} == {*OUTPUTS, "csv"}
    assert _compared([second], tmp_path / "2") == made
    assert _compared(files[::-1], tmp_path / "3") == made
    assert _analyzed([first], tmp_path / "4") == _analyzed(files, tmp_path / "5")


def test_no_result_says_where_the_files_lie(stories: tuple[Path, Path], tmp_path: Path) -> None:
    made = {**_compared([stories[0]], tmp_path / "out"), "analyses": _analyzed([stories[0]], tmp_path / "a.jsonl")}
    texts = {name: _readable(content) for name, content in made.items()}

    assert all("tabloid.txt" in text for name, text in texts.items() if name.startswith("all."))
    for part in ("anna-secret", "Desktop", str(tmp_path), Path.home().as_posix() + "/"):
        assert [name for name, text in texts.items() if part in text] == []


def _readable(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        import pypdfium2

        pages = pypdfium2.PdfDocument(content)
        return "\n".join(page.get_textpage().get_text_range() for page in pages) + content.decode("latin-1")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    return content.decode("utf-8")
