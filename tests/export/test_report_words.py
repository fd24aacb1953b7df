"""The words that a signature seals, and their digest."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_sample import ODD, chronology_rows, sample_report, with_rows

from imr_desk.export.report import Block, Column, Paragraph, Report, Row, Run, Table, numbered, para, refer
from imr_desk.export.words import Line, fold, lines, word_digest


def report_of(*blocks: Block) -> Report:
    return replace(sample_report(), blocks=blocks)


def texts(report: Report) -> list[str]:
    return [line.text for line in lines(report)]


def test_lines_of_a_chapter_give_heading_paragraphs_caption_cells_and_note_in_order() -> None:
    table = Table(
        "People", "Two columns.", (Column("Code"), Column("Age")), (Row(("Child F", "3")),), note="Ages then."
    )
    block = Block("B06", "Subject", "chapter", (numbered("One\tand  two."), table))
    assert list(lines(report_of(block))) == [
        Line("B06", "Subject"),
        Line("B06", "One and two."),
        Line("B06", "People"),
        Line("B06", "Code"),
        Line("B06", "Age"),
        Line("B06", "Child F"),
        Line("B06", "3"),
        Line("B06", "Ages then."),
    ]


def test_lines_of_empty_paragraphs_and_notes_are_left_out() -> None:
    table = Table("T", "", (Column("A"),), (Row(("x",)),), note=" ")
    assert texts(report_of(Block("B05", "H", "chapter", (para("  "), table)))) == ["H", "T", "A", "x"]


def test_lines_of_a_table_have_one_for_every_cell_and_an_empty_one_for_an_empty_cell() -> None:
    table = Table("T", "", (Column("A"), Column("")), (Row(("", " \n ")), Row(("x", ""))))
    assert texts(report_of(Block("B05", "H", "chapter", (table,)))) == ["H", "T", "A", "", "", "", "x", ""]


def test_digest_changes_when_a_text_moves_into_the_empty_cell_beside_it() -> None:
    def digest(*cells: str) -> str:
        table = Table("T", "", (Column("Decision"), Column("Comment")), (Row(cells),))
        return word_digest(lines(report_of(Block("B05", "H", "chapter", (table,)))))

    assert digest("Charged.", "") != digest("", "Charged.")


def test_lines_of_references_say_words_for_rows_and_nothing_for_numbers() -> None:
    table = Table("T", "", (Column("Ref"),), (Row(("E1",), "CE-001"),), anchor="t")
    runs = (Run("See "), refer("CE-001", "E1"), Run(", "), refer("p"), Run(", "), refer("t"), Run(", "), refer("B05"))
    block = Block("B05", "H", "chapter", (numbered("First.", "p"), table, numbered(runs)))
    assert texts(report_of(block))[-1] == "See E1, , ,"


@pytest.mark.parametrize(
    "block",
    [
        Block("B28", "Signatures", "chapter", (para("x"),)),
        Block("B03", "Contents", "none"),
        Block("B26", "Clearance", "none", (para("x"),), sealed=False),
        Block("B02", "Versions", "none", (para("x"),), separate=True),
        Block("B05", "", "none", (Paragraph((Run("Status: final"),), "plain", "", sealed=False),)),
    ],
)
def test_lines_of_what_no_signature_covers_are_left_out(block: Block) -> None:
    assert texts(report_of(block)) == []


def test_digest_of_draft_and_final_is_the_same() -> None:
    draft = replace(sample_report(draft=True), version=7, marking="Secret", footer_label="Other")
    assert word_digest(lines(draft)) == word_digest(lines(sample_report()))


def test_digest_changes_with_one_cell() -> None:
    rows = chronology_rows(5)
    other = [*rows[:4], replace(rows[4], cells=(*rows[4].cells[:-1], "A new comment."))]
    first, second = (with_rows(sample_report(), each) for each in (rows, other))
    assert word_digest(lines(first)) != word_digest(lines(second))


def test_digest_is_stable() -> None:
    """The form of the digest may never change: signed reports depend on it."""
    assert word_digest([Line("B05", "One"), Line("B05", "Two")]) == (
        "3b3848880cc75323f071f0590d15a8ced0f3f07c1a2d9d58313cf2520ba322fa"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([Line("B05", "ab"), Line("B05", "c")], [Line("B05", "a"), Line("B05", "bc")]),
        ([Line("B05", "a")], [Line("B06", "a")]),
        ([Line("B05", "a"), Line("B05", "b")], [Line("B05", "b"), Line("B05", "a")]),
        ([Line("B05", "a B06 b")], [Line("B05", "a"), Line("B06", "b")]),
    ],
)
def test_digest_of_other_lines_is_another(one: list[Line], other: list[Line]) -> None:
    assert word_digest(one) != word_digest(other)


@given(st.text())
def test_fold_of_any_text_is_composed_single_spaced_and_final(text: str) -> None:
    folded = fold(text)
    assert folded == unicodedata.normalize("NFC", folded)
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded
    assert not set(folded) & set("\x00\x1e\x1f\n\t")


def test_fold_of_two_spellings_of_a_letter_is_one() -> None:
    assert fold(ODD).count("café") == 2


def test_lines_with_a_reference_to_nothing_raise() -> None:
    with pytest.raises(ValueError, match="leads nowhere"):
        texts(report_of(Block("B05", "H", "chapter", (numbered((Run("see "), refer("gone"))),))))


def test_lines_with_one_anchor_twice_raise() -> None:
    block = Block("B05", "H", "chapter", (numbered("One", "a"), numbered("Two", "a")))
    with pytest.raises(ValueError, match="carry the anchor"):
        texts(report_of(block))
