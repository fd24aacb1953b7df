"""What a page is: one stage, shown from an immutable Review, acting only through the operations it asks for.

A page knows no other page, no session and no file. `show_review` may be called any number of times and emits nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.clock import Clock, system_clock

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place, Result
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review


class Page(QWidget):
    """A page of the window. Subclasses name their `stage`, 1 to 10, and the `kinds` of records they show."""

    stage: ClassVar[int]
    kinds: ClassVar[frozenset[str]] = frozenset()
    """A page is shown the review again only after a change of one of these."""

    change_requested = Signal(object, str)
    """An Operation to run, and the visit to a field it belongs to ("" for none). The only way a page acts."""
    new_record_requested = Signal(str, object)
    """A kind and the first values (a dict) of a record to add; whoever holds the session gives it its reference."""

    records_requested = Signal(str, object, object)
    """A kind, the first values of each of several records to add, and Operations that belong to the same step."""

    composed = Signal(object)
    """A function that, given a way to references never used before, makes an Operation and says to which Place the
    person goes then: for what adds records and changes others as one step."""

    place_requested = Signal(object)
    """A Place in this review, on whatever page, that the person wants to go to; its record or field may be ""."""

    keeps_typing: ClassVar[bool] = True
    """Whether words that were typed here and asked for nothing yet may be kept in the file over a lock."""

    says_guidance: ClassVar[bool] = False
    """Whether the page itself says what the guidance panel would, so that the panel folds beside it."""

    second_pane: QWidget | None = None
    """What stands beside the page, if it has one, for F6 and for the folding of the panel; hidden while it is shut."""
    second_pane_toggled = Signal()
    """The second pane was opened or shut."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = False
        """Whether the review is open for reading only; set before it is shown for the first time."""
        self.clock: Clock = system_clock
        """What tells the page which day it is; whoever holds the session gives its own."""

    def resting_place(self) -> QWidget | None:
        """What takes the keyboard when the page comes in sight again; None for the first control there is."""
        return None

    def place_here(self) -> Place | None:
        """The record the person stands on in a list or table that has the keyboard, with no field; None elsewhere."""
        return None

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Show the review as it stands.

        The focused editor is touched only with `reload_focused`: after undo, redo and the replacing of a name. Typing
        that was not committed yet is never touched.
        """
        raise NotImplementedError

    def prepare(self) -> bool:
        """Make a piece of what will be wanted soon; whether there was still one to be made. Shows nothing of it."""
        return False

    def show_results(self, results: tuple[Result, ...]) -> None:
        """How the checks stand now, for a page that says so itself; nothing by default."""

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """Say at the field why the change asked for was not kept; False where no field of this page asked for it."""
        return False

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed: before leaving, lock, export and signing."""

    def put_unread_away(self) -> None:
        """Have words that cannot be read where the way back finds them again: before the review is put away."""

    def focus_place(self, place: Place) -> bool:
        """Take the person to the field a check leads to; False where this page does not show it."""
        return False
