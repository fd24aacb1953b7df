"""Whether what lies in a folder leaves this computer: through a program that synchronises, or over the network.

This program sends nothing; others may. What each system knows of it stands here in one place. It is told from names
and from what the system says, never by trying; a folder that cannot be told counts as one of this computer.
"""

from __future__ import annotations

import enum
import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import NamedTuple

from imr_desk.i18n import tr


class Reach(enum.Enum):
    """Where what lies in a folder can be read."""

    HERE = "here"
    SYNCHRONISED = "synchronised"
    NETWORK = "network"


class Lying(NamedTuple):
    """How a folder lies; `service` is what synchronises it, by its own name, or ""."""

    reach: Reach
    service: str = ""

    @property
    def leaves(self) -> bool:
        """Whether what lies there is copied or kept elsewhere."""
        return self.reach is not Reach.HERE


VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""In which Windows says where OneDrive has its folders."""
_NAMES = (
    ("OneDrive", ("onedrive",)),
    ("SharePoint", ("sharepoint",)),
    ("Dropbox", ("dropbox",)),
    ("Google Drive", ("google drive", "googledrive", "my drive", "google drive stream")),
    ("iCloud", ("icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs")),
    ("Nextcloud", ("nextcloud",)),
    ("ownCloud", ("owncloud",)),
    ("Box", ("box", "box sync")),
    ("pCloud", ("pclouddrive", "pcloud drive")),
    ("Tresorit", ("tresorit",)),
)
"""Services, and what the folders they synchronise are called; ‘ - Name’ or ‘ (Name)’ may follow."""
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
)
"""What services leave in the folder they synchronise."""
_STORAGE = "cloudstorage"
"""Where macOS keeps the folders of services: ~/Library/CloudStorage/Service-Account."""
NETWORK_KINDS = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smbfs",
        "smb3",
        "ncpfs",
        "afs",
        "9p",
        "ceph",
        "glusterfs",
        "lustre",
        "davfs",
        "sshfs",
        "afpfs",
        "webdav",
    ]
)
"""File systems that lie on another computer, as Linux calls them; with `fuse.` before them too."""
_FUSE = frozenset(
    ["sshfs", "rclone", "davfs2", "gvfsd-fuse", "glusterfs", "onedriver", "google-drive-ocamlfuse", "s3fs"]
)
MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4  # DRIVE_REMOTE


def lying(folder: Path, variables: Mapping[str, str] | None = None) -> Lying:
    """How a folder lies; it need not be there yet. `variables` are those of the surroundings."""
    real = folder.expanduser().absolute()
    variables = os.environ if variables is None else variables
    if service := _service_of(real, variables) or _service_of(_resolved(real), variables):
        return Lying(Reach.SYNCHRONISED, service)
    return Lying(Reach.NETWORK) if is_share(real) or _on_network(_resolved(real)) else Lying(Reach.HERE)


def warning(found: Lying) -> str:
    """What to say of it, in plain sentences; nothing where it stays on this computer."""
    if not found.leaves:
        return ""
    if found.reach is Reach.NETWORK:
        what = tr("This folder lies on the network, not on this computer.")
    else:
        what = tr("{service} synchronises this folder.").format(service=found.service)
    return what + " " + tr("This program sends nothing. Your organisation may copy this folder.")


def is_share(folder: PurePath) -> bool:
    """Whether a path names a share of another computer, as Windows writes it: two backslashes and the computer."""
    drive = PureWindowsPath(str(folder)).drive.casefold()
    if drive.startswith("\\\\?\\unc\\"):
        return True
    return drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a drive that is not connected; links that lead round
        return folder


def _service_of(folder: Path, variables: Mapping[str, str]) -> str:
    """What synchronises a folder, by its own name; nothing where nobody is known to."""
    for variable in VARIABLES:
        if (root := variables.get(variable, "")) and _lies_in(folder, Path(root)):
            return "OneDrive"
    for part in folder.parts:
        if service := _service_called(part):
            return service
    parts = [part.casefold() for part in folder.parts]
    if _STORAGE in parts[:-1]:
        return folder.parts[parts.index(_STORAGE) + 1].partition("-")[0]
    return next((service for above in (folder, *folder.parents) for mark, service in _MARKS if _has(above, mark)), "")


def _service_called(part: str) -> str:
    words = part.casefold()
    for service, names in _NAMES:
        if any(words == name or words.startswith((f"{name} - ", f"{name} (", f"{name}-")) for name in names):
            return service
    return ""


def _lies_in(folder: Path, root: Path) -> bool:
    inner, outer = (tuple(part.casefold() for part in each.parts) for each in (folder, root))
    return bool(outer) and inner[: len(outer)] == outer


def _has(folder: Path, name: str) -> bool:
    try:
        return (folder / name).exists()
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes

    def _on_network(folder: Path) -> bool:
        return bool(folder.anchor) and ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE

else:

    def _on_network(folder: Path) -> bool:
        return is_network_kind(_kind_of_mount(folder))


def is_network_kind(kind: str) -> bool:
    """Whether a file system, as Linux calls it, lies on another computer."""
    outer, _, inner = kind.partition(".")
    return outer in NETWORK_KINDS or (outer == "fuse" and (inner in NETWORK_KINDS or inner in _FUSE))


def _kind_of_mount(folder: Path) -> str:
    """The file system a folder lies on; nothing where the system does not say."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    mounts = [(Path(_plain(fields[1])), fields[2]) for line in lines if len(fields := line.split(" ")) > 2]
    around = [
        (len(place.parts), number, kind) for number, (place, kind) in enumerate(mounts) if folder.is_relative_to(place)
    ]
    return max(around)[2] if around else ""


def _plain(place: str) -> str:
    """A place as it is called: blanks and the like stand in /proc as a backslash and three digits."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(code, character)
    return place
