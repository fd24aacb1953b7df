"""What is removed for good is no border between two pages of the index for searching either."""

from __future__ import annotations

import random
from pathlib import Path

from imr_desk.operations.general import Batch, Delete, Insert
from imr_desk.operations.purging import Purge
from imr_desk.session import Session
from tests.store.strangers_reader import decrypted

MANY = 600
PASSPHRASE = "four plain words here"


def test_words_of_many_purged_records_are_nowhere_in_the_index(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "review.imr", PASSPHRASE)
    letters, chance = "bcdfghjklmnpqrstvwz", random.Random(7)
    ids = session.new_ids("good_practice", MANY)
    gone, stay = ids[::2], ids[1::2]
    texts = {
        one: " ".join(begin + "".join(chance.choices(letters, k=8)) for _ in range(40))
        for begin, some in (("zqx", gone), ("aab", stay))
        for one in some
    }
    session.run(Batch(tuple(Insert("good_practice", one, {"what": texts[one]}) for one in ids)))
    session.run(Batch(tuple(Delete("good_practice", one) for one in gone)))
    session.run(Purge(tuple(("good_practice", str(one)) for one in gone)))
    borders = session.file.connection.rows("SELECT CAST(term AS TEXT) FROM sys_search_idx")
    session.close()
    assert not any("zqx" in str(term) for (term,) in borders)
    assert b"zqx" not in decrypted(tmp_path / "review.imr", PASSPHRASE)
