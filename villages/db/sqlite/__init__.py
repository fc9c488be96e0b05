"""Django's SQLite backend, refusing the whole numbers that PostgreSQL would refuse."""
