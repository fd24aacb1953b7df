"""The menu of a paragraph: where it belongs, its place, its evidence, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from imr_desk.i18n import tr
from imr_desk.operations.base import Operation
from imr_desk.operations.general import Link, SetFields
from imr_desk.review.record import Record
from ui.forms.host import FormHost
from ui.pages import analysis_steps as steps
from ui.pages.analysis_words import part_named, section_named, short_of
from ui.record_words import shortened

if TYPE_CHECKING:
    from ui.pages.analysis_paragraph import ParagraphItem
    from ui.pages.analysis_writing import Writing


def fill_menu(menu: QMenu, writing: Writing, item: ParagraphItem, host: FormHost) -> None:
    """Put into a menu all that can be done with a paragraph."""
    item.field.flush()
    record = host.review.get(item.record_id)
    if record is None:
        return
    _add(menu, tr("Move up"), partial(writing.move_item, item, -1)).setShortcut("Alt+Up")
    _add(menu, tr("Move down"), partial(writing.move_item, item, 1)).setShortcut("Alt+Down")
    _add(menu, tr("New paragraph after this one"), partial(writing.begin_after, item))
    if record.kind == steps.PARAGRAPH:
        menu.addSeparator()
        _parts(menu.addMenu(tr("Belongs to")), record, host)
        _sections(menu.addMenu(tr("Move to section")), record, host)
    menu.addSeparator()
    _evidence(menu, record, host)
    menu.addSeparator()
    _add(menu, tr("Delete the paragraph"), partial(writing.delete_item, item))


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: do())
    return action


def _asks(host: FormHost, operation: Operation) -> Callable[[], object]:
    return partial(host.ask, operation)


def _parts(menu: QMenu, record: Record, host: FormHost) -> None:
    for part in steps.PART_NAMES:
        action = _add(menu, part_named(part), _asks(host, SetFields(record.kind, record.id, {"part": part})))
        action.setCheckable(True)
        action.setChecked(record.text("part") == part)


def _sections(menu: QMenu, record: Record, host: FormHost) -> None:
    for section in host.review.all(steps.SECTION):
        name = shortened(section_named(host.review, section.link("question"), section.id), 60)
        action = _add(menu, name, _asks(host, steps.into_section(host.review, record, section.id)))
        action.setCheckable(True)
        action.setChecked(record.link("section") == section.id)
        action.setEnabled(not action.isChecked())


def _evidence(menu: QMenu, record: Record, host: FormHost) -> None:
    refs = [found for found in (host.review.get(ref) for ref in record.links("refs")) if found is not None]
    if refs:
        taken = menu.addMenu(tr("Take evidence away"))
        for target in refs:
            _add(taken, short_of(target, host.review), _asks(host, steps.link(record, target.id)))
    listed = record.id in host.review.one("accuracy").links("unsourced")
    if listed or not refs:
        words = tr("Take off the list of statements without a source") if listed else None
        _add(
            menu,
            words or tr("List as a statement without a source"),
            _asks(host, Link("accuracy", "accuracy", "unsourced", record.id, not listed)),
        )
