"""Verifying an exported file: three answers, and none claims more than it proves (design section 8)."""

from __future__ import annotations

import datetime as dt
import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from imr_desk.errors import BadInputError, RegisterUnreadableError
from imr_desk.export.build import build_report
from imr_desk.export.compare import Difference, differences
from imr_desk.export.extracts import open_block_lines
from imr_desk.export.formats import form_for, reader_for
from imr_desk.export.frame_words import frame_differences
from imr_desk.export.open_words import added, in_groups
from imr_desk.export.picture import Picture
from imr_desk.export.readback import ReadBack
from imr_desk.export.refusal import names_in, places_in_words, without_words
from imr_desk.export.report import SIGNATURES, Report
from imr_desk.export.words import lines, word_digest
from imr_desk.i18n import tr
from imr_desk.jobs.export import SEAL_FORMAT, scan_with
from imr_desk.jobs.pictures import has_all, pictures_of, with_pictures
from imr_desk.jobs.verify_extracts import Compared, compare_extract
from imr_desk.names.guard import Guard
from imr_desk.operations.sealing import signed_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, signature_in_force
from imr_desk.review.text import folded
from imr_desk.session import Session
from imr_desk.signing.canonical import content_digest
from imr_desk.signing.statement import Signed, signed_from_plain

LARGEST = 200 * 1024 * 1024
PDF_HEAD = b"%PDF"
ROLES = (AUTHOR, COUNTER_SIGNATORY)


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
    if session is None:
        return verify_review(exported)
    shown = pictures_of(session.review, session.read_document)
    return verify_review(exported, session.review, session.file.fact("nonce"), shown, session.judge.guard)


def verify_review(
    exported: Path,
    review: Review | None = None,
    nonce: str = "",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    guard: Guard | None = None,
) -> Verdict:
    """Compare a Word file or PDF with the review at hand, or with the signatures that travel in it.

    With the `nonce` of its file, the content of the review is held against its signatures as well; with the pictures of
    `pictures_of` it can be told of a PDF whether it is as the program wrote it; with the `guard`, whether a registered
    name stands anywhere in the file, since somebody may have put it there. It reads nothing but its arguments, so it
    may run in a worker thread. BadInputError for a file that cannot be read as either.
    """
    data = _bytes_of(exported)
    found = reader_for(data)(data)
    verdict = _by_itself(found) if review is None else _against_review(found, review, nonce)
    if data.lstrip()[:4] == PDF_HEAD and verdict.answer is not Answer.DIFFERS:
        verdict = replace(verdict, grounds=(*verdict.grounds, _how_drawn(data, found, review, pictures)))
    if (
        review is not None
        and guard is not None
        and (said := _names_told(exported, data, found, review, guard, pictures))
    ):
        verdict = replace(verdict, grounds=(*verdict.grounds, said))
    return replace(verdict, unsealed=in_groups(found.unsealed)) if _signatures_in(found) else verdict


def _names_told(
    exported: Path, data: bytes, found: ReadBack, review: Review, guard: Guard, pictures: Mapping[str, Picture]
) -> str:
    """That a registered name stands in the file, and where; "" where none does."""
    report = _report_of(review)
    form = form_for(Path("a.pdf" if data.lstrip()[:4] == PDF_HEAD else "a.docx"))

    def always() -> frozenset[str]:
        return without_words(form, with_pictures(report, pictures)) if has_all(report, pictures) else frozenset()

    try:
        registered, _ = names_in(scan_with(guard, review), exported.name, found, always)
    except RegisterUnreadableError as error:  # the answer stands without it, and says what was not looked for
        return error.sentence
    if not registered:
        return ""
    places = ", ".join(places_in_words(registered, {f"body {block.id}": block.heading for block in report.blocks}))
    return tr("A registered name stands in the file: {places}.").format(places=places)


def _how_drawn(data: bytes, found: ReadBack, review: Review | None, pictures: Mapping[str, Picture]) -> str:
    """How far the answer goes for a PDF: the words are what it says, which is shown by letters drawn in the file."""
    if review is None:
        return tr(
            "Compared is what the PDF says, not how its letters are drawn. Whether it is as IMR Desk wrote it can only "
            "be told with the review at hand."
        )
    if found.seal is None:
        return tr("Compared is what the PDF says, not how its letters are drawn.")
    from imr_desk.export.pdf import write_pdf

    report = _report_of(review)
    if has_all(report, pictures) and write_pdf(with_pictures(report, pictures), found.seal) == data:
        return tr("The PDF is byte for byte what IMR Desk writes from this review.")
    return tr(
        "The PDF was saved by another program, or by another version of IMR Desk. Compared is what it says, not how "
        "its letters are drawn."
    )


def _report_of(review: Review) -> Report:
    """The report as it was signed."""
    kept = signature_in_force(review, AUTHOR)
    day = kept.text("signed_at")[:10] if kept is not None else "2000-01-01"
    return build_report(review, draft=False, today=dt.date.fromisoformat(day))


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
    """The author's and the counter-signature as they travel; nothing where the seal has another form.

    A seal that says a role twice, or names another, is not one of ours: each would be shown as a signature.
    """
    seal = found.seal or {}
    each = seal.get("signatures")
    if seal.get("format") != SEAL_FORMAT or not isinstance(each, list):
        return ()
    try:
        roles = {signed.statement.role: signed for signed in map(signed_from_plain, each)}
    except ValueError:
        return ()
    if len(roles) != len(each) or not roles.keys() <= set(ROLES):
        return ()
    return tuple(roles[role] for role in ROLES if role in roles)


def _by_itself(found: ReadBack) -> Verdict:
    """Without the review: whether words and signatures agree; whose key it is cannot be known here."""
    signatures = _signatures_in(found)
    if not signatures:
        return Verdict(Answer.DIFFERS, tr("This file carries no signature of IMR Desk, so there is nothing to verify."))
    words = tuple(signed.key_words for signed in signatures if signed.public_key)
    faults = _faults(found, signatures)
    if faults:
        return Verdict(
            Answer.DIFFERS,
            tr("This file differs from what was signed. To see where, verify it with the review at hand."),
            faults,
            key_words=words,
        )
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
    """What does not hold between words, signature page and signatures; empty where all does."""
    digest = word_digest(found.lines)
    faults = list(_page_faults(found, signatures))
    faults += [line.text for line in found.unsealed if not line.block and line.text]
    if any(signed.statement.word_digest != digest for signed in signatures):
        faults.append(tr("The words are not those that were signed."))
    if any(signed.public_key and not signed.holds for signed in signatures):
        faults.append(tr("A signature does not hold: it was not made over what it says."))
    if len(signatures) != len(ROLES) or not _belongs(*signatures):
        faults.append(tr("The counter-signature does not belong to the author’s signature."))
    elif signatures[0].public_key and signatures[0].public_key == signatures[1].public_key:
        faults.append(tr("Both signatures were made with one key."))
    return tuple(faults)


def _belongs(author: Signed, second: Signed) -> bool:
    """Whether the counter-signature was made over the author's signature, for the same version of the same content."""
    one, other = author.statement, second.statement
    return other.author_signature == author.signature and (one.version, one.content_digest, one.word_digest) == (
        other.version,
        other.content_digest,
        other.word_digest,
    )


def _page_faults(found: ReadBack, signatures: tuple[Signed, ...]) -> tuple[str, ...]:
    """The signature page is no part of the digest: what it says of each signature is held against the signature.

    It prints author and senior manager side by side, so their names stand next to each other, and so on.
    """
    page = [line.text for line in found.unsealed if line.block == SIGNATURES]
    said = [
        [folded(signed.statement.name) for signed in signatures],
        [folded(signed.statement.job_title) for signed in signatures],
        [day_in_words(dt.date.fromisoformat(signed.statement.signed_at[:10])) for signed in signatures],
        [str(signed.statement.version) for signed in signatures],
    ]
    if all(any(page[at : at + len(row)] == row for at in range(len(page))) for row in said):
        return ()
    return (tr("The signature page does not name who signed, as what and when, as the signatures do."),)


def _grounds(signatures: tuple[Signed, ...]) -> tuple[str, ...]:
    return tuple(
        (
            tr("{role}: {name}, {title}, version {version}, {time} by the clock of that computer")
            if signed.public_key
            else tr("{role}: {name}, {title}, version {version}, {time}; on paper or by e-mail, not proved by the file")
        ).format(
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


def _beside_the_signatures(found: ReadBack, report: Report) -> tuple[str, ...]:
    """What document control says otherwise than the review does now: it goes on after signing, so it may be older."""
    wanted = Counter(open_block_lines(report))
    blocks = {line.block for line in wanted}
    said = Counter(line for line in found.unsealed if line.block in blocks and line.text)
    other = [line.text for line in (said - wanted)] or [line.text for line in (wanted - said)]
    if not other:
        return ()
    sentence = tr(
        "Document control, which no signature covers, does not say what the review says now. First at: ‘{words}’."
    )
    return (sentence.format(words=other[0]),)


def _of_extract(extract: Compared) -> Verdict:
    """What was never signed can match the review, and nothing more."""
    if extract.differences:
        where = extract.differences[0].where
        sentence = tr("This file, {what}, differs from the review you hold, first at: {where}.")
        return Verdict(Answer.DIFFERS, sentence.format(what=extract.what, where=where), differences=extract.differences)
    return Verdict(
        Answer.MATCHES,
        tr("Matches the review you hold: {what}. No signature covers it.").format(what=extract.what),
    )


def _against_review(found: ReadBack, review: Review, nonce: str) -> Verdict:
    """With the review: the words of the report part as it stands, words put beside them, the signatures held here."""
    extract = compare_extract(found, review)
    if extract is not None:
        return _of_extract(extract)
    kept = [signature for role in ROLES if (signature := signature_in_force(review, role)) is not None]
    day = kept[0].text("signed_at")[:10] if kept else "2000-01-01"
    report = build_report(review, draft=False, today=dt.date.fromisoformat(day))
    different = (
        differences(tuple(lines(report)), found.lines, report)
        or added(report, found.unsealed, found.blocks)
        or frame_differences(report, found.parts)
    )
    if different:
        return Verdict(
            Answer.DIFFERS,
            tr("This file differs from the review you hold, first at: {where}.").format(where=different[0].where),
            differences=different,
        )
    signed = tuple(signed_of(signature) for signature in kept)
    if not signed or _signatures_in(found) != signed:
        return Verdict(
            Answer.DIFFERS, tr("The words match the review you hold, but the signatures are not those of the review.")
        )
    faults = _faults(found, signed)
    if nonce and any(each.statement.content_digest != content_digest(review, nonce) for each in signed):
        faults += (tr("The review was changed after it was signed."),)
    if faults:
        return Verdict(
            Answer.DIFFERS, tr("The words match the review you hold, but the signatures do not hold for them."), faults
        )
    return Verdict(
        Answer.MATCHES,
        tr("Matches the review you hold."),
        (*_grounds(signed), *_beside_the_signatures(found, report)),
        key_words=tuple(each.key_words for each in signed if each.public_key),
    )
