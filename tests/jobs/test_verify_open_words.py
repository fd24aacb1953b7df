"""What `verify` says of the words that no signature covers, and of words that somebody put beside the sealed ones."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.cli import main
from imr_desk.jobs.export import export
from imr_desk.jobs.verify import Answer, verify
from imr_desk.session import Session
from tests.sample_session import open_signed

FINDING = '<w:p><w:pPr><w:pStyle w:val="Finding"/>'
FORGED = '<w:p><w:pPr><w:pStyle w:val="BodyTextUnsealed"/></w:pPr><w:r><w:t>Nobody is to blame.</w:t></w:r></w:p>'


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    """The sample signed twice, and its Word file."""
    folder = tmp_path_factory.mktemp("signed")
    session = open_signed(folder)
    yield session, export(session, folder / "report.docx", draft=False).path
    session.close()


def changed(path: Path, old: str, new: str) -> Path:
    """The file with one piece of its body changed by another tool."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    target = path.with_name("changed.docx")
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target


def test_verdict_lists_what_no_signature_covers_by_its_place(signed: tuple[Session, Path]) -> None:
    session, report = signed
    for verdict in (verify(report), verify(report, session)):
        assert verdict.answer is not Answer.DIFFERS
        assert "Cover: Status Final – signed and counter-signed" in verdict.unsealed
        assert "Panel’s box: Panel’s report number" in verdict.unsealed
        assert "Signature page: Alma Quill" in verdict.unsealed
        places = {line.partition(": ")[0] for line in verdict.unsealed}
        assert places == {"Cover", "Panel’s box", "Document control", "Contents", "Signature page", "Elsewhere"}
        assert not any("Five decisions under the Code" in line for line in verdict.unsealed)


def test_verdict_of_a_file_without_a_signature_lists_nothing(signed: tuple[Session, Path]) -> None:
    session, report = signed
    draft = export(session, report.with_name("draft.docx"), draft=True).path
    assert verify(draft).unsealed == ()


def test_paragraph_in_an_open_style_put_into_a_sealed_part_differs_from_the_review(
    signed: tuple[Session, Path],
) -> None:
    session, report = signed
    forged = changed(report, FINDING, FORGED + FINDING)
    verdict = verify(forged, session)
    assert verdict.answer is Answer.DIFFERS
    assert [(each.block, each.found) for each in verdict.differences] == [("B16", "Nobody is to blame.")]
    assert verdict.differences[0].where in verdict.sentence
    assert "Elsewhere: Nobody is to blame." in verify(forged).unsealed


def test_status_that_the_panel_wrote_itself_and_its_own_number_still_match(signed: tuple[Session, Path]) -> None:
    session, report = signed
    received = changed(report, "Final – signed and counter-signed", "Received by the board")
    assert verify(received, session).answer is Answer.MATCHES
    filled = changed(received, "\u00a0" * 24, "SCR 2014/7")
    verdict = verify(filled, session)
    assert verdict.answer is Answer.MATCHES
    assert "Panel’s box: Panel’s report number SCR 2014/7" in verdict.unsealed


def test_command_says_in_one_sentence_how_much_no_signature_covers(
    signed: tuple[Session, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    report = signed[1]
    assert main(["verify", str(report), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["unsealed"]
    assert told == list(verify(report).unsealed)
    assert main(["verify", str(report)]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "no signature covers" in line)
    assert line.startswith(f"{len(told)} lines of the file ")
