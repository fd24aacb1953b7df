"""One section of the analysis on the page: the question, the heading, the paragraphs, and what else is said there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.operations.general import Move
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.fold_button import FoldButton
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.forms.section import FoldingSection
from ui.forms.specs import SectionOf, Spec
from ui.icons import Glyph
from ui.pages import analysis_steps as steps
from ui.pages.analysis_hub import WritingHub
from ui.pages.analysis_words import bare_in, question_named, section_named, state_of
from ui.pages.analysis_writing import Writing, height_of
from ui.record_words import in_words, shortened
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import Bounded, Surface, at_left, column

FOOT = ("resource_shortfall", "no_evidence_held", "levels", "question")


class Key(NamedTuple):
    """What a section on the page stands for: a question, a section of the review, or both; neither: strays."""

    question: str = ""
    section: str = ""


@dataclass(frozen=True)
class Made:
    """A part that is made by a function. It covers no field: whoever makes it finds the places in it."""

    kind: str
    maker: Callable[[FormHost], Part]
    high: Callable[[Review], int]
    fields: tuple[Field, ...] = ()

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows the records of a kind, none of them by a form."""
        return kind == self.kind and kind != steps.SECTION

    def applies(self, _host: FormHost) -> bool:
        """It always does."""
        return True

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""
        return self.maker(host)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return self.high(review)


def writing_of(hub: WritingHub, kind: str, section: str = "") -> Spec:
    """The paragraphs of a section, or the summary, as a part of a page."""

    def make(host: FormHost) -> Part:
        return Writing(host, hub, kind, section)

    def high(review: Review) -> int:
        return height_of(steps.written(review, kind, section))

    return cast("Spec", Made(kind, make, high))


class QuestionCard(Part):
    """The question in the words of the letter."""

    def __init__(self, host: FormHost, question: str) -> None:
        super().__init__()
        self._host, self._question = host, question
        self._caption = Label("", "caption", "text_soft")
        self._text = Label("", "reading", weight=600)
        card = Surface(
            column(self._caption, self._text, gap=3, margins=(16, 10, 16, 12)), fill="window", edge="line", radius=8
        )
        outer = Bounded(720)
        outer.setLayout(column(card, gap=0))
        self.setLayout(column(outer, gap=0))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the question as it is now."""
        questions = self._host.review.all("question")
        asked = self._host.review.get(self._question)
        if asked is not None:
            words = question_named(asked)
            if (asked.number("number") or 0) <= len(questions):  # else a letter that numbers them in its own way
                words = tr("{question} of {count}").format(question=words, count=len(questions))
            self._caption.setText(words)
            self._text.setText(asked.text("text") or tr("The question has no words yet. Copy it at ‘The review’."))


class BeginPart(Part):
    """For a question that has no section yet: what belongs there, and the one press that begins it."""

    def __init__(self, host: FormHost, hub: WritingHub, question: str) -> None:
        super().__init__()
        self._host, self._hub, self._question = host, hub, question
        self.button = Button("", "plain", Glyph.PLUS)
        self.button.clicked.connect(self._begin)
        words = tr("What happened, what was expected then, why it made sense, what resources allowed, what you find.")
        self.setLayout(column(Label(words, "body", "text_soft"), at_left(self.button), gap=10))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Name the question."""
        asked = self._host.review.get(self._question)
        name = question_named(asked) if asked is not None else tr("this question")
        self.button.say(tr("Begin the section for {question}").format(question=name[:1].lower() + name[1:]))
        self.button.setHidden(self._host.sealed)

    @Slot()
    def _begin(self) -> None:
        self._hub.composed.emit(steps.begin_section(self._question))

    def first_control(self) -> QWidget | None:
        """The button."""
        return self.button


class SectionFoot(Part):
    """What a section says beside its paragraphs, and what can be done with all of it."""

    def __init__(self, host: FormHost, hub: WritingHub, section: str) -> None:
        super().__init__()
        self._host, self._hub, self._section = host, hub, section
        self.form: RecordForm | None = None
        self.fold = FoldButton(tr("More about this section"))
        self.fold.clicked.connect(self._toggle)
        self._said = Label("", "small", "text_soft")
        self._body = QWidget()
        self._body.hide()
        self._up, self._down = Button(tr("Move section up"), "small"), Button(tr("Move section down"), "small")
        self._delete = Button(tr("Delete the section"), "small")
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._delete.clicked.connect(self._delete_asked)
        self.fold.show_open(False)
        self.setLayout(column(at_left(self.fold), self._said, self._body, gap=3))

    @Slot()
    def _toggle(self) -> None:
        self.set_open(self._body.isHidden())

    def set_open(self, on: bool) -> None:
        """Show the fields, made when they are first wanted, or fold them away."""
        if on and self.form is None:
            kind = kind_of(steps.SECTION)
            fields = tuple(kind.field(name) for name in FOOT)
            self.form = RecordForm(self._host, kind, fields, record_id=self._section, role="reading")
            self._body.setLayout(
                column(self.form, Flow(self._up, self._down, self._delete, gap=8), gap=14, margins=(0, 10, 0, 0))
            )
            self.show_review()
            self._host.rearranged.emit(self)
        self._body.setHidden(not on)
        self.fold.show_open(on)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the fields; offer only what can be done."""
        record = self._host.review.get(self._section)
        if record is not None:
            self._said.setText(said_beside(record, self._host.review))
        if self.form is None:
            return
        self.form.show_review(reload_focused=reload_focused)
        order, free = self._order(), not self._host.sealed
        at = order.index(self._section) if self._section in order else -1
        for button, shown in ((self._up, at > 0), (self._down, 0 <= at < len(order) - 1), (self._delete, True)):
            button.setHidden(not (free and shown))

    def _order(self) -> list[str]:
        """Sections beside which this one may be moved: those of the same question, or of none."""
        review = self._host.review
        mine = review.get(self._section)
        return [
            each.id
            for each in review.all(steps.SECTION)
            if mine is not None and each.link("question") == mine.link("question")
        ]

    def _move(self, by: int) -> None:
        order = self._order()
        every: list[str] = [each.id for each in self._host.review.all(steps.SECTION)]
        other = order[order.index(self._section) + by]
        after = every.index(other) + 1
        before = other if by < 0 else every[after] if after < len(every) else ""
        self._host.ask(Move(steps.SECTION, self._section, before))

    @Slot()
    def _delete_asked(self) -> None:
        self._hub.delete_asked.emit(self._section)


def said_beside(section: Record, review: Review) -> str:
    """What a section says beside its paragraphs, in one line."""
    kind = kind_of(steps.SECTION)
    shortfall, bare = section.text("resource_shortfall"), section.text("no_evidence_held")
    parts = (
        tr("Resources: {words}").format(words=shortened(shortfall)) if shortfall else tr("Resources: not answered yet"),
        tr("No evidence held: {words}").format(words=shortened(bare)) if bare else "",
        tr("Practice looked at: {words}").format(
            words=in_words(kind.field("levels"), section, review) or tr("not said")
        ),
    )
    return " · ".join(part.rstrip(".") for part in parts if part)


class WrittenSection(FoldingSection):
    """A section that stands for a question, a section of the review, or the paragraphs of none."""

    def __init__(self, host: FormHost, hub: WritingHub, key: Key) -> None:
        self.key = key
        self.said, self.bare = "", False
        super().__init__(host, SectionOf("", " ", _holds(hub, key)))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Say how the section is called and how it stands, then show what it holds."""
        review = self._host.review
        name = section_named(review, *self.key)
        self.head.say(name)
        self.setAccessibleName(name)
        record = review.get(self.key.section)
        there = steps.written(review, steps.PARAGRAPH, self.key.section) if record or not self.key.question else ()
        self.said = state_of(there, stated=record is not None and bool(record.text("no_evidence_held")))
        self.bare = bare_in(there) > 0
        self._reason.setText(self.said)
        self._reason.set_tone("wait" if self.bare else "text_soft")
        super().show_review(reload_focused=reload_focused)

    @property
    def writing(self) -> Writing | None:
        """Where its paragraphs are written; None before it was built or begun."""
        return next((part for part in self.parts if isinstance(part, Writing)), None)

    def place(self, kind: str, record_id: str, field: str) -> QWidget | None:
        """As of a FoldingSection, for the section itself and its paragraphs."""
        for part in self.parts:
            if kind == steps.PARAGRAPH and isinstance(part, Writing):
                item = part.item(record_id)
                return part.first_control() if item is None else item.chips[0] if field == "refs" else item.field
            if kind == steps.SECTION and isinstance(part, BeginPart):
                return part.first_control()
        if kind != steps.SECTION:
            return None
        for part in self.parts:
            if isinstance(part, SectionFoot) and field in FOOT:
                part.set_open(True)
        return self._field(kind, record_id, field)


def _holds(hub: WritingHub, key: Key) -> tuple[Spec, ...]:
    """What stands in a section, as the form kit wants it."""
    made: list[Made] = []
    if key.question:
        made.append(Made(steps.SECTION, lambda host: QuestionCard(host, key.question), lambda _review: 90))
    if key.section:
        made.append(Made(steps.SECTION, partial(_heading_form, key.section), lambda _review: 90))
    elif key.question:
        made.append(Made(steps.SECTION, lambda host: BeginPart(host, hub, key.question), lambda _review: 90))
        return cast("tuple[Spec, ...]", tuple(made))
    writing = cast("Made", writing_of(hub, steps.PARAGRAPH, key.section))
    made.append(writing)
    if key.section:
        made.append(Made(steps.SECTION, lambda host: SectionFoot(host, hub, key.section), lambda _review: 60))
    return cast("tuple[Spec, ...]", tuple(made))


def _heading_form(section: str, host: FormHost) -> Part:
    kind = kind_of(steps.SECTION)
    return RecordForm(host, kind, (kind.field("heading"),), record_id=section)


def keys_of(review: Review) -> tuple[Key, ...]:
    """The sections that stand on the page: one or more for each question in order, then those on key episodes."""
    sections, questions = review.all(steps.SECTION), review.all("question")
    asked = {question.id for question in questions}
    keys: list[Key] = []
    for question in questions:
        mine = [Key(question.id, each.id) for each in sections if each.link("question") == question.id]
        keys += mine or [Key(question.id)]
    keys += [Key("", each.id) for each in sections if each.link("question") not in asked]
    if steps.written(review, steps.PARAGRAPH):
        keys.append(Key())
    return tuple(keys)
