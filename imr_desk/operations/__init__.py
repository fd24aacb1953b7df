"""Every edit a person can make: the few general ones, and those that hold a rule. Each is one transaction."""
