"""Templates and blocks as data, and what of a template still holds nothing."""

from __future__ import annotations

import pytest
from factories import closed_review, complete_review, record, review, with_values, without

from imr_desk.errors import BadInputError
from imr_desk.export.sections import WRITERS
from imr_desk.review.catalogue import KINDS, fields_of
from imr_desk.review.templates import blocks, empty_blocks, is_filled, template, template_ids, template_of


def test_blocks_are_those_of_the_library_in_order() -> None:
    assert list(blocks()) == [f"B{n:02d}" for n in range(1, 35)]


def test_blocks_each_have_a_writer() -> None:
    assert list(WRITERS) == list(blocks())


def test_blocks_are_filled_by_declared_and_sealed_fields() -> None:
    for spec in blocks().values():
        for source in spec.filled_by:
            kind, _, field = source.partition(".")
            assert kind in KINDS
            fields = fields_of(kind)
            wanted = [fields[field]] if field else list(fields.values())
            assert not spec.sealed or any(each.sealed for each in wanted), source


def test_blocks_that_print_process_data_are_not_sealed() -> None:
    assert [spec.id for spec in blocks().values() if not spec.sealed] == ["B02", "B26", "B27", "B28", "B33"]


def test_templates_are_the_files_there_are() -> None:
    assert template_ids() == ("T1", "T2", "T7", "T8")


@pytest.mark.parametrize(
    ("template_id", "sections", "landscape"),
    [("T1", 33, ["B25", "B29"]), ("T2", 32, ["B25", "B29"]), ("T7", 5, ["B29"]), ("T8", 3, [])],
)
def test_template_lists_its_sections(template_id: str, sections: int, landscape: list[str]) -> None:
    form = template(template_id)
    assert len(form.sections) == sections
    assert [each.block for each in form.sections if each.landscape] == landscape
    sheets = ["B02", "B26", "B27"] if template_id in ("T1", "T2") else []
    assert [each.block for each in form.sections if each.numbering == "separate"] == sheets
    assert not any(each.heading[:1].isdigit() or each.heading.startswith("Annex") for each in form.sections)


def test_template_optional_sections_are_the_ones_that_may_go() -> None:
    assert [each.block for each in template("T1").sections if not each.mandatory] == ["B19", "B23", "B30"]
    assert [each.block for each in template("T2").sections if not each.mandatory] == []


def test_template_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadInputError, match=r"There is no template ‘T9’\. The templates are: T1, T2, T7, T8\."):
        template("T9")


def test_template_of_a_review_is_the_one_it_names_else_that_of_its_agency() -> None:
    assert template_of(review(record("review", "review", template="T1", agency="ho"))).id == "T1"
    assert template_of(review(record("review", "review", agency="ho"))).id == "T2"
    assert template_of(review()).id == "T1"


def test_empty_blocks_of_a_new_review_are_all_that_the_author_has_to_fill() -> None:
    empty = [block for block, _ in empty_blocks(review())]
    never = {"B02", "B03", "B28", "B33", "B26", "B27", "B19", "B23", "B30"}
    assert empty == [each.block for each in template("T1").sections if each.block not in never]


def test_empty_blocks_carry_the_heading_of_the_template() -> None:
    assert ("B13", "Role of the CPS and context") in empty_blocks(review())
    assert ("B13", "Role of the Home Office, section 55 duty and context") in empty_blocks(review(), "T2")


@pytest.mark.parametrize("agency", ["cps", "ho"])
def test_empty_blocks_of_a_complete_review_are_none(agency: str) -> None:
    assert empty_blocks(complete_review(agency)) == ()


def test_empty_blocks_name_what_was_emptied() -> None:
    held = complete_review()
    assert empty_blocks(with_values(held, "opening", methodology=None)) == (("B09", "Methodology"),)
    assert empty_blocks(without(without(held, "LES-01"), "LES-02")) == (("B21", "Lessons learned"),)


def test_empty_blocks_are_judged_on_sealed_content_only() -> None:
    unsealed = record("staff", "STF-01", unit="A unit", part="A part")
    assert not is_filled(review(unsealed), "B04")
    assert not is_filled(review(record("findings", "findings", wider_issues="Wide")), "B23")
    assert is_filled(closed_review(), "B33")
    assert is_filled(review(), "B33")


def test_block_filled_only_by_what_another_agency_is_asked_counts_as_empty() -> None:
    duty = record("context", "context", section_55="A duty.")
    assert not is_filled(review(duty, record("review", "review", agency="cps")), "B13")
    assert is_filled(review(duty, record("review", "review", agency="ho")), "B13")
