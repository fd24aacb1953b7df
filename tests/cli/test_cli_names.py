"""`imr-desk names` to the letter of its contract, and what is left in a review. All names are made up."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from imr_desk.cli import main, opened
from imr_desk.names.normalise import Reading
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session

WORDS = "four plain words here"
TEXT = "On Monday Mrs Okaforsen rang.\r\nThe note went to Jolyon\nWetherspindle."


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "review.imr"
    session = Session.create(path, WORDS)
    staff = session.new_id("staff")
    session.run(Insert("staff", staff, {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    session.run(RegisterName(staff, "Jolyon Wetherspindle"))
    session.run(SetFields("opening", "opening", {"introduction": "Mrs Okaforsen rang. Jolyon Wetherspindle did not."}))
    session.close()
    monkeypatch.setenv(opened.VARIABLE, WORDS)
    return path


def hand_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_names_of_standard_input_and_of_a_file_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(TEXT.encode())
    answers = []
    for words in ([str(path)], [], ["-"]):
        hand_in(monkeypatch, TEXT.encode())
        assert main(["names", *words, "--json"]) == 1
        answers.append(json.loads(capsys.readouterr().out))
    assert answers[0] == answers[1] == answers[2]
    spans = answers[0]["spans"]
    assert [set(span) for span in spans] == [{"start", "end", "kind", "text"}] * 2
    assert [TEXT[span["start"] : span["end"]] for span in spans] == [span["text"] for span in spans]
    assert [span["text"] for span in spans] == ["Okaforsen", "Jolyon\nWetherspindle"]


def test_names_across_the_end_of_a_line_stand_on_one_line_of_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(monkeypatch, TEXT.encode())
    assert main(["names"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[-1] for line in lines] == ["Okaforsen", "Jolyon Wetherspindle", "2 names found."]


def test_names_of_a_json_document_begin_after_the_sign_for_a_line_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.dumps({"comment": "POL\nPolice log 4\nMr Okaforsen rang."})
    path = tmp_path / "chronology.json"
    path.write_text(text, encoding="utf-8")
    assert main(["names", str(path), "--json"]) == 1
    (span,) = json.loads(capsys.readouterr().out)["spans"]
    assert (span["text"], text[span["start"] : span["end"]]) == ("Okaforsen", "Okaforsen")


def test_names_without_a_name_answers_with_status_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(monkeypatch, b"The file was closed.")
    assert main(["names", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"spans": []}


def test_names_jsonl_keeps_every_id_and_order_and_counts_code_points(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {7: "😀 Mrs Okaforsen rang.", "b": "", "c": "x\u2028Mrs Okaforsen\u2029", None: "The file was closed."}
    lines = [json.dumps({"text": text, "id": id_, "more": 1}, ensure_ascii=id_ == 7) for id_, text in texts.items()]
    hand_in(monkeypatch, ("\ufeff" + "\r\n\r\n".join(lines) + "\r\n").encode())
    assert main(["names", "--jsonl"]) == 1
    out = capsys.readouterr().out
    assert out.endswith("\n")
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert [list(each) for each in answers] == [["id", "spans"]] * 4
    assert [each["id"] for each in answers] == list(texts)
    for each in answers:
        for span in each["spans"]:
            assert texts[each["id"]][span["start"] : span["end"]] == span["text"] == "Okaforsen"
    assert [len(each["spans"]) for each in answers] == [1, 0, 1, 0]


def test_names_jsonl_with_half_of_a_surrogate_pair_answers_in_escapes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(monkeypatch, b'{"id": "\\ud800", "text": "Mrs Okaforsen rang."}')
    assert main(["names", "--jsonl"]) == 1
    out = capsys.readouterr().out
    assert "\\ud800" in out
    assert json.loads(out)["id"] == "\ud800"


@pytest.mark.parametrize("line", ['{"id": 1}', '{"text": "a"}', "[]", '{"id": 1, "text": null}', "no json", '"text"'])
def test_names_jsonl_line_of_another_form_is_one_sentence_and_status_2(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(monkeypatch, ('{"id": 1, "text": "a"}\n' + line).encode())
    assert main(["names", "--jsonl"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", 'imr-desk: Line 2 is not of the form {"id","text"}.\n')


def test_names_with_a_review_tells_registered_names_from_unknown_ones(
    review: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(monkeypatch, b"Wetherspindle, Jolyon and Mrs Okaforsen met Crown Prosecutor 1.")
    assert main(["names", "--review", str(review), "--json"]) == 1
    spans = json.loads(capsys.readouterr().out)["spans"]
    assert [(span["kind"], span["text"]) for span in spans] == [
        ("registered", "Wetherspindle, Jolyon"),
        ("unknown", "Okaforsen"),
    ]


def test_names_left_in_a_review_are_told_by_name_with_sentences(
    review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["names", "--review", str(review), "--left", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [(each["kind"], each["text"]) for each in said["names"]] == [
        ("registered", "Jolyon Wetherspindle"),
        ("unknown", "Okaforsen"),
    ]
    place = {"record": "opening", "field": "introduction", "sentence": "Mrs Okaforsen rang."}
    assert said["names"][1]["places"] == [place]
    assert main(["names", "--review", str(review), "--left"]) == 1
    assert "    opening introduction: Mrs Okaforsen rang." in capsys.readouterr().out.splitlines()


def test_names_left_without_a_review_says_what_to_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "--left"]) == 2
    assert "--review FILE --left" in capsys.readouterr().err


def test_export_says_how_many_words_may_be_names(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(reading: Reading, *_more: object) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("evidence|bail", reading.text)]

    monkeypatch.setattr("imr_desk.jobs.names_left.worth_a_look", doubtful)
    session = Session.open(review, WORDS)
    session.run(SetFields("opening", "opening", {"introduction": "the evidence and the bail, then the bail again"}))
    session.close()
    assert main(["names", "--review", str(review), "--left", "--json"]) == 0
    look = json.loads(capsys.readouterr().out)["look"]
    assert [(each["kind"], each["text"], len(each["places"])) for each in look] == [
        ("look", "bail", 2),
        ("look", "evidence", 1),
    ]
    assert main(["export", str(review), str(tmp_path / "draft.docx"), "--draft", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["may_be_names"] == 2
    assert main(["export", str(review), str(tmp_path / "draft.docx"), "--draft"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 words in the review may be names.")
