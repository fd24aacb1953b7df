"""What still verifies in a damaged review comes out, and what does not is named."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from imr_desk.errors import FileProblemError, WrongPassphraseError
from imr_desk.jobs.salvage import lost_words
from imr_desk.session import Session
from imr_desk.store import btree
from imr_desk.store.key import derive, salt_of
from imr_desk.store.loose_rows import Shape, pages_of, told_by_content
from imr_desk.store.pages import PAGE
from imr_desk.store.salvage import salvage
from imr_desk.store.sound_pages import SoundPages
from tests.lost_pages import AT, BINNED, CONTENT, damaged, must_be_told, pages, records_of, taken_out, whole
from tests.sample_session import PASSPHRASE


def test_sound_file_comes_out_whole(tmp_path: Path) -> None:
    found, review, faults = taken_out(damaged(tmp_path / "review.imr", []))
    assert (found.whole, found.damaged, found.records) == (True, 0, len(records_of(review)))
    assert records_of(review) == records_of(whole()[2])
    assert faults == ()


def test_review_whose_first_page_is_lost_comes_out_whole(tmp_path: Path) -> None:
    path = damaged(tmp_path / "review.imr", [1])
    with pytest.raises(FileProblemError, match="damaged"):
        Session.open(path, PASSPHRASE)
    found, review, faults = taken_out(path)
    assert (found.whole, found.damaged, faults) == (True, 1, ())
    assert records_of(review) == records_of(whole()[2])


def test_any_page_may_be_lost_and_all_others_come_out(tmp_path: Path) -> None:
    for number in range(2, pages() + 1, 67):
        found, review, _ = taken_out(damaged(tmp_path / "review.imr", [number]))
        assert found.damaged == 1
        assert len(records_of(review)) >= len(records_of(whole()[2])) - 120
        must_be_told(found, review)


@pytest.mark.parametrize("count", [4, 16, 40])
def test_many_pages_may_be_lost(tmp_path: Path, count: int) -> None:
    lost = random.Random(count).sample(range(1, pages() + 1), count)
    found, review, _ = taken_out(damaged(tmp_path / "review.imr", lost))
    assert found.damaged == count
    must_be_told(found, review)


def test_file_that_was_cut_short_says_how_much_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(whole()[0][: (pages() - 9) * PAGE + 17])
    found, review, _ = taken_out(path)
    assert (found.pages, found.damaged) == (pages(), 9)
    must_be_told(found, review)


def holding(words: bytes, *, of_kind: int) -> list[int]:
    """The pages of the sound review on which these words stand, of one kind of page; 0 for what rows run over into."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.imr"
        path.write_bytes(whole()[0])
        with SoundPages(path, whole()[1]) as read:
            every = ((number, read(number) or b"") for number in range(2, pages() + 1))
            return [n for n, page in every if words in page and btree.kind_of_page(page, n) == of_kind]


def test_record_that_is_cut_keeps_its_other_fields(tmp_path: Path) -> None:
    cuts = []
    for number in holding(b"decided to wait", of_kind=0)[::8]:
        found, review, _ = taken_out(damaged(tmp_path / "review.imr", [number]))
        must_be_told(found, review)
        cuts += [(each, review) for each in found.lost if each.id == "CE-005" and each.fields]
    cut, review = cuts[0]
    assert "comment" in cut.fields
    then, now = records_of(whole()[2])["CE-005"], records_of(review)["CE-005"]
    assert now.text("event") == then.text("event")
    assert now.text("comment") == ""


def test_links_to_what_is_lost_are_taken_out_and_told(tmp_path: Path) -> None:
    path = damaged(tmp_path / "review.imr", holding(b"REC-01", of_kind=btree.TABLE_LEAF))
    found, review, faults = taken_out(path)
    assert found.links
    must_be_told(found, review)
    there = records_of(review)
    for record, other in found.links:
        assert record in there
        assert other not in there
    assert not any("lead nowhere" in each for each in faults)


def test_history_bin_documents_and_register_come_out(tmp_path: Path) -> None:
    path = damaged(tmp_path / "review.imr", [1])
    target = tmp_path / "salvaged.imr"
    salvage(path, whole()[1], target, AT)
    with closing(Session.open(target, PASSPHRASE, read_only=True)) as session:
        assert session.read_document("DOC-900") == CONTENT
        assert len(session.bin()) == 1
        past = session.past()
        assert past[0].operation == "salvage"
        assert {"keep_document", "delete", "set_fields"} <= {line.operation for line in past}
        assert session.search("decided to wait") == ("CE-005",)
        assert not session.can_undo


def test_what_rested_in_a_lost_page_of_the_bin_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(whole()[0])
    with SoundPages(path, whole()[1]) as read:
        numbers = pages_of(read, "sys_bin")
    found, review, _ = taken_out(damaged(path, list(numbers)))
    assert [(each.id, each.in_bin) for each in found.lost] == [(BINNED, True)]
    assert records_of(review) == records_of(whole()[2])
    assert lost_words(found) == (f"{BINNED} (abbreviation), which had been deleted: it lay in the bin",)


def test_row_of_a_table_that_had_fewer_columns_is_told_to_its_table() -> None:
    """As SQLite keeps rows from before a column was added; its page lost its tree."""
    shape = Shape(
        "abbreviation", ("id", "position", "term", "meaning"), (str, int, str, str), (True, True, False, False), -1, 0
    )
    older = btree.Row(7, ("ABB-001", 1024, "CPS"), cut=False)
    assert told_by_content(older, {"abbreviation": shape}, in_index=False) == "abbreviation"
    assert shape.whole(older) == ("ABB-001", 1024, "CPS", None)
    other = btree.Row(7, ("ABB-001", "1024", "CPS"), cut=False)
    assert told_by_content(other, {"abbreviation": shape}, in_index=False) == ""


def test_nothing_is_written_over_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path = damaged(tmp_path / "review.imr", [3])
    before = path.read_bytes()
    taken = tmp_path / "salvaged.imr"
    taken.write_text("somebody's")
    with pytest.raises(FileProblemError, match="there already"):
        salvage(path, whole()[1], taken, AT)
    with pytest.raises(WrongPassphraseError, match="Nothing in this file can be read"):
        salvage(path, derive("four other words here", salt_of(path)), tmp_path / "other.imr", AT)
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"review.imr", "salvaged.imr"}
