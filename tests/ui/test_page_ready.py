"""Stage 8 in an open review, by keyboard: gates, matrix, checks, and what does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ready_desk import READY, Desk, focus, opened
from window_tools import words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kinds_of_stage
from ui.pages.ready import ReadyPage
from ui.pages.registry import page_class
from ui.shell_state import ItemGroup


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with opened(tmp_path, qtbot, getattr(request, "param", "cps")) as made:
        yield made


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


def test_ready_says_by_whose_guidance_it_asks_since_the_panel_is_folded(desk: Desk) -> None:
    assert "2013 scheme. Replaced on 31 July 2023" in words_in(desk.checks)


# ---- gates
def test_gates_say_open_or_what_holds_them(desk: Desk) -> None:
    part = desk.gates
    said = {gate: row.accessibleName() for gate, row in part.rows.items()}
    assert said["G1"] == "Drafting opens: Open"
    assert said["G3"] == "The senior manager counter-signs: Held by 1 thing. The author has not signed."
    assert said["G5"].startswith("Case closed: Held by 14 things. The first: ")


@pytest.mark.parametrize("desk", [""], indirect=True)
def test_gates_of_a_new_review_do_not_call_the_closing_of_the_case_open(desk: Desk) -> None:
    desk.run(SetFields("review", "review", {"agency": "cps"}))
    assert desk.gates.rows["G5"].accessibleName() == "Case closed: Not reached yet"


def test_gate_leads_to_the_line_that_holds_it_by_keyboard(desk: Desk) -> None:
    part = desk.gates
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


def test_matrix_number_says_what_it_counts_and_for_which_question(desk: Desk) -> None:
    model = desk.matrix.model
    said = [model.index(1, at).data(Qt.ItemDataRole.AccessibleDescriptionRole) for at in range(3)]
    assert said[0].startswith(f"Entries: {model.index(1, 1).data()}, Records: {model.index(1, 2).data()}")
    assert said[1:] == ["Entries, Question 2", "Records, Question 2"]


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
    assert len(asked) == 47


def test_checks_filters_are_one_tab_stop_with_arrows_inside(desk: Desk) -> None:
    missing, done = desk.checks.filters[ItemGroup.MISSING], desk.checks.filters[ItemGroup.DONE]
    missing.setFocus()
    for _ in range(4):
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


def test_reason_that_stands_is_changed_in_its_place(desk: Desk) -> None:
    desk.review.exempt("R-105", "The board looks at resources.")
    desk.wait(lambda: "1" in desk.checks.filters[ItemGroup.DOES_NOT_APPLY].words())
    desk.checks.show_check("R-105")
    desk.tab_to(desk.checks.ways.change)
    desk.press(Qt.Key.Key_Space)
    assert desk.checks.ways.reason.editor.value() == "The board looks at resources."
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focus(), "Another agency looks at them.")
    desk.tab_to(desk.checks.ways.reason.keep)
    desk.press(Qt.Key.Key_Space)
    assert [each.text("reason") for each in desk.now.all("exemption")] == ["Another agency looks at them."]


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


def test_what_the_chosen_line_holds_is_found_by_walking_the_accessible_tree(desk: Desk) -> None:
    desk.checks.show_check("R-136/0")
    desk.settle()
    names = set(_names(QAccessible.queryAccessibleInterface(desk.checks)))
    assert {"Go to ‘Signatures’", "What is asked for"} & names == {"Go to ‘Signatures’", "What is asked for"}


def _names(at: object) -> list[str]:
    """The names of everything below, as a screen reader finds them."""
    found = [at.text(QAccessible.Text.Name)]  # type: ignore[attr-defined]
    for n in range(at.childCount()):  # type: ignore[attr-defined]
        child = at.child(n)  # type: ignore[attr-defined]
        found += _names(child) if child is not None else []
    return found


def test_signature_and_names_offer_no_reason_in_the_list(desk: Desk) -> None:
    desk.checks.show_check("R-136/0")
    assert desk.checks.ways.action.isHidden()
    assert not desk.checks.ways.go.isHidden()


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
