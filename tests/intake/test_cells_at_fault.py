"""Formulas without a result and cells that are cut off: the source is refused with the place of each; then a choice."""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_files import (
    Formula,
    Sheet,
    WordTable,
    changed,
    complained,
    document,
    opendocument,
    read,
    separated,
    workbook,
)
from old_workbooks import CODES, Gave, old_workbook

from imr_desk.errors import BadInputError
from imr_desk.intake.compound import NotCompoundError, stream_of
from imr_desk.intake.faults import ERROR, refusal
from imr_desk.intake.formulas import errors_in
from imr_desk.intake.taken import Taken

HEAD = ["Date", "Event", "Source"]
GOOD = ["4/5/13", "Visit.", "ICS"]
LONG = "word " * 6553 + "so"


def faulty(taken: Taken) -> list[tuple[str, str, str]]:
    return [(fault.sheet, fault.cell, fault.error) for fault in taken.faults]


def of_sheet(cells: str) -> dict[tuple[int, int], str]:
    return errors_in(f"<worksheet><sheetData>{cells}</sheetData></worksheet>".encode())


@pytest.mark.parametrize("error", CODES)
def test_error_of_a_formula_is_found_in_every_kind_of_file(error: str) -> None:
    rows = [HEAD, GOOD, ["5/5/13", "Call.", error]]
    files = {
        "a.xlsx": workbook(Sheet("GP", [*rows[:2], ["5/5/13", "Call.", Formula("=1/0", error)]])),
        "a.xls": old_workbook(("GP", [*rows[:2], ["5/5/13", "Call.", Gave(error)]])),
        "typed.xls": old_workbook(("GP", [*rows[:2], ["5/5/13", "Call.", Gave(error, typed=True)]]), small=True),
        "a.ods": opendocument(Sheet("GP", rows)),
        "a.csv": separated(rows),
        "a.docx": document(WordTable(rows)),
    }
    for name, data in files.items():
        taken = read(data, name)
        assert [(cell, said) for _, cell, said in faulty(taken)] == [("C3", error)], name
        assert taken.entries[1].source == ""
        assert taken.entries[1].event == "Call."
        assert complained(taken) == [3]
        assert error in taken.problems[0].text
        assert f"gives an error ({error})" in taken.problems[0].reason


def test_refusal_names_sheets_and_cells_and_says_that_nothing_was_changed() -> None:
    rows = [HEAD, *([f"{day}/5/13", "#REF!", "ICS"] for day in range(1, 16)), ["16/5/13", LONG, "ICS"]]
    said = refusal(read(workbook(Sheet("GP", rows))).faults, "gp.xlsx")
    assert said == (
        "‘gp.xlsx’ was not taken in. 15 formulas give an error or no result, so what stood there is not known: "
        "‘GP’ B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, B13; and 3 more. "
        "A cell is as long as a spreadsheet allows (32,767 characters), so its end may be missing: ‘GP’ B17. "
        "Have it mended where it comes from. Nothing was changed."
    )
    assert refusal((), "gp.xlsx") == ""


def test_sheet_that_is_no_chronology_may_hold_errors() -> None:
    totals = Sheet("Totals", [["Total"], [Formula("=1/0", "#DIV/0!")]])
    assert faulty(read(workbook(Sheet("GP", [HEAD, GOOD]), totals))) == []


def test_cell_as_long_as_excel_allows_is_kept_whole_and_listed() -> None:
    assert len(LONG) == 32_767
    taken = read(workbook(Sheet("GP", [HEAD, GOOD, ["5/5/13", LONG, "ICS"]])))
    assert faulty(taken) == [("GP", "B3", "")]
    assert taken.entries[1].event == LONG
    assert complained(taken) == [3]
    assert "its end may be missing" in taken.problems[0].reason


@pytest.mark.parametrize(("words", "found"), [("x" * 32_766, False), ("x" * 32_768, True), ("😀" * 16_384, True)])
def test_length_is_counted_as_spreadsheets_count(words: str, found: bool) -> None:
    assert bool(read(separated([HEAD, GOOD, ["5/5/13", words, "ICS"]])).faults) is found


def test_file_whose_dates_are_all_errors_is_refused_with_their_cells() -> None:
    lost = Formula("=Gone!A1", "#REF!")
    with pytest.raises(BadInputError, match="‘GP’ A2, A3"):
        read(workbook(Sheet("GP", [HEAD, [lost, "Visit.", "ICS"], [lost, "Call.", "ICS"]])), "gp.xlsx")


def test_date_that_is_an_error_keeps_its_words_and_stands_undated() -> None:
    taken = read(workbook(Sheet("GP", [HEAD, GOOD, [Formula("=NA()", "#N/A"), "Call.", "ICS"]])))
    assert (taken.entries[1].date, taken.entries[1].date_text) == ("", "#N/A")
    assert faulty(taken) == [("GP", "A3", "#N/A")]


def test_row_of_nothing_but_an_error_is_listed_too_and_joins_no_other() -> None:
    taken = read(separated([HEAD, GOOD, ["", "#VALUE!", ""], ["6/5/13", "Call.", "ICS"]]))
    assert [entry.event for entry in taken.entries] == ["Visit.", "Call."]
    assert [(problem.origin.row, problem.stored) for problem in taken.problems] == [(3, False)]


@pytest.mark.parametrize("words", ["#1 priority", "#N/A today", "See #REF!", "#", "Err", "#hash", "n/a", "N/A"])
def test_words_that_only_look_like_an_error_are_words(words: str) -> None:
    taken = read(separated([HEAD, GOOD, ["5/5/13", words, "ICS"]]))
    assert faulty(taken) == []
    assert taken.entries[1].event == words


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', {(1, 1): "#DIV/0!"}),
        ("<c  t = 'e'  r = 'B2'><v>#N/A</v></c>", {(1, 1): "#N/A"}),
        ('<c t="e"/>', {(1, 0): "#VALUE!"}),
        ('<c r="B2"><f>A1+A2</f><v></v></c>', {(1, 1): "=A1+A2"}),
        ('<c r="B2"><f>A1+A2</f></c>', {(1, 1): "=A1+A2"}),
        ('<c r="B2"><f>A1/0</f><v>0</v></c>', {(1, 1): "=A1/0"}),
        ('<c r="B2"><f>Sheet9!#REF!</f><v>0</v></c>', {(1, 1): "=Sheet9!#REF!"}),
        ('<c r="B2"><f>IFERROR(A1/0,0)</f><v>0</v></c>', {}),
        ('<c r="B2"><f>A1/0.5</f><v>0</v></c>', {}),
        ('<c r="B2" t="str"><f>IF(1=1,"","x")</f><v></v></c>', {}),
        ('<c r="B2"><f t="shared" si="0"/><v>7</v></c>', {}),
        ('<c r="B2"><v>7</v></c><c><f>1/0</f></c>', {(1, 2): "=1/0"}),
    ],
)
def test_formula_without_a_result_is_found_however_it_is_written(cell: str, found: dict[tuple[int, int], str]) -> None:
    assert of_sheet(f'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row><row>{cell}</row>') == found
    with_prefix = cell.replace("<c", "<x:c").replace("</c", "</x:c").replace("<v", "<x:v").replace("</v", "</x:v")
    with_prefix = with_prefix.replace("<f", "<x:f").replace("</f", "</x:f")
    assert of_sheet(f'<x:row r="1"><x:c r="A1"><x:f/><x:v>2</x:v></x:c></x:row><x:row>{with_prefix}</x:row>') == found


def test_formula_that_was_never_worked_out_is_told_in_its_row() -> None:
    data = workbook(Sheet("GP", [HEAD, GOOD, [dt.date(2013, 5, 5), "Call.", Formula("=A2", 5)]]))
    taken = read(changed(data, "xl/worksheets/sheet1.xml", "<v>5</v>", "<v></v>"))
    assert faulty(taken) == [("GP", "C3", "=A2")]
    assert "has no result in the file" in taken.problems[0].reason
    assert taken.entries[1].source == ""


@pytest.mark.parametrize("kind", ["error", "unworked"])
def test_open_document_says_by_itself_that_a_formula_failed(kind: str) -> None:
    data = opendocument(Sheet("GP", [HEAD, GOOD, ["5/5/13", "Call.", "here"]]))
    new = {
        "error": '<table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" '
        'office:string-value=""><text:p>Err:502</text:p>',
        "unworked": '<table:table-cell table:formula="of:=[.A1]/0">',
    }[kind]
    content = zipfile.ZipFile(BytesIO(data)).read("content.xml").decode()
    at = content.index("here")
    start = content[content.rindex("<table:table-cell", 0, at) : content.index("</table:table-cell>", at)]
    taken = read(changed(data, "content.xml", start, new), "a.ods")
    assert [cell for _, cell, _ in faulty(taken)] == ["C3"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=700), st.integers(0, 3000))
def test_container_that_is_damaged_never_ends_in_anything_but_its_own_error(noise: bytes, at: int) -> None:
    data = bytearray(old_workbook(("GP", [HEAD, GOOD]), small=True))
    data[at : at + len(noise)] = noise
    try:
        stream_of(bytes(data), ("Workbook",))
    except NotCompoundError:
        return


def test_container_that_runs_in_a_circle_is_told() -> None:
    data = bytearray(old_workbook(("GP", [HEAD, GOOD])))
    struct.pack_into("<I", data, 512 + 4 * 3, 2)  # the table of sectors: the fourth leads back to the third
    with pytest.raises(NotCompoundError):
        stream_of(bytes(data), ("Workbook",))


@given(st.text(max_size=12))
def test_error_is_never_a_part_of_a_text(words: str) -> None:
    assert ERROR.fullmatch(f"{words}x") is None or words == ""
