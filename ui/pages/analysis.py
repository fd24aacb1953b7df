"""Stage 6, ‘Analysis’: sections written paragraph by paragraph beside the evidence they rest on (R-100 to R-116)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.operations.general import Delete
from imr_desk.review.kinds.analysis import EVIDENCE
from ui import theme
from ui.ending import end
from ui.forms.bound_field import BoundField
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.section import FoldingSection
from ui.forms.specs import SectionOf, kinds_shown
from ui.icons import Glyph
from ui.pages import analysis_sections as stands
from ui.pages import analysis_steps as steps
from ui.pages.analysis_caret import CaretKeeper
from ui.pages.analysis_hub import WritingHub
from ui.pages.analysis_outline import Outline, OutlineRow, nothing_asked
from ui.pages.analysis_paragraph import ParagraphItem
from ui.pages.analysis_section import BeginPart, Key, WrittenSection, keys_of, writing_of
from ui.pages.analysis_words import count_of
from ui.pages.analysis_writing import Writing
from ui.pages.evidence_pane import EvidencePane
from ui.pages.form_page import FormPage
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.editors.paragraph import ParagraphEditor
from ui.widgets.surfaces import column, row
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.review.review import Review

PANE, NARROW_PANE, WIDE_PAGE = 300, 248, 920
"""How wide the evidence is, in pixels at 100 %; the first from a page of the third on."""
SOME = 1
"""How many paragraphs are made beforehand at a time; the page is laid out anew after each time."""
LOOK_MS = 150
"""How long after scrolling the evidence follows the section in view."""


class AnalysisPage(FormPage):
    """The written sections first, then what stands beside them in the report."""

    stage: ClassVar[int] = 6
    sections: ClassVar[tuple[SectionOf, ...]] = ()
    kinds: ClassVar[frozenset[str]] = (
        kinds_shown((stands.DECISIONS, stands.GOOD_PRACTICE, stands.EQUALITY, stands.FINDINGS, stands.CONTEXT))
        | kinds_shown((stands.ACCURACY,))
        | frozenset((*EVIDENCE, "good_practice", "question", "section", "paragraph", "summary", "signature", "review"))
    )

    def __init__(self) -> None:
        self._hub = WritingHub()
        self.outline = Outline()
        self.evidence = EvidencePane()
        self.written: tuple[WrittenSection, ...] = ()
        self._written_box: QVBoxLayout = column(gap=16)
        self._target = ""
        self._marked: ParagraphItem | None = None
        self.sections = (  # type: ignore[misc]  # the summary needs this page's own hub
            stands.DECISIONS,
            stands.GOOD_PRACTICE,
            stands.EQUALITY,
            stands.FINDINGS,
            stands.CONTEXT,
            stands.summary_section(writing_of(self._hub, steps.SUMMARY)),
            stands.ACCURACY,
        )
        super().__init__(self.outline)
        self._fixed_parts, self._fixed_links = self.parts, self.links
        self.second_pane = self.evidence
        self._hub.setParent(self)
        self._connect()

    def _put_together(self, top: tuple[QWidget, ...]) -> None:
        super()._put_together(top)
        to_terms = Button(tr("Go to the terms of reference"), "plain")
        to_terms.clicked.connect(self._to_terms)
        self.empty = nothing_asked(to_terms)
        self.empty.hide()
        self.episode = Button(tr("Begin a section on a key episode"), "plain", Glyph.PLUS)
        self.episode.clicked.connect(self._begin_episode)
        self.deleted = DeletedNotice(self.host)
        holder = QWidget()
        holder.setLayout(column(self.deleted, self._written_box, self.episode, gap=20, margins=(0, 0, 0, 12)))
        self.frame.add_before(self.empty, self.parts[0])
        self.frame.add_before(holder, self.parts[0])
        put_in_reading_order(self)

    def _lay_out(self) -> QLayout:
        across: QHBoxLayout = row(self.frame, self.evidence, gap=0)
        across.setStretch(0, 1)
        return across

    def _connect(self) -> None:
        hub, pane = self._hub, self.evidence
        hub.composed.connect(self.composed)
        hub.entered.connect(self._entered)
        hub.evidence_asked.connect(self._to_evidence)
        hub.walked_out.connect(self._walk_on)
        hub.delete_asked.connect(self._delete_section)
        pane.link_asked.connect(self._link)
        pane.go_asked.connect(self._go_to_evidence)
        pane.back_asked.connect(self._back)
        pane.fold_asked.connect(self._fold_evidence)
        self._caret = CaretKeeper(self.frame.scroller, self._settle_layout, self)
        hub.caret_moved.connect(self._caret.moved)
        self._view = QTimer(self)
        self._view.setSingleShot(True)
        self._view.setInterval(LOOK_MS)
        self._view.timeout.connect(self._look_round)
        self.frame.scroller.verticalScrollBar().valueChanged.connect(self._view.start)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self.host.take(review)
        self._show_sections(keys_of(review))
        self.episode.setHidden(self.host.sealed)
        self.empty.setHidden(bool(self.written))
        self.outline.setHidden(not self.written)
        super().show_review(review, reload_focused=reload_focused)
        self._show_deleted()
        rows = [OutlineRow(each.head.words(), each.said, each.bare) for each in self.written]
        self.outline.say(tuple(rows))
        count = count_of((*review.all(steps.PARAGRAPH), *review.all(steps.SUMMARY)))
        self.frame.head.set_lead(self._lead(count))
        if self._target not in review:
            self._target = ""
        self._show_target()
        self.evidence.show_review(review, sealed=self.host.sealed)

    def _lead(self, count: int) -> str:
        written = trn("{n} word written.", "{n} words written.", count).replace(str(count), f"{count:,}")
        return tr("Each question answered from its evidence. {written}").format(written=written)

    def _show_sections(self, keys: tuple[Key, ...]) -> None:
        """Have a section for each key, in order; those that stay keep what is built and typed in them."""
        if keys == tuple(each.key for each in self.written):
            return
        there = {each.key: each for each in self.written}
        for key, gone in there.items():
            if key not in keys:
                self._to_order.discard(gone)
                self._written_box.removeWidget(gone)
                gone.hide()
                gone.setParent(None)
                end(gone)
        self.written = tuple(there.get(key) or self._made(key) for key in keys)
        for at, each in enumerate(self.written):
            if self._written_box.indexOf(each) != at:
                self._written_box.insertWidget(at, each)
                each.show()
        links = self.outline.make(len(keys))
        for link, part in zip(links, self.written, strict=True):
            link.clicked.connect(partial(self._go_to_section, part))
        self.parts = (*self.written, *self._fixed_parts)
        self.links = (*links, *self._fixed_links)
        if self.isVisible():
            self._idle.start()
        self._arrange_later()

    def _made(self, key: Key) -> WrittenSection:
        made = WrittenSection(self.host, self._hub, key)
        made.wanted.connect(partial(self._build, made))
        return made

    def _arrange_later(self) -> None:
        """Set the order of Tab on all of the page, since whole sections came or went."""
        self._to_order.update(self.parts)
        QTimer.singleShot(0, self, partial(put_in_reading_order, self))

    # ---- building
    def build_all(self) -> None:
        """Build every section now, and every paragraph."""
        super().build_all()
        for writing in self._writings():
            writing.fill()

    def _writings(self) -> tuple[Writing, ...]:
        return tuple(inner for part in self.parts for inner in part.parts if isinstance(inner, Writing))

    @Slot()
    def _build_next(self) -> None:
        """Make some paragraphs, of the section in sight before others; then the next section."""
        pending = [each for each in self._writings() if each.pending]
        if not pending or not self.isVisible():
            super()._build_next()
            return
        foot = self.frame.scroller.viewport().height()
        seen = (each for each in pending if self._top_of(each) < foot and self._top_of(each) + each.height() > 0)
        self._hold_still(partial(next(seen, pending[0]).fill, SOME))
        self._idle.start()

    def _hold_still(self, change: Callable[[], None]) -> None:
        """Change something without moving what is in sight."""
        bar, anchor = self.frame.scroller.verticalScrollBar(), self._first_in_sight()
        was = self._top_of(anchor) if anchor is not None else 0
        change()
        self._settle_layout()
        if anchor is not None and (moved := self._top_of(anchor) - was):
            bar.setValue(bar.value() + moved)

    # ---- the paragraph the person is in
    def _entered(self, record_id: str) -> None:
        self._target = record_id
        self._show_target()

    def _show_target(self) -> None:
        item = self._item(self._target)
        if self._marked is not None and isValid(self._marked):
            self._marked.mark(False)
        self._marked = item
        if item is not None:
            item.mark(True)
        self.evidence.show_target(self._target, item.field.label.text() if item is not None else "")
        record = self.host.review.get(self._target)
        if record is not None:
            section = self.host.review.get(steps.section_of(self.host.review, record))
            self.evidence.show_question(section.link("question") if section is not None else "")
        elif not self.evidence.question:
            self._look_round()

    def _item(self, record_id: str) -> ParagraphItem | None:
        """The paragraph of a record, if it was built."""
        found = (each.item(record_id) for each in self._writings())
        return next((each for each in found if each is not None), None)

    @Slot()
    def _look_round(self) -> None:
        """Without a paragraph in view that has the keyboard, the evidence is that of the section in view."""
        item = self._item(self._target)
        if item is not None and item.box.hasFocus():
            return
        third = self.frame.scroller.viewport().height() // 3
        seen = [each for each in self.parts if self._top_of(each) <= third < self._top_of(each) + each.height()]
        for part in (*seen, *self.written):
            if isinstance(part, WrittenSection):
                self.evidence.show_question(part.key.question)
                return

    def resting_place(self) -> QWidget | None:
        """The paragraph the person was in."""
        item = self._item(self._target)
        return item.box if item is not None else None

    @Slot(object, int)
    def _walk_on(self, writing: Writing, by: int) -> None:
        """Go on from the last paragraph of a section to the first of the next, or back."""
        order = list(self._writings())
        at = order.index(writing)
        beyond = order[at + 1 :] if by > 0 else order[:at][::-1]
        next((each for each in beyond if each.walk_in(by)), None)

    # ---- sections deleted
    @Slot(str)
    def _delete_section(self, section: str) -> None:
        self.deleted.expect(section)
        self.host.ask(Delete(steps.SECTION, section))
        if self.deleted.isVisible():
            self.deleted.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_deleted(self) -> None:
        self.deleted.come()
        back = self.deleted.go()
        if back:
            self.focus_place(Place(steps.SECTION, back, "heading", ""))

    # ---- evidence
    def link_evidence(self) -> None:
        """Go to the evidence for the paragraph with the keyboard; from there, back to it."""
        if self.evidence.isAncestorOf(self.focusWidget() or self):
            self._back()
        else:
            self._to_evidence(self._target)

    @Slot(str)
    def _to_evidence(self, record_id: str) -> None:
        self._target = record_id
        self._show_target()
        if self.evidence.isHidden():
            self.evidence.show()
            self.second_pane_toggled.emit()
        self.evidence.refresh()
        self.evidence.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.evidence.search.selectAll()

    @Slot()
    def _back(self) -> None:
        """Back to the paragraph, the caret where it was."""
        item = self._item(self._target)
        if item is not None:
            item.go_to()
        else:
            (self.outline.links[0] if self.outline.links else self.episode).setFocus()

    @Slot()
    def _fold_evidence(self) -> None:
        self._back()
        self.evidence.hide()
        self.second_pane_toggled.emit()

    @Slot(str)
    def _link(self, evidence: str) -> None:
        self.flush()
        record = self.host.review.get(self._target)
        if record is None or self.host.sealed:
            return
        added = evidence not in record.links("refs")
        self.host.ask(steps.link(record, evidence))
        self.evidence.refresh()
        words = tr("{id} is linked to the paragraph.") if added else tr("{id} is no longer linked to the paragraph.")
        announce(self.evidence, words.format(id=evidence))

    @Slot(str)
    def _go_to_evidence(self, record_id: str) -> None:
        record = self.host.review.get(record_id)
        if record is not None:
            self.place_requested.emit(Place(record.kind, record.id, "", ""))

    @Slot()
    def _to_terms(self) -> None:
        self.place_requested.emit(Place("question", "", "", ""))

    @Slot()
    def _begin_episode(self) -> None:
        self.composed.emit(steps.begin_section())

    # ---- going about
    def focus_place(self, place: Place) -> bool:
        """As of a Page."""
        if place.kind not in (steps.SECTION, steps.PARAGRAPH):
            return super().focus_place(place)
        part = self._section_for(place)
        if part is None:
            return False
        part.set_open(True)
        self._build(part)
        found = part.place(place.kind, place.record_id, place.field)
        if found is not None:
            self._go_to(found)
        return found is not None

    def _section_for(self, place: Place) -> WrittenSection | None:
        """The section in which a place is; with no record, the first that is not begun."""
        review, wanted = self.host.review, place.record_id
        record = review.get(wanted)
        if record is None:
            fit = [each for each in self.written if place.kind == steps.PARAGRAPH or not each.key.section]
            return fit[0] if fit and not wanted else None
        section = record.id if record.kind == steps.SECTION else steps.section_of(review, record)
        held = (each for each in self.written if each.key.section == section)
        return next((each for each in held if section or not each.key.question), None)

    def _go_to_section(self, part: FoldingSection) -> None:
        super()._go_to_section(part)
        begin = next((each for each in part.parts if isinstance(each, BeginPart)), None)
        if begin is not None and not begin.button.isHidden():
            begin.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, found: QWidget) -> None:
        """A paragraph is no field among others: it is brought into sight by its caret."""
        if isinstance(found, BoundField) and isinstance(found.editor, ParagraphEditor):
            self._settle_layout()
            self.frame.show_part(found)
            found.editor.setFocus()
            return
        super()._go_to(found)

    # ---- the two panes
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the evidence its width."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(WIDE_PAGE)
        self.evidence.setFixedWidth(theme.px(PANE if wide else NARROW_PANE))

    def showEvent(self, event: QShowEvent) -> None:
        """The evidence may have changed while the page was not seen."""
        super().showEvent(event)
        self.evidence.show_review(self.host.review, sealed=self.host.sealed)
        self._view.start()
