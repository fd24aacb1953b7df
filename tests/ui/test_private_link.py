"""From ‘Subjects and family’ to the private page of real names, and back, in the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sample_session import open_sample
from window_tools import ScriptedAsk, running

from ui.pages.identities import IdentitiesPage
from ui.pages.private_link import PrivateLink
from ui.pages.review import ReviewPage
from ui.program import Program


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        made.open_session(open_sample(tmp_path), 1)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None)
        yield made


def test_link_leads_to_the_private_page_by_keyboard(program: Program) -> None:
    assert program.review is not None
    page = program.review.pages.page
    assert isinstance(page, ReviewPage)
    page.build_all()
    button = page.findChildren(PrivateLink)[0].button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    shown = program.window.findChildren(IdentitiesPage)
    assert len(shown) == 1
    assert shown[0].isVisible()
    assert not page.isVisible()
