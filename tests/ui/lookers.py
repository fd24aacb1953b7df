"""The windows that are looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kit_page import KitPage
from PySide6.QtWidgets import QWidget
from shell_sample import event_table, events, sample_window

from imr_desk.jobs.recovery import RecoverySheet
from imr_desk.review.past import PastEdit
from ui.guide import section_for
from ui.main_window import MainWindow
from ui.pages.bin import BinPage, BinRow
from ui.pages.help import HelpPage
from ui.pages.history import HistoryPage
from ui.pages.new_review import NewReviewPage
from ui.pages.recovery_change import ChangePassphrasePage
from ui.pages.recovery_forgotten import ForgottenPage
from ui.pages.recovery_sheet import RecoverySheetPage
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import RecentReview, WelcomePage
from ui.past_words import rows_of
from ui.veil import Veil
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


def missing_files() -> MainWindow:
    page = WelcomePage(RECENT, notice=("What was remembered could not be read.", "It begins anew, at the usual size."))
    assert page.recent is not None
    page.recent.show_missing(frozenset({"1", "2"}))
    return front(page)


def no_list() -> MainWindow:
    return front(WelcomePage(keeps=False))


def new_review() -> MainWindow:
    page = NewReviewPage(Path("/home") / "author" / "Documents" / "IMR reviews", "Review 2026-11-22")
    page.file.passphrase.box.setText("paper lantern")
    page.refuse("‘Review 2026-11-22.imr’ cannot be made in that folder. Check that the folder may be written to.")
    page.face.find_fault()
    return front(page)


def recovery_sheet() -> MainWindow:
    page = RecoverySheetPage(_sheet(1), to_keep=True)
    page.leave()
    page.show_key()
    return front(page)


def recovery_sheet_again() -> MainWindow:
    page = RecoverySheetPage(_sheet(3), ("Sheet 2 opens backups made before 1 December 2026.",), to_keep=False)
    page.tell_kept("Saved as recovery key, sheet 3.pdf. It is not encrypted: whoever opens it can open the review.")
    return front(page)


def _sheet(number: int) -> RecoverySheet:
    return RecoverySheet(("W1W5W",) * 20, number, "7K3M", "2026-12-01T14:32:00+00:00", "Review 2026-12-01.imr")


def forgotten() -> MainWindow:
    page = ForgottenPage(Path("Review 2026-11-22.imr"))
    page.refuse_key("This is sheet 1 of this review, but this file needs another sheet.")
    page.new.find_fault()
    return front(page)


def change_passphrase() -> MainWindow:
    page = ChangePassphrasePage(Path("Review 2026-11-22.imr"))
    page.new.first.box.setText("paper lantern")
    page.refuse("The passphrase was not changed: the disk has too little room. Free 12 MB and try again.")
    return front(page)


def veil() -> MainWindow:
    return front(Veil())


def help_page() -> MainWindow:
    return sample_window(HelpPage(section_for(4)))


def history() -> MainWindow:
    page = HistoryPage()
    line = PastEdit(2, "2014-12-05T14:32:00+00:00", "set_fields", (("entry", "CE-001"), ("review", "review")))
    page.show_past(rows_of((line, replace(line, number=1, operation="insert")), dt.UTC), more=True)
    return sample_window(page)


def full_bin() -> MainWindow:
    page = BinPage()
    words = "The police asked for charging advice by telephone, and the file was reviewed on the same day."
    page.show_rows((BinRow("CE-004", "entry", words, "Chronology entry", "5 December 2014, 14:32"),))
    return sample_window(page)


def empty_bin() -> MainWindow:
    return sample_window(BinPage())


WINDOWS: dict[str, Callable[[], MainWindow]] = {
    "kit": kit,
    "table": table,
    "panel over the page": panel_over,
    "welcome": welcome,
    "first start": first_start,
    "unlock": unlock,
    "missing files": missing_files,
    "no list": no_list,
    "new review": new_review,
    "recovery sheet": recovery_sheet,
    "recovery sheet again": recovery_sheet_again,
    "forgotten passphrase": forgotten,
    "change passphrase": change_passphrase,
    "veil": veil,
    "help": help_page,
    "history": history,
    "bin": full_bin,
    "empty bin": empty_bin,
}
