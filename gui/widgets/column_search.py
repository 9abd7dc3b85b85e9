"""The search of the articles side by side: every hit lit in its column and in the strip beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from analysis.messages import text as tr
from analysis.model import Article, Passage

from .concordance import MOST, Query, search
from .search_bar import SearchBar


class ColumnSearch(QObject):
    """Hits in the open columns, from left to right, and the one that the keyboard stands on."""

    found = Signal()
    """`hits` are new."""
    moved = Signal(object)
    """The Passage that is now the one."""

    def __init__(
        self,
        articles: Callable[[], Sequence[Article]],
        name_of: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles = articles
        self._name_of = name_of
        self._number = 0
        self.hits: tuple[Passage, ...] = ()
        self.bar = SearchBar(tr("Search these articles"), steps=True)
        self.bar.changed.connect(self._on_changed)
        self.bar.stepped.connect(self.step)

    def _on_changed(self, _: str) -> None:
        self._look()
        self._number = 0
        self._say()
        if self.hits:
            self.moved.emit(self.hits[0])

    def refresh(self) -> None:
        """Search anew: other columns are open."""
        if not self.bar.isHidden():
            current = self.hits[self._number] if self.hits else None
            self._look()
            self._number = self.hits.index(current) if current in self.hits else 0
            self._say()

    def step(self, by: int) -> None:
        """Go on (1) or back (-1), round and round."""
        if self.hits:
            self._number = (self._number + by) % len(self.hits)
            self._say()
            self.moved.emit(self.hits[self._number])

    def _look(self) -> None:
        query = Query(self.bar.words, whole=False)  # also parts of words: what is typed grows letter by letter
        self.hits = tuple(line.passage for line in search(self._articles(), query))
        self.found.emit()

    def _say(self) -> None:
        if not self.bar.words.strip():
            self.bar.count.set_words("")
        elif not self.hits:
            self.bar.count.set_words(tr("no hits in the columns shown"))
        else:
            words = tr("{number} of {count}, in {name}")
            count = tr("the first {count}") if len(self.hits) >= MOST else "{count}"
            count = count.format(count=f"{len(self.hits):,}")
            name = self._name_of(self.hits[self._number].article)
            self.bar.count.set_words(words.format(number=f"{self._number + 1:,}", count=count, name=name))
