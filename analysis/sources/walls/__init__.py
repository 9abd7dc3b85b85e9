"""What stands between a reader and an article: pages that are nothing but a wall, and stubs of articles before one."""

from __future__ import annotations

from .cut import cut_off, split_offers
from .nothing import wall_of

__all__ = ["cut_off", "split_offers", "wall_of"]
