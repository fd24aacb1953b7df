"""A whole stage as forms, straight from its declarations: every kind a section, in the order they are declared.

For a stage that has no page of its own yet; such a page says the same in better order and in its own words.
"""

from __future__ import annotations

from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.fields import Kind
from ui.forms.specs import FormOf, ListOf, SectionOf, Spec, kinds_shown
from ui.pages.form_page import FormPage


def stage_form(stage: int, *, without: frozenset[str] = frozenset()) -> type[FormPage]:
    """The page class of a stage, 1 to 10. `without` names kinds that only a rule may write, such as signatures."""
    kinds = tuple(kind for kind in kinds_of_stage(stage) if kind.name not in without and not _private(kind))
    sections = tuple(SectionOf(kind.label if kind.single else kind.plural, "", (_spec(kind),)) for kind in kinds)
    shown = kinds_shown(sections) | {"signature", "review"}
    return type(f"StageForm{stage}", (FormPage,), {"stage": stage, "sections": sections, "kinds": shown})


def _spec(kind: Kind) -> Spec:
    return FormOf(kind.name) if kind.single else ListOf(kind.name)


def _private(kind: Kind) -> bool:
    """Whether nothing of it may stand in a form of a stage."""
    return all(field.private for field in kind.fields)
