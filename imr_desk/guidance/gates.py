"""The five gates and what holds each of them shut (design section 2; requirements catalogue, section 20).

No gate stops anyone typing or recording a fact. G1 is a list shown at the start; G2 and G3 hold the two signatures; G4
and G5 hold the statements 'presented' and 'closed'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from imr_desk.guidance.facts import Result
from imr_desk.i18n import mark
from imr_desk.review.review import Review
from imr_desk.review.sealing import COUNTER_SIGNATORY, signature_in_force


@dataclass(frozen=True)
class Gate:
    """One gate: its name, what opens with it in plain words, and the requirements in the order they are shown."""

    name: str
    title: str
    requirements: tuple[str, ...]


def _gate(name: str, title: str, numbers: str) -> Gate:
    return Gate(name, title, tuple(f"R-{number}" for number in numbers.split()))


GATES: Mapping[str, Gate] = MappingProxyType(
    {
        gate.name: gate
        for gate in (
            _gate("G1", mark("Drafting opens"), "001 005 023 025 029 042 043 045 051 053 167 195"),
            _gate(
                "G2",
                mark("The author signs"),
                "010 062 063 066 068 072 075 084 085 086 087 088 089 090 093 102 103 105 114 118 119 120 183 184 185 "
                "144",
            ),
            _gate("G3", mark("The senior manager counter-signs"), "128 129 131 132 136 135 082"),
            _gate("G4", mark("Presented to the panel"), "137 138 188 054 197"),
            _gate("G5", mark("Case closed"), "148 151 155 133"),
        )
    }
)

_GATE_OF = {requirement: gate.name for gate in GATES.values() for requirement in gate.requirements}


def gate_of(requirement: str) -> str:
    """The gate a requirement belongs to; "" where it is in none."""
    return _GATE_OF.get(requirement, "")


def holding(results: Iterable[Result], gate: str) -> tuple[Result, ...]:
    """The results that keep the gate shut, in the gate's order.

    KeyError for a gate that does not exist; ValueError where `results` do not cover the gate, since a check that was
    not run must never pass for one that is satisfied.
    """
    wanted = GATES[gate].requirements
    known = {result.requirement: result for result in results}
    if unknown := [requirement for requirement in wanted if requirement not in known]:
        raise ValueError(f"{gate} was judged without {', '.join(unknown)}")
    return tuple(known[requirement] for requirement in wanted if known[requirement].holds)


def gate_open(results: Iterable[Result], gate: str) -> bool:
    """Whether nothing keeps the gate shut; errors as in `holding`."""
    return not holding(results, gate)


def next_gate(review: Review, results: Iterable[Result]) -> str:
    """The gate the work stands before: "G1" to "G5".

    It is told from what has been stated in the review, not from what is satisfied: before any signature it is G1 while
    that list is not done, and G2 after it; then each signature and statement leads on. `results` must cover G1.
    """
    version = review.one("review").number("version") or 1
    afterwards = review.one("afterwards")
    author = signature_in_force(review, "author")
    if author is None:
        return "G2" if gate_open(results, "G1") else "G1"
    if signature_in_force(review, COUNTER_SIGNATORY) is None:
        return "G3"
    presented = afterwards.day("presented_on") is not None and (afterwards.number("presented_version") or 1) == version
    return "G5" if presented else "G4"
