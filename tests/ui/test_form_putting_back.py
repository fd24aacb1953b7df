"""Putting back what was deleted, with its links, without undoing what was written since."""

from __future__ import annotations

from factories import record, review, with_values, without

from imr_desk.operations.general import Batch, Link, Restore, SetFields
from ui.forms.putting_back import put_back

BEFORE = review(
    record("early_action", "EA-001", action="A check."),
    record("early_action", "EA-002", action="Another."),
    record("extension", "extension", meanwhile=("EA-001", "EA-002")),
    record("contact", "CON-001", role="Board manager"),
    record("board", "board", contact="CON-001"),
)


def test_put_back_restores_the_record_and_its_place_among_links() -> None:
    now = with_values(without(BEFORE, "EA-001"), "extension", meanwhile=("EA-002",))
    assert put_back(BEFORE, now, BEFORE["EA-001"]) == Batch(
        (
            Restore("early_action", "EA-001"),
            SetFields("extension", "extension", {"meanwhile": ("EA-001", "EA-002")}),
        )
    )


def test_put_back_list_of_links_changed_since_is_added_to() -> None:
    now = with_values(without(BEFORE, "EA-001"), "extension", meanwhile=None)
    assert put_back(BEFORE, now, BEFORE["EA-001"]).operations[1:] == (
        Link("extension", "extension", "meanwhile", "EA-001"),
    )


def test_put_back_link_that_leads_elsewhere_since_is_left_alone() -> None:
    changed = with_values(without(BEFORE, "CON-001"), "board", contact="CON-002")
    assert put_back(BEFORE, changed, BEFORE["CON-001"]) == Batch((Restore("contact", "CON-001"),))


def test_put_back_record_that_linked_and_is_gone_itself_is_left_out() -> None:
    before = review(record("subject", "SUB-01"), record("entry", "CE-001", concerns=("SUB-01",)))
    now = without(without(before, "SUB-01"), "CE-001")
    assert put_back(before, now, before["SUB-01"]) == Batch((Restore("subject", "SUB-01"),))
