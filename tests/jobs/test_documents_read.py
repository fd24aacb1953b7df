"""Files read to be kept: what they are called and what they are; what cannot be kept is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import record

from imr_desk.errors import BadInputError, ExportError, FileProblemError, StoppedError
from imr_desk.jobs import documents
from imr_desk.jobs.documents import ending_of, read_files, write_copy


def test_file_is_read_with_its_name_and_kind(tmp_path: Path) -> None:
    (tmp_path / "Letter of 3 May.PDF").write_bytes(b"%PDF")
    (tmp_path / "notes.unheard-of").write_bytes(b"x")
    letter, notes = read_files((tmp_path / "Letter of 3 May.PDF", tmp_path / "notes.unheard-of"))
    assert (letter.name, letter.media_type, letter.content) == ("Letter of 3 May", "application/pdf", b"%PDF")
    assert notes.media_type == "application/octet-stream"


def test_repr_of_a_file_read_holds_no_words(tmp_path: Path) -> None:
    (tmp_path / "Mother.txt").write_bytes(b"secret")
    assert "Mother" not in repr(read_files((tmp_path / "Mother.txt",)))


def test_empty_folder_and_missing_files_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(BadInputError, match=r"‘empty.txt’ is empty"):
        read_files((tmp_path / "empty.txt",))
    with pytest.raises(BadInputError, match="is a folder"):
        read_files((tmp_path,))
    with pytest.raises(FileProblemError, match="cannot be read"):
        read_files((tmp_path / "gone.txt",))


def test_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST", 10)
    (tmp_path / "long.txt").write_bytes(b"x" * 11)
    with pytest.raises(BadInputError, match="larger than 50 MB"):
        read_files((tmp_path / "long.txt",))


def test_reading_can_be_stopped_before_any_piece(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")

    def stop(_step: str) -> None:
        raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        read_files((tmp_path / "a.txt",), stop)


def test_copy_is_written_whole_with_the_ending_of_its_kind(tmp_path: Path) -> None:
    held = record("document", "DOC-01", media_type="application/pdf")
    assert ending_of(held) == ".pdf"
    assert ending_of(record("document", "DOC-01", media_type="application/octet-stream")) == ""
    write_copy(tmp_path / "copy.pdf", b"%PDF")
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF"
    with pytest.raises(ExportError, match="is not there"):
        write_copy(tmp_path / "nowhere" / "copy.pdf", b"%PDF")
