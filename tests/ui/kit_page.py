"""Every piece of the kit in every state, on one page, for the tests that look at it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.review.known_date import KnownDate
from ui.icons import Glyph
from ui.shell_state import GuidanceItem, ItemGroup
from ui.widgets.buttons import Button, FilterButton, IconButton
from ui.widgets.cards import Card, CardList
from ui.widgets.chips import Chip, Tag
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.editors.readers import day_editor, known_date_editor, number_editor, time_editor
from ui.widgets.editors.rows import Column, RowsEditor
from ui.widgets.editors.yes_no import YesNoEditor
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.guidance_item import GuidanceLine
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import at_left, column
from ui.widgets.tab_order import put_in_reading_order

LONG = (
    "Telephone call between Crown Prosecutor 2 and the officer in the case about bail. The call is mentioned in a "
    "later e-mail; no note of it was found on the file."
)
QUESTIONS = (("TOR-1", "Question 1: was risk shared in time?"), ("TOR-2", "Question 2"), ("TOR-3", "Question 3"))


class KitPage(PageFrame):
    """All pieces. `fields` holds the field rows by a short name."""

    def __init__(self) -> None:
        main, plain = Button("New entry", "main", Glyph.PLUS), Button("Import", "plain", Glyph.FOLDER_OPEN)
        super().__init__("Every piece", "Each in each of its states, so that it can be looked at.", plain, main)
        self.fields = _fields()
        form = Section("Fields", "As precisely as it is known. Every field has its label above it.")
        for field in self.fields.values():
            form.add(field, 6)
        self.add(form)
        for part in (_buttons(), _chips(), _notices(), _lists()):
            self.add(part)
        put_in_reading_order(self)


def _fields() -> dict[str, FieldRow]:
    made = {
        "known": FieldRow("Date of the event", known_date_editor(), "As precisely as it is known. Day before month."),
        "fault": FieldRow("Date", day_editor()),
        "line": FieldRow("Agency", LineEditor(), "As the panel writes it."),
        "off": FieldRow("Version", LineEditor()),
        "choice": FieldRow("Asked by", ChoiceEditor((("csc", "Children’s social care"), ("police", "Police")))),
        "yes_no": FieldRow("Was the interviewee told the purpose?", YesNoEditor()),
        "number": FieldRow("Drafts read", number_editor()),
        "time": FieldRow("Time (if known)", time_editor()),
        "prose": FieldRow("What happened", ProseEditor()),
        "reading": FieldRow("Analysis", ProseEditor("reading"), "What happened, what should have happened, and why."),
        "lines": FieldRow("Aliases used in the papers", LinesEditor()),
        "rows": FieldRow("Who was told", RowsEditor(_columns())),
        "links": FieldRow("Questions this entry answers", LinksEditor(QUESTIONS)),
    }
    made["known"].editor.set_value(KnownDate("2025-03~", "about march 2025"))
    fault = made["fault"].editor
    fault.box.setText("31/02/2025")
    fault.commit()
    made["line"].editor.set_value("Crown Prosecution Service, Northmoor Area")
    made["off"].editor.set_value("Set when the author signs")
    made["off"].editor.set_read_only(True)
    made["choice"].editor.set_value("csc")
    made["yes_no"].editor.set_value(True)
    made["number"].editor.set_value(3)
    made["time"].editor.set_value("16:15")
    made["prose"].editor.set_value(LONG)
    made["reading"].editor.set_value(f"{LONG} {LONG}\n{LONG}")
    made["lines"].editor.set_value(("Child A", "The older child"))
    made["rows"].editor.set_value(({"who": "Police", "when": "2025-03-04"},))
    made["links"].editor.set_value(("TOR-1", "TOR-3"))
    return made


def _columns() -> tuple[Column, ...]:
    return (Column("who", "Told", LineEditor), Column("when", "On", day_editor))


def _buttons() -> Section:
    section = Section("Buttons", "As it is, disabled, small, flat, link, filters.")
    off_main, off_plain = Button("Disabled", "main"), Button("Disabled", "plain")
    off_main.setEnabled(False)
    off_plain.setEnabled(False)
    filters = [FilterButton(words) for words in ("All 214", "Significant 31", "Not linked 12", "Date not sure 9")]
    filters[0].setChecked(True)
    section.add(Flow(Button("Main", "main"), off_main, Button("Plain"), off_plain, Button("Try again", "flat"), gap=12))
    small = Button("Add a row", "small", Glyph.PLUS)
    icon = IconButton("Undo", Glyph.UNDO, "Ctrl+Z")
    section.add(Flow(small, icon, Button("Go to ‘Who agrees’", "link"), Button("2 names", "link", Glyph.USER), gap=12))
    section.add(Flow(*filters, gap=8))
    return section


def _chips() -> Section:
    section = Section("Chips", "Evidence, question, not so yet; and a tag, which cannot be pressed.")
    chips = (
        Chip("Entry 47 · 3 May 2025", "plain", Glyph.LINK),
        Chip("Question 3", "accent", Glyph.CIRCLE_DOT),
        Chip("No evidence yet", "wait", Glyph.TRIANGLE_ALERT),
        Chip(LONG, "plain", Glyph.LINK),
    )
    section.add(Flow(*chips, Tag("Draft of version 1"), gap=8))
    return section


def _notices() -> Section:
    section = Section("Notices")
    disk = "Your words are still here and nothing is lost. Free some space, or save a copy on another drive."
    section.add(
        Notice("bad", "Not saved: the disk is full", disk, Button("Save a copy elsewhere"), Button("Try again", "flat"))
    )
    copied = "The review is encrypted. Two computers editing it at once would make two versions."
    section.add(Notice("wait", "This folder is copied to a network by another program", copied))
    section.add(Notice("good", "Backup proved 14:30", "Opened and counted: 214 entries, 41 documents, 5 interviews."))
    section.add(Notice("accent", "Known later", "Entry 50 was learned after the decision it is used for."))
    return section


def _lists() -> Section:
    section = Section("Cards, guidance, empty state")
    items = (
        GuidanceItem(
            "a", ItemGroup.MISSING, "Who agrees the text of the report?", "R-023", "Commissioning", "Who agrees"
        ),
        GuidanceItem(
            "b", ItemGroup.TO_LOOK_AT, "Question 3 has changed.", "R-027", "Terms of reference", "The analysis"
        ),
        GuidanceItem(
            "c", ItemGroup.CANNOT_FINISH, "The senior manager counter-signs.", "R-137", "Conducting the review"
        ),
        GuidanceItem("d", ItemGroup.DONE, "Period under review and cut-off date are set.", "R-025"),
    )
    section.add(CardList(*(_padded(GuidanceLine(item)) for item in items)))
    section.add(Card(column(Label("One card", "section"), Label(LONG, "small", "text_soft"), gap=4), chosen=True), 6)
    empty = EmptyState(
        "Every event goes here, in the order in which it happened. Begin with what you have.",
        Button("Import a table", "plain"),
        Button("Write the first entry", "plain"),
        heading="No entries yet",
        example="4 May 2025 · Crown Prosecutor 2 asked for the paediatric report.",
    )
    section.add(empty, 6)
    section.add(at_left(Label("small", "small"), Label("caption", "caption", "text_quiet"), Label("label", "label")))
    return section


def _padded(inner: QWidget) -> QWidget:
    held = QWidget()
    box = QVBoxLayout(held)
    box.setContentsMargins(16, 2, 16, 2)
    box.addWidget(inner)
    return held
