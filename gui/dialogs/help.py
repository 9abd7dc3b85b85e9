"""The page of keys and the page about the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from analysis.messages import Label
from analysis.messages import text as tr

from ..kinds import kinds
from ..widgets.plain import Page, set_title
from .room import take_room

READING_KEYS = (
    ("Alt+Down", Label("Next mark")),
    ("Alt+Up", Label("Previous mark")),
    ("Alt+PgDown", Label("Next column")),
    ("Alt+PgUp", Label("Previous column")),
    ("F3, Shift+F3", Label("Next and previous of the passages that were opened")),
    ("Esc", Label("Leave these passages")),
    ("R", Label("Reject the selected mark, or restore it")),
    ("N", Label("Write a note beside the selected mark")),
    ("O", Label("Show or hide what is found in this article only")),
    ("L", Label("Link the columns' scrolling, or not")),
)
LIST_KEYS = (
    ("Enter", Label("Read the selected articles")),
    ("Space", Label("Compare the article or not")),
    ("Shift+Up / Shift+Down", Label("Select several")),
    ("Ctrl+A", Label("Select all")),
    ("Menu", Label("What can be done with the selection")),
)


class PageDialog(QDialog):
    """A page of the program's own HTML to read and copy; what is not its own is escaped before."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, title)
        self.page = Page(html)
        self.page.setAccessibleName(title)
        self.page.setFrameShape(Page.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        take_room(self, 620, 560)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus(Qt.FocusReason.OtherFocusReason)


def keys_page(menus: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> str:
    """Return the keys of the menus' actions, and those that work in Read and in lists, as HTML."""
    parts = []
    reading = [(key, tr(label)) for key, label in READING_KEYS]
    reading += [(kind.key, tr("Show or hide: {kind}").format(kind=kind.title)) for kind in kinds()]
    lists = [(key, tr(label)) for key, label in LIST_KEYS]
    pages = (*menus, (tr("While reading"), reading), (tr("In lists"), lists))
    for title, keys in pages:
        rows = "".join(
            f"<tr><td width='190'><b>{escape(key)}</b></td><td>{escape(label)}</td></tr>" for key, label in keys
        )
        if rows:
            parts.append(f"<h3>{escape(title)}</h3><table cellpadding='3'>{rows}</table>")
    return "".join(parts)


def about_page() -> str:
    """Return what the program is, its version, its licence and those of what it is built on, as HTML."""
    from importlib.metadata import PackageNotFoundError, metadata

    from .crash import versions

    rows = []
    for name in PACKAGES:
        try:
            found = metadata(name)
        except PackageNotFoundError:
            continue
        fields: dict[str, Any] = found.json
        licence = fields.get("license_expression") or _short(fields.get("license") or "") or _classified(fields)
        rows.append(f"<tr><td>{escape(name)}</td><td>{escape(found['Version'])}</td><td>{escape(licence)}</td></tr>")
    intro = tr(
        "Parallax shows how several outlets tell the same event: the words each chose, who got to speak and how they "
        "were introduced, and in whose voice a word stands. It counts and shows passages; it does not rate outlets."
    )
    licence = tr("Free software under the GNU Affero General Public License, version 3 or later.")
    others = tr(
        "Fonts and the weights of the Reader come from others or were made from others' work: the file NOTICE, which "
        "comes with the program, names them and their licences; resources/model/SOURCES.md says what the weights were "
        "trained on."
    )
    offline = tr("Articles are read and analysed on this computer; nothing is sent anywhere.")
    built = tr("Built on")
    return (
        f"<h2>Parallax</h2><p>{escape(intro)}</p><p>{escape(licence)}<br>{escape(offline)}</p>"
        f"<p>{escape(others)}</p>"
        f"<p>{escape(versions())}</p><h3>{escape(built)}</h3><table cellpadding='3'>{''.join(rows)}</table>"
    )


PACKAGES = (
    "PySide6-Essentials", "ahocorasick-rs", "charset-normalizer", "dateparser", "defusedxml", "fonttools", "ftfy",
    "htmldate", "httpx", "justext", "lxml", "numpy", "onnxruntime", "openpyxl", "pandas", "platformdirs", "psutil",
    "py3langid", "pypdfium2", "python-docx", "rapidfuzz", "regex", "scikit-learn", "scipy", "simplemma", "tokenizers",
    "trafilatura", "typst", "vaderSentiment", "XlsxWriter",
)  # fmt: skip


def _short(licence: str) -> str:
    line = licence.strip().splitlines()[0] if licence.strip() else ""
    return line if len(line) <= 60 else ""


def _classified(fields: Mapping[str, Any]) -> str:
    names = [c for c in fields.get("classifier") or () if c.startswith("License ::")]
    return ", ".join(name.rsplit(" :: ", 1)[-1] for name in names)
