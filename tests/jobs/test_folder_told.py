"""Of a folder that is copied it is said once, for each folder anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_session import PASSPHRASE, open_sample

from imr_desk.folders import Lying, Reach, lying
from imr_desk.jobs.folder_told import word_on_folder
from imr_desk.paths import reviews_folder
from imr_desk.session import Session


def test_folder_that_is_copied_is_told_of_once_and_another_one_again(tmp_path: Path) -> None:
    one, other = tmp_path / "OneDrive", tmp_path / "Dropbox"
    for folder in (one, other):
        folder.mkdir()
    session = open_sample(one)
    lines = len(session.past())
    assert word_on_folder(session).startswith("OneDrive synchronises this folder.")
    assert word_on_folder(session) == ""
    assert len(session.past()) == lines
    session.close()
    moved = session.path.rename(other / "sample.imr")
    again = Session.open(moved, PASSPHRASE)
    assert word_on_folder(again).startswith("Dropbox synchronises this folder.")
    again.close()
    once_more = Session.open(moved, PASSPHRASE, read_only=True)
    assert word_on_folder(once_more) == ""
    once_more.close()


def test_folder_of_this_computer_is_not_spoken_of(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    assert word_on_folder(session) == ""
    session.close()


@pytest.mark.parametrize(
    ("copied", "offered"), [((), "Documents"), (("Documents",), "home"), (("Documents", "home"), "data")]
)
def test_new_review_is_offered_a_folder_that_nobody_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: tuple[str, ...], offered: str
) -> None:
    places = {name: tmp_path / name for name in ("Documents", "home", "data")}

    def known(folder: Path) -> Lying:
        return Lying(Reach.NETWORK) if folder.parent.name in copied else lying(folder)

    monkeypatch.setattr("imr_desk.paths.lying", known)
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(places["Documents"]))
    monkeypatch.setattr("platformdirs.user_data_dir", lambda **_: str(places["data"]))
    monkeypatch.setattr(Path, "home", lambda: places["home"])
    assert reviews_folder() == places[offered] / "IMR reviews"
