"""A file whose tables lack something is told as that, and no text is taken for what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.errors import OtherTablesError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.driver import Connection
from imr_desk.store.key import derive, salt_of

PASSPHRASE = "four plain words here"


@pytest.mark.parametrize(
    "change", ["ALTER TABLE opening DROP COLUMN purpose", "DROP TABLE opening"], ids=["column", "table"]
)
def test_file_that_lacks_a_part_is_said_to_be_of_another_making_and_left_alone(tmp_path: Path, change: str) -> None:
    path = tmp_path / "review.imr"
    session = Session.create(path, PASSPHRASE)
    session.run(SetFields("period", "period", {"background": "It was decided to learn."}))
    session.close()
    connection = Connection(path, derive(PASSPHRASE, salt_of(path)).literal())
    connection.run(change)
    connection.close()
    with pytest.raises(OtherTablesError, match="another making"):
        Session.open(path, PASSPHRASE)
    connection = Connection(path, derive(PASSPHRASE, salt_of(path)).literal(), read_only=True)
    assert connection.row("SELECT background FROM period") == ("It was decided to learn.",)
    connection.close()
    assert [each.name for each in tmp_path.iterdir()] == ["review.imr"]
