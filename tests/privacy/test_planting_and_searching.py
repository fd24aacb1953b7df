"""The search for planted words finds them in every shape, and every field that can be written in is planted."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import planting
import pytest
from sample_session import PASSPHRASE, open_sample
from searching import found_in, planted_in, words_of_members

from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.review.catalogue import KINDS
from imr_desk.review.values import to_plain
from tests.store.strangers_reader import decrypted, opened

ODD = planting.odd(7)


@pytest.mark.parametrize(
    "data",
    [
        f"before {ODD} after".encode(),
        ODD.upper().encode(),
        ODD.title().encode("utf-16-le"),
        f"a{ODD}b".encode("utf-16-be"),
        ODD.encode("utf-16"),
    ],
)
def test_planted_word_is_found_in_every_shape(data: bytes) -> None:
    assert planted_in(data) == {ODD}


def test_planted_word_is_found_in_the_name_of_a_file_in_its_bytes_and_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / f"{ODD}.txt").write_bytes(b"")
    (tmp_path / "log").write_bytes(ODD.encode())
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<p>{ODD}</p>" * 50)
    (tmp_path / "report.docx").write_bytes(archive.getvalue())
    assert found_in(tmp_path) == {f"a/{ODD}.txt".replace("/", _slash()): {ODD}, "log": {ODD}}
    assert words_of_members(archive.getvalue()) == {ODD}


def _slash() -> str:
    return str(Path("a", "b"))[1]


def test_planted_words_are_all_different_and_far_apart() -> None:
    words = list(planting.strings().values())
    assert len(set(words)) == len(words) > 300
    middles = sorted(word[3:-4] for word in words)
    for one, other in pairwise(middles):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > 1


def test_every_field_that_can_be_written_in_is_planted_and_kept(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    planting.plant(session)
    kept = " ".join(str(to_plain(dict(record))) for record in session.review)
    session.close()
    missing = {place for place, words in planting.strings().items() if place.kind and words not in kept}
    assert missing == set()
    planted = {place.kind for place in planting.places()}
    assert {kind.name for kind in KINDS.values() if planting.values_of(kind)} == planted - {""}


def test_index_of_words_forgets_a_record_that_is_deleted_or_rewritten(tmp_path: Path) -> None:
    """Its words rest in the bin and in the steps of undo; no page of the index holds them any longer."""
    session = open_sample(tmp_path)
    session.run(Insert("entry", "CE-900", {"event": f"{ODD} came.", "comment": f"{planting.odd(8)} " * 50}))
    session.run(SetFields("entry", "CE-900", {"comment": None}))
    session.run(Delete("entry", "CE-900"))
    assert session.search(ODD) == ()
    session.close()
    database = opened(session.path, PASSPHRASE)
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sys_search%'")]
    assert len(tables) > 4
    index = b""
    for table in tables:
        if table != "sys_search":
            for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - names of our own tables
                index += b"|".join(each if isinstance(each, bytes) else str(each).encode() for each in row)
    database.close()
    assert b"prosecutor" in index.lower(), "the index was read"
    for word in (ODD, planting.odd(8)):
        for beginning in (word, word[3:], word[4:-4]):  # the index keeps words without what they begin with in common
            assert beginning.encode() not in index
    assert planted_in(decrypted(session.path, PASSPHRASE)) >= {ODD}, "and the bin does hold them"
