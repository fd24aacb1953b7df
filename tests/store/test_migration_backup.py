"""Before the tables of a file are brought to today's there is a proved backup, or nothing is touched."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from imr_desk.errors import BackupFailedError
from imr_desk.session import Session
from imr_desk.store import migrations, opening
from imr_desk.store.backups import backups_in, folder_of
from imr_desk.store.driver import Connection
from imr_desk.store.key import derive, salt_of
from tests.sample_session import PASSPHRASE, Clock, open_sample


def step(connection: Connection) -> None:
    connection.run("UPDATE opening SET purpose = 'brought up to date'")


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as it looks to a program whose tables are one version further."""
    open_sample(tmp_path).close()
    upgrade = partial(migrations.upgrade, steps=(step,), newest=2)
    monkeypatch.setattr(opening.migrations, "upgrade", upgrade)
    return tmp_path / "sample.imr"


def test_older_file_is_backed_up_before_its_tables_change(older: Path) -> None:
    with closing(Session.open(older, PASSPHRASE, clock=Clock())) as session:
        assert session.review.one("opening").text("purpose") == "brought up to date"
    (made,) = backups_in(folder_of(older), salt_of(older))
    with closing(Connection(made.path, derive(PASSPHRASE, salt_of(older)).literal(), read_only=True)) as backup:
        assert migrations.version_of(backup) == 1
        assert backup.row("SELECT purpose FROM opening") != ("brought up to date",)


def test_backup_that_fails_stops_the_migration(older: Path) -> None:
    before = older.read_bytes()
    folder_of(older).write_text("a file where the folder should be")
    with pytest.raises(BackupFailedError, match=r"left untouched\. No copy was made"):
        Session.open(older, PASSPHRASE)
    assert older.read_bytes() == before
