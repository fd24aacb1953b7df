"""Whose guidance it is, of when, and what has replaced it: the head of each pack, read without the rest of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from imr_desk.i18n import tr

PACKS: Mapping[str, str] = MappingProxyType({"cps": "cps-2013.toml", "ho": "ho-archived.toml"})
"""The file of the pack of each organisation."""
_REST = "\n[requirements"


@dataclass(frozen=True)
class Edition:
    """The guidance of one organisation. `standing` is what has become of it, the most important sentence first."""

    id: str
    title: str
    body: str
    dated: str
    standing: str

    @property
    def in_short(self) -> str:
        """What it is and what became of it, for the foot of a page."""
        return f"{self._titled}; {_small(tr(self.standing).partition('. ')[0].rstrip('.'))}."

    @property
    def in_full(self) -> str:
        """All of it."""
        return f"{self._titled}. {tr(self.standing)}"

    @property
    def _titled(self) -> str:
        title = tr(self.title)
        return f"{title}, {self.dated}" if self.dated and self.dated not in title else title


@lru_cache(maxsize=len(PACKS))
def edition_of(agency: str) -> Edition:
    """The edition of "cps" or "ho"; KeyError for another agency."""
    text = (resources.files("resources") / "guidance" / PACKS[agency]).read_text(encoding="utf-8")
    return Edition(**tomllib.loads(text.partition(_REST)[0])["pack"])


def editions() -> tuple[Edition, ...]:
    """Those of both organisations."""
    return tuple(edition_of(agency) for agency in PACKS)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
