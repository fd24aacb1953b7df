"""What a section of a page holds: something that shows part of the review and can be asked to show it again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Part(QWidget):
    """A form or a list. It reads the review from its host."""

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the review that the host holds now."""
        raise NotImplementedError

    def open_record(self, record_id: str) -> None:
        """Make the fields of that record be there, if this shows them only when asked."""

    def control_of(self, record_id: str) -> QWidget | None:
        """What takes the keyboard for a whole record that has no fields to edit here; None where it has."""

    def first_control(self) -> QWidget | None:
        """Where the keyboard goes when this is reached by name; None where nothing in it takes the keyboard."""
        return None
