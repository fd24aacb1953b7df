"""Stage 1: when the six months begin, what is due when, and more time if it was agreed (R-195 to R-198)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import Choices, choice, day, kind, line, links, process, prose, rows, single

STEPS: Choices = (
    ("findings-to-chair", mark("Findings reported to the Chair of the board")),
    ("subgroup-advice", mark("Advice of the board’s subgroup")),
    ("chair-decision", mark("Decision on the review")),
    ("letter", mark("Letter to the agencies")),
    ("nation-told", mark("Inspectorate and national panel told")),
    ("health-told", mark("Health regulator told")),
    ("council-told", mark("Executive of the board and the council told")),
    ("records-secured", mark("Records secured")),
    ("chief-officer-told", mark("Chief Operating Officer told of the request")),
    ("four-notices", mark("The four notices sent")),
    ("involvement-report", mark("Short report of involvement")),
    ("author-named", mark("Author named")),
    ("first-panel", mark("First panel meeting")),
    ("chronology-due", mark("Single-agency chronology due")),
    ("multi-agency-chronology", mark("Multi-agency chronology due")),
    ("first-draft", mark("First full draft")),
    ("clearance", mark("Clearance requests sent")),
    ("counter-signature", mark("Quality assurance and counter-signature")),
    ("imr-due", mark("IMR due")),
    ("review-complete", mark("Review complete, six months from its start")),
    ("review-extended", mark("Review complete, as extended")),
    ("overview-complete", mark("Overview report complete")),
    ("first-debrief", mark("First debrief of staff")),
    ("plan-shared", mark("Action plan shared with the staff involved")),
    ("published", mark("Overview report published")),
    ("board-plan", mark("Action plan of the board agreed")),
    ("second-debrief", mark("Second debrief of staff")),
    ("national-panel", mark("Overview report to the national panel and the department")),
    ("report-kept", mark("Report kept on the board’s site at least until")),
    ("incident-notified", mark("Serious incident notified to the national panel")),
    ("rapid-review", mark("Rapid review done")),
    ("panel-copy", mark("Report to the national panel and the Secretary of State")),
)
"""The steps of the timetable by id, as in resources/timetables; a test holds the two together."""

START_EVENT = single(
    "start_event",
    mark("Start of the six months"),
    1,
    process(
        line("chosen", mark("Start event chosen"), mark("From which the six months are counted.")),
        day("date", mark("Its date")),
        day("six_months_end", mark("Six months end on")),
        prose("why", mark("Why this event")),
        rows(
            "alternatives",
            mark("Other events the six months could run from"),
            line("event", mark("Event")),
            day("date", mark("Date")),
            day("six_months_end", mark("Six months end on")),
        ),
    ),
)

EXTENSION = single(
    "extension",
    mark("Extension"),
    1,
    process(
        day("asked_on", mark("Asked for on")),
        day("agreed_on", mark("Agreed on")),
        line("agreed_by", mark("Agreed by (post)")),
        day("new_date", mark("New date")),
        prose("reason", mark("Reason")),
        links("meanwhile", mark("Actions that do not wait"), "early_action"),
    ),
)

DEADLINE = kind(
    "deadline",
    mark("Date"),
    mark("Timetable"),
    1,
    "TT",
    process(
        line("event", mark("Event")),
        day("due", mark("Due")),
        day("actual", mark("Done on")),
        choice("firmness", mark("Firm or provisional"), (("firm", mark("Firm")), ("provisional", mark("Provisional")))),
        choice(
            "marks",
            mark("Stands for"),
            (
                ("chronology due", mark("Chronology due")),
                ("imr due", mark("IMR due")),
                ("multi-agency chronology due", mark("Multi-agency chronology due")),
            ),
        ),
        prose("note", mark("Note")),
        choice(
            "rule",
            mark("Step of the guidance"),
            STEPS,
            mark("For a date that ‘Work out the dates’ keeps; empty for one of your own."),
        ),
        day("worked_out", mark("The guidance gives"), mark("Worked out, and kept beside the date that was agreed.")),
    ),
    title="event",
)
