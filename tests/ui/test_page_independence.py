"""Stage 2: what its cards say, what a new record begins with, and everything an author does there by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from by_keys import fill, focused, press, push, tab_to, write
from factories import record, review, with_values
from form_tools import Asked, built, not_reached, the_list
from looks import faults, settle, unnamed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.kinds.notices import EACH_ANSWERED
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from imr_desk.session import Session
from ui.pages.independence import IndependencePage
from ui.pages.independence_cards import (
    declaration_cards,
    in_short,
    next_declaration,
    next_notice,
    next_process,
    notice_cards,
    process_cards,
)
from ui.pages.independence_sections import ProcessList
from ui.pages.registry import page_class
from ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier
SAMPLE, HOME_OFFICE = Review.of(cps_records()), Review.of(ho_records())
CPS = record("review", "review", agency="cps")


@pytest.fixture
def page(show: Callable[..., None]) -> IndependencePage:
    return built(IndependencePage(), SAMPLE, show)


# ---- what is there
def test_independence_page_is_the_page_of_stage_2_and_holds_every_field_of_it_once() -> None:
    assert page_class(2) is IndependencePage
    for kind in kinds_of_stage(2):
        for field in kind.fields:
            holding = [each for each in IndependencePage.sections if each.covers(kind.name, field.name)]
            assert len(holding) == 1, (kind.name, field.name)


@pytest.mark.parametrize("sample", [SAMPLE, HOME_OFFICE], ids=["cps", "ho"])
def test_every_filled_field_of_the_sample_is_reached_on_the_page(page: IndependencePage, sample: Review) -> None:
    assert not_reached(page, sample) == []


def test_page_in_short_counts_in_words_and_says_nothing_of_an_empty_page() -> None:
    assert in_short(SAMPLE) == "3 declarations · 6 notices · 11 processes answered · 1 running · 1 possible"
    assert in_short(review()) == ""


@pytest.mark.parametrize(("wide", "high"), [(760, 700), (560, 540)])
def test_independence_nothing_is_cut_and_everything_is_named(page: IndependencePage, wide: int, high: int) -> None:
    page.resize(wide, high)
    settle()
    assert faults(page) == []
    assert unnamed(page) == []


# ---- cards
def test_declaration_card_asks_each_for_what_is_theirs_to_declare() -> None:
    bare = review(
        CPS,
        record("declaration", "DEC-1", part="author"),
        record("declaration", "DEC-2", part="counter_signatory", declared_on="2014-03-26"),
    )
    author, manager = (declaration_cards(bare)(bare[each]) for each in ("DEC-1", "DEC-2"))
    assert author.warning.startswith("Not said yet: No direct involvement; No line management; No connection;")
    assert author.state is not None
    assert author.state.words == "Not dated yet"
    assert manager.warning == "Not said yet: Conflicts of interest"
    assert manager.state is not None
    assert manager.state.words == "Declared 26 March 2014"


def test_representative_of_the_home_office_declares_as_the_author_does() -> None:
    bare = review(record("review", "review", agency="ho"), record("declaration", "DEC-1", part="panel_member"))
    assert "No line management" in declaration_cards(bare)(bare["DEC-1"]).warning
    ours = with_values(bare, "review", agency="cps")
    assert "No line management" not in declaration_cards(ours)(ours["DEC-1"]).warning


def test_notice_to_the_same_person_as_the_line_manager_wants_no_date() -> None:
    held = review(record("notification", "NOT-01", recipient="scs_childrens_lead", same_person=True))
    state = notice_cards(held)(held["NOT-01"]).state
    assert state is not None
    assert state.words == "Told as the line manager"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Not answered yet"),
        ({"status": "none"}, "None"),
        ({"status": "running", "started": "2014-02-14"}, "Running since 14 February 2014"),
        ({"status": "possible"}, "Possible"),
        ({"status": "ended", "ended": "2014-08-29"}, "Ended 29 August 2014"),
    ],
)
def test_process_card_says_how_it_stands(values: dict[str, str], words: str) -> None:
    held = review(record("parallel_process", "PAR-01", process="coroner", **values))
    card = process_cards(held)(held["PAR-01"])
    assert card.state is not None
    assert (card.title, card.state.words) == ("Coroner", words)
    assert card.warning == "No day on which this was looked into"


# ---- what a new record begins with
def test_new_declaration_is_of_who_has_not_declared() -> None:
    assert next_declaration(review()) == {"part": "author"}
    assert next_declaration(review(record("declaration", "DEC-1", part="author"))) == {"part": "counter_signatory"}
    assert next_declaration(SAMPLE) == {}


def test_new_notice_is_to_the_next_who_has_to_be_told_by_this_agency() -> None:
    assert next_notice(review(CPS)) == {"recipient": "coo", "to_role": "Chief Operating Officer"}
    assert next_notice(review(CPS, record("notification", "NOT-01", recipient="coo"))) == {}
    assert next_notice(review(record("review", "review", agency="ho")))["recipient"] == "scs_line_manager"
    assert next_notice(review()) == {}


def test_new_process_is_of_the_next_kind_that_has_no_answer() -> None:
    assert next_process(review()) == {"process": "criminal proceedings"}
    assert next_process(SAMPLE) == {}


def test_every_kind_of_process_is_listed_at_once_and_nothing_twice(page: IndependencePage) -> None:
    register = the_list(page, "parallel_process")
    assert isinstance(register, ProcessList)
    assert register.add_all.isHidden()
    held = review(CPS, record("parallel_process", "PAR-01", process="coroner"))
    page.show_review(held)
    assert not register.add_all.isHidden()
    asked: list[tuple[str, object]] = []
    page.records_requested.connect(lambda kind, rows, _others: asked.append((kind, rows)))
    register.add_all.click()
    left = tuple({"process": each} for each in EACH_ANSWERED if each != "coroner")
    assert asked == [("parallel_process", left)]


def test_contact_chip_leads_to_the_contact(page: IndependencePage) -> None:
    from ui.widgets.chips import Chip

    asked = Asked(page)
    the_list(page, "parallel_process").item("PAR-01").findChildren(Chip)[0].click()
    assert [place.kind for place in asked.places] == ["contact"]


# ---- by keyboard alone
@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Program, Path, bytes]]:
    """A new review in the program, at the head of ‘Independence and notices’."""
    path, key = review_in(tmp_path, "")
    with running(ScriptedAsk()) as made:
        open_by_key(made, path, key, stage=1)
        in_use(qtbot, made)
        press(Qt.Key.Key_2, CTRL)
        made.window.focus_page()
        QApplication.processEvents()
        yield made, path, key


def held(program: Program) -> Review:
    assert program.review is not None
    return program.review.bridge.review


def test_stage_2_is_filled_changed_undone_and_reopened_by_keyboard_alone(empty: tuple[Program, Path, bytes]) -> None:
    program, path, key = empty
    push("Add a declaration")
    assert held(program).all("declaration")[0].text("part") == "author"
    fill("Declared on", "26 March 2014")
    fill("No direct involvement", "None with the case, the child or the family.")
    press(Qt.Key.Key_Escape)
    assert focused().accessibleName() == "Change: Author"
    push("Add a notice")
    fill("Date", "13/3/2014")
    fill("To (post)", "Board manager")
    press(Qt.Key.Key_Escape)
    push("Add a contact")
    fill("About", "The date of the first meeting.")
    press(Qt.Key.Key_Escape)
    push("List every kind still to be answered")
    assert [each.text("process") for each in held(program).all("parallel_process")] == list(EACH_ANSWERED)
    assert focused().accessibleName() == "Change: Criminal proceedings"
    press(Qt.Key.Key_Space)
    tab_to("Status")
    write("Running")
    press(Qt.Key.Key_Return)
    fill("Checked on", "2 December 2014")
    fill("Body", "Crown Court 1")
    press(Qt.Key.Key_Z, CTRL)
    assert "body" not in held(program).all("parallel_process")[0]
    press(Qt.Key.Key_Y, CTRL)
    program.review.pages.flush()  # type: ignore[union-attr]
    program.review.close()  # type: ignore[union-attr]
    program.review = None
    session = Session.open(path, raw_key=key)
    kept, process = session.review, session.review.all("parallel_process")[0]
    session.close()
    assert kept.all("declaration")[0].text("no_direct_involvement") == "None with the case, the child or the family."
    assert str(kept.all("notification")[0].day("date")) == "2014-03-13"
    assert kept.all("contact_note")[0].text("about") == "The date of the first meeting."
    assert (process.text("status"), process.text("body")) == ("running", "Crown Court 1")
    assert str(process.day("checked_on")) == "2014-12-02"


def test_declaration_deleted_by_keyboard_is_put_back_by_undo(empty: tuple[Program, Path, bytes]) -> None:
    program, _, _ = empty
    push("Add a declaration")
    push("Delete")
    assert held(program).all("declaration") == ()
    assert focused().accessibleName() == "Put it back"
    press(Qt.Key.Key_Z, CTRL)
    assert len(held(program).all("declaration")) == 1
