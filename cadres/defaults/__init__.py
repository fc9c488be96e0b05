"""What a county starts with; it edits all of it as dated rows."""
