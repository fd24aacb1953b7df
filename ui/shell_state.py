"""What the window shows round a page, as plain values. Whoever holds the review makes a ShellState of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import NamedTuple

from imr_desk.i18n import mark


class StageState(enum.Enum):
    """How a stage stands. A word and an icon whose shape differs say it; colour only repeats it."""

    NOT_LOOKED_AT = mark("Not begun")
    IN_PROGRESS = mark("In progress")
    CANNOT_FINISH = mark("Cannot finish yet")
    DONE = mark("Done")
    DOES_NOT_APPLY = mark("Does not apply")


@dataclass(frozen=True)
class StageRow:
    """One stage in the list: its number from 1, name, state, and one count in words (‘3 to examine’) or nothing."""

    number: int
    name: str
    state: StageState = StageState.NOT_LOOKED_AT
    count: str = ""


class ItemGroup(enum.Enum):
    """The groups of the guidance panel, in the order in which they are shown."""

    MISSING = mark("Missing")
    TO_LOOK_AT = mark("To look at")
    CANNOT_FINISH = mark("Cannot finish yet")
    NOTHING_YET = mark("Nothing to check yet")
    DONE = mark("Done")
    DOES_NOT_APPLY = mark("Does not apply")


class Exempting(enum.Enum):
    """Whether a reason may stand in for something that is asked for, or does already."""

    NO = enum.auto()
    POSSIBLE = enum.auto()
    GIVEN = enum.auto()


@dataclass(frozen=True)
class GuidanceItem:
    """One thing the guidance asks for.

    `check` is what `go_to` gives back; `requirement` the id of the rule (R-023), `source` where it is asked for;
    `place` names the field or page it leads to, or is empty where there is nowhere to go. `count` is how many places
    the line stands for. `reason` is why it does not apply, with its date, or what else there is to know.
    """

    check: str
    group: ItemGroup
    sentence: str
    requirement: str = ""
    source: str = ""
    place: str = ""
    count: int = 1
    exempting: Exempting = Exempting.NO
    reason: str = ""


class Guidance(NamedTuple):
    """What is asked for at the stage that is shown, and which guidance asks it (`pack`, and in full `pack_more`)."""

    stage: str = ""
    items: tuple[GuidanceItem, ...] = ()
    pack: str = ""
    pack_more: str = ""

    def of(self, group: ItemGroup) -> tuple[GuidanceItem, ...]:
        """The items of one group, in order."""
        return tuple(item for item in self.items if item.group is group)

    @property
    def missing(self) -> int:
        """How many things are missing: what a folded panel still says."""
        return sum(item.count for item in self.of(ItemGroup.MISSING))


class FootState(NamedTuple):
    """What the status bar says. `not_saved` is the reason, where the last change could not be put on disk.

    `locks_in` is in minutes; in the last one `locks_in_s` has the seconds.
    """

    saved: str = ""
    not_saved: str = ""
    backup: str = ""
    names_to_resolve: int = 0
    locks_in: int | None = None
    locks_in_s: int | None = None


class ShellState(NamedTuple):
    """Everything round the page. `stage` is the number of the stage that is shown, from 1."""

    name: str = ""
    draft: str = ""
    marking: str = ""
    handling: str = ""
    stages: tuple[StageRow, ...] = ()
    stage: int = 1
    guidance: Guidance = Guidance()
    foot: FootState = FootState()
    can_undo: bool = False
    can_redo: bool = False
    undo_words: str = ""
    redo_words: str = ""
    title: str = ""
    """What other programs see in the title of the window: of `name` what holds no name of a person."""
