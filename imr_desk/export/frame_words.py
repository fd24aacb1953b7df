"""What stands at the head and the foot of every page, as words: what the writers print and what `verify` looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imr_desk.export.compare import Difference
from imr_desk.export.report import Report
from imr_desk.export.words import fold
from imr_desk.i18n import tr
from imr_desk.review.known_date import day_in_words

BAR = "  |  "
PLACES = ("header", "footer")
"""Where these words are said to stand when a file is read back."""
_DAY = re.compile(r"\b\d{1,2} [^\W\d_]+ \d{4}\b")
_PAGES = re.compile(r"Page\s*\d*\s*of\s*\d*")


def head_lines(report: Report) -> tuple[str, str]:
    """The marking; and the notice of a draft, and what else stands on every page. "" for what there is not."""
    notice = BAR.join(words for words in (report.page_notice, report.draft_notice) if words)
    return report.marking.upper(), notice


def foot_line(report: Report) -> str:
    """What this is, its version and date, as far as the number of the page."""
    version = f"Draft of version {report.version}" if report.draft_notice else f"Version {report.version}"
    known = [words for words in (report.footer_label, version, day_in_words(report.date)) if words]
    return BAR.join([*known, "Page "])


def frame_differences(
    report: Report, parts: Iterable[tuple[str, str]], *, any_day: bool = False
) -> tuple[Difference, ...]:
    """What a file that was read back says at its head and foot and the report does not, and a marking that is gone.

    The marking tells people how to handle the report, and stands outside the words that are signed. With `any_day` the
    file may be of another day.
    """

    def plain(words: str) -> str:
        return _DAY.sub("", _plain(words)) if any_day else _plain(words)

    marking, notice = (fold(words) for words in head_lines(report))
    wanted = {marking, plain(notice), plain(foot_line(report) + "1 of 1"), ""}
    said = [fold(line) for place, text in parts if place in PLACES for line in text.splitlines()]
    where = tr("the head or foot of the pages")
    strange = [Difference("", "", line, where) for line in dict.fromkeys(said) if plain(line) not in wanted]
    if marking and marking not in said:
        strange.append(Difference("", marking, "", where))
    return tuple(strange)


def _plain(words: str) -> str:
    """Without the numbers of the pages."""
    return fold(_PAGES.sub("Page of", words))


def without_page_numbers(place: str, words: str) -> str:
    """What stands at `place` without ‘Page 3 of 12’, where that is the head or foot: Page is a name as well."""
    return _PAGES.sub("", words) if place in PLACES else words
