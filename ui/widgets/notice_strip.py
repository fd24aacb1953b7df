"""Where notices stand that concern the whole review and not one page: between the head and the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from imr_desk.i18n import tr
from ui.ending import end
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from ui.widgets.notice import Notice, NoticeKind
    from ui.widgets.pressable import Pressable

Way = tuple[str, Callable[[], object]]
"""What can be done: the words of a button, and what it does."""


class NoticeStrip(Surface):
    """Notices by key, one under the other; there is nothing to see while there is none."""

    def __init__(self) -> None:
        self._box: QVBoxLayout = column(gap=8, margins=(20, 10, 16, 10))
        self._held: dict[str, Notice] = {}
        super().__init__(self._box, fill="window")
        self.hide()

    def tell(
        self, key: str, kind: NoticeKind, what: str, more: str = "", *ways: Way, closes: bool = True, speak: bool = True
    ) -> None:
        """Show a notice in the place of the one of that key. With `closes` the person can put it away."""
        from ui.icons import Glyph
        from ui.widgets.buttons import Button, IconButton  # not needed before there is something to say
        from ui.widgets.notice import Notice

        buttons: list[Pressable] = []
        for words, do in ways:
            buttons.append(Button(words, "small"))
            buttons[-1].clicked.connect(partial(_do, do))
        if closes:
            buttons.append(IconButton(tr("Close this notice"), Glyph.X, look="mini"))
            buttons[-1].clicked.connect(partial(_do, partial(self.drop, key)))
        self.drop(key)
        notice = Notice(kind, what, more, *buttons, beside=True)
        self._held[key] = notice
        self._box.addWidget(notice)
        self.show()
        if speak:
            notice.speak()

    def tell_how_far(self, key: str, said: str, percent: int, stop: Callable[[], object]) -> None:
        """Say how far a long deed is, in the notice of that key, with a way to stop it."""
        told, notice = tr("{n} %").format(n=percent), self.notice(key)
        if notice is None:
            self.tell(key, "accent", said, told, (tr("Stop"), stop), closes=False)
        else:
            notice.say(said, told)

    def drop(self, key: str) -> None:
        """Take a notice away: it no longer holds."""
        notice = self._held.pop(key, None)
        if notice is not None:
            self._box.removeWidget(notice)
            notice.hide()
            end(notice)
            self.setVisible(bool(self._held))

    def clear(self) -> None:
        """Take every notice away."""
        for key in tuple(self._held):
            self.drop(key)

    def notice(self, key: str) -> Notice | None:
        """The notice of that key, if it is shown."""
        return self._held.get(key)


def _do(what: Callable[[], object], _checked: bool = False) -> None:
    """Do it without the state Qt sends along."""
    what()
