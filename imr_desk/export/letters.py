"""Counting in letters, as Word does: a, b … z, aa, bb."""

from __future__ import annotations


def in_letters(count: int) -> str:
    """The letters for a count from 1 on."""
    again, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (again + 1)
