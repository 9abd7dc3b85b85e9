"""A PDF whose pages look the same and are drawn in another order."""

from __future__ import annotations

import io
import random


def redrawn(data: bytes, order: random.Random) -> bytes:
    """Return the file with what stands on each page drawn in any order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        objects = list(page.get_objects(max_depth=1))
        for item in objects:
            page.remove_obj(item)
        order.shuffle(objects)
        for item in objects:
            page.insert_obj(item)
        page.gen_content()
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()
