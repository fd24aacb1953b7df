"""Words of a review stand in the review file and in the exports asked for, and nowhere else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from imr_desk.cli import commands
from imr_desk.cli import main as run_command
from imr_desk.cli.output import Reply
from imr_desk.errors import ImrDeskError
from imr_desk.jobs.export import export
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import FieldType
from imr_desk.session import Session
from imr_desk.store.transaction import RULED
from tests.sample_session import PASSPHRASE, open_sample

MARKER = "zyxwvut"
TEXT = (FieldType.LINE, FieldType.PROSE)


def planted(session: Session) -> None:
    """The marker in every text field of every kind."""
    for kind in KINDS.values():
        values = {field.name: f"{MARKER} {field.name}" for field in kind.fields if field.type in TEXT}
        if kind.name in RULED or not values:
            continue
        if kind.single:
            session.run(SetFields(kind.name, kind.name, values))
        else:
            session.run(Insert(kind.name, session.new_id(kind.name), values))


def everything_under(*folders: Path) -> bytes:
    """Names and bytes of every file."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            found.append(str(path.relative_to(folder)).encode())
            if path.is_file() and path.stat().st_size < 50_000_000:
                found.append(path.read_bytes())
    return b"\n".join(found)


def test_no_word_of_any_field_is_readable_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    folder = tmp_path / "reviews"
    folder.mkdir()
    session = open_sample(folder)
    planted(session)
    session.run(RegisterName("STF-04", f"{MARKER.title()} Blenkinthwaite"))
    session.undo()
    with pytest.raises(ImrDeskError) as refused:
        export(session, folder / "draft.docx", draft=True)
    assert session.search(MARKER)
    session.close()
    seen = everything_under(folder, scratch, Path(os.environ["HOME"])).lower()
    assert MARKER.encode() not in seen
    assert b"blenkinthwaite" not in seen
    out = capfd.readouterr()
    assert MARKER not in (out.out + out.err + refused.value.sentence).lower()


def test_fault_of_ours_shows_kind_and_place_and_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: object) -> Reply:
        raise ZeroDivisionError(f"while reading {MARKER}")

    monkeypatch.setitem(commands.COMMANDS, "info", commands.COMMANDS["info"]._replace(run=broken))  # type: ignore[arg-type]
    monkeypatch.setenv("IMR_DESK_PASSPHRASE", PASSPHRASE)
    assert run_command(["info", str(tmp_path / "x.imr")]) == 2
    error = capsys.readouterr().err
    assert "ZeroDivisionError at test_words_stay_inside.py" in error
    assert MARKER not in error
    assert "Traceback" not in error
    assert error.count("\n") == 1


def test_repr_of_records_and_operations_on_names_shows_no_words(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    planted(session)
    for record in session.review:
        assert MARKER not in repr(record)
        for name in record:
            for row in record.rows(name):
                assert MARKER not in repr(row)
    assert MARKER not in repr(RegisterName("STF-04", MARKER))
    assert MARKER not in repr(session.review)
    session.close()
