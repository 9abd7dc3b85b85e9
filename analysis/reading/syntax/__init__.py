"""English grammar over the Reader's parse, asked in one place.

`parse_of(document)` gives the trees of a document, made once; `tree` walks them, `clause` says who does what to whom
and whether it is denied, `phrase` how far a noun phrase reaches and where it stands.
"""

from __future__ import annotations

from .tree import Parse, Tree, parse_of, tree_of

__all__ = ["Parse", "Tree", "parse_of", "tree_of"]
