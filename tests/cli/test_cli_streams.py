"""Streams that are closed, full, ended or in another encoding: one line and a status, never a traceback."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from tests.sample_session import open_sample

NAME = "Jolyon Wetherspindle"


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    open_sample(tmp_path).close()
    monkeypatch.setenv(opened.VARIABLE, SAMPLE_PASSPHRASE)
    return tmp_path / "sample.imr"


def handed_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "ascii"))


def in_shell(repository: Path, words: str) -> subprocess.CompletedProcess[str]:
    command = f'"$PYTHON" -m imr_desk {words}'
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=repository,
        env=os.environ | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("names --json /dev/null >/dev/full", 2, "could not be written out.\n"),
        ("names /dev/null >&-", 0, ""),
        ("info none.imr 2>&-", 2, ""),
        ("names <&-", 2, "imr-desk: There is nothing on standard input.\n"),
        ("info none.imr --passphrase-file none <&-", 2, "cannot be read.\n"),
    ],
)
def test_stream_that_is_full_or_closed_leaves_the_status(repository: Path, words: str, status: int, said: str) -> None:
    done = in_shell(repository, words)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.endswith(said)
    assert done.stderr.count("\n") == bool(said)


def test_status_is_that_of_the_answer_where_nobody_reads_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Mrs Okaforsen rang.")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as shut:
        monkeypatch.setattr(sys, "stdout", shut)
        assert main(["names", str(text)]) == 1


def test_passphrase_is_asked_for_at_a_keyboard_only(
    review: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(opened.VARIABLE)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["info", str(review)]) == 2
    assert capsys.readouterr().err == "imr-desk: A passphrase is needed. Give --passphrase-file FILE.\n"


def test_end_of_input_at_the_prompt_is_said(
    review: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv(opened.VARIABLE)
    monkeypatch.setattr(opened, "at_a_keyboard", lambda: True)
    monkeypatch.setattr(opened.getpass, "getpass", ended)
    assert main(["info", str(review)]) == 2
    assert capsys.readouterr().err == "imr-desk: Nothing was typed, so nothing was done.\n"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf%s\r\n", b"%s", b"%s\nsecond line\n"])
def test_passphrase_file_of_any_editor_is_read(review: Path, tmp_path: Path, data: bytes) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(data.replace(b"%s", SAMPLE_PASSPHRASE.encode()))
    assert main(["integrity", str(review), "--passphrase-file", str(words)]) == 0


def test_text_of_jsonl_may_hold_signs_that_end_a_line_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_in(monkeypatch, '{"id": 1, "text": "Mrs\u2028Okaforsen\x85"}\r\n{"id": 2, "text": "x"}\n'.encode())
    assert main(["names", "--jsonl"]) == 1
    assert capsys.readouterr().out.count("\n") == 2


@pytest.mark.parametrize("line", ["[" * 100_000, '{"id": 1}', "null", "{", '{"id": 1, "text": "\\ud800"'])
def test_line_that_is_no_record_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    handed_in(monkeypatch, line.encode())
    assert main(["names", "--jsonl"]) == 2
    assert capsys.readouterr().err.startswith("imr-desk: Line 1 is not of the form")


def test_name_handed_in_is_read_as_utf8_whatever_the_locale(
    review: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_in(monkeypatch, f"{NAME}ŵ\nnext line\n".encode())
    assert main(["register", str(review), "STF-04"]) == 0
    handed_in(monkeypatch, NAME.encode("utf-16"))
    assert main(["register", str(review), "STF-04"]) == 2
    assert capsys.readouterr().err == "imr-desk: The name is not in UTF-8. Nothing was registered.\n"
    session = Session.open(review, SAMPLE_PASSPHRASE, read_only=True)
    assert [mark.kind for mark in session.judge.guard.marks(f"{NAME}ŵ")] == ["registered"]
    session.close()


@pytest.mark.parametrize("number", ["-5", "1.5", "abc", "٣", "9999999", ""])
def test_number_of_entries_that_is_none_is_wrong_usage(tmp_path: Path, number: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["sample", str(tmp_path / "sample.imr"), f"--entries={number}"])
    assert left.value.code == 2
    assert list(tmp_path.iterdir()) == []
