"""Questions and file pickers as Qt shows them. Tests use a scripted one, so that nothing modal ever waits there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from imr_desk.i18n import tr
from ui.ask import FileKind, Question
from ui.dialogs.question import PlainDialog, QuestionDialog, SecretDialog
from ui.ending import end
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

VEIL_KEYS, LOCK_KEYS = "F12", "Ctrl+L"


class QtAsk:
    """Puts questions over one window."""

    def __init__(
        self, window: QWidget, veil: Callable[[], object] | None = None, lock: Callable[[], object] | None = None
    ) -> None:
        """`veil` and `lock` are called when the person wants that while a dialog is open."""
        self._window = window
        self._keys = {keys: do for keys, do in ((VEIL_KEYS, veil), (LOCK_KEYS, lock)) if do is not None}
        self._open: list[QDialog] = []

    def question(self, question: Question) -> str:
        """The id of the answer given; the safe one where the question was closed without one."""
        dialog = QuestionDialog(self._window, question)
        self._wait(dialog)
        return dialog.answer

    def secret(self, title: str, body: str, label: str) -> str | None:
        """A passphrase or code typed in; None where the person would rather not."""
        dialog = SecretDialog(self._window, title, body, label)
        given = self._wait(dialog)
        secret = dialog.field.secret()
        dialog.field.clear()
        return secret if given and secret else None

    def _wait(self, dialog: PlainDialog) -> bool:
        """Show a dialog over a shaded window until it is answered; whether it was."""
        shade = Scrim(self._window)
        self._opened(dialog)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted.value
        finally:
            self._open.remove(dialog)
            shade.hide()
            end(shade)
            end(dialog)

    def _opened(self, dialog: QDialog) -> None:
        """Keep a dialog, so that it can be dismissed; the keys of veil and lock hold in it too."""
        self._open.append(dialog)
        for keys, do in self._keys.items():
            QShortcut(QKeySequence(keys), dialog).activated.connect(do)

    def dismiss(self) -> None:
        """Close whatever is being asked, with the safe answer."""
        for dialog in tuple(self._open):
            dialog.reject()

    def open_file(self, title: str, kinds: tuple[FileKind, ...], folder: Path | None = None) -> Path | None:
        """An existing file; None where none was chosen."""
        dialog = QFileDialog(self._window, title, str(folder or ""), _filters(kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._chosen(dialog)

    def save_file(self, title: str, kinds: tuple[FileKind, ...], suggested: Path) -> Path | None:
        """Where to write a file, with an ending of one of the kinds; None where none was chosen."""
        dialog = QFileDialog(self._window, title, str(suggested.parent), _filters(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        if kinds:
            # The ending is put on before Qt asks whether a file that is there may be replaced.
            wanted = next((kind for kind in kinds if suggested.suffix in kind.endings), kinds[0])
            dialog.selectNameFilter(_filter(wanted))
            dialog.setDefaultSuffix(wanted.endings[0])
            endings = {_filter(kind): kind.endings[0] for kind in kinds}
            dialog.filterSelected.connect(partial(_take_ending, dialog, endings))
        return self._chosen(dialog)

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """A folder; None where none was chosen."""
        dialog = QFileDialog(self._window, title, str(start or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return self._chosen(dialog)

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """A printer, set to the pages wanted of so many."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(tr("Individual Management Review"))  # the queue shows it: no code and no name
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        dialog.setMinMax(1, pages)
        self._opened(dialog)
        try:
            return printer if dialog.exec() == QDialog.DialogCode.Accepted.value else None
        finally:
            self._open.remove(dialog)
            end(dialog)

    def _chosen(self, dialog: QFileDialog) -> Path | None:
        """What was chosen. The dialog can be dismissed like any other, so that the review can lock behind it."""
        self._opened(dialog)
        try:
            chosen = dialog.exec() == QDialog.DialogCode.Accepted.value
            return Path(dialog.selectedFiles()[0]) if chosen and dialog.selectedFiles() else None
        finally:
            self._open.remove(dialog)
            _forget_folders(dialog)
            end(dialog)


def _forget_folders(dialog: QFileDialog) -> None:
    """When it goes, a picker of Qt's own writes into a file for all programs where it was last and before: not ours."""
    dialog.setDirectory(str(Path.home()))
    dialog.setHistory([])


def _take_ending(dialog: QFileDialog, endings: dict[str, str], chosen: str) -> None:
    """Put the ending of the kind that was chosen on what is typed without one."""
    dialog.setDefaultSuffix(endings.get(chosen, ""))


def _filter(kind: FileKind) -> str:
    return f"{kind.name} ({' '.join(f'*{ending}' for ending in kind.endings)})"


def _filters(kinds: tuple[FileKind, ...]) -> str:
    """The kinds in the form Qt wants them."""
    return ";;".join(_filter(kind) for kind in kinds)
