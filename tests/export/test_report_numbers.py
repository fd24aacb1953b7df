"""Numbers of chapters, annexes, paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace

from word_sample import sample_report

from imr_desk.export.numbers import Target, number
from imr_desk.export.report import Block, Column, Row, SignatureLine, Table, bullet, finding, numbered, para


def table(anchor: str = "") -> Table:
    return Table("T", "", (Column("A"),), (Row(("x",)),), anchor=anchor)


def test_numbers_run_through_chapters_and_annexes_and_restart_in_each() -> None:
    blocks = (
        Block("B02", "Control", "none", (numbered("No number here.", "none"),)),
        Block("B05", "One", "chapter", (numbered("a", "p1"), bullet("b"), finding("c", "p2"), para(" ", "empty"))),
        Block("B06", "Two", "chapter", (numbered("", "blank"), numbered("d", "p3"))),
        Block("B29", "Annex", "annex", (numbered("e", "p4"),)),
        Block("B30", "Annex", "annex", (table("t"),)),
    )
    numbers = number(replace(sample_report(), blocks=blocks))
    assert numbers.blocks == ("", "1", "2", "Annex A", "Annex B")
    shown = {name: target.shown for name, target in numbers.targets.items() if name.startswith(("p", "t", "n"))}
    assert shown == {"none": "", "p1": "1.1", "p2": "1.2", "p3": "2.1", "p4": "A.1", "t": "Table 1"}
    assert "empty" not in numbers.targets
    assert numbers.target("B30") == Target("chapter", "Annex B")


def test_numbers_of_tables_count_the_signatures_where_they_stand() -> None:
    parts = (table("first"), SignatureLine("Author"), SignatureLine("Manager"), table("last"))
    numbers = number(replace(sample_report(), blocks=(Block("B28", "Signatures", "chapter", parts),)))
    assert numbers.parts == {(0, 0): "Table 1", (0, 1): "Table 2", (0, 3): "Table 3"}


def test_numbers_of_many_annexes_go_on_as_word_does() -> None:
    blocks = tuple(Block(f"X{at}", "H", "annex") for at in range(28))
    assert number(replace(sample_report(), blocks=blocks)).blocks[25:] == ("Annex Z", "Annex AA", "Annex BB")
