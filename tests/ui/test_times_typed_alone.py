"""The box for the time of an entry: what stands there is a time, never another day or a year."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.editors.when import WhenEditor


def typed(qtbot: QtBot, date: str, time: str) -> WhenEditor:
    editor = WhenEditor()
    qtbot.addWidget(editor)
    editor.date.setText(date)
    editor.time.setText(time)
    return editor


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("14.05", "14:05"),
        ("10.11", "10:11"),
        ("1405", "14:05"),
        ("0905", "09:05"),
        ("2012", "20:12"),
        ("about 14.05", "14:05"),
        ("9.30", "09:30"),
        ("9.30am", "09:30"),
        ("14:05 to 15:10", "14:05"),
    ],
)
def test_time_in_its_box_is_read_as_one_of_the_day_typed(qtbot: QtBot, words: str, time: str) -> None:
    editor = typed(qtbot, "12 March 2011", words)
    assert editor.find_problem() == ""
    known = editor.value()
    assert known is not None
    assert (known.time, str(known.earliest), str(known.latest)) == (time, "2011-03-12", "2011-03-12")


@pytest.mark.parametrize("words", ["13.2", "14.05.2011", "2460", "May"])
def test_other_days_in_the_box_of_the_time_are_refused_in_words(qtbot: QtBot, words: str) -> None:
    editor = typed(qtbot, "12 March 2011", words)
    assert editor.find_problem() == f"‘{words}’ is no time. Write it like 14:05."
    assert editor.value() is None


@pytest.mark.parametrize("words", ["tea time", "afternoon"])
def test_words_for_a_time_of_day_are_kept(qtbot: QtBot, words: str) -> None:
    editor = typed(qtbot, "12 March 2011", words)
    known = editor.value()
    assert editor.find_problem() == ""
    assert known is not None
    assert known.words == f"12 March 2011, {words}"
