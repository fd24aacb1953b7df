"""The main job in a terminal, from the sample to a verified report: what each command answers, and its exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import (
    AUTHOR,
    MANAGER,
    PASSPHRASE,
    Run,
    put,
    runner,
    sample_bytes,
    signed_bytes,
    with_word_changed,
)

from imr_desk.cli.opened import VARIABLE

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # importing either now fails
from ui.command import main
raise SystemExit(main(sys.argv[1:]))
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    return runner(capsys)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return put(tmp_path / "sample.imr", sample_bytes())


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    return put(tmp_path / "signed.imr", signed_bytes()[0])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return put(tmp_path / "report.docx", signed_bytes()[1])


def test_main_job_cps_sample_goes_from_nothing_to_a_verified_report(run: Run, tmp_path: Path) -> None:
    review, report = tmp_path / "sample.imr", tmp_path / "report.docx"
    made = run("sample", review, "--json")
    assert (made.status, made.data["records"]["entry"]) == (0, 100)
    told = run("info", review, "--json").data
    assert (told["state"], told["version"], told["counts"]["entry"], told["signatures"]) == ("draft", 1, 100, [])
    assert run("check", review, "--gate", "G2", "--json").data["open"] is True

    author = run("sign", review, *AUTHOR, "--json")
    assert (author.status, author.data["role"], author.data["version"]) == (0, "author", 1)
    assert len(author.data["matching_words"].split()) == 6
    assert run("info", review, "--json").data["state"] == "signed"
    assert run("countersign", review, *MANAGER, "--json").status == 0
    told = run("info", review, "--json").data
    assert told["state"] == "counter-signed"
    assert [each["role"] for each in told["signatures"]] == ["author", "counter_signatory"]

    written = run("export", review, report, "--json")
    assert (written.status, written.data["final"]) == (0, True)
    assert written.data["bytes"] == report.stat().st_size
    verdict = run("verify", report, "--review", review, "--json")
    assert (verdict.status, verdict.data["answer"], verdict.data["differences"]) == (0, "matches", [])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report.docx", "sample.imr"]


def test_main_job_home_office_sample_goes_the_same_way(run: Run, tmp_path: Path) -> None:
    review, report = put(tmp_path / "sample.imr", sample_bytes("ho")), tmp_path / "report.docx"
    told = run("info", review, "--json").data
    assert (told["agency"], told["template"]) == ("ho", "T2")
    assert run("sign", review, *AUTHOR).status == 0
    assert run("countersign", review, *MANAGER).status == 0
    assert run("export", review, report).status == 0
    assert run("verify", report, "--review", review).out.startswith("Matches the review you hold.\n")


def test_info_read_by_people_says_kind_version_state_and_counts(run: Run, review: Path) -> None:
    said = run("info", review)
    assert (said.status, said.err) == (0, "")
    assert "Version 1: draft." in said.out
    assert "Chronology: 100" in said.out


def test_verify_without_the_review_says_whose_key_is_not_known_here(run: Run, report: Path) -> None:
    said = run("verify", report, "--json")
    assert (said.status, said.data["answer"]) == (0, "consistent")
    assert all(len(words.split()) == 6 for words in said.data["key_words"])


def test_verify_one_word_changed_names_the_paragraph(run: Run, signed: Path, report: Path) -> None:
    forged = with_word_changed(report, "Five decisions under the Code", "Six decisions under the Code")
    said = run("verify", forged, "--review", signed, "--json")
    assert (said.status, said.data["answer"]) == (1, "differs")
    (difference,) = said.data["differences"]
    assert difference["where"] in said.data["sentence"]
    assert "paragraph" in difference["where"]
    assert difference["expected"].startswith("Five decisions")
    assert difference["found"].startswith("Six decisions")
    assert run("verify", forged).status == 1


def test_verify_file_that_is_no_word_file_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("verify", put(tmp_path / "letter.docx", b"Dear Chair")).sentence
    said = run("verify", tmp_path / "gone.docx")
    assert said.status == 2
    assert said.sentence == "‘gone.docx’ cannot be read. Check that it is there and may be opened."


def test_sign_before_the_author_holds_the_countersignature(run: Run, review: Path) -> None:
    said = run("countersign", review, *MANAGER)
    assert said.status == 1
    assert said.sentence == "The author signs first; then the senior manager counter-signs. Nothing was signed."


def test_countersign_by_the_author_is_refused(run: Run, review: Path) -> None:
    assert run("sign", review, *AUTHOR).status == 0
    said = run("countersign", review, *AUTHOR)
    assert said.status == 2
    assert "a different person" in said.sentence


def test_sign_key_passphrase_of_its_own_is_needed_again(run: Run, review: Path, tmp_path: Path) -> None:
    words = put(tmp_path / "key.txt", b"four plain words more\n")
    assert run("sign", review, *AUTHOR, "--key-passphrase-file", words).status == 0
    again = put(tmp_path / "again.imr", sample_bytes())
    said = run("sign", again, *AUTHOR)
    assert said.status == 2
    assert said.sentence.startswith("That passphrase does not open your signing key.")
    assert run("info", again, "--json").data["state"] == "draft"


def test_check_gate_of_the_manager_is_held_before_nothing_else(run: Run, review: Path) -> None:
    every = run("check", review, "--json").data["checks"]
    assert len(every) > 50
    held = run("check", review, "--gate", "G4", "--json")
    assert (held.status, held.data["open"]) == (1, False)
    missing = [each for each in held.data["checks"] if each["state"] == "missing"]
    assert all(each["places"][0]["words"] for each in missing)
    assert "R-138" in run("check", review, "--gate", "G4").out


def test_export_without_signatures_writes_only_a_draft(run: Run, review: Path, tmp_path: Path) -> None:
    said = run("export", review, tmp_path / "report.docx")
    assert said.status == 1
    assert said.sentence.startswith("Not exported: a final report needs both signatures.")
    assert run("export", review, tmp_path / "draft.docx", "--draft", "--json").data["final"] is False
    assert sorted(each.name for each in tmp_path.iterdir()) == ["draft.docx", "sample.imr"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gone/report.docx", "is not there. Nothing was written."),
        ("folder.docx", "‘folder.docx’ is a folder. Choose another name for the file."),
        ("report.odt", "let the name end in .docx, .pdf, .xlsx, .csv or .json. Nothing was written."),
    ],
)
def test_export_path_that_cannot_be_written_leaves_nothing(
    run: Run, signed: Path, tmp_path: Path, name: str, why: str
) -> None:
    (tmp_path / "folder.docx").mkdir()
    said = run("export", signed, tmp_path / name)
    assert said.status == 2
    assert said.sentence.endswith(why)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.docx", "signed.imr"]


@pytest.mark.parametrize("word", ["info", "integrity", "check"])
def test_wrong_passphrase_is_said_in_one_line(
    run: Run, review: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "some other four words")
    said = run(word, review)
    assert said.status == 2
    assert said.sentence == "That passphrase does not open this file. Check capitals and spaces."


def test_passphrase_from_a_file_comes_before_the_environment(
    run: Run, review: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "some other four words")
    right = put(tmp_path / "words.txt", f"{PASSPHRASE}\n".encode())
    assert run("info", review, "--passphrase-file", right).status == 0
    assert run("info", review, "--passphrase-file", put(tmp_path / "none.txt", b"")).status == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [("letter.imr", b"Dear Chair, " * 900), ("short.imr", b"imr"), ("empty.imr", b""), ("gone.imr", None)],
)
def test_file_that_is_no_review_is_refused_in_one_line(run: Run, tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        put(path, data)
    for words in (("info", path), ("sign", path, *AUTHOR), ("integrity", path)):
        said = run(*words)
        assert said.status == 2
        assert name in said.sentence
    assert data is None or path.read_bytes() == data


def test_folder_given_for_a_review_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    assert run("info", tmp_path).status == 2
    assert run("info", tmp_path).sentence


def test_sample_over_a_file_that_is_there_is_refused(run: Run, review: Path) -> None:
    before = review.read_bytes()
    assert run("sample", review).sentence == "‘sample.imr’ is there already. Choose another name."
    assert review.read_bytes() == before


@pytest.mark.parametrize("words", [(), ("info",), ("scribble", "x"), ("sign", "x.imr"), ("check", "x", "--gate", "G9")])
def test_wrong_usage_is_one_line_and_status_2(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.status == 2
    assert said.sentence


def test_integrity_sound_file_holds_and_damaged_pages_are_counted(run: Run, review: Path) -> None:
    said = run("integrity", review, "--json")
    assert (said.status, said.data["sound"], said.data["faults"]) == (0, True, [])
    damaged = bytearray(review.read_bytes())
    damaged[-4000:-3990] = b"0123456789"  # the last page is one that opening does not read
    review.write_bytes(damaged)
    said = run("integrity", review, "--json")
    assert said.status == 1
    assert said.data["faults"] == ["Damaged pages: 1."]


def test_integrity_first_page_damaged_says_that_the_passphrase_was_right(run: Run, review: Path) -> None:
    damaged = bytearray(review.read_bytes())
    damaged[100:200] = bytes(100)
    review.write_bytes(damaged)
    said = run("integrity", review)
    assert said.status == 2
    assert said.sentence.startswith("This review file is damaged. Your passphrase was right.")


def test_names_in_a_text_file_are_listed_with_their_places(run: Run, tmp_path: Path) -> None:
    text = "On Monday Mrs Okaforsen rang the Crown Prosecutor."
    said = run("names", put(tmp_path / "note.txt", text.encode()), "--json")
    assert said.status == 1
    assert [text[span["start"] : span["end"]] for span in said.data["spans"]] == ["Okaforsen"]
    assert run("names", put(tmp_path / "none.txt", b"The file was closed.")).out == "0 names found.\n"


def test_names_jsonl_answers_each_line_by_its_id(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ({"id": 7, "text": "Mrs Okaforsen rang."}, {"id": "b", "text": "The file was closed."})
    text = "\n".join(json.dumps(line) for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    said = run("names", "--jsonl")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.status == 1
    assert [each["id"] for each in answers] == [7, "b"]
    assert [[span["text"] for span in each["spans"]] for each in answers] == [["Okaforsen"], []]


def test_names_jsonl_line_of_another_form_is_named(run: Run, tmp_path: Path) -> None:
    said = run("names", "--jsonl", put(tmp_path / "lines.jsonl", b'{"id": 1, "text": "a"}\n{"id": 2}\n'))
    assert said.status == 2
    assert said.sentence.startswith("Line 2 is not of the form")


def test_names_with_a_review_knows_its_codes(run: Run, review: Path, tmp_path: Path) -> None:
    note = put(tmp_path / "note.txt", b"Crown Prosecutor 1 spoke to Child K.")
    assert run("names", note, "--review", review).status == 0


def test_installed_command_works_where_qt_cannot_be_imported(review: Path, repository: Path, tmp_path: Path) -> None:
    words = put(tmp_path / "words.txt", PASSPHRASE.encode())
    command = [sys.executable, "-c", WITHOUT_QT, "info", str(review), "--passphrase-file", str(words), "--json"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"]["entry"] == 100
    opened = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, str(review)], cwd=repository, capture_output=True, check=False
    )
    assert opened.returncode != 0  # the window itself does need Qt, so the block blocks
