"""IMR Desk's core: everything an Individual Management Review needs, without a window."""

__version__ = "0.1.0"
