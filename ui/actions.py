"""Every menu entry and its keys, as data. An action without a handler is not shown: what stands in a menu can be done.

Every key stands in its menu, so that it can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from imr_desk.i18n import mark, tr

Handler = Callable[[], object]


class ActionSpec(NamedTuple):
    """One entry: its id, its words, its keys in Qt's portable form, the menu it stands in, and its group there."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    group: int = 0


FILE, EDIT, VIEW, INSERT, REVIEW, SIGN, HELP = (
    mark("&File"),
    mark("&Edit"),
    mark("&View"),
    mark("&Insert"),
    mark("&Review"),
    mark("&Sign"),
    mark("&Help"),
)
MENUS = (FILE, EDIT, VIEW, INSERT, REVIEW, SIGN, HELP)

STAGE_NAMES = (
    mark("The review"),
    mark("Independence and notices"),
    mark("Records"),
    mark("Chronology"),
    mark("Interviews"),
    mark("Analysis"),
    mark("Lessons and recommendations"),
    mark("Ready?"),
    mark("Sign-off"),
    mark("Afterwards"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", mark("New review …"), FILE, ("Ctrl+N",)),
    ActionSpec("file.open", mark("Open a review …"), FILE, ("Ctrl+O",)),
    ActionSpec("file.save", mark("Save now"), FILE, ("Ctrl+S",), 1),
    ActionSpec("file.backup", mark("Back up now"), FILE, (), 1),
    ActionSpec("file.restore", mark("Restore a backup …"), FILE, (), 1),
    ActionSpec("file.import", mark("Import entries …"), FILE, (), 2),
    ActionSpec("file.export", mark("Export …"), FILE, (), 2),
    ActionSpec("file.print", mark("Print preview"), FILE, ("Ctrl+P",), 2),
    ActionSpec("file.passphrase", mark("Change the passphrase …"), FILE, (), 1),
    ActionSpec("file.recovery", mark("Recovery key …"), FILE, (), 1),
    ActionSpec("file.keyring", mark("Keep the key on this computer …"), FILE, (), 1),
    ActionSpec("file.lock", mark("Save and lock"), FILE, ("Ctrl+L",), 3),
    ActionSpec("file.lock_after", mark("Lock by itself after …"), FILE, (), 3),
    ActionSpec("file.close", mark("Close the review"), FILE, ("Ctrl+W",), 3),
    ActionSpec("file.quit", mark("Quit"), FILE, ("Ctrl+Q",), 3),
    ActionSpec("edit.undo", mark("Undo"), EDIT, ("Ctrl+Z",)),
    ActionSpec("edit.redo", mark("Redo"), EDIT, ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("edit.search", mark("Search this review"), EDIT, ("Ctrl+Shift+F",), 1),
    ActionSpec("edit.find", mark("Find on this page"), EDIT, ("Ctrl+F",), 1),
    ActionSpec("edit.find_again", mark("Find again"), EDIT, ("F3",), 1),
    ActionSpec("edit.spelling", mark("Spelling"), EDIT, ("F7",), 2),
    ActionSpec("view.next_pane", mark("Next pane"), VIEW, ("F6",), 1),
    ActionSpec("view.last_pane", mark("Previous pane"), VIEW, ("Shift+F6",), 1),
    ActionSpec("view.stages", mark("List of stages"), VIEW, (), 1),
    ActionSpec("view.guidance", mark("Guidance panel"), VIEW, ("F9",), 1),
    ActionSpec("view.larger", mark("Larger text"), VIEW, ("Ctrl++", "Ctrl+="), 2),
    ActionSpec("view.smaller", mark("Smaller text"), VIEW, ("Ctrl+-",), 2),
    ActionSpec("view.text_as_it_was", mark("Text as it was"), VIEW, ("Ctrl+Alt+0",), 2),
    ActionSpec("view.theme_system", mark("Theme of the system"), VIEW, (), 3),
    ActionSpec("view.theme_light", mark("Light theme"), VIEW, (), 3),
    ActionSpec("view.theme_dark", mark("Dark theme"), VIEW, (), 3),
    ActionSpec("view.theme_contrast", mark("High contrast theme"), VIEW, (), 3),
    ActionSpec("view.recent", mark("Keep a list of recent reviews"), VIEW, (), 4),
    ActionSpec("view.veil", mark("Veil"), VIEW, ("F12",), 4),
    ActionSpec("insert.entry", mark("New entry"), INSERT, ("Ctrl+Return",)),
    ActionSpec("insert.from_above", mark("Value from the row above"), INSERT, ("Ctrl+D",), 1),
    ActionSpec("insert.today", mark("Today’s date"), INSERT, ("Ctrl+;",), 1),
    ActionSpec("insert.earlier", mark("Earlier in the day"), INSERT, ("Alt+Up",), 1),
    ActionSpec("insert.later", mark("Later in the day"), INSERT, ("Alt+Down",), 1),
    ActionSpec("insert.write", mark("Write in the row"), INSERT, ("F2",)),
    ActionSpec("insert.source", mark("Another source"), INSERT, ("Ctrl+Shift+A",), 1),
    ActionSpec("insert.split", mark("Split the entry at the caret"), INSERT, ("Ctrl+Shift+Return",), 2),
    ActionSpec("insert.merge", mark("Merge with the entry below"), INSERT, ("Ctrl+M",), 2),
    ActionSpec("insert.read", mark("Read a record page by page"), INSERT, (), 3),
    ActionSpec("insert.next_page", mark("Next page"), INSERT, ("Ctrl+PgDown",), 3),
    ActionSpec("insert.last_page", mark("Page before"), INSERT, ("Ctrl+PgUp",), 3),
    ActionSpec("insert.nothing", mark("Read, nothing to enter"), INSERT, ("F5",), 3),
    ActionSpec("insert.evidence", mark("Link evidence to this paragraph"), INSERT, ("Ctrl+K",), 1),
    ActionSpec("review.next_missing", mark("Next missing thing"), REVIEW, ("F4",)),
    ActionSpec("review.last_missing", mark("Previous missing thing"), REVIEW, ("Shift+F4",)),
    ActionSpec("review.next_name", mark("Next name to resolve"), REVIEW, ("F8",), 1),
    ActionSpec("review.last_name", mark("Previous name to resolve"), REVIEW, ("Shift+F8",), 1),
    ActionSpec("review.replace_name", mark("Replace the name with its job title"), REVIEW, ("Ctrl+.",), 1),
    ActionSpec("review.names_left", mark("Names to settle …"), REVIEW, ("Ctrl+F8",), 1),
    ActionSpec("review.details", mark("Identifying details …"), REVIEW, (), 1),
    ActionSpec("review.names", mark("Staff names …"), REVIEW, (), 1),
    ActionSpec("review.identities", mark("Real names of subjects …"), REVIEW, (), 1),
    ActionSpec("review.period", mark("The whole period"), REVIEW, ("Ctrl+T",), 2),
    ActionSpec("review.chronology", mark("Check the chronology"), REVIEW, ("Ctrl+Shift+T",), 2),
    ActionSpec("review.history", mark("History"), REVIEW, (), 2),
    ActionSpec("review.bin", mark("Bin"), REVIEW, (), 2),
    ActionSpec("sign.sign", mark("Sign …"), SIGN),
    ActionSpec("sign.hand_over", mark("Hand over to the senior manager …"), SIGN),
    ActionSpec("sign.take_in", mark("Take in the returned file …"), SIGN),
    ActionSpec("sign.verify", mark("Check an exported file …"), SIGN, (), 1),
    ActionSpec("help.page", mark("Help for this page"), HELP, ("F1",)),
    ActionSpec("help.about", mark("About IMR Desk"), HELP),
    *(ActionSpec(f"stage.{n}", name, VIEW, (f"Ctrl+{n % 10}",)) for n, name in enumerate(STAGE_NAMES, 1)),
)
"""Menus list their entries in this order, the stages first in View."""


class Actions:
    """The actions of one window that have a handler, and its menus."""

    def __init__(self, window: QWidget, bar: QMenuBar, handlers: Mapping[str, Handler]) -> None:
        unknown = set(handlers) - {spec.id for spec in ACTIONS}
        if unknown:
            raise KeyError(f"no such action: {', '.join(sorted(unknown))}")
        self._made: dict[str, QAction] = {}
        for menu in MENUS:
            specs = [spec for spec in ACTIONS if spec.menu == menu and spec.id in handlers]
            if specs:
                self._fill(bar.addMenu(tr(menu)), specs, window, handlers)

    def _fill(self, menu: QMenu, specs: list[ActionSpec], window: QWidget, handlers: Mapping[str, Handler]) -> None:
        """Put actions into a menu, a rule between groups."""
        ordered = sorted(specs, key=_order)
        for before, spec in zip([None, *ordered], ordered, strict=False):
            if before is not None and before.group != spec.group:
                menu.addSeparator()
            action = QAction(tr(spec.text), window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(partial(_call, handlers[spec.id]))
            window.addAction(action)
            menu.addAction(action)
            self._made[spec.id] = action

    def enable(self, action_id: str, on: bool) -> None:
        """Let an action be used or not; one without a handler is left alone."""
        if action_id in self._made:
            self._made[action_id].setEnabled(on)

    def choose(self, action_ids: tuple[str, ...], chosen: str) -> None:
        """Mark one of several that exclude each other, such as the themes."""
        for action_id in action_ids:
            if action_id in self._made:
                self._made[action_id].setCheckable(True)
                self._made[action_id].setChecked(action_id == chosen)

    def mark(self, action_id: str, on: bool) -> None:
        """Show whether something is switched on."""
        if action_id in self._made:
            self._made[action_id].setCheckable(True)
            self._made[action_id].setChecked(on)

    def shown(self) -> tuple[str, ...]:
        """The ids of the actions that stand in the menus."""
        return tuple(self._made)

    def __getitem__(self, action_id: str) -> QAction:
        return self._made[action_id]


def _order(spec: ActionSpec) -> tuple[int, int]:
    """By group; within it as declared."""
    return (spec.group, ACTIONS.index(spec))


def _call(handler: Handler, _checked: bool = False) -> None:
    """Call a handler without the state Qt sends along."""
    handler()
