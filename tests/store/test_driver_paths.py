"""How the path of a review file is handed to SQLite, on this system and on Windows."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from imr_desk.session import Session
from imr_desk.store.driver import uri_of

PASSPHRASE = "four plain words here"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/cases/a b/c#d?e%20f.imr"), "file:///cases/a%20b/c%23d%3Fe%2520f.imr"),
        (PureWindowsPath(r"C:\Cases\a b\x.imr"), "file:///C:/Cases/a%20b/x.imr"),
        (PureWindowsPath(r"\\server\share\a b\x.imr"), "file:////server/share/a%20b/x.imr"),
    ],
)
def test_uri_of_a_path_has_no_authority_and_escapes_what_sqlite_would_read(path: PurePosixPath, uri: str) -> None:
    assert uri_of(path) == uri


@pytest.mark.parametrize("folder", ["a b", "c#d", "e?mode=memory", "f%20g", "ŵ", "‘quoted’"])
def test_review_in_a_folder_of_any_name_is_made_and_opened(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "review.imr"
    path.parent.mkdir()
    Session.create(path, PASSPHRASE).close()
    Session.open(path, PASSPHRASE).close()
    assert [each.name for each in path.parent.iterdir()] == ["review.imr"]
