"""Going from place to place with a key: each place once, and none passed over when something was put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place

_Key = tuple[str, str, str]


def _key(place: Place) -> _Key:
    return place.kind, place.record_id, place.field


class Stepper:
    """Remembers where the person was taken last, among which places."""

    def __init__(self) -> None:
        self._before: list[_Key] = []
        self._at = -1

    def next(self, places: tuple[Place, ...], by: int) -> Place | None:
        """The next place (`by` 1) or the one before (-1), round and round; None where there is none."""
        first = {_key(place): place for place in reversed(places)}
        now = list(dict.fromkeys(map(_key, places)))
        if not now:
            self._before, self._at = [], -1
            return None
        at = self._from(now, by) % len(now)
        self._before, self._at = now, at
        return first[now[at]]

    def _from(self, now: list[_Key], by: int) -> int:
        """The index in `now` to go to: beside the last place or, where that is gone, what stood next to it."""
        if not 0 <= self._at < len(self._before):
            return 0 if by > 0 else -1
        there, last = set(now), self._before[self._at]
        if last in there:
            return now.index(last) + by
        rest = self._before[self._at + 1 :] if by > 0 else self._before[: self._at][::-1]
        beside = next((key for key in rest if key in there), None)
        return now.index(beside) if beside is not None else (0 if by > 0 else -1)
