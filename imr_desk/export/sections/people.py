"""People, by job title or code only: the key, the family, the author (B04, B06, B07)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imr_desk.export.report import Row, numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.front import post
from imr_desk.export.sections.parts import (
    Parts,
    day_words,
    introduced,
    joined,
    none_or,
    not_known_or,
    pictured,
    table,
    under,
)
from imr_desk.i18n import tr
from imr_desk.review.record import Record

_AGE = re.compile(r"(\d+)(?!\s*(?:day|week|month))")
_SHORT_FORM = re.compile(r"(?=.*[A-Z].*[A-Z0-9])\S+")


def b04_key(content: Content) -> Parts:
    """The key: codes and job titles, never a name; of staff the job title and nothing more (R-183, R-184, R-186)."""
    return (*_family(content), *_professionals(content), *_staff(content), *_abbreviations(content))


def b06_subject(content: Content) -> Parts:
    """The subject and the family, as far as events are explained by it (R-001, R-026, R-181, R-186)."""
    described = tr("One row for each person, by code: relationship, sex, age, legal status.")
    who = (
        (tr("Relationship"), 1.2, "relationship"),
        (tr("Sex"), 0.2, "sex"),
        (tr("Age at event"), 0.4, "age_at_event"),
        (tr("Legal status"), 2.4, "legal_status"),
    )
    people = _subjects(content, tr("Subject and family"), described, who, anchor="t-subject")
    described = tr("One row for each person, by code: ethnicity, language, religion or belief, disability.")
    more = (
        (tr("Ethnicity"), 1.0, "ethnicity"),
        (tr("First language"), 1.0, "first_language"),
        (tr("Religion or belief"), 1.0, "religion"),
        (tr("Disability"), 1.6, "disability"),
    )
    identity = _subjects(content, tr("Subject and family: identity"), described, more)
    drawn = () if content.has("B30") else genogram(content)
    lead = tr("The subject and the family are described in {table} and the table after it.")
    return (*introduced(lead, people), *identity, *drawn)


def genogram(content: Content) -> Parts:
    """The picture of the family, where one is kept, and the family in words; by codes (R-186)."""
    about = content.one("genogram")
    return (*pictured(about, tr("Genogram"), "f-genogram"), *content.paragraphs(about.text("text")))


def b07_author(content: Content) -> Parts:
    """Who wrote it, who chose them, and what each declares of independence (R-030, R-042 to R-045, R-050)."""
    author = content.one("author")
    grade = content.choice(author, "grade")
    lines = []
    if author.text("job_title"):
        named = joined(post(content), f"({grade})" if grade else "", by=" ")
        lines.append(tr("The author is the {post}.").format(post=named))
    if author.day("nominated_on"):
        lines.append(tr("The author was nominated on {date}.").format(date=day_words(author.day("nominated_on"))))
    if author.text("decided_by"):
        chosen = tr("The author was chosen by the {post}.").format(post=author.text("decided_by"))
        when = tr("The date of that decision is {date}.").format(date=day_words(author.day("decided_on")))
        lines.append(f"{chosen} {when}" if author.day("decided_on") else chosen)
    experience = content.paragraphs(author.text("experience"), lead=tr("Relevant experience:"))
    exception = content.paragraphs(content.asked("author", "unit_exception"), lead=tr("Unit:"))
    declared = tuple(part for each in content.review.all("declaration") for part in _declaration(content, each))
    return (*(numbered(line) for line in lines), *experience, *exception, *declared)


def age_band(age: str) -> str:
    """The band of an age (`24 years` gives `20 to 29`); what has no number of years in it stays as it is."""
    found = _AGE.match(age)
    if not found:
        return tr("Under 5") if age[:1].isdigit() else age
    years = int(found[1])
    if years < 10:
        return tr("Under 5") if years < 5 else tr("{first} to {last}").format(first=5, last=9)
    return tr("{first} to {last}").format(first=years // 10 * 10, last=years // 10 * 10 + 9)


def is_short_form(term: str) -> bool:
    """Whether a term is an abbreviation (`IMR`, `MG3`) and not words that need explaining (`Threshold Test`)."""
    return bool(_SHORT_FORM.fullmatch(term))


def _subjects(
    content: Content, caption: str, described: str, columns: Sequence[tuple[str, float, str]], anchor: str = ""
) -> Parts:
    """A table of the subjects; each column has a heading, a weight and the field it shows."""
    headings = ((tr("Code"), 0.4), *((heading, weight) for heading, weight, _ in columns))
    rows = (
        Row((content.code(each.id), *(not_known_or(content.choice(each, field)) for _, _, field in columns)))
        for each in content.review.all("subject")
    )
    return table(caption, described, headings, rows, anchor=anchor)


def _family(content: Content) -> Parts:
    columns = ((tr("Code"), 1), (tr("Relationship to subject"), 1.6), (tr("Age band"), 0.2), (tr("Part in events"), 2))
    rows = (
        Row(
            (
                content.code(each.id),
                not_known_or(each.text("relationship")),
                not_known_or(age_band(each.text("age_at_event"))),
                none_or(each.text("part")),
            )
        )
        for each in content.review.all("subject")
    )
    described = tr("One row for each person: code, relationship, age band, part in events.")
    return table(tr("Family and others"), described, columns, rows)


def _professionals(content: Content) -> Parts:
    columns = ((tr("Code"), 1), (tr("Post"), 1.6), (tr("Agency"), 1.2))
    rows = (
        Row((content.code(each.id), not_known_or(each.text("post")), not_known_or(each.text("agency"))))
        for each in content.review.all("professional")
    )
    return table(tr("People of other agencies"), tr("One row for each person: code, post, agency."), columns, rows)


def _staff(content: Content) -> Parts:
    rows = (Row((content.code(each.id),)) for each in content.review.all("staff"))
    return table(tr("Staff, by job title"), tr("One row for each member of staff."), ((tr("Job title"), 1),), rows)


def _abbreviations(content: Content) -> Parts:
    """The short forms; other terms too where the report has no glossary."""
    every = sorted(content.review.all("abbreviation"), key=lambda each: each.text("term").casefold())
    shown = (each for each in every if is_short_form(each.text("term")) or not content.has("B32"))
    rows = (Row((each.text("term"), not_known_or(each.text("meaning")))) for each in shown)
    columns = ((tr("Term"), 1), (tr("Meaning"), 4))
    return table(tr("Abbreviations"), tr("One row for each term."), columns, rows, anchor="t-abbreviations")


def _declaration(content: Content, record: Record) -> Parts:
    """One declaration: three statements and conflicts, each as it was made."""
    made_by = content.choice(record, "part") or tr("Declaration")
    day = day_words(record.day("declared_on"))
    opening = tr("Declared on {date}:").format(date=day) if day else tr("Declared:")
    points = (
        (tr("No direct involvement:"), "no_direct_involvement"),
        (tr("No line management:"), "no_line_management"),
        (tr("No connection:"), "no_connection"),
        (tr("Conflicts of interest:"), "conflicts"),
    )
    made = tuple(
        part for lead, field in points for part in content.paragraphs(record.text(field), kind="bullet", lead=lead)
    )
    if not made and not day:
        opening = tr("No declaration has been made yet.")
    return under(made_by, (numbered(opening), *made))
