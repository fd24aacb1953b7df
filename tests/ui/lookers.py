"""The windows that are looked at."""

from __future__ import annotations

from collections.abc import Callable

from kit_page import KitPage
from PySide6.QtWidgets import QWidget
from shell_sample import event_table, events, sample_window

from ui.main_window import MainWindow
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import RecentReview, WelcomePage
from ui.widgets.page_frame import PageFrame

RECENT = (
    RecentReview("1", "Child A · Westmere", "Documents › Reviews › Child A Westmere.imr", "Today 09:12"),
    RecentReview("2", "Adult B · Northmoor", "Documents › Reviews › Adult B Northmoor.imr", "14 November"),
)


def kit() -> MainWindow:
    return sample_window(KitPage())


def table() -> MainWindow:
    window = sample_window(PageFrame("Chronology"))
    shown, _ = event_table(events(60))
    window.set_page(4, shown)
    window.show_page(4)
    return window


def panel_over() -> MainWindow:
    window = kit()
    window.resize(1024, 700)
    window.desk.body.toggle_guidance()
    return window


def front(page: QWidget) -> MainWindow:
    window = MainWindow()
    window.show_front(page)
    return window


def welcome() -> MainWindow:
    return front(WelcomePage(RECENT, "Version 1.0", "Guidance pack: CPS, 2013 scheme"))


def first_start() -> MainWindow:
    return front(WelcomePage())


def unlock() -> MainWindow:
    page = UnlockPage("Child A Westmere.imr", "Documents › Reviews", locked=True, sample_passphrase="two plain words")
    page.card.refuse("That passphrase does not open this file. Check capitals; or use the recovery key.")
    return front(page)


WINDOWS: dict[str, Callable[[], MainWindow]] = {
    "kit": kit,
    "table": table,
    "panel over the page": panel_over,
    "welcome": welcome,
    "first start": first_start,
    "unlock": unlock,
}
