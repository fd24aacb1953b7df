"""The models behind the lists keep Qt's rules, and tell only of what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from shell_sample import COLUMNS, events, sample_state

from ui.models.rows import RowsModel
from ui.models.stages import StageModel
from ui.shell_state import StageRow, StageState
from ui.widgets.cells import Cell, first_words


class Told:
    """The rows a model told of, and how often it began anew."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.rows: list[int] = []
        self.resets = 0
        model.dataChanged.connect(self.changed)
        model.modelReset.connect(self.reset)

    def changed(self, first: QModelIndex, _last: QModelIndex, _roles: list[int]) -> None:
        self.rows.append(first.row())

    def reset(self) -> None:
        self.resets += 1


FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_stages_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = StageModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(sample_state().stages)
    model.set_rows(sample_state().stages[:4])
    assert model.rowCount() == 4
    assert tester is not None


def test_stages_model_tells_only_of_the_stage_that_changed(qtbot: QtBot) -> None:
    model = StageModel()
    rows = sample_state().stages
    model.set_rows(rows)
    changed = [*rows[:3], replace(rows[3], count="215 entries"), *rows[4:]]
    told = Told(model)
    model.set_rows(tuple(changed))
    assert told.rows == [3]


def test_stages_model_says_a_stage_in_one_sentence(qtbot: QtBot) -> None:
    model = StageModel()
    model.set_rows((StageRow(4, "Chronology", StageState.IN_PROGRESS, "214 entries"), StageRow(5, "Interviews")))
    said = [model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert said == ["Stage 4, Chronology, in progress, 214 entries", "Stage 5, Interviews, not begun"]
    assert isinstance(model.index(0).data(Qt.ItemDataRole.UserRole), StageRow)


def test_rows_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, key=lambda event: event.id)
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(events(5))
    model.set_rows(events(9))
    model.set_rows(())
    assert tester is not None


def test_rows_model_change_of_one_row_is_no_reset(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, key=lambda event: event.id)
    rows = events(50)
    model.set_rows(rows)
    changed = [*rows[:7], replace(rows[7], what="Other words"), *rows[8:]]
    told = Told(model)
    model.set_rows(tuple(changed))
    assert told.rows == [7]
    assert told.resets == 0
    assert model.index(7, 2).data() == "Other words"
    model.set_rows(tuple(reversed(changed)))
    assert told.resets == 1


def test_rows_model_finds_a_row_by_its_key(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, key=lambda event: event.id)
    model.set_rows(events(5))
    assert model.place_of("CE-003") == 2
    assert model.key_at(2) == "CE-003"
    assert model.place_of("CE-999") == -1
    assert model.key_at(-1) == model.key_at(5) == ""


def test_rows_model_screen_reader_hears_the_whole_cell_and_the_key(qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS, key=lambda event: event.id)
    model.set_rows(events(3))
    roles = Qt.ItemDataRole
    assert model.index(2, 1).data(roles.AccessibleTextRole) == "4 May 2025. The day is not on the record"
    assert model.headerData(2, Qt.Orientation.Vertical, roles.DisplayRole) == "CE-003"
    alone = RowsModel(COLUMNS[:1], key=lambda event: event.id)
    alone.set_rows(events(1))
    assert alone.index(0, 0).data(roles.AccessibleDescriptionRole) == ""
    assert model.headerData(2, Qt.Orientation.Horizontal, roles.DisplayRole) == "What happened"


@pytest.mark.parametrize(("words", "shown"), [(3, 3), (60, 60), (61, 60)])
def test_cell_long_text_ends_with_more(words: int, shown: int) -> None:
    text = " ".join(f"word{n}" for n in range(words))
    cut = first_words(text)
    assert cut.startswith(" ".join(f"word{n}" for n in range(shown)))
    assert cut.endswith("more") == (words > 60)
    assert Cell("a", "b").spoken() == "a. b"


def test_place_of_a_row_is_found_again_after_rows_came_went_and_moved() -> None:
    model = RowsModel[str]((), str)
    for rows in (("a", "b", "c"), ("c", "a", "b"), ("a", "b"), ("x", "a", "b", "c"), ()):
        model.set_rows(rows)
        for key in ("b", "b", "c", "a", "", "gone"):
            assert model.place_of(key) == (rows.index(key) if key in rows else -1)
