"""The checks, by part of the work. Importing this declares them all."""

from imr_desk.guidance.checks import (
    afterwards,
    analysis,
    anonymity,
    chronology,
    clearance,
    details,
    export,
    independence,
    interviews,
    notices,
    recommendations,
    records,
    set_up,
    sign_off,
)

__all__ = [
    "afterwards",
    "analysis",
    "anonymity",
    "chronology",
    "clearance",
    "details",
    "export",
    "independence",
    "interviews",
    "notices",
    "recommendations",
    "records",
    "set_up",
    "sign_off",
]
