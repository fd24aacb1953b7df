"""The picture of the family tree on ‘The review’: chosen, dropped, shown small with its description, and taken out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, page_shown, review_in, running

from imr_desk.review.review import Review
from ui.pages.genogram_picture import PicturePart
from ui.pages.review import ReviewPage
from ui.program import Program

LETGO = Qt.DropAction.CopyAction


@pytest.fixture
def program(ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with running(ask) as made:
        open_by_key(made, *review_in(tmp_path), stage=1)
        made.window.resize(1280, 800)
        part = part_of(made, qtbot)
        qtbot.waitUntil(lambda: not part.view.is_empty)
        yield made


def review_of(program: Program) -> Review:
    assert program.review is not None
    return program.review.bridge.review


def page_of(program: Program) -> ReviewPage:
    return page_shown(program, ReviewPage)


def part_of(program: Program, qtbot: QtBot) -> PicturePart:
    page = page_of(program)
    section = next(each for each in page.parts if each.spec.covers("genogram", "text"))
    section.open() if hasattr(section, "open") else None
    qtbot.waitUntil(lambda: bool(page.findChildren(PicturePart)))
    return page.findChildren(PicturePart)[0]


def picture(folder: Path, name: str = "tree.png", form: str = "PNG") -> Path:
    path = folder / name
    with io.BytesIO() as out:
        Image.new("RGB", (900, 300), "navy").save(out, form)
        path.write_bytes(out.getvalue())
    return path


def drop(page: ReviewPage, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), LETGO, data, buttons, keys)
    enter.setAccepted(False)
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPoint(20, 20), LETGO, data, buttons, keys))
        QApplication.processEvents()
    return enter.isAccepted()


def test_picture_of_the_sample_is_shown_small_with_its_description(program: Program, qtbot: QtBot) -> None:
    part = part_of(program, qtbot)
    assert part.view.accessibleDescription().startswith("Family tree.")
    assert part.view.sizeHint().width() <= 440
    assert part.missing.isHidden()


def test_picture_that_is_chosen_is_kept_shown_and_one_step_of_undo(
    program: Program, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    part, before = part_of(program, qtbot), review_of(program).one("genogram").text("picture_sha256")
    ask.files = [picture(tmp_path, "tree.jpg", "JPEG")]
    part.choose.click()
    qtbot.waitUntil(lambda: review_of(program).one("genogram").text("picture_sha256") != before)
    about = review_of(program).one("genogram")
    document = review_of(program)[about.link("picture")]
    assert (document.text("media_type"), document.text("sha256")) == ("image/jpeg", about.text("picture_sha256"))
    qtbot.waitUntil(lambda: not part.view.is_empty)
    assert program.review is not None
    program.review.bridge.undo()
    assert review_of(program).one("genogram").text("picture_sha256") == before


def test_picture_that_is_dropped_on_the_page_is_kept(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    before = review_of(program).one("genogram").text("picture_sha256")
    assert drop(page_of(program), picture(tmp_path))
    qtbot.waitUntil(lambda: review_of(program).one("genogram").text("picture_sha256") != before)


def test_other_files_are_not_taken_by_the_page(program: Program, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-")
    assert not drop(page_of(program), letter)


def test_file_that_is_no_picture_is_told_at_the_place_and_changes_nothing(
    program: Program, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    part, before = part_of(program, qtbot), review_of(program)
    wrong = tmp_path / "tree.png"
    wrong.write_text("no picture")
    ask.files = [wrong]
    part.choose.click()
    qtbot.waitUntil(lambda: "is not a picture that can be read" in part.notice.words())
    assert review_of(program) is before


def test_picture_taken_out_stays_among_the_kept_documents(program: Program, qtbot: QtBot) -> None:
    part = part_of(program, qtbot)
    part.take_out.click()
    about = review_of(program).one("genogram")
    assert (about.link("picture"), about.text("picture_sha256")) == ("", "")
    assert [each.id for each in review_of(program).all("document")] == ["DOC-001"]
    qtbot.waitUntil(lambda: part.view.is_empty)
    assert part.take_out.isHidden()
    assert part.missing.isHidden()


def test_dialog_that_is_left_changes_nothing(program: Program, ask: ScriptedAsk, qtbot: QtBot) -> None:
    before = review_of(program)
    part_of(program, qtbot).choose.click()
    assert review_of(program) is before
