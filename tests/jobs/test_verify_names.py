"""A file that is verified is searched for registered names too: somebody may have put one there. Made-up names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf.annotations import FreeText

from imr_desk.errors import NameFoundError, RegisterUnreadableError
from imr_desk.jobs.export import export, printable, save_printable
from imr_desk.jobs.pictures import pictures_of
from imr_desk.jobs.verify import verify
from imr_desk.names.guard import Guard
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from tests.export.docx_tools import added
from tests.export.pdf_tools import changed
from tests.sample_session import open_sample

NAME = "Jolyon Wetherspindle"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(RegisterName("STF-04", NAME))
    yield opened
    opened.close()


def commented(data: bytes) -> bytes:
    return added(data, "word/comments.xml", f"<w:comments {W}><w:comment w:author='{NAME}'/></w:comments>")


def annotated(data: bytes) -> bytes:
    return changed(data, lambda writer: writer.add_annotation(0, FreeText(text=NAME, rect=(9, 9, 90, 40))) and None)


@pytest.mark.parametrize(
    ("name", "change", "place"),
    [("a.docx", commented, "the comments"), ("a.pdf", annotated, "the notes on the pages")],
)
def test_verify_with_a_name_that_was_put_in_says_where_it_stands(
    session: Session, tmp_path: Path, name: str, change: Callable[[bytes], bytes], place: str
) -> None:
    path = tmp_path / name
    export(session, path, draft=True)
    assert not any("registered name" in ground for ground in verify(path, session).grounds)
    path.write_bytes(change(path.read_bytes()))
    (said,) = (ground for ground in verify(path, session).grounds if "registered name" in ground)
    assert place in said
    assert "etherspindle" not in said


def test_verify_without_the_register_answers_and_says_that_no_name_was_looked_for(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    export(session, path, draft=True)

    def unreadable(self: Guard, text: str) -> None:
        raise RegisterUnreadableError("The list cannot be read.")

    monkeypatch.setattr(Guard, "marks", unreadable)
    assert "The list cannot be read." in verify(path, session).grounds


def test_print_saved_under_a_registered_name_is_refused(session: Session, tmp_path: Path) -> None:
    shown = pictures_of(session.review, session.read_document)
    made = printable(session.review, session.judge.guard, today=session.clock().date(), pictures=shown)
    with pytest.raises(NameFoundError, match="in the name of the file"):
        save_printable(made, tmp_path / "for wetherspindle.pdf")
    assert not (tmp_path / "for wetherspindle.pdf").exists()
