"""Links to very many records are listed only when somebody looks for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review, with_values
from form_tools import Asked
from link_tools import keys
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from ui.forms import host as hosts
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.widgets.editors.link import LinkEditor
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


def test_links_of_many_name_what_is_linked_and_list_nothing_before_somebody_looks(field: BoundField) -> None:
    assert [each.chip.words() for each in box(field)._linked] == ["2 May 2013: Call 2."]
    assert field._host._choices == {}


def test_links_of_many_are_found_by_what_is_typed(field: BoundField) -> None:
    asked = Asked(field._host)
    box(field).box.setFocus()
    QTest.keyClicks(box(field).box, "call 1")
    assert box(field).box.matches()[0] == "1 May 2013: Call 1. · CE-001"
    keys(box(field).box, Qt.Key.Key_Return)
    assert asked.operations == [SetFields("good_practice", "GP-1", {"evidence": ("CE-002", "CE-001")})]
    assert box(field).box.text() == ""
    QTest.keyClicks(box(field).box, "call")
    assert len(box(field).box.matches()) == 6


def test_link_to_one_of_many_is_named_without_a_list_of_all(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "MANY", 5)
    holder = QWidget()
    host = FormHost(holder)
    made = review(*(record("staff", f"STF-{n:02}", code=f"Caseworker {n}") for n in range(1, 9)))
    made = review(*made, record("interview", "INT-01", staff="STF-03"))
    host.take(made)
    row = BoundField(host, kind_of("interview"), kind_of("interview").field("staff"), "INT-01")
    row.show_record(made["INT-01"])
    holder.setLayout(column(row))
    show(holder, 500)
    assert isinstance(row.editor, LinkEditor)
    assert row.editor.box.text() == "Caseworker 3"
    assert host._choices == {}


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


def test_names_of_many_are_made_ready_while_somebody_only_stands_in_the_field(field: BoundField, qtbot: QtBot) -> None:
    box(field).box.setFocus()
    qtbot.waitUntil(lambda: len(field._host._named) == 8)


def test_name_for_a_link_is_worked_out_again_only_for_a_record_that_changed(qapp: QObject) -> None:
    host = FormHost(qapp)
    host.take(many())
    host.targets(("entry",))
    first = host._named["CE-001"]
    host.take(with_values(host.review, "CE-002", event="Other words."))
    assert ("CE-002", "2 May 2013: Other words.") in host.targets(("entry",))
    assert host._named["CE-001"] is first
    host.deleteLater()


def test_name_that_is_that_of_another_record_follows_it(qapp: QObject) -> None:
    host = FormHost(qapp)
    host.take(review(record("staff", "STF-01", code="Caseworker 1"), record("interview", "INT-01", staff="STF-01")))
    assert host.name_of("INT-01") == "Caseworker 1"
    host.take(with_values(host.review, "STF-01", code="Caseworker 7"))
    assert host.name_of("INT-01") == "Caseworker 7"
    host.deleteLater()
