"""Sealing: canonical form, digest, keys, signatures. Pure; the operations that sign are in `imr_desk.operations`."""
