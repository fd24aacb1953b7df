"""Where the person is, and the way back there: page, field, cursor, and words that no field took.

What was typed and cannot be kept as it is (half a date, a reason that was not given yet) is put back as it was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr
from imr_desk.jobs.left_at import LeftAt, Unkept
from ui.forms.bound_field import BoundField
from ui.pages.page import Page
from ui.widgets.editors.base import Editor
from ui.widgets.editors.prose import ProseBox
from ui.widgets.editors.rows import RowsEditor

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.page_host import PageHost

STAGES = range(1, 11)
UNKEPT = "unkept"
"""Key of the notice with words that found no place."""
Box = QLineEdit | QTextEdit


def where_now(window: MainWindow, pages: PageHost, focus: QWidget | None) -> LeftAt:
    """Where the person is; `focus` has the keyboard, or had it before the window was veiled. Typing was flushed."""
    for page in window.findChildren(Page):
        page.put_unread_away()
    unkept = (*_unkept_fields(window), *_unkept_forms(window))
    field = field_round(focus)
    if field is None or focus is None:
        place = pages.page.place_here()
        at = (place.kind, place.record_id) if place is not None else ("", "")
        return LeftAt(pages.stage, pages.over, *at, unkept=unkept)
    boxes = boxes_of(field.editor)
    box = boxes.index(focus) if focus in boxes else 0
    caret, anchor = _selection(focus)
    name = field.field.name
    return LeftAt(pages.stage, pages.over, field.kind.name, field.record_id, name, box, caret, anchor, unkept)


def go_back(window: MainWindow, pages: PageHost, where: LeftAt) -> None:
    """Bring the person back, with whatever was typed and not kept.

    Who went elsewhere meanwhile keeps the keyboard there: the next key would be typed into the field otherwise.
    """
    gone = _gone_elsewhere(pages)
    if gone is not None and not where.unkept:
        return
    lost = [each for each in where.unkept if not _put_back(window, pages, each)]
    if pages.stage != where.stage and where.stage in STAGES:
        pages.show(where.stage)
    if where.kind:
        place = Place(where.kind, where.record_id, where.field_name, "")
        if pages.page.focus_place(place):
            _place_caret(window, where)
    lost = [each for each in lost if each.kind or not _put_in_form(window, each)]
    if lost:
        words = " ".join(f"{each.record_id or tr('New')}: {' '.join(each.boxes)}." for each in lost)
        what = tr("Something was typed and not kept before the review was locked or closed.")
        window.desk.notices.tell(UNKEPT, "accent", what, words)
    if gone is not None and isValid(gone) and gone.isVisible():
        gone.setFocus(Qt.FocusReason.OtherFocusReason)


def _gone_elsewhere(pages: PageHost) -> QWidget | None:
    """What has the keyboard, if that is not the page of the stage nor anything on it."""
    focus = QApplication.focusWidget()
    here = focus is None or focus is pages.page or pages.page.isAncestorOf(focus)
    return None if here else focus


def field_round(widget: QWidget | None) -> BoundField | None:
    """The field in which a widget stands."""
    while widget is not None and not isinstance(widget, BoundField):
        widget = widget.parentWidget()
    return widget


def boxes_of(editor: Editor[Any]) -> list[Box]:
    """The boxes of an editor in which words can be typed, in order."""
    return [each for each in editor.controls() if isinstance(each, Box)]


# ---- words that no field took
def _unkept_fields(window: MainWindow) -> list[Unkept]:
    return [
        Unkept(each.kind.name, each.record_id, each.field.name, tuple(map(_words, boxes_of(each.editor))))
        for each in window.findChildren(BoundField)
        if each.editor.dirty and any(map(_words, boxes_of(each.editor)))
    ]


def _unkept_forms(window: MainWindow) -> list[Unkept]:
    """What stands in fields that belong to no record; never a passphrase, whose field is of another kind."""
    editors = [each for each in window.findChildren(Editor) if field_round(each) is None and _may_be_kept(each)]
    found = [each for each in editors if each.typed_in and any(map(_words, boxes_of(each)))]
    return [Unkept("", _label(each), "", tuple(map(_words, boxes_of(each)))) for each in found]


def _may_be_kept(editor: Editor[Any]) -> bool:
    """Not what is part of another editor, nor a name typed where staff names are asked for."""
    above = editor.parentWidget()
    while above is not None and not isinstance(above, Editor | Page):
        above = above.parentWidget()
    return above is None or (isinstance(above, Page) and above.keeps_typing)


def _label(editor: Editor[Any]) -> str:
    return editor.first_control().accessibleName()


def _put_back(window: MainWindow, pages: PageHost, unkept: Unkept) -> bool:
    if not unkept.kind:
        return False
    pages.go_to(Place(unkept.kind, unkept.record_id, unkept.field_name, ""))
    field = field_round(window.focusWidget())
    if field is None or (field.record_id, field.field.name) != (unkept.record_id, unkept.field_name):
        return False
    return _type_in(field.editor, unkept.boxes)


def _put_in_form(window: MainWindow, unkept: Unkept) -> bool:
    editors = [each for each in window.findChildren(Editor) if field_round(each) is None and each.isVisible()]
    fit = next((each for each in editors if _label(each) == unkept.record_id), None)
    return fit is not None and _type_in(fit, unkept.boxes, commit=False)


def _type_in(editor: Editor[Any], words: tuple[str, ...], *, commit: bool = True) -> bool:
    boxes = boxes_of(editor)
    while len(boxes) < len(words) and isinstance(editor, RowsEditor):
        editor.add_row()  # one that was begun and never kept
        if len(boxes) == len(boxes := boxes_of(editor)):
            break
    if len(boxes) != len(words):
        return False
    for box, each in zip(boxes, words, strict=True):
        if _words(box) == each:
            continue
        box.selectAll()
        if isinstance(box, QTextEdit):
            box.insertPlainText(each)
        else:
            box.insert(each)
    if commit:
        editor.commit()
    return True


# ---- the cursor
def _words(box: Box) -> str:
    if isinstance(box, ProseBox):
        return box.plain()
    return box.toPlainText() if isinstance(box, QTextEdit) else box.text()


def _selection(box: QWidget) -> tuple[int, int]:
    """The caret, and where the selection began."""
    if isinstance(box, QTextEdit):
        cursor = box.textCursor()
        return cursor.position(), cursor.anchor()
    if isinstance(box, QLineEdit):
        caret = box.cursorPosition()
        if not box.hasSelectedText():
            return caret, caret
        start, end = box.selectionStart(), box.selectionEnd()
        return caret, start if caret == end else end
    return 0, 0


def _place_caret(window: MainWindow, where: LeftAt) -> None:
    field = field_round(window.focusWidget())
    boxes = boxes_of(field.editor) if field is not None else []
    if field is None or field.record_id != where.record_id or where.box not in range(len(boxes)):
        return
    box = boxes[where.box]
    box.setFocus()
    length = len(_words(box))
    caret, anchor = min(max(0, where.caret), length), min(max(0, where.anchor), length)
    if isinstance(box, QTextEdit):
        cursor = box.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
        box.ensureCursorVisible()
    else:
        box.setSelection(anchor, caret - anchor) if caret != anchor else box.setCursorPosition(caret)
