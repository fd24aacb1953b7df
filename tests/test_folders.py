"""Folders that others copy, or that lie on another computer, are told from those of this one."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from imr_desk import folders
from imr_desk.folders import Lying, Reach, is_network_kind, is_share, lying, warning

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/reviews /mnt/case\\040files cifs rw 0 0
me@host: /mnt/case\\040files/inner fuse.sshfs rw 0 0
/dev/sdb1 /mnt/case\\040files/stick vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/people/a/OneDrive", "OneDrive"),
        ("/people/a/OneDrive - Crown Prosecution Service/IMR", "OneDrive"),
        ("/people/a/onedrive-personal/x", "OneDrive"),
        ("/people/a/Dropbox (Home Office)/x", "Dropbox"),
        ("/people/a/Google Drive/My Drive", "Google Drive"),
        ("/people/a/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/people/a/Library/CloudStorage/Tidewater-a@example.org/x", "Tidewater"),
        ("/people/a/Nextcloud/x", "Nextcloud"),
    ],
)
def test_folder_of_a_service_is_known_by_its_name(folder: str, service: str) -> None:
    assert lying(Path(folder), {}) == Lying(Reach.SYNCHRONISED, service)


@pytest.mark.parametrize(
    "folder", ["/people/a/Documents/IMR reviews", "/people/a/boxes", "/srv/onedrives", "/people/a/CloudStorage"]
)
def test_folder_of_another_name_is_of_this_computer(folder: str) -> None:
    assert lying(Path(folder), {}) == Lying(Reach.HERE)
    assert warning(lying(Path(folder), {})) == ""


@pytest.mark.parametrize("variable", folders.VARIABLES)
def test_folder_that_the_system_names_as_synchronised_is_known(tmp_path: Path, variable: str) -> None:
    root = tmp_path / "Work"
    assert lying(root / "IMR", {variable: str(root)}).service == "OneDrive"
    assert not lying(tmp_path / "Workshop", {variable: str(root)}).leaves
    assert not lying(root, {variable: ""}).leaves


def test_folder_with_the_mark_of_a_service_is_known(tmp_path: Path) -> None:
    (tmp_path / "shared" / "IMR").mkdir(parents=True)
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert lying(tmp_path / "shared" / "IMR", {}) == Lying(Reach.SYNCHRONISED, "Syncthing")


def test_link_to_a_synchronised_folder_is_one(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "Dropbox")
    assert lying(tmp_path / "here" / "IMR", {}).service == "Dropbox"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (r"\\server\reviews\x", True),
        (r"\\?\UNC\server\reviews\x", True),
        (r"\\?\C:\reviews", False),
        (r"\\.\C:\reviews", False),
        (r"C:\reviews", False),
        (r"Z:reviews", False),
    ],
)
def test_share_of_windows_is_known_by_how_it_is_written(path: str, answer: bool) -> None:
    assert is_share(PureWindowsPath(path)) is answer


@pytest.mark.parametrize(
    ("folder", "reach"),
    [
        ("/mnt/case files/IMR", Reach.NETWORK),
        ("/mnt/case files/inner/IMR", Reach.NETWORK),
        ("/mnt/case files/stick", Reach.HERE),
        ("/mnt/case", Reach.HERE),
        ("/people/a", Reach.HERE),
    ],
)
def test_drive_of_the_network_is_known_by_what_is_mounted_nearest(
    folder: str, reach: Reach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(folders, "MOUNTS", mounts)
    assert lying(Path(folder), {}).reach is reach


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.rclone", "fuse.sshfs", "9p"])
def test_file_system_of_another_computer_is_known(kind: str) -> None:
    assert is_network_kind(kind)


@pytest.mark.parametrize("kind", ["ext4", "fuse", "fuse.ntfs-3g", "fuseblk", "overlay", ""])
def test_file_system_of_this_computer_is_none(kind: str) -> None:
    assert not is_network_kind(kind)


def test_warning_says_that_the_program_sends_nothing() -> None:
    said = "This program sends nothing. Your organisation may copy this folder."
    assert warning(Lying(Reach.SYNCHRONISED, "OneDrive")) == f"OneDrive synchronises this folder. {said}"
    assert warning(Lying(Reach.NETWORK)) == f"This folder lies on the network, not on this computer. {said}"
