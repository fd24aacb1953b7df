"""Stage 7, ‘Lessons and recommendations’: few, specific, measurable, owned and dated."""

from __future__ import annotations

from typing import ClassVar

from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.lessons_sections import LESSONS_SECTIONS


class LessonsPage(FormPage):
    """All of stage 7."""

    stage: ClassVar[int] = 7
    sections: ClassVar[tuple[SectionOf, ...]] = LESSONS_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(LESSONS_SECTIONS) | {"review", "signature"}
