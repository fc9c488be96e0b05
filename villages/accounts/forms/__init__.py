"""Forms about people, rights and sessions."""
