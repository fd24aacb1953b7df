"""What Word and OpenDocument hang on words: foot notes, remarks, and fields of forms."""

from __future__ import annotations

from intake_files import WordTable, changed, document, given, read, zipped

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = (
    '<office:document-content xmlns:office="{n}office:1.0" xmlns:table="{n}table:1.0" xmlns:text="{n}text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text><table:table>{rows}</table:table>'
    "</office:text></office:body></office:document-content>"
)
_NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Later moved.</text:p>"
    "</text:note-body></text:note>"
)
_REMARK = (
    "<office:annotation><dc:creator>A. Clerk</dc:creator><dc:date>2014-01-01</dc:date><text:p>Check.</text:p>"
    "</office:annotation>"
)
_WAITS = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
)
_TICK = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
)


def test_words_after_a_note_or_remark_stay_and_the_note_goes_to_the_comment() -> None:
    rows = [("Date", "Event", "Source"), ("4/5/13", f"Core{_NOTE} group{_REMARK} held.", "File")]
    cells = ("".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row) for row in rows)
    content = _TEXT.format(n=_NAMES, rows="".join(f"<table:table-row>{each}</table:table-row>" for each in cells))
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    taken = read(zipped(parts), "told.odt")
    assert given(taken, "event", "comment") == [("Core group held.", "Note on Event: Later moved. Check.")]


def test_field_of_a_form_that_nobody_filled_in_says_nothing_and_a_box_shows_its_tick() -> None:
    made = document(
        WordTable([["Date", "Event", "Child seen"], ["4/5/13", "Visit.", "WAITS"], ["5/5/13", "Call.", "TICK"]])
    )
    for old, new in (("WAITS", _WAITS), ("TICK", _TICK)):
        made = changed(made, "word/document.xml", f"<w:r><w:t>{old}</w:t></w:r>", new)
    assert given(read(made, "form.docx"), "event", "comment") == [("Visit.", ""), ("Call.", "Child seen: ☑")]
