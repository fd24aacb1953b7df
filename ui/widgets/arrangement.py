"""How the window is arranged at a width: what stands open, what is folded. Pure, so that it can be read and tested."""

from __future__ import annotations

import enum
from typing import NamedTuple

WIDE, MIDDLE = 1180, 980
"""The widths, in pixels at 100 % text, from which the guidance and the list of stages stand open."""


class Side(enum.Enum):
    """How the list of stages or the guidance panel stands."""

    OPEN = "open"
    FOLDED = "folded"
    OVER = "over the page"


class Wishes(NamedTuple):
    """What the person did by hand. The program remembers the first two."""

    stages_shut: bool = False
    guidance_shut: bool = False
    stages_over: bool = False
    guidance_over: bool = False


class Arrangement(NamedTuple):
    """How both sides stand."""

    stages: Side
    guidance: Side


def arrange(width: float, *, second_pane: bool, wishes: Wishes) -> Arrangement:
    """The arrangement for a width in pixels at 100 % text, and whether the page has a second pane of its own."""
    stages_fit = width >= MIDDLE and not wishes.stages_shut
    guidance_fits = width >= WIDE and not second_pane and not wishes.guidance_shut
    return Arrangement(
        stages=Side.OPEN if stages_fit else Side.OVER if wishes.stages_over else Side.FOLDED,
        guidance=Side.OPEN if guidance_fits else Side.OVER if wishes.guidance_over else Side.FOLDED,
    )
