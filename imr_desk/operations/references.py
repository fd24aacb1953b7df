"""Very many references in few words: those that follow each other are kept as the first one and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

SIGN = ":"


class References(Sequence[str]):
    """References in their order, as `CE-101:400`: 400 of them from CE-101 on. Written out when gone through."""

    __slots__ = ("_count", "_runs")

    def __init__(self, runs: Sequence[str]) -> None:
        """`runs` as `runs_of` gives them; a reference by itself stands for itself."""
        self._runs = tuple(runs)
        self._count = sum(int(run.partition(SIGN)[2] or 1) for run in self._runs)

    def __len__(self) -> int:
        """How many references."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Each of them."""
        for run in self._runs:
            first, _, count = run.partition(SIGN)
            yield first
            if count:
                prefix, _, digits = first.partition("-")
                begin, wide = int(digits), len(digits)
                yield from (f"{prefix}-{number:0{wide}d}" for number in range(begin + 1, begin + int(count)))

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...

    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        """One of them, or some."""
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        """The same references in the same order."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """As the references themselves."""
        return hash(tuple(self))


def runs_of(references: Iterable[str]) -> list[str]:
    """References in few words; the same ones come out of `References`."""
    runs: list[list[str | int]] = []
    after = ""
    for reference in references:
        if runs and reference == after:
            runs[-1][1] = int(runs[-1][1]) + 1
        else:
            runs.append([reference, 1])
        after = _after(reference)
    return [f"{first}{SIGN}{count}" if count != 1 else str(first) for first, count in runs]


def _after(reference: str) -> str:
    """The reference that follows; "" after one that is no plain number."""
    prefix, sign, digits = reference.partition("-")
    if not sign or not digits.isascii() or not digits.isdecimal():
        return ""
    return f"{prefix}-{int(digits) + 1:0{len(digits)}d}"
