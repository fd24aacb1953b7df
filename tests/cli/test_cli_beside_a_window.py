"""Commands on a review that a window has open: those that read work beside it, those that write say who has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk import computer
from imr_desk.cli.main import main
from imr_desk.operations.general import SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session that has the review open for writing."""
    monkeypatch.setenv("IMR_DESK_PASSPHRASE", SAMPLE_PASSPHRASE)
    session = open_sample(tmp_path)
    yield session
    session.close()


@pytest.mark.parametrize(
    "command", ["info {}", "check {}", "integrity {}", "names --review {} {words}", "export {} {to} --draft"]
)
def test_command_that_reads_works_beside_the_window(
    window: Session, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Nothing of note.", encoding="utf-8")
    said = command.format(window.path, words=words, to=tmp_path / "draft.docx").split()
    assert main(said) in (0, 1)
    assert capsys.readouterr().err == ""
    window.run(SetFields("review", "review", {"reference": "X"}))


@pytest.mark.parametrize("command", ["register {} STF-04", "sign {} --name A --job-title B"])
def test_command_that_writes_says_who_has_the_review(
    window: Session, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = window.path.read_bytes()
    assert main(command.format(window.path).split()) == 2
    said = capsys.readouterr().err
    assert f"This review is open on {computer.name()} by {computer.user()} since" in said
    assert len(said.splitlines()) == 1
    assert window.path.read_bytes() == before
