"""`imr-desk dates`: how dates are read, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.operations.general import Insert
from imr_desk.review.dates import parse_known
from imr_desk.session import Session


def test_dates_are_said_in_words_with_what_should_be_pointed_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "c. July 2013", "Thu 6 Nov 2013, 4.15 p.m."]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "c. July 2013: about July 2013  [2013-07~]",
        "Thu 6 Nov 2013, 4.15 p.m.: 6 November 2013, 16:15  [2013-11-06T16:15:00]  "
        "6 November 2013 was a Wednesday, not a Thursday.",
    ]


def test_dates_as_json_say_all_that_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "--json", "6 Nov 2013 between 2 and 3pm", "date unknown"]) == 0
    first, second = json.loads(capsys.readouterr().out)["dates"]
    assert first == {
        "text": "6 Nov 2013 between 2 and 3pm",
        "edtf": "2013-11-06",
        "date": "2013-11-06",
        "time": "14:00",
        "end_time": "15:00",
        "words": "6 November 2013, between 14:00 and 15:00",
        "earliest": "2013-11-06",
        "latest": "2013-11-06",
        "exact": True,
        "notes": [],
        "problem": "",
        "suggestions": [],
    }
    assert (second["edtf"], second["date"], second["words"]) == ("XXXX", "", "date unknown")


def test_impossible_date_gives_status_one_with_a_suggestion_and_no_swap(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "--json", "4/5/13", "05/22/2016"]) == 1
    good, bad = json.loads(capsys.readouterr().out)["dates"]
    assert good["edtf"] == "2013-05-04"
    assert (bad["edtf"], bad["suggestions"]) == ("", ["22/05/2016"])
    assert bad["problem"] == "There is no month 22. The day comes first: did you mean 22/05/2016?"


def test_no_date_at_all_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["dates"])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("imr-desk: ")


def test_check_of_the_chronology_lists_what_is_worth_a_second_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "four plain words here"
    session = Session.create(tmp_path / "review.imr", words)
    entry = session.new_id("entry")
    session.run(Insert("entry", entry, {"date": parse_known("4 May 2013"), "event": "A call."}))
    session.close()
    monkeypatch.setenv(opened.VARIABLE, words)
    assert main(["check", str(session.path), "--chronology", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["chronology"] == [
        {"about": "no source", "entry": entry, "field": "sources", "words": f"{entry} has no source."}
    ]
    assert said["uncited"] == [entry]
