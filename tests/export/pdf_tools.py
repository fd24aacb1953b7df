"""What the tests ask of a PDF: its pages as somebody else reads them, and copies that somebody has changed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import page as validator
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ContentStream, DecodedStreamObject, NameObject

PLACE = re.compile(rb"(-?[\d.]+) (-?[\d.]+) Td")


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """The text of each page as another program takes it out."""
    return [" ".join(page.extract_text().split()) for page in reader(data).pages]


def faults(data: bytes, profile: str) -> list[tuple[str, str]]:
    """What an independent validator says against a file."""
    limits = validator.SafetyLimits.unlimited()
    report = validator.validate_pdf_bytes(data, profile=profile, limits=limits)
    return [(fault.rule_id, fault.message) for fault in report.failures]


def changed(data: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """A copy that another program has changed and saved."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    with io.BytesIO() as out:
        writer.write(out)
        return out.getvalue()


def with_contents(page: PageObject, contents: bytes) -> None:
    """Give a page other contents."""
    stream = DecodedStreamObject()
    stream.set_data(contents)
    page[NameObject("/Contents")] = stream


def contents_of(page: PageObject) -> bytes:
    contents = page.get_contents()
    assert isinstance(contents, ContentStream)
    return contents.get_data()
