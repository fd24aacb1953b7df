"""The list of system packages can be read by the script that installs them."""

from __future__ import annotations

import re
import subprocess

from source_tree import ROOT

SORTS = {"environment", "program", "window"}


def test_system_packages_every_line_says_what_it_is_for() -> None:
    lines = (ROOT / "packaging" / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    listed = [line.split() for line in lines if line and not line.startswith("#")]
    assert {words[1] for words in listed} == SORTS
    assert all(len(words) == 2 and re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", words[0]) for words in listed)


def test_set_up_script_is_plain_shell() -> None:
    script = ROOT / "packaging" / "set_up.sh"
    result = subprocess.run(["/bin/sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
