"""Verifying an exported file: three answers, and none claims more than it proves (design section 8)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from imr_desk.errors import BadInputError
from imr_desk.export.build import build_report
from imr_desk.export.compare import Difference, differences
from imr_desk.export.open_words import added, in_groups
from imr_desk.export.readback import ReadBack, read_word
from imr_desk.export.report import SIGNATURES
from imr_desk.export.words import lines, word_digest
from imr_desk.i18n import tr
from imr_desk.operations.sealing import signed_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force
from imr_desk.review.text import folded
from imr_desk.session import Session
from imr_desk.signing.statement import Signed, signed_from_plain

LARGEST = 200 * 1024 * 1024


class Answer(enum.StrEnum):
    """The three answers."""

    MATCHES = "matches"
    CONSISTENT = "consistent"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Verdict:
    """An answer, the sentence that says it, what it rests on, and where the file differs (needs the review).

    ``unsealed``: the lines of a signed file that no signature covers, each after its place.
    """

    answer: Answer
    sentence: str
    grounds: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    key_words: tuple[str, ...] = field(default=())
    unsealed: tuple[str, ...] = ()


def verify(exported: Path, session: Session | None = None) -> Verdict:
    """As `verify_review`, with the review of an open session if one is given."""
    return verify_review(exported, None if session is None else session.review)


def verify_review(exported: Path, review: Review | None = None) -> Verdict:
    """Compare a Word file with the review at hand, or with the signatures that travel in it.

    It reads nothing but its arguments, so it may run in a worker thread. BadInputError for a file that cannot be read
    as a Word file.
    """
    found = read_word(_bytes_of(exported))
    verdict = _by_itself(found) if review is None else _against_review(found, review)
    return replace(verdict, unsealed=in_groups(found.unsealed)) if _signatures_in(found) else verdict


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInputError(tr("‘{name}’ is too large to be a report of this program.").format(name=path.name))
        return path.read_bytes()
    except OSError as error:
        raise BadInputError(
            tr("‘{name}’ cannot be read. Check that it is there and may be opened.").format(name=path.name)
        ) from error


def _signatures_in(found: ReadBack) -> tuple[Signed, ...]:
    each = (found.seal or {}).get("signatures", [])
    try:
        return tuple(signed_from_plain(plain) for plain in each) if isinstance(each, list) else ()
    except ValueError:
        return ()


def _by_itself(found: ReadBack) -> Verdict:
    """Without the review: whether words and signatures agree; whose key it is cannot be known here."""
    signatures = _signatures_in(found)
    if not signatures:
        return Verdict(Answer.DIFFERS, tr("This file carries no signature of IMR Desk, so there is nothing to verify."))
    words = tuple(signed.key_words for signed in signatures if signed.public_key)
    faults = _faults(found, signatures)
    if faults:
        return Verdict(Answer.DIFFERS, tr("This file differs from what was signed."), faults, key_words=words)
    if not words:
        sentence = tr(
            "The words agree with signatures recorded on paper or by e-mail; nothing in the file itself proves them."
        )
    else:
        sentence = tr("Consistent with a signature by the key ‘{words}’, not known here.").format(
            words="’, ‘".join(words)
        )
    return Verdict(Answer.CONSISTENT, sentence, _grounds(signatures), key_words=words)


def _faults(found: ReadBack, signatures: tuple[Signed, ...]) -> tuple[str, ...]:
    digest = word_digest(found.lines)
    faults = list(_page_faults(found, signatures))
    if any(signed.statement.word_digest != digest for signed in signatures):
        faults.append(tr("The words are not those that were signed. To see where, verify it with the review at hand."))
    if any(signed.public_key and not signed.holds for signed in signatures):
        faults.append(tr("A signature does not hold: it was not made over what it says."))
    roles = {signed.statement.role: signed for signed in signatures}
    author, second = roles.get(AUTHOR), roles.get(COUNTER_SIGNATORY)
    if author is None or second is None or second.statement.author_signature != author.signature:
        faults.append(tr("The counter-signature does not belong to the author’s signature."))
    return tuple(faults)


def _page_faults(found: ReadBack, signatures: tuple[Signed, ...]) -> tuple[str, ...]:
    """The signature page is no part of the digest: what it says of each signature is held against the signature."""
    page = {line.text for line in found.unsealed if line.block == SIGNATURES}
    said = [day_in_words(dt.date.fromisoformat(signed.statement.signed_at[:10])) for signed in signatures] + [
        folded(words) for signed in signatures for words in (signed.statement.name, signed.statement.job_title)
    ]
    if all(words in page for words in said):
        return ()
    return (tr("The signature page does not name who signed, as what and when, as the signatures do."),)


def _grounds(signatures: tuple[Signed, ...]) -> tuple[str, ...]:
    return tuple(
        tr("{role}: {name}, {title}, version {version}, {time} by the clock of that computer").format(
            role=tr("Author") if signed.statement.role == AUTHOR else tr("Senior manager"),
            name=signed.statement.name,
            title=signed.statement.job_title,
            version=signed.statement.version,
            time=_in_words(signed.statement.signed_at),
        )
        for signed in signatures
    )


def _in_words(signed_at: str) -> str:
    """The day of a signature, with the time and its zone where a program took it."""
    try:
        at = dt.datetime.fromisoformat(signed_at)
    except ValueError:
        return signed_at
    day = day_in_words(at.date())
    if at.tzinfo is None:
        return day
    return tr("{day}, {time}").format(day=day, time=f"{at:%H:%M} {at.tzname() or ''}".strip())


def _against_review(found: ReadBack, review: Review) -> Verdict:
    """With the review: the words of the report part as it stands, words put beside them, the signatures held here."""
    kept = [signature_in_force(review, role) for role in (AUTHOR, COUNTER_SIGNATORY)]
    day = kept[0].text("signed_at")[:10] if kept[0] is not None else "2000-01-01"
    report = build_report(review, draft=False, today=dt.date.fromisoformat(day))
    different = differences(tuple(lines(report)), found.lines, report) or added(report, found.unsealed, found.blocks)
    if different:
        return Verdict(
            Answer.DIFFERS,
            tr("This file differs from the review you hold, first at: {where}.").format(where=different[0].where),
            differences=different,
        )
    signed = tuple(signed_of(signature) for signature in kept if signature is not None)
    travelled: Mapping[str, Signed] = {each.signature: each for each in _signatures_in(found)}
    if not signed or any(each.signature not in travelled or travelled[each.signature] != each for each in signed):
        return Verdict(
            Answer.DIFFERS, tr("The words match the review you hold, but the signatures are not those of the review.")
        )
    if any(each.public_key and not each.holds for each in signed):
        return Verdict(Answer.DIFFERS, tr("The words match, but a signature does not hold."))
    if faults := _page_faults(found, signed):
        return Verdict(
            Answer.DIFFERS, tr("The words match the review you hold, but the signature page differs."), faults
        )
    return Verdict(
        Answer.MATCHES,
        tr("Matches the review you hold."),
        _grounds(signed),
        key_words=tuple(each.key_words for each in signed if each.public_key),
    )
