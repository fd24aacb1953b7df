"""Files and reviews that somebody has worked on: `verify` never claims more than the signatures prove."""

from __future__ import annotations

import copy
import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from imr_desk.export import seal as seal_form
from imr_desk.export.build import build_report
from imr_desk.export.report import Report
from imr_desk.export.word import write_word
from imr_desk.jobs.export import export, seal_of
from imr_desk.jobs.pictures import pictures_of, with_pictures
from imr_desk.jobs.sign import record_signature, sign
from imr_desk.jobs.verify import Answer, verify, verify_review
from imr_desk.operations.sealing import Declared
from imr_desk.session import Session
from imr_desk.signing.keys import Signer
from imr_desk.signing.statement import Signed, statement_from_plain
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, open_signed

DAY = dt.date(2014, 12, 3)
Seal = dict[str, Any]


def report_with_pictures(session: Session) -> Report:
    shown = pictures_of(session.review, session.read_document)
    return with_pictures(build_report(session.review, draft=False, today=DAY), shown)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    """The sample signed twice, and its Word file. Not to be changed."""
    folder = tmp_path_factory.mktemp("signed")
    session = open_signed(folder)
    yield session, export(session, folder / "report.docx", draft=False).path
    session.close()


def rewritten(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The file with one part changed by another tool."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    target = path.with_name("forged.docx")
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target


def with_seal(path: Path, seal: object) -> Path:
    """The file with another seal in it."""

    def change(xml: str) -> str:
        xml = re.sub(r'<property [^>]*name="IMR Desk seal.*?</property>', "", xml, flags=re.DOTALL)
        each = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{at}" name="{name}">'
            f"<vt:lpwstr>{value}</vt:lpwstr></property>"
            for at, (name, value) in enumerate(seal_form.to_properties(seal).items(), 100)  # type: ignore[arg-type]
        )
        return xml.replace("</Properties>", each + "</Properties>")

    return rewritten(path, "docProps/custom.xml", change)


def said(seal: Seal, which: int, **names: object) -> None:
    seal["signatures"][which]["statement"].update(names)


def keyless(seal: Seal, which: int = 1) -> None:
    seal["signatures"][which].update(public_key="", signature="", route="paper")


def one_key(seal: Seal) -> None:
    """Both signatures made again by somebody with one key of his own."""
    signer, before = Signer.new(), ""
    for each in seal["signatures"]:
        statement = replace(statement_from_plain(each["statement"]), author_signature=before)
        before = signer.sign(statement.to_bytes())
        each.update(Signed(statement, signer.public_hex, before).to_plain())


BROKEN: dict[str, Callable[[Seal], object]] = {
    "day": lambda seal: said(seal, 0, signed_at="some day"),
    "lone surrogate": lambda seal: said(seal, 0, name="\ud800"),
    "large number": lambda seal: said(seal, 0, version=10**30),
    "no number": lambda seal: said(seal, 0, version=True),
    "another role": lambda seal: said(seal, 1, role="director"),
    "key no text": lambda seal: seal["signatures"][0].update(public_key=["x"]),
    "key not ascii": lambda seal: seal["signatures"][0].update(public_key="\ud800"),
    "another form": lambda seal: seal.update(format="imr-desk seal 99"),
    "no list": lambda seal: seal.update(signatures={"a": 1}),
    "numbers": lambda seal: seal.update(signatures=[1, 2]),
    "role twice": lambda seal: seal["signatures"].insert(0, copy.deepcopy(seal["signatures"][0])),
    "a third": lambda seal: seal["signatures"].append(
        {**seal["signatures"][0], "statement": {**seal["signatures"][0]["statement"], "role": "director"}}
    ),
    "key in capitals": lambda seal: seal["signatures"][0].update(
        public_key=seal["signatures"][0]["public_key"].upper()
    ),
    "author dropped": lambda seal: seal["signatures"].pop(0),
    "manager dropped": lambda seal: seal["signatures"].pop(1),
    "one key": one_key,
    "on paper for another version": lambda seal: (keyless(seal), said(seal, 1, version=9)),
    "on paper for other content": lambda seal: (keyless(seal), said(seal, 1, content_digest="0" * 64)),
}


@pytest.mark.parametrize("how", BROKEN)
def test_seal_that_was_worked_on_differs(signed: tuple[Session, Path], how: str) -> None:
    session, report = signed
    seal: Seal = copy.deepcopy(seal_of(session.review))  # type: ignore[assignment]
    BROKEN[how](seal)
    forged = with_seal(report, seal)
    assert verify(forged).answer is Answer.DIFFERS
    assert verify(forged, session).answer is Answer.DIFFERS


def test_signature_without_a_key_is_said_not_to_be_proved_by_the_file(signed: tuple[Session, Path]) -> None:
    session, report = signed
    seal: Seal = copy.deepcopy(seal_of(session.review))  # type: ignore[assignment]
    keyless(seal)
    verdict = verify(with_seal(report, seal))
    assert [ground.endswith("not proved by the file") for ground in verdict.grounds] == [False, True]
    assert verify(with_seal(report, seal), session).answer is Answer.DIFFERS


def test_names_exchanged_on_the_signature_page_are_found(signed: tuple[Session, Path]) -> None:
    session, report = signed
    one, other = AUTHOR[1], MANAGER[1]
    forged = rewritten(
        report, "word/document.xml", lambda xml: xml.replace(one, "@@").replace(other, one).replace("@@", other)
    )
    assert verify(forged).answer is Answer.DIFFERS
    assert verify(forged, session).answer is Answer.DIFFERS


@pytest.mark.parametrize("routes", [("paper", "e-mail"), ("", "paper"), ("paper", "")])
def test_report_signed_by_other_routes_matches_its_review(session: Session, routes: tuple[str, str]) -> None:
    for person, route in zip((AUTHOR, MANAGER), routes, strict=True):
        if route:
            record_signature(session, *person, Declared(route, DAY, "ab" * 32, "Area safe"))
        else:
            sign(session, *person, PASSPHRASE)
    report = export(session, session.path.with_name("report.docx"), draft=False).path
    assert verify(report, session).answer is Answer.MATCHES
    assert verify(report).answer is Answer.CONSISTENT


def test_file_made_from_a_review_changed_behind_its_signatures_differs(tmp_path: Path) -> None:
    session = open_signed(tmp_path)
    session.file.connection.run("UPDATE opening SET purpose = 'Nobody is to blame.'")
    session.close()
    again = Session.open(session.path, PASSPHRASE)
    forged = again.path.with_name("forged.docx")
    forged.write_bytes(write_word(report_with_pictures(again), seal_of(again.review)))
    assert verify(forged, again).answer is Answer.DIFFERS
    assert verify(forged).answer is Answer.DIFFERS
    again.close()


def test_content_that_is_not_printed_is_held_against_the_signatures_too(tmp_path: Path) -> None:
    session = open_signed(tmp_path)
    report = export(session, session.path.with_name("report.docx"), draft=False).path
    session.file.connection.run("UPDATE staff SET title = 'Another title'")
    session.close()
    again = Session.open(session.path, PASSPHRASE)
    assert verify_review(report, again.review).answer is Answer.MATCHES  # the words do
    assert verify(report, again).grounds == ("The review was changed after it was signed.",)
    again.close()


def test_file_with_the_authors_signature_alone_does_not_match(session: Session) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    forged = session.path.with_name("forged.docx")
    forged.write_bytes(write_word(report_with_pictures(session), seal_of(session.review)))
    assert verify(forged, session).answer is Answer.DIFFERS
