"""The preview: what will be written, how it is marked, and what is left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_session import AUTHOR, MANAGER, PASSPHRASE

from imr_desk.errors import NameFoundError, StoppedError
from imr_desk.export.build import build_report
from imr_desk.export.gate import checked
from imr_desk.jobs.export import export_review
from imr_desk.jobs.pictures import pictures_of, with_pictures
from imr_desk.jobs.preview import Preview, preview
from imr_desk.jobs.sign import sign
from imr_desk.names.scan import Hit, ScanReport
from imr_desk.operations.general import SetFields
from imr_desk.session import Session


def made(session: Session, *, draft: bool = True) -> Preview:
    return preview(session.review, session.judge.guard, draft=draft, today=session.clock().date())


def test_preview_of_a_draft_says_the_marking_and_the_line_on_every_page(session: Session) -> None:
    shown = made(session)
    assert shown.marking == "OFFICIAL-SENSITIVE"
    assert shown.notice == "DRAFT – version 1 of 3 December 2014 – not signed"
    assert shown.rows > 100
    assert any("CE-003" in line.cells for line in shown.report.lines)
    assert made(session, draft=False).notice == ""


def test_preview_says_what_is_left_out_and_why(session: Session) -> None:
    left = {each.what: each.why for each in made(session).left_out}
    assert "go into no print" in left["The real names of 5 people"]
    assert left["1 disciplinary process"].startswith("A review is no part of a disciplinary process")
    assert "privileged" in left["Legal or other advice on 1 process"]
    assert "‘Do not quote’" in " ".join(left)
    assert left["‘Consultation and clearance’"].startswith("It is a sheet of its own")
    beside = next(what for what in left if what.startswith("The work beside the report: "))
    assert "notices (6)" in beside
    assert "circulation" not in beside


def test_preview_names_chapters_that_are_left_out_because_they_are_empty(session: Session) -> None:
    session.run(SetFields("findings", "findings", {"conclusion": None}))
    session.run(SetFields("genogram", "genogram", dict.fromkeys(("text", "picture", "picture_sha256"))))
    left = {each.what: each.why for each in made(session).left_out}
    assert left["2 chapters without content: ‘Conclusion’, ‘Genogram’"].startswith("The template prints them only")


def test_preview_prints_nothing_that_it_says_is_left_out(session: Session) -> None:
    said = "\n".join(line.spoken() for line in made(session).report.lines)
    for identity in session.review.all("identity"):
        assert not identity.text("real_name") or identity.text("real_name") not in said
    for interview in session.review.all("interview"):
        assert not interview.text("record") or interview.text("record") not in said


def test_preview_and_export_can_be_stopped_at_each_step_and_write_nothing(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    seen: list[str] = []

    def stop_at(step: str, last: str) -> None:
        seen.append(step)
        if step == last:
            raise StoppedError("Stopped.")

    guard, today = session.judge.guard, session.clock().date()
    for last in ("report", "build", "read_back", "scan", "write"):
        with pytest.raises(StoppedError):
            export_review(
                session.review,
                guard,
                target,
                draft=True,
                today=today,
                step=lambda step, last=last: stop_at(step, last),
                pictures=pictures_of(session.review, session.read_document),
            )
        assert not target.exists()
    assert list(dict.fromkeys(seen)) == ["report", "build", "read_back", "scan", "write"]
    for last in ("report", "names", "lines"):
        with pytest.raises(StoppedError):
            preview(session.review, guard, draft=True, today=today, step=lambda step, last=last: stop_at(step, last))


def test_export_stopped_by_a_likely_name_says_in_which_chapter_and_not_which_name(
    session: Session, tmp_path: Path
) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    shown = pictures_of(session.review, session.read_document)
    report = with_pictures(build_report(session.review, draft=False, today=session.clock().date()), shown)
    chapter = next(block for block in report.blocks if block.id == "B17")

    def seen(_parts: object) -> ScanReport:
        hit = Hit("body B17", 0, 7, "May\nNot", "", "key")
        return ScanReport((), (hit, hit))

    with pytest.raises(NameFoundError) as refused:
        checked(report, None, seen, tmp_path / "report.docx", final=True)
    assert refused.value.sentence.endswith(f"Nothing was written. Look at ‘{chapter.heading}’.")
    assert "May" not in refused.value.sentence
