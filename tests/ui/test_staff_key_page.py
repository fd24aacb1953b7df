"""The page of the sealed staff key: written and read in the window, and no name stays when it is left."""

from __future__ import annotations

from pathlib import Path

from names_tools import REGISTERED, code, desk, press, session_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_names_register_page import opened
from window_tools import ScriptedAsk

from imr_desk.jobs.staff_key import unseal
from ui.ask import FileKind
from ui.pages.staff_key import StaffKeyPage
from ui.program import Program

SECRET = "heron lantern gravel tuba"


class Files(ScriptedAsk):
    """Gives one file and one passphrase."""

    def __init__(self, path: Path, passphrase: str = SECRET) -> None:
        super().__init__()
        self.path, self.passphrase = path, passphrase

    def save_file(self, title: str, kinds: tuple[FileKind, ...], suggested: Path) -> Path | None:
        return self.path

    def open_file(self, title: str, kinds: tuple[FileKind, ...], folder: Path | None = None) -> Path | None:
        return self.path

    def secret(self, title: str, body: str, label: str) -> str | None:
        return self.passphrase


def key_page(program: Program) -> StaffKeyPage:
    opened(program).staff_key.click()
    QApplication.processEvents()
    page = program.window.desk.body.pages.currentWidget()
    assert isinstance(page, StaffKeyPage)
    return page


def write(qtbot: QtBot, page: StaffKeyPage, names: str) -> None:
    page.list.set_value(names)
    page.post.set_value("Area Business Manager")
    page.secret.first.box.setText(SECRET)
    page.secret.again.box.setText(SECRET)
    page.make.click()
    qtbot.waitUntil(lambda: not page.said.isHidden() or bool(page.list.problem))


def test_key_is_written_read_and_forgotten_on_leaving(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    with desk(qtbot, tmp_path, ask=Files(path)) as program:
        page = key_page(program)
        write(qtbot, page, f"{REGISTERED}\nSomebody Else")
        assert "1 name was sealed" in page.said.text()
        assert "1 line is left out" in page.said.text()
        assert unseal(path, SECRET).entries[0].names == (REGISTERED,)
        assert page.secret.secret() == ""
        kept = session_of(program).review.one("identity_key")
        assert kept.text("staff_key_with") == "Area Business Manager"
        page.open.click()
        qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        assert page.model.cell(0, 0).words == code(program)
        assert page.model.cell(0, 1).words == REGISTERED
        press(Qt.Key.Key_Escape)
        assert not page.isVisible()
        assert page.model.rowCount() == 0


def test_names_of_nobody_registered_and_a_wrong_passphrase_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    ask = Files(path)
    with desk(qtbot, tmp_path, ask=ask) as program:
        page = key_page(program)
        write(qtbot, page, "Somebody Else")
        assert page.list.problem.startswith("No registered name")
        assert not path.exists()
        write(qtbot, page, REGISTERED)
        ask.passphrase = "something quite different"
        page.open.click()
        qtbot.waitUntil(lambda: "does not open" in page.about.text())
        assert page.table.isHidden()
