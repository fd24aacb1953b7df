"""An everyday word of the program's own sentences that is close to a registered name stops no export. Made-up names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_session import open_signed

from imr_desk.errors import NameFoundError
from imr_desk.jobs.export import export
from imr_desk.jobs.names_left import names_left
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.names import Decide, RegisterName
from imr_desk.session import Session

PASSPHRASE = "four plain words here"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "review.imr", PASSPHRASE)
    opened.run(SetFields("review", "review", {"agency": "cps", "template": "T1"}))
    opened.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ["Tabitha Patel", "Jakub Carter", "Tim Note", "Olga Datel", "Nia Page", "Rhys Draft"])
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_export_with_a_name_close_to_the_words_of_the_form_is_written(
    session: Session, tmp_path: Path, name: str, ending: str
) -> None:
    session.run(RegisterName("STF-01", name))
    export(session, tmp_path / f"a{ending}", draft=True)
    assert (tmp_path / f"a{ending}").exists()


@pytest.mark.parametrize("written", ["Patel", "patel", "Pattel", "T Patel", "PATEL"])
def test_export_with_the_name_itself_is_refused(session: Session, tmp_path: Path, written: str) -> None:
    session.run(RegisterName("STF-01", "Tabitha Patel"))
    session.run(SetFields("opening", "opening", {"introduction": f"The file went to {written} on Monday."}))
    with pytest.raises(NameFoundError, match="Nothing was written"):
        export(session, tmp_path / "a.docx", draft=True)
    assert not (tmp_path / "a.docx").exists()


WRITTEN = "She had the draft of the report, version 2, in every case. In the CPS a draft is a draft."


@pytest.mark.parametrize("name", ["Rhys Draft", "Draft"])
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_export_with_a_name_that_the_program_prints_itself_is_written_where_the_review_has_the_word_too(
    session: Session, tmp_path: Path, name: str, ending: str
) -> None:
    session.run(RegisterName("STF-01", name))
    session.run(SetFields("opening", "opening", {"introduction": WRITTEN}))
    export(session, tmp_path / f"a{ending}", draft=True)
    assert (tmp_path / f"a{ending}").exists()


@pytest.mark.parametrize("written", ["It went to Draft on Monday.", "DRAFT", "Ask Mr Draft.", "Rhys Draft"])
def test_export_with_such_a_name_in_a_sentence_is_refused(session: Session, tmp_path: Path, written: str) -> None:
    session.run(RegisterName("STF-01", "Rhys Draft"))
    session.run(SetFields("opening", "opening", {"introduction": f"{WRITTEN}\n\n{written}"}))
    with pytest.raises(NameFoundError, match="Nothing was written"):
        export(session, tmp_path / "a.docx", draft=True)


def test_list_with_a_name_is_refused_with_the_place(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName("STF-01", "Tabitha Patel"))
    session.run(Insert("entry", "CE-001", {"event": "Patel rang the school."}))
    with pytest.raises(NameFoundError, match="Look at the rows of the chronology"):
        export(session, tmp_path / "a.csv", draft=True)


def test_everyday_word_that_was_decided_to_be_no_name_no_longer_stops_any_export(
    session: Session, tmp_path: Path
) -> None:
    session.run(RegisterName("STF-01", "Harriet Case"))
    decided = {
        "event": "All who dealt with Case A were told.",
        "decision": "Case to the unit.",
        "decision_by": "STF-01",
    }
    session.run(Insert("entry", "CE-001", decided))
    with pytest.raises(NameFoundError, match="‘Names to settle’"):
        export(session, tmp_path / "a.docx", draft=True)
    for name in names_left(session.review, session.judge):
        for place in name.places:
            key = session.judge.guard.key_here(place.text.text, place.mark.start, place.mark.end)
            session.run(Decide(key, "not a person here"))
    for ending in (".docx", ".csv"):
        export(session, tmp_path / f"a{ending}", draft=True)
    session.run(SetFields("entry", "CE-001", {"decision": "Ms Case to the unit."}))
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "b.csv", draft=True)


def test_sheets_with_a_name_that_only_a_signature_declares_are_written(tmp_path: Path) -> None:
    signed = open_signed(tmp_path)
    signed.run(RegisterName("STF-01", "Tom Report"))
    export(signed, tmp_path / "sheets.docx", draft=False, template="sheets")
    signed.close()
