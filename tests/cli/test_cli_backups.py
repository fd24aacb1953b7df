"""`imr-desk backup`, `restore` and `salvage`, and what is said of a damaged file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from imr_desk.store.backups import folder_of
from imr_desk.store.pages import PAGE
from tests.sample_session import open_sample


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    open_sample(tmp_path).close()
    monkeypatch.setenv(opened.VARIABLE, SAMPLE_PASSPHRASE)
    return tmp_path / "sample.imr"


def damage(path: Path, *pages: int) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 40] ^= 1
    path.write_bytes(data)


def test_backup_and_restore_give_the_same_review_again(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = review.with_name("safe")
    folder.mkdir()
    assert main(["backup", str(review), str(folder), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["proved"] is True
    assert Path(made["backup"]).parent == folder
    back = review.with_name("back.imr")
    assert main(["restore", made["backup"], str(back), "--json"]) == 0
    restored = json.loads(capsys.readouterr().out)
    assert restored["digest"] == made["digest"]
    assert main(["integrity", str(back)]) == 0
    with_it = Session.open(back, SAMPLE_PASSPHRASE)
    assert len(with_it.review.all("entry")) > 10
    with_it.close()


@pytest.mark.parametrize("word", ["backup", "restore", "salvage"])
def test_nothing_is_written_over(review: Path, capsys: pytest.CaptureFixture[str], word: str) -> None:
    taken = review.with_name("taken.imr")
    taken.write_text("somebody's")
    assert main([word, str(review), str(taken)]) == 2
    assert capsys.readouterr().err == "imr-desk: ‘taken.imr’ is there already. Choose another name.\n"
    assert taken.read_text() == "somebody's"


def test_restoring_tells_a_wrong_passphrase_from_damage(
    review: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(review, 1)
    to = review.with_name("back.imr")
    assert main(["restore", str(review), str(to)]) == 2
    assert "is damaged" in capsys.readouterr().err
    monkeypatch.setenv(opened.VARIABLE, "four other words here")
    assert main(["restore", str(review), str(to)]) == 2
    assert "does not open this backup" in capsys.readouterr().err
    assert not to.exists()


def test_restoring_what_is_no_review_says_so(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = review.with_name("other.imr")
    other.write_bytes(bytes(PAGE))
    assert main(["restore", str(other), str(review.with_name("back.imr"))]) == 2
    assert "does not open this backup" in capsys.readouterr().err
    assert main(["restore", str(review.with_name("none.imr")), str(review.with_name("back.imr"))]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_damaged_review_names_its_newest_backup(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(review)
    folder.mkdir()
    assert main(["backup", str(review), str(folder)]) == 0
    damage(review, 1)
    capsys.readouterr()
    assert main(["info", str(review)]) == 2
    said = capsys.readouterr().err
    assert "damaged" in said
    assert str(next(folder.iterdir())) in said
    assert "imr-desk restore" in said
    assert said.count("\n") == 1


def test_salvage_lists_what_was_lost_and_its_status_says_so(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(review, 1)
    assert main(["salvage", str(review), str(review.with_name("whole.imr"))]) == 0
    assert "Nothing of the review was lost." in capsys.readouterr().out
    damage(review, *range(100, 180))
    assert main(["salvage", str(review), str(review.with_name("part.imr")), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["damaged_pages"] == 81
    assert told["lost"]
    assert main(["salvage", str(review), str(review.with_name("part2.imr"))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "Lost:"
    assert any(line.endswith(": all of it") for line in lines[3:])


def test_damaged_beginning_is_found_out_by_the_salt_of_a_backup(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(review)
    folder.mkdir()
    assert main(["backup", str(review), str(folder)]) == 0
    data = bytearray(review.read_bytes())
    data[7] ^= 0xFF
    review.write_bytes(data)
    assert main(["salvage", str(review), str(review.with_name("whole.imr"))]) == 0
    assert "Nothing of the review was lost." in capsys.readouterr().out
