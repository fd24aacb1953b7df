"""The analysis is written by keyboard alone: paragraphs, their evidence, undo; and it is all there when reopened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from form_tools import clipboard
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import Insert
from imr_desk.review.record import Record
from imr_desk.session import Session
from ui.pages.analysis import AnalysisPage
from ui.pages.chronology import ChronologyPage
from ui.program import Program

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYS = Qt.Key


class Writer:
    """Somebody at the keyboard, on the page of the analysis."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def page(self) -> AnalysisPage:
        page = self.program.window.page(6)
        assert isinstance(page, AnalysisPage)
        return page

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def tab_to(self, name: str, most: int = 80) -> None:
        for _ in range(most):
            if self.focus.accessibleName() == name:
                return
            self.press(KEYS.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}")

    def paragraphs(self) -> tuple[Record, ...]:
        assert self.program.review is not None
        return self.program.review.bridge.review.all("paragraph")

    def written(self) -> list[tuple[str, str]]:
        return [(each.text("part"), each.text("text")) for each in self.paragraphs()]


def begun(path: Path, key: bytes) -> None:
    """A review with two questions and an entry for the first."""
    with_key = Session.open(path, raw_key=key)
    try:
        with_key.run(Insert("question", "Q-1", {"number": 1, "text": "Was the safety of the child considered?"}))
        with_key.run(Insert("question", "Q-2", {"number": 2, "text": "Was the family supported?"}))
        with_key.run(Insert("entry", "CE-001", {"event": "A telephone call about bail.", "questions": ("Q-1",)}))
        with_key.run(Insert("entry", "CE-002", {"event": "A letter to the family."}))
    finally:
        with_key.close()


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, bytes]:
    path, key = review_in(tmp_path, "")
    begun(path, key)
    return path, key


@pytest.fixture
def writer(place: tuple[Path, bytes]) -> Iterator[Writer]:
    with running(ScriptedAsk()) as program:
        yield opened(program, place)


def opened(program: Program, place: tuple[Path, bytes]) -> Writer:
    open_by_key(program, *place, 6)
    program.window.activateWindow()
    for _ in range(20):
        QApplication.processEvents()
    return Writer(program)


def test_two_paragraphs_and_their_evidence_by_keys_are_there_when_reopened(place: tuple[Path, bytes]) -> None:
    with running(ScriptedAsk()) as program:
        writer = opened(program, place)
        writer.tab_to("Question 1")
        writer.press(KEYS.Key_Space)
        assert writer.focus.accessibleName() == "Begin the section for question 1"
        writer.press(KEYS.Key_Space)
        assert writer.focus.accessibleName() == "What happened, paragraph"
        writer.type("Conditions were varied.")
        writer.press(KEYS.Key_Return)
        assert writer.focus.accessibleName() == "What happened, paragraph 2 of 2"
        writer.type("No reason is recorded.")
        link_first_found(writer, "telephone")
        assert writer.focus.accessibleName() == "What happened, paragraph 2 of 2"
        first, second = writer.paragraphs()
        assert (first.text("text"), second.text("text")) == ("Conditions were varied.", "No reason is recorded.")
        assert second.links("refs") == ("CE-001",)
        assert first.links("refs") == ()
        writer.tab_to("CE-001")
        writer.press(KEYS.Key_Space)
        chronology = program.window.page(4)
        assert isinstance(chronology, ChronologyPage)
        assert chronology.pane.record_id == "CE-001"
        assert writer.program.review is not None
        writer.program.review.pages.turn(back=True)
        assert writer.paragraphs()[1].links("refs") == ()
        writer.program.review.pages.turn(back=False)
    with running(ScriptedAsk()) as program:
        writer = opened(program, place)
        assert [text for _, text in writer.written()] == ["Conditions were varied.", "No reason is recorded."]
        assert writer.paragraphs()[1].links("refs") == ("CE-001",)
        assert "2 paragraphs · 1 without evidence · 7 words" in said(writer.page)


def link_first_found(writer: Writer, words: str) -> None:
    """From the paragraph to the evidence and back: search, go into the list, link, Esc."""
    writer.press(KEYS.Key_K, CONTROL)
    assert writer.focus.accessibleName() == "Search the evidence"
    writer.type(words)
    writer.press(KEYS.Key_Return)
    assert writer.focus is writer.page.evidence.list
    writer.press(KEYS.Key_Return)
    writer.press(KEYS.Key_Escape)


def said(page: AnalysisPage) -> list[str]:
    return [each.said for each in page.written]


def write(writer: Writer, *texts: str) -> None:
    """Begin the first section and write paragraphs of ‘What happened’."""
    writer.page.outline.links[0].click()
    writer.press(KEYS.Key_Space)
    for at, text in enumerate(texts):
        if at:
            writer.press(KEYS.Key_Return)
        writer.type(text)
    writer.page.flush()


def test_return_in_the_middle_parts_the_paragraph_and_backspace_joins_it_again(writer: Writer) -> None:
    write(writer, "One. Two.")
    for _ in range(4):
        writer.press(KEYS.Key_Left)
    writer.press(KEYS.Key_Return)
    assert [text for _, text in writer.written()] == ["One.", "Two."]
    assert writer.focus.accessibleName() == "What happened, paragraph 2 of 2"
    writer.type("And t")
    writer.press(KEYS.Key_Delete)
    writer.press(KEYS.Key_Home, CONTROL)
    writer.press(KEYS.Key_Backspace)
    assert [text for _, text in writer.written()] == ["One. And two."]
    writer.type("x")
    writer.page.flush()
    assert [text for _, text in writer.written()] == ["One. xAnd two."]


def test_backspace_in_an_empty_paragraph_removes_it_and_goes_to_the_one_before(writer: Writer) -> None:
    write(writer, "One.")
    writer.press(KEYS.Key_Return)
    assert len(writer.paragraphs()) == 2
    writer.press(KEYS.Key_Backspace)
    assert [text for _, text in writer.written()] == ["One."]
    writer.type(" More.")
    writer.page.flush()
    assert [text for _, text in writer.written()] == ["One. More."]


def test_shift_return_begins_a_line_and_no_paragraph(writer: Writer) -> None:
    write(writer, "One.")
    writer.press(KEYS.Key_Return, SHIFT)
    writer.type("Two.")
    writer.page.flush()
    assert [text for _, text in writer.written()] == ["One.\nTwo."]


def test_alt_and_arrows_move_a_paragraph_and_undo_takes_it_back(writer: Writer) -> None:
    write(writer, "One.", "Two.", "Three.")
    writer.press(KEYS.Key_Up, ALT)
    assert [text for _, text in writer.written()] == ["One.", "Three.", "Two."]
    assert writer.focus.accessibleName() == "What happened, paragraph 2 of 3"
    writer.press(KEYS.Key_Down, ALT)
    assert [text for _, text in writer.written()] == ["One.", "Two.", "Three."]
    assert writer.program.review is not None
    writer.program.review.pages.turn(back=True)
    assert [text for _, text in writer.written()] == ["One.", "Three.", "Two."]
    assert [each.box.plain() for each in shown(writer)] == ["One.", "Three.", "Two."]


def shown(writer: Writer) -> list[object]:
    """The paragraphs of the first section from top to bottom."""
    writing = writer.page.written[0].writing
    assert writing is not None
    settle()
    return sorted(writing._items.values(), key=lambda each: each.y())


def test_paragraph_moved_over_a_heading_first_joins_that_part(writer: Writer) -> None:
    write(writer, "One.")
    writer.tab_to("New paragraph: Finding")
    writer.press(KEYS.Key_Space)
    writer.type("Two.")
    writer.press(KEYS.Key_Up, ALT)
    assert writer.written() == [("what happened", "One."), ("what happened", "Two.")]
    writer.press(KEYS.Key_Up, ALT)
    assert writer.written() == [("what happened", "Two."), ("what happened", "One.")]


def test_arrows_walk_from_paragraph_to_paragraph(writer: Writer) -> None:
    write(writer, "One.", "Two.")
    writer.press(KEYS.Key_Up)
    assert writer.focus.accessibleName() == "What happened, paragraph 1 of 2"
    writer.press(KEYS.Key_Down)
    assert writer.focus.accessibleName() == "What happened, paragraph 2 of 2"


def test_undo_in_a_paragraph_takes_back_typing_first_and_then_the_paragraph(writer: Writer) -> None:
    write(writer, "One.", "Two.")
    assert writer.program.review is not None
    writer.type(" More")
    writer.press(KEYS.Key_Z, CONTROL)
    assert writer.focus.toPlainText() == "Two."  # type: ignore[attr-defined]
    writer.page.flush()
    writer.program.review.pages.turn(back=True)
    writer.program.review.pages.turn(back=True)
    assert [text for _, text in writer.written()] == ["One."]
    assert writer.focus.accessibleName() == "What happened, paragraph"


def test_delete_on_a_chip_takes_the_link_away(writer: Writer) -> None:
    write(writer, "One.")
    link_first_found(writer, "telephone")
    writer.tab_to("CE-001")
    writer.press(KEYS.Key_Delete)
    assert writer.paragraphs()[0].links("refs") == ()
    assert writer.focus.accessibleName() == "Link evidence to: What happened, paragraph"


def test_typed_words_are_kept_two_seconds_after_the_last_key(writer: Writer) -> None:
    write(writer, "One.")
    writer.type(" More.")
    item = shown(writer)[0]
    timer = item.editor.pause_timer  # type: ignore[attr-defined]
    assert timer.isActive()
    assert timer.interval() <= 2000
    timer.timeout.emit()
    assert [text for _, text in writer.written()] == ["One. More."]
    assert writer.focus is item.box  # type: ignore[attr-defined]


def test_coming_back_to_the_page_comes_back_to_the_paragraph(writer: Writer) -> None:
    write(writer, "One.", "Two.")
    writer.press(KEYS.Key_4, CONTROL)
    assert writer.program.review is not None
    assert writer.program.review.pages.stage == 4
    writer.press(KEYS.Key_6, CONTROL)
    assert writer.focus.accessibleName() == "What happened, paragraph 2 of 2"


def test_arrows_walk_from_section_to_section(writer: Writer) -> None:
    write(writer, "One.")
    writer.page.outline.links[1].click()
    writer.press(KEYS.Key_Space)
    writer.type("Two.")
    writer.press(KEYS.Key_Up)
    writer.type("Before ")
    writer.page.flush()
    assert [text for _, text in writer.written()] == ["One.Before ", "Two."]


def test_deleted_section_leaves_its_paragraphs_and_is_put_back_whole(writer: Writer) -> None:
    write(writer, "One.")
    writer.tab_to("More about this section")
    writer.press(KEYS.Key_Space)
    writer.tab_to("Delete the section")
    writer.press(KEYS.Key_Space)
    assert [each.head.words() for each in writer.page.written] == [
        "Question 1",
        "Question 2",
        "Paragraphs of no section",
    ]
    assert writer.page.deleted.isVisible()
    writer.press(KEYS.Key_Space)
    settle()
    assert [each.head.words() for each in writer.page.written] == ["Question 1", "Question 2"]
    assert said(writer.page)[0] == "1 paragraph · 1 without evidence · 1 word"
    assert writer.focus.accessibleName() == "Heading"


def test_summary_is_written_and_linked_like_the_analysis(writer: Writer) -> None:
    part = next(each for each in writer.page.parts if each.head.words() == "Summary of involvement")
    writer.page._go_to_section(part)
    writer.tab_to("Add a paragraph")
    writer.press(KEYS.Key_Space)
    assert writer.focus.accessibleName() == "Summary, paragraph"
    writer.type("The agency advised the police.")
    link_first_found(writer, "telephone")
    assert writer.program.review is not None
    (summary,) = writer.program.review.bridge.review.all("summary")
    assert (summary.text("text"), summary.links("refs")) == ("The agency advised the police.", ("CE-001",))


def test_each_pause_in_the_writing_is_a_step_of_undo_and_the_caret_stays(writer: Writer) -> None:
    write(writer, "One.")
    for words in (" Two.", " Three."):
        writer.type(words)
        shown(writer)[0].editor.commit()  # type: ignore[attr-defined]
    assert writer.program.review is not None
    writer.program.review.pages.turn(back=True)
    assert [text for _, text in writer.written()] == ["One. Two."]
    writer.type("!")
    writer.page.flush()
    assert [text for _, text in writer.written()] == ["One. Two.!"]


def test_paragraphs_pasted_together_become_paragraphs_and_one_undo_takes_them_back(writer: Writer) -> None:
    write(writer, "Before. After.")
    for _ in range(6):
        writer.press(KEYS.Key_Left)
    with clipboard("One.\n\nTwo.\nThree. "):
        writer.press(KEYS.Key_V, CONTROL)
    assert [text for _, text in writer.written()] == ["Before. One.", "Two.", "Three.After."]
    assert [each.box.plain() for each in shown(writer)] == ["Before. One.", "Two.", "Three.After."]  # type: ignore[attr-defined]
    writer.type(" ")
    writer.page.flush()
    assert writer.written()[-1] == ("what happened", "Three. After.")
    assert writer.program.review is not None
    writer.program.review.pages.turn(back=True)
    writer.program.review.pages.turn(back=True)
    assert [text for _, text in writer.written()] == ["Before. After."]
