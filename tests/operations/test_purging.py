"""Removing for good: the words are gone from every page of the file, the line of the history stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_session import PASSPHRASE, open_sample

from imr_desk.errors import BadInputError
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, Insert, Restore, SetFields
from imr_desk.operations.purging import Purge
from imr_desk.session import Session
from tests.store.strangers_reader import decrypted

ODD = "Quockerwodger"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(SetFields("retention", "retention", {"inquiry_hold": False}))
    for kind in ("clearance", "circulation"):  # what the sample sent would keep all that is deleted now
        for each in opened.review.all(kind):
            opened.run(Delete(kind, each.id))
    opened.run(SetFields("afterwards", "afterwards", {"presented_on": None, "action_plan_shared_on": None}))
    for each in opened.review.all("action"):
        opened.run(SetFields("action", each.id, {"cleared_on": None}))
    yield opened
    opened.close()


def pages_of(session: Session) -> bytes:
    """Every page of the file without the cipher: what somebody with the passphrase could dig in."""
    return decrypted(session.path, PASSPHRASE)


def test_words_that_were_removed_for_good_stand_on_no_page(session: Session) -> None:
    session.run(Insert("entry", "CE-900", {"event": f"{ODD} came.", "comment": f"{ODD} " * 3000}))
    session.run(SetFields("entry", "CE-900", {"comment": f"Less of {ODD}."}))
    session.run(KeepDocument("DOC-900", "A note", "text/plain", f"{ODD} in a document".encode() * 500))
    session.run(Delete("entry", "CE-900"))
    session.run(Delete("document", "DOC-900"))
    assert ODD.encode() in pages_of(session)
    session.run(Purge((("entry", "CE-900"), ("document", "DOC-900"))))
    found = pages_of(session).lower()
    assert ODD.lower().encode() not in found
    assert session.search(ODD) == ()
    assert not {"CE-900", "DOC-900"} & {each.record.id for each in session.bin()}
    assert session.file.integrity_faults() == ()


def test_removing_for_good_leaves_a_line_in_the_history_and_no_step_to_undo(session: Session) -> None:
    session.run(Insert("entry", "CE-900", {"event": "Nothing."}))
    session.run(Delete("entry", "CE-900"))
    session.run(Purge((("entry", "CE-900"),)))
    line = session.past(most=1)[0]
    assert (line.operation, line.records) == ("purge", (("entry", "CE-900"),))
    assert not session.can_undo
    with pytest.raises(BadInputError, match="not in the bin"):
        session.run(Restore("entry", "CE-900"))
    assert session.new_id("entry") == "CE-901"


def test_what_led_to_a_record_that_is_gone_can_still_be_put_back(session: Session) -> None:
    session.run(Insert("section", "SEC-90", {"heading": "Late"}))
    session.run(Insert("paragraph", "AN-900", {"section": "SEC-90", "text": "Why."}))
    session.run(Delete("paragraph", "AN-900"))
    session.run(Delete("section", "SEC-90"))
    session.run(Purge((("section", "SEC-90"),)))
    session.run(Restore("paragraph", "AN-900"))
    assert session.review["AN-900"].link("section") == ""


def test_one_record_that_must_stay_keeps_them_all(session: Session) -> None:
    session.run(Insert("entry", "CE-900", {"event": "Nothing."}))
    session.run(Delete("entry", "CE-900"))
    interview = session.review.all("interview")[0].id
    session.run(Delete("interview", interview))
    before = session.bin()
    with pytest.raises(BadInputError, match=f"{interview} stays"):
        session.run(Purge((("entry", "CE-900"), ("interview", interview))))
    assert session.bin() == before
    assert session.can_undo


def test_nothing_goes_under_the_inquiry_hold(session: Session) -> None:
    session.run(Insert("entry", "CE-900", {"event": "Nothing."}))
    session.run(Delete("entry", "CE-900"))
    session.run(SetFields("retention", "retention", {"inquiry_hold": True}))
    with pytest.raises(BadInputError, match="inquiry hold"):
        session.run(Purge((("entry", "CE-900"),)))
    path = session.path
    session.close()
    again = Session.open(path, PASSPHRASE)
    assert [each.record.id for each in again.bin()][:1] == ["CE-900"]
    again.close()


@pytest.mark.parametrize("pair", [("entry", "CE-001"), ("entry", "CE-9999"), ("lesson", "CE-900")])
def test_record_that_is_not_in_the_bin_under_that_kind_is_not_touched(session: Session, pair: tuple[str, str]) -> None:
    session.run(Insert("entry", "CE-900", {"event": "Nothing."}))
    session.run(Delete("entry", "CE-900"))
    with pytest.raises(BadInputError):
        session.run(Purge((pair,)))
    assert "CE-001" in session.review
    assert session.bin()[0].record.id == "CE-900"
