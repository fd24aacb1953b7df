"""Where the program keeps its few own files: settings and, without a safe keyring, signing keys. Never content."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "IMR Desk"


def config_folder() -> Path:
    """The user's configuration folder for this program; made, readable by its owner only, when it is first needed."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False, roaming=False))


def made(folder: Path) -> Path:
    """The folder, made if it was not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def reviews_folder() -> Path:
    """Where a new review is offered a place: a folder of its own among the user's documents. It need not be there."""
    return Path(platformdirs.user_documents_dir()) / "IMR reviews"
