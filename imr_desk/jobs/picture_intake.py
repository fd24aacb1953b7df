"""Pictures made ready, in memory, to go into a report: a PNG or JPEG file that is chosen or dropped.

Of a picture nothing is kept but what is seen: place, camera, author and preview are dropped, and it is turned the way
it is shown. The words in a picture cannot be searched for names.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from imr_desk.errors import BadInputError
from imr_desk.export.picture import Picture, picture_of, png_of, png_parts
from imr_desk.i18n import tr

FORMS = {"PNG": "png", "JPEG": "jpeg"}
ENDINGS = (".png", ".jpg", ".jpeg")
MEDIA_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
_MOST_DOTS = 60_000_000
_LONGEST = 2600
"""Dots on the longer side: 44 cm at 150 to an inch, more than any page shows."""
_QUALITY = 88
_FAULTS = (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError, MemoryError)


def made_ready(content: bytes, name: str) -> Picture:
    """A PNG or JPEG without metadata, as it goes into a report; `name` is for the sentence of an error.

    BadInputError for anything that is not one of the two, is damaged, or is far larger than a page.
    """
    try:
        with Image.open(io.BytesIO(content), formats=tuple(FORMS)) as opened:
            if opened.width * opened.height > _MOST_DOTS:
                raise BadInputError(
                    tr("‘{name}’ is far larger than a page. Save it smaller, and choose it again.").format(name=name)
                )
            form = opened.format or ""
            seen = _as_seen(opened)
    except _FAULTS as error:
        raise BadInputError(
            tr("‘{name}’ is not a picture that can be read. Choose a PNG or JPEG file.").format(name=name)
        ) from error
    return picture_of(_png(seen) if FORMS[form] == "png" else _jpeg(seen))


def _as_seen(opened: Image.Image) -> Image.Image:
    """Turned the way it is shown, on white, in grey or colour, no larger than is of use."""
    turned = ImageOps.exif_transpose(opened)
    if turned.mode in ("1", "L"):
        seen = turned.convert("L")
    else:
        clear = turned.convert("RGBA")
        seen = Image.new("RGB", clear.size, "white")
        seen.paste(clear, mask=clear.getchannel("A"))
    seen.thumbnail((_LONGEST, _LONGEST))
    return seen


def _png(seen: Image.Image) -> bytes:
    return png_of(*png_parts(_saved(seen, "PNG", optimize=True)))


def _jpeg(seen: Image.Image) -> bytes:
    return _saved(seen, "JPEG", quality=_QUALITY)


def _saved(seen: Image.Image, form: str, **how: Any) -> bytes:  # noqa: ANN401 - what Pillow takes
    bare = Image.frombytes(seen.mode, seen.size, seen.tobytes())  # nothing that came with the file
    with io.BytesIO() as out:
        bare.save(out, form, **how)
        return out.getvalue()
