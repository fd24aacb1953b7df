"""The sections of a report: for each block of the library the function that writes its parts from the review."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from imr_desk.export.sections import (
    agency,
    analysis,
    annexes,
    chronology,
    decisions,
    front,
    interviews,
    lessons,
    people,
    plan,
    processes,
    sheets,
    signatures,
    sources,
    terms,
)
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts

Writer = Callable[[Content], Parts]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "B01": front.b01_cover,
        "B02": front.b02_control,
        "B03": front.b03_contents,
        "B04": people.b04_key,
        "B05": terms.b05_introduction,
        "B06": people.b06_subject,
        "B07": people.b07_author,
        "B08": terms.b08_terms,
        "B09": terms.b09_methodology,
        "B10": sources.b10_records,
        "B11": interviews.b11_interviews,
        "B12": processes.b12_processes,
        "B13": agency.b13_agency,
        "B14": agency.b14_summary,
        "B15": chronology.b15_chronology,
        "B16": analysis.b16_analysis,
        "B17": decisions.b17_decisions,
        "B18": analysis.b18_voice,
        "B19": analysis.b19_equality,
        "B20": lessons.b20_good_practice,
        "B21": lessons.b21_lessons,
        "B22": lessons.b22_early_action,
        "B23": analysis.b23_conclusion,
        "B24": lessons.b24_recommendations,
        "B25": plan.b25_action_plan,
        "B26": sheets.b26_clearance,
        "B27": sheets.b27_feedback,
        "B28": signatures.b28_signatures,
        "B29": chronology.b29_full_chronology,
        "B30": annexes.b30_genogram,
        "B31": annexes.b31_documents,
        "B32": annexes.b32_glossary,
        "B33": annexes.b33_changes,
        "B34": sources.b34_no_involvement,
    }
)
"""Every block by its id. A block whose writer gives nothing is empty."""
