"""The window of IMR Desk. No rule of the domain lives here."""
