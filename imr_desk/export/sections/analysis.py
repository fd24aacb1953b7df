"""The analysis: a section for each question, its parts in the author's order (B16, B18, B19, B23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from imr_desk.export.report import Heading, Paragraph, Part, Row, Run, para
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, introduced, joined, none_or, table, under, yes_no
from imr_desk.i18n import tr
from imr_desk.review.record import Record

FINDING = "finding"


def b16_analysis(content: Content) -> Parts:
    """Each question answered from its facts, then the rest (R-100, R-102 to R-105, R-108, R-109, R-113 to R-116)."""
    analysis = _Analysis(content)
    findings = content.one("findings")
    voice = () if content.has("B18") else content.paragraphs(findings.text("voice"))
    answered = (
        *analysis.questions(),
        *analysis.other_sections(),
        *under(tr("Resources, overall"), content.paragraphs(findings.text("resources_overall"))),
        *under(tr("Voice and lived experience"), voice),
    )
    return answered if any(isinstance(part, Paragraph) and _is_answer(part) for part in answered) else ()


def b18_voice(content: Content) -> Parts:
    """What the agency knew of the person's daily life, wishes and feelings (R-100, R-113)."""
    return content.paragraphs(content.one("findings").text("voice"))


def b19_equality(content: Content) -> Parts:
    """Each protected characteristic answered (R-100, R-101)."""
    columns = (
        (tr("Characteristic"), 1.1),
        (tr("Relevant?"), 0.2),
        (tr("How considered then"), 2.2),
        (tr("Finding"), 2.2),
    )
    rows = (
        Row(
            (
                none_or(each.text("characteristic")),
                yes_no(each.flag("relevant")),
                none_or(each.text("considered_then")),
                none_or(each.text("finding")),
            ),
            each.id,
        )
        for each in content.review.all("equality")
    )
    described = tr("One row for each protected characteristic: whether relevant, how considered, what was found.")
    made = table(tr("Protected characteristics"), described, columns, rows, anchor="t-equality")
    return introduced(tr("The protected characteristics are answered one by one in {table}."), made)


def b23_conclusion(content: Content) -> Parts:
    """The conclusion; no verdict on cause or blame (R-010, R-011)."""
    return content.paragraphs(content.one("findings").text("conclusion"))


def _is_answer(part: Paragraph) -> bool:
    return part.kind in ("numbered", "finding")


class _Analysis:
    """Sections by question and paragraphs by section, gathered once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._sections = _gathered(content.review.all("section"), "question")
        self._paragraphs = _gathered(content.review.all("paragraph"), "section")

    def questions(self) -> Iterator[Part]:
        """Every question under its own heading, with its words, and all that answers it."""
        for question in self._content.review.all("question"):
            sections = self._sections.get(question.id, [])
            title = joined(question.id, sections[0].text("heading") if sections else "", by=": ")
            yield Heading(title, 2, f"analysis-{question.id}")
            yield from self._content.paragraphs(question.text("text"), kind="quote")
            parts = tuple(part for each in sections for part in self._section(each))
            yield from parts or self._nothing_yet()

    def other_sections(self) -> Iterator[Part]:
        """Sections on a key episode rather than a question, and paragraphs that stand in no section."""
        known = {question.id for question in self._content.review.all("question")}
        loose = [each for question, sections in self._sections.items() if question not in known for each in sections]
        for section in loose:
            yield from under(section.text("heading") or tr("Further analysis"), self._section(section))
        held = {section.id for section in self._content.review.all("section")}
        strays = [each for section, some in self._paragraphs.items() if section not in held for each in some]
        yield from under(tr("Further analysis"), self._parts(strays))

    def _section(self, section: Record) -> Iterator[Part]:
        content = self._content
        yield from self._parts(self._paragraphs.get(section.id, []))
        lead = tr("Was anything left undone for lack of resources?")
        shortfall = content.paragraphs(section.text("resource_shortfall"), lead=lead)
        yield from under(tr("Resources"), shortfall, 3)
        yield from content.paragraphs(section.text("no_evidence_held"), lead=tr("No evidence is held, because:"))

    def _parts(self, paragraphs: Iterable[Record]) -> Iterator[Part]:
        """The parts in the author's order, a heading wherever the part changes; a finding needs none."""
        written = (each for each in paragraphs if each.text("text").strip())
        for part, group in groupby(written, key=lambda each: each.text("part")):
            some = list(group)
            if part and part != FINDING:
                yield Heading(self._content.choice(some[0], "part"), 3)
            for each in some:
                yield from self._finding(each) if part == FINDING else self._plain(each)

    def _plain(self, record: Record) -> Iterable[Part]:
        return self._content.paragraphs(record.text("text"), record.links("refs"), anchor=record.id)

    def _finding(self, record: Record) -> Iterable[Part]:
        lead = tr("Finding.")
        text, refs = record.text("text"), record.links("refs")
        return self._content.paragraphs(text, refs, kind="finding", lead=lead, anchor=record.id)

    def _nothing_yet(self) -> Parts:
        if not self._content.draft:
            return ()
        return (para(Run(tr("[Nothing entered yet]")), sealed=False),)


def _gathered(records: Iterable[Record], field: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.link(field), []).append(record)
    return found
