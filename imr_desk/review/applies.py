"""What applies to a review: the plain words that hold of it, and which fields, choices and kinds are asked with them.

The words are told from what the review already says: its agency ("cps", "ho"), whom it is about ("child", "adult") and
whether criminal proceedings run beside it ("live", "over"). While it does not say, either word holds, so that nothing
is held back. A declaration names the words it needs in `only`. What holds something is shown whatever is asked.
"""

from __future__ import annotations

from imr_desk.review.catalogue import field_of
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.record import Values
from imr_desk.review.review import Review

TOLD_BY = frozenset({"review", "parallel_process"})
"""The kinds of record from which the words are told: a change of one can change what applies."""
LIVE, OVER = "live", "over"

Choices = tuple[tuple[str, str], ...]


def words_of(review: Review, agency: str = "") -> frozenset[str]:
    """The words that hold of a review; `agency` stands in while the review names none."""
    about = review.one("review")
    live = proceedings_live(review)
    return frozenset(
        {
            *_chosen("agency", about.text("agency") or agency),
            *_chosen("subject_kind", about.text("subject_kind")),
            *((LIVE, OVER) if live is None else (LIVE,) if live else (OVER,)),
        }
    )


def _chosen(field: str, stored: str) -> tuple[str, ...]:
    """The word chosen in a field of the review, or all that can be."""
    return (stored,) if stored else tuple(word for word, _ in field_of("review", field).choices)


def proceedings_live(review: Review) -> bool | None:
    """Whether an investigation or prosecution runs, or may, by the register of parallel processes (R-090, R-188).

    None while the register does not say.
    """
    rows = [each for each in review.all("parallel_process") if each.text("process") == "criminal proceedings"]
    statuses = {each.text("status") for each in rows} - {""}
    return bool(statuses & {"running", "possible"}) if statuses else None


def are_met(only: str, words: frozenset[str]) -> bool:
    """Whether all the words that a declaration needs hold; it needs none where it names none."""
    return words.issuperset(only.split())


def applies(field: Field, values: Values, words: frozenset[str]) -> bool:
    """Whether a field of a record is shown: it holds something, or is asked of this review and of this record."""
    return field.name in values or (are_met(field.only, words) and _met_in(field, values))


def _met_in(field: Field, values: Values) -> bool:
    """Whether the other field that it hangs on holds one of the words it needs."""
    name, *wanted = field.when or ("",)
    return not name or values.text(name) in wanted


def kind_applies(kind: Kind, review: Review, words: frozenset[str]) -> bool:
    """Whether a kind is shown: it is asked of this review, or something of it is there."""
    return are_met(kind.only, words) or any(len(each) or not kind.single for each in review.all(kind.name))


def choices_offered(field: Field, chosen: str, words: frozenset[str]) -> Choices:
    """The choices that apply to this review, and the one that was made."""
    if field.type is not FieldType.CHOICE or not field.choices_only:
        return field.choices
    needs = dict(field.choices_only)
    return tuple(each for each in field.choices if each[0] == chosen or are_met(needs.get(each[0], ""), words))
