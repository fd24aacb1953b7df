"""A registered name is found in every part of a Word file, in every spelling, and the refusal says where."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from docx_tools import added, changed, packed, parts_of
from planted import NAME, SPELLINGS, refusal
from word_sample import SEAL, sample_report

from imr_desk.export.word import write_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PLAIN = write_word(sample_report(), SEAL)


def in_body(markup: str) -> bytes:
    """The report with this markup before its first paragraph."""
    return changed(PLAIN, "<w:body>", f"<w:body>{markup}")


def paragraph(inside: str) -> bytes:
    return in_body(f"<w:p>{inside}</w:p>")


def run(words: str, tag: str = "w:t") -> str:
    return f"<w:r><{tag}>{words}</{tag}></w:r>"


def wpart(name: str, root: str) -> Callable[[str], bytes]:
    return lambda words: added(PLAIN, name, f"<w:{root} {W}><w:p>{run(words)}</w:p></w:{root}>")


def edited(part: str, old: str, new: str) -> Callable[[str], bytes]:
    return lambda words: changed(PLAIN, old, new.format(words=words), part)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A small picture with these pieces in it."""
    made = b"\x89PNG\r\n\x1a\n"
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    for name, body in ((b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")):
        made += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return made


def jpeg(mark: int, body: bytes) -> bytes:
    segment = bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body
    return b"\xff\xd8" + segment + b"\xff\xda\0\x02\xff\xd9"


def with_file(name: str, data: bytes) -> bytes:
    return packed({**parts_of(PLAIN), name: data})


def zipped(name: str, data: bytes) -> bytes:
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w") as package:
            package.writestr(name, data)
        return whole.getvalue()


def commented(words: str) -> bytes:
    with io.BytesIO(PLAIN) as whole:
        with zipfile.ZipFile(whole, "a") as package:
            package.comment = words.encode()
        return whole.getvalue()


PLANTS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "body": (lambda w: paragraph(run(f"Seen by {w} today")), ""),
    "split over runs": (lambda w: paragraph(run(w[:4]) + run(w[4:])), ""),
    "table": (lambda w: in_body(f"<w:tbl><w:tr><w:tc><w:p>{run(w)}</w:p></w:tc></w:tr></w:tbl>"), ""),
    "deleted cell": (
        lambda w: in_body(
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr><w:p>{run(w)}</w:p></w:tc>"
            f"<w:tc><w:p>{run('x')}</w:p></w:tc></w:tr></w:tbl>"
        ),
        "the text, where it is not seen",
    ),
    "header": (wpart("word/header9.xml", "hdr"), "head or foot"),
    "footer": (wpart("word/footer9.xml", "ftr"), "head or foot"),
    "footnote": (wpart("word/footnotes.xml", "footnotes"), "footnotes"),
    "endnote": (wpart("word/endnotes.xml", "endnotes"), "endnotes"),
    "comment": (wpart("word/comments.xml", "comments"), "comments"),
    "author of a comment": (
        lambda w: added(PLAIN, "word/comments.xml", f"<w:comments {W}><w:comment w:author='{w}'/></w:comments>"),
        "comments",
    ),
    "people": (
        lambda w: added(PLAIN, "word/people.xml", f"<x:people xmlns:x='urn:x'><x:person x:author='{w}'/></x:people>"),
        "comments",
    ),
    "insertion": (lambda w: paragraph(f"<w:ins w:id='1'>{run(w)}</w:ins>"), ""),
    "deletion": (lambda w: paragraph(f"<w:del w:id='1'>{run(w, 'w:delText')}</w:del>"), ""),
    "author of a change": (lambda w: paragraph(f"<w:ins w:id='1' w:author='{w}'>{run('x')}</w:ins>"), ""),
    "author of a format": (
        lambda w: paragraph(f"<w:pPr><w:pPrChange w:id='1' w:author='{w}'><w:pPr/></w:pPrChange></w:pPr>"),
        "not seen",
    ),
    "hidden text": (lambda w: paragraph(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{w}</w:t></w:r>"), ""),
    "text box": (
        lambda w: paragraph(f"<w:r><w:pict><w:txbxContent><w:p>{run(w)}</w:p></w:txbxContent></w:pict></w:r>"),
        "",
    ),
    "the other form of a box": (
        lambda w: paragraph(
            "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            f"<mc:Choice Requires='x'>{run('a')}</mc:Choice><mc:Fallback>{run(w)}</mc:Fallback></mc:AlternateContent>"
        ),
        "not seen",
    ),
    "description of a picture": (
        lambda w: paragraph(
            "<w:r><w:drawing><x:docPr xmlns:x='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
            f"descr='{w}'/></w:drawing></w:r>"
        ),
        "",
    ),
    "code of a field": (lambda w: paragraph(run(f'HYPERLINK "mailto:{w}"', "w:instrText")), "not seen"),
    "default of a form field": (
        lambda w: paragraph(
            f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:textInput><w:default w:val='{w}'/></w:textInput>"
            "</w:ffData></w:fldChar></w:r>"
        ),
        "not seen",
    ),
    "choice of a list": (
        lambda w: in_body(
            f"<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value='{w}'/></w:dropDownList></w:sdtPr></w:sdt>"
        ),
        "not seen",
    ),
    "bookmark": (lambda w: paragraph(f"<w:bookmarkStart w:id='99' w:name='{w.replace(' ', '_')}'/>"), ""),
    "comment in the markup": (lambda w: paragraph(f"<!-- {w} -->"), "not seen"),
    "core property": (edited("docProps/core.xml", "</cp:coreProperties>", "<k>{words}</k></cp:coreProperties>"), ""),
    "app property": (edited("docProps/app.xml", "</Properties>", "<Manager>{words}</Manager></Properties>"), "prop"),
    "custom property": (
        edited(
            "docProps/custom.xml", "</Properties>",
            "<property fmtid='x' pid='99' name='Seen'><v xmlns='urn:v'>{words}</v></property></Properties>",
        ),
        "properties",
    ),
    "name of a custom property": (
        edited("docProps/custom.xml", "</Properties>", "<property fmtid='x' pid='99' name='{words}'/></Properties>"),
        "properties",
    ),
    "custom data": (lambda w: added(PLAIN, "customXml/item1.xml", f"<a b='{w}'/>"), "data kept beside the text"),
    "link": (
        edited("word/_rels/document.xml.rels", "</Relationships>",
               "<Relationship Id='r9' Type='x' TargetMode='External' Target='file:///C:/{words}.docx'/></Relationships>"),
        "links",
    ),
    "variable": (
        edited("word/settings.xml", "</w:settings>",
               "<w:docVars><w:docVar w:name='a' w:val='{words}'/></w:docVars></w:settings>"),
        "settings",
    ),
    "style": (
        edited("word/styles.xml", "</w:styles>", "<w:style><w:name w:val='{words}'/></w:style></w:styles>"), "styles"
    ),
    "name of a part": (lambda w: added(PLAIN, f"word/{w}.xml", "<a/>"), "names of the parts"),
    "comment of the package": (commented, "names of the parts"),
    "part that is no markup": (lambda w: with_file("word/x.bin", b"\0\1\2" + w.encode() + b"\xff"), "file inside"),
    "part in two bytes a letter": (
        lambda w: with_file("word/x.bin", b"\xff\1\xfe" + w.encode("utf-16-le")), "file inside"
    ),
    "markup in two bytes a letter": (
        lambda w: with_file("word/x.xml", f"<?xml version='1.0' encoding='UTF-16'?><a>{w}</a>".encode("utf-16")),
        "not seen",
    ),
    "file inside the file": (
        lambda w: with_file("word/embeddings/a.docx", zipped("word/document.xml", f"<a>{w}</a>".encode())),
        "file inside",
    ),
    "text of a PNG": (lambda w: with_file("word/media/a.png", png((b"tEXt", b"Author\0" + w.encode()))), "picture"),
    "packed text of a PNG": (
        lambda w: with_file("word/media/a.png", png((b"zTXt", b"Author\0\0" + zlib.compress(w.encode())))), "picture"
    ),
    "XMP of a PNG": (
        lambda w: with_file(
            "word/media/a.png", png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(f"<a>{w}</a>".encode())))
        ),
        "picture",
    ),
    "after the end of a PNG": (lambda w: with_file("word/media/a.png", png() + w.encode()), "picture"),
    "EXIF of a JPEG": (lambda w: with_file("word/media/a.jpeg", jpeg(0xE1, b"Exif\0\0MM\0*" + w.encode())), "picture"),
    "comment of a JPEG": (lambda w: with_file("word/media/a.jpeg", jpeg(0xFE, w.encode())), "picture"),
    "preview picture": (lambda w: with_file("docProps/thumbnail.jpeg", jpeg(0xFE, w.encode())), "p"),
}  # fmt: skip


def escaped(words: str) -> str:
    return words.replace("&", "&amp;")


@pytest.mark.parametrize("spelt", [NAME, "Hargraeves"])
@pytest.mark.parametrize("plant", PLANTS)
def test_gate_with_a_name_planted_in_a_word_file_refuses_and_says_where(plant: str, spelt: str) -> None:
    make, where = PLANTS[plant]
    sentence = refusal(make(escaped(spelt)), ".docx")
    assert "Nothing was written" in sentence
    assert where in sentence
    assert not any(word in sentence for word in spelt.split())


@pytest.mark.parametrize("spelt", SPELLINGS)
def test_gate_with_a_name_in_any_spelling_in_a_property_refuses(spelt: str) -> None:
    assert "properties" in refusal(PLANTS["core property"][0](spelt), ".docx")


@pytest.mark.parametrize("spelt", [each for each in SPELLINGS if "\u00ad" not in each])
def test_gate_with_a_name_in_the_file_name_refuses_and_says_so(spelt: str) -> None:
    assert "the name of the file" in refusal(PLAIN, ".docx", file_name=f"IMR {spelt} v2")


@pytest.mark.parametrize("kept", ["ins", "del"])
def test_gate_with_a_name_that_only_one_reading_of_a_change_shows_refuses(kept: str) -> None:
    tag = "w:delText" if kept == "del" else "w:t"
    data = paragraph(run("Harg") + f"<w:{kept} w:id='1'>{run('zzzzzzzzzz', tag)}</w:{kept}>" + run("reaves"))
    assert "not seen" in refusal(data, ".docx")


@pytest.mark.parametrize("name", ["Heading Arabic", "Liberation Sans", "Normal Style", "Footer Office", "Main Default"])
def test_gate_with_a_registered_name_that_is_a_word_of_every_word_file_lets_it_pass(name: str) -> None:
    assert refusal(PLAIN, ".docx", name) == ""


def test_gate_with_a_clean_word_file_lets_it_pass() -> None:
    assert refusal(PLAIN, ".docx", NAME) == ""
