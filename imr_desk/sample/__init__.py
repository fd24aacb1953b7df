"""Fictional reviews: for practice, for demonstration, and for every test that needs a whole review.

Everybody and everything in them is invented. Staff stand by job title and number, families by code.
"""

from __future__ import annotations

from imr_desk.sample.cps import cps_records
from imr_desk.sample.growth import grown
from imr_desk.sample.home_office import ho_records

# Words to type into the unlock screen; the sample review holds nothing that needs keeping.
SAMPLE_PASSPHRASE = "quiet harbour paper lantern"  # noqa: S105 - printed in the user guide

__all__ = ["SAMPLE_PASSPHRASE", "cps_records", "grown", "ho_records"]
