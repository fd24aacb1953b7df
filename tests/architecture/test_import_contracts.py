"""Each import contract is broken once, in a copy of the source, and the tool is seen to notice."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest
from source_tree import ROOT, python_files

# contract: (the module that offends, the line that offends)
OFFENCES = {
    "no-qt": ("imr_desk.review.offender", "from PySide6.QtCore import QDate"),
    "core": ("imr_desk.review.offender", "import imr_desk.store"),
    "cipher": ("imr_desk.session", "import sqlcipher3"),
    "keyring": ("imr_desk.signing.offender", "import keyring"),
    "window-and-store": ("ui.pages.offender", "import imr_desk.store"),
    "window": ("ui.widgets.offender", "import ui.pages"),
}
NEEDED = ("imr_desk.store", "imr_desk.review", "ui.pages", "ui.widgets")
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def contracts() -> list[str]:
    settings = configparser.ConfigParser()
    settings.read(ROOT / ".importlinter", encoding="utf-8")
    return [section.rpartition(":")[2] for section in settings.sections() if ":contract:" in section]


def add_module(tree: Path, module: str, line: str = "") -> None:
    """Add a line to a module of the copy, which is made if it does not exist, with the packages around it."""
    *packages, name = module.split(".")
    folder = tree
    for package in packages:
        folder /= package
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    path = folder / name / "__init__.py" if (folder / name).is_dir() else folder / f"{name}.py"
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the Python source and of the contracts."""
    for path in python_files("imr_desk", "ui"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / ".importlinter").write_bytes((ROOT / ".importlinter").read_bytes())
    for module in NEEDED:
        add_module(tmp_path, module)
    return tmp_path


def lint(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo", *words]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def test_import_contracts_unbroken_source_is_accepted(tree: Path) -> None:
    result = lint(tree)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("contract", contracts())
def test_import_contract_offending_line_is_noticed(tree: Path, contract: str) -> None:
    module, line = OFFENCES[contract]
    add_module(tree, module, line)
    result = lint(tree, "--contract", contract)
    assert result.returncode == 1, result.stdout
    assert "1 broken" in result.stdout
    assert module in result.stdout
    assert line.split()[1].partition(".")[0] in result.stdout


@pytest.mark.parametrize("module", ["imr_desk.stray", "ui.stray"])
def test_import_contracts_module_in_no_layer_is_noticed(tree: Path, module: str) -> None:
    add_module(tree, module)
    result = lint(tree, "--contract", "core" if module.startswith("imr_desk") else "window")
    assert result.returncode == 1, result.stdout
    assert "stray" in result.stdout
