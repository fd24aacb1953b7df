"""The modules of the pages are loaded one by one while nothing else happens, so that a stage opens quickly."""

from __future__ import annotations

import sys
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.pages.registry import PAGES

SHARED = ("ui.widgets.editors.for_field", "ui.forms.record_list", "ui.pages.form_page")
"""What many pages are made of: with it, the first of them would take twice as long as any other."""
OVER = ("ui.pages.whole_period",)
"""Pages over a stage that are often wanted."""
WAIT_MS = 50
"""How long the window is left alone between two modules; one takes 5 to 40 ms of processor time."""


class LoadingAhead(QObject):
    """Loads what the pages that were not shown yet are made of. It makes none of them."""

    done = Signal()
    """Everything is loaded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        pages = [module for module, _, _ in (PAGES[stage].partition(":") for stage in sorted(PAGES))]
        self.names = [*SHARED, *pages, *OVER]
        """Modules that were not looked at yet."""
        self._stopped = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(WAIT_MS)
        self._next.timeout.connect(self._load)

    @Slot()
    def begin(self) -> None:
        """To be called when no worker is loading modules: two threads may not meet in half a module."""
        self.names = [name for name in self.names if name not in sys.modules]
        if self.names:
            self._next.start()
        elif not self._stopped:
            self.done.emit()

    def stop(self) -> None:
        """Load no more: the review is being closed."""
        self._stopped = True
        self.names.clear()
        self._next.stop()

    @Slot()
    def _load(self) -> None:
        import_module(self.names.pop(0))
        self.begin()
