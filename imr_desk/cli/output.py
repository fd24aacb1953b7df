"""What a command answers, and how it is shown: words for people, or one JSON document."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ALL_WELL = 0
DOES_NOT_HOLD = 1
BAD_INPUT = 2


@dataclass(frozen=True)
class Reply:
    """`data` for --json, `lines` for people, `holds` for the exit status."""

    data: Mapping[str, object] | Sequence[object]
    lines: Sequence[str] = field(default_factory=tuple)
    holds: bool = True


def show(reply: Reply, *, as_json: bool) -> int:
    """Print the answer; the exit status."""
    if as_json:
        sys.stdout.write(json.dumps(reply.data, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        for line in reply.lines:
            sys.stdout.write(line + "\n")
    sys.stdout.flush()
    return ALL_WELL if reply.holds else DOES_NOT_HOLD
