"""Running `imr-desk` in process, and the sample review made, signed and exported by it, kept for the other tests."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest

from imr_desk.cli import main
from imr_desk.cli.opened import VARIABLE
from imr_desk.sample import SAMPLE_PASSPHRASE

PASSPHRASE = SAMPLE_PASSPHRASE
AUTHOR = ("--name", "Alma Quill", "--job-title", "Deputy Chief Crown Prosecutor, CPS Lowmarsh and Vale")
MANAGER = ("--name", "Bruno Vance", "--job-title", "Chief Crown Prosecutor, CPS Northmarch")


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line on standard error, and nothing else anywhere."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert self.err.startswith("imr-desk: ")
        assert "Traceback" not in self.err
        return self.err.removeprefix("imr-desk: ").strip()


Run = Callable[..., Said]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with the passphrase of the sample in the environment, unless the environment is told otherwise."""

    def run(*words: object) -> Said:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:  # argparse leaves by itself
            status = int(left.code or 0)
        shown = capsys.readouterr()
        return Said(status, shown.out, shown.err)

    return run


def _passphrase_known() -> AbstractContextManager[object]:
    return patch.dict(os.environ, {VARIABLE: PASSPHRASE})


@lru_cache(maxsize=2)
def sample_bytes(agency: str = "cps") -> bytes:
    with TemporaryDirectory() as folder, patch("sys.stdout", io.StringIO()), _passphrase_known():
        path = Path(folder) / "sample.imr"
        assert main(["sample", str(path), "--agency", agency]) == 0
        return path.read_bytes()


@lru_cache(maxsize=1)
def signed_bytes() -> tuple[bytes, bytes]:
    """The sample signed and counter-signed, and its report as a Word file."""
    with (
        TemporaryDirectory() as folder,
        patch("sys.stdout", io.StringIO()),
        _passphrase_known(),
    ):
        path, report = Path(folder) / "sample.imr", Path(folder) / "report.docx"
        path.write_bytes(sample_bytes())
        assert main(["sign", str(path), *AUTHOR]) == 0
        assert main(["countersign", str(path), *MANAGER]) == 0
        assert main(["export", str(path), str(report)]) == 0
        return path.read_bytes(), report.read_bytes()


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def with_word_changed(report: Path, old: str, new: str) -> Path:
    """A copy of a Word file in which another tool changed one word."""
    out = io.BytesIO()
    with zipfile.ZipFile(report) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            data = before.read(item)
            if item.filename == "word/document.xml":
                assert data.count(old.encode()) >= 1
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(item, data)
    return put(report.with_name("changed.docx"), out.getvalue())
