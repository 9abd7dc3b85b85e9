"""Writing results: whole or not at all, and a plain sentence where it cannot be done."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import OutputError
from ..messages import message

REASONS = {
    errno.ENOSPC: "output.failed.full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "output.failed.full",
    errno.EFBIG: "output.failed.too_large",
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
OUT_NAME = "standard output"
"""What it is called where it fails."""
MAX_LINKS = 40
"""Links that may lead on to each other, as in Linux."""
_OPEN_FILES = re.compile(r"/dev/fd|/proc/[^/]+(?:/task/[^/]+)?/fd")
"""Folders whose names stand for files that are open already, /dev/stdout among them."""


def write_bytes(content: bytes, path: str | os.PathLike[str]) -> None:
    """Write `content` to `path`, or to standard output for "-"; OutputError where that fails.

    A link stays and what it leads to is written. Only regular files are replaced; into a pipe or a device it is written
    as it comes.
    """
    if os.fspath(path) == STANDARD_OUTPUT:
        with failures(OUT_NAME):
            _write_out(content)
        return
    with failures(path):
        target = _target(Path(path))
        if target is None:
            _write_into(content, path)
        else:
            _replace(content, target)


def write_folder(contents: Mapping[str, bytes], path: str | os.PathLike[str]) -> None:
    """Write files by name into the folder `path`, all or none: where one fails, those that stood there stand again.

    The folder is made where it is missing (its parent must exist). OutputError where anything fails.
    """
    folder = Path(path)
    with failures(folder):
        made = not folder.exists()
        folder.mkdir(exist_ok=True)
    staged: list[tuple[str, Path]] = []
    former: list[tuple[Path, str | None]] = []
    try:
        for name, content in contents.items():
            with failures(folder / name):
                target = _regular(folder / name)
                staged.append((_staged(content, target), target))
        for new, target in staged:
            with failures(target):
                former.append((target, _set_aside(target)))
                os.replace(new, target)
    except BaseException:
        with suppress(OSError):
            for target, old in reversed(former):
                target.unlink(missing_ok=True) if old is None else os.replace(old, target)
        _remove(new for new, _ in staged)
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    _remove(old for _, old in former if old is not None)


def _target(path: Path) -> Path | None:
    """Return the regular file, there or to be made, that `path` leads to; None where it leads to no regular file."""
    for _ in range(MAX_LINKS):
        if _OPEN_FILES.fullmatch(os.path.realpath(path.parent)):
            return None
        if not path.is_symlink():
            break
        path = path.parent / os.readlink(path)
    else:
        raise _refused(errno.ELOOP)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return path
    if stat.S_ISDIR(mode):
        raise _refused(errno.EISDIR)
    if not os.access(path, os.W_OK):
        raise _refused(errno.EACCES)
    return path if stat.S_ISREG(mode) else None


def _regular(path: Path) -> Path:
    target = _target(path)
    if target is None:
        raise _refused(errno.EEXIST)
    return target


def _refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _replace(content: bytes, path: Path) -> None:
    """Write beside `path` and rename, so that a failure leaves the old file or none, never half of one."""
    new = _staged(content, path)
    try:
        os.replace(new, path)
    except BaseException:
        _remove([new])
        raise


def _staged(content: bytes, path: Path) -> str:
    """Return a new file beside `path` with its permissions that holds `content`."""
    handle, name = tempfile.mkstemp(prefix=".parallax-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, _mode(path))
    except BaseException:
        _remove([name])
        raise
    return name


def _set_aside(path: Path) -> str | None:
    """Return where what stood at `path` is kept from now on; None where nothing did."""
    if not path.exists():
        return None
    handle, name = tempfile.mkstemp(prefix=".parallax-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    try:
        os.replace(path, name)
    except BaseException:
        _remove([name])
        raise
    return name


def _remove(names: Iterable[str]) -> None:
    for name in names:
        with suppress(OSError):
            os.unlink(name)


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file gets; mkstemp's are for the owner alone."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _write_into(content: bytes, path: str | os.PathLike[str]) -> None:
    """Write into what is open already, a pipe or a device; never from its beginning, lest what stands there be lost."""
    with open(path, "ab") as file:
        file.write(content)


def print_line(line: str) -> None:
    """Write a line to standard output, where there is one: whoever started the program may have closed it."""
    if sys.stdout is not None:
        with failures(OUT_NAME), _giving_up():
            sys.stdout.write(line + "\n")


def flush_standard_output() -> None:
    """Bring out what was printed, so that a full disk is said here and not by the interpreter as it ends."""
    if sys.stdout is not None:
        with failures(OUT_NAME), _giving_up():
            sys.stdout.flush()


def _write_out(content: bytes) -> None:
    if sys.stdout is None:
        raise _refused(errno.EBADF)
    with _giving_up():
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


@contextmanager
def _giving_up() -> Iterator[None]:
    """Drop what standard output could not take, lest it fail again when the interpreter closes it."""
    try:
        yield
    except OSError:
        with suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, sys.stdout.fileno())
            os.close(nothing)
        raise


@contextmanager
def failures(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the system refuses into an OutputError about `path`; that a reader left is no failure of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        key = REASONS.get(error.errno or 0, "output.failed.other")
        detail = {"detail": error.strerror or str(error)} if key == "output.failed.other" else {}
        raise OutputError(message(key, **detail), os.fspath(path)) from error
