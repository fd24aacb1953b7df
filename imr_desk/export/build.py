"""A review and a template become the neutral report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from imr_desk.export.report import COVER, Block, Figure, Heading, Numbering, Paragraph, Part, Report, Run, Table, para
from imr_desk.export.sections import WRITERS
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.signed import document_version, draft_notice, version_date
from imr_desk.export.typed_lists import with_lists
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.review import Review
from imr_desk.review.templates import Section, blocks, template, template_of

MARKING = "OFFICIAL-SENSITIVE"
"""What an export is marked where the review names no marking: unmarked is worse than marked too high (R-165)."""
_LONGEST = 50  # letters of a code in the name of a file and at the foot of a page


def build_report(review: Review, *, template_id: str | None = None, draft: bool, today: date) -> Report:
    """The copy for the panel, of the template named or of the one that the review names.

    Staff are job titles; nothing is printed of private fields, records of interview, clearances, disciplinary
    processes or advice taken; separate sheets are left out (see `extracts`). Empty optional blocks are left out;
    an empty mandatory one says so. BadInputError for a template that is not there.
    """
    form = template(template_id) if template_id else template_of(review)
    content = Content.of(review, form, draft=draft, today=today)
    made = [written(content, each) for each in form.sections if each.numbering != "separate"]
    return report_of(content, resolved(each for each in made if each))


def resolved(blocks_made: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each reference to what is not in them turned into plain words.

    A paragraph left without words by that is not printed, so references to it are the next to go.
    """
    made = tuple(blocks_made)
    while True:
        anchors = frozenset(anchor for block in made for anchor in _anchors(block))
        before = made
        made = tuple(replace(block, parts=tuple(_resolved(part, anchors) for part in block.parts)) for block in made)
        if made == before:
            return made


def _resolved(part: Part, anchors: frozenset[str]) -> Part:
    if not isinstance(part, Paragraph) or all(not run.target or run.target in anchors for run in part.runs):
        return part
    runs = (run if run.target in anchors else Run(run.text, run.strong) for run in part.runs)
    return replace(part, runs=tuple(runs))


def _anchors(block: Block) -> Iterator[str]:
    """What references can lead to: the block itself, and what is printed of its parts."""
    if not block.separate:
        yield block.id
    for _, part in block.printed():
        if isinstance(part, Paragraph | Heading | Table | Figure):
            yield part.anchor
        if isinstance(part, Table):
            yield from (row.anchor for row in part.rows)


def written(content: Content, section: Section) -> Block | None:
    """One section, or None where it is optional and holds nothing."""
    spec = blocks()[section.block]
    parts = WRITERS[section.block](content)
    if not spec.never_empty and _is_empty(parts):
        if not section.mandatory:
            return None
        parts = (*parts, para(_nothing(content), sealed=False))
    if section.numbering in ("chapter", "annex"):
        parts = with_lists(parts)
    separate = section.numbering == "separate"
    numbering: Numbering = "none" if section.numbering == "separate" else section.numbering
    heading = content.template.document if section.block == COVER else section.heading
    return Block(
        section.block,
        tr(heading),
        numbering,
        parts,
        sealed=spec.sealed,
        landscape=section.landscape,
        separate=separate,
        new_page=section.new_page or separate,
    )


def _is_empty(parts: Sequence[Part]) -> bool:
    """Whether nothing but open lines (version, date, status) would be printed."""
    return all(isinstance(part, Paragraph) and (part.is_empty or not part.sealed) for part in parts)


def _nothing(content: Content) -> str:
    return tr("[Nothing entered yet]") if content.draft else tr("Nothing is entered under this heading.")


def report_of(content: Content, made: tuple[Block, ...]) -> Report:
    """The blocks with what is said of the whole: title, marking, version, date, notices."""
    review, board, form = content.one("review"), content.one("board"), content.template
    subject = content.code(review.link("subject"))
    short = content.agency.upper()
    agency = tr(dict(field_of("review", "agency").choices)[content.agency])
    about = ": ".join(each for each in (tr(form.document), subject) if each)
    version = document_version(content)
    return Report(
        title=f"{about} ({agency})",
        subject=", ".join(each for each in (board.text("reference"), board.text("name")) if each),
        agency=agency,
        marking=review.text("protective_marking") or MARKING,
        version=version,
        date=version_date(content),
        blocks=made,
        handling=review.text("handling_line"),
        status="Draft" if content.draft else "Final",
        draft_notice=draft_notice(content),
        footer_label=", ".join(each for each in (f"{short} IMR", _short(subject)) if each),
        agency_code=short,
        template_id=form.id,
        file_stem=_file_stem(short, subject, version, draft=content.draft),
    )


def _short(code: str) -> str:
    """A code as it stands on every page: whole, or where it would fill the page its beginning."""
    return code if len(code) <= _LONGEST else f"{code[: _LONGEST - 1].rstrip()}…"


def _file_stem(agency: str, subject: str, version: int, *, draft: bool) -> str:
    """Codes only, and only letters that every file system takes: `CPS-IMR-Child-K-v1` (R-187)."""
    words = [agency, "IMR", *re.findall(r"[^\W_]+", subject[:_LONGEST]), f"v{version}", *(["draft"] if draft else [])]
    return "-".join(words)
