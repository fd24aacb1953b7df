"""The letters of the file: Liberation Sans, as wide as Arial, with the glyphs that are used and no others.

A word is measured and spelt in glyphs once and kept, since a report says the same words again and again.
"""

from __future__ import annotations

import io
from functools import cache
from importlib import resources
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string

_FILES = {False: "LiberationSans-Regular.ttf", True: "LiberationSans-Bold.ttf"}
_MISSING = "\N{WHITE SQUARE}"
"""Stands in print for a letter that the font does not have; the text of the file keeps the letter itself."""
_BLOCK = 100


class Word(NamedTuple):
    """A word in glyphs, as hexadecimal digits, and its width in thousandths of the size."""

    code: str
    width: float


@cache
def font_file(*, bold: bool) -> TTFontFile:
    """The font as it was shipped; read once."""
    data = (resources.files("resources") / "fonts" / _FILES[bold]).read_bytes()
    return TTFontFile(io.BytesIO(data))


class Letters:
    """One font of one file: which glyphs are used, and the codes they have there."""

    def __init__(self, *, bold: bool) -> None:
        self.face = font_file(bold=bold)
        self.name = "F2" if bold else "F1"
        self._codes: list[int] = []
        self._glyphs: dict[int, int] = {0: 0}
        self._of_letter: dict[str, tuple[str, float]] = {}
        self._widths: dict[int, float] = {0: self.face.defaultWidth}
        self._said: dict[int, str] = {}
        self._words: dict[str, Word] = {}
        self.space = self.word(" ")

    def word(self, text: str) -> Word:
        """A word, measured and spelt."""
        known = self._words.get(text)
        if known is None:
            spelt = [self._of_letter.get(letter) or self._new(letter) for letter in text]
            known = self._words[text] = Word("".join(code for code, _ in spelt), sum(width for _, width in spelt))
        return known

    def _new(self, letter: str) -> tuple[str, float]:
        """Give a letter its glyph in this file. Letters that share a glyph in the font share it here.

        For a letter that the font does not have a white square is drawn, and the letter itself is what is read out
        and copied: the code then ends the string, says so, and begins the string again.
        """
        there = ord(letter) in self.face.charToGlyph
        number = self._glyph(letter if there else _MISSING)
        code = f"{number:04X}"
        if not there:
            code = f">Tj/Span<</ActualText{text_string(letter)}>>BDC<{code}>Tj EMC<"
        made = self._of_letter[letter] = code, self._widths[number]
        return made

    def _glyph(self, letter: str) -> int:
        """The number that the glyph of a letter has in this file."""
        glyph = self.face.charToGlyph[ord(letter)]
        if glyph not in self._glyphs:
            self._glyphs[glyph] = len(self._glyphs)
            self._codes.append(ord(letter))
        number = self._glyphs[glyph]
        self._widths[number] = self.face.charWidths.get(ord(letter), self.face.defaultWidth)
        self._said.setdefault(number, letter)
        return number

    def write(self, file: PdfFile, number: Id) -> None:
        """Put the font into the file, with the glyphs used until now."""
        name = f"IMRDSK+{self.face.name.decode('ascii') if isinstance(self.face.name, bytes) else self.face.name}"
        program, unicode, descriptor, inner = file.new(), file.new(), file.new(), file.new()
        data = self.face.makeSubset(list(self._codes))
        file.stream(program, data, f"/Length1 {len(data)}")
        file.stream(unicode, self._to_unicode().encode("ascii"))
        box = " ".join(f"{value:.0f}" for value in self.face.bbox)
        file.put(
            descriptor,
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {self.face.ascent:.0f}/Descent {self.face.descent:.0f}/CapHeight {self.face.capHeight:.0f}"
            f"/StemV {self.face.stemV:.0f}/FontFile2 {ref(program)}>>",
        )
        widths = " ".join(f"{self._widths[glyph]:.0f}" for glyph in range(len(self._glyphs)) if glyph in self._widths)
        file.put(
            inner,
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {ref(descriptor)}/CIDToGIDMap/Identity/W[0[{widths}]]>>",
        )
        file.put(
            number,
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{ref(inner)}]"
            f"/ToUnicode {ref(unicode)}>>",
        )

    def _to_unicode(self) -> str:
        """From glyphs back to letters, for whoever takes the words out of the file."""
        pairs = [(glyph, letter) for glyph, letter in sorted(self._said.items())]
        blocks = []
        for start in range(0, len(pairs), _BLOCK):
            block = pairs[start : start + _BLOCK]
            lines = "\n".join(f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in block)
            blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + "\n".join(blocks)
            + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )
