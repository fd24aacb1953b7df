"""The pages: one a stage, and those that stand before a review is open."""
