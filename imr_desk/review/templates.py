"""The templates of reports, and what of one still holds nothing (R-144).

A template is a list of sections; each section shows one block. Blocks, templates and columns are data, in
`resources/templates`: a further template is a further file there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, cast

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.applies import are_met, words_of
from imr_desk.review.catalogue import fields_of
from imr_desk.review.review import Review

Numbering: TypeAlias = Literal["chapter", "annex", "none", "separate"]
"""How a section counts; `separate` is a sheet of its own, which does not go to the panel."""

_DATA = ("blocks", "columns", "profiles")


@dataclass(frozen=True)
class BlockSpec:
    """One block of the library (B01 to B34), before any template takes it up.

    `filled_by` names kinds and fields (`opening.introduction`): while one of them holds something the block says
    something. A block with `never_empty` is made by the program or filled by `fixed`, a sentence.
    """

    id: str
    heading: str
    sealed: bool
    filled_by: tuple[str, ...]
    fixed: str
    never_empty: bool
    requirements: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A block in its place in a template, under the template's own heading."""

    block: str
    heading: str
    mandatory: bool
    numbering: Numbering
    landscape: bool = False
    new_page: bool = False


@dataclass(frozen=True)
class Template:
    """The form of a report.

    `title` names the template in lists, `document` is what stands on the cover. `agency` is the stored word of the
    organisation that uses it; `chronology` and `action_plan` are the sets of columns used where the review names none.
    """

    id: str
    title: str
    document: str
    agency: str
    chronology: str
    action_plan: str
    sections: tuple[Section, ...]

    def shows(self, block_id: str) -> bool:
        """Whether the copy for the panel has that block."""
        return any(each.block == block_id and each.numbering != "separate" for each in self.sections)


@lru_cache(maxsize=1)
def blocks() -> Mapping[str, BlockSpec]:
    """The library of blocks by id, in order."""
    return MappingProxyType({block_id: _block(block_id, data) for block_id, data in read("blocks").items()})


@lru_cache(maxsize=1)
def template_ids() -> tuple[str, ...]:
    """The ids of the templates there are."""
    folder = resources.files("resources") / "templates"
    names = [item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")]
    return tuple(sorted(name for name in names if name not in _DATA))


@lru_cache
def template(template_id: str) -> Template:
    """The template of that id. BadInputError where there is none."""
    if template_id not in template_ids():
        raise BadInputError(
            tr("There is no template ‘{id}’. The templates are: {known}.").format(
                id=template_id, known=", ".join(template_ids())
            )
        )
    data = read(template_id)
    return Template(
        template_id,
        data["title"],
        data["document"],
        data["agency"],
        data["chronology"],
        data["action_plan"],
        tuple(_section(each) for each in data["sections"]),
    )


def template_of(review: Review) -> Template:
    """The template that the review names; where it names none, that of its agency."""
    about = review.one("review")
    named = about.text("template")
    return template(named) if named else template("T2" if about.text("agency") == "ho" else "T1")


def empty_blocks(review: Review, template_id: str = "") -> tuple[tuple[str, str], ...]:
    """Id and heading of the mandatory blocks that hold nothing yet, judged on sealed content only (R-144).

    `template_id` stands in for the template that the review names.
    """
    form = template(template_id) if template_id else template_of(review)
    return tuple(
        (section.block, tr(section.heading))
        for section in form.sections
        if section.mandatory and not is_filled(review, section.block)
    )


def is_filled(review: Review, block_id: str) -> bool:
    """Whether a block holds something. Process blocks are not judged: they are filled after signing."""
    spec = blocks()[block_id]
    if spec.never_empty or not spec.sealed:
        return True
    words = words_of(review)
    return any(_holds(review, source, words) for source in spec.filled_by)


def read(name: str) -> dict[str, Any]:
    """One data file of `resources/templates`, by its name without ending."""
    file = resources.files("resources") / "templates" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _holds(review: Review, source: str, words: frozenset[str]) -> bool:
    """Whether a kind, or one field of it, holds something sealed that is asked of this review."""
    kind, _, field = source.partition(".")
    asked = (name for name, spec in fields_of(kind).items() if spec.sealed and are_met(spec.only, words))
    names = {name for name in asked if name == field or not field}
    return any(not names.isdisjoint(record) for record in review.all(kind))


def _block(block_id: str, data: Mapping[str, Any]) -> BlockSpec:
    fixed = str(data.get("fixed", ""))
    return BlockSpec(
        block_id,
        data["heading"],
        bool(data.get("sealed", True)),
        tuple(data.get("filled_by", ())),
        fixed,
        bool(fixed or data.get("automatic")),
        tuple(data["requirements"]),
    )


def _section(data: Mapping[str, Any]) -> Section:
    """One line of a template. KeyError for a block that is not in the library: a fault of the data."""
    spec = blocks()[data["block"]]
    return Section(
        spec.id,
        data.get("heading", spec.heading),
        data["needed"] == "mandatory",
        cast("Numbering", data["numbering"]),
        bool(data.get("landscape", False)),
        bool(data.get("new_page", False)),
    )
