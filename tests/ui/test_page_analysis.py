"""What the page of the analysis shows, where it leads, and how the evidence stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from factories import record, review, signed_review, with_record, with_values
from form_tools import Asked
from looks import SIZES, look_at, settle, unnamed
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Batch, Link, SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui import theme
from ui.forms.record_list import RecordList
from ui.pages.analysis import AnalysisPage
from ui.pages.analysis_paragraph import ParagraphItem
from ui.theme import Look
from ui.tokens import tokens

Show = Callable[..., None]
SAMPLE = Review.of(cps_records(after=True))


def small() -> Review:
    return review(
        record("question", "Q-1", number=1, text="Was the safety of the child considered?"),
        record("question", "Q-2", number=2, text="Was the family supported?"),
        record("entry", "CE-001", date="3 June 2013", event="A telephone call about bail.", questions=("Q-1",)),
        record("entry", "CE-002", date="4 June 2013", event="A letter to the family.", learned_on="2013-07-09"),
        record("record", "REC-01", description="Case record"),
        record("section", "SEC-1", question="Q-1", heading="Bail"),
        record("paragraph", "AN-1", section="SEC-1", part="what happened", text="Bail was varied.", refs=("CE-002",)),
        record("paragraph", "AN-2", section="SEC-1", part="what happened", text="No reason is recorded."),
        record("paragraph", "AN-3", section="SEC-1", part="finding", text="It was not safe."),
    )


@pytest.fixture
def page(show: Show) -> AnalysisPage:
    made = AnalysisPage()
    made.show_review(small())
    show(made, 1000, 700)
    made.build_all()
    made.evidence.refresh()
    settle()
    return made


def item(page: AnalysisPage, record_id: str) -> ParagraphItem:
    found = page._item(record_id)
    assert found is not None
    return found


def cards(page: AnalysisPage) -> list[str]:
    rows = page.evidence.rows
    return [str(rows.data(rows.index(at, 0), Qt.ItemDataRole.AccessibleTextRole)) for at in range(rows.rowCount())]


# ---- what is shown
def test_page_says_of_each_question_how_it_stands_and_offers_to_begin(page: AnalysisPage) -> None:
    assert [each.words() for each in page.outline.links] == ["Question 1: Bail", "Question 2"]
    assert [each.said for each in page.written] == ["3 paragraphs · 2 without evidence · 11 words", "Not begun"]
    asked = Asked(page)
    composed: list[object] = []
    page.composed.connect(composed.append)
    assert page.focus_place(Place("section", "", "question", ""))
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Begin the section for question 2"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert len(composed) == 1
    assert asked.operations == []


def test_page_shows_every_record_of_its_stage(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(SAMPLE)
    show(page, 1000, 700)
    page.build_all()
    settle()
    lists = {each.kind.name: each for each in page.findChildren(RecordList)}
    for kind in kinds_of_stage(6):
        assert kind.name in page.kinds
        for each in SAMPLE.all(kind.name):
            if kind.name in ("paragraph", "summary"):
                assert item(page, each.id).box.plain() == each.text("text")
            elif kind.name != "section":
                assert kind.single or lists[kind.name].item(each.id)
    assert {each.key.section for each in page.written} == {each.id for each in SAMPLE.all("section")}
    assert unnamed(page) == []


def fields_of_stage() -> list[tuple[str, str]]:
    hidden = {("paragraph", "section"), ("paragraph", "part"), ("context", "section_55")}
    pairs = [(kind.name, field.name) for kind in kinds_of_stage(6) for field in kind.fields]
    return [pair for pair in pairs if pair not in hidden]


@pytest.mark.parametrize("kind", [kind.name for kind in kinds_of_stage(6)])
def test_page_leads_to_every_field_of_its_stage(kind: str, show: Show) -> None:
    page = AnalysisPage()
    page.show_review(SAMPLE)
    show(page, 1000, 700)
    record_id = SAMPLE.all(kind)[0].id
    for _, field in [pair for pair in fields_of_stage() if pair[0] == kind]:
        assert page.focus_place(Place(kind, record_id, field, "")), field
        settle()
        focus = page.focusWidget()
        assert focus is not None
        assert focus.accessibleName(), field


def test_review_without_questions_says_where_they_are_written(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(review())
    show(page, 1000, 700)
    settle()
    assert page.empty.isVisible()
    assert page.outline.isHidden()
    asked = Asked(page)
    page.empty.findChildren(type(page.episode))[0].click()
    assert asked.places == [Place("question", "", "", "")]


def test_paragraphs_of_no_section_stand_at_the_end_and_can_be_moved(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(with_record(small(), record("paragraph", "AN-9", text="Left over.")))
    show(page, 1000, 700)
    page.build_all()
    assert page.written[-1].head.words() == "Paragraphs of no section"
    asked = Asked(page)
    choose(page, "AN-9", "Move to section", "Question 1: Bail")
    assert isinstance(asked.operations[0], SetFields | Batch)


def test_signed_report_is_read_and_not_written(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(signed_review())
    show(page, 1000, 700)
    page.build_all()
    settle()
    first = page.findChildren(ParagraphItem)[0]
    assert first.box.isReadOnly()
    assert not first.link.isVisible()
    assert page.sealed_notice.isVisible()
    assert not page.episode.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_page_at_every_size_cuts_nothing_off(size: QSize, show: Show) -> None:
    page = AnalysisPage()
    page.show_review(SAMPLE)
    show(page, size.width() - 56, size.height() - 150)
    page.build_all()
    page.evidence.refresh()
    assert look_at(page, QSize(size.width() - 56, size.height() - 150)) == []


def test_page_with_the_largest_text_cuts_nothing_off(show: Show, qapp: object) -> None:
    theme.put_on(qapp, Look("light", tokens().colours["light"], 150))  # type: ignore[arg-type]
    page = AnalysisPage()
    page.show_review(small())
    show(page, 900, 500)
    page.build_all()
    assert look_at(page, QSize(900, 500)) == []


# ---- evidence
def test_evidence_of_the_question_comes_first_and_says_how_it_is_used(page: AnalysisPage) -> None:
    item(page, "AN-2").go_to()
    page.evidence.refresh()
    assert page.evidence.title.text() == "Evidence for question 1"
    assert page.evidence.lead.text() == "1 entry · 1 not used yet"
    assert cards(page)[:3] == [
        "CE-001 · 3 June 2013. A telephone call about bail. Not used yet",
        "CE-002 · 4 June 2013. A letter to the family. Used in this section",
        "REC-01 · Case record. Record. Not used yet",
    ]
    item(page, "AN-1").go_to()
    page.evidence.refresh()
    assert cards(page)[1].endswith("Linked to this paragraph")


def test_evidence_not_used_yet_is_counted_and_shown_alone(page: AnalysisPage) -> None:
    assert page.evidence.unused.words() == "Not used yet · 2"
    page.evidence.unused.click()
    assert [each.partition(" ")[0] for each in cards(page)] == ["CE-001", "REC-01"]


def test_evidence_is_found_by_its_words_its_kind_and_its_reference(page: AnalysisPage) -> None:
    for words, found in (("telephone", "CE-001"), ("record case", "REC-01"), ("ce-002", "CE-002")):
        page.evidence.search.setText(words)
        page.evidence.refresh()
        assert [each.partition(" ")[0] for each in cards(page)] == [found]
    page.evidence.search.setText("nothing like it")
    page.evidence.refresh()
    assert cards(page) == []


def test_linking_asks_for_it_once_and_a_second_time_takes_it_away(page: AnalysisPage) -> None:
    asked = Asked(page)
    item(page, "AN-1").go_to()
    page.evidence.refresh()
    page.evidence.list.setFocus()
    page.evidence.list.setCurrentIndex(page.evidence.rows.index(1, 0))
    assert page.evidence.link.words() == "Unlink"
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Return)
    assert asked.operations == [Link("paragraph", "AN-1", "refs", "CE-002", add=False)]


def test_chip_of_what_was_learned_later_says_when(page: AnalysisPage) -> None:
    assert item(page, "AN-1").chips[0].words() == "CE-002 · 4 June 2013 · learned 9 July 2013"
    assert item(page, "AN-2").chips[0].words() == "No evidence yet"


def test_statement_without_a_source_is_listed_from_its_menu(page: AnalysisPage) -> None:
    asked = Asked(page)
    choose(page, "AN-2", "List as a statement without a source")
    assert asked.operations == [Link("accuracy", "accuracy", "unsourced", "AN-2", add=True)]
    page.show_review(with_values(small(), "accuracy", unsourced=("AN-2",)))
    assert item(page, "AN-2").chips[0].words() == "No evidence, and listed so"


def choose(page: AnalysisPage, record_id: str, *words: str) -> None:
    """Choose something in the menu of a paragraph."""
    menu = QMenu()
    item(page, record_id).menu_wanted.emit(menu)
    inner: QMenu | None = menu
    for name in words[:-1]:
        assert inner is not None
        inner = next(each.menu() for each in inner.actions() if each.text() == name)  # type: ignore[assignment]
    assert inner is not None
    next(each for each in inner.actions() if each.text() == words[-1]).trigger()
    menu.deleteLater()


def test_part_is_changed_from_the_menu(page: AnalysisPage) -> None:
    asked = Asked(page)
    choose(page, "AN-2", "Belongs to", "Resources")
    assert asked.operations == [SetFields("paragraph", "AN-2", {"part": "resources"})]


# ---- smoothness
def test_typing_asks_for_nothing_and_shows_nothing_before_the_pause(
    page: AnalysisPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, shown = Asked(page), []
    monkeypatch.setattr(AnalysisPage, "show_review", lambda *_args, **_more: shown.append(1))
    item(page, "AN-2").go_to(-1)
    for letter in " And so it went on.":
        QTest.keyClick(item(page, "AN-2").box, letter)
    settle()
    assert asked.operations == []
    assert shown == []
    page.flush()
    assert asked.operations == [SetFields("paragraph", "AN-2", {"text": "No reason is recorded. And so it went on."})]


def test_caret_is_kept_in_sight_while_a_paragraph_grows(page: AnalysisPage) -> None:
    box = item(page, "AN-3").box
    item(page, "AN-3").go_to(-1)
    for _ in range(30):
        QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        settle()
        port = page.frame.scroller.viewport()
        caret = box.mapTo(page, box.caret().center()) - port.mapTo(page, port.rect().topLeft())
        assert 0 <= caret.y() <= port.height()


def test_long_section_is_made_bit_by_bit_and_nothing_in_sight_moves(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(SAMPLE)
    show(page, 1000, 700)
    assert len(page.findChildren(ParagraphItem)) < 10
    assert page.focus_place(Place("paragraph", "AN-4.5", "text", ""))
    settle()
    before = item(page, "AN-4.5").mapTo(page, item(page, "AN-4.5").rect().topLeft()).y()
    page.build_all()
    while page._idle.isActive():
        settle()
    after = item(page, "AN-4.5").mapTo(page, item(page, "AN-4.5").rect().topLeft()).y()
    assert after == before or page.frame.scroller.verticalScrollBar().value() > 0


def test_opening_stage_six_in_the_program_shows_questions_first(tmp_path: Path) -> None:
    path, key = review_in(tmp_path)
    with running(ScriptedAsk()) as program:
        open_by_key(program, path, key, 6)
        settle()
        page = program.window.page(6)
        assert isinstance(page, AnalysisPage)
        assert page.evidence.title.text() == "Evidence for question 1"
        assert page.second_pane is page.evidence


def test_click_on_the_button_of_a_card_links_it(page: AnalysisPage) -> None:
    asked, shown = Asked(page), page.evidence.list
    item(page, "AN-2").go_to()
    page.evidence.refresh()
    row = shown.visualRect(page.evidence.rows.index(0, 0))
    button = shown._delegate.button_in(row, linked=False)
    assert min(button.width(), button.height()) >= 24
    assert row.contains(button)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(40, 20))
    assert asked.operations == []
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert asked.operations == [Link("paragraph", "AN-2", "refs", "CE-001", add=True)]
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert len(asked.operations) == 1


def test_linking_with_the_filter_on_goes_on_to_the_next_card(page: AnalysisPage) -> None:
    page.change_requested.connect(lambda *_: page.show_review(with_values(small(), "AN-2", refs=("CE-001",))))
    item(page, "AN-2").go_to()
    page.evidence.unused.click()
    page.evidence.list.setFocus()
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Return)
    assert page.evidence.current() == "REC-01"
    assert page.evidence.unused.words() == "Not used yet · 1"
    assert page.evidence.list.hasFocus()


def test_empty_paragraph_says_what_belongs_into_it(show: Show) -> None:
    page = AnalysisPage()
    page.show_review(with_values(small(), "AN-3", text=None))
    show(page, 1000, 700)
    assert item(page, "AN-3").box.placeholderText() == "What you find, of persons and of the organisation"
