"""The File and Reports menus: stories, what comes in, what goes out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from analysis.messages import text as tr

from ..exporting import FORMATS
from ..leaving import keeping
from ..parts import Parts
from .spec import ActionSpec, has_articles


def _can_export(parts: Parts) -> bool:
    return parts.exporter.ready


def _export(key: str, parts: Parts) -> None:
    parts.exporter.ask(key)


def _new_story(parts: Parts) -> None:
    parts.leaving.leave(parts.session.start_story)


def _open_sample(parts: Parts) -> None:
    parts.leaving.leave(parts.importer.open_sample)


def _say_what_is_kept(parts: Parts) -> None:
    """Answer the key by which other programs save."""
    choices = [(tr("Export…"), parts.leaving.exports_asked.emit)] if parts.exporter.ready else []
    parts.notices.tell(keeping(parts.session), *choices)


def specs() -> Iterable[ActionSpec]:
    """Yield the actions on stories and files."""
    spec, here = ActionSpec, ("file",)
    yield spec("new", here, tr("&New story"), _new_story, ("Ctrl+N",))
    yield spec("open", here, tr("&Open articles…"), lambda p: p.importer.choose_files(), ("Ctrl+O",), group="in")
    yield spec("folder", here, tr("Open &folder…"), lambda p: p.importer.choose_folder(), ("Ctrl+Shift+O",), group="in")
    yield spec(
        "paste", here, tr("&Paste article…"), lambda p: p.importer.paste(), ("Ctrl+V", "Ctrl+Shift+V"), group="in"
    )
    yield spec("sample", here, tr("Open the &sample story"), _open_sample, group="in")
    yield spec("save", here, tr("Saving: what is &kept"), _say_what_is_kept, ("Ctrl+S",), group="out")
    for kind in FORMATS:
        menus = ("file/export", "reports") if kind.suffix in (".pdf", ".html") else ("file/export",)
        keys = ("Ctrl+P",) if kind.key == "pdf" else ()
        label = tr(kind.title) + "…"
        yield spec(kind.key, menus, label, partial(_export, kind.key), keys, _can_export, group="out")
    yield spec("close", here, tr("&Close story"), _new_story, ("Ctrl+W",), has_articles, group="end")
    yield spec("quit", here, tr("&Quit"), lambda p: p.frame.close(), ("Ctrl+Q",), group="end")
