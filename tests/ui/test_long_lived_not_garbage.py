"""What an open review needs for as long as it is open is not searched for garbage; once it is closed, it is."""

from __future__ import annotations

import gc
from pathlib import Path

from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running


def test_garbage_is_not_searched_in_what_was_read_until_the_review_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    with running(ScriptedAsk(), pages_ahead=True) as program:
        open_by_key(program, *review_in(tmp_path), stage=3)
        review = program.review
        assert review is not None
        qtbot.waitUntil(lambda: review.advice is not None)
        advice = review.advice
        assert gc.isenabled()
        assert not any(each is advice for each in gc.get_objects())
        program.close_review()
        assert gc.get_freeze_count() == 0
        assert any(each is advice for each in gc.get_objects())
