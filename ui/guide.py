"""The user guide, section by section, from the program's own files: no network, no other program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_STAGE = re.compile(r"\(stage (\d+)\)")
FIRST, NAMES, PAST, BACKUPS = "Begin", "When a name is found", "History and bin", "Backups"
"""Headings of the guide that belong to no stage."""


@dataclass(frozen=True)
class GuideSection:
    """One section: its heading, the stage (1 to 10) it is about or 0, and its text in Markdown without the heading."""

    heading: str
    stage: int
    text: str


@lru_cache(maxsize=1)
def guide() -> tuple[GuideSection, ...]:
    """Every section in the order of the guide."""
    whole = (resources.files("resources") / "help" / "user-guide.md").read_text(encoding="utf-8")
    return tuple(_section(part) for part in re.split(r"^## ", whole, flags=re.MULTILINE)[1:])


def _section(part: str) -> GuideSection:
    heading, _, text = part.partition("\n")
    found = _STAGE.search(heading)
    return GuideSection(_STAGE.sub("", heading).strip(), int(found[1]) if found else 0, text.strip())


def section_for(stage: int = 0, heading: str = FIRST) -> GuideSection:
    """The section about a stage; where there is none, the one with that heading, or else the first."""
    every = guide()
    of_stage = (section for section in every if stage and section.stage == stage)
    named = (section for section in every if section.heading == heading)
    return next(of_stage, None) or next(named, None) or every[0]
