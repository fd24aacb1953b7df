"""Every signature that was ever made, as a card to be read: who, as what, when, where, by which route (R-136 to R-139).

A card changes nothing: signatures come by signing and go by reopening alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.sealing import signature_in_force
from ui.icons import Glyph
from ui.pages import sign_off_words as words
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.facts import Facts
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import at_left, column, row


def _names() -> Mapping[str, str]:
    """What a card says, in order, with the label of each."""
    return {
        "name": tr("Name"),
        "title": tr("Job title"),
        "when": tr("When"),
        "route": tr("How"),
        "where": tr("Where"),
        "version": tr("Version"),
        "declares": tr("Declaration"),
        "kept": tr("Paper or message"),
        "digest": tr("Digest of the scan"),
        "voided": tr("Voided"),
    }


class SignaturesPart(Section):
    """The signatures in force, then those that were voided."""

    scan_wanted = Signal(str)
    """The reference of a kept scan of which the person wants a copy."""

    def __init__(self) -> None:
        super().__init__(
            tr("Who signed"),
            tr("Signatures are read here and never typed: they come by signing and are voided by reopening."),
        )
        self._shown: tuple[object, ...] = ()
        self._empty = Label(tr("Nobody has signed yet."), "body", "text_quiet")
        self.cards = CardList()
        self.cards.setAccessibleName(tr("Signatures"))
        self.add(self._empty, 4)
        self.add(self.cards, 4)

    def show_review(self, review: Review, computer: str = "") -> None:
        """Show every signature; `computer` is the token of this one, or "" where it is not known."""
        every = review.all("signature")
        shown = (every, review.all("document"), computer)
        if shown == self._shown:
            return
        self._shown = shown
        in_force = [each for each in every if signature_in_force(review, each.text("role")) is each]
        others = [each for each in reversed(every) if each not in in_force]
        self.cards.clear()
        for signature in (*in_force, *others):
            self.cards.add(SignatureCard(signature, _scan_of(review, signature), computer, self.scan_wanted.emit))
        self.cards.setVisible(bool(every))
        self._empty.setVisible(not every)


class SignatureCard(QWidget):
    """One signature to be read."""

    def __init__(self, signature: Record, scan: str, computer: str, copy_scan: Callable[[str], object]) -> None:
        super().__init__()
        role = dict(field_of("signature", "role").choices).get(signature.text("role"), "")
        voided = bool(signature.text("voided_at"))
        state = _state(voided=voided)
        self.facts = Facts(_names())
        self.facts.show_facts(facts_of(signature, computer, kept=bool(scan)))
        box = column(row(Label(tr(role), "label", weight=600, wrap=False), None, state), self.facts, gap=8)
        if scan:
            self.copy = Button(tr("Save a copy of the scan"), "small", Glyph.FILE_TEXT)
            self.copy.clicked.connect(partial(_copy, copy_scan, scan))
            box.addLayout(at_left(self.copy))
        box.setContentsMargins(16, 12, 16, 14)
        self.setLayout(box)
        self.setAccessibleName(f"{tr(role)}: {state.text()}")
        self.setAccessibleDescription(self.facts.words())


def _state(*, voided: bool) -> Label:
    """How a signature stands, in one word or two."""
    if voided:
        return Label(tr("Voided"), "small", "text_soft", wrap=False)
    return Label(tr("In force"), "small", "good", wrap=False)


def _copy(copy_scan: Callable[[str], object], scan: str, _checked: bool = False) -> None:
    """Ask for a copy, without the state Qt sends along."""
    copy_scan(scan)


def facts_of(signature: Record, computer: str, *, kept: bool) -> dict[str, str]:
    """What a card says of a signature."""
    route = dict(field_of("signature", "route").choices).get(signature.text("route"), "")
    digest = signature.text("scan_sha256")
    version = signature.number("version")
    return {
        "name": signature.text("name"),
        "title": signature.text("job_title"),
        "when": _when(signature),
        "route": tr(route),
        "where": _where(signature, computer),
        "version": str(version) if version else "",
        "declares": signature.text("declares"),
        "kept": _kept(signature, kept=kept),
        "digest": words.in_fours(digest) if digest else "",
        "voided": _voided(signature),
    }


def _when(signature: Record) -> str:
    time = words.time_in_words(signature)
    return tr("{time} by that computer’s clock").format(time=time) if signature.text("route") == "program" else time


def _where(signature: Record, computer: str) -> str:
    """On which computer; nothing for a signature that was made on none."""
    token = signature.text("computer")
    if not token:
        return ""
    if token == computer:
        return tr("On this computer")
    return tr("On another computer, known as {token}").format(token=token[:8])


def _kept(signature: Record, *, kept: bool) -> str:
    reference = signature.text("reference").rstrip(".")
    if not reference:
        return ""
    shape = tr("{reference}. The scan is kept in this file.") if kept else tr("{reference}. No scan is kept here.")
    return shape.format(reference=reference)


def _voided(signature: Record) -> str:
    if not signature.text("voided_at"):
        return ""
    day = words.time_in_words(signature, "voided_at")
    return tr("{day}, because: {reason}").format(day=day, reason=signature.text("voided_reason"))


def _scan_of(review: Review, signature: Record) -> str:
    """The reference of the kept scan, told from its digest; "" where there is none."""
    digest = signature.text("scan_sha256")
    return next((str(each.id) for each in review.all("document") if digest and each.text("sha256") == digest), "")
