"""What a signatory types: to sign here, or to record a signature made elsewhere.

The forms ask by a signal and change nothing themselves. What is missing is said at its field.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.sealing import AUTHOR
from ui.icons import Glyph
from ui.pages.sign_off_words import in_fours
from ui.sign_off_jobs import SignedElsewhere
from ui.widgets.buttons import Button, ButtonLook
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.readers import day_editor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.watching import watch_row
from ui.widgets.secret_field import SecretField
from ui.widgets.surfaces import column
from ui.widgets.tab_order import put_in_reading_order

GAP = 12


class SignOffForm(QWidget):
    """Fields, then buttons."""

    def lay_out(self, *parts: QWidget | QLayout) -> None:
        """Put the parts one under the other."""
        self.setLayout(column(*parts, gap=GAP, margins=(0, 4, 0, 4)))

    def watch_names(self, *rows: FieldRow) -> None:
        """Have names marked in what is typed here, as in every field that is kept."""
        for each in rows:
            names = watch_row(each)
            names.rearranged.connect(self._set_order)

    @Slot()
    def _set_order(self) -> None:
        put_in_reading_order(self)

    @staticmethod
    def wants(row: FieldRow, sentence: str) -> bool:
        """Say what a field wants and go to it, if nothing that can be read stands in it."""
        fault = row.editor.find_problem() or ("" if row.editor.value() else sentence)
        row.editor.show_problem(fault)
        if fault:
            row.go_to()
        return bool(fault)


class _Signatory(SignOffForm):
    """Name and post, which every way of signing needs."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role
        post = tr("Job title") if role == AUTHOR else tr("Job title of the senior manager")
        self.name = FieldRow(tr("Name"), LineEditor(), tr("It stands on the signature page and nowhere else."))
        self.post = FieldRow(post, LineEditor())

    def prefill(self, post: str, name: str = "") -> None:
        """Offer what the review knows; what was typed is left as it is."""
        for row, known in ((self.post, post), (self.name, name)):
            if known and not row.editor.value():
                row.editor.set_value(known)

    def _signatory_missing(self) -> bool:
        return self.wants(self.name, tr("Type the name of whoever signs.")) or self.wants(
            self.post, tr("Type the job title.")
        )

    def who(self) -> tuple[str, str]:
        """Name and job title as typed."""
        return str(self.name.editor.value()).strip(), str(self.post.editor.value()).strip()


class SignForm(_Signatory):
    """Sign here, with the signatory's own key."""

    sign_asked = Signal(str, str, str, str)
    """Role, name, job title and passphrase."""

    def __init__(self, role: str, look: ButtonLook = "main") -> None:
        super().__init__(role)
        hint = tr(
            "It opens your own signing key on this computer. The first time you sign here the key is made and takes "
            "what you type now; later signatures need the same. It need not be the passphrase of the review."
        )
        self.secret = SecretField(tr("Passphrase of your signing key"), hint)
        self.button = Button(tr("Sign as author") if role == AUTHOR else tr("Counter-sign as senior manager"), look)
        self.elsewhere = Button(tr("Signed on paper or by e-mail"), "plain")
        self.lay_out(self.name, self.post, self.secret, Flow(self.button, self.elsewhere, gap=8))
        self.button.clicked.connect(self._ask)
        self.secret.given.connect(self._ask)

    def forget(self) -> None:
        """Keep no passphrase in a field."""
        self.secret.clear()

    @Slot()
    def _ask(self) -> None:
        if self._signatory_missing() or not self.button.isEnabled():
            return
        passphrase = self.secret.secret()
        self.secret.say_error("" if passphrase else tr("Type the passphrase of your signing key."))
        if not passphrase:
            self.secret.setFocus()
            return
        self.sign_asked.emit(self.role, *self.who(), passphrase)


class ElsewhereForm(_Signatory):
    """Record a signature on paper or by e-mail, which counts as much as one made here."""

    record_asked = Signal(object)
    """A SignedElsewhere."""
    scan_wanted = Signal()
    """The person wants to choose the file of the scan or message."""

    def __init__(self, role: str, look: ButtonLook = "main") -> None:
        super().__init__(role)
        routes = tuple((stored, tr(label)) for stored, label in field_of("signature", "route").choices)
        self.route = FieldRow(tr("How it was signed"), ChoiceEditor(tuple(r for r in routes if r[0] != "program")))
        self.signed_on = FieldRow(tr("Date of the signature"), day_editor())
        self.reference = FieldRow(tr(field_of("signature", "reference").label), LineEditor())
        self.choose = Button(tr("Choose the scan or message"), "plain", Glyph.FOLDER_OPEN)
        kept = tr("No file chosen. It is kept inside this review, with its digest (SHA-256).")
        self.chosen = Label(kept, "small", "text_soft")
        self.button = Button(tr("Record the signature"), look)
        self.here = Button(tr("Sign in IMR Desk instead"), "plain")
        self._scan: Path | None = None
        scan = column(self.chosen, Flow(self.choose), gap=4)
        ways = Flow(self.button, self.here, gap=8)
        self.lay_out(self.name, self.post, self.route, self.signed_on, self.reference, scan, ways)
        self.watch_names(self.reference)
        self.choose.clicked.connect(self.scan_wanted)
        self.button.clicked.connect(self._ask)

    def show_scan(self, path: Path, digest: str) -> None:
        """Say which file was chosen, and its digest."""
        self._scan = path
        words = tr("{name}. SHA-256: {digest}").format(name=path.name, digest=in_fours(digest))
        self.chosen.setText(words)
        self.chosen.set_tone("text_soft")
        self.choose.setAccessibleDescription(words)

    @Slot()
    def _ask(self) -> None:
        if (
            self._signatory_missing()
            or self.wants(self.route, tr("Choose how it was signed."))
            or self.wants(self.signed_on, tr("Type the date that stands by the signature."))
            or self.wants(self.reference, tr("Say where the paper or message is kept."))
        ):
            return
        if self._scan is None:
            self.chosen.setText(
                tr("Choose the scan of the signed page, or the message. It is kept, and its digest proves it later.")
            )
            self.chosen.set_tone("bad")
            self.choose.setFocus()
            return
        day = dt.date.fromisoformat(str(self.signed_on.editor.value()))
        reference = str(self.reference.editor.value()).strip()
        route = str(self.route.editor.value())
        self.record_asked.emit(SignedElsewhere(self.role, *self.who(), route, day, reference, self._scan))
