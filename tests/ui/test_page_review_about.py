"""Stage 1, ‘The review’: building, links, folding, places, Tab, and how it looks at every size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_tools import field_in
from looks import SIZES, faults, look_at, settle, unnamed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from review_page import SAMPLE, SIGNED, built_page, in_sight, questions, rest, section
from shell_sample import sample_state

from imr_desk.guidance.facts import Place
from imr_desk.review.review import Review
from ui import theme
from ui.forms.record_item import RecordItem
from ui.main_window import MainWindow
from ui.pages.review import ReviewPage
from ui.theme import Look
from ui.tokens import tokens
from ui.widgets.labels import Label
from ui.widgets.tab_order import tab_stops


@pytest.fixture
def page(show: Callable[..., None]) -> ReviewPage:
    """The page with the sample in it, all of it built."""
    return built_page(show)


def test_only_what_is_in_sight_is_built_at_first_and_the_rest_follows(show: Callable[..., None], qtbot: QtBot) -> None:
    made = ReviewPage()
    made.show_review(SAMPLE)
    assert not any(part.built for part in made.parts)
    show(made, 760, 700)
    assert made.parts[0].built
    assert not made.parts[-1].built
    qtbot.waitUntil(lambda: all(part.built is part.opened for part in made.parts))


def test_building_above_what_is_in_sight_moves_nothing(show: Callable[..., None]) -> None:
    made = ReviewPage()
    made.show_review(SAMPLE)
    show(made, 760, 700)
    made._idle.stop()
    last = section(made, "Guidance used")
    made.links[made.parts.index(last)].click()
    settle()
    made._idle.stop()
    place = last.mapTo(made, QPoint(0, 0)).y()
    for part in made.parts:
        made._build(part)
    settle()
    assert last.mapTo(made, QPoint(0, 0)).y() == pytest.approx(place, abs=2)


def test_links_at_the_head_lead_to_every_section(page: ReviewPage) -> None:
    assert [link.words() for link in page.links] == [part.spec.heading for part in page.parts]
    for link, part in zip(page.links, page.parts, strict=True):
        link.click()
        settle()
        assert part.head.hasFocus()
        assert in_sight(page, part.head), part.spec.heading


def test_section_folds_and_opens_by_keyboard_and_place(page: ReviewPage) -> None:
    part = section(page, "Marking")
    part.head.setFocus()
    QTest.keyClick(part.head, Qt.Key.Key_Space)
    assert not part.opened
    assert "Folded" in part.head.accessibleDescription()
    assert not field_in(page, "review", "handling_line").isVisible()
    assert page.focus_place(Place("review", "review", "handling_line", ""))
    settle()
    assert part.opened
    row = field_in(page, "review", "handling_line")
    assert row.isAncestorOf(QApplication.focusWidget())
    assert in_sight(page, row)


def test_section_that_is_rarely_needed_is_folded_and_opens_for_a_place(page: ReviewPage) -> None:
    folded = [part.spec.heading for part in page.parts if not part.opened]
    assert folded == [
        "Extension", "Taking part", "People of other agencies", "Abbreviations", "Retention", "About this file",
    ]  # fmt: skip
    assert page.focus_place(Place("retention", "retention", "set_by", ""))
    settle()
    assert section(page, "Retention").opened


def test_what_a_new_review_needs_stands_first(page: ReviewPage) -> None:
    assert [part.spec.heading for part in page.parts][:6] == [
        "What was asked for", "Risk now", "The letter", "The decision", "Period and scope", "Terms of reference",
    ]  # fmt: skip
    groups = [label.text() for label in page.findChildren(Label) if label.role == "caption" and label.text()]
    assert groups[:3] == ["To begin with", "People and bodies", "The report and this file"]


def test_place_of_a_record_still_to_be_made_leads_to_the_button_that_adds_it(page: ReviewPage) -> None:
    assert page.focus_place(Place.without("question", "text", ""))
    assert questions(page).add.hasFocus()
    assert page.focus_place(Place("period", "", "start", ""))
    assert field_in(page, "period", "start").isAncestorOf(QApplication.focusWidget())


def test_place_that_is_not_on_the_page_is_refused(page: ReviewPage) -> None:
    assert not page.focus_place(Place("entry", "CE-001", "event", ""))
    assert not page.focus_place(Place("question", "Q-99", "text", ""))


def test_tab_goes_through_the_page_in_reading_order(page: ReviewPage) -> None:
    questions(page).item("Q-2").open()
    settle()
    stops = [stop for stop in tab_stops(page) if stop.isVisible() and stop.isEnabled()]
    places = [stop.mapTo(page.frame.scroller.widget(), QPoint(0, 0)) for stop in stops]
    lines = [place.y() for place in places]
    assert len(stops) > 150
    late = [(stop.accessibleName(), at) for at, stop in enumerate(stops[1:], 1) if lines[at] < lines[at - 1] - 140]
    assert late == []  # within a card its chips come before the button beside them
    chain, wanted = [stops[0]], set(stops)
    while (following := chain[-1].nextInFocusChain()) is not None and len(chain) < 5_000:
        chain.append(following)
        if following is stops[0]:
            break
    assert [each for each in chain[:-1] if each in wanted] == stops


def test_keyboard_alone_goes_from_the_head_into_the_first_fields(page: ReviewPage) -> None:
    page.links[0].setFocus()
    QTest.keyClick(page.links[0], Qt.Key.Key_Space)
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Agency"


def test_every_input_has_a_name(page: ReviewPage) -> None:
    for item in page.findChildren(RecordItem):
        item.open()
    settle()
    assert unnamed(page) == []


# ---- looks
@pytest.mark.parametrize(("colours", "scale"), [("light", 100), ("dark", 100), ("high-contrast", 100), ("light", 150)])
@pytest.mark.parametrize("shown", [SAMPLE, SIGNED], ids=["open", "signed"])
def test_look_has_no_fault_at_any_size(
    qapp: QApplication, show: Callable[..., None], colours: str, scale: int, shown: Review
) -> None:
    theme.put_on(qapp, Look(colours, tokens().colours[colours], scale))
    window, made = MainWindow(), ReviewPage()
    window.set_actions({})
    window.show_state(sample_state())
    made.show_review(shown)
    window.set_page(1, made)
    window.show_page(1)
    show(window)
    made.build_all()
    for item in made.findChildren(RecordItem)[::6]:
        item.open()
    for size in SIZES:
        window.resize(size)
        rest()
        assert look_at(window, size) == []


def test_look_text_made_larger_on_an_open_page_has_no_fault(qapp: QApplication, page: ReviewPage) -> None:
    theme.put_on(qapp, Look("dark", tokens().colours["dark"], 130))
    rest()
    assert faults(page) == []
