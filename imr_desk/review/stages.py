"""The ten stages and their order (design section 6). A page declares its stage; nothing else knows the order."""

from __future__ import annotations

from typing import NamedTuple

from imr_desk.i18n import mark, tr


class Stage(NamedTuple):
    """One stage: its number, its name, and one sentence on what happens there."""

    number: int
    name: str
    purpose: str


STAGES = (
    Stage(
        1, mark("The review"), mark("What was asked for, by whom and by when. Everything later answers to this page.")
    ),
    Stage(
        2, mark("Independence and notices"), mark("Who may write this, who had to be told, and what runs beside it.")
    ),
    Stage(3, mark("Records"), mark("Every file and document: secured, examined, or gone, and why.")),
    Stage(
        4, mark("Chronology"), mark("What happened, with dates as precisely as they are known, and the source of each.")
    ),
    Stage(5, mark("Interviews"), mark("By job title only: invited, held or why not, shared and agreed.")),
    Stage(6, mark("Analysis"), mark("An answer to each question, tied to its evidence.")),
    Stage(7, mark("Lessons and recommendations"), mark("Few, specific, measurable, owned and dated.")),
    Stage(8, mark("Ready?"), mark("What is asked for, and whether it is there.")),
    Stage(9, mark("Sign-off"), mark("The author signs; the senior manager counter-signs; the report goes out.")),
    Stage(10, mark("Afterwards"), mark("Feedback, copies, questions from the panel, and the progress of actions.")),
)


def stage_name(number: int) -> str:
    """The name of a stage, 1 to 10, in the reader's language."""
    return tr(STAGES[number - 1].name)
