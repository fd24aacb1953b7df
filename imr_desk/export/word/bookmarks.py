"""Names of bookmarks: at most 40 letters, digits and underscores; each id and each name once in a file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from imr_desk.export.report import Block

_LONGEST = 40
_BLOCK = re.compile(r"IMR_([A-Za-z]+\d*)(?:_\d+)?(_open)?")


class Bookmarks:
    """Gives out bookmarks: the agency's code in front, so that two agencies' entries can meet in one file."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()
        self._last_id = 0

    def name_of(self, anchor: str, *, hidden: bool = False) -> str:
        """The name for an anchor of the report; a hidden one is not shown in Word's list of bookmarks."""
        plain = re.sub(r"\W", "_", f"{self._prefix}_{anchor}", flags=re.ASCII)
        name = f"_Ref_{plain}" if hidden else plain
        if plain == f"{self._prefix}_{anchor}".replace("-", "_") and len(name) <= _LONGEST:
            return name
        digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
        return f"{name[: _LONGEST - 9]}_{digest}"

    def around(self, name: str, inner: str) -> str:
        """``inner`` with the bookmark round it. Raises ValueError where the name is taken."""
        if name in self._taken:
            raise ValueError(f"two bookmarks of one name: {name}")
        self._taken.add(name)
        self._last_id += 1
        start = f'<w:bookmarkStart w:id="{self._last_id}" w:name="{name}"/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{self._last_id}"/>'


def block_names(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The bookmark on the heading of each block: which block begins here, and whether the digest counts its words."""
    names: list[str] = []
    for block in blocks:
        tail = "" if block.in_digest else "_open"
        name, count = f"IMR_{block.id}{tail}", 1
        while name in names:
            count += 1
            name = f"IMR_{block.id}_{count}{tail}"
        names.append(name)
    return tuple(names)


def block_of(name: str) -> tuple[str, bool] | None:
    """The block that a bookmark names and whether it is in the digest; None for any other bookmark."""
    found = _BLOCK.fullmatch(name)
    return (found[1], found[2] is None) if found else None
