"""What a command answers, and how it is shown: words for people, or one JSON document."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr

ALL_WELL = 0
DOES_NOT_HOLD = 1
BAD_INPUT = 2


@dataclass(frozen=True)
class Reply:
    """`data` for --json, `lines` for people, `holds` for the exit status.

    `refused` is why nothing was done, where that is told with what was found: one line on standard error, status 2.
    """

    data: Mapping[str, object] | Sequence[object]
    lines: Sequence[str] = field(default_factory=tuple)
    holds: bool = True
    refused: str = ""


def show(reply: Reply, *, as_json: bool) -> int:
    """Print the answer; the exit status, which is the same where nobody reads on."""
    if sys.stdout is not None:  # None where it was closed before we began
        _print(reply, as_json=as_json)
    if reply.refused:
        complain(f"imr-desk: {reply.refused}")
        return BAD_INPUT
    return ALL_WELL if reply.holds else DOES_NOT_HOLD


def _print(reply: Reply, *, as_json: bool) -> None:
    try:
        if as_json:
            sys.stdout.write(json.dumps(reply.data, ensure_ascii=False, indent=1, default=str) + "\n")
        else:
            for line in reply.lines:
                sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere, or Python would try again when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # whoever read our output may have had enough
            raise BadInputError(tr("The job was done, but the answer could not be written out.")) from error


def complain(words: str) -> None:
    """One line on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(words + "\n")
