"""The encrypted review file and nothing else: key, schema, migrations, transactions, history. The only SQL."""
