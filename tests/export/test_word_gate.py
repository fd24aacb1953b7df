"""The gate: nothing is written unless it reads back and holds no name; nothing is left behind on a failure."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx_tools import changed
from word_sample import SEAL, sample_report

from imr_desk.errors import ExportError, NameFoundError
from imr_desk.export import gate, word
from imr_desk.export.gate import write_checked
from imr_desk.export.readback import read_word
from imr_desk.export.report import Block, numbered
from imr_desk.export.words import lines


@dataclass(frozen=True)
class Found:
    registered: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Scan:
    """A scan that knows some names and keeps what it was shown."""

    def __init__(self, *registered: str, unknown: tuple[str, ...] = ()) -> None:
        self.names, self.likely = registered, unknown
        self.shown: list[tuple[str, str]] = []

    def __call__(self, parts: Iterable[tuple[str, str]]) -> Found:
        self.shown = list(parts)
        text = "\n".join(text for _, text in self.shown)
        return Found(tuple(n for n in self.names if n in text), tuple(n for n in self.likely if n in text))


def test_gate_writes_a_clean_report_and_says_how_long_it_took(tmp_path: Path) -> None:
    target, scan = tmp_path / "SCR-2018-02 CPS IMR v1.docx", Scan("Jane Roe")
    written = write_checked(sample_report(), SEAL, scan, target, final=True)
    found = read_word(target.read_bytes())
    assert found.lines == tuple(lines(sample_report()))
    assert found.seal == SEAL
    assert (written.path, written.rows, written.size) == (target, 19, target.stat().st_size)
    assert set(written.seconds) == {"build", "read_back", "scan", "write"}
    assert scan.shown[0] == ("file name", target.name)
    assert {"header", "footer", "properties", "seal", "body B29"} <= {place for place, _ in scan.shown}
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("final", [True, False])
def test_gate_with_a_registered_name_writes_nothing(tmp_path: Path, final: bool) -> None:
    report = replace(sample_report(), blocks=(Block("B05", "H", "chapter", (numbered("Jane Roe called."),)),))
    with pytest.raises(NameFoundError, match="Nothing was written"):
        write_checked(report, None, Scan("Jane Roe"), tmp_path / "a.docx", final=final)
    assert list(tmp_path.iterdir()) == []


def test_gate_with_a_registered_name_in_the_file_name_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NameFoundError):
        write_checked(sample_report(), None, Scan("Roe"), tmp_path / "Roe.docx", final=False)
    assert list(tmp_path.iterdir()) == []


def test_gate_with_an_unknown_name_stops_a_final_report_only(tmp_path: Path) -> None:
    scan = Scan(unknown=("Northmoor",))
    with pytest.raises(NameFoundError, match="still to be settled"):
        write_checked(sample_report(), SEAL, scan, tmp_path / "final.docx", final=True)
    write_checked(sample_report(draft=True), None, scan, tmp_path / "draft.docx", final=False)
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


def test_gate_with_a_scan_that_fails_writes_nothing(tmp_path: Path) -> None:
    def broken(parts: Iterable[tuple[str, str]]) -> Found:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_checked(sample_report(), None, broken, tmp_path / "a.docx", final=False)
    assert list(tmp_path.iterdir()) == []


def test_gate_refuses_a_file_that_does_not_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = word.write_word
    monkeypatch.setattr(word, "write_word", lambda *args: changed(honest(*args), "the first point", "another point"))
    with pytest.raises(ExportError, match=r"does not read back .* Analysis against the terms of reference"):
        write_checked(sample_report(), None, Scan(), tmp_path / "a.docx", final=False)
    assert list(tmp_path.iterdir()) == []


def test_gate_replaces_an_older_file_only_when_the_new_one_is_sound(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"older")
    with pytest.raises(NameFoundError):
        write_checked(sample_report(), None, Scan("Mother"), target, final=False)
    assert target.read_bytes() == b"older"
    write_checked(sample_report(), None, Scan(), target, final=False)
    assert target.read_bytes() != b"older"


def test_gate_with_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is not there"):
        write_checked(sample_report(), None, Scan(), tmp_path / "gone" / "a.docx", final=False)


def test_gate_with_a_folder_for_a_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_checked(sample_report(), None, Scan(), tmp_path, final=False)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "allows no changes"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "could not be written"),
    ],
)
def test_gate_with_a_disk_that_fails_says_why_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"older")

    def fails(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(ExportError, match=words):
        write_checked(sample_report(), None, Scan(), target, final=False)
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"older"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_gate_with_a_read_only_folder_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="allows no changes"):
        write_checked(sample_report(), None, Scan(), tmp_path / "a.docx", final=False)
    tmp_path.chmod(0o700)


def test_gate_with_a_disk_that_does_not_keep_what_was_written_removes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "write_whole", lambda path, data, mode: path.write_bytes(data[:-1]))
    with pytest.raises(ExportError, match="did not keep"):
        write_checked(sample_report(), None, Scan(), tmp_path / "a.docx", final=False)
    assert list(tmp_path.iterdir()) == []
