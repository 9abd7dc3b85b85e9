"""Starts the window: display, look, crash dialog, and what is opened first."""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from analysis.messages import text as tr

from .collector import Collector
from .dialogs.crash import CrashHook
from .interrupt import Interrupts
from .main_window import MainWindow
from .session import Session
from .theme import RESOURCES, Appearance, load_fonts

NO_DISPLAY = 2
SWITCH_S = 0.001
"""How long the engine's thread may hold the interpreter while the window waits for it. With Python's 5 ms painting the
Read view beside an analysis stalled for up to 0.5 s (25 articles), with 1 ms for 0.17 s, at the same total time."""


def run(paths: Sequence[str] | None) -> int:
    """Open the window with these articles, with the sample story for None; return the exit code."""
    problem = display_problem(os.environ)
    if problem:
        sys.stderr.write(problem + "\n")
        return NO_DISPLAY
    sys.setswitchinterval(SWITCH_S)
    app = make_app(sys.argv[:1])
    window = make_window(app, settings())
    Collector(app, window.jobs)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: begin(window, paths)))
    window.show()
    interrupts = Interrupts(lambda: QTimer.singleShot(0, app.quit), app)
    try:
        code = app.exec()
    finally:
        interrupts.close()
    return leave(window, code)


def leave(window: MainWindow, code: int) -> NoReturn:
    """End the process at once: work that nothing can stop may go on, and Qt would wait for its thread for ever.

    To take forty analysed articles apart takes a second besides. Everything is on disk by now but the settings and what
    was said; processes that parse files are ended.
    """
    from analysis.sources.child.pool import close

    window.settings.sync()
    close()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def make_app(arguments: list[str]) -> QApplication:
    """Return the application with its names and style; what was not caught is shown from now on."""
    app = QApplication(arguments)
    app.setApplicationName("Parallax")
    app.setOrganizationName("Parallax")
    app.setDesktopFileName("parallax")
    app.setStyle("Fusion")
    hook = CrashHook(app)
    hook.install()
    translator = QTranslator(app)
    if translator.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def make_window(app: QApplication, kept: QSettings) -> MainWindow:
    """Return the window, not shown yet."""
    load_fonts("NotoSans-Regular", "NotoSans-Bold")
    appearance = Appearance(app, kept)
    appearance.apply()
    session = Session(app)
    return MainWindow(session, kept, appearance)


def begin(window: MainWindow, paths: Sequence[str] | None) -> None:
    """Do what did not have to be done before the first paint: the other fonts, the first view, the first articles."""
    load_fonts("NotoSans-Italic", "NotoSerif-", "NotoNaskh", "Droid", "NotoEmoji")
    window.setWindowIcon(QIcon(str(RESOURCES / "icons" / "parallax.svg")))
    if paths is None:
        window.start("read")
        window.importer.open_sample()
    else:
        window.start("read" if paths else "library")
        window.importer.read_paths(list(paths))


def settings() -> QSettings:
    """Return where the window's state is kept."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Parallax", "Parallax")


def display_problem(environment: Mapping[str, str]) -> str:
    """Return why no window can be shown, "" where one can; Qt would end the process without a word to the user."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return ""
    advice = tr("Start it in a desktop session, or use the command line: `./run cli --help`.")
    if environment.get("WAYLAND_DISPLAY") and not platform.startswith("xcb"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return tr("There is no display to open a window on.") + " " + advice
    if not _answers(display):
        return tr("The display {name} does not answer.").format(name=display) + " " + advice
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return tr("A system package is missing (libxcb-cursor0); `./run` installs it.")
    return ""


def _answers(display: str) -> bool:
    """Return whether an X server listens at `host:number.screen`."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 (where X servers listen)
        return any(_connects(socket.AF_UNIX, place) for place in (path, "\0" + path))
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, place: object) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(2)
            probe.connect(place)  # type: ignore[arg-type]
    except OSError:
        return False
    return True
