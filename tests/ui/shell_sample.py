"""A window with plain values in it, for the tests that look at the shell. Everybody in it is made up."""

from __future__ import annotations

from dataclasses import dataclass

from ui.actions import STAGE_NAMES
from ui.icons import Glyph
from ui.main_window import MainWindow
from ui.models.rows import RowsModel
from ui.shell_state import FootState, Guidance, GuidanceItem, ItemGroup, ShellState, StageRow, StageState
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.page_frame import PageFrame
from ui.widgets.table import Table

COUNTS = ("2 missing", "", "3 to examine", "214 entries", "", "5 of 7 answered", "", "7 to do", "", "")
STATES = (
    StageState.IN_PROGRESS,
    StageState.CANNOT_FINISH,
    StageState.IN_PROGRESS,
    StageState.IN_PROGRESS,
    StageState.CANNOT_FINISH,
    StageState.IN_PROGRESS,
    StageState.NOT_LOOKED_AT,
    StageState.DONE,
    StageState.DOES_NOT_APPLY,
    StageState.NOT_LOOKED_AT,
)
ITEMS = (
    GuidanceItem(
        "who", ItemGroup.MISSING, "Who agrees the final text of the report?", "R-023", "Commissioning", "Who agrees"
    ),
    GuidanceItem(
        "contact", ItemGroup.MISSING, "Name the contact in the business unit.", "R-033", "Contacts", "Contacts"
    ),
    GuidanceItem("q3", ItemGroup.TO_LOOK_AT, "Question 3 has changed since then.", "R-027", "Terms", "The analysis"),
    *(GuidanceItem(f"d{n}", ItemGroup.DONE, f"Fact number {n} is recorded.", f"R-0{n}") for n in range(10, 19)),
)


def sample_state(**changes: object) -> ShellState:
    """What the window shows in the tests, with other values where they are given."""
    stages = tuple(StageRow(n, name, STATES[n - 1], COUNTS[n - 1]) for n, name in enumerate(STAGE_NAMES, 1))
    values: dict[str, object] = {
        "name": "Child A · Westmere",
        "draft": "Draft of version 1",
        "marking": "OFFICIAL-SENSITIVE",
        "handling": "Confidential until the overview report is published",
        "stages": stages,
        "stage": 1,
        "guidance": Guidance("The review", ITEMS, "CPS Serious Case Review guidance, 2013 scheme"),
        "foot": FootState("Saved 14:32", "", "Backup proved 14:30", 2, 9),
        "can_undo": True,
        "undo_words": "Change of ‘Agency’",
    }
    return ShellState(**{**values, **changes})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Event:
    """One made-up entry of a chronology."""

    id: str
    day: str
    what: str
    source: str
    second: str = ""


WHAT = (
    "Northmoor Police asked for early advice on a suspected assault on Child A. The request named two adults.",
    "Crown Prosecutor 2 read the papers and asked for the paediatric report before any charging decision.",
    "Charging decision: evidential stage not met on the papers supplied. Bail with conditions not opposed. Reasons "
    "recorded in four lines; risk to Child A not mentioned, and nobody asked for it to be.",
    "Bail conditions varied at the court.",
)


def events(count: int) -> tuple[Event, ...]:
    """That many entries, every one with its own number."""
    return tuple(
        Event(f"CE-{n:03}", f"{1 + n % 28} May 2025", f"{WHAT[n % 4]} ({n})", "Case system, log 212",
              "The day is not on the record" if n % 7 == 3 else "")
        for n in range(1, count + 1)
    )  # fmt: skip


COLUMNS = (
    TableColumn[Event]("id", "Entry", lambda event: Cell(event.id.removeprefix("CE-"), tone="text_soft"), 72),
    TableColumn[Event]("day", "Date", lambda event: Cell(event.day, event.second, strong=True), 150),
    TableColumn[Event]("what", "What happened", lambda event: Cell(event.what)),
    TableColumn[Event](
        "source", "Source", lambda event: Cell(event.source, "Question 1", second_glyph=Glyph.LINK), 160
    ),
)


def event_table(rows: tuple[Event, ...]) -> tuple[Table, RowsModel[Event]]:
    """A table of entries and its model."""
    model = RowsModel(COLUMNS, key=lambda event: event.id)
    table = Table("Chronology", model, tuple(each.width for each in COLUMNS))
    model.setParent(table)
    model.set_rows(rows)
    return table, model


def sample_window(page: PageFrame) -> MainWindow:
    """A window with that page as stage 1."""
    window = MainWindow()
    window.set_actions({})
    window.show_state(sample_state())
    window.set_page(1, page)
    window.show_page(1)
    return window
