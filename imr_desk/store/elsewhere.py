"""A whole copy of an open review file at another place: what is left when the first place takes no more.

It reads through the connection that is open, so it works while the file's own folder is full, shut or gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.clock import stamp, system_clock
from imr_desk.errors import SaveFailedError
from imr_desk.i18n import tr
from imr_desk.store import one_writer, opening
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey
from imr_desk.store.one_writer import Writer

ALL_PAGES = -1


@contextmanager
def going_on(connection: Connection, path: Path, key: FileKey) -> Iterator[tuple[Connection, Writer]]:
    """A new file with all that `connection` holds, open under the same key, and the right to write to it.

    `connection` must not be in a transaction. The copy is on disk, was read back and compared. FileProblemError says
    what went wrong; then, and where the block fails, nothing is left there. A file that is there is never written over.
    """
    with one_writer.begun(path) as writer:
        copy = Connection(path, key.literal())
        with opening.closed_on_failure(copy):
            copy.settle()
            connection.copy_into(copy, ALL_PAGES)
            _prove(connection, copy, path)
            one_writer.forget(copy)
            writer.sign_in(copy, stamp(system_clock))
            yield copy, writer


def _prove(original: Connection, copy: Connection, path: Path) -> None:
    # Imported here: it is large, and opening a review needs none of it.
    from imr_desk.store.digest import content_digest

    if opening.check_integrity(copy, path) or content_digest(copy) != content_digest(original):
        raise SaveFailedError(
            tr("The copy in ‘{folder}’ is not as it was written. It was taken away; choose another place.").format(
                folder=path.absolute().parent.name
            )
        )
