"""A long list of what was found: only what is seen is worked out, and other words show other places of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from factories import record

from imr_desk.review.free_text import FreeText, texts_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.pages import search_results
from ui.pages.search_results import SearchResults

MANY = 2_000
TEXT = "alpha " + "and so on " * 20 + "omega"


@pytest.fixture
def looked_into(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the records whose texts were looked into."""
    seen: list[str] = []

    def counted(each: Record) -> Iterator[FreeText]:
        seen.append(each.id)
        return texts_of(each)

    monkeypatch.setattr(search_results, "texts_of", counted)
    return seen


def entries(count: int) -> Review:
    return Review.of(record("entry", f"CE-{at:04}", event=TEXT) for at in range(1, count + 1))


def test_list_of_very_many_looks_only_into_what_is_in_sight(show: Callable[..., None], looked_into: list[str]) -> None:
    review = entries(MANY)
    page = SearchResults()
    page.show_found("alpha", review, tuple(each.id for each in review.all("entry")))
    assert looked_into == []
    show(page, 1000, 700)
    assert page.model.rowCount() == MANY
    assert 0 < len(set(looked_into)) < MANY / 4


def test_other_words_in_the_same_record_show_the_text_round_them(show: Callable[..., None]) -> None:
    review = entries(1)
    page = SearchResults()
    show(page, 1000, 700)
    told: list[int] = []
    page.show_found("alpha", review, ("CE-0001",))
    page.model.modelReset.connect(lambda: told.append(1))
    assert page.model.cell(0, 1).words.startswith("alpha and so on")
    page.show_found("omega", review, ("CE-0001",))
    assert page.model.cell(0, 1).words.endswith("on omega")
    assert told == [1]
