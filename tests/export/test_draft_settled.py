"""A draft prints a number in the place of each name that is still to be settled, wherever it stands; made-up names."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.export.pdf import write_pdf
from imr_desk.export.readback import read_word
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.report import (
    Block,
    Column,
    Figure,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    SignatureLine,
    Table,
    label,
    para,
)
from imr_desk.export.settled import settled
from imr_desk.export.word import write_word
from imr_desk.names.guard import Decision, Guard, decision_key
from imr_desk.names.register import StaffRegister
from imr_desk.names.scan import DraftNames

KEY = bytes(32)
GUARD = Guard(StaffRegister(KEY), {}, frozenset({"Crown Prosecutor 2"}))
NAME = "Mrs Throstle wrote"
SETTLED = "Mrs [name to be settled 1] wrote"


def report(*parts: object, **values: str) -> Report:
    chapter = Block("B05", values.pop("heading", "Findings"), parts=tuple(parts))  # type: ignore[arg-type]
    cover = Block("B01", "Review", "none")
    made = Report(
        title="Review",
        subject="K",
        agency="CPS",
        marking="OFFICIAL",
        version=1,
        date=dt.date(2014, 1, 1),
        blocks=(cover, chapter),
    )
    return replace(made, **values)  # type: ignore[arg-type]


def draft(made: Report) -> Report:
    return settled(made, DraftNames(GUARD))


def words(part: Paragraph) -> str:
    return "".join(run.text for run in part.runs)


@pytest.mark.parametrize(
    "place",
    ["title", "subject", "agency", "marking", "handling", "page_notice", "draft_notice", "footer_label"],
)
def test_draft_settles_names_round_the_pages_and_in_the_properties(place: str) -> None:
    made = draft(report(para("Nothing."), **{place: NAME}))
    assert getattr(made, place) == SETTLED


def test_draft_words_of_a_report_are_all_settled_or_fixed_by_the_program() -> None:
    fixed = {"version", "date", "blocks", "status", "agency_code", "language", "template_id", "file_stem", "extent"}
    read = {"title", "subject", "agency", "marking", "handling", "page_notice", "draft_notice", "footer_label"}
    assert {each.name for each in fields(Report)} == fixed | read


def test_draft_settles_every_word_of_tables_figures_headings_and_signature_lines() -> None:
    table = Table(NAME, NAME, (Column(NAME),), (Row((NAME, "")),), NAME)
    line = SignatureLine(NAME, "Alma Quill", NAME, "", "", NAME, NAME)
    parts = (table, Figure(NAME, NAME, "0" * 64), Heading(NAME), line)
    made = draft(report(*parts, heading=NAME)).blocks[1]
    assert made.heading == SETTLED
    assert made.parts == (
        Table(SETTLED, SETTLED, (Column(SETTLED),), (Row((SETTLED, "")),), SETTLED),
        Figure(SETTLED, SETTLED, "0" * 64),
        Heading(SETTLED),
        SignatureLine(SETTLED, "Alma Quill", SETTLED, "", "", SETTLED, SETTLED),
    )


def test_draft_settles_a_name_that_reaches_over_several_runs() -> None:
    runs = (Run("Sarah ", strong=True), Run("Throstle"), Run(" rang, see "), Run("CE-001", target="CE-001"), Run("."))
    part = draft(report(Paragraph(runs))).blocks[1].parts[0]
    assert isinstance(part, Paragraph)
    assert words(part) == "[name to be settled 1] rang, see CE-001."
    assert [run.target for run in part.runs if run.target] == ["CE-001"]
    assert part.runs[0].strong


def test_draft_settles_a_name_that_only_another_run_tells() -> None:
    runs = (Run("Mrs", strong=True), Run(" "), Run("Throstle"), Run(" rang Mrs "), Run("Umbrelow"), Run("."))
    part = draft(report(Paragraph(runs))).blocks[1].parts[0]
    assert isinstance(part, Paragraph)
    assert words(part) == "Mrs [name to be settled 1] rang Mrs [name to be settled 2]."


@given(st.sets(st.integers(1, 60), max_size=6), st.booleans())
def test_draft_settles_a_paragraph_alike_however_it_is_cut_into_runs(cuts: set[int], strong: bool) -> None:
    text = "Mrs Throstle wrote to Sarah Umbrelow-Hay (s.umbrelow@police.uk), who rang."
    at = [0, *sorted(cuts), len(text)]
    runs = tuple(Run(text[start:end], strong=strong) for start, end in pairwise(at))
    part = draft(report(Paragraph(runs))).blocks[1].parts[0]
    assert isinstance(part, Paragraph)
    assert words(part) == DraftNames(GUARD).settle(text)


def test_draft_settles_a_word_of_a_name_where_nothing_beside_it_tells_one() -> None:
    made = draft(report(para("Throstle Code for Crown Prosecutors"), para("Then Mrs Throstle rang.")))
    assert [words(part) for part in made.blocks[1].parts if isinstance(part, Paragraph)] == [
        "[name to be settled 1] Code for Crown Prosecutors",
        "Then Mrs [name to be settled 1] rang.",
    ]


def test_draft_leaves_words_decided_to_be_no_person_and_everyday_words_of_names() -> None:
    decided = Guard(StaffRegister(KEY), {decision_key(KEY, "Throstle"): Decision.NOT_A_PERSON}, ())
    names = DraftNames(decided)
    names.settle("Sarah Throstle and Mrs Church rang.")
    assert names.everywhere().settle("Throstle: the Church.") == "Throstle: the Church."


def test_draft_reads_a_label_and_what_stands_beside_it_apart() -> None:
    made = draft(report(label("Nation", "England"), label("Written by", NAME)))
    said = [words(part) for part in made.blocks[1].parts if isinstance(part, Paragraph)]
    assert said == ["Nation England", f"Written by {SETTLED}"]


def test_draft_settles_two_names_in_one_address_once() -> None:
    assert DraftNames(GUARD).settle("sarah.throstle@police.uk wrote.").count("[name to be settled") == 1


def test_draft_with_a_name_in_every_place_holds_it_in_no_part_of_word_or_pdf() -> None:
    table = Table(NAME, NAME, (Column("Who"), Column("What")), (Row((NAME, NAME)),), NAME)
    made = report(
        Heading(NAME),
        para((Run("Mrs "), Run("Throstle"))),
        table,
        heading=NAME,
        title=NAME,
        subject=NAME,
        agency=NAME,
        marking=NAME,
        handling=NAME,
        page_notice=NAME,
        draft_notice=NAME,
        footer_label=NAME,
    )
    data = write_word(draft(made))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert not [each for each in opened.namelist() if b"throstle" in opened.read(each).lower()]
    found = (*read_word(data).parts, *read_pdf(write_pdf(draft(made))).parts)
    assert any("name to be settled" in text.lower() for _, text in found)
    assert not [place for place, text in found if "throstle" in text.lower()]
