"""What stands beside the table of the chronology, or over it: an entry, what is said of the whole, the columns.

Each is made when it is first wanted, or ahead of that (`prepare`): the table is painted without any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.surfaces import Rule, Surface, row

if TYPE_CHECKING:
    from ui.forms.bound_field import BoundField
    from ui.forms.host import FormHost
    from ui.pages.chronology_columns import ColumnsPane
    from ui.pages.chronology_entry import EntryPane
    from ui.pages.chronology_notes import NotesPane

NOTES = ("gap", "chronology_sign_off")
"""The kinds that are written at the side beside entries."""
PANES = ("pane", "notes", "columns")


class SidePane(Surface):
    """One thing at a time, with the rule at its left. All three are told of the review from when they are made."""

    close_asked = Signal()
    delete_asked = Signal(str)
    """The reference of the entry that is open."""
    move_asked = Signal(int)
    """-1 for earlier in the day, 1 for later."""

    def __init__(self, host: FormHost) -> None:
        self._host = host
        self._there: list[QWidget] = []
        self._across = row(Rule(upright=True), gap=0)
        super().__init__(self._across, fill="window")
        self.hide()

    # ---- what there is
    @cached_property
    def pane(self) -> EntryPane:
        """The entry."""
        from ui.pages.chronology_entry import EntryPane

        made = EntryPane(self._host)
        made.delete_asked.connect(self.delete_asked)
        made.move_asked.connect(self.move_asked)
        made.close_asked.connect(self.close_asked)
        made.show_review()
        self.add(made)
        return made

    @cached_property
    def notes(self) -> NotesPane:
        """Gaps and sign-off."""
        from ui.pages.chronology_notes import NotesPane

        made = NotesPane(self._host)
        made.close_asked.connect(self.close_asked)
        self.add(made)
        return made

    @cached_property
    def columns(self) -> ColumnsPane:
        """Columns."""
        from ui.pages.chronology_columns import ColumnsPane

        made = ColumnsPane(self._host)
        made.close_asked.connect(self.close_asked)
        self.add(made)
        return made

    def add(self, pane: QWidget) -> None:
        """Let one more thing stand here."""
        self._there.append(pane)
        self._across.addWidget(pane)
        self._host.rearranged.emit(self)

    def prepare(self) -> bool:
        """Make one of them, or the form of the first entry, beforehand; whether there was still something to make."""
        missing = next((name for name in PANES if name not in vars(self)), "")
        if missing:
            getattr(self, missing)
            return True
        return self.pane.prepare()

    # ---- what those that were made are told
    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the review as it is now."""
        if "pane" in vars(self):
            self.pane.show_review(reload_focused=reload_focused)
        if "notes" in vars(self):
            self.notes.show_review(reload_focused=reload_focused)
        if "columns" in vars(self):
            self.columns.show_review()

    def show_only(self, wanted: QWidget) -> None:
        """Keep what is typed beside the entry, and show one thing."""
        self.flush_notes()
        for each in self._there:
            each.setVisible(each is wanted)

    def reveal(self, widget: QWidget) -> None:
        """Bring a part of the gaps and the sign-off into sight."""
        if "notes" in vars(self) and self.notes.isAncestorOf(widget):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.notes.scroller.ensureWidgetVisible(widget, 0, 24)

    def put_entry_away(self) -> None:
        """Keep what is typed in the entry, and take its form away."""
        if "pane" in vars(self):
            self.pane.put_away()

    def unreadable(self) -> tuple[str, ...]:
        """The entries that are not open and hold words that could not be read."""
        return self.pane.unreadable() if "pane" in vars(self) else ()

    def fields(self) -> Iterator[BoundField]:
        """Every field that was opened."""
        if "pane" in vars(self):
            for form in self.pane.forms():
                yield from form.rows
        if "notes" in vars(self):
            yield from self.notes.fields()

    def flush_notes(self) -> None:
        """Ask at once for what is typed beside the entry."""
        if "notes" in vars(self):
            self.notes.flush()
        if "columns" in vars(self):
            self.columns.flush()

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        if "pane" in vars(self):
            self.pane.flush()
        self.flush_notes()
