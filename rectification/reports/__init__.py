"""Monthly dispatch, quarterly supervision, half-year, year-end."""
