"""Read-only boards: county, township, village dossier. Owns no table."""
