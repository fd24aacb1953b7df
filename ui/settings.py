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
LOCK_MINUTES = (5, 10, 20, 30)
"""After how many minutes an open review may lock by itself; ten is what holds where nothing was chosen."""
T = TypeVar("T")


@dataclass(frozen=True)
class RecentFile:
    """A review file that was open: its path, and when it was opened last (ISO 8601 in UTC). Nothing of its content.

    `seen` is how many lines its history had when it was closed here; 0 while it is open, or where that is not known.
    """

    path: str
    at: str
    seen: int = 0


@dataclass(frozen=True)
class Settings:
    """All of it, with what holds where nothing was kept.

    `theme` is the stored word of a ThemeChoice, `scale` the size of text in per cent; `place` is the left, top, width
    and height of the window, all 0 where it never stood anywhere; `folder` is where a file was chosen last;
    `lock_minutes` is after how long without a key or a click an open review locks; `backup_folder` is where backups
    lie, nothing where they lie beside the review; `key_kept` is whether the keyring of this computer was ever given the
    key of a review, so that it is asked for one; `forms` are chronologies that were taken in: a hash of their
    headings, and which column (by its letter) the author gave to which field.
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
    lock_minutes: int = 10
    backup_folder: str = ""
    key_kept: bool = False
    forms: tuple[tuple[str, str], ...] = ()

    def with_opened(self, path: Path, at: str) -> Settings:
        """The same with a file at the head of the list, if there is to be a list."""
        if not self.keep_recent:
            return self
        others = tuple(each for each in self.recent if each.path != str(path))
        return replace(self, recent=(RecentFile(str(path), at), *others)[:MOST_RECENT])

    def with_closed(self, path: Path, seen: int) -> Settings:
        """The same where a file that is in the list was closed with so many lines in its history."""
        recent = (replace(each, seen=seen) if each.path == str(path) else each for each in self.recent)
        return replace(self, recent=tuple(recent))

    def seen_in(self, path: Path) -> int:
        """How many lines the history of a file had when it was closed here; 0 where that is not known."""
        return next((each.seen for each in self.recent if each.path == str(path)), 0)

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
        "lock_minutes": _lock_minutes,
        "backup_folder": _typed(str),
        "key_kept": _typed(bool),
        "recent": _recent,
        "forms": _forms,
    }
    read = {name: readers[name](plain[name]) for name in known if name in plain}
    return Settings(**{name: value for name, value in read.items() if value is not None})  # type: ignore[arg-type]


def _typed(kind: type[T]) -> Callable[[Any], T | None]:
    """Reads a value of one type; a truth is no number."""

    def read(value: Any) -> T | None:  # noqa: ANN401 - whatever stands in the file
        return value if type(value) is kind else None

    return read


def _lock_minutes(value: Any) -> int | None:  # noqa: ANN401 - whatever stands in the file
    return value if type(value) is int and value in LOCK_MINUTES else None


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
    read = (_recent_file(each) for each in value if isinstance(each, dict))
    return tuple(each for each in read if each is not None)[:MOST_RECENT]


def _forms(value: Any) -> tuple[tuple[str, str], ...] | None:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, list):
        return None
    pairs = [tuple(each) for each in value if isinstance(each, list) and len(each) == 2]
    return tuple((form, said) for form, said in pairs if isinstance(form, str) and isinstance(said, str))


def _recent_file(entry: Mapping[str, Any]) -> RecentFile | None:
    path, at, seen = entry.get("path"), entry.get("at"), entry.get("seen", 0)
    if not (isinstance(path, str) and isinstance(at, str)):
        return None
    return RecentFile(path, at, seen if type(seen) is int and seen >= 0 else 0)
