"""One damaged byte anywhere, and a file cut short anywhere: a plain sentence, and never a wrong answer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from imr_desk.errors import DamagedFileError, FileProblemError, NotAReviewError, SaveFailedError, WrongPassphraseError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.backups import folder_of, make_backup
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.loose_rows import pages_of
from imr_desk.store.pages import PAGE
from imr_desk.store.sound_pages import SoundPages
from tests.damage import all_that_is_read, changed, offsets_on, whole_file
from tests.sample_session import PASSPHRASE, Clock, open_sample

STEP = 11
"""Every so many pages here; tests/soak/soak_damage.py takes all of them."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, FileKey]:
    return whole_file(tmp_path_factory.mktemp("whole"))


def test_byte_damaged_on_any_page_is_told(tmp_path: Path, whole: tuple[bytes, FileKey]) -> None:
    data, key = whole
    path = tmp_path / "review.imr"
    for number in [1, 2, 3, *range(4, len(data) // PAGE + 1, STEP)]:
        path.write_bytes(changed(data, (number - 1) * PAGE + offsets_on(number)[number % 4]))
        assert all_that_is_read(path, key), f"page {number}"


@pytest.mark.parametrize("offset", [16, 17, 100, PAGE - 80, PAGE - 65, PAGE - 64, PAGE - 1])
def test_damaged_first_page_is_no_wrong_passphrase(tmp_path: Path, whole: tuple[bytes, FileKey], offset: int) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(changed(whole[0], offset))
    with pytest.raises(DamagedFileError, match=r"Your passphrase was right\."):
        Session.open(path, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        Session.open(path, "four other words here")


@pytest.mark.parametrize("offset", [0, 1, 7, 15])
def test_damaged_salt_is_found_by_a_backup_and_mended_by_the_next_edit(
    tmp_path: Path, whole: tuple[bytes, FileKey], offset: int
) -> None:
    data, key = whole
    path = tmp_path / "review.imr"
    path.write_bytes(data)
    make_backup(path, key, folder_of(path), Clock()())
    path.write_bytes(changed(data, offset))
    raw = Session.derive_key(path, PASSPHRASE)
    assert raw == key.raw
    with pytest.raises(WrongPassphraseError):
        Session.open(path, "four other words here")
    with closing(Session.open(path, raw_key=raw)) as session:
        assert session.file.mended
        assert salt_of(path) == key.salt  # that it is open is written into it
        session.run(SetFields("opening", "opening", {"purpose": "To learn."}))
        assert session.file.integrity_faults() == ()
    assert salt_of(path) == key.salt
    with closing(Session.open(path, PASSPHRASE)) as session:
        assert not session.file.mended
        assert session.review.one("opening").text("purpose") == "To learn."


def test_salt_is_found_in_a_place_of_choice_too(tmp_path: Path, whole: tuple[bytes, FileKey]) -> None:
    data, key = whole
    path, place = tmp_path / "review.imr", tmp_path / "elsewhere"
    place.mkdir()
    path.write_bytes(data)
    make_backup(path, key, folder_of(path, place), Clock()())
    path.write_bytes(changed(data, 3))
    with pytest.raises(WrongPassphraseError):
        Session.open(path, PASSPHRASE)
    Session.open(path, PASSPHRASE, backups=place).close()


def test_file_cut_short_at_a_page_is_told(tmp_path: Path, whole: tuple[bytes, FileKey]) -> None:
    data, key = whole
    path = tmp_path / "review.imr"
    for pages in [1, 2, 3, *range(4, len(data) // PAGE, 3 * STEP)]:
        for more in (0, 1, 2048):
            path.write_bytes(data[: pages * PAGE + more])
            assert all_that_is_read(path, key), f"{pages} pages and {more} bytes"


@pytest.mark.parametrize("size", [0, 1, 15, 16, 100, PAGE - 1])
def test_file_cut_short_within_its_first_page_is_told(tmp_path: Path, whole: tuple[bytes, FileKey], size: int) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(whole[0][:size])
    with pytest.raises(NotAReviewError):
        Session.open(path, PASSPHRASE)
    assert path.stat().st_size == size


def test_damage_that_comes_while_a_review_is_open_is_told_and_the_review_stays(tmp_path: Path) -> None:
    """The table of an opening that was read already is changed on disk."""
    session = open_sample(tmp_path)
    path = tmp_path / "sample.imr"
    raw = session.file.key.raw
    with path.open("r+b") as file:
        for number in range(2, path.stat().st_size // PAGE + 1):
            file.seek((number - 1) * PAGE + 50)
            file.write(b"\x00\x01")
    session.file.connection.run("PRAGMA shrink_memory")
    with pytest.raises(FileProblemError):
        _work(session)
    assert session.review.all("entry")
    session.close()
    with pytest.raises(DamagedFileError):
        Session.open(path, raw_key=raw)


def test_edit_that_meets_a_damaged_page_is_not_saved_and_the_review_stays_as_it_was(
    tmp_path: Path, whole: tuple[bytes, FileKey]
) -> None:
    """The pages of the words that can be found are damaged; reading the review needs none of them."""
    data, key = whole
    path = tmp_path / "review.imr"
    path.write_bytes(data)
    with SoundPages(path, key) as pages:
        owners = pages_of(pages, "sys_search_id")
    for number in owners:
        data = changed(data, (number - 1) * PAGE + 100)
    path.write_bytes(data)
    with closing(Session.open(path, raw_key=key.raw)) as session:
        before = session.review
        with pytest.raises(SaveFailedError, match=r"damaged\. Your words are still here\."):
            session.run(SetFields("opening", "opening", {"purpose": "To learn."}))
        assert session.review is before


def _work(session: Session) -> None:
    session.search("decision")
    session.past()
    session.run(SetFields("opening", "opening", {"purpose": "To learn."}))


def test_wrong_passphrase_on_a_sound_file_stays_one(tmp_path: Path, whole: tuple[bytes, FileKey]) -> None:
    path = tmp_path / "review.imr"
    path.write_bytes(whole[0])
    make_backup(path, whole[1], folder_of(path), Clock()())
    with pytest.raises(WrongPassphraseError):
        Session.open(path, "four other words here")
    assert derive("four other words here", salt_of(path)).raw == Session.derive_key(path, "four other words here")
