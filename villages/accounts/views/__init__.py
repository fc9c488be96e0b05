"""Pages about people, rights and sessions."""
