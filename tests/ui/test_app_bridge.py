"""Edits pass through the bridge: on disk, told, and never lost where the disk refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from window_tools import FullDisk, review_in

from imr_desk.operations.general import Delete, SetFields
from imr_desk.session import Session
from ui.bridge import Bridge
from ui.open_review import steps_of


@pytest.fixture
def bridge(qapp: QApplication, tmp_path: Path) -> Iterator[Bridge]:
    path, key = review_in(tmp_path, "")
    made = Bridge(Session.open(path, raw_key=key))
    yield made
    made.close()


def heard(bridge: Bridge) -> list[tuple[str, object]]:
    """What the bridge says, in order."""
    said: list[tuple[str, object]] = []
    bridge.changed.connect(lambda changes: said.append(("changed", changes.kinds)))
    bridge.failed.connect(lambda sentence: said.append(("failed", sentence)))
    bridge.refused.connect(lambda operation, sentence: said.append(("refused", sentence)))
    bridge.notes.connect(lambda notes: said.append(("notes", notes)))
    bridge.saved.connect(lambda: said.append(("saved", None)))
    return said


def area(words: str) -> SetFields:
    return SetFields("review", "review", {"case_area": words})


def test_bridge_edit_is_told_with_what_it_changed_and_as_saved(bridge: Bridge) -> None:
    said = heard(bridge)
    assert bridge.run(area("Northmarch"))
    assert said == [("changed", frozenset({"review"})), ("saved", None)]
    assert bridge.review.one("review").text("case_area") == "Northmarch"


def test_bridge_edits_of_one_visit_are_one_step_of_undo(bridge: Bridge) -> None:
    for words in ("N", "No", "Northmarch"):
        bridge.run(area(words), "visit 1")
    assert bridge.undo()
    assert bridge.review.one("review").text("case_area") == ""
    assert not bridge.undo()
    assert bridge.redo()
    assert bridge.review.one("review").text("case_area") == "Northmarch"


def test_bridge_control_character_is_noted(bridge: Bridge) -> None:
    said = heard(bridge)
    bridge.run(area("North\x07march"))
    assert bridge.review.one("review").text("case_area") == "Northmarch"
    assert [name for name, _ in said] == ["changed", "saved", "notes"]


def test_bridge_refused_edit_is_told_with_its_sentence_and_does_not_wait(bridge: Bridge) -> None:
    said = heard(bridge)
    assert not bridge.run(SetFields("review", "review", {"agency": "somebody else"}))
    assert [name for name, _ in said] == ["refused"]
    assert not bridge.waiting


def test_bridge_full_disk_edits_wait_and_are_kept_in_order_when_there_is_room(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, said = FullDisk(monkeypatch.setattr), heard(bridge)
    assert not bridge.run(area("first"))
    assert not bridge.run(SetFields("board", "board", {"name": "Example Board"}))
    assert bridge.waiting
    assert {name for name, _ in said} == {"failed"}
    disk.full = False
    assert bridge.run(area("second"))
    assert not bridge.waiting
    assert bridge.review.one("board").text("name") == "Example Board"
    assert bridge.review.one("review").text("case_area") == "second"
    assert bridge.undo()
    assert bridge.review.one("review").text("case_area") == "first"


@pytest.mark.parametrize("act", [Bridge.undo, Bridge.redo, Bridge.retry, lambda each: each.add("entry", {})])
def test_bridge_full_disk_nothing_passes_an_edit_that_waits(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch, act: Callable[[Bridge], object]
) -> None:
    FullDisk(monkeypatch.setattr)
    bridge.run(area("first"))
    assert not act(bridge)
    assert bridge.waiting


def test_bridge_edit_that_waits_and_can_never_be_kept_is_told_and_lets_the_others_through(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = bridge.add("entry", {"event": "A call."})
    disk, said = FullDisk(monkeypatch.setattr), heard(bridge)
    bridge.run(Delete("entry", str(entry)))
    bridge.run(SetFields("entry", str(entry), {"event": "Another call."}))
    disk.full = False
    assert bridge.retry()
    assert [name for name, _ in said if name == "refused"] == ["refused"]
    assert not bridge.waiting


def test_bridge_new_records_get_references_never_used_before(bridge: Bridge) -> None:
    first = bridge.add("entry", {})
    bridge.run(Delete("entry", str(first)))
    second = bridge.add("entry", {"event": "A call."})
    assert first is not None
    assert second is not None
    assert (first.endswith("1"), second.endswith("2")) == (True, True)
    assert bridge.review[second].text("event") == "A call."


def test_steps_name_what_undo_and_redo_would_do_and_never_what_was_typed(bridge: Bridge) -> None:
    assert steps_of(bridge).can_undo is False
    bridge.run(area("Northmarch"))
    entry = bridge.add("entry", {})
    assert steps_of(bridge).undo_words == f"New record: chronology entry {entry}"
    bridge.undo()
    steps = steps_of(bridge)
    assert (steps.can_undo, steps.can_redo) == (True, True)
    assert steps.undo_words == "Change of ‘Area or unit that dealt with the case’"
