"""Reading a Word file back: the sealed words whatever was done to the file, and every text for the scan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_tools import added, changed, moved_to_the_left, packed, parts_of
from hypothesis import given
from hypothesis import strategies as st
from word_sample import SEAL, sample_report

from imr_desk.export.readback import ReadBack, read_word
from imr_desk.export.report import Block, Column, Report, Row, Table, bullet, finding, label, numbered, para, quote
from imr_desk.export.word import write_word
from imr_desk.export.words import Line, lines

_SAID = "The Board met on 18 January 2018."
_RUN = f'<w:r><w:t xml:space="preserve">{_SAID}</w:t></w:r>'
_CELL = '<w:r><w:t xml:space="preserve">Seen again in review 4.</w:t></w:r>'
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module")
def final() -> bytes:
    return write_word(sample_report(), SEAL)


@pytest.fixture(scope="module")
def expected() -> list[Line]:
    return list(lines(sample_report()))


def said(data: bytes, block: str = "B05") -> list[str]:
    return [line.text for line in read_word(data).lines if line.block == block]


def raw(found: ReadBack) -> str:
    return "\n".join(text for _, text in found.parts)


def test_lines_of_our_own_file_are_those_of_the_report(final: bytes, expected: list[Line]) -> None:
    found = read_word(final)
    assert list(found.lines) == expected
    assert found.seal == SEAL


def test_lines_of_a_draft_are_those_of_the_final_report(expected: list[Line]) -> None:
    found = read_word(write_word(sample_report(draft=True)))
    assert list(found.lines) == expected
    assert found.seal is None


def test_unsealed_is_the_rest_of_the_body_and_names_no_sealed_line(final: bytes, expected: list[Line]) -> None:
    unsealed = read_word(final).unsealed
    assert Line("B01", "Status Final: signed and counter-signed") in unsealed
    assert Line("B01", "Panel’s report number") in unsealed
    assert Line("B28", "Robin Example") in unsealed
    assert Line("B26", "Cleared with the Director of Legal Services.") in unsealed
    assert not set(unsealed) & set(expected)


@given(st.lists(st.text(max_size=80), min_size=3, max_size=3), st.sampled_from(["chapter", "annex", "none"]))
def test_lines_of_any_text_come_back(texts: list[str], numbering: str) -> None:
    parts = (
        *(make(text) for text in texts for make in (numbered, para, quote, bullet, finding)),
        label(texts[0], texts[1]),
        Table(texts[0], texts[1], (Column(texts[1]), Column(texts[2])), (Row((texts[2], "\n".join(texts))),), texts[2]),
    )
    block = Block("B05", texts[0], numbering, parts)  # type: ignore[arg-type]
    report = replace(sample_report(), blocks=(block, Block("B06", "Next", "chapter", (para(texts[1]),))))
    assert read_word(write_word(report)).lines == tuple(lines(report))


def blocks_twice() -> Report:
    blocks = (
        Block("B02", "Control", "none", (para("One"),)),
        Block("B02", "Sheet", "none", (para("Two"),), separate=True),
        Block("B02", "More", "none", (para("Three"),)),
    )
    return replace(sample_report(), blocks=blocks)


def test_lines_of_a_block_printed_in_several_places_are_told_apart() -> None:
    found = read_word(write_word(blocks_twice()))
    assert found.lines == tuple(lines(blocks_twice()))
    assert [line.text for line in found.unsealed] == ["Sheet", "Two"]


# ------------------------------------------------------------- what others do to the file


def test_insertion_counts_and_deletion_does_not(final: bytes) -> None:
    marked = (
        '<w:r><w:t xml:space="preserve">The Board met </w:t></w:r>'
        '<w:del w:id="901" w:author="Pat Panel"><w:r><w:delText>on 18 January 2018.</w:delText></w:r></w:del>'
        '<w:ins w:id="902" w:author="Pat Panel"><w:r><w:t>twice.</w:t></w:r></w:ins>'
    )
    found = read_word(changed(final, _RUN, marked))
    assert Line("B05", "The Board met twice.") in found.lines
    assert "on 18 January 2018." in raw(found)
    assert "Pat Panel" in raw(found)


def test_deleted_paragraph_mark_joins_two_paragraphs(final: bytes) -> None:
    """Accepting the change makes one paragraph of two."""
    quote = '<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>'
    ended = f'<w:p><w:pPr><w:pStyle w:val="Quote"/><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>{_RUN}</w:p>{quote}'
    found = said(changed(final, quote, ended), "B16")
    assert f"{_SAID}I worry what he would do with the little one there." in found
    assert _SAID not in found


def test_deleted_row_does_not_count(final: bytes) -> None:
    marked = changed(
        final, "<w:tr><w:trPr><w:cantSplit/></w:trPr>", '<w:tr><w:trPr><w:cantSplit/><w:del w:id="9"/></w:trPr>'
    )
    assert "Signed and counter-signed" not in said(marked, "B02")


def test_number_in_the_panels_box_does_not_count(final: bytes, expected: list[Line]) -> None:
    filled = changed(final, "\u00a0" * 24, "SCR 2018/02/7")
    found = read_word(filled)
    assert list(found.lines) == expected
    assert "SCR 2018/02/7" in raw(found)


def test_text_in_a_box_that_was_moved_into_a_sealed_paragraph_counts(final: bytes) -> None:
    """Else anything could be said there: only the paragraph of the box is left out, by its style."""
    box = '<w:sdt><w:sdtPr><w:tag w:val="panel_report_number"/></w:sdtPr><w:sdtContent>'
    moved = changed(final, _RUN, f"{_RUN}{box}<w:r><w:t> Untrue.</w:t></w:r></w:sdtContent></w:sdt>")
    assert f"{_SAID} Untrue." in said(moved)


def test_text_in_another_content_control_counts(final: bytes) -> None:
    control = f'<w:sdt><w:sdtPr><w:tag w:val="other"/></w:sdtPr><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>'
    assert _SAID in said(changed(final, _RUN, control))


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (_RUN, _RUN.replace("18 J", "19 J"), "The Board met on 19 January 2018."),
        (_RUN, _RUN + "<w:r><w:tab/><w:t>Not true.</w:t></w:r>", f"{_SAID} Not true."),
        (_RUN, f"{_RUN}<w:hyperlink><w:r><w:t> Link.</w:t></w:r></w:hyperlink>", f"{_SAID} Link."),
        (_RUN, f'{_RUN}<w:fldSimple w:instr="QUOTE x"><w:r><w:t> Field.</w:t></w:r></w:fldSimple>', f"{_SAID} Field."),
        (_RUN, f"{_RUN}<w:r><w:drawing/></w:r>", f"{_SAID}[picture]"),
        (_RUN, f'{_RUN}<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>',
         f"{_SAID} Box"),
        (_RUN, f'{_RUN}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', f"{_SAID}[F0FE]"),
        (_RUN, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>The Board met.</w:t></w:r><w:r><w:t>x</w:t></w:r>", "x"),
    ],
)  # fmt: skip
def test_change_of_a_paragraph_is_read(final: bytes, old: str, new: str, text: str) -> None:
    found = said(changed(final, old, new))
    assert text in found
    assert _SAID not in found


def test_result_of_a_reference_that_is_no_number_counts(final: bytes) -> None:
    """A forger cannot put words where the number of a paragraph stands."""
    lie = changed(
        final, '<w:t xml:space="preserve">Table 2</w:t></w:r><w:r><w:rPr>', "<w:t>no table</w:t></w:r><w:r><w:rPr>"
    )
    assert "The family is shown in no table." in said(lie)
    renumbered = changed(final, '<w:t xml:space="preserve">Table 2</w:t></w:r><w:r><w:rPr>',
                         '<w:t>Table 31</w:t></w:r><w:r><w:rPr>')  # fmt: skip
    assert "The family is shown in ." in said(renumbered)


def test_words_before_the_number_of_a_caption_count(final: bytes) -> None:
    lie = changed(final, '<w:t xml:space="preserve">Table </w:t>', "<w:t>Untrue Table </w:t>")
    assert any(text.startswith("Untrue Table") for text in said(lie, "B02"))


def test_paragraph_put_in_with_an_unsealed_style_is_shown_as_unsealed(final: bytes, expected: list[Line]) -> None:
    extra = '<w:p><w:pPr><w:pStyle w:val="BodyTextUnsealed"/></w:pPr><w:r><w:t>All was well.</w:t></w:r></w:p>'
    found = read_word(
        changed(final, '<w:p><w:pPr><w:pStyle w:val="Finding"/>', f'{extra}<w:p><w:pPr><w:pStyle w:val="Finding"/>')
    )
    assert list(found.lines) == expected
    assert Line("B16", "All was well.") in found.unsealed


def test_sealed_paragraph_given_an_unsealed_style_is_missed(final: bytes) -> None:
    moved = changed(final, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="QuoteUnsealed"/>')
    assert not any(text.startswith("I worry") for text in said(moved, "B16"))


def test_paragraph_before_the_first_block_counts(final: bytes) -> None:
    extra = "<w:body><w:p><w:r><w:t>Put in front.</w:t></w:r></w:p>"
    assert said(changed(final, "<w:body>", extra), "") == ["Put in front."]


def test_hidden_style_hides_its_text(final: bytes) -> None:
    hidden = changed(
        final, '<w:name w:val="Quote"/>', '<w:name w:val="Quote"/><w:rPr><w:vanish/></w:rPr>', "word/styles.xml"
    )
    assert not any(text.startswith("I worry") for text in said(hidden, "B16"))


def test_hidden_style_hides_what_is_based_on_it(final: bytes) -> None:
    name = '<w:name w:val="Numbered Paragraph"/><w:basedOn w:val="BodyText"/>'
    hidden = changed(final, name, f"{name}<w:rPr><w:vanish/></w:rPr>", "word/styles.xml")
    assert not any("Finding" in text for text in said(hidden, "B16"))


def test_picture_beside_a_box_of_text_counts(final: bytes) -> None:
    image = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    box = f"<w:drawing>{image}<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:drawing>"
    assert f"{_SAID} Box[picture]" in said(changed(final, _RUN, f"{_RUN}<w:r>{box}</w:r>"))


def test_footnote_counts(final: bytes) -> None:
    inner = '<w:footnote w:id="1"><w:p><w:r><w:t>A note put in.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {_W}>{inner}</w:footnotes>"
    found = read_word(added(final, "word/footnotes.xml", notes, _NOTES))
    assert Line("footnotes", "A note put in.") in found.lines


def test_changed_cell_among_plain_ones_is_read(final: bytes) -> None:
    marked = '<w:ins w:id="9" w:author="P"><w:r><w:t>Changed</w:t></w:r></w:ins>'
    assert "Changed" in said(changed(final, _CELL, marked), "B29")


def test_text_moved_into_the_empty_cell_beside_it_is_read(final: bytes, expected: list[Line]) -> None:
    found = list(read_word(moved_to_the_left(final, "D04, p. 3")).lines)
    at = expected.index(Line("B29", "D04, p. 3"))
    assert found == [*expected[: at - 1], expected[at], expected[at - 1], *expected[at + 1 :]]


@pytest.mark.parametrize("wrapper", ["w:sdt", "w:customXml", "x:unknown"])
@pytest.mark.parametrize("whole_cell", [True, False])
def test_text_wrapped_inside_a_row_is_read(final: bytes, wrapper: str, whole_cell: bool) -> None:
    extra = f"<w:p>{_CELL.replace('4.', '5.')}</w:p>"
    inner = f"<w:tc>{extra}</w:tc>" if whole_cell else extra
    content = f"<w:sdtContent>{inner}</w:sdtContent>" if wrapper == "w:sdt" else inner
    before = f"{_CELL}</w:p></w:tc>" if whole_cell else f"{_CELL}</w:p>"
    found = said(changed(final, before, f'{before}<{wrapper} xmlns:x="urn:x">{content}</{wrapper}>'), "B29")
    assert any("Seen again in review 5." in text for text in found)


def test_embedded_document_is_noticed(final: bytes) -> None:
    chunk = changed(final, "<w:sectPr><w:type", "<w:altChunk/><w:sectPr><w:type")
    assert "[picture]" in [line.text for line in (*read_word(chunk).lines, *read_word(chunk).unsealed)]


# ------------------------------------------------------------- the parts, for the scan


def test_parts_hold_every_text_of_the_package(final: bytes) -> None:
    comment = '<w:comment w:id="1" w:author="Kim Fictional"><w:p><w:r><w:t>Ask Lee</w:t></w:r></w:p></w:comment>'
    comments = f"<w:comments {_W}>{comment}</w:comments>"
    custom = '<item xmlns="urn:x"><a>Jo Invented</a></item>'
    rels = changed(final, "</Relationships>", '<Relationship Id="x" Type="t" Target="file://server/jo.madeup/a.docx" '
                   'TargetMode="External"/></Relationships>', "word/_rels/document.xml.rels")  # fmt: skip
    data = added(added(rels, "word/comments.xml", comments), "customXml/item1.xml", custom)
    data = changed(data, '<w:name w:val="Strong"/>', '<w:name w:val="Sam Style"/>', "word/styles.xml")
    data = changed(data, 'w:tblDescription w:val="', 'w:tblDescription w:val="Al Alternative ')
    text = raw(read_word(data))
    for wanted in (
        _SAID, "OFFICIAL-SENSITIVE", "CPS IMR, Child F", "Crown Prosecution Service", "Robin Example", "Kim Fictional",
        "Ask Lee", "Jo Invented", "file://server/jo.madeup/a.docx", "Sam Style", "Al Alternative", "Mother, Child F",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_parts_keep_a_name_together_that_is_split_over_runs(final: bytes) -> None:
    split = changed(
        final, _RUN, '<w:r><w:t xml:space="preserve">Jane </w:t></w:r><w:r><w:t>R</w:t></w:r><w:r><w:t>oe</w:t></w:r>'
    )
    assert ("body B05", "Jane Roe") in read_word(split).parts


def test_parts_name_the_signature_page_and_the_seal_as_places(final: bytes) -> None:
    places = {place for place, text in read_word(final).parts if "Robin Example" in text}
    assert places == {"body B28", "seal"}


def test_seal_that_was_broken_is_none_and_its_pieces_are_scanned(final: bytes) -> None:
    parts = parts_of(final)
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"IMR Desk seal 001", b"IMR Desk seal 007")
    found = read_word(packed(parts))
    assert found.seal is None
    assert any(name.startswith("IMR Desk seal") for place, name in found.parts if place == "properties")
