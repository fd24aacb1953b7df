"""What stands on ‘Ready?’, section by section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imr_desk.i18n import mark
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.specs import FormOf, SectionOf
from ui.pages.ready_checklist import ChecklistPart
from ui.pages.ready_checks import ChecksPart
from ui.pages.ready_details import DetailsPart
from ui.pages.ready_gates import GatesPart
from ui.pages.ready_matrix import MatrixPart


@dataclass(frozen=True)
class PartOf:
    """A part with a class of its own. `kind` is what it mostly shows; it leads to records of `led` alone."""

    kind: str
    maker: Callable[[FormHost], Part]
    high: int
    led: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of its kind."""
        return tuple(each for each in kind_of(self.kind).fields if not each.private)

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field."""
        return kind == self.led and (not field or any(each.name == field for each in self.fields))

    def applies(self, host: FormHost) -> bool:
        """Always."""
        return True

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""
        return self.maker(host)

    def height(self, _review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return self.high


READY_SECTIONS = (
    SectionOf(
        mark("Gates"),
        mark("What each step of the way asks for. No gate stops anybody writing."),
        (PartOf("review", GatesPart, 320),),
    ),
    SectionOf(
        mark("Terms of reference against evidence"),
        mark("How much leads to each question. Return on a count goes there."),
        (PartOf("question", MatrixPart, 300),),
    ),
    SectionOf(
        mark("Every check"),
        mark("What the guidance asks for, whether it is there, and what was said not to apply."),
        (PartOf("exemption", ChecksPart, 400, led="exemption"),),
    ),
    SectionOf(
        mark("Identifying details"),
        mark("Dates of birth, addresses, numbers and the like, by which somebody could be picked out."),
        (PartOf("accepted_detail", DetailsPart, 90, led="accepted_detail"),),
    ),
    SectionOf(
        mark("Quality checklist"),
        mark("Gone through by the counter-signing manager. The program answers what it can see for itself."),
        (
            PartOf("quality_item", ChecklistPart, 500, led="quality_item"),
            FormOf("quality_checklist", heading=mark("Completed")),
        ),
    ),
)
