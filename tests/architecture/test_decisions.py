"""Each dependency has a line on why it is here, and each decision can be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from source_tree import ROOT, project

DECISIONS = ROOT / "docs" / "decisions"
DECLARED = [*project()["project"]["dependencies"], *project()["project"]["optional-dependencies"]["dev"]]
FILES = sorted(DECISIONS.glob("[0-9]*.md"))


@pytest.mark.parametrize("requirement", DECLARED)
def test_dependency_a_decision_says_why(requirement: str) -> None:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
    text = "\n".join(path.read_text(encoding="utf-8").lower() for path in FILES)
    assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_decision_is_listed_and_has_its_four_parts(path: Path) -> None:
    name, text = path.name, path.read_text(encoding="utf-8")
    assert f"({name})" in (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == [
        "Context",
        "Decision",
        "Consequences",
        "Alternatives",
    ]
