"""The pictures of a PDF: those that the program writes, each told by the digest of the file it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from imr_desk.export.picture import digest_of, picture_of, png_of

_IMAGE = frozenset(
    {"/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter", "/DecodeParms", "/Length"}
)
_COLOURS = {"/DeviceGray": 1, "/DeviceRGB": 3}


def pictures_of(page: PageObject) -> dict[str, str]:
    """SHA-256 of each picture that a page can show, by its name there; one of another making is left out."""
    resources = page.get("/Resources")
    held = resources.get_object().get("/XObject") if resources is not None else None
    named = held.get_object() if held is not None else DictionaryObject()
    return dict(_known(named))


def _known(named: DictionaryObject) -> Iterator[tuple[str, str]]:
    for name in named:
        made = named[name].get_object()
        if isinstance(made, StreamObject) and made.get("/Subtype") == "/Image" and _IMAGE.issuperset(made):
            try:
                yield name, _digest(made)
            except (ValueError, KeyError):
                continue  # not one of ours: whoever shows it does something strange


def _digest(made: StreamObject) -> str:
    """The digest of the PNG or JPEG that a picture was. ValueError or KeyError where it was neither."""
    width, height = int(str(made["/Width"])), int(str(made["/Height"]))
    colours = _COLOURS[str(made["/ColorSpace"])]
    packed = made._data  # as it stands in the file: unpacked, a PNG could not be told again
    if made.get("/Filter") == "/DCTDecode":
        picture = picture_of(packed)
        if (picture.kind, picture.width, picture.height, picture.colours) != ("jpeg", width, height, colours):
            raise ValueError("another picture than it says")
        return picture.sha256
    how = made["/DecodeParms"].get_object()
    wanted = {"/Predictor": "15", "/Colors": str(colours), "/Columns": str(width)}
    said = {name: str(value) for name, value in how.items()} if isinstance(how, DictionaryObject) else {}
    if made.get("/Filter") != "/FlateDecode" or said != wanted:
        raise ValueError("packed in another way")
    return digest_of(png_of(width, height, colours, packed))
