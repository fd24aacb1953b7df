"""Progress of the actions, action by action: how each stands, and what was noted of it and when (R-160)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr
from imr_desk.review.applies import kind_applies
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.ending import end
from ui.forms.card_words import ListColumn
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_list import ListLook, RecordList
from ui.icons import Glyph
from ui.pages.afterwards_words import action_facts, latest_status, progress_cards, progress_of, status_line
from ui.record_words import shortened, title_of
from ui.tokens import Tone
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, at_top, column, row

LONGEST = 240
LONGEST_NAME = 60
_SHOWN: dict[str, tuple[Glyph, Tone]] = {
    "done": (Glyph.CIRCLE_CHECK, "good"),
    "under way": (Glyph.CIRCLE_DOT, "accent"),
}
_NOT_BEGUN: tuple[Glyph, Tone] = (Glyph.CIRCLE_DASHED, "text_quiet")


class _OneAction(QWidget):
    """An action of the plan: its words, how it stands, and the list of what was noted."""

    def __init__(self, host: FormHost, action_id: str) -> None:
        super().__init__()
        self._host, self._action_id = host, action_id
        self._number = Label("", "label", "text_quiet", weight=600)
        self._title = Label("", "body", weight=500)
        self._facts = Label("", "small", "text_soft")
        self._status = Label("", "small", "text_soft", weight=500)
        self._icons = {glyph: IconView(glyph, tone, 16) for glyph, tone in (*_SHOWN.values(), _NOT_BEGUN)}
        look = ListLook(
            add=tr("Add progress"),
            empty=" ",
            lead=ListColumn("date", 136),
            cards=progress_cards,
            first=self._first,
            chosen=partial(progress_of, action_id),
        )
        self.list = RecordList(host, kind_of("progress"), look)
        words = column(self._title, self._facts, gap=2)
        state = row(*(at_top(each, 2) for each in self._icons.values()), gap=6)
        state.addWidget(self._status, 1)
        words.addLayout(state)
        head = row(gap=12)
        if action_id:
            head.addLayout(at_top(self._number))
        head.addLayout(words, 1)
        if (add := self.list.give_add_button()) is not None:
            head.addLayout(at_top(add))
        content = column(head, self.list, gap=4, margins=(16, 12, 12, 14))
        self.setLayout(column(Surface(content, fill="raised", edge="line", radius=8), gap=0))

    def _first(self, _review: Review) -> dict[str, object]:
        return {"action": self._action_id} if self._action_id else {}

    def show_action(self, action: Record | None, *, reload_focused: bool) -> None:
        """Show how the action stands now; None for what belongs to no action."""
        review = self._host.review
        title = shortened(title_of(action, review), LONGEST) if action else tr("Of no action of the plan")
        glyph = _NOT_BEGUN[0]
        if action is not None:
            number = action.number("number")
            self._number.setText(str(number) if number is not None else "")
            self._facts.setText(action_facts(action))
            self._status.setText(status_line(action, review))
            glyph = _SHOWN.get(latest_status(action, review), _NOT_BEGUN)[0]
        self._title.setText(title)
        for each, icon in self._icons.items():
            icon.setHidden(action is None or each is not glyph)
        for label in (self._facts, self._status, self._number):
            label.setHidden(not label.text())
        self.setAccessibleName(title)
        self.list.add.setAccessibleName(tr("Add progress: {what}").format(what=shortened(title, LONGEST_NAME)))
        self.list.show_review(reload_focused=reload_focused)
        self.list.setHidden(self.list.notice.isHidden() and not progress_of(self._action_id, review))


class ActionProgress(Part):
    """Every action of the plan, in the order of the plan, and what was noted of none."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._actions: dict[str, _OneAction] = {}
        self._to_plan = Button(tr("Go to the action plan"), "small_link")
        self._to_plan.clicked.connect(partial(host.place_requested.emit, Place("action", "", "", "")))
        self._none = QWidget()
        words = Label(tr("The actions come from the plan at ‘Lessons and recommendations’."), "body", "text_quiet")
        self._none.setLayout(column(words, at_left(self._to_plan), gap=4))
        self._box = column(gap=12)
        self.setLayout(column(self._none, self._box, gap=0))
        self.setAccessibleName(tr("Progress of actions"))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the actions as they are now."""
        review = self._host.review
        actions: dict[str, Record | None] = {each.id: each for each in review.all("action")}
        if progress_of("", review):
            actions[""] = None
        for gone in [each for each in self._actions if each not in actions]:
            part = self._actions.pop(gone)
            self._box.removeWidget(part)
            part.hide()
            end(part)
        for at, (action_id, action) in enumerate(actions.items()):
            if action_id not in self._actions:
                self._actions[action_id] = _OneAction(self._host, action_id)
                self._host.rearranged.emit(self)
            part = self._actions[action_id]
            if self._box.indexOf(part) != at:
                self._box.insertWidget(at, part)
                part.show()
            part.show_action(action, reload_focused=reload_focused)
        self._none.setHidden(bool(actions))

    def list_of(self, action_id: str) -> RecordList:
        """The list of an action; KeyError where there is no such action."""
        return self._actions[action_id].list

    def open_record(self, record_id: str) -> None:
        """As of a Part."""
        for part in self._actions.values():
            part.list.open_record(record_id)

    def first_control(self) -> QWidget | None:
        """The first button that adds something."""
        first = next(iter(self._actions.values()), None)
        return first.list.first_control() if first is not None else self._to_plan


@dataclass(frozen=True)
class ProgressOf:
    """The progress of the actions, as a part of a section."""

    kind: str = "progress"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that its forms show."""
        return kind_of(self.kind).fields

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field; with no field, whether it shows the kind."""
        return kind == self.kind and (not field or any(each.name == field for each in self.fields))

    def applies(self, host: FormHost) -> bool:
        """Whether the kind is asked of the review, or something of it is there."""
        return kind_applies(kind_of(self.kind), host.review, host.words)

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return ActionProgress(host)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return 44 + 96 * len(review.all("action")) + 76 * len(review.all("progress"))
