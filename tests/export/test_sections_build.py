"""The whole report: its properties, what is left out, how it is dated and named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from factories import complete_review, record, review, signed_review, with_values
from section_reader import all_words, block_of, find, report_from, report_of, words

from imr_desk.errors import BadInputError
from imr_desk.export.build import MARKING, build_report, resolved
from imr_desk.export.extracts import build_sheets
from imr_desk.export.numbers import number
from imr_desk.export.report import Block, Paragraph, Run, numbered, para, refer
from imr_desk.export.words import lines
from imr_desk.review.catalogue import KINDS
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

ABOUT = record("review", "review", agency="cps", subject="SUB-01", handling_line="Keep it close.", version=1)
CHILD = record("subject", "SUB-01", code="Child K")
BOARD = record("board", "board", name="Example Board", reference="EX-7")


def signed(role: str, at: str) -> Record:
    return record("signature", f"SIG-{role}", role=role, part="report", signed_at=at, version=1)


def test_report_properties_are_made_of_codes() -> None:
    report = report_of(ABOUT, CHILD, BOARD)
    assert report.title == "Individual Management Review: Child K (Crown Prosecution Service)"
    assert report.subject == "EX-7, Example Board"
    assert report.agency == "Crown Prosecution Service"
    assert (report.footer_label, report.agency_code) == ("CPS IMR, Child K", "CPS")
    assert report.file_stem == "CPS-IMR-Child-K-v1"
    assert report.handling == "Keep it close."
    assert (report.status, report.draft_notice, report.template_id) == ("Final", "", "T1")


def test_report_file_name_takes_letters_and_digits_only() -> None:
    report = report_of(ABOUT, record("subject", "SUB-01", code="../Child: K/2 *"))
    assert report.file_stem == "CPS-IMR-Child-K-2-v1"


def test_report_without_subject_or_agency_is_named_after_the_template() -> None:
    report = report_of(template="T2")
    assert report.title == "Individual Management Review (Home Office)"
    assert report.footer_label == "HO IMR"


def test_report_without_marking_is_marked_all_the_same() -> None:
    assert report_of().marking == MARKING
    assert report_of(record("review", "review", protective_marking="OFFICIAL")).marking == "OFFICIAL"


def test_draft_says_of_each_stage_what_is_still_wanting() -> None:
    today = dt.date(2014, 12, 5)
    author, manager = signed("author", "2014-12-03"), signed("counter_signatory", "2014-12-04")
    notices = [
        build_report(review(ABOUT, *some), draft=True, today=today).draft_notice
        for some in ((), (author,), (author, manager))
    ]
    assert notices == [
        "DRAFT – version 1 of 5 December 2014 – not signed",
        "DRAFT – version 1 of 5 December 2014 – not counter-signed",
        "DRAFT – version 1 of 5 December 2014 – signed and counter-signed",
    ]


def test_report_is_dated_by_the_latest_signature_and_a_draft_by_today() -> None:
    records = (ABOUT, signed("author", "2024-07-12T10:00:00+00:00"), signed("counter_signatory", "2024-07-14"))
    assert report_of(*records).date == dt.date(2024, 7, 14)
    assert report_of(*records, draft=True).date == dt.date(2024, 7, 20)
    assert report_of(ABOUT).date == dt.date(2024, 7, 20)
    assert report_of(ABOUT, CHILD, draft=True).file_stem == "CPS-IMR-Child-K-v1-draft"


def test_report_empty_mandatory_block_says_so_outside_the_seal() -> None:
    for draft, sentence in ((True, "[Nothing entered yet]"), (False, "Nothing is entered under this heading.")):
        block = block_of("B21", draft=draft)
        assert block.parts == (Paragraph(block.parts[0].runs, sealed=False),)  # type: ignore[union-attr]
        assert words(block) == f"Lessons learned\n{sentence}"


def test_report_empty_optional_block_is_left_out() -> None:
    ids = [block.id for block in report_of(draft=True).blocks]
    assert not {"B19", "B23", "B30"} & set(ids)
    assert "B19" in [block.id for block in report_of(record("equality", "EQ-1", characteristic="Age")).blocks]


def test_reference_to_an_empty_paragraph_becomes_plain_words() -> None:
    made = Block("B05", "H", "chapter", (numbered(" ", "gone"), numbered((Run("See "), refer("gone", "above")), "p")))
    (block,) = resolved([made])
    assert block.parts[1] == numbered((Run("See "), Run("above")), "p")
    number(replace(report_of(), blocks=(block,)))


def test_reference_to_a_paragraph_of_nothing_but_a_lost_reference_becomes_plain_words() -> None:
    lost = numbered(refer("nowhere"), "lost")
    first = numbered(refer("lost", "the first"), "first")
    (block,) = resolved([Block("B05", "H", "chapter", (first, lost, numbered(refer("first")), para("End.")))])
    assert [run.target for part in block.parts if isinstance(part, Paragraph) for run in part.runs] == [
        "", "", "first", "",
    ]  # fmt: skip
    number(replace(report_of(), blocks=(block,)))


def test_report_reference_to_what_is_not_printed_becomes_plain_words() -> None:
    block = block_of("B14", record("summary", "SUM-01", text="It was.", refs=["GP-1", "CE-404"]))
    assert words(block).endswith("It was. [GP-1, CE-404]")
    number(report_of(record("summary", "SUM-01", text="It was.", refs=["GP-1", "CE-404"])))


def test_report_headings_carry_no_number() -> None:
    assert find(report_of(), "B05").heading == "Introduction"
    assert number(report_of()).blocks[4] == "1"


def test_report_of_an_unknown_template_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadInputError, match="There is no template ‘T9’"):
        build_report(review(), template_id="T9", draft=True, today=dt.date(2024, 1, 1))


def test_report_takes_the_template_the_review_names() -> None:
    held = review(record("review", "review", template="T2"))
    assert build_report(held, draft=True, today=dt.date(2024, 1, 1)).template_id == "T2"


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_report_prints_no_guidance_note(template: str) -> None:
    printed = all_words(report_from(complete_review(), template, draft=True))
    notes = {field.hint for kind in KINDS.values() for field in kind.fields if len(field.hint) > 20}
    assert [note for note in notes if note in printed] == []


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_report_words_under_the_seal_are_the_same_in_draft_and_final(template: str) -> None:
    held = signed_review()
    assert list(lines(report_from(held, template, draft=True))) == list(lines(report_from(held, template)))


def test_report_words_under_the_seal_do_not_change_with_the_version() -> None:
    held = signed_review()
    later = with_values(held, "review", version=7)
    assert list(lines(report_from(later))) == list(lines(report_from(held)))


def test_sheets_are_a_report_of_their_own() -> None:
    sheets = build_sheets(complete_review(), draft=False, today=dt.date(2024, 7, 20))
    assert [block.id for block in sheets.blocks] == ["B02", "B26", "B27"]
    assert list(lines(sheets)) == []
    assert sheets.file_stem == "CPS-IMR-Child-A-v1-sheets"


def test_report_of_a_long_chronology_looks_into_each_row_once() -> None:
    class Counted(Record):
        """A row that counts how often its fields are read."""

        __slots__ = ()
        reads = 0

        def text(self, name: str) -> str:
            Counted.reads += 1
            return super().text(name)

    def reads(count: int) -> int:
        Counted.reads = 0
        values = record("entry", "CE-001", date="4 May 2021", event="A call.")
        rows = (Counted("entry", RecordId(f"CE-{n}"), n, dict(values), dated="date") for n in range(count))
        build_report(Review.of(rows), template_id="T1", draft=True, today=dt.date(2024, 1, 1))
        return Counted.reads

    assert reads(400) == 4 * reads(100)


@pytest.mark.parametrize(
    ("template", "blocks"), [("T7", ["B01", "B04", "B10", "B29", "B28"]), ("T8", ["B01", "B34", "B28"])]
)
def test_chronology_or_statement_by_itself_holds_its_blocks_and_declares_no_more(
    template: str, blocks: list[str]
) -> None:
    report = report_from(complete_review(), template)
    assert [block.id for block in report.blocks] == blocks
    declared = " ".join(
        run.text for part in report.blocks[-1].parts if isinstance(part, Paragraph) for run in part.runs
    )
    assert "accurate and complete" in declared
    assert "recommendations" not in declared
    assert ("Sign-off of the chronology" in str(report.blocks[-1].parts)) is (template == "T7")
