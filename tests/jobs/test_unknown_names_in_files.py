"""A name that is on no register is told wherever it stands whole in a document, and the words of its form are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from imr_desk.jobs.names_in_file import names_in_file
from imr_desk.names.guard import Guard
from imr_desk.names.register import throwaway_register

NAME = "Tobias Wrenfield"


def a_file(change: Callable[[Document], object] = lambda _: None) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_paragraph("The unit met on Tuesday and agreed the plan for the case.")
    change(document)
    with io.BytesIO() as data:
        document.save(data)
        return data.getvalue()


def told(data: bytes) -> dict[str, str]:
    """The names found, each with its place."""
    guard = Guard(throwaway_register(("Jorunn Hargreaves",)), {}, ())
    return {one.words: one.place for one in names_in_file(Path("report.docx"), data, guard)}


def author(document: Document) -> None:
    document.core_properties.author = NAME


def last_changed_by(document: Document) -> None:
    document.core_properties.last_modified_by = NAME


def subject(document: Document) -> None:
    document.core_properties.subject = f"Review of {NAME}"


def author_of_a_change(document: Document) -> None:
    mark = document.paragraphs[0]._p.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}ins", {"author": NAME}
    )
    document.paragraphs[0]._p.append(mark)


def link(document: Document) -> None:
    document.part.relate_to("mailto:tobias.wrenfield@agency.gov.uk", "http://x/hyperlink", is_external=True)


def escaped_link(document: Document) -> None:
    document.part.relate_to("http://x/Tobias%20Wrenfield", "http://x/hyperlink", is_external=True)


@pytest.mark.parametrize("change", [author, last_changed_by, subject, author_of_a_change, link, escaped_link])
def test_names_in_a_word_file_with_a_whole_name_where_nobody_reads_are_told(change: Callable[[Document], None]) -> None:
    found = told(a_file(change))
    assert any("renfield" in words for words in found)


def test_name_at_the_head_of_a_sheet_is_told_without_the_sign_of_its_side() -> None:
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w") as package:
            package.writestr("xl/workbook.xml", "<workbook/>")
            package.writestr(
                "xl/worksheets/sheet1.xml", f"<a><oddHeader>&amp;L&amp;&quot;Arial&quot;{NAME}</oddHeader></a>"
            )
        assert NAME in told(whole.getvalue())


def test_names_in_a_word_file_without_any_are_none() -> None:
    assert told(a_file()) == {}
