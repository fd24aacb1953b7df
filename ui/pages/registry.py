"""Which page belongs to which stage. A page's module is imported when it is first shown, so that the start is quick."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.pages.page import Page

PAGES = {
    1: "ui.pages.review:ReviewPage",
    2: "ui.pages.independence:IndependencePage",
    3: "ui.pages.records:RecordsPage",
    4: "ui.pages.chronology:ChronologyPage",
    5: "ui.pages.interviews:InterviewsPage",
    6: "ui.pages.analysis:AnalysisPage",
    7: "ui.pages.lessons:LessonsPage",
    8: "ui.pages.ready:ReadyPage",
    9: "ui.pages.sign_off:SignOffPage",
    10: "ui.pages.afterwards:AfterwardsPage",
}
"""Module and class of the page of each stage."""


def page_class(stage: int) -> type[Page]:
    """The class of the page of a stage, 1 to 10."""
    module, _, name = PAGES[stage].partition(":")
    found: type[Page] = getattr(import_module(module), name)
    return found
