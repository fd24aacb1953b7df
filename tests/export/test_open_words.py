"""The words that no signature covers: those that the program prints, and those that somebody put beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from docx_tools import changed
from libreoffice_tools import DOCX, converted, needs_libreoffice
from word_sample import SEAL, sample_report

from imr_desk.export.build import build_report
from imr_desk.export.compare import Difference
from imr_desk.export.open_words import added, in_groups, open_lines
from imr_desk.export.readback import read_word
from imr_desk.export.report import Report
from imr_desk.export.word import write_word
from imr_desk.export.words import Line, lines
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

BODY = '<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>'
BOX = '<w:p><w:pPr><w:pStyle w:val="CoverBox"/></w:pPr>'


def sample_of(records: Callable[[], Iterable[Record]], *, draft: bool) -> Report:
    review = Review.of(records())
    return build_report(review, draft=draft, today=dt.date(2014, 12, 5))


REPORTS: dict[str, Callable[..., Report]] = {
    "made up": sample_report,
    "cps": lambda *, draft: sample_of(cps_records, draft=draft),
    "ho": lambda *, draft: sample_of(ho_records, draft=draft),
}


def paragraph(words: str, style: str = "BodyTextUnsealed") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def block_mark(name: str) -> str:
    return f'<w:bookmarkStart w:id="900" w:name="{name}"/><w:bookmarkEnd w:id="900"/>'


def found_in(data: bytes) -> tuple[Difference, ...]:
    """What was added to the final sample; its sealed words have to be those that they were."""
    report, found = sample_report(), read_word(data)
    assert found.lines == tuple(lines(report))
    return added(report, found.unsealed, found.blocks)


@pytest.fixture(scope="module")
def final() -> bytes:
    return write_word(sample_report(), SEAL)


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("name", REPORTS)
def test_open_lines_are_those_that_a_file_has_in_its_sealed_blocks(name: str, draft: bool) -> None:
    report = REPORTS[name](draft=draft)
    found = read_word(write_word(report))
    sealed = {block.id for block in report.blocks if block.in_digest}
    assert [line for line in found.unsealed if line.block in sealed] == list(open_lines(report))
    assert found.blocks == tuple((block.id, block.in_digest) for block in report.blocks)
    assert added(report, found.unsealed, found.blocks) == ()


def test_open_lines_of_the_sample_are_version_status_box_and_closing_notes() -> None:
    assert list(open_lines(sample_report())) == [
        Line("B01", "Version 1"),
        Line("B01", "Status Final: signed and counter-signed"),
        Line("B01", "Panel’s report number"),
        Line("B02", "Printed 1 July 2018."),
        Line("B25", "End of Table 3: 4 rows."),
        Line("B29", "End of Table 5: 12 rows."),
    ]


@pytest.mark.parametrize("style", ["BodyTextUnsealed", "NumberedParagraphUnsealed", "TableNoteUnsealed", "CoverBox"])
def test_paragraph_put_into_a_sealed_block_in_an_open_style_is_found(final: bytes, style: str) -> None:
    (said,) = found_in(changed(final, BODY, paragraph("All was well.", style) + BODY))
    assert said == Difference(
        "B16", "", "All was well.", "2 Analysis against the terms of reference, outside the signatures"
    )


def test_paragraph_put_before_every_block_is_found(final: bytes) -> None:
    (said,) = found_in(changed(final, "<w:body>", f"<w:body>{paragraph('All was well.')}"))
    assert (said.found, said.where) == ("All was well.", "the beginning, outside the signatures")


@pytest.mark.parametrize("copy", ["Version 1", "Status Approved by the panel", "End of Table 3: 4 rows."])
def test_line_of_the_program_that_stands_there_twice_is_found(final: bytes, copy: str) -> None:
    (said,) = found_in(changed(final, BOX, paragraph(copy) + BOX))
    assert said.found == copy


@pytest.mark.parametrize(
    ("old", "new"),
    [("Final: signed and counter-signed", "Received by the board on 1 July 2018"), ("\u00a0" * 24, "SCR 2018/02/7")],
)
def test_status_and_number_box_may_say_something_else(final: bytes, old: str, new: str) -> None:
    assert found_in(changed(final, old, new)) == ()


def test_what_stands_in_open_blocks_may_be_anything(final: bytes) -> None:
    assert found_in(changed(final, "I have checked this report", "I have seen this report")) == ()
    assert found_in(changed(final, "Robin Example", "Robin Sample")) == ()


@pytest.mark.parametrize("name", ["IMR_B28_open", "IMR_B28_2_open", "IMR_B26_7_open"])
def test_text_in_an_open_block_of_the_forgers_own_is_found(final: bytes, name: str) -> None:
    before = '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/>'
    forged = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{block_mark(name)}<w:r><w:t>Untrue.</w:t></w:r></w:p>'
    at = changed(final, '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', f"{forged}{before}</w:pPr>")
    assert [each.where for each in found_in(at)] == ["the marks of where each part begins"]


def test_text_in_an_open_block_that_no_template_knows_is_found(final: bytes) -> None:
    forged = (
        f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{block_mark("IMR_B99_open")}<w:r><w:t>No.</w:t></w:r></w:p>'
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    found = found_in(changed(final, heading, forged + heading))
    assert [each.found for each in found] == ["No.", ""]


def test_groups_name_the_place_of_each_line(final: bytes) -> None:
    told = in_groups(read_word(changed(final, "\u00a0" * 24, "SCR 7")).unsealed)
    for wanted in (
        "Cover: Version 1",
        "Panel’s box: Panel’s report number SCR 7",
        "Document control: Printed 1 July 2018.",
        "Contents: 1 Introduction",
        "Signature page: Robin Example",
        "Elsewhere: End of Table 5: 12 rows.",
    ):
        assert wanted in told
    assert not any("Seen again" in line for line in told)


@needs_libreoffice
def test_nothing_is_added_when_libreoffice_saves_the_file(final: bytes, tmp_path: Path) -> None:
    for name, report in (("made", sample_report()), ("cps", REPORTS["cps"](draft=False))):
        saved = read_word(converted(tmp_path, write_word(report, SEAL), name, DOCX).read_bytes())
        assert added(report, saved.unsealed, saved.blocks) == ()
