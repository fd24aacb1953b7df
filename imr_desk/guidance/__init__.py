"""What the guidance asks of an author: requirement packs, checks (pure functions of a review), gates and dates."""
