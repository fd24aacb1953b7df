"""The guidance in words: whose it is, of when, what has replaced it, and what each requirement asks.

The texts are data (`resources/guidance`): one file of what both organisations are asked, one file for each of them.
They are looked up with `tr` when they are shown.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from imr_desk.guidance.editions import PACKS, edition_of
from imr_desk.guidance.gates import gate_of

_FILES = {"any": "common.toml", **PACKS}


@dataclass(frozen=True)
class Source:
    """Where a requirement comes from: the document (title and public body) and the part of it."""

    title: str
    body: str
    part: str


@dataclass(frozen=True)
class Requirement:
    """One requirement in words.

    `asks` asks for something in a sentence; `satisfied_when` says when it is done; `stage` is 1 to 10; `kind` and
    `field` are where to go; `level` is "block" (holds its `gate` shut) or "warn" (asks
    for a look); `organisation` is "any", "cps" or "ho".
    """

    id: str
    asks: str
    satisfied_when: str
    sources: tuple[Source, ...]
    stage: int
    kind: str
    field: str
    level: str
    organisation: str
    gate: str


@dataclass(frozen=True)
class Pack:
    """The guidance for one organisation: `standing` says what has become of it since."""

    id: str
    title: str
    body: str
    dated: str
    standing: str
    requirements: Mapping[str, Requirement]


@lru_cache(maxsize=2)
def pack_for(agency: str) -> Pack:
    """The pack of "cps" or "ho", with what is asked of both; KeyError for another agency."""
    edition = edition_of(agency)
    found = _requirements("any") | _requirements(agency)
    return Pack(
        edition.id,
        edition.title,
        edition.body,
        edition.dated,
        edition.standing,
        MappingProxyType(dict(sorted(found.items()))),
    )


def requirement(requirement_id: str) -> Requirement:
    """One requirement by its id ("R-023"), whosever it is; KeyError where there is none."""
    return _every()[requirement_id]


def organisation(requirement_id: str) -> str:
    """Of whom it is asked: "any", "cps" or "ho"; KeyError where there is no such requirement."""
    return _every()[requirement_id].organisation


def every_requirement() -> tuple[Requirement, ...]:
    """All of them, of both organisations, in the order of their numbers."""
    return tuple(_every().values())


@lru_cache(maxsize=1)
def _every() -> Mapping[str, Requirement]:
    found = {key: value for whose in _FILES for key, value in _requirements(whose).items()}
    return MappingProxyType(dict(sorted(found.items())))


def _requirements(whose: str) -> dict[str, Requirement]:
    documents = _read(_FILES["any"])["documents"]
    return {
        key: _requirement(key, entry, whose, documents) for key, entry in _read(_FILES[whose])["requirements"].items()
    }


def _requirement(key: str, entry: Mapping[str, Any], whose: str, documents: Mapping[str, Any]) -> Requirement:
    kind, field = entry["field"].split(".")
    sources = tuple(Source(documents[name]["title"], documents[name]["body"], part) for name, part in entry["source"])
    return Requirement(
        key,
        entry["asks"],
        entry["satisfied_when"],
        sources,
        entry["stage"],
        kind,
        field,
        entry["level"],
        whose,
        gate_of(key),
    )


@lru_cache(maxsize=len(_FILES))
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("resources") / "guidance" / name).read_text(encoding="utf-8"))
