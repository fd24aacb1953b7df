"""Chronologies coming in: spreadsheets, separated text, Word tables and what is pasted become entries of a review.

`imr_desk.intake.take:take` is the way in. Everything here is pure: bytes go in, values come out, nothing is stored.
"""
