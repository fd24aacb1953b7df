"""A record that was just added: the keyboard is where its first words go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from form_tools import Keeper
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sample_session import open_sample

from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf, SectionOf
from ui.pages.form_page import FormPage


class Questions(FormPage):
    stage: ClassVar[int] = 1
    kinds: ClassVar[frozenset[str]] = frozenset({"question"})
    sections: ClassVar[tuple[SectionOf, ...]] = (
        SectionOf("Questions", "", (ListOf("question", ListLook(first=lambda _review: {"number": 9})),)),
    )


@pytest.fixture
def questions(tmp_path: Path, show: Callable[..., None]) -> Iterator[RecordList]:
    session = open_sample(tmp_path)
    page = Questions()
    keeper = Keeper(page, session)
    page.build_all()
    show(page, 760, 1400)
    yield page.findChildren(RecordList)[0]
    assert keeper is not None
    session.close()


def test_new_record_with_its_number_given_begins_at_the_words(questions: RecordList) -> None:
    questions.add.setFocus()
    QTest.keyClick(questions.add, Qt.Key.Key_Return)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Question"
