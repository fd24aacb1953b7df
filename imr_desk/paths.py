"""Where the program keeps its few own files: settings and, without a safe keyring, signing keys. Never content."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from imr_desk.folders import lying

NAME = "IMR Desk"


def config_folder() -> Path:
    """The user's configuration folder for this program; made, readable by its owner only, when it is first needed."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False, roaming=False))


def made(folder: Path) -> Path:
    """The folder, made if it was not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def reviews_folder() -> Path:
    """Where a new review is offered a place: a folder of its own on this computer. It need not be there.

    It lies among the user's documents; where these are synchronised or on the network, as organisations arrange it,
    among the data that the system keeps on this computer alone.
    """
    documents, local = platformdirs.user_documents_dir(), platformdirs.user_data_dir(appauthor=False, roaming=False)
    places = tuple(Path(each) / "IMR reviews" for each in (documents, Path.home(), local))
    return next((each for each in places if not lying(each).leaves), places[0])
