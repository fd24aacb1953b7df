"""The pictures of the PDF, each once in the file, as they were: a PNG by its packed data, a JPEG whole."""

from __future__ import annotations

from imr_desk.export.pdf.file import Id, PdfFile, ref
from imr_desk.export.picture import Picture, png_parts

_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}


class Pictures:
    """The pictures of one file, by the names that pages know them under."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._names: dict[str, str] = {}
        self._numbers: dict[str, Id] = {}

    def name_of(self, picture: Picture) -> str:
        """The name of a picture, which is put into the file when it is first asked for."""
        if picture.sha256 not in self._names:
            self._names[picture.sha256] = f"Im{len(self._names) + 1}"
            self._numbers[picture.sha256] = self._write(picture)
        return self._names[picture.sha256]

    def resources(self) -> str:
        """The entry of the pages' resources; nothing where there is no picture."""
        named = "".join(f"/{name} {ref(self._numbers[sha256])}" for sha256, name in self._names.items())
        return f"/XObject<<{named}>>" if named else ""

    def _write(self, picture: Picture) -> Id:
        number = self._file.new()
        entries = (
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
            f"/ColorSpace{_SPACES[picture.colours]}/BitsPerComponent 8"
        )
        if picture.kind == "jpeg":
            self._file.stream(number, picture.data, f"{entries}/Filter/DCTDecode", packed=False)
        else:
            filtered = f"/DecodeParms<</Predictor 15/Colors {picture.colours}/Columns {picture.width}>>"
            packed = png_parts(picture.data)[3]
            self._file.stream(number, packed, f"{entries}/Filter/FlateDecode{filtered}", packed=False)
        return number
