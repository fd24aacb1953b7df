"""The author's independence: no part in the case, no line management, the right unit (R-042, R-043, R-045)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.posts import posts
from imr_desk.review.record import Record
from imr_desk.review.text import folded


def _declaration(facts: Facts) -> Record | None:
    """The author's declaration; the latest where there are more."""
    made = [each for each in facts.review.all("declaration") if each.text("part") == "author"]
    return made[-1] if made else None


def _declared(facts: Facts, field: str, words: str) -> Iterator[Place]:
    declaration = _declaration(facts)
    if declaration is None:
        yield Place.without("declaration", "part", tr(words))
        return
    yield from blanks(declaration, {field: words, "declared_on": mark("The author’s declaration has no date.")})


@check("R-042", reads=("declaration",))
def no_part_in_the_case(facts: Facts) -> Iterator[Place]:
    """Declared and dated; and the author's name is not on the staff register."""
    yield from _declared(
        facts, "no_direct_involvement", mark("The author has not declared that they had no part in the case.")
    )
    if facts.names.author_is_staff:
        words = tr("The author’s name stands on the register of staff involved in the case.")
        yield Place.without("declaration", "no_direct_involvement", words)


@check("R-043", reads=("declaration", "author", "staff"))
def no_line_management(facts: Facts) -> Iterator[Place]:
    """Declared and dated; and no member of staff is given the author's post as line manager."""
    yield from _declared(
        facts, "no_line_management", mark("The author has not declared that they managed nobody involved in the case.")
    )
    post = _post(facts.review.one("author"), "job_title")
    for staff in facts.review.all("staff"):
        if post and _post(staff, "manager_then") == post:
            words = tr(
                "The line manager given for {staff} has the author’s job title. "
                "If it is another person, add the Area or unit to the post."
            )
            yield Place.at(staff, "manager_then", words.format(staff=called(facts.review, staff)))


def _post(record: Record, field: str) -> str:
    return folded(record.text(field)).casefold()


@check("R-045", reads=("author",))
def unit_of_the_author(facts: Facts) -> Iterator[Place]:
    """The Professional Standards Unit, or the reason why not."""
    author = facts.review.one("author")
    unit = posts()["psu"]
    if not unit.is_named_in(author.text("area")) and is_blank(author, "unit_exception"):
        words = tr("The author’s unit is not the {unit}, and no reason is given.")
        yield Place.at(author, "area", words.format(unit=tr(unit.title)))
