"""The two pages of the file, A4 upright and sideways, in twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its margins; ``side`` is that at the left and at the right."""

    width: int
    height: int
    top: int
    bottom: int
    side: int

    @property
    def text_width(self) -> int:
        """What is left for text between the margins."""
        return self.width - 2 * self.side


PORTRAIT = Page(11906, 16838, top=1588, bottom=1588, side=1418)
LANDSCAPE = Page(16838, 11906, top=1134, bottom=1191, side=567)
"""2 cm at the top, where it is punched and bound; 1 cm at the sides, since its tables need every letter of width."""
