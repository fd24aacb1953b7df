"""A visit lasts from the moment the keyboard comes to a field until it goes to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.forms.visits import Visits
from ui.widgets.surfaces import column


class Visited(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line, self.box, self.settled = QLineEdit(), QComboBox(), 0
        self.box.addItems(["a", "b"])
        self.setLayout(column(self.line, self.box))

    def settle(self) -> None:
        self.settled += 1


class Held(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.one, self.two, self.outside = Visited(), Visited(), QLineEdit()
        self.visits = Visits(self)
        self.setLayout(column(self.one, self.two, self.outside))


@pytest.fixture
def held(show: Callable[..., None]) -> Held:
    made = Held()
    show(made, 300, 200)
    made.outside.setFocus()
    made.one.settled = made.two.settled = 0
    return made


def test_visit_goes_on_within_the_field(held: Held) -> None:
    held.one.line.setFocus()
    first = held.visits.visit_of(held.one)
    held.one.box.setFocus()
    assert held.visits.visit_of(held.one) == first != ""
    assert held.one.settled == 0


def test_visit_ends_where_another_field_is_reached(held: Held) -> None:
    held.one.line.setFocus()
    first = held.visits.visit_of(held.one)
    held.two.line.setFocus()
    held.one.line.setFocus()
    assert held.visits.visit_of(held.one) != first
    assert (held.one.settled, held.two.settled) == (1, 1)


def test_visits_of_another_page_do_not_concern_themselves_with_these_fields(held: Held) -> None:
    other = Held()
    held.one.line.setFocus()
    held.two.line.setFocus()
    assert (held.one.settled, other.visits.visit_of(held.two) != held.visits.visit_of(held.two)) == (1, True)
    other.deleteLater()


def test_visit_goes_on_while_a_list_drops_down(held: Held) -> None:
    held.one.box.setFocus()
    first = held.visits.visit_of(held.one)
    held.visits._moved(held.one.box, held.one.box.view())
    assert held.visits.visit_of(held.one) == first


def test_visit_goes_on_over_a_stay_in_another_window(held: Held) -> None:
    held.one.line.setFocus()
    first = held.visits.visit_of(held.one)
    held.visits._moved(held.one.line, None)
    held.visits._moved(None, held.one.line)
    assert held.visits.visit_of(held.one) == first


def test_visit_of_a_field_without_the_keyboard_is_new_each_time(held: Held) -> None:
    assert held.visits.visit_of(held.one) != held.visits.visit_of(held.one)


def test_visit_renewed_is_another_in_the_same_field(held: Held) -> None:
    held.one.line.setFocus()
    first = held.visits.visit_of(held.one)
    held.visits.renew()
    assert held.visits.visit_of(held.one) not in ("", first)
