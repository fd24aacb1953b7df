"""A name that is resolved stands nowhere in the review file any more: not in what was deleted, undone or indexed."""

from __future__ import annotations

import pytest
from sample_session import PASSPHRASE, Clock

from imr_desk.errors import BadInputError
from imr_desk.jobs.left_at import LeftAt, Unkept, keep_left_at, read_left_at
from imr_desk.operations.general import Batch, Delete, Insert, Restore, SetFields
from imr_desk.operations.names import Decide, RegisterName
from imr_desk.operations.resolving import LONGER, SIGNED, Prepared, Replacing, Resolution, ResolveNames, preview
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.known_date import KnownDate
from imr_desk.review.new_texts import with_text
from imr_desk.review.sealing import is_sealed
from imr_desk.session import Session
from tests.store.strangers_reader import decrypted

NAME = "Jolyon Wetherspindle"
PARTS = ("jolyon", "wetherspindle", "wethersp")
WHO = "STF-04"


def typed_everywhere(session: Session) -> None:
    """An author types the name in every kind of place where something typed can stay."""
    paragraph = session.review.all("paragraph")[0].id
    session.run(SetFields("paragraph", paragraph, {"text": f"{NAME} decided.\nWETHERSPINDLE, Jolyon’s note is lost."}))
    session.run(SetFields("entry", "CE-001", {"event": f"Mr Wetherspindle rang. {NAME} did not."}))
    session.run(SetFields("entry", "CE-002", {"comment": f"Written by {NAME}."}))
    session.run(SetFields("entry", "CE-002", {"comment": "Written in haste."}))  # the name is in a step of undo alone
    session.run(SetFields("quality_checklist", "quality_checklist", {"comment": f"The manager asks: why {NAME}?"}))
    session.run(SetFields("entry", "CE-003", {"date": KnownDate("2013-05", "the May in which Wetherspindle left")}))
    new = session.new_id("entry")
    session.run(Insert("entry", new, {"event": f"Seen by {NAME}."}))
    session.run(Delete("entry", new))  # in the bin, with the index told to forget it
    session.run(SetFields("entry", "CE-004", {"event": f"Asked j.wetherspindle@cps.example and {NAME}."}))
    session.undo()  # in a step of redo alone
    keep_left_at(session, LeftAt(1, unkept=(Unkept("entry", "CE-005", "date", (f"when {NAME} was ill",)),)))


def holds_name(session: Session) -> list[str]:
    """Where the decrypted file, page by page, and every table of it hold a part of the name."""
    found = []
    connection = session.file.connection
    for (table,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        rows = connection.rows(f'SELECT * FROM "{table}"')  # noqa: S608 - a table of the file
        text = "\n".join(
            cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for row in rows for cell in row
        )
        found += [table for part in PARTS if part in text.casefold()]
    plain = decrypted(session.path, PASSPHRASE).lower()
    return found + ["pages" for part in PARTS if part.encode() in plain]


def test_name_that_is_resolved_stands_nowhere_in_the_open_file(session: Session) -> None:
    typed_everywhere(session)
    assert {"paragraph", "entry", "sys_undo", "sys_bin", "sys_search_content", "sys_fact"} <= set(holds_name(session))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert holds_name(session) == []


def test_code_stands_where_the_name_stood_with_the_grammar_kept(session: Session) -> None:
    typed_everywhere(session)
    code = session.review[WHO].text("code")
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    paragraph = session.review.all("paragraph")[0]
    assert paragraph.text("text") == f"{code} decided.\n{code}’s note is lost."
    assert session.review["CE-001"].text("event") == f"{code} rang. {code} did not."
    assert session.review["CE-003"].text("date") == f"the May in which {code} left"
    assert [each.record.text("event") for each in session.bin()][:1] == [f"Seen by {code}."]
    assert read_left_at(session).unkept[0].boxes == (f"when {code} was ill",)


def test_undo_and_redo_go_on_through_a_resolved_name_without_bringing_it_back(session: Session) -> None:
    typed_everywhere(session)
    code = session.review[WHO].text("code")
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    session.redo()
    assert session.review["CE-004"].text("event") == f"Asked {code} and {code}."
    steps = 0
    while session.can_undo:
        session.undo()
        steps += 1
        assert holds_name(session) == []
    assert steps >= 8
    while session.can_redo:
        session.redo()
    assert holds_name(session) == []
    assert session.review["CE-001"].text("event") == f"{code} rang. {code} did not."


def test_resolving_leaves_a_dated_mark_without_the_name(session: Session) -> None:
    typed_everywhere(session)
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    (mark,) = session.resolved_names()
    assert (mark.at[:10], mark.person) == (Clock().now.date().isoformat(), WHO)
    assert ("entry", "CE-001") in mark.records
    assert any(kind == "bin" for kind, _ in mark.records)
    assert session.past()[0].operation == "resolve_names"


def test_resolved_name_is_found_by_no_search_and_its_code_is(session: Session) -> None:
    typed_everywhere(session)
    assert "CE-001" in session.search("Wetherspindle")
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert session.search("Wetherspindle") == session.search("wethersp") == ()
    assert "CE-001" in session.search(session.review[WHO].text("code") + " rang")


def test_index_for_searching_knows_no_word_that_begins_like_the_name(session: Session) -> None:
    typed_everywhere(session)
    session.file.connection.run("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, sys_search, row)")
    wanted = "SELECT term FROM temp.words WHERE term LIKE 'weth%' OR term LIKE 'joly%'"
    assert len(session.file.connection.rows(wanted)) >= 2
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert session.file.connection.rows(wanted) == []
    borders = session.file.connection.rows("SELECT CAST(term AS TEXT) FROM sys_search_idx")
    assert not any(str(term)[1:].startswith(("weth", "joly")) for (term,) in borders)


def test_name_typed_after_it_was_resolved_is_known(session: Session) -> None:
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    session.run(SetFields("entry", "CE-001", {"event": "Wetherspindle again."}))
    assert [mark.person for mark in session.judge.guard.marks("Wetherspindle again.")] == [WHO]
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert holds_name(session) == []


def test_many_names_are_resolved_in_one_deed(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} asked Perpetua Quillfeather, whom they call Boffo."}))
    names = (Resolution(NAME, WHO), Resolution("Perpetua Quillfeather", "STF-05"), Resolution("Boffo", "STF-05", False))
    codes = [session.review[person].text("code") for person in (WHO, "STF-05", "STF-05")]
    session.run(ResolveNames(names))
    assert session.review["CE-001"].text("event") == "{} asked {}, whom they call {}.".format(*codes)
    assert [mark.person for mark in session.resolved_names()] == ["STF-05", WHO]


def test_words_alone_are_replaced_and_not_registered(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} and Mr Wetherspindle came."}))
    session.run(ResolveNames((Resolution("wetherspindle", WHO, register=False),)))
    assert NAME in session.review["CE-001"].text("event")
    assert "Mr Wetherspindle" not in session.review["CE-001"].text("event")
    assert session.registered_names() == {}


def test_every_registered_form_of_a_person_is_replaced_without_the_name_being_told(session: Session) -> None:
    session.run(RegisterName(WHO, NAME))
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} and Mr Wetherspindle came. J Wetherspindle left."}))
    session.run(ResolveNames((Resolution("", WHO, register=False),)))
    code = session.review[WHO].text("code")
    assert session.review["CE-001"].text("event") == f"{code} and {code} came. {code} left."


def test_part_of_a_longer_name_is_left_and_shown(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} came. Petra Wetherspindle did not."}))
    shown = preview(session.review, session.judge.guard, (Resolution(NAME, WHO),))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    code = session.review[WHO].text("code")
    assert session.review["CE-001"].text("event") == f"{code} came. Petra Wetherspindle did not."
    assert [each.left for each in shown] == ["", LONGER]


def test_somebody_else_of_the_same_family_name_is_not_taken_for_the_person(session: Session) -> None:
    session.run(RegisterName("STF-05", "Petra Wetherspindle"))
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} met Petra Wetherspindle. Wetherspindle was late."}))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    code = session.review[WHO].text("code")
    assert session.review["CE-001"].text("event") == f"{code} met Petra Wetherspindle. Wetherspindle was late."


def test_preview_shows_each_sentence_before_and_after_and_what_rests_in_the_bin(session: Session) -> None:
    typed_everywhere(session)
    code = session.review[WHO].text("code")
    shown = preview(session.review, session.judge.guard, (Resolution(NAME, WHO),), session.bin())
    event = [each for each in shown if each.record_id == "CE-001"]
    assert [(each.before, each.after) for each in event] == [
        ("Mr Wetherspindle rang.", f"{code} rang."),
        (f"{NAME} did not.", f"{code} did not."),
    ]
    assert [each.after for each in shown if each.binned] == [f"Seen by {code}."]
    assert all(isinstance(each, Replacing) and "Wetherspindle" not in repr(each) for each in shown)


def test_preview_and_deed_agree(session: Session) -> None:
    typed_everywhere(session)
    names = (Resolution(NAME, WHO),)
    changed = {each.record_id for each in preview(session.review, session.judge.guard, names) if not each.left}
    assert {record_id for _, record_id in session.run(ResolveNames(names)).changes.records} == changed


def test_decision_that_the_words_are_no_person_does_not_keep_them(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": "Mr Wetherspindle rang."}))
    session.run(Decide(session.judge.guard.key_for("Wetherspindle"), "not a person"))
    session.run(ResolveNames((Resolution("Wetherspindle", WHO),)))
    assert holds_name(session) == []


def test_name_in_any_field_of_any_kind_is_replaced(session: Session) -> None:
    edits = [
        SetFields(record.kind, str(record.id), {field.name: typed_into(field)})
        for kind in KINDS
        if not kind.startswith("sign") and kind != "reopening"
        for record in session.review.all(kind)[:1]
        for field in with_text(kind)
        if "code" not in field.name
    ]
    assert len(edits) > 200
    session.run(Batch(tuple(edits)))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert holds_name(session) == []
    session.undo()
    assert holds_name(session) == []


def typed_into(field: Field) -> object:
    """A value of a field that holds the name in every text."""
    if field.type is FieldType.ROWS:
        return ({column.name: typed_into(column) for column in field.columns if column.guarded},)
    if field.type is FieldType.LINES:
        return (NAME, "Nobody", f"and {NAME}")
    return KnownDate("2013", f"when {NAME} came") if field.type is FieldType.KNOWN_DATE else f"Then {NAME} came."


def test_name_in_which_typing_stopped_is_not_left_in_a_step_of_undo(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": "Seen by Jolyon Wethersp"}))
    session.run(SetFields("entry", "CE-001", {"event": f"Seen by {NAME}."}))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert holds_name(session) == []
    session.undo()
    assert session.review["CE-001"].text("event") == f"Seen by {session.review[WHO].text('code')}"


def test_what_was_prepared_beforehand_is_done_and_a_review_that_changed_since_is_read_again(session: Session) -> None:
    typed_everywhere(session)
    names = (Resolution(NAME, WHO),)
    ready = Prepared(session.review, session.judge.guard, names, session.file.undo_forms())
    assert ready.fields >= 3
    session.run(SetFields("entry", "CE-009", {"event": f"And {NAME}."}))
    session.run(ResolveNames(names, ready))
    assert holds_name(session) == []
    session.run(SetFields("entry", "CE-009", {"event": f"And {NAME}."}))
    session.run(ResolveNames(names, Prepared(session.review, session.judge.guard, names, session.file.undo_forms())))
    assert holds_name(session) == []


def test_signed_text_is_left_and_shown_as_such(session: Session) -> None:
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} rang."}))
    with session.file.transaction("2014-12-03T14:32:00+00:00") as tx, tx.by_rule():
        tx.insert("signature", "SIG-99", {"role": "author", "part": "report", "name": "Alma Quill"})
    assert is_sealed(session.review)
    shown = preview(session.review, session.judge.guard, (Resolution(NAME, WHO),))
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    assert [each.left for each in shown] == [SIGNED]
    assert session.review["CE-001"].text("event") == f"{NAME} rang."


def test_restored_record_holds_the_code(session: Session) -> None:
    typed_everywhere(session)
    session.run(ResolveNames((Resolution(NAME, WHO),)))
    binned = session.bin()[0].record
    session.run(Restore("entry", str(binned.id)))
    assert session.review[str(binned.id)].text("event") == f"Seen by {session.review[WHO].text('code')}."
    assert str(binned.id) in session.search("Seen by")


@pytest.mark.parametrize("name", [Resolution(NAME, "CE-001"), Resolution(NAME, "STF-99"), Resolution("12", WHO)])
def test_nothing_is_replaced_without_a_person_with_a_code_and_a_name(session: Session, name: Resolution) -> None:
    typed_everywhere(session)
    with pytest.raises(BadInputError):
        session.run(ResolveNames((name,)))
    assert holds_name(session)
