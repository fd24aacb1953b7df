"""One link to another record, found by a part of its title or reference."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.widgets.editors.base import Editor
from ui.widgets.editors.findable import Choices, Findable
from ui.widgets.editors.link_box import LinkBox
from ui.widgets.surfaces import row


def how_to_find() -> str:
    """What a screen reader says of a field in which a record is found."""
    return tr("Type a part of a title or reference, or press Down; Return takes what is chosen.")


def not_found(typed: str) -> str:
    """Why what was typed is no link."""
    return tr("Nothing is called ‘{words}’. Choose from the list, or empty the field.").format(words=typed)


class LinkEditor(Editor[str]):
    """The id of one record, or "". A choice is committed as soon as it is made; emptying the field takes it out."""

    def __init__(self, choices: Choices = ()) -> None:
        super().__init__()
        self._choices = choices
        self._later: Callable[[], Choices] | None = None
        self._name_of: Callable[[str], str] | None = None
        self._prepare: Callable[[], None] | None = None
        self._found: Findable | None = None
        self._id = ""
        self.box = LinkBox(self, self._findable, tuple)
        self.box.setPlaceholderText(tr("Nothing chosen: type to find"))
        self.setLayout(row(self.box))
        self._kept = self._state()
        self.box.textEdited.connect(self._typed)
        self.box.editingFinished.connect(self.commit)
        self.box.come_to.connect(self._come_to)
        self.box.picked.connect(self._picked)
        self.box.left_list.connect(self._show_name)

    # ---- what can be chosen
    def set_choices(self, choices: Choices) -> None:
        """Offer other records; what was chosen stays chosen."""
        self._choices, self._later, self._name_of, self._prepare = choices, None, None, None
        self._named_anew()

    def offer_later(
        self, name_of: Callable[[str], str], choices: Callable[[], Choices], prepare: Callable[[], None] | None = None
    ) -> None:
        """Offer records of which there are so many that they are listed only when somebody looks for one."""
        self._name_of, self._later, self._prepare = name_of, choices, prepare
        self._named_anew()

    def _named_anew(self) -> None:
        if not self.dirty and not self.problem:
            self._show_name()
            self._kept = self._state()

    @Slot()
    def _come_to(self) -> None:
        if self._prepare is not None:
            self._prepare()

    def _findable(self) -> Findable:
        choices = self._later() if self._later is not None else self._choices
        if self._found is None or self._found.choices is not choices:
            self._found = Findable.of(choices)
        return self._found

    def _name(self) -> str:
        if not self._id:
            return ""
        name = self._name_of(self._id) if self._name_of is not None else self._findable().label(self._id)
        return name or self._id

    # ---- the value
    def value(self) -> str:
        """The id; while what was typed names nothing, that which was kept."""
        return self._id

    def _show(self, value: str | None) -> None:
        self._id = value or ""
        self._show_name()

    @Slot()
    def _show_name(self) -> None:
        name = self._name()
        if name != self.box.text():
            self.box.setText(name)
            self.box.setCursorPosition(0)
        self.box.setToolTip(name)

    def _state(self) -> object:
        return self._id, self.box.text()

    def find_problem(self) -> str:
        """That nothing is called so."""
        typed = self.box.text().strip()
        return not_found(typed) if typed and typed != self._name() else ""

    def controls(self) -> tuple[QWidget, ...]:
        """The one line."""
        return (self.box,)

    def describe(self, name: str, description: str = "") -> None:
        """Say how a record is found, too."""
        super().describe(name, " ".join(part for part in (description, how_to_find()) if part))

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self.box.setReadOnly(on)

    # ---- what the person does
    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.touched()
        self.pause_timer.stop()  # somebody who stops to read the list has not finished

    @Slot(str)
    def _picked(self, record_id: str) -> None:
        self._id = record_id
        self._show_name()
        self.touched()
        self.commit()

    @Slot()
    def commit(self) -> None:
        """Take what is named in full, or nothing where the field was emptied; then as every editor."""
        typed = self.box.text().strip()
        if self.dirty and not self.box.listing:
            if not typed:
                self._id = ""
            elif typed != self._name() and (found := self._findable().named(typed)):
                self._id = found
                self._show_name()
        super().commit()
