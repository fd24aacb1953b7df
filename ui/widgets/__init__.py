"""The pieces that every page is made of. They show plain values and know nothing of a review."""
