"""Names as they are typed: marks in every text of the window, and the answers under it."""
