"""What a review file may be called: the same on every system, and nothing that a system could mistake."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from imr_desk.i18n import tr

ENDING = ".imr"
_LONGEST = 120
_NOT_ALLOWED = frozenset('<>:"/\\|?*')
_TAKEN = frozenset(("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))))
"""Names that Windows keeps for devices, with any ending."""


def name_fault(name: str) -> str:
    """Why a review file cannot be called that, in a sentence; nothing where it can."""
    plain = name.strip().removesuffix(ENDING)
    if not plain.strip(" ."):
        return tr("Give the file a name.")
    unfit = sorted({character for character in plain if character in _NOT_ALLOWED or not character.isprintable()})
    if unfit:
        return tr("The name of a file cannot hold {signs}. Use letters, figures, spaces and hyphens.").format(
            signs=" ".join(character for character in unfit if character.isprintable()) or tr("invisible signs")
        )
    if plain.partition(".")[0].strip().casefold() in _TAKEN or plain.startswith("."):
        return tr("The system keeps that name for itself. Choose another name.")
    if len(plain.encode()) > _LONGEST:
        return tr("That name is too long for a file. Shorten it.")
    return ""


def file_in(folder: Path, name: str) -> Path:
    """The path of a review file of that name, with its ending."""
    return folder / (name.strip().removesuffix(ENDING).rstrip(" .") + ENDING)


def free_name(folder: Path, day: dt.date) -> str:
    """A name that no file in the folder has: it says the day and nothing of the review."""
    base = tr("Review {day}").format(day=day.isoformat())
    number = 1
    while file_in(folder, name := base if number == 1 else f"{base} {number}").exists():
        number += 1
    return name
