"""The picture of the whole period: drawn from the chronology, kept, described, printed, and read back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from factories import record, review
from PIL import Image

from imr_desk.errors import BadInputError
from imr_desk.export.picture import picture_of
from imr_desk.jobs.export import export
from imr_desk.jobs.period_picture import drawn_of, is_of_now, keeping, taking_out
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.review.dates import parse_known
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE


def put_in(session: Session) -> str:
    """Draw the picture and put it in the report; its digest."""
    made = drawn_of(session.review)
    session.run(keeping(session.review, made, session.new_id("document")))
    return made.picture.sha256


@pytest.mark.parametrize(
    "dates",
    [
        ("4 May 2013",),
        ("4 May 2013", "4 December 2013"),
        ("4 May 1913", "4 December 2013"),
        ("January 1200", "31 December 9999"),
        ("before 1 March 2014", "2013 or 2014", "summer 2012"),
    ],
)
def test_picture_is_drawn_for_any_stretch_of_time(dates: tuple[str, ...]) -> None:
    entries = [record("entry", f"CE-{at:03d}", date=date, significant=True) for at, date in enumerate(dates, 1)]
    questions = [record("question", f"TOR-{at:03d}", number=at) for at in range(1, 4)]
    made = drawn_of(review(*entries, *questions))
    assert picture_of(made.picture.data) == made.picture
    with Image.open(io.BytesIO(made.picture.data)) as shown:
        assert shown.width == 1600
        assert len(shown.convert("L").getcolors() or ()) > 2


def test_chronology_without_a_date_is_not_drawn() -> None:
    with pytest.raises(BadInputError, match="No entry has a date yet"):
        drawn_of(review(record("entry", "CE-001", event="A call.")))


def test_picture_stands_in_the_report_with_its_description_and_is_verified(session: Session, tmp_path: Path) -> None:
    digest = put_in(session)
    target = tmp_path / "report.docx"
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    export(session, target, draft=False)
    document = Document(str(target))
    described = session.review.one("chronology_picture").text("picture_description")
    shapes = [each._inline.docPr.get("descr") for each in document.inline_shapes]
    assert " ".join(described.split()) in shapes
    assert any("shows the whole period" in each.text for each in document.paragraphs)
    kept = session.read_document(session.review.one("chronology_picture").link("picture"))
    assert picture_of(kept).sha256 == digest
    assert verify(target, session).answer is Answer.MATCHES


def test_picture_of_another_chronology_is_told_and_drawn_again(session: Session) -> None:
    assert is_of_now(session.review) is None
    before = put_in(session)
    assert is_of_now(session.review) is True
    entry = session.review.all("entry")[0]
    session.run(SetFields("entry", entry.id, {"event": "Other words alone."}))
    assert is_of_now(session.review) is True
    session.run(SetFields("entry", entry.id, {"date": parse_known("3 May 2013")}))
    assert is_of_now(session.review) is False
    old = session.review.one("chronology_picture").link("picture")
    assert put_in(session) != before
    assert is_of_now(session.review) is True
    assert old not in session.review


def test_picture_is_taken_out_and_put_back_by_undo(session: Session) -> None:
    digest = put_in(session)
    session.run(taking_out(session.review))
    assert len(session.review.one("chronology_picture")) == 0
    session.undo()
    about = session.review.one("chronology_picture")
    assert about.text("picture_sha256") == digest
    assert session.read_document(about.link("picture"))
