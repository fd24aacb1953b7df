"""Cover, control, contents, people and signatures (B01 to B04, B06, B07, B28)."""

from __future__ import annotations

import pytest
from factories import record
from section_reader import block_of, headings, said, tables, words

from imr_desk.export.report import Heading, Paragraph, SignatureLine
from imr_desk.export.sections.people import age_band, is_short_form

CHILD = record("subject", "SUB-01", code="Child Q", relationship="Subject", age_at_event="4 years", part="Victim")
ABOUT = record("review", "review", review_type="Serious Case Review", subject="SUB-01", agency="cps", version=2)


def test_cover_shows_posts_and_codes_and_leaves_version_date_and_status_unsealed() -> None:
    block = block_of(
        "B01",
        CHILD,
        ABOUT,
        record("board", "board", name="Example Board", reference="EX-7"),
        record("period", "period", start="2020-01-01", cut_off="2023-12-31"),
        record("author", "author", job_title="District Crown Prosecutor", area="CPS Elsewhere"),
        record("signature", "SIG-01", role="author", part="report", name="Quilla Penn", signed_at="2024-07-12"),
    )
    assert block.heading == "Individual Management Review"
    assert block.parts[0] == Heading("Serious Case Review: Child Q")
    sealed = [said(part) for part in block.parts if isinstance(part, Paragraph) and part.sealed]
    assert sealed == [
        "Subject Child Q",
        "Period under review 1 January 2020 to 31 December 2023",
        "Review reference EX-7",
        "Commissioning board Example Board",
        "Author District Crown Prosecutor, CPS Elsewhere",
    ]
    unsealed = [said(part) for part in block.parts if isinstance(part, Paragraph) and not part.sealed]
    assert unsealed == ["Version 2", "Date 12 July 2024", "Status Final – not counter-signed"]
    assert "Quilla Penn" not in words(block)


def test_control_lists_versions_and_copies_outside_the_seal() -> None:
    block = block_of(
        "B02",
        record("review", "review", handling_line="Not to be copied."),
        record(
            "version", "VER-01", version="1", date="2024-07-12", status="final", changed_by="Author", reason="First"
        ),
        record("circulation", "CIR-01", recipient="Board manager", sent_on="2024-07-15", channel="secure e-mail"),
    )
    assert not block.in_digest
    assert said(block.parts[0]) == "Not to be copied."
    assert [row.cells for table in tables(block) for row in table.rows] == [
        ("1", "12 Jul 2024", "final", "Author", "First"),
        ("Board manager", "None", "None", "15 Jul 2024", "secure e-mail", "None"),
    ]


def test_contents_are_left_to_the_writer() -> None:
    assert block_of("B03").parts == ()


def test_key_prints_of_staff_the_job_title_and_nothing_more() -> None:
    block = block_of(
        "B04",
        CHILD,
        record(
            "staff", "STF-01", code="Crown Prosecutor 1", unit="Secret Unit", involved_from="2021-01-01", part="Hid"
        ),
        record("professional", "PRO-01", code="Police Officer 1", post="Officer in the case", agency="Police"),
        record("abbreviation", "ABB-01", term="IMR", meaning="Individual Management Review"),
        record("abbreviation", "ABB-02", term="Threshold Test", meaning="A test"),
        record("identity", "IDN-01", subject="SUB-01", real_name="Real Name", address="1 Real Street"),
    )
    assert [[row.cells for row in table.rows] for table in tables(block)] == [
        [("Child Q", "Subject", "Under 5", "Victim")],
        [("Police Officer 1", "Officer in the case", "Police")],
        [("Crown Prosecutor 1",)],
        [("IMR", "Individual Management Review")],
    ]
    for private in ("Secret Unit", "2021", "Hid", "Real"):
        assert private not in words(block)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        ("24 years", "20 to 29"),
        ("7", "5 to 9"),
        ("1 year 11 months", "Under 5"),
        ("11 months", "Under 5"),
        ("13 weeks", "Under 5"),
        ("17", "10 to 19"),
        ("not recorded", "not recorded"),
        ("", ""),
    ],
)
def test_age_band_is_worked_out_and_anything_else_is_left(age: str, band: str) -> None:
    assert age_band(age) == band


@pytest.mark.parametrize(
    ("term", "short"), [("IMR", True), ("MG3", True), ("ToR", True), ("Code", False), ("A B", False)]
)
def test_short_form_is_told_from_a_term(term: str, short: bool) -> None:
    assert is_short_form(term) is short


def test_subject_shows_the_family_by_code_and_the_genogram_only_without_an_annex_for_it() -> None:
    genogram = record("genogram", "genogram", text="Mother has one child.")
    family = (CHILD, record("subject", "SUB-02", code="Mother", sex="female"), genogram)
    identity = record("identity", "IDN-01", subject="SUB-02", real_name="Real Name", date_of_birth="1990-05-05")
    block = block_of("B06", *family, identity)
    assert [row.cells[:3] for row in tables(block)[0].rows] == [
        ("Child Q", "Subject", "Not known"),
        ("Mother", "Not known", "Female"),
    ]
    assert "Real" not in words(block)
    assert "1990" not in words(block)
    assert "Mother has one child." not in words(block)
    assert "Mother has one child." in words(block_of("B06", *family, template="T2"))


def test_author_and_each_declaration_are_printed_under_the_part_they_belong_to() -> None:
    block = block_of(
        "B07",
        record("author", "author", job_title="Deputy", grade="Grade 6", decided_by="Chief", decided_on="2024-02-01"),
        record(
            "declaration",
            "DEC-01",
            part="author",
            declared_on="2024-03-01",
            no_connection="I have none.",
            declared_again_on="2024-06-30",
        ),
        record("independence", "independence", note="Process note"),
    )
    assert headings(block) == [(2, "Author")]
    assert "The author is the Deputy (Grade 6)." in words(block)
    assert "The author was chosen by the Chief. The date of that decision is 1 February 2024." in words(block)
    assert "Declared on 1 March 2024:\nNo connection: I have none." in words(block)
    assert "30 June 2024" not in words(block)
    assert "Process note" not in words(block)


def test_author_unit_exception_is_printed_for_the_home_office_only() -> None:
    author = record("author", "author", job_title="Officer", unit_exception="On loan.")
    assert "On loan." not in words(block_of("B07", author, record("review", "review", agency="cps")))
    assert "On loan." in words(block_of("B07", author, record("review", "review", agency="ho"), template="T2"))


def signature(number: str, role: str, **values: str) -> SignatureLine:
    block = block_of(
        "B28",
        record("counter_signatory", "counter_signatory", job_title="Chief Crown Prosecutor"),
        record("signature", number, role=role, part="report", **values),
    )
    return next(part for part in block.parts if isinstance(part, SignatureLine) and part.name)


def test_signature_made_here_says_whose_clock() -> None:
    line = signature(
        "SIG-01",
        "author",
        name="Quilla Penn",
        job_title="Deputy",
        route="program",
        signed_at="2024-07-12T10:05:00+00:00",
    )
    assert (line.name, line.job_title, line.signed_on, line.version) == ("Quilla Penn", "Deputy", "12 July 2024", "1")
    assert line.route == "In IMR Desk, 12 July 2024, 10:05 UTC by this computer’s clock"


def test_signature_on_paper_has_a_day_and_no_time() -> None:
    line = signature("SIG-01", "author", name="Quilla Penn", route="paper", signed_at="2024-07-12")
    assert (line.signed_on, line.route) == ("12 July 2024", "On paper")


def test_signature_page_leaves_room_for_ink_and_says_that_nothing_is_signed() -> None:
    block = block_of("B28", record("counter_signatory", "counter_signatory", job_title="Chief Crown Prosecutor"))
    assert not block.in_digest
    assert "Not signed yet." in words(block)
    lines = [part for part in block.parts if isinstance(part, SignatureLine)]
    assert [(line.role, line.name, line.job_title, line.signed_on) for line in lines] == [
        ("Author", "", "", ""),
        ("Counter-signing senior manager", "", "Chief Crown Prosecutor", ""),
    ]


def both_signed(second: str) -> str:
    each = {"part": "report", "route": "program", "signed_at": "2024-07-12T10:05:00+00:00"}
    return words(
        block_of(
            "B28",
            record("signature", "SIG-01", role="author", computer="one", **each),
            record("signature", "SIG-02", role="counter_signatory", computer=second, **each),
            record("signature", "SIG-03", role="author", name="Olda Void", voided_at="2024-07-11", **each),
        )
    )


def test_signature_page_says_when_both_signed_on_one_computer() -> None:
    assert "Both signatures were made on one computer." in both_signed("one")
    assert "Both signatures were made on one computer." not in both_signed("another")


def test_signature_page_leaves_out_a_voided_signature() -> None:
    assert "Olda Void" not in both_signed("one")


def test_signature_page_shows_accuracy_and_the_sign_off_of_the_chronology() -> None:
    block = block_of(
        "B28",
        record("accuracy", "accuracy", text="I have checked it.", declared_on="2024-07-01", declared_by="author"),
        record("chronology_sign_off", "CSO-01", stage="As sent", signed_off_on="2024-05-01", signed_off_by="Chief"),
    )
    assert "Accuracy, declared on 1 July 2024 by the author: I have checked it." in words(block)
    assert [row.cells for row in tables(block)[0].rows] == [("As sent", "None", "None", "1 May 2024", "Chief")]
