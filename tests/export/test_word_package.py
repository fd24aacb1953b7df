"""Files that are not sound Word files are refused with one plain sentence."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from docx_tools import changed, packed, parts_of
from hypothesis import given
from hypothesis import strategies as st
from word_sample import sample_report

from imr_desk.errors import BadInputError
from imr_desk.export.readback import read_word
from imr_desk.export.reading import package
from imr_desk.export.word import write_word

_SMALL = write_word(sample_report())


def refusal(data: bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        read_word(data)
    return caught.value.sentence


@pytest.mark.parametrize("data", [b"", b"not a file", b"%PDF-1.7", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_file_that_is_no_word_document_is_refused(data: bytes) -> None:
    assert "not a Word document" in refusal(data)


def test_spreadsheet_is_refused() -> None:
    assert "not a Word document" in refusal(packed({"xl/workbook.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}))


def test_old_or_protected_file_is_refused() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_encrypted_zip_is_refused() -> None:
    data = bytearray(_SMALL)
    at = data.find(b"PK\x01\x02")
    while at >= 0:  # the flag that says 'encrypted', in every entry of the directory
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    assert "damaged" in refusal(bytes(data))


def test_strict_form_is_named() -> None:
    usual, strict = "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
    kind = "/relationships/officeDocument"
    strict = changed(_SMALL, usual + kind, strict + kind, "_rels/.rels")
    assert "Strict Open XML" in refusal(strict)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml", "docProps/core.xml"])
def test_part_that_is_cut_off_is_refused(part: str) -> None:
    parts = parts_of(_SMALL)
    assert "damaged" in refusal(packed(parts | {part: parts[part][: len(parts[part]) // 2]}))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_document_type_with_entities_is_refused(part: str) -> None:
    parts = parts_of(_SMALL)
    head, body = parts[part].split(b"?>", 1)
    entity = b'?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "damaged" in refusal(packed(parts | {part: head + entity + body}))


def test_package_that_unpacks_to_far_too_much_is_refused_unread() -> None:
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("word/document.xml", "w") as part:
            for _ in range(package.MOST_UNPACKED // (1 << 20) + 1):
                part.write(bytes(1 << 20))
        assert len(whole.getvalue()) < 1 << 20
        assert "far larger" in refusal(whole.getvalue())


def test_package_with_a_part_twice_is_refused() -> None:
    with io.BytesIO() as whole:
        whole.write(_SMALL)
        with zipfile.ZipFile(whole, "a") as again, pytest.warns(UserWarning, match="Duplicate"):
            again.writestr("word/document.xml", "<a/>")
        assert "damaged" in refusal(whole.getvalue())


def test_bytes_changed_inside_the_package_are_noticed() -> None:
    data = bytearray(_SMALL)
    at = data.find(b"word/document.xml") + 200
    data[at] ^= 0xFF
    refusal(bytes(data))


@given(st.integers(0, len(_SMALL) - 1), st.binary(min_size=1, max_size=8))
def test_file_with_any_bytes_overwritten_is_read_or_refused(at: int, junk: bytes) -> None:
    """Never anything but an answer or a sentence."""
    data = _SMALL[:at] + junk + _SMALL[at + len(junk) :]
    with contextlib.suppress(BadInputError):
        read_word(data)
