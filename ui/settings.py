"""What the program remembers between two starts: how the window stands, and which files were open. Never content.

One small JSON file in the user's configuration folder, replaced whole. What cannot be read counts as not set.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from imr_desk.files import write_whole
from imr_desk.paths import config_folder, made

MOST_RECENT = 8
"""How many files the list of recent reviews holds."""
_LARGEST = 100_000
T = TypeVar("T")


@dataclass(frozen=True)
class RecentFile:
    """A review file that was open: its path, and when it was opened last (ISO 8601 in UTC). Nothing of its content."""

    path: str
    at: str


@dataclass(frozen=True)
class Settings:
    """All of it, with what holds where nothing was kept.

    `theme` is the stored word of a ThemeChoice, `scale` the size of text in per cent; `place` is the left, top, width
    and height of the window, all 0 where it never stood anywhere; `folder` is where a file was chosen last.
    """

    theme: str = "system"
    scale: int = 100
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    largest: bool = False
    stages_shut: bool = False
    guidance_shut: bool = False
    folder: str = ""
    keep_recent: bool = True
    recent: tuple[RecentFile, ...] = ()

    def with_opened(self, path: Path, at: str) -> Settings:
        """The same with a file at the head of the list, if there is to be a list."""
        if not self.keep_recent:
            return self
        others = tuple(each for each in self.recent if each.path != str(path))
        return replace(self, recent=(RecentFile(str(path), at), *others)[:MOST_RECENT])

    def without(self, path: str) -> Settings:
        """The same without a file in the list."""
        return replace(self, recent=tuple(each for each in self.recent if each.path != path))

    def keeping_recent(self, on: bool) -> Settings:
        """The same with the list kept or not; where it is not, what it held is forgotten at once."""
        return replace(self, keep_recent=on, recent=self.recent if on else ())


class SettingsFile:
    """The settings of this user. `unreadable` is whether there was a file that could not be read."""

    def __init__(self, path: Path | None = None) -> None:
        """Read them; without `path` from the configuration folder."""
        self.path = path or config_folder() / "settings.json"
        self.unreadable = False
        self.now = self._read()

    def change(self, how: Callable[[Settings], Settings]) -> None:
        """Keep what `how` makes of the settings. OSError where the disk refuses; they hold in this window all the same.

        They are read again first: another window of the program may have kept something meanwhile.
        """
        on_disk = self._read()
        self.now = how(self.now if self.unreadable else on_disk)
        if self.unreadable or self.now != on_disk:
            made(self.path.parent)
            write_whole(self.path, json.dumps(asdict(self.now), indent=1).encode())
            self.unreadable = False

    def _read(self) -> Settings:
        try:
            plain = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):  # what is no JSON, or no text at all
            self.unreadable = True
            return Settings()
        if not isinstance(plain, dict):
            self.unreadable = True
            return Settings()
        return _from_plain(plain)


def _from_plain(plain: Mapping[str, Any]) -> Settings:
    """The settings, each one that makes no sense as if it were not there."""
    known = {field.name for field in fields(Settings)}
    readers: dict[str, Callable[[Any], object]] = {
        "theme": _typed(str),
        "scale": _typed(int),
        "place": _place,
        "largest": _typed(bool),
        "stages_shut": _typed(bool),
        "guidance_shut": _typed(bool),
        "folder": _typed(str),
        "keep_recent": _typed(bool),
        "recent": _recent,
    }
    read = {name: readers[name](plain[name]) for name in known if name in plain}
    return Settings(**{name: value for name, value in read.items() if value is not None})  # type: ignore[arg-type]


def _typed(kind: type[T]) -> Callable[[Any], T | None]:
    """Reads a value of one type; a truth is no number."""

    def read(value: Any) -> T | None:  # noqa: ANN401 - whatever stands in the file
        return value if type(value) is kind else None

    return read


def _place(value: Any) -> tuple[int, int, int, int] | None:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, list) or len(value) != 4:
        return None
    if any(type(each) is not int or abs(each) > _LARGEST for each in value):
        return None
    left, top, wide, high = value
    return left, top, wide, high


def _recent(value: Any) -> tuple[RecentFile, ...] | None:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, list):
        return None
    entries = (each for each in value if isinstance(each, dict))
    pairs = ((each.get("path"), each.get("at")) for each in entries)
    return tuple(RecentFile(path, at) for path, at in pairs if isinstance(path, str) and isinstance(at, str))[
        :MOST_RECENT
    ]
