"""What is remembered between two starts: never content, written whole, and never in the way."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from imr_desk.paths import config_folder
from ui.settings import MOST_RECENT, RecentFile, Settings, SettingsFile

AT = "2026-11-20T09:12:00+00:00"


def test_settings_are_there_again_at_the_next_start() -> None:
    kept = Settings("dark", 115, (10, 20, 1100, 720), True, True, False, "/r/reviews", True, ())
    SettingsFile().change(lambda _now: kept)
    assert SettingsFile().now == kept
    assert [each.name for each in config_folder().iterdir()] == ["settings.json"]


def test_settings_first_start_has_what_is_usual_and_writes_nothing() -> None:
    settings = SettingsFile()
    assert settings.now == Settings()
    assert not settings.unreadable
    assert not config_folder().exists()


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b"7", b""])
def test_settings_that_cannot_be_read_count_as_not_set_and_say_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = SettingsFile(path)
    assert settings.now == Settings()
    assert settings.unreadable
    settings.change(lambda now: replace(now, theme="dark"))
    assert json.loads(path.read_bytes())["theme"] == "dark"
    assert not SettingsFile(path).unreadable


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": 4, "scale": "large", "place": [1, 2], "recent": "x"},
        {"scale": True, "place": [1, 2, 3, "4"], "recent": [{"path": 1, "at": 2}, 7], "keep_recent": "no"},
        {"place": [0, 0, 10**9, 1], "unknown": {}, "largest": 1},
    ],
)
def test_settings_that_make_no_sense_are_left_out_one_by_one(tmp_path: Path, wrong: dict[str, object]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"folder": "/there", **wrong}))
    assert SettingsFile(path).now == Settings(folder="/there")


def test_recent_files_latest_first_each_once_and_not_too_many() -> None:
    now = Settings()
    for number in range(MOST_RECENT + 3):
        now = now.with_opened(Path(f"/r/{number}.imr"), AT)
    now = now.with_opened(Path("/r/7.imr"), AT)
    assert len(now.recent) == MOST_RECENT
    assert [each.path for each in now.recent[:3]] == ["/r/7.imr", "/r/10.imr", "/r/9.imr"]
    assert now.without("/r/7.imr").recent[0].path == "/r/10.imr"


def test_recent_files_switched_off_are_forgotten_and_stay_off() -> None:
    settings = SettingsFile()
    settings.change(lambda now: now.with_opened(Path("/r/a.imr"), AT))
    settings.change(lambda now: now.keeping_recent(False))
    assert "a.imr" not in settings.path.read_text()
    again = SettingsFile()
    again.change(lambda now: now.with_opened(Path("/r/b.imr"), AT))
    assert again.now.recent == ()
    assert not again.now.keep_recent


def test_settings_of_another_window_are_not_overwritten() -> None:
    one, other = SettingsFile(), SettingsFile()
    one.change(lambda now: now.with_opened(Path("/r/a.imr"), AT))
    other.change(lambda now: replace(now, theme="dark"))
    assert other.now.recent == (RecentFile("/r/a.imr", AT),)
    assert SettingsFile().now.theme == "dark"
