"""Saying once, of each folder a review is opened in, that what lies there is copied or kept elsewhere."""

from __future__ import annotations

from contextlib import suppress

from imr_desk.clock import stamp
from imr_desk.errors import FileProblemError
from imr_desk.folders import lying, warning
from imr_desk.session import Session

FACT = "told_of_folder"
"""Under which the folder stands in the file; nothing of it stands anywhere else."""


def word_on_folder(session: Session) -> str:
    """What to say of the folder of a review that is open; nothing where it stays on this computer, or was told of."""
    folder = session.path.absolute().parent
    words = warning(lying(folder))
    if not words or session.file.fact(FACT) == str(folder):
        return ""
    # Where it cannot be kept it is said again next time.
    with suppress(FileProblemError), session.file.transaction(stamp(session.clock)) as tx:
        tx.connection.run("INSERT OR REPLACE INTO sys_fact (name, value) VALUES (?, ?)", (FACT, str(folder)))
    return words
