"""The words in ``resources/names/identifying.txt``, as alternatives in a pattern."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_SECTION = re.compile(r"^\[([a-z ]+)\]$", re.MULTILINE)


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    """The words of each section, in the order of the file."""
    text = (resources.files("resources") / "names" / "identifying.txt").read_text(encoding="utf-8")
    _, *parts = _SECTION.split(text)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: tuple(word.strip() for word in said.split(",") if word.strip()) for name, said in pairs}


def words(section: str) -> tuple[str, ...]:
    """The words of a section. KeyError for one that is not there."""
    return _sections()[section]


def either(section: str) -> str:
    """The words of a section as alternatives, without brackets, the longer ones first."""
    return "|".join(sorted(words(section), key=len, reverse=True))
