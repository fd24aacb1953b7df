"""What stands on every page: the marking above and below, the draft notice, the line with the page."""

from __future__ import annotations

from dataclasses import replace

from imr_desk.export.frame_words import foot_line, head_lines
from imr_desk.export.pdf.sheets import Paper, Sheets
from imr_desk.export.pdf.styles import FOOT, MARKING, NOTICE, Look
from imr_desk.export.report import Report

_HEAD_AT, _FOOT_AT = 28.35, 25.5
"""From the edge of the paper to the head and to the foot, in points."""
_AIR = 6


class Frame:
    """Head and foot of one report."""

    def __init__(self, report: Report) -> None:
        self._marking, notice = head_lines(report)
        self._head = [(text, look) for text, look in ((self._marking, MARKING), (notice, NOTICE)) if text]
        self._line = foot_line(report)

    def within(self, paper: Paper) -> Paper:
        """The paper with margins that leave room for head and foot."""
        head = _HEAD_AT + sum(look.height for _, look in self._head) + _AIR
        foot = _FOOT_AT + 5 + FOOT.height + FOOT.after + (MARKING.height if self._marking else 0) + _AIR
        return replace(paper, top=max(paper.top, head), bottom=max(paper.bottom, foot))

    def draw(self, sheets: Sheets) -> None:
        """Draw them on every page, now that it is known how many there are."""
        total = len(sheets.pages)
        for sheet in sheets.pages:
            sheets.sheet = sheet
            paper = sheet.paper
            sheets.artifact("<</Type/Pagination/Subtype/Header/Attached[/Top]>>")
            y = _HEAD_AT
            for text, look in self._head:
                _centred(sheets, text, look, y)
                y += look.height
            sheets.end()
            sheets.artifact("<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>")
            y = paper.height - _FOOT_AT - (MARKING.height if self._marking else 0)
            if self._marking:
                _centred(sheets, self._marking, MARKING, y)
            y -= FOOT.height + FOOT.after
            _centred(sheets, f"{self._line}{sheet.count} of {total}", FOOT, y)
            sheets.rule(paper.side, y - 5, paper.width - paper.side, y - 5, 0.5, "0.498")
            sheets.end()


def _centred(sheets: Sheets, text: str, look: Look, y: float) -> None:
    word = sheets.letters[look.bold].word(text)
    x = (sheets.sheet.paper.width - word.width * look.size / 1000) / 2
    sheets.text(x, y + look.base, word.code, look.size, bold=look.bold)
