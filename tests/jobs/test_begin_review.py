"""Beginning a review: one file, what is known in it, and where the work goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_session import Clock

from imr_desk.errors import BadInputError, FileProblemError, SaveFailedError
from imr_desk.guidance.reviews import kinds_of_review
from imr_desk.jobs import begin as jobs
from imr_desk.jobs.begin import FirstFacts, begin
from imr_desk.review.catalogue import field_of
from imr_desk.session import Session

WORDS = "quiet harbour paper lantern"
FACTS = FirstFacts("cps", "Safeguarding Adults Review", "T1", "2013-01-01", "2014-05-04")


def test_begin_puts_what_is_known_into_one_encrypted_file(tmp_path: Path) -> None:
    begun = begin(tmp_path / "new" / "review.imr", WORDS, FACTS, Clock())
    assert [each.name for each in begun.path.parent.iterdir()] == ["review.imr"]
    session = Session.open(begun.path, raw_key=begun.key)
    try:
        about, period = session.review.one("review"), session.review.one("period")
        assert (about.text("agency"), about.text("template")) == ("cps", "T1")
        assert (about.text("review_type"), about.text("subject_kind")) == ("Safeguarding Adults Review", "adult")
        assert about.text("nation") == "England"
        assert about.text("protective_marking") == "OFFICIAL-SENSITIVE"
        assert (period.text("start"), period.text("cut_off")) == ("2013-01-01", "2014-05-04")
        assert not session.can_undo
        assert session.file.integrity_faults() == ()
    finally:
        session.close()


def test_begin_says_where_the_first_missing_thing_stands(tmp_path: Path) -> None:
    serious = begin(tmp_path / "a.imr", WORDS, FirstFacts("cps", "Serious Case Review"), Clock()).first
    adults = begin(tmp_path / "b.imr", WORDS, FACTS, Clock()).first
    assert serious is not None
    assert (serious.kind, serious.field) == ("review", "subject_kind")
    assert adults is not None
    assert (adults.kind, adults.field) == ("review", "review_form")


def test_begin_over_a_file_that_is_there_is_refused_and_the_file_kept(tmp_path: Path) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(b"mine")
    with pytest.raises(FileProblemError, match="is there already"):
        begin(path, WORDS, FACTS)
    assert path.read_bytes() == b"mine"


def test_begin_in_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(SaveFailedError, match="cannot be made"):
        begin(tmp_path / "notes" / "review.imr", WORDS, FACTS)


def test_begin_that_fails_half_way_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_session: Session) -> None:
        raise RuntimeError

    monkeypatch.setattr(jobs, "first_missing", broken)
    with pytest.raises(RuntimeError):
        begin(tmp_path / "review.imr", WORDS, FACTS)
    assert list(tmp_path.iterdir()) == []


def test_begin_short_passphrase_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="at least 12"):
        begin(tmp_path / "review.imr", "short", FACTS)
    assert list(tmp_path.iterdir()) == []


def test_first_facts_period_that_ends_before_it_begins_is_said() -> None:
    assert "ends before it begins on 4 May 2014" in FirstFacts("cps", start="2014-05-04", cut_off="2013-01-01").fault()
    assert FirstFacts("cps", start="2014-05-04", cut_off="2014-05-04").fault() == ""
    assert FirstFacts("cps", start="2014-05-04").fault() == ""


def test_kinds_of_review_name_only_what_the_review_can_hold() -> None:
    kinds = kinds_of_review()
    about = {stored for stored, _ in field_of("review", "subject_kind").choices} | {""}
    nations = {stored for stored, _ in field_of("review", "nation").choices} | {""}
    assert len({kind.name for kind in kinds}) == len(kinds)
    assert all(kind.about in about and kind.nation in nations and kind.standing.endswith(".") for kind in kinds)
