"""A number in a draft can be traced to the name it stands for. All names are made up."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk.errors import StoppedError
from imr_desk.export.readback import read_word
from imr_desk.jobs.export import export
from imr_desk.jobs.names_in_draft import draft_numbers
from imr_desk.jobs.names_left import names_left
from imr_desk.operations.general import SetFields

DAY = dt.date(2014, 12, 3)


def test_number_of_a_name_is_the_one_a_draft_prints_in_its_place(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    texts = {"CE-004": "first Mrs Quillfeather rang", "CE-005": "then Mrs Umbrelow-Hay wrote"}
    for entry, text in texts.items():
        session.run(SetFields("entry", entry, {"event": text}))
    names = {each.words: each.key for each in names_left(session.review, session.judge)}
    numbers = draft_numbers(session.review, session.judge.guard, DAY, lambda: None)
    export(session, tmp_path / "draft.docx", draft=True)
    said = "\n".join(text for _, text in read_word((tmp_path / "draft.docx").read_bytes()).parts)
    for words, key in (("first Mrs", names["Quillfeather"]), ("then Mrs", names["Umbrelow-Hay"])):
        assert re.search(rf"{words} \[name to be settled (\d+)\]", said)
        assert f"{words} [name to be settled {numbers[key]}]" in said
    session.close()


def test_numbers_of_a_draft_can_be_stopped(tmp_path: Path) -> None:
    session = open_sample(tmp_path)

    def stop() -> None:
        raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        draft_numbers(session.review, session.judge.guard, DAY, stop)
    session.close()
