"""What an Individual Management Review is made of: frozen records, dates as known, stages, and one immutable Review."""
