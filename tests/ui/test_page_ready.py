"""Stage 8 in an open review, by keyboard: gates, matrix, checks, checklist, and what does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from ui.pages.ready import ReadyPage
from ui.pages.ready_checklist import ChecklistPart
from ui.pages.ready_checks import ChecksPart
from ui.pages.ready_gates import GatesPart
from ui.pages.ready_matrix import MatrixPart
from ui.pages.registry import page_class
from ui.program import Program
from ui.shell_state import ItemGroup

READY = 8


class Desk:
    def __init__(self, program: Program, qtbot: QtBot) -> None:
        assert program.review is not None
        self.program, self._qtbot, self.review = program, qtbot, program.review
        page = program.window.page(READY)
        assert isinstance(page, ReadyPage)
        self.page = page
        page.build_all()
        self.wait(lambda: self.review.advice is not None)
        self.settle()

    def wait(self, until: object) -> None:
        self._qtbot.waitUntil(until, timeout=20_000)  # type: ignore[arg-type]

    def settle(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    def part(self, kind: type[QWidget]) -> QWidget:
        return next(each for each in self.page._parts() if isinstance(each, kind))

    @property
    def checks(self) -> ChecksPart:
        part = self.part(ChecksPart)
        assert isinstance(part, ChecksPart)
        return part

    @property
    def matrix(self) -> MatrixPart:
        part = self.part(MatrixPart)
        assert isinstance(part, MatrixPart)
        return part

    @property
    def checklist(self) -> ChecklistPart:
        part = self.part(ChecklistPart)
        assert isinstance(part, ChecklistPart)
        return part

    def run(self, *operations: SetFields) -> None:
        """Make edits, and wait until they are judged."""
        before = self.review.advice
        for operation in operations:
            self.review.bridge.run(operation)
        self.wait(lambda: self.review.advice is not before and self.review.advice.review is self.now)  # type: ignore[union-attr]
        self.settle()

    @property
    def now(self) -> Review:
        return self.review.bridge.review

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focus(), key, modifier)
        self.settle()

    def tab_to(self, wanted: QWidget, most: int = 40) -> None:
        for _ in range(most):
            if focus() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {wanted.accessibleName()!r}")

    def lines(self) -> list[str]:
        return [row.key for row in self.checks.list.rows.rows]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    path, key = review_in(tmp_path, getattr(request, "param", "cps"))
    with running(ScriptedAsk()) as program:
        program.window.resize(1280, 800)
        program.window.show()
        program.window.activateWindow()
        open_by_key(program, path, key, READY)
        yield Desk(program, qtbot)


def no_finding(desk: Desk) -> tuple[SetFields, ...]:
    """Question 1 without a finding."""
    sections = [each.id for each in desk.now.all("section") if each.link("question") == "Q-1"]
    found = [each for each in desk.now.all("paragraph") if each.link("section") in sections]
    return tuple(SetFields("paragraph", each.id, {"part": "resources"}) for each in found)


# ---- the whole
def test_ready_is_the_page_of_stage_8_and_shows_every_field_of_it() -> None:
    assert page_class(READY) is ReadyPage
    for kind in kinds_of_stage(READY):
        for field in kind.fields:
            shown = any(each.covers(kind.name, field.name) for each in ReadyPage.sections)
            assert shown, (kind.name, field.name)


def test_ready_folds_the_panel_that_would_say_the_same(desk: Desk) -> None:
    body = desk.program.window.desk.body
    assert body.guidance.isHidden()
    desk.program._show_stage(7)
    assert not body.guidance.isHidden()


def test_ready_says_in_one_sentence_how_much_stands_before_the_next_step(desk: Desk) -> None:
    assert desk.page.frame.head.lead.text() == "Nothing stands between this draft and the author’s signature."
    desk.run(SetFields("findings", "findings", {"resources_overall": None}))
    assert desk.page.frame.head.lead.text() == "1 thing stands between this draft and the author’s signature."


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_ready_of_a_new_review_explains_itself_and_has_no_score(desk: Desk) -> None:
    words = words_in(desk.page)
    assert "No question of the terms of reference is recorded yet." in words
    assert "Fifty items, gone through before the senior manager counter-signs." in words
    assert "%" not in words
    assert "score" not in words.casefold()


# ---- gates
def test_gates_say_open_or_what_holds_them(desk: Desk) -> None:
    part = desk.part(GatesPart)
    assert isinstance(part, GatesPart)
    said = {gate: row.accessibleName() for gate, row in part.rows.items()}
    assert said["G1"] == "Drafting opens: Open"
    assert said["G3"] == "The senior manager counter-signs: Held by 1 thing. The author has not signed."
    assert said["G5"].startswith("Case closed: Held by 14 things. The first: ")


def test_gate_leads_to_the_line_that_holds_it_by_keyboard(desk: Desk) -> None:
    part = desk.part(GatesPart)
    assert isinstance(part, GatesPart)
    part.rows["G5"].button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert focus() is desk.checks.list
    assert desk.checks.group is ItemGroup.CANNOT_FINISH
    assert desk.checks.list.key() == "R-151/0"


# ---- the matrix
def test_matrix_is_one_tab_stop_with_real_cells_and_arrows_inside(desk: Desk) -> None:
    view = desk.matrix.view
    view.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Right)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    said = desk.matrix.words.text()
    assert said.startswith("Question 2 · Records: REC-")
    table = QAccessible.queryAccessibleInterface(view)
    said_cells = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    assert {"Question", "Entries", "not needed", desk.matrix.model.row(1).heading} <= {
        each.partition(". ")[0] for each in said_cells
    }
    assert len(said_cells) >= 5 * 8
    desk.press(Qt.Key.Key_Tab)
    assert focus() is not view


def test_matrix_return_goes_to_what_the_cell_counts_one_after_the_other(desk: Desk) -> None:
    places: list[Place] = []
    desk.page.place_requested.disconnect()
    desk.page.place_requested.connect(places.append)
    view = desk.matrix.view
    view.setFocus()
    for _ in range(2):
        desk.press(Qt.Key.Key_Return)
    leads = desk.matrix.model.row(0).cells[0].leads
    assert [(place.kind, place.record_id) for place in places] == [("entry", leads[0]), ("entry", leads[1])]


def test_matrix_empty_cell_says_none_takes_a_reason_by_keyboard_and_gives_it_back(desk: Desk) -> None:
    desk.run(*no_finding(desk))
    view = desk.matrix.view
    assert view.model().index(0, 6).data() == "none"
    desk.matrix.focus_question("Q-1")
    assert view.currentIndex().column() == 6
    desk.tab_to(desk.matrix.not_needed)
    desk.press(Qt.Key.Key_Space)
    QTest.keyClicks(focus(), "The question asks for facts alone.")
    desk.tab_to(desk.matrix.reason.keep)
    desk.press(Qt.Key.Key_Space)
    rows = {each.text("what"): each for each in desk.now["Q-1"].rows("not_needed")}
    assert rows["findings"].text("reason") == "The question asks for facts alone."
    assert rows["findings"].day("dated") == desk.review.session().clock().date()
    assert "recommendations" in rows
    assert view.model().index(0, 6).data() == "not needed"
    assert focus() is view
    desk.tab_to(desk.matrix.needed)
    desk.press(Qt.Key.Key_Space)
    assert [each.text("what") for each in desk.now["Q-1"].rows("not_needed")] == ["recommendations"]
    assert view.model().index(0, 6).data() == "none"


def test_matrix_blank_reason_is_refused(desk: Desk) -> None:
    desk.run(*no_finding(desk))
    desk.matrix.focus_question("Q-1")
    desk.matrix.not_needed.click()
    desk.matrix.reason.keep.click()
    assert desk.matrix.reason.row.error().startswith("Say why it is not needed.")
    assert [each.text("what") for each in desk.now["Q-1"].rows("not_needed")] == ["recommendations"]


def test_question_with_an_empty_cell_is_something_to_look_at_and_leads_to_the_matrix(desk: Desk) -> None:
    desk.run(*no_finding(desk))
    desk.checks.show_check("matrix/Q-1")
    assert desk.checks.group is ItemGroup.TO_LOOK_AT
    assert desk.checks.list.rows.rows[0].title == "Question 1 has none of these yet: findings."
    desk.press(Qt.Key.Key_Return)
    assert focus() is desk.matrix.view


# ---- the checks
def test_checks_lists_every_requirement_under_one_of_the_filters(desk: Desk) -> None:
    listed: list[str] = []
    for group, button in desk.checks.filters.items():
        button.click()
        listed += desk.lines()
        assert button.words().startswith(group.value)
    asked = {result.requirement for result in desk.review.advice.results if result.applies}  # type: ignore[union-attr]
    assert {each.partition("/")[0] for each in listed} == asked
    assert len(asked) == 46


def test_checks_filters_are_one_tab_stop_with_arrows_inside(desk: Desk) -> None:
    missing, done = desk.checks.filters[ItemGroup.MISSING], desk.checks.filters[ItemGroup.DONE]
    missing.setFocus()
    for _ in range(3):
        desk.press(Qt.Key.Key_Right)
    assert focus() is done
    assert done.isChecked()
    assert desk.checks.group is ItemGroup.DONE
    desk.press(Qt.Key.Key_Tab)
    assert focus() is desk.checks.list


def test_check_line_leads_to_its_place_with_return(desk: Desk) -> None:
    desk.run(SetFields("recommendation", "RCM-2", {"specific": None}))
    desk.checks.show_check("R-118/0")
    desk.press(Qt.Key.Key_Return)
    assert desk.review.pages.stage == 7
    assert focus().accessibleName() == "Specific: what will be done"


def test_check_stays_chosen_while_others_come_and_go(desk: Desk) -> None:
    desk.run(SetFields("accuracy", "accuracy", {"text": None}))
    desk.checks.show_check("R-114/0")
    desk.run(SetFields("findings", "findings", {"resources_overall": None}))
    assert desk.checks.list.key() == "R-114/0"
    assert focus() is desk.checks.list
    assert desk.lines() == ["R-105/0", "R-114/0"]


def test_reason_is_given_and_taken_back_in_the_list_by_keyboard(desk: Desk) -> None:
    desk.run(SetFields("findings", "findings", {"resources_overall": None}))
    desk.checks.show_check("R-105/0")
    desk.tab_to(desk.checks.ways.action)
    desk.press(Qt.Key.Key_Space)
    QTest.keyClicks(focus(), "The board looks at resources.")
    desk.tab_to(desk.checks.ways.reason.keep)
    desk.press(Qt.Key.Key_Space)
    (record,) = desk.now.all("exemption")
    assert record.text("reason") == "The board looks at resources."
    desk.wait(lambda: "1" in desk.checks.filters[ItemGroup.DOES_NOT_APPLY].words())
    desk.checks.show_check("R-105")
    (row,) = desk.checks.list.rows.rows
    assert row.detail.endswith(": The board looks at resources.")
    desk.tab_to(desk.checks.ways.action)
    assert focus().accessibleName() == "It applies after all"
    desk.press(Qt.Key.Key_Space)
    assert desk.now.all("exemption") == ()
    desk.review.bridge.undo()
    assert len(desk.now.all("exemption")) == 1


def test_reason_half_written_waits_at_its_own_line(desk: Desk) -> None:
    desk.run(
        SetFields("findings", "findings", {"resources_overall": None}),
        SetFields("accuracy", "accuracy", {"text": None}),
    )
    desk.checks.show_check("R-105/0")
    desk.checks.ways.action.click()
    QTest.keyClicks(focus(), "Half")
    desk.press(Qt.Key.Key_Escape)
    assert focus() is desk.checks.list
    desk.press(Qt.Key.Key_Down)
    assert desk.checks.ways.reason.editor.value() == ""
    desk.press(Qt.Key.Key_Up)
    desk.checks.ways.action.click()
    assert desk.checks.ways.reason.editor.value() == "Half"


def test_signature_and_names_offer_no_reason_in_the_list(desk: Desk) -> None:
    desk.checks.show_check("R-136/0")
    assert desk.checks.ways.action.isHidden()
    assert not desk.checks.ways.go.isHidden()


# ---- the checklist
def test_checklist_shows_which_answers_are_the_programs_own(desk: Desk) -> None:
    rows = {row.key: row for row in desk.checklist.list.rows.rows}
    assert rows["QA-01"].state == "Yes · answered by the program"
    assert rows["QA-05"].state == "Yes · answered by a person"
    assert desk.checklist.notice.isHidden()


def test_checklist_says_where_the_program_finds_another_answer_and_takes_it_in_one_step(desk: Desk) -> None:
    desk.run(SetFields("findings", "findings", {"resources_overall": None}))
    assert "They are: Q-30." in words_in(desk.checklist.notice)
    rows = {row.key: row for row in desk.checklist.list.rows.rows}
    assert rows["QA-30"].state == "Yes · answered by the program · the program finds: No"
    desk.checklist.take.click()
    desk.settle()
    assert desk.now["QA-30"].text("answer") == "no"
    assert desk.checklist.notice.isHidden()
    desk.review.bridge.undo()
    assert desk.now["QA-30"].text("answer") == "yes"


def test_checklist_item_opens_in_its_line_and_is_answered_by_keyboard(desk: Desk) -> None:
    part = desk.checklist
    part.list.setFocus()
    assert part.list.choose("QA-05")
    part._line_changed()
    desk.press(Qt.Key.Key_Return)
    assert focus().accessibleName() == "Answer"
    form = part._form
    assert form is not None
    box = form.row("comment").editor.controls()[0]
    desk.tab_to(box)
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "From another Area.")
    desk.press(Qt.Key.Key_Tab)
    assert desk.now["QA-05"].text("comment") == "From another Area."
    assert part.list.key() == "QA-05"


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_checklist_is_begun_in_one_step_with_what_the_program_finds(desk: Desk) -> None:
    desk.checklist.begin.setFocus()
    desk.press(Qt.Key.Key_Space)
    records = desk.now.all("quality_item")
    assert [each.text("item") for each in records] == [f"Q-{n:02d}" for n in range(1, 51)]
    assert records[2].text("answer") in ("yes", "no")
    assert records[4].text("answer") == ""
    assert focus() is desk.checklist.list
    desk.review.bridge.undo()
    assert desk.now.all("quality_item") == ()


def test_places_on_ready_are_found(desk: Desk) -> None:
    assert desk.page.focus_place(Place("quality_item", "QA-07", "answer", ""))
    assert focus().accessibleName() == "Answer"
    assert desk.checklist.list.key() == "QA-07"
    assert desk.page.focus_place(Place("quality_checklist", "quality_checklist", "completed_on", ""))
    desk.review.exempt("R-105", "Not here.")
    desk.wait(lambda: "1" in desk.checks.filters[ItemGroup.DOES_NOT_APPLY].words())
    record = desk.now.all("exemption")[0]
    assert desk.page.focus_place(Place("exemption", record.id, "", ""))
    assert desk.checks.list.key() == "R-105"
