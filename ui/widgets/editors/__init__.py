"""What a person types or chooses into. Each editor shows one plain value and keeps one contract (`base.Editor`)."""
