"""Lists of records: cards, their forms, and adding, moving, deleting and putting back, kept by a real session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from form_tools import Keeper, field_in, leave, type_into
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sample_session import open_sample

from imr_desk.operations.general import SetFields
from ui.forms.card_words import ListColumn
from ui.forms.record_item import RecordItem
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf, SectionOf
from ui.pages.form_page import FormPage
from ui.widgets.chips import Chip
from ui.widgets.labels import Label

QUERY = ListLook(heading="Queries", add="Add a query")
TIMES = ListLook(lead=ListColumn("due", 136, note="firmness"), columns=(ListColumn("actual", 136),))


class ListPage(FormPage):
    stage: ClassVar[int] = 1
    kinds: ClassVar[frozenset[str]] = frozenset({"contact", "person_query", "deadline", "board"})
    sections: ClassVar[tuple[SectionOf, ...]] = (
        SectionOf("Contacts", "Whom to reach.", (ListOf("contact"), ListOf("person_query", QUERY))),
        SectionOf("Timetable", "What is due.", (ListOf("deadline", TIMES),)),
    )


class Desk:
    def __init__(self, folder: Path) -> None:
        self.session = open_sample(folder)
        self.page = ListPage()
        self.keeper = Keeper(self.page, self.session)
        self.page.build_all()

    def list(self, kind: str) -> RecordList:
        return next(each for each in self.page.findChildren(RecordList) if each.kind.name == kind)

    def ids(self, kind: str) -> list[str]:
        """As the list shows them, from the top."""
        items = [each for each in self.list(kind).findChildren(RecordItem)]
        return [each.record_id for each in sorted(items, key=lambda each: each.y())]


@pytest.fixture
def desk(tmp_path: Path, show: Callable[..., None]) -> Iterator[Desk]:
    made = Desk(tmp_path)
    show(made.page, 760, 1400)
    yield made
    made.session.close()


def words_in(item: RecordItem) -> str:
    return "\n".join(label.text() for label in item.findChildren(Label) if not label.isHidden())


def press(button: object) -> None:
    button.setFocus()  # type: ignore[attr-defined]
    QTest.keyClick(button, Qt.Key.Key_Space)  # type: ignore[call-overload]
    QApplication.processEvents()


def test_list_shows_every_record_in_its_order(desk: Desk) -> None:
    assert desk.ids("contact") == [record.id for record in desk.session.review.all("contact")]
    assert "Board manager, Thornmere Safeguarding Children Board" in words_in(desk.list("contact").item("CON-01"))


def test_list_add_opens_the_new_record_with_the_keyboard_in_its_first_field(desk: Desk) -> None:
    press(desk.list("contact").add)
    (new,) = {record.id for record in desk.session.review.all("contact")} - {f"CON-0{n}" for n in range(1, 7)}
    item = desk.list("contact").item(new)
    assert item.opened
    row = field_in(item, "contact", "role", new)
    assert row.isAncestorOf(QApplication.focusWidget())
    leave(type_into(row, "Registrar"))
    assert desk.session.review[new].text("role") == "Registrar"
    assert "Registrar" in words_in(item)


def test_list_add_of_a_list_alone_stands_in_the_head_of_its_section(desk: Desk) -> None:
    contacts, times = desk.page.parts
    assert not contacts.parts[0].isAncestorOf(desk.list("contact").add)
    assert contacts.parts[1].isAncestorOf(desk.list("person_query").add)
    contacts.head.click()
    assert not desk.list("contact").add.isVisible()
    assert desk.list("deadline").add.isVisible()
    assert times.isAncestorOf(desk.list("deadline").add)


def test_list_card_opens_and_esc_closes_it_and_keeps_what_was_typed(desk: Desk) -> None:
    item = desk.list("contact").item("CON-02")
    press(item.button)
    row = field_in(item, "contact", "role", "CON-02")
    control = type_into(row, "Investigating officer")
    QTest.keyClick(control, Qt.Key.Key_Escape)
    assert not item.opened
    assert item.button.hasFocus()
    assert desk.session.review["CON-02"].text("role") == "Investigating officer"
    assert "Investigating officer" in item.button.accessibleName()


def test_list_card_closed_over_a_date_that_cannot_be_read_says_so_and_keeps_it(desk: Desk) -> None:
    item = desk.list("person_query").item("PQY-001")
    press(item.button)
    row = field_in(item, "person_query", "raised_on", "PQY-001")
    QTest.keyClick(type_into(row, "31/02/2014"), Qt.Key.Key_Escape)
    assert "could not be read" in words_in(item)
    press(item.button)
    assert row.editor.controls()[0].text() == "31/02/2014"
    leave(type_into(row, "28/02/2014"))
    press(item.button)
    assert "could not be read" not in words_in(item)


@pytest.mark.parametrize("by", ["button", "keys"])
def test_list_move_up_and_down_keeps_the_keyboard(desk: Desk, by: str) -> None:
    before = desk.ids("contact")
    item = desk.list("contact").item(before[2])
    if by == "button":
        item.open()
        press(item._up)
        assert item._up.hasFocus()
    else:
        item.button.setFocus()
        QTest.keyClick(item.button, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
        assert item.button.hasFocus()
    assert desk.ids("contact") == [before[0], before[2], before[1], *before[3:]]
    QTest.keyClick(item.button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    item.move_asked.emit(before[2], 1)
    item.move_asked.emit(before[2], 1)
    QApplication.processEvents()
    assert desk.ids("contact") == [record.id for record in desk.session.review.all("contact")]


def test_list_first_cannot_go_up_and_last_cannot_go_down(desk: Desk) -> None:
    order = desk.ids("contact")
    first, last = (desk.list("contact").item(order[at]) for at in (0, -1))
    first.open()
    last.open()
    assert (first._up.isEnabled(), first._down.isEnabled()) == (False, True)
    assert (last._up.isEnabled(), last._down.isEnabled()) == (True, False)
    desk.list("contact")._move(order[0], -1)
    assert desk.ids("contact") == order


def test_list_delete_says_so_and_puts_back_record_place_and_links(desk: Desk) -> None:
    before, order = desk.session.review, desk.ids("contact")
    held = desk.list("contact")
    held.item("CON-01").open()
    press(held.item("CON-01")._delete)
    assert desk.keeper.refused == []
    assert "CON-01" not in desk.session.review
    assert held.notice.isVisible()
    assert held.notice.button.hasFocus()
    desk.session.run(SetFields("board", "board", {"partner_boards": "one"}))
    press(held.notice.button)
    assert desk.ids("contact") == order
    assert desk.session.review["CON-01"] == before["CON-01"]
    assert desk.session.review.one("board").link("contact") == "CON-01"
    assert desk.session.review.one("board").text("partner_boards") == "one"
    assert held.notice.isHidden()
    assert held.item("CON-01").button.hasFocus()


def test_list_delete_taken_back_by_undo_takes_the_notice_away(desk: Desk) -> None:
    held = desk.list("person_query")
    held.item("PQY-001").open()
    press(held.item("PQY-001")._delete)
    desk.keeper.undo()
    assert "PQY-001" in desk.session.review
    assert held.notice.isHidden()


def test_list_add_taken_back_by_undo_gives_the_keyboard_to_the_button(desk: Desk) -> None:
    held = desk.list("contact")
    press(held.add)
    desk.keeper.undo()
    QApplication.processEvents()
    assert held.add.hasFocus()
    assert len(desk.ids("contact")) == 6


def test_list_without_records_says_what_goes_there(desk: Desk) -> None:
    held = desk.list("person_query")
    for record_id in desk.ids("person_query"):
        held._delete(record_id)
    assert held._frame.isHidden()
    assert held._empty.text() == "Nothing recorded yet."
    assert not held._empty.isHidden()


def test_list_columns_stand_where_there_is_room_and_else_under_the_title(desk: Desk) -> None:
    held = desk.list("deadline")
    assert held._heads.isVisible()
    assert "Done on: 10 March 2014" not in words_in(held.item("TT-02"))
    desk.page.resize(560, 1400)
    QApplication.processEvents()
    assert not held._heads.isVisible()
    assert "Done on: 10 March 2014" in words_in(held.item("TT-02"))


def test_list_columns_stand_under_their_heads(desk: Desk) -> None:
    held = desk.list("deadline")
    QApplication.processEvents()
    cell, head = held.item("TT-02")._face._cells[0], held._heads._heads[1]
    assert cell.mapTo(held, cell.rect().topLeft()).x() == head.mapTo(held, head.rect().topLeft()).x()


def test_list_card_is_made_again_only_where_it_changed(desk: Desk) -> None:
    items = [desk.list("contact").item(each) for each in desk.ids("contact")]
    desk.session.run(SetFields("contact", "CON-03", {"purpose": "Other"}))
    assert [desk.list("contact").item(each) for each in desk.ids("contact")] == items
    assert desk.page.findChildren(Chip) == []


def test_list_one_visit_is_one_step_of_undo(desk: Desk) -> None:
    item = desk.list("contact").item("CON-01")
    item.open()
    row = field_in(item, "contact", "role", "CON-01")
    before = row.editor.value()
    control = type_into(row, "One")
    row.flush()
    QTest.keyClicks(control, " two")
    row.flush()
    assert desk.session.review["CON-01"].text("role") == "One two"
    desk.keeper.undo()
    assert desk.session.review["CON-01"].text("role") == before
    assert row.editor.value() == before


def test_list_refusal_is_said_at_the_field(desk: Desk) -> None:
    item = desk.list("contact").item("CON-01")
    item.open()
    row = field_in(item, "contact", "role", "CON-01")
    assert desk.page.change_refused(SetFields("contact", "CON-01", {"role": "x"}), "Not kept.")
    assert row.error() == "Not kept."
    assert not desk.page.change_refused(SetFields("board", "board", {"name": "x"}), "Not kept.")
