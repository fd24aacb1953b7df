"""Whole jobs on an open review, shared by the window and the command line: sign, export, verify."""
