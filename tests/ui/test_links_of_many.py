"""A list of links to very many records is filled only when somebody comes to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review
from form_tools import Asked
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from ui.forms import host as hosts
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.widgets.editors.links import LinksEditor
from ui.widgets.surfaces import column

Show = Callable[..., None]


def many() -> Review:
    entries = [record("entry", f"CE-{n:03}", date=f"{n} May 2013", event=f"Call {n}.") for n in range(1, 9)]
    return review(*entries, record("good_practice", "GP-1", what="A call.", evidence=("CE-002",)))


@pytest.fixture
def field(show: Show, monkeypatch: pytest.MonkeyPatch) -> BoundField:
    monkeypatch.setattr(hosts, "MANY", 5)
    other, holder = QLineEdit(), QWidget()  # the first stop of the window is not the list
    host = FormHost(holder)
    host.take(many())
    kind = kind_of("good_practice")
    made = BoundField(host, kind, kind.field("evidence"), "GP-1")
    made.show_record(host.review["GP-1"])
    holder.setLayout(column(other, made))
    show(holder, 500)
    return made


def box(field: BoundField) -> LinksEditor:
    assert isinstance(field.editor, LinksEditor)
    return field.editor


def test_links_of_many_name_what_is_linked_and_list_nothing_before_somebody_comes(field: BoundField) -> None:
    assert [each.chip.words() for each in box(field)._linked] == ["2 May 2013: Call 2."]
    assert box(field).box.count() == 1


def test_links_of_many_are_listed_and_chosen_when_the_list_has_the_keyboard(field: BoundField) -> None:
    asked = Asked(field._host)
    box(field).box.setFocus()
    assert box(field).box.count() == 8
    QTest.keyClick(box(field).box, Qt.Key.Key_Down)
    assert asked.operations == [SetFields("good_practice", "GP-1", {"evidence": ("CE-002", "CE-001")})]
    assert box(field).box.count() == 7


def test_host_lists_again_only_where_a_record_that_names_changed(qapp: QObject) -> None:
    host = FormHost(qapp)
    host.take(many())
    before = host.targets(("entry",))
    host.take(host.review.with_changes({}, {}))
    assert host.targets(("entry",)) is before
    new = record("entry", "CE-009", event="Call 9.")
    host.take(host.review.with_changes({new.id: new}, {new.id: "entry"}))
    assert len(host.targets(("entry",))) == len(before) + 1
    host.deleteLater()
