"""Whether a Word file or PDF says what was signed: one of three answers in words, and the places that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.icons import Glyph
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.labels import Label
from ui.widgets.notice import NoticeKind
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import at_left, column

if TYPE_CHECKING:
    from imr_desk.export.compare import Difference
    from imr_desk.jobs.verify import Verdict

MOST_PLACES = 20
ROUND = 60
"""Letters shown before and after what differs in a long paragraph."""
_KINDS: dict[str, NoticeKind] = {"matches": "good", "consistent": "accent", "differs": "bad"}


class CheckPart(Section):
    """Choose a file, and read the answer."""

    file_wanted = Signal()
    """The person wants to choose a Word file or PDF."""

    def __init__(self) -> None:
        super().__init__(
            tr("Check an exported file"),
            tr(
                "The answer is one of three: it matches the review you hold; it agrees with a signature whose key is "
                "not known here; or it differs, and where."
            ),
        )
        self.button = Button(tr("Choose a Word file or PDF"), "plain", Glyph.FILE_TEXT)
        self.notice = NoticePlace()
        self.places = CardList()
        self.places.setAccessibleName(tr("Where the file differs"))
        self.places.hide()
        self.add(at_left(self.button), 4)
        self.add(self.notice, 4)
        self.add(self.places, 4)
        self.button.clicked.connect(self.file_wanted)

    def show_verdict(self, name: str, verdict: Verdict) -> None:
        """Say the answer for a file."""
        grounds = "\n".join((tr("File: {name}").format(name=name), *verdict.grounds))
        self._show_places(verdict.differences)
        self.notice.tell(_KINDS[str(verdict.answer)], verdict.sentence, grounds)

    def refuse(self, sentence: str) -> None:
        """Say why a file could not be checked."""
        self._show_places(())
        self.notice.tell("bad", sentence)

    def clear(self) -> None:
        """What was said belongs to the review as it was."""
        self.notice.clear()
        self._show_places(())

    def _show_places(self, differences: tuple[Difference, ...]) -> None:
        self.places.clear()
        self.places.setVisible(bool(differences))
        for each in differences[:MOST_PLACES]:
            self.places.add(_Place(each))
        rest = len(differences) - MOST_PLACES
        if rest > 0:
            more = QWidget()
            words = trn("{n} more place differs.", "{n} more places differ.", rest)
            more.setLayout(column(Label(words, "small", "text_soft"), margins=(16, 8, 16, 10)))
            self.places.add(more)


class _Place(QWidget):
    """One paragraph or cell that differs, with the words of both."""

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        signed, found = around(difference.expected, difference.found)
        self.setLayout(
            column(
                Label(difference.where, "label"),
                Label(tr("Signed: {words}").format(words=signed or tr("nothing")), "small", "text_soft"),
                Label(tr("In the file: {words}").format(words=found or tr("nothing")), "small", "text_soft"),
                gap=2,
                margins=(16, 8, 16, 10),
            )
        )


def around(one: str, other: str, room: int = ROUND) -> tuple[str, str]:
    """Both texts from a little before to a little after where they differ; whole where they are short."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    begin, left = max(0, start - room), max(0, end - room)
    first, last = ("…" if begin else ""), ("…" if left else "")
    return tuple(f"{first}{text[begin : len(text) - left]}{last}" if text else "" for text in (one, other))  # type: ignore[return-value]
