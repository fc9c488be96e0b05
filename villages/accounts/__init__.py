"""People, roles, jurisdictions, sign-in."""
