"""`imr-desk check` and `export` tell of details that could pick somebody out, and are not stopped by them. Made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from tests.sample_session import PASSPHRASE, open_sample


def test_check_with_a_detail_says_to_look_at_and_where_and_the_gate_stands_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session: Session = open_sample(tmp_path)
    session.run(SetFields("opening", "opening", {"introduction": "Mother, born on 4 June 1990, was seen."}))
    path = session.path
    session.close()
    monkeypatch.setenv(opened.VARIABLE, PASSPHRASE)
    main(["check", str(path), "--json"])
    checks = json.loads(capsys.readouterr().out)["checks"]
    (found,) = (each for each in checks if each["requirement"] == "R-185")
    assert (found["state"], found["satisfied"]) == ("to look at", False)
    assert [(place["kind"], place["field"]) for place in found["places"]] == [("opening", "introduction")]
    main(["check", str(path)])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("R-185")]
    assert "to look at" in lines[0]
    assert "1990" not in "".join(lines)
