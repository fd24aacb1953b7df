"""Headings whose words go on in the row below: ‘Date of’ over ‘event’, ‘Action’ over ‘taken’."""

from __future__ import annotations

from collections.abc import Sequence

from imr_desk.intake.days import looks_like_day, looks_like_time
from imr_desk.intake.grid import Row, cell_words
from imr_desk.intake.headings import fits

_LONGEST = 25
_SURE = 10


def broken_headings(upper: Sequence[str], row: Row) -> list[str] | None:
    """The headings of both rows put together; None where the row below is one of the table.

    It goes on with the headings where its words are few and no dates, hardly any stands under nothing, and together
    two headings become known wordings or better ones, none of them a worse one.
    """
    lower = [cell_words(cell) if isinstance(cell, str) else "!" for cell in row]
    lower += [""] * (len(upper) - len(lower))
    said = [each for each in lower if each]
    if not said or "!" in said or max(map(len, said)) > _LONGEST:
        return None
    if any(looks_like_day(each) or looks_like_time(each) or each.endswith((".", "!")) for each in said):
        return None
    pairs = [(over, under) for over, under in zip(upper, lower, strict=False) if over and under]
    if len(pairs) * 2 <= len(said) or len(lower) > len(upper):
        return None
    both = [(_best(over), _best(f"{over} {under}"), under) for over, under in pairs]
    better = [now for before, now, under in both if now[1] >= _SURE and (now > before or under[:1].islower())]
    if len(better) < 2 or any(now[1] < before[1] and now[1] < _SURE for before, now, _ in both):
        return None
    return [f"{over} {under}".strip() for over, under in zip(upper, lower, strict=False)]


def _best(heading: str) -> tuple[str, int]:
    return max(fits(heading).items(), key=lambda each: each[1], default=("", 0))
