"""`imr-desk import` as the contract has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from tests.sample_session import open_sample

LIST = (
    "Date,Time,Source,Event,Staff,Action,Comments,Child seen?\n"
    "04/05/2013,16.15,GP record p 3,Mother attended.,GP,Referred.,Late.,Yes\n"
    "31/02/2013,,GP record p 4,Second visit.,,,,No\n"
)


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    open_sample(tmp_path).close()
    monkeypatch.setenv(opened.VARIABLE, SAMPLE_PASSPHRASE)
    return tmp_path / "sample.imr"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "gp.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def entries(review: Path) -> int:
    session = Session.open(review, SAMPLE_PASSPHRASE, read_only=True)
    try:
        return len(session.review.all("entry"))
    finally:
        session.close()


def test_dry_run_says_all_and_stores_nothing(review: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, content = entries(review), review.read_bytes()
    assert main(["import", str(review), str(source), "--dry-run", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["entries"][0] == {
        "date": "2013-05-04",
        "time": "16:15",
        "date_text": "04/05/2013",
        "source": "GP record p 3",
        "event": "Mother attended.",
        "people": "GP",
        "action": "Referred.",
        "comment": "Late.\nChild seen?: Yes",
        "learned_on": "",
        "learned_text": "",
        "origin": {"sheet": "", "row": 2},
    }
    assert (said["entries"][1]["date"], said["entries"][1]["date_text"]) == ("", "31/02/2013")
    assert said["problems"][0]["origin"] == {"sheet": "", "row": 3}
    assert "31/02/2013" in said["problems"][0]["text"]
    assert "February 2013 has 28 days" in said["problems"][0]["reason"]
    assert said["mapping"]["event"] == "Event"
    assert (entries(review), review.read_bytes()) == (before, content)


def test_import_stores_every_entry_and_one_undo_takes_them_back(review: Path, source: Path) -> None:
    before = entries(review)
    assert main(["import", str(review), str(source)]) == 1
    assert entries(review) == before + 2
    session = Session.open(review, SAMPLE_PASSPHRASE)
    undated = session.review.all("entry")[0]
    assert (undated.text("event"), undated.known("date").words) == ("Second visit.", "31/02/2013")  # type: ignore[union-attr]
    session.undo()
    session.close()
    assert entries(review) == before


def test_second_import_is_told_as_duplicates_and_can_be_left_out(
    review: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(review), str(source)])
    before = entries(review)
    capsys.readouterr()
    main(["import", str(review), str(source), "--without-duplicates", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["stored"] == 0
    assert [each["same"] for each in said["duplicates"]] == [True, True]
    assert said["duplicates"][0]["of"]["record"].startswith("CE-")
    assert entries(review) == before


def test_file_without_a_problem_gives_status_0(review: Path, source: Path) -> None:
    source.write_text(LIST.replace("31/02", "28/02"), encoding="utf-8")
    assert main(["import", str(review), str(source)]) == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--column", "event=Nothing"], "No column has the heading ‘Nothing’."),
        (["--column", "colour=Event"], "There is no field ‘colour’."),
        (["--column", "event"], "‘event’ is not of the form FIELD=HEADING"),
    ],
)
def test_column_that_is_not_there_is_refused_in_one_line(
    review: Path, source: Path, options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = review.read_bytes()
    assert main(["import", str(review), str(source), *options]) == 2
    assert capsys.readouterr().err.startswith(f"imr-desk: {sentence}")
    assert review.read_bytes() == before


def test_column_named_by_hand_wins(review: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(review), str(source), "--dry-run", "--json", "--column", "people=Child seen?"])
    said = json.loads(capsys.readouterr().out)
    assert said["entries"][0]["people"] == "Yes"
    assert "Staff: GP" in said["entries"][0]["comment"]


def test_source_that_is_not_there_is_refused(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(review), str(review.with_name("none.csv")), "--json"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_registered_name_gives_way_to_its_job_title_before_anything_is_stored(
    review: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open(review, SAMPLE_PASSPHRASE)
    from imr_desk.operations.names import RegisterName

    person = session.review.all("staff")[0]
    session.run(RegisterName(str(person.id), "Mirabel Quenneville"))
    session.close()
    source.write_text(LIST.replace("Mother attended.", "Mirabel Quenneville wrote."), encoding="utf-8")
    main(["import", str(review), str(source), "--json"])
    out = capsys.readouterr().out
    assert "Quenneville" not in out
    said = json.loads(out)
    assert said["entries"][0]["event"] == f"{person.text('code')} wrote."
    assert said["names"][0]["replaced_by"] == person.text("code")
    main(["import", str(review), str(source), "--without-duplicates", "--json"])
    again = capsys.readouterr().out
    assert json.loads(again)["stored"] == 0  # with the code in its place it is the same as what is there
    assert "Quenneville" not in again


FAULTY = LIST.replace("31/02", "28/02").replace("GP record p 4", "#REF!")


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--without-duplicates"]])
def test_source_with_an_error_of_a_formula_is_refused_with_what_was_read(
    review: Path, source: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text(FAULTY, encoding="utf-8")
    content = review.read_bytes()
    assert main(["import", str(review), str(source), *options, "--json"]) == 2
    out, told = capsys.readouterr()
    said = json.loads(out)
    assert [entry["event"] for entry in said["entries"]] == ["Mother attended.", "Second visit."]
    assert [problem["origin"]["row"] for problem in said["problems"]] == [3]
    assert said["faults"] == [{"origin": {"sheet": "", "row": 3}, "cell": "C3", "error": "#REF!"}]
    assert said["stored"] == 0
    assert "‘gp.csv’ was not taken in." in said["refused"]
    assert "C3" in told
    assert "--despite-faults" in told
    assert told.count("\n") == 1
    assert review.read_bytes() == content


def test_source_with_an_error_of_a_formula_is_taken_in_by_choice_and_the_row_keeps_its_other_words(
    review: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text(FAULTY, encoding="utf-8")
    before = entries(review)
    assert main(["import", str(review), str(source), "--despite-faults", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["stored"], said["refused"]) == (2, "")
    assert (said["entries"][1]["event"], said["entries"][1]["source"]) == ("Second visit.", "")
    assert "gives an error (#REF!)" in said["problems"][0]["reason"]
    assert entries(review) == before + 2
