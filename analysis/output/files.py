"""Writing results: whole or not at all, and a plain sentence where it cannot be done."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError
from ..messages import message

REASONS = {
    errno.ENOSPC: "output.failed.full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "output.failed.full",
    errno.EACCES: "output.failed.permission",
    errno.EPERM: "output.failed.permission",
    errno.EROFS: "output.failed.permission",
    errno.ENOENT: "output.failed.folder",
    errno.ENOTDIR: "output.failed.folder",
    errno.EISDIR: "output.failed.is_folder",
    errno.EEXIST: "output.failed.is_file",
    errno.ENAMETOOLONG: "output.failed.name",
}
STANDARD_OUTPUT = "-"


def write_bytes(content: bytes, path: str | os.PathLike[str]) -> None:
    """Write `content` to `path`, or to standard output for "-"; OutputError where that fails."""
    if os.fspath(path) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    with failures(path):
        _replace(content, Path(path))


def _replace(content: bytes, path: Path) -> None:
    """Write beside `path` and rename, so that a failure leaves the old file or none, never half of one."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    handle, name = tempfile.mkstemp(prefix=".parallax-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file gets; mkstemp's are for the owner alone."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def make_folder(path: str | os.PathLike[str]) -> Path:
    """Return the folder `path`, made where it is missing (its parent must exist)."""
    folder = Path(path)
    with failures(path):
        folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def failures(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the system refuses into an OutputError about `path`."""
    try:
        yield
    except OSError as error:
        key = REASONS.get(error.errno or 0, "output.failed.other")
        detail = {"detail": error.strerror or str(error)} if key == "output.failed.other" else {}
        raise OutputError(message(key, **detail), os.fspath(path)) from error
