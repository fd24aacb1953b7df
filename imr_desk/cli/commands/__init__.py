"""One file a command, or a pair that belongs together."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from imr_desk.cli.commands import (
    backup,
    check,
    dates,
    export,
    info,
    intake,
    names,
    recovery,
    register,
    sample,
    sign,
    verify,
)
from imr_desk.cli.output import Reply

if TYPE_CHECKING:
    Words = argparse._SubParsersAction[argparse.ArgumentParser]


class Command(NamedTuple):
    """How a command declares its arguments, and how it runs."""

    declare: Callable[[Words], None]
    run: Callable[[argparse.Namespace], Reply]


COMMANDS: Mapping[str, Command] = {
    "sample": Command(sample.declare, sample.run),
    "info": Command(info.declare, info.run),
    "integrity": Command(info.declare_integrity, info.run_integrity),
    "check": Command(check.declare, check.run),
    "names": Command(names.declare, names.run),
    "dates": Command(dates.declare, dates.run),
    "register": Command(register.declare, register.run),
    "sign": Command(sign.declare, sign.run),
    "countersign": Command(sign.declare_countersign, sign.run),
    "backup": Command(backup.declare, backup.run),
    "restore": Command(backup.declare_restore, backup.run_restore),
    "salvage": Command(backup.declare_salvage, backup.run_salvage),
    "recovery": Command(recovery.declare, recovery.run),
    "recover": Command(recovery.declare_recover, recovery.run_recover),
    "passphrase": Command(recovery.declare_passphrase, recovery.run_passphrase),
    "export": Command(export.declare, export.run),
    "import": Command(intake.declare, intake.run),
    "verify": Command(verify.declare, verify.run),
}
