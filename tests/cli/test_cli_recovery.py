"""`recovery`, `recover` and `passphrase` at the command line: what they print, ask for and refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.session import Session

OLD, NEW = "four plain words here", "another four words then"


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "review.imr"
    Session.create(path, OLD).close()
    monkeypatch.setenv(opened.VARIABLE, OLD)
    return path


def _file(folder: Path, name: str, words: str) -> str:
    path = folder / name
    path.write_text(words + "\n", encoding="utf-8")
    return str(path)


def test_recovery_prints_sheet_and_groups(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recovery", str(review)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Sheet 1, check value ")
    assert [len(line.split()) for line in lines[2:7]] == [4] * 5


def test_recover_with_files_sets_the_new_passphrase_and_shows_the_new_sheet(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["recovery", str(review), "--json"])
    before = json.loads(capsys.readouterr().out)
    key, new = _file(tmp_path, "key", before["recovery_key"]), _file(tmp_path, "new", NEW)
    words = ["recover", str(review), "--recovery-key-file", key, "--new-passphrase-file", new, "--json"]
    assert main(words) == 0
    after = json.loads(capsys.readouterr().out)
    assert (before["sheet"], after["sheet"]) == (1, 2)
    assert after["recovery_key"] != before["recovery_key"]
    Session.open(review, NEW).close()
    Session.open(Path(after["backup"]), OLD, read_only=True).close()


def test_recover_with_the_key_as_it_was_printed_opens(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["recovery", str(review)])
    printed = "\n".join(capsys.readouterr().out.splitlines()[2:7])
    words = ["--recovery-key-file", _file(tmp_path, "key", printed)]
    assert main(["recover", str(review), *words, "--new-passphrase-file", _file(tmp_path, "new", NEW)]) == 0


def test_recover_with_a_slip_names_the_group_and_changes_nothing(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["recovery", str(review), "--json"])
    groups = json.loads(capsys.readouterr().out)["recovery_key"].split()
    groups[6] = groups[6][1] + groups[6][0] + groups[6][2:] if groups[6][0] != groups[6][1] else "Z" + groups[6][1:]
    words = ["recover", str(review), "--recovery-key-file", _file(tmp_path, "key", " ".join(groups))]
    assert main([*words, "--new-passphrase-file", _file(tmp_path, "new", NEW)]) == 2
    assert capsys.readouterr().err == "imr-desk: Group 7 was mistyped.\n"
    Session.open(review, OLD).close()


def test_passphrase_changes_it_and_says_what_becomes_of_backups(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["passphrase", str(review), "--new-passphrase-file", _file(tmp_path, "new", NEW)]) == 0
    said = capsys.readouterr().out
    assert "Backups made before still open with the one from before." in said
    assert "Sheet 2, check value" in said
    Session.open(review, NEW).close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["recover"], "Give --recovery-key-file"),
        (["passphrase"], "Give --new-passphrase-file"),
        (["recover", "--recovery-key-file", "nowhere"], "with the recovery key cannot be read"),
    ],
)
def test_what_nobody_can_be_asked_for_is_named(
    review: Path,
    words: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(opened, "at_a_keyboard", lambda: False)
    monkeypatch.setattr("imr_desk.cli.commands.recovery.at_a_keyboard", lambda: False)
    assert main([words[0], str(review), *words[1:]]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere.imr", "."])
def test_recover_what_is_no_review_is_said_in_a_line(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    main(["recovery", str(review), "--json"])
    key = _file(tmp_path, "key", json.loads(capsys.readouterr().out)["recovery_key"])
    words = ["recover", str(tmp_path / name), "--recovery-key-file", key]
    assert main([*words, "--new-passphrase-file", _file(tmp_path, "new", NEW)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "fault" not in said


def test_two_new_passphrases_that_differ_change_nothing(
    review: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter([NEW, NEW + "!"])
    monkeypatch.setattr("imr_desk.cli.commands.recovery.at_a_keyboard", lambda: True)
    monkeypatch.setattr("imr_desk.cli.commands.recovery.asked", lambda _: next(typed))
    assert main(["passphrase", str(review)]) == 2
    assert "not the same, so nothing was changed" in capsys.readouterr().err
    Session.open(review, OLD).close()
