"""Files whose sizes, counts and chains were changed so that a reader that believes them takes all memory, or falls."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from intake_files import Sheet, changed, given, read, workbook

from imr_desk.errors import BadInputError
from imr_desk.intake import spreadsheet

OLD = (Path(__file__).parent / "excel_97.xls").read_bytes()
ROWS = [["Date", "Event"], ["4/5/13", "Call."]]


def test_old_workbook_is_read() -> None:
    assert read(OLD).entries


def in_a_circle(data: bytes, first: int) -> bytes:
    """An old workbook whose chain that begins at this sector leads back to it."""
    table = 512 * (struct.unpack_from("<I", data, 76)[0] + 1)
    whole = bytearray(data)
    struct.pack_into("<I", whole, table + 4 * first, first)
    return bytes(whole)


def test_folder_that_leads_back_to_itself_is_refused() -> None:
    with pytest.raises(BadInputError):
        read(in_a_circle(OLD, struct.unpack_from("<I", OLD, 48)[0]))


def test_stream_that_leads_back_to_itself_is_refused() -> None:
    folder = 512 * (struct.unpack_from("<I", OLD, 48)[0] + 1)
    entries = [OLD[folder + 128 * at : folder + 128 * (at + 1)] for at in range(4)]
    book = next(entry for entry in entries if entry.startswith("Workbook".encode("utf-16-le")))
    with pytest.raises(BadInputError):
        read(in_a_circle(OLD, struct.unpack_from("<I", book, 116)[0]))


def test_sheet_that_ends_before_it_begins_is_refused() -> None:
    at = OLD.index(b"\x00\x02\x0e\x00")
    with pytest.raises(BadInputError):
        read(OLD[: at + 4] + struct.pack("<I", 60_000) + OLD[at + 8 :])


def test_more_texts_than_the_file_can_hold_are_refused() -> None:
    at = OLD.index(b"\xfc\x00")
    with pytest.raises(BadInputError):
        read(OLD[: at + 8] + b"\xff\xff\xff\x7f" + OLD[at + 12 :])


@pytest.mark.parametrize(
    ("part", "words"), [("xl/styles.xml", '<cellXfs count="'), ("xl/sharedStrings.xml", 'uniqueCount="')]
)
def test_count_of_thousands_of_millions_is_refused(part: str, words: str) -> None:
    with pytest.raises(BadInputError):
        read(changed(workbook(Sheet("Log", ROWS)), part, words, words + "99999999999"))


def test_count_that_is_only_wrong_is_not_minded() -> None:
    data = changed(workbook(Sheet("Log", ROWS)), "xl/sharedStrings.xml", 'uniqueCount="', 'uniqueCount="7')
    assert given(read(data), "event") == [("Call.",)]


def test_package_without_its_beginning_is_refused() -> None:
    with pytest.raises(BadInputError):
        read(b"PK\x03\x04" + workbook(Sheet("Log", ROWS))[200:])


def test_folder_cut_in_the_middle_of_an_entry_is_refused() -> None:
    end = 512 * (struct.unpack_from("<I", OLD, 48)[0] + 1) + 128 + 106
    with pytest.raises(BadInputError):
        read(OLD[:end])


def test_failure_within_the_reader_of_workbooks_is_told_in_a_sentence_alone(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def falls(*_: object) -> None:
        os.write(2, b"thread panicked")
        raise OSError

    monkeypatch.setattr(spreadsheet, "_grid", falls)
    with pytest.raises(BadInputError):
        read(OLD)
    os.write(2, b"said afterwards")
    assert capfd.readouterr().err == "said afterwards"


def test_folder_of_streams_that_is_cut_within_an_entry_is_refused() -> None:
    with pytest.raises(BadInputError):
        read(OLD[: 512 * (struct.unpack_from("<I", OLD, 48)[0] + 1) + 119])
