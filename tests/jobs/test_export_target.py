"""An export never takes the place of the review it is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.errors import ExportError
from imr_desk.jobs.export import export
from imr_desk.session import Session
from tests.sample_session import PASSPHRASE, open_sample


@pytest.mark.parametrize("name", ["review.docx", "folder/../review.docx", "link.docx"])
def test_export_over_the_review_itself_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    open_sample(tmp_path).close()
    path = (tmp_path / "sample.imr").rename(tmp_path / "review.docx")
    (tmp_path / "link.docx").symlink_to(path)
    session = Session.open(path, PASSPHRASE)
    before = path.read_bytes()
    with pytest.raises(ExportError, match="is the review itself"):
        export(session, tmp_path / name, draft=True)
    assert path.read_bytes() == before
    session.close()
