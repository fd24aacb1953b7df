"""What serves an open review, each part made when it is first wanted: the review is painted before any of them.

`listen`, called once the review was painted, makes those that have to hear of what happens without being asked.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ui.bridge import Bridge
from ui.page_host import PageHost

if TYPE_CHECKING:
    from imr_desk.session import Session
    from ui.checking import Checking
    from ui.copied_names import CopiedNames
    from ui.finding import Finding
    from ui.helping import Helping
    from ui.keeping_on import KeepingOn
    from ui.main_window import MainWindow
    from ui.names_left import NamesLeft
    from ui.naming import Naming
    from ui.open_review import OpenReview
    from ui.past import Past
    from ui.printing import Printing
    from ui.program import Program
    from ui.registering import Registering
    from ui.searching import Searching
    from ui.seeing import Seeing


class ReviewParts(QObject):
    """The session behind its bridge, the pages, and whatever works for them."""

    def __init__(self, window: MainWindow, session: Session, program: Program) -> None:
        super().__init__(program)
        self.window, self.bridge = window, Bridge(session, self)
        self.pages = PageHost(window, self.bridge, self)
        self._program = program

    @property
    def _whole(self) -> OpenReview:
        return cast("OpenReview", self)

    def listen(self) -> None:
        """Have those there that hear of every change, page, failure or copy."""
        for _ in (self.search, self.naming, self.registering, self.copied, self.keeping_on):
            pass

    def let_go(self) -> None:
        """Have each part that was made forget the review: it is being closed."""
        made = vars(self)
        for name in ("naming", "search", "names_left", "printing"):
            if name in made:
                made[name].end()
        if "finding" in made:
            self.finding.drop()

    @cached_property
    def search(self) -> Searching:
        """Search in the review."""
        from ui.searching import Searching

        return Searching(self.window, self.bridge, self.pages)

    @cached_property
    def naming(self) -> Naming:
        """Names marked and answered."""
        from ui.naming import Naming

        return Naming(self.window, self.bridge, self.pages)

    @cached_property
    def registering(self) -> Registering:
        """The pages of names and identities."""
        from ui.registering import Registering

        return Registering(self._program, self.bridge, self.pages)

    @cached_property
    def copied(self) -> CopiedNames:
        """What is copied out of the review."""
        from ui.copied_names import CopiedNames

        return CopiedNames(self._program, self._whole)

    @cached_property
    def keeping_on(self) -> KeepingOn:
        """What sees to an edit that could not be put on disk."""
        from ui.keeping_on import KeepingOn

        return KeepingOn(self._whole, self._program)

    @cached_property
    def finding(self) -> Finding:
        """Find on this page."""
        from ui.finding import Finding

        return Finding(self.window, self.bridge, self.pages)

    @cached_property
    def past(self) -> Past:
        """History and bin."""
        from ui.past import Past

        return Past(self.window, self.bridge, self.pages, self._program.ask)

    @cached_property
    def seeing(self) -> Seeing:
        """The picture of the whole period."""
        from ui.seeing import Seeing

        return Seeing(self.window, self.bridge, self.pages, self._program.tasks)

    @cached_property
    def checking(self) -> Checking:
        """What is worth a second look in the chronology."""
        from ui.checking import Checking

        return Checking(self.window, self.bridge, self.pages, self._program.tasks)

    @cached_property
    def helping(self) -> Helping:
        """Help for the page in sight."""
        from ui.helping import Helping

        return Helping(self.window, self.pages)

    @cached_property
    def names_left(self) -> NamesLeft:
        """Every name that is still to be settled."""
        from ui.names_left import NamesLeft

        return NamesLeft(self._program, self._whole)

    @cached_property
    def printing(self) -> Printing:
        """Print preview."""
        from ui.please_look import PleaseLook
        from ui.printing import Printing

        made = Printing(self.window, self.bridge, self.pages, self._program.tasks, self._program.ask)
        made.please_look = PleaseLook(self._program, self._whole)
        return made
