"""The quality checklist: its items, and the answers that the program finds by itself (R-135).

The items are data (`resources/guidance/checklist.toml`). An answer comes from the checks the item rests on and, for
what no check holds, from a look at the review. A person's answers are never touched.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from imr_desk.guidance.facts import Result
from imr_desk.guidance.readings import called, is_blank
from imr_desk.i18n import tr
from imr_desk.review.review import Review

PROGRAM, PERSON, BOTH = "auto", "ask", "auto, then ask"
MOST_RECOMMENDATIONS = 5
"""More than these are many (R-117)."""


@dataclass(frozen=True)
class Item:
    """One item: `decided_by` is PROGRAM, PERSON or BOTH; `asked_in` are the requirements it rests on."""

    number: str
    text: str
    decided_by: str
    asked_in: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What the program finds: "yes", "no" or "n/a", and what is missing for a yes."""

    answer: str
    words: str = ""


@lru_cache(maxsize=1)
def items() -> tuple[Item, ...]:
    """All of them, in order."""
    text = (resources.files("resources") / "guidance" / "checklist.toml").read_text(encoding="utf-8")
    return tuple(
        Item(each["number"], each["text"], each["decided_by"], tuple(each["asked_in"]))
        for each in tomllib.loads(text)["items"]
    )


def found(review: Review, results: Iterable[Result], today: dt.date) -> Mapping[str, Found]:
    """What the program finds, by the number of the item; items that only a person can answer are not in it."""
    by_id = {result.requirement: result for result in results}
    answers = {}
    for item in items():
        if item.decided_by != PERSON:
            answers[item.number] = _found(item, by_id, review, today)
    return MappingProxyType(answers)


def _found(item: Item, by_id: Mapping[str, Result], review: Review, today: dt.date) -> Found:
    rests_on = [by_id[each] for each in item.asked_in if each in by_id]
    words = [place.words for result in rests_on if result.holds for place in result.places]
    look = _LOOKS.get(item.number)
    seen = look(review, today) if look else ""
    if words or seen:
        return Found("no", words[0] if words else seen)
    if rests_on and not look and all(not each.applies or each.exempted_reason for each in rests_on):
        return Found("n/a")
    return Found("yes")


# ---- looks at what no check holds: a sentence that says what is missing, or nothing
Look = Callable[[Review, dt.date], str]


def _cover(review: Review, _today: dt.date) -> str:
    about, period = review.one("review"), review.one("period")
    parts = (
        (tr("the agency"), about.text("agency")),
        (tr("the board"), review.one("board").text("name")),
        (tr("the subject"), about.link("subject")),
        (tr("the period"), period.text("start") and period.text("cut_off")),
        (tr("the author’s post"), review.one("author").text("job_title")),
    )
    missing = [name for name, held in parts if not held]
    return tr("The cover lacks: {what}.").format(what=", ".join(missing)) if missing else ""


def _marking(review: Review, _today: dt.date) -> str:
    return "" if review.one("review").text("protective_marking") else tr("No marking is chosen.")


def _policies_in_force(review: Review, _today: dt.date) -> str:
    for decision in review.all("key_decision"):
        day = decision.day("date")
        for each in decision.links("policies"):
            version = review.get(each)
            start, end = (version.day(name) for name in ("in_force_from", "in_force_to")) if version else (None, None)
            if day and ((start and day < start) or (end and day > end)):
                words = tr("A policy named for this decision was not in force on its day: {decision}")
                return words.format(decision=called(review, decision))
    return ""


def _covers_subject(review: Review, _today: dt.date) -> str:
    subject = review.one("review").link("subject")
    if subject and not any(subject in entry.links("concerns") for entry in review.all("entry")):
        return tr("No entry of the chronology says that it concerns the subject.")
    return ""


def _carried_out(review: Review, _today: dt.date) -> str:
    for decision in review.all("key_decision"):
        if is_blank(decision, "carried_out"):
            return tr("Nothing says whether this was carried out: {decision}").format(decision=called(review, decision))
    return ""


def _good_practice(review: Review, _today: dt.date) -> str:
    if review.all("good_practice") or not is_blank(review.one("findings"), "good_practice_none"):
        return ""
    return tr("No good practice is recorded, and nothing says that none was found.")


def _early_action(review: Review, _today: dt.date) -> str:
    if review.all("lesson") and not review.all("early_action"):
        return tr("No early action is listed.")
    return ""


def _few(review: Review, _today: dt.date) -> str:
    count = len(review.all("recommendation"))
    if count > MOST_RECOMMENDATIONS:
        return tr("There are {n} recommendations; five or fewer is usual.").format(n=count)
    return ""


def _debrief_planned(review: Review, _today: dt.date) -> str:
    planned = [each for each in review.all("debrief") if "first_planned" in each or "first_held" in each]
    if review.all("interview") and not planned:
        return tr("No debrief is planned.")
    return ""


def _on_time(review: Review, today: dt.date) -> str:
    for each in review.all("deadline"):
        due, done = each.day("due"), each.day("actual")
        late = due is not None and (done or today) > due
        if each.text("marks") == "imr due" and late and is_blank(review.one("extension"), "reason"):
            return tr("The report is later than its date, and no extension with its reason is recorded.")
    return ""


_LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "Q-02": _cover,
        "Q-03": _marking,
        "Q-12": _policies_in_force,
        "Q-14": _covers_subject,
        "Q-31": _carried_out,
        "Q-38": _good_practice,
        "Q-40": _early_action,
        "Q-41": _few,
        "Q-49": _debrief_planned,
        "Q-50": _on_time,
    }
)
