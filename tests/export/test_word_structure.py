"""How the Word file is built: a sound package, real styles, headings, lists and tables, and nothing that prompts."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import replace

import pytest
from docx_tools import W, document_of, parts_of, val
from lxml import etree
from word_sample import SEAL, sample_report

from imr_desk.export.report import Block, Column, Row, Table, numbered
from imr_desk.export.word import write_word
from imr_desk.export.word.styles import BOX_TAG

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PORTRAIT, _LANDSCAPE = 9070, 15704


@pytest.fixture(scope="module")
def final() -> bytes:
    return write_word(sample_report(), SEAL)


@pytest.fixture(scope="module")
def draft() -> bytes:
    return write_word(sample_report(draft=True))


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    return [(val(p.find(f"{W}pPr/{W}pStyle")), "".join(p.itertext(f"{W}t"))) for p in document_of(data).iter(f"{W}p")]


def styles_of(data: bytes) -> dict[str, etree._Element]:
    tree = etree.fromstring(parts_of(data)["word/styles.xml"])
    return {val(style, "styleId"): style for style in tree.iter(f"{W}style")}


def test_package_of_a_sealed_report_has_every_part_it_relates_to_and_a_type_for_each(final: bytes) -> None:
    parts = parts_of(final)
    types = etree.fromstring(parts["[Content_Types].xml"])
    overrides = {entry.get("PartName", "").lstrip("/") for entry in types.iter(f"{_TYPE}Override")}
    assert overrides <= set(parts)
    targets = set()
    for name in (name for name in parts if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relationship in etree.fromstring(parts[name]).iter(_REL):
            assert relationship.get("TargetMode") is None
            targets.add(posixpath.normpath(posixpath.join(folder, relationship.get("Target", ""))))
    assert targets == {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert targets <= overrides
    assert len({name.casefold() for name in parts}) == len(parts)


def test_package_of_the_same_report_is_the_same_bytes(final: bytes) -> None:
    assert write_word(sample_report(), SEAL) == final


def test_package_bears_the_date_of_the_version_and_nothing_of_this_machine(final: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(final)) as package:
        assert {member.date_time for member in package.infolist()} == {(2018, 6, 22, 9, 0, 0)}
        assert {member.create_system for member in package.infolist()} == {0}


def test_package_of_a_draft_has_no_seal_and_no_custom_properties(draft: bytes) -> None:
    assert "docProps/custom.xml" not in parts_of(draft)
    assert b"custom" not in parts_of(draft)["_rels/.rels"]


def test_document_has_nothing_that_prompts_hides_or_leaves_traces(final: bytes) -> None:
    tree = document_of(final)
    for name in ("ins", "del", "vanish", "br", "gridSpan", "vMerge", "commentReference", "lastRenderedPageBreak"):
        assert tree.find(f".//{W}{name}") is None, name
    everything = b"".join(parts_of(final).values())
    for trace in (b"updateFields", b"w:dirty", b"rsid", b"comments", b"watermark", b"python-docx"):
        assert trace not in everything


def test_paragraphs_all_have_a_defined_style_and_none_is_empty(final: bytes) -> None:
    styles = styles_of(final)
    for p in document_of(final).iter(f"{W}p"):
        assert val(p.find(f"{W}pPr/{W}pStyle")) in styles
        parent = p.getparent()
        assert parent is not None
        assert "".join(p.itertext(f"{W}t")).strip() or parent.tag == f"{W}tc"


def test_styles_lead_only_to_styles_that_are_there_and_are_never_under_9_and_a_half_points(final: bytes) -> None:
    styles = styles_of(final)
    names = [val(style.find(f"{W}name")).casefold() for style in styles.values()]
    assert len(set(names)) == len(names)
    for style in styles.values():
        for link in ("basedOn", "next", "link"):
            found = style.find(f"{W}{link}")
            assert found is None or val(found) in styles
        size = style.find(f"{W}rPr/{W}sz")
        assert size is None or int(val(size)) >= 19


def test_lists_are_tied_to_their_styles_both_ways(final: bytes) -> None:
    styles = styles_of(final)
    numbering = etree.fromstring(parts_of(final)["word/numbering.xml"])
    lists = {val(num, "numId"): val(num.find(f"{W}abstractNumId")) for num in numbering.iter(f"{W}num")}
    for abstract in numbering.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            tied = level.find(f"{W}pStyle")
            if tied is not None:
                place = styles[val(tied)].find(f"{W}pPr/{W}numPr")
                assert place is not None
                assert val(place.find(f"{W}ilvl")) == val(level, "ilvl")
                assert lists[val(place.find(f"{W}numId"))] == val(abstract, "abstractNumId")


def test_headings_use_the_built_in_levels_without_a_gap(final: bytes) -> None:
    found = [(style, text) for style, text in paragraphs(final) if style.startswith(("Heading", "Annex"))]
    assert found == [
        ("Heading1Unnumbered", "Document control and circulation"),
        ("Heading1", "Introduction"),
        ("Heading1", "Analysis against the terms of reference"),
        ("Heading2", "Question 1: was Child F in view?"),
        ("Heading3", "What happened"),
        ("Heading2", "Question 2: was Mother supported?"),
        ("Heading1", "Action plan"),
        ("Heading1", "Quality assurance and signatures"),
        ("AnnexHeading", "Full chronology"),
        ("Heading1Unnumbered", "Consultation and clearance"),
    ]
    names = {val(style.find(f"{W}name")) for style in styles_of(final).values()}
    assert {"heading 1", "heading 2", "heading 3", "caption", "toc 1", "header", "footer"} <= names


def test_numbers_are_never_typed(final: bytes) -> None:
    texts = [text for style, text in paragraphs(final) if style in ("NumberedParagraph", "Finding", "Heading1")]
    assert texts
    assert not [text for text in texts if re.match(r"\d+\.", text)]


def test_bookmarks_are_unique_short_and_lead_every_reference_home(final: bytes) -> None:
    tree = document_of(final)
    starts = list(tree.iter(f"{W}bookmarkStart"))
    names, ids = [val(b, "name") for b in starts], [val(b, "id") for b in starts]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(val(b, "id") for b in tree.iter(f"{W}bookmarkEnd"))
    assert all(re.fullmatch(r"\w{1,40}", name, re.ASCII) for name in names)
    used = {val(link, "anchor") for link in tree.iter(f"{W}hyperlink")}
    used |= {text.split()[1] for text in tree.itertext(f"{W}instrText") if text.split()[0] == "REF"}
    assert used <= set(names)
    assert {"IMR_B01", "IMR_B05", "IMR_B26_open", "IMR_B28_open", "IMR_B03_open", "CPS_CE_003"} <= set(names)


def test_references_ask_for_the_number_of_a_paragraph_and_the_label_of_a_table(final: bytes) -> None:
    asked = {" ".join(text.split()) for text in document_of(final).itertext(f"{W}instrText")}
    assert {"REF _Ref_CPS_board \\r \\h", "REF IMR_B29 \\r \\h", "REF _Ref_CPS_people \\h"} <= asked


def test_references_store_the_number_that_they_come_to(final: bytes) -> None:
    texts = [text for _, text in paragraphs(final)]
    assert "The call is entry [E03]; see paragraph 1.2." in texts
    assert "See question 1, finding 2.2, chapter 1 and Annex A." in texts
    assert "The family is shown in Table 2." in texts


def test_tables_have_a_repeated_heading_row_fixed_widths_and_a_description(final: bytes) -> None:
    tables = list(document_of(final).iter(f"{W}tbl"))
    assert len(tables) == 5
    for table in tables:
        look = table.find(f"{W}tblPr")
        assert look is not None
        assert val(look.find(f"{W}tblLayout"), "type") == "fixed"
        assert val(look.find(f"{W}tblCaption"))
        assert val(look.find(f"{W}tblDescription"))
        widths = [int(val(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) in (_PORTRAIT, _LANDSCAPE)
        first, *rows = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        for row in (first, *rows):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            assert [int(val(cell.find(f"{W}tcPr/{W}tcW"), "w")) for cell in row.findall(f"{W}tc")] == widths


def test_tables_of_twelve_columns_break_no_word_and_no_code(final: bytes) -> None:
    chronology = list(document_of(final).iter(f"{W}tbl"))[-1]
    widths = [int(val(column, "w")) for column in chronology.iter(f"{W}gridCol")]
    assert widths[1] >= 950 + 90, "a date of ten signs and the margins of its cell"
    assert widths[5] >= 900, "'Concerns' in bold"


def free_to_break(table: Table) -> list[bool]:
    """For each row whether it may go over two pages."""
    report = replace(sample_report(), blocks=(Block("B29", "H", "annex", (table,), landscape=True),))
    rows = document_of(write_word(report)).findall(f".//{W}tr")
    return [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows]


@pytest.mark.parametrize(("columns", "tallest"), [(4, 30), (12, 14)])
def test_row_is_free_to_break_when_it_is_tall_and_in_a_chronology_sooner(columns: int, tallest: int) -> None:
    made = tuple(Column("Column") for _ in range(columns))

    def row(lines: int) -> Row:
        return Row(("\n".join(["a line"] * lines), *[""] * (columns - 1)))

    assert free_to_break(Table("T", "", made, (row(1), row(tallest), row(tallest + 1)))) == [False, False, False, True]
    words = Row(("words " * 1200, *[""] * (columns - 1)))
    assert free_to_break(Table("T", "", made, (row(1), words))) == [False, False, True]


def test_cell_of_several_lines_has_a_paragraph_for_each(final: bytes) -> None:
    cell = list(list(document_of(final).iter(f"{W}tbl"))[-1].findall(f"{W}tr")[1].iter(f"{W}tc"))[9]
    assert len(cell.findall(f"{W}p")) == 2


def test_sections_turn_sideways_for_landscape_blocks_only(final: bytes) -> None:
    sections = list(document_of(final).iter(f"{W}sectPr"))
    turned = [val(section.find(f"{W}pgSz"), "orient") == "landscape" for section in sections]
    assert turned == [False, True, False, True, False]
    assert [len(section.findall(f"{W}headerReference")) for section in sections] == [1, 0, 0, 0, 0]


def test_section_that_ends_with_a_table_gets_a_closing_note(final: bytes) -> None:
    assert ("TableNoteUnsealed", "End of Table 5: 12 rows.") in paragraphs(final)


def test_header_and_footer_carry_marking_version_date_and_page(final: bytes) -> None:
    parts = parts_of(final)
    header, footer = (etree.fromstring(parts[f"word/{name}1.xml"]) for name in ("header", "footer"))
    assert "".join(header.itertext(f"{W}t")) == "OFFICIAL-SENSITIVE"
    text = "".join(footer.itertext(f"{W}t"))
    assert text == "CPS IMR, Child F  |  Version 1  |  22 June 2018  |  Page 1 of 1OFFICIAL-SENSITIVE"
    assert [field.split()[0] for field in footer.itertext(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_draft_says_so_in_the_header_and_footer_of_every_page(draft: bytes) -> None:
    parts = parts_of(draft)
    assert "DRAFT – Draft of version 1" in parts["word/header1.xml"].decode()
    assert "Draft of version 1" in parts["word/footer1.xml"].decode()
    assert b"<cp:contentStatus>Draft<" in parts["docProps/core.xml"]


def test_contents_are_filled_links_without_page_numbers(final: bytes) -> None:
    contents = [(style, text) for style, text in paragraphs(final) if style.startswith("TOC")]
    assert contents[0] == ("TOCHeading", "Contents")
    assert ("TOC1", "2Analysis against the terms of reference") in contents
    assert ("TOC2", "Question 2: was Mother supported?") in contents
    assert ("TOC1", "Annex AFull chronology") in contents
    (instruction,) = (text for text in document_of(final).itertext(f"{W}instrText") if "TOC" in text)
    assert "\\n" in instruction
    assert b"PAGEREF" not in parts_of(final)["word/document.xml"]


def test_properties_name_the_agency_and_no_person(final: bytes) -> None:
    core = parts_of(final)["docProps/core.xml"].decode()
    assert "<dc:title>Individual Management Review: Child F (Crown Prosecution Service)</dc:title>" in core
    assert core.count("Crown Prosecution Service</") == 2
    assert "2018-06-22T09:00:00Z" in core
    assert 'w:lang w:val="en-GB"' in parts_of(final)["word/styles.xml"].decode()


def test_panel_number_box_is_a_content_control_on_the_cover(final: bytes) -> None:
    (tag,) = document_of(final).iter(f"{W}tag")
    assert val(tag) == BOX_TAG


def test_signatures_leave_room_for_ink(final: bytes) -> None:
    table = list(document_of(final).iter(f"{W}tbl"))[3]
    rows = {"".join(row.find(f"{W}tc").itertext(f"{W}t")): row for row in table.findall(f"{W}tr")}  # type: ignore[union-attr]
    assert list(rows) == [
        "Item", "Declaration", "Name", "Job title", "Signature", "Date", "Version signed", "How signed",
    ]  # fmt: skip
    assert int(val(rows["Signature"].find(f"{W}trPr/{W}trHeight"))) >= 1700
    assert int(val(rows["Name"].find(f"{W}trPr/{W}trHeight"))) >= 850


def test_row_of_the_wrong_length_raises() -> None:
    table = Table("T", "", (Column("A"), Column("B")), (Row(("only one",)),))
    report = replace(sample_report(), blocks=(Block("B05", "H", "chapter", (numbered("x"), table)),))
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        write_word(report)


def test_report_that_ends_with_a_table_still_ends_with_a_paragraph() -> None:
    table = Table("T", "", (Column("A"),), (Row(("x",)),))
    body = document_of(write_word(replace(sample_report(), blocks=(Block("B05", "H", "chapter", (table,)),)))).find(
        f"{W}body"
    )
    assert body is not None
    assert [etree.QName(child).localname for child in body][-2:] == ["p", "sectPr"]
