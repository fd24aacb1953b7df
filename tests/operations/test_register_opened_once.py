"""The list of staff names is opened once, beside the window, and again only when it is another."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from window_tools import review_in

from imr_desk.names import sealed_rows
from imr_desk.names.guard import Guard
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import Decide, ForgetName, RegisterName
from imr_desk.session import Session
from imr_desk.store import register

NAME, OTHER = "Jolyon Wetherspindle", "Petra Quillfeather"
SENTENCE = f"{NAME} rang {OTHER}."


def open_sample(folder: Path) -> Session:
    path, key = review_in(folder)
    return Session.open(path, raw_key=key)


def kinds(guard: Guard) -> list[str]:
    return [mark.kind for mark in guard.marks(SENTENCE)]


def opened_in(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """In which thread each row was opened."""
    threads: list[int] = []

    def unseal(key: bytes, kept: sealed_rows.KeptRow) -> object:
        threads.append(threading.get_ident())
        return sealed_rows.unseal(key, kept)

    monkeypatch.setattr(register, "unseal", unseal)
    return threads


def test_what_a_worker_opened_beforehand_the_judge_does_not_open_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_sample(tmp_path)
    session.run(RegisterName("STF-04", NAME))
    threads = opened_in(monkeypatch)
    worker = threading.Thread(target=session.register_to_open())
    worker.start()
    worker.join()
    assert kinds(session.judge.guard) == ["registered", "unknown"]
    assert threads
    assert threading.get_ident() not in threads
    session.close()


def test_a_decision_or_a_job_title_opens_the_list_no_second_time_and_another_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_sample(tmp_path)
    session.run(RegisterName("STF-04", NAME))
    assert kinds(session.judge.guard) == ["registered", "unknown"]
    threads = opened_in(monkeypatch)
    session.run(Decide(session.judge.guard.key_for(OTHER), "not a person"))
    session.run(SetFields("staff", "STF-04", {"code": "Legal Director 7"}))
    assert kinds(session.judge.guard) == ["registered"]
    assert threads == []
    session.run(RegisterName("STF-04", OTHER))
    assert kinds(session.judge.guard) == ["registered", "registered"]
    assert threads
    session.run(ForgetName("STF-04"))
    assert "registered" not in kinds(session.judge.guard)
    session.close()


def test_the_real_name_of_a_subject_is_known_as_soon_as_it_is_typed(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    assert "registered" not in kinds(session.judge.guard)
    identity = session.review.all("identity")[0]
    session.run(SetFields("identity", str(identity.id), {"real_name": NAME}))
    assert kinds(session.judge.guard)[0] == "registered"
    session.run(SetFields("identity", str(identity.id), {"real_name": "Somebody Else"}))
    assert "registered" not in kinds(session.judge.guard)
    session.close()
