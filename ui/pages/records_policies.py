"""Policies with their versions: the versions of a policy stand in its card, those without one below the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.i18n import mark
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_item import RecordItem
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf
from ui.pages.records_cards import version_cards

VERSION = "policy_version"


def _of(review: Review, policy: str) -> tuple[Record, ...]:
    return review.following(VERSION, "policy", policy)


def _loose(review: Review) -> tuple[Record, ...]:
    """Versions whose policy was deleted, or is not chosen yet."""
    return tuple(each for each in review.all(VERSION) if each.link("policy") not in review)


def _first(_review: Review, policy: str) -> Mapping[str, object]:
    return {"policy": policy}


class PolicyItem(RecordItem):
    """The card of a policy; opened, it holds the list of its versions too."""

    versions: RecordList | None = None

    def more(self) -> tuple[QWidget, ...]:
        """As of a RecordItem."""
        look = ListLook(
            heading=mark("Versions"),
            add=mark("Add a version"),
            empty=mark("No version yet. Add the one that was in force at the time."),
            cards=version_cards,
            first=partial(_first, policy=self.record_id),
            chosen=partial(_of, policy=self.record_id),
        )
        self.versions = RecordList(self._host, kind_of(VERSION), look)
        self.versions.show_review()
        return (self.versions,)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a RecordItem."""
        super().show_review(reload_focused=reload_focused)
        if self.versions is not None:
            self.versions.show_review(reload_focused=reload_focused)

    def close_form(self) -> None:
        """As of a RecordItem; what was typed in its versions is kept as well."""
        for field in self.findChildren(BoundField):
            field.flush()
        super().close_form()


class PolicyList(RecordList):
    """The policies, and below them the versions that belong to none."""

    def __init__(self, host: FormHost, look: ListLook) -> None:
        super().__init__(host, kind_of("policy"), look)
        self.loose = RecordList(
            host,
            kind_of(VERSION),
            ListLook(
                heading=mark("Versions without a policy"),
                empty=mark("None."),
                cards=version_cards,
                chosen=_loose,
            ),
        )
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.loose)

    def make_item(self, record_id: str) -> RecordItem:
        """As of a RecordList."""
        return PolicyItem(self._host, self.kind, record_id, self.face())

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a RecordList."""
        super().show_review(reload_focused=reload_focused)
        self.loose.show_review(reload_focused=reload_focused)
        self.loose.add.hide()
        self.loose.setHidden(not _loose(self._host.review) and self.loose.notice.isHidden())

    def open_record(self, record_id: str) -> None:
        """Open a policy, or the version of one."""
        record = self._host.review.get(record_id)
        if record is None or record.kind != VERSION:
            super().open_record(record_id)
            return
        owner = record.link("policy")
        if owner not in self._items:
            self.loose.open_record(record_id)
            return
        super().open_record(owner)
        item = self.item(owner)
        if isinstance(item, PolicyItem) and item.versions is not None:
            item.versions.open_record(record_id)


@dataclass(frozen=True)
class PoliciesOf(ListOf):
    """The policies with their versions."""

    def covers(self, kind: str, field: str) -> bool:
        """As of a ListOf, for both kinds."""
        return super().covers(kind, field) or (
            kind == VERSION and (not field or any(each.name == field for each in kind_of(VERSION).fields))
        )

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return PolicyList(host, self.look)
