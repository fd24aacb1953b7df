"""What goes out is scanned part by part; in a draft unknown names give way to numbers."""

from __future__ import annotations

import pytest

from imr_desk.errors import RegisterUnreadableError
from imr_desk.names.guard import Decision, Guard, decision_key
from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.names.scan import DraftNames, scan, settle_for_draft

KEY = bytes(32)
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, frozenset({"Child K"}))


def test_scan_of_parts_names_the_place_of_each_hit() -> None:
    report = scan(GUARD, [("body", "Pellbrook wrote"), ("header", "Child K"), ("author", "Mr Throstle")])
    assert [(hit.place, hit.words, hit.person) for hit in report.registered] == [("body", "Pellbrook", "STF-02")]
    assert [(hit.place, hit.words, hit.start) for hit in report.unknown] == [("author", "Throstle", 3)]


@pytest.mark.parametrize(
    ("text", "draft", "final"),
    [("Pellbrook wrote", False, False), ("Mr Throstle wrote", True, False), ("Child K was safe", True, True)],
)
def test_clean_of_a_report_holds_a_draft_only_for_registered_names(text: str, draft: bool, final: bool) -> None:
    report = scan(GUARD, [("body", text)])
    assert (report.clean(final=False), report.clean(final=True)) == (draft, final)


def test_scan_without_the_key_of_the_register_raises() -> None:
    locked = Guard(StaffRegister(None, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, ())
    with pytest.raises(RegisterUnreadableError):
        scan(locked, [("body", "nothing here")])


def test_settle_of_unknown_names_numbers_them_through_the_document() -> None:
    names = DraftNames(GUARD)
    assert names.settle("Mr Throstle met Dr Quenbyski.") == "Mr [name to be settled 1] met Dr [name to be settled 2]."
    assert names.settle("DC THROSTLE’s note") == "DC [name to be settled 1]’s note"
    assert names.count == 2


def test_settle_of_an_address_takes_it_whole() -> None:
    assert DraftNames(GUARD).settle("mail d.throstle@police.uk.") == "mail [name to be settled 1]."


def test_settle_of_registered_and_decided_names_leaves_them() -> None:
    decided = Guard(None, {decision_key(b"", "Throstle"): Decision.NOT_A_PERSON}, ())
    assert DraftNames(decided).settle("Mr Throstle left.") == "Mr Throstle left."
    assert DraftNames(GUARD).settle("Pellbrook left.") == "Pellbrook left."


def test_settle_for_draft_leaves_a_draft_that_scans_clean() -> None:
    texts = settle_for_draft(GUARD, ["Mr Throstle met Sarah Quenbyski.", "throstle@police.uk", "Child K"])
    assert texts[2] == "Child K"
    assert scan(GUARD, [("body", text) for text in texts]).clean(final=True)


@pytest.mark.parametrize(
    "piece", ["Mr Throstle ", "😀 Pellbrook ", "مرحبا Pellbrook ", "\ud800 Pellbrook ", "Pellbrook "]
)
def test_scan_of_200_000_characters_finds_every_name(piece: str) -> None:
    times = 200_000 // len(piece)
    report = scan(GUARD, [("body", piece * times)])
    assert len(report.registered) + len(report.unknown) == times
