"""After how long a review locks by itself: seen counting down in the foot, chosen, remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.paths import config_folder
from ui.ask import Answer, Question
from ui.dialogs.question import QuestionDialog
from ui.locking import IdleLock
from ui.program import Program
from ui.settings import LOCK_MINUTES, SettingsFile


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with running(ask, None) as made:
        open_by_key(made, *review_in(tmp_path))
        qtbot.waitUntil(lambda: made.leaving.idle is not None and made.leaving.idle.timer.isActive())
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def idle_of(program: Program) -> IdleLock:
    assert program.leaving.idle is not None
    return program.leaving.idle


def foot(program: Program) -> str:
    return program.window.desk.status.accessibleName()


def test_lock_comes_after_ten_minutes_where_nothing_was_chosen(program: Program, qtbot: QtBot) -> None:
    assert idle_of(program).minutes == 10
    qtbot.waitUntil(lambda: "Locks in 10 min" in foot(program))


def test_lock_counts_down_in_the_foot_in_seconds_at_last(program: Program, qtbot: QtBot) -> None:
    idle = idle_of(program)
    idle._clock = lambda: idle._last + 600 - 43
    idle.tick()
    qtbot.waitUntil(lambda: "Locks in 43 seconds" in foot(program))
    idle._clock = lambda: idle._last + 599
    idle.tick()
    qtbot.waitUntil(lambda: "Locks in 1 second" in foot(program))
    idle.touch()
    idle._clock = lambda: idle._last
    idle.tick()
    qtbot.waitUntil(lambda: "Locks in 10 min" in foot(program))


def test_minutes_that_are_chosen_hold_at_once_and_at_the_next_start(
    program: Program, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    ask.answers.append("20")
    actions = program.window.actions_shown
    assert actions is not None
    actions["file.lock_after"].trigger()
    assert [each.id for each in ask.asked[0].answers] == [str(each) for each in LOCK_MINUTES]
    assert ask.asked[0].safe == "10"
    assert idle_of(program).minutes == 20
    qtbot.waitUntil(lambda: "Locks in 20 min" in foot(program))
    assert SettingsFile().now.lock_minutes == 20


def test_minutes_question_closed_without_an_answer_changes_nothing(program: Program) -> None:
    program.leaving.choose_minutes()
    assert idle_of(program).minutes == 10
    assert SettingsFile().now.lock_minutes == 10


@pytest.mark.parametrize("kept", [0, -1, 7, 10_000, "10", True, None])
def test_minutes_that_cannot_be_chosen_count_as_ten(kept: object) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.json").write_text(json.dumps({"lock_minutes": kept}))
    assert SettingsFile().now.lock_minutes == 10


def test_question_with_many_answers_is_high_enough_for_all_of_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers = tuple(Answer(str(each), f"{each} minutes and more") for each in range(6))
    dialog = QuestionDialog(window, Question("When?", "After so long it is locked. " * 4, answers, "0"))
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() >= dialog.heightForWidth(dialog.width())
    dialog.close()
