"""The only ways out of the window: a web address in the system's browser, a file or folder of the user's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SAFE_SCHEMES = ("http", "https")


def open_link(url: QUrl) -> bool:
    """Open an address of the web; any other (a file, a share, a program's own) is not opened. Return whether it was."""
    return url.scheme() in SAFE_SCHEMES and QDesktopServices.openUrl(url)


def open_path(path: Path) -> None:
    """Open a file that was just written, or a folder, with the system's program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
