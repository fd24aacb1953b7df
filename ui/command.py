"""The command `imr-desk`: with a word of the contract it does that job without Qt, else it opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from imr_desk.i18n import tr
from imr_desk.quiet import be_quiet

WORDLIKE = ("-h", "--help", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Hand every word of the command-line contract to the core; open the window for a file, or for nothing."""
    given = list(sys.argv[1:] if argv is None else argv)
    from imr_desk.cli import WORDS
    from imr_desk.cli import main as run_word

    if given and (given[0] in WORDS or given[0] in WORDLIKE or given[0].startswith("-")):
        be_quiet()
        return run_word(given)
    if len(given) > 1:
        sys.stderr.write(tr("imr-desk: one review at a time. Give one file, or one of the words of imr-desk --help.\n"))
        return 2
    return open_window(Path(given[0]) if given else None)


def open_window(path: Path | None) -> int:
    """Open the program, with a review if one is named. Qt is imported here and nowhere before."""
    from ui import starting

    be_quiet()
    starting.begin()
    from ui.app import run

    return run(path)


if __name__ == "__main__":
    raise SystemExit(main())
