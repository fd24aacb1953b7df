"""What all places where paragraphs are written share: how they ask, and how they tell where the person is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class WritingHub(QObject):
    """One for the page of the analysis."""

    composed = Signal(object)
    """A Composer: what is to be done once there are references for new records, and where the person is then."""
    entered = Signal(str)
    """The paragraph that has the keyboard now."""
    evidence_asked = Signal(str)
    """The person wants to link evidence to this paragraph."""
    walked_out = Signal(object, int)
    """The Writing of which the person left the first paragraph upwards (-1) or the last downwards (1)."""
    delete_asked = Signal(str)
    """The section that is to be deleted."""
    caret_moved = Signal(object)
    """The ParagraphItem in which the caret is somewhere else now."""
