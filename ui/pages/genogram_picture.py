"""The picture of the family tree: chosen or dropped, shown small, and what it must not hold. It is printed as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.fields import Field
from imr_desk.review.record import RecordId
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.icons import Glyph
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.picture_view import PictureView
from ui.widgets.surfaces import column

if TYPE_CHECKING:
    from imr_desk.export.picture import Picture
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation

CHOOSE, TAKE_OUT, FETCH = "choose a picture", "take the picture out", "fetch the picture"
"""The deeds that are asked of the page: the last about the kept document."""
ENDINGS = (".png", ".jpg", ".jpeg")


class PicturePart(Part):
    """The picture, and the buttons for it."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._shown = ("", "")
        words = tr(
            "A PNG or JPEG. Of its file only what is seen is kept. Use codes in it: the program cannot read the words "
            "in a picture, so a name in it would not be found."
        )
        self.view, self.notice = PictureView(), NoticePlace()
        self.missing = Label(tr("The picture is no longer kept here. Choose it again."), "body", "text_soft")
        self.choose = Button(tr("Choose a picture"), "small", Glyph.FILE_PLUS)
        self.take_out = Button(tr("Take the picture out"), "small")
        self.choose.clicked.connect(partial(host.deed_requested.emit, CHOOSE, ""))
        self.take_out.clicked.connect(partial(host.deed_requested.emit, TAKE_OUT, ""))
        self.setLayout(
            column(
                Label(tr("Picture of the family tree"), "label", weight=600),
                Label(words, "small", "text_soft"),
                self.view,
                self.missing,
                Flow(self.choose, self.take_out, gap=8),
                self.notice,
                gap=8,
            )
        )
        self.setAccessibleName(tr("Picture of the family tree"))
        self.missing.hide()
        self.take_out.hide()

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show whether there is a picture, and fetch it where it is another."""
        about = self._host.review.one("genogram")
        document, digest = about.link("picture"), about.text("picture_sha256")
        self.take_out.setVisible(bool(digest))
        for button in (self.choose, self.take_out):
            button.setEnabled(not self._host.sealed)
        self.view.setAccessibleName(tr("Picture of the family tree"))
        self.view.setAccessibleDescription(about.text("picture_description") or tr("It has no description yet."))
        if (document, digest) == self._shown:
            return
        self._shown = (document, digest)
        self.notice.clear()
        self.view.show_bytes(b"")
        self.view.setVisible(bool(document and digest))
        self.missing.setVisible(bool(digest and not document))
        if document and digest:
            self._host.deed_requested.emit(FETCH, document)

    def show_bytes(self, content: bytes) -> None:
        """Show the picture that was fetched."""
        self.view.show_bytes(content)
        gone = self.view.is_empty and bool(self._shown[1])
        self.missing.setVisible(gone)
        self.view.setVisible(bool(self._shown[1]) and not gone)

    def control_of(self, record_id: str) -> QWidget | None:
        """What is asked for of the picture is done with its first button."""
        return self.choose if record_id == "genogram" else None

    def first_control(self) -> QWidget | None:
        """The button that chooses one."""
        return self.choose


@dataclass(frozen=True)
class PictureOf:
    """The picture as something that a section holds."""

    kind: str = "genogram"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are set with it, none of which is typed."""
        return field_of("genogram", "picture"), field_of("genogram", "picture_sha256")

    def covers(self, kind: str, field: str) -> bool:
        """Whether it stands for that field."""
        return kind == self.kind and field in {each.name for each in self.fields}

    def applies(self, host: FormHost) -> bool:
        """It is always offered."""
        return True

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""
        return PicturePart(host)

    def height(self, review: Review) -> int:
        """About how high it is, in pixels at 100 %."""
        return 400 if review.one("genogram").text("picture_sha256") else 120


def keeping(picture: Picture, new_id: Callable[[str], RecordId]) -> tuple[Operation, Place]:
    """What keeps a picture and shows it in the report, as one step; and the place of its description."""
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.documents import KeepDocument
    from imr_desk.operations.general import Batch, SetFields

    document = new_id("document")
    kept = KeepDocument(document, tr("Family tree, by codes"), f"image/{picture.kind}", picture.data)
    shown = SetFields("genogram", "genogram", {"picture": document, "picture_sha256": picture.sha256})
    return Batch((kept, shown)), Place("genogram", "genogram", "picture_description", "")


def taking_out() -> Operation:
    """What takes the picture out of the report. It stays among the kept documents."""
    from imr_desk.operations.general import SetFields

    return SetFields("genogram", "genogram", {"picture": None, "picture_sha256": None})
