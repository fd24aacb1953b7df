"""A registered name is found in what a page of a PDF holds and does not show, and in what a later saving replaced."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest
from pdf_tools import changed
from planted import NAME, refusal
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject
from test_planted_in_pdf import PLAIN, dictionary, said, stream

Plant = Callable[[PdfWriter, str], None]
FIRST, LAST = NAME[:9], NAME[9:]


def on_page(writer: PdfWriter, contents: bytes) -> None:
    font = writer._add_object(dictionary(Type=NameObject("/Font"), Subtype=NameObject("/Type1")))
    page = writer.pages[0]
    page["/Resources"].get_object()["/Font"].get_object()[NameObject("/F9")] = font  # type: ignore[index]
    extra = writer._add_object(stream(contents))
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), extra])


def held(contents: Callable[[str], str]) -> Plant:
    return lambda writer, words: on_page(writer, contents(words).encode())


def spelt_by_a_font(writer: PdfWriter, words: str) -> StreamObject:
    """A form that shows the words in a font whose numbers only the font itself can turn into letters."""
    letters = {letter: number for number, letter in enumerate(sorted(set(words)), 1)}
    pairs = "".join(f"<{number:04X}> <{ord(letter):04X}>\n" for letter, number in letters.items())
    letters_said = writer._add_object(
        stream(f"begincmap\n{len(letters)} beginbfchar\n{pairs}endbfchar\nendcmap".encode())
    )
    below = dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/CIDFontType2"), BaseFont=NameObject("/Abc"),
        CIDSystemInfo=dictionary(Registry=said("Adobe"), Ordering=said("Identity"), Supplement=NumberObject(0)),
    )  # fmt: skip
    font = dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/Type0"), BaseFont=NameObject("/Abc"),
        Encoding=NameObject("/Identity-H"), DescendantFonts=ArrayObject([below]), ToUnicode=letters_said,
    )  # fmt: skip
    codes = "".join(f"{letters[letter]:04X}" for letter in words)
    return stream(
        f"BT /F8 9 Tf <{codes}> Tj ET".encode(), Type=NameObject("/XObject"), Subtype=NameObject("/Form"),
        BBox=ArrayObject([NumberObject(0), NumberObject(0), NumberObject(9), NumberObject(9)]),
        Resources=dictionary(Font=dictionary(F8=writer._add_object(font))),
    )  # fmt: skip


def stamp(writer: PdfWriter, words: str) -> None:
    form = writer._add_object(spelt_by_a_font(writer, words))
    note = dictionary(
        Type=NameObject("/Annot"), Subtype=NameObject("/Stamp"), AP=dictionary(N=form),
        Rect=ArrayObject([NumberObject(1), NumberObject(1), NumberObject(9), NumberObject(9)]),
    )  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def attached(writer: PdfWriter, words: str) -> None:
    inner = changed(PLAIN, lambda other: stamp(other, words))
    writer.add_attachment("a.pdf", inner)


HELD: dict[str, Plant] = {
    "said in place of letters": held(lambda w: f"/Span <</ActualText ({w})>> BDC BT /F9 9 Tf (x) Tj ET EMC"),
    "description in the page": held(lambda w: f"/Span <</Alt ({w})>> BDC BT /F9 9 Tf (x) Tj ET EMC"),
    "comment in the page": held(lambda w: f"% {w}\nBT ET"),
    "name in the page": held(lambda w: f"/{w.replace(' ', '_')} BMC EMC"),
    "picture in the page": held(lambda w: f"BI /W 1 /H 1 /BPC 8 /CS /G ID {w} EI"),
    "sign nobody knows": held(lambda w: f"BX ({w}) zz EX"),
    "letters by number": held(lambda w: "BX (" + "".join(f"\\{ord(letter):03o}" for letter in w) + ") zz EX"),
    "string in pieces": held(lambda w: f"BX [({w[:9]}) ({w[9:]})] zz EX"),
    "form in its own font": lambda writer, w: writer._add_object(spelt_by_a_font(writer, w)) and None,
    "stamp in its own font": stamp,
    "PDF attached": attached,
    "packed file attached": lambda writer, w: writer.add_attachment("a.gz", gzip.compress(w.encode())) and None,
}


@pytest.mark.parametrize("plant", HELD)
def test_gate_with_a_name_that_a_page_holds_unseen_refuses(plant: str) -> None:
    sentence = refusal(changed(PLAIN, lambda writer: HELD[plant](writer, NAME)), ".pdf")
    assert "Nothing was written" in sentence
    assert "argr" not in sentence


def saved_again(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """The file with only the changes written after its end, as many programs save."""
    with io.BytesIO(data) as before, io.BytesIO() as after:
        writer = PdfWriter(before, incremental=True)
        change(writer)
        writer.write(after)
        return after.getvalue()


def test_gate_with_a_title_that_a_later_saving_replaced_refuses() -> None:
    before = changed(PLAIN, lambda writer: writer.add_metadata({"/Title": NAME}))
    data = saved_again(before, lambda writer: writer.add_metadata({"/Title": "Clean"}))
    assert "Nothing was written" in refusal(data, ".pdf")


def test_gate_with_packed_words_that_a_later_saving_replaced_refuses() -> None:
    before = changed(PLAIN, lambda writer: writer._add_object(stream(NAME.encode()).flate_encode()) and None)

    def emptied(writer: PdfWriter) -> None:
        for number in range(1, len(writer._objects) + 1):
            one = writer.get_object(number)
            if (
                isinstance(one, StreamObject)
                and one.get("/Filter") == "/FlateDecode"
                and one.get_data() == NAME.encode()
            ):
                one.set_data(b"x")

    after = saved_again(before, emptied)
    assert len(after) > len(before)
    assert "Nothing was written" in refusal(after, ".pdf")
